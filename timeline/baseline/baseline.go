// Package baseline reads who held what on a day from the maps and lists of
// others, whatever their format (see package features; lists are tables too), and
// makes reports of it: tables with a line for each place, so that
// what a map shows leads to words like what a report says.
//
// Several files are a series of dated snapshots. Of the days through which a
// place is shown with the same holders only the first and the last are claimed,
// so that intervals come out, and what happened between two snapshots stays
// open. A map covers its ground: a place that it shows no more is claimed to be
// lost. A list does not: what it leaves out is not said. The polygons of a map
// are handed on with its report, mended where they were drawn with faults.
package baseline

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/paulmach/orb"

	"frontline/geo/features"
	"frontline/geo/gazetteer"
	"frontline/timeline"
)

// Options say how files are to be read. Places and Actors are needed.
type Options struct {
	Places *gazetteer.Gazetteer
	Actors []timeline.ActorInfo
	// Layer is that of GeoPackages; "" is the only one that can hold polygons or
	// points. Files that have none cannot be read with it.
	Layer string
	// Day is that of a file, or of the rows of a list that state none; zero has
	// it found in the names of the files.
	Day timeline.Day
	// Holder is who holds all that the files show; "" has them say it.
	Holder timeline.Actor
	// Property is that of a feature which says who holds it; "" has it guessed.
	Property string
	// Means says which actor a value of Property, or of a list's holder, is.
	// What it does not have is looked up among the ids and names of Actors.
	Means map[string]timeline.Actor
	// Elsewhere holds what lies outside all polygons, in Within or the areas of
	// the gazetteer that hold of the polygons lie in; "" is nobody known.
	Elsewhere timeline.Actor
	// Within is the box (lon, lat) in which places are looked at; nil is all.
	Within *orb.Bound
	// Columns maps fields of a list (see Fields) to its columns or properties;
	// others are guessed.
	Columns map[string]string
	Origin
}

// Origin is who made the files, as far as the user says; it is kept with them.
type Origin struct {
	Source, URL, Licence string
}

// snapshot is what one file shows of one day.
type snapshot struct {
	file     string // without its folders
	path     string
	sha256   string
	day      timeline.Day
	basis    timeline.Basis    // how the day is known
	complete bool              // a map: what it does not show is not so
	features int               // polygons, or rows
	unit     string            // what rows are called: "line" or "feature"
	marks    []mark            // by place and actor
	unclear  map[int32]bool    // places in polygons of which it is said that nobody knows the holder
	rows     map[int32]string  // of a list as they stand there, by line
	lost     []Unplaced        // rows of no place
	drawing  *timeline.Drawing // of a map: its polygons
}

// mark is that an actor has a place on a day.
type mark struct {
	place   int32 // number of the entry
	actor   int16 // number of the actor
	feature int32 // of the file, from 1: a polygon, or the line of a row; 0 is none
	part    bool  // others are there too, whoever they are
	leads   bool  // and it is the holder, the others not
}

// Read reads files, by their paths, and puts what they show on the places of the
// gazetteer. A day in the name of a file counts where the options have none. A file
// that is damaged, has no day, or shows a day that another one shows is an error that
// names it. What only keeps a series from being taken in, as polygons of nobody known,
// is told by Series.Ready. The order of the files does not matter.
func Read(paths []string, o Options) (*Series, error) {
	r := &reader{Options: o, entries: o.Places.All(), series: &Series{}, actors: newResolver(o)}
	if err := r.actors.check(o); err != nil {
		return nil, err
	}
	if err := checkFields(o.Columns); err != nil {
		return nil, err
	}
	r.ground = newGround(r.entries, o.Within)
	for _, path := range paths {
		if err := r.file(path); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	slices.SortStableFunc(r.snapshots, func(a, b *snapshot) int { return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.file, b.file)) })
	for i := 1; i < len(r.snapshots); i++ {
		if a, b := r.snapshots[i-1], r.snapshots[i]; a.day == b.day {
			return nil, fmt.Errorf("%s: shows %s, as %s does: want one file a day", b.path, b.day, a.path)
		}
	}
	return r.seriesOf()
}

// reader reads the files of one series.
type reader struct {
	Options
	entries   []*gazetteer.Entry
	ground    *ground
	actors    *resolver
	finder    *finder // made for the first list
	snapshots []*snapshot
	series    *Series
}

// maxFile is the most bytes of a file: what is larger is no map of control.
const maxFile = 512 << 20

func (r *reader) file(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if info.Size() > maxFile {
		return fmt.Errorf("%d bytes: want %d at most", info.Size(), maxFile)
	}
	sum, begin := sha256.New(), make([]byte, 1<<10)
	n, err := io.ReadFull(f, begin)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return err
	}
	begin = begin[:n]
	if _, err := io.Copy(sum, io.MultiReader(bytes.NewReader(begin), f)); err != nil {
		return err
	}
	s := snapshot{file: filepath.Base(path), path: path, sha256: hex.EncodeToString(sum.Sum(nil))}
	text := bytes.TrimSpace(bytes.TrimPrefix(begin, []byte("\xef\xbb\xbf")))
	switch {
	case features.IsGeoPackage(begin), len(text) > 0 && bytes.IndexByte([]byte("{[\x1e"), text[0]) >= 0:
		return r.featureFile(s)
	case r.Layer != "":
		return features.NoLayersError(r.Layer)
	}
	return r.listFile(s)
}

// add keeps a snapshot, with its marks in order and each once: of two polygons
// of one actor over one place the first counts.
func (r *reader) add(s *snapshot) {
	slices.SortFunc(s.marks, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.place, b.place), cmp.Compare(a.actor, b.actor), cmp.Compare(a.feature, b.feature))
	})
	s.marks = slices.Clip(slices.CompactFunc(s.marks, func(a, b mark) bool { return a.place == b.place && a.actor == b.actor }))
	r.snapshots = append(r.snapshots, s)
}
