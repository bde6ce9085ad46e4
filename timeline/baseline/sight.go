package baseline

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"frontline/timeline"
)

// File is how a file was read.
type File struct {
	Name       string
	Format     string         // "table", or as package features names it
	Layer      string         // of a GeoPackage
	Features   int            // or rows
	Geometries map[string]int // features by type, as GeoJSON names it; "" for none. nil of tables
	Fields     []Field        // in the order of Fields
	Unused     []string       // columns or properties that are no field
	Values     []Value        // of the holder, the commonest first; the first 500
	Samples    []Sample       // the first rows or polygons
}

// Field is a column or property and the field it is read as.
type Field struct {
	Field, Name string
	Guessed     bool // nobody said so
}

// Value is what is said of who holds something.
type Value struct {
	Said    string
	Rows    int              // or polygons
	Holders []timeline.Actor // that it means; none where that is not known
}

// Sample is a row or polygon, as it was read.
type Sample struct {
	Number   int              // of the line or feature, from 1
	Geometry string           // of a polygon
	Name     string           // of the place in a row
	Said     string           // of the holder
	Holders  []timeline.Actor // that this means; none where that is not known
	Places   []string         // ids of the places it is about; none where there is none
}

// maxSamples is how many rows of a file are shown.
const maxSamples = 5

// sight is what is seen of a file while it is read.
type sight struct {
	File
	values  map[string]*Value
	nobodys int // rows or polygons of which it is said that nobody knows the holder
}

func newSight(f File) *sight { return &sight{File: f, values: map[string]*Value{}} }

// row notes a row or polygon.
func (s *sight) row(x Sample) {
	v := s.values[x.Said]
	if v == nil && len(s.values) < maxValues {
		v = &Value{Said: x.Said, Holders: x.Holders}
		s.values[x.Said] = v
	}
	if v != nil {
		v.Rows++
	}
	if len(s.Samples) < maxSamples {
		s.Samples = append(s.Samples, x)
	}
}

// done ends a file.
func (r *reader) done(path string, s *sight) {
	if s.nobodys > 0 {
		r.series.leave("holder unknown", path, s.nobodys)
	}
	r.series.Files = append(r.series.Files, s.file())
}

func (s *sight) file() File {
	for _, said := range slices.Sorted(maps.Keys(s.values)) {
		s.Values = append(s.Values, *s.values[said])
	}
	slices.SortStableFunc(s.Values, func(a, b Value) int { return cmp.Compare(b.Rows, a.Rows) })
	return s.File
}

// held is who has something, by what is said of it.
type held struct {
	said    string
	actors  []int16
	lead    int16 // the holder, where others are there too; nobody where they are alike
	part    bool  // they are several, or others are there and nobody has it
	strange bool  // nobody knows who it is
}

// heldBy is who has what a holder, and others, are said to have.
func (r *reader) heldBy(holder, others string) held {
	if r.Holder != "" {
		return held{said: string(r.Holder), actors: []int16{r.actors.number(r.Holder)}, lead: nobody}
	}
	said := []string{cell(holder), cell(strings.Join(split(others), " | "))}
	out := held{said: strings.Join(slices.DeleteFunc(said, func(s string) bool { return s == "" }), " | ")}
	out.actors = r.actors.all(cell(holder), others)
	out.part, out.strange = len(out.actors) > 1 || cell(holder) == "", len(out.actors) == 0
	out.lead = nobody
	if one := r.actors.of(cell(holder)); len(r.known(out.actors)) > 1 && one != r.actors.unknown {
		out.lead = one
	}
	return out
}

// mark is that an actor is in a place, by what a feature or row says.
func (h held) mark(place int32, actor int16, feature int) mark {
	return mark{place, actor, int32(feature), h.part, actor == h.lead}
}

// known are those of some actors that are not timeline.Unknown.
func (r *reader) known(actors []int16) []int16 {
	return slices.DeleteFunc(slices.Clone(actors), func(a int16) bool { return a == r.actors.unknown })
}

func (r *reader) names(actors []int16) []timeline.Actor {
	out := make([]timeline.Actor, len(actors))
	for i, a := range actors {
		out[i] = r.actors.list[a].ID
	}
	return out
}
