// Package features reads the features of other people's files one at a time, in
// memory that does not grow with the file: GeoJSON (RFC 7946), sequences of it with
// record separators (RFC 8142) or without, and GeoPackages.
//
// Whatever the format, a feature is a geometry in degrees of WGS84, longitude first,
// and properties as text. A file of another reference system is refused.
package features

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"

	"github.com/paulmach/orb"
)

// Feature is one of a file.
type Feature struct {
	Number int // of it in its file, from 1
	// Geometry is a point or polygon, one or several. Of lines and collections it
	// says only that they are such; nil where there is none, and where it is empty.
	Geometry orb.Geometry
	// Names are the properties, in order, and Values what they are, as text: ""
	// for null and what is nested; several strings are parted by "|". The id of a
	// GeoJSON feature is the property id, if it has none of that name.
	Names, Values []string
}

// Value is the value of a property; "" where there is none of the name.
func (f Feature) Value(name string) string {
	if i, there := slices.BinarySearch(f.Names, name); there {
		return f.Values[i]
	}
	return ""
}

// Fault is a feature that cannot be read, though those around it can.
type Fault struct {
	Number int    // of the feature, from 1
	What   string // is wrong, with the value, and what is allowed
}

func (f Fault) Error() string { return fmt.Sprintf("feature %d: %s", f.Number, f.What) }

// Format is what a file is.
type Format string

// The formats.
const (
	GeoJSON    Format = "GeoJSON"
	Sequence   Format = "GeoJSON sequence"
	GeoPackage Format = "GeoPackage"
)

// Seen is what was read of a file so far.
type Seen struct {
	Format     Format
	Layer      string         // of a GeoPackage
	Features   int            // faults among them
	Geometries map[string]int // features by the type of their geometry, as GeoJSON names it; "" for none
	Properties []string       // in order; of a file with more than 500 some of them
}

// Reader reads a file once, in order. It is for one goroutine.
type Reader struct {
	stream
	features   int
	geometries map[string]int
	properties map[string]bool
	last       []string // properties of the feature before
}

// stream is a format that is being read.
type stream interface {
	// next gives a feature whose Number is not set, a Fault likewise, or io.EOF.
	next() (Feature, error)
	format() (Format, string)
	Close() error
}

func newReader(s stream) *Reader {
	return &Reader{stream: s, geometries: map[string]int{}, properties: map[string]bool{}}
}

// IsGeoPackage says whether a file that begins so may be a GeoPackage: it is a
// database of SQLite.
func IsGeoPackage(begin []byte) bool {
	const magic = "SQLite format 3\x00"
	return len(begin) >= len(magic) && string(begin[:len(magic)]) == magic
}

// Open opens a file, GeoJSON or a GeoPackage as its first bytes say, whatever its
// name is. layer is that of a GeoPackage, see OpenGeoPackage; named for GeoJSON, which
// has none, it is an error. The caller closes the reader.
func Open(path, layer string) (*Reader, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	in := bufio.NewReaderSize(f, buffered)
	begin, err := in.Peek(16)
	switch {
	case err != nil && !errors.Is(err, io.EOF):
	case IsGeoPackage(begin):
		_ = f.Close() // SQLite opens it by its path
		return OpenGeoPackage(path, layer)
	case layer != "":
		err = NoLayersError(layer)
	default:
		r := Read(in)
		r.stream = closing{r.stream, f}
		return r, nil
	}
	return nil, errors.Join(err, f.Close())
}

// NoLayersError says that a layer was asked of a file whose format has none.
func NoLayersError(layer string) error {
	return fmt.Errorf("layer %q: only a GeoPackage has layers: want none", layer)
}

// closing is a stream with the file it reads.
type closing struct {
	stream
	io.Closer
}

func (c closing) Close() error { return c.Closer.Close() }

// maxProperties is how many names of properties are remembered.
const maxProperties = 500

// Next gives the next feature, io.EOF behind the last. After a Fault reading goes on;
// any other error means that the file is damaged as a whole.
func (r *Reader) Next() (Feature, error) {
	f, err := r.next()
	if errors.Is(err, io.EOF) {
		return Feature{}, io.EOF
	}
	r.features++
	f.Number = r.features
	var fault Fault
	switch {
	case errors.As(err, &fault):
		fault.Number = r.features
		return Feature{}, fault
	case errors.As(err, new(referenceError)): // of the file
		return Feature{}, err
	case err != nil:
		return Feature{}, fmt.Errorf("feature %d: %w", r.features, err)
	}
	r.geometries[TypeOf(f.Geometry)]++
	if !slices.Equal(f.Names, r.last) {
		r.last = f.Names
		for _, name := range f.Names {
			if len(r.properties) < maxProperties {
				r.properties[name] = true
			}
		}
	}
	return f, nil
}

// TypeOf is the type of a geometry as GeoJSON names it; "" for nil.
func TypeOf(g orb.Geometry) string {
	if g == nil {
		return ""
	}
	return g.GeoJSONType()
}

// Seen is what was read so far.
func (r *Reader) Seen() Seen {
	s := Seen{Features: r.features, Geometries: maps.Clone(r.geometries), Properties: slices.Sorted(maps.Keys(r.properties))}
	s.Format, s.Layer = r.format()
	return s
}
