// Package baseline reads who held what on a day from the maps and lists of
// others, and makes reports of it: tables with a line for each place, so that
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
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/paulmach/orb"

	"frontline/geo/gazetteer"
	"frontline/timeline"
)

// File is a map or a list on its way in.
type File struct {
	Name string // as its user calls it: a day in it counts where Options has none
	Read func() ([]byte, error)
}

// Options say how files are to be read. Places and Actors are needed.
type Options struct {
	Places *gazetteer.Gazetteer
	Actors []timeline.ActorInfo
	// Day is that of a file, or of the rows of a list that state none; zero has
	// it found in the names of the files.
	Day timeline.Day
	// Holder is who holds all that the files show; "" has them say it.
	Holder timeline.Actor
	// Property is that of a polygon which says who holds it.
	Property string
	// Means says which actor a value of Property, or of a list's holder, is.
	// What it does not have is looked up among the ids and names of Actors.
	Means map[string]timeline.Actor
	// Elsewhere holds what lies outside all polygons, in Within or the areas of
	// the gazetteer that hold of the polygons lie in; "" is nobody known.
	Elsewhere timeline.Actor
	// Within is the box (lon, lat) in which places are looked at; nil is all.
	Within *orb.Bound
	// Columns maps fields of a list (see Fields) to its columns; others are
	// guessed.
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
	marks    []mark            // by place and actor
	rows     map[int32]string  // of a list as they stand there, by line
	lost     []Unplaced        // rows of no place
	drawing  *timeline.Drawing // of a map: its polygons
}

// mark is that an actor has a place on a day.
type mark struct {
	place   int32 // number of the entry
	actor   int16 // number of the actor
	feature int32 // of the file, from 1: a polygon, or the line of a row; 0 is none
}

// Read reads files and puts what they show on the places of the gazetteer. A
// file that is damaged, has no day, or shows a day that another one shows is an
// error that names it. What only keeps a series from being taken in, as polygons
// of nobody known, is told by Series.Ready. The order of the files does not
// matter.
func Read(files []File, o Options) (*Series, error) {
	r := &reader{Options: o, entries: o.Places.All(), series: &Series{}, actors: newResolver(o)}
	if err := r.actors.check(o); err != nil {
		return nil, err
	}
	r.ground = newGround(r.entries, o.Within)
	for _, f := range files {
		if err := r.file(f); err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
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

func (r *reader) file(f File) error {
	text, err := f.Read()
	if err != nil {
		return err
	}
	if len(text) > maxFile {
		return fmt.Errorf("%d bytes: want %d at most", len(text), maxFile)
	}
	sum := sha256.Sum256(text)
	s := snapshot{file: filepath.Base(f.Name), path: f.Name, sha256: hex.EncodeToString(sum[:])}
	if text, err = plain(text); err != nil {
		return err
	}
	if text[0] == '{' || text[0] == '[' {
		return r.mapFile(s, text)
	}
	return r.listFile(s, text)
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
