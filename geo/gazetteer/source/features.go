package source

import (
	"cmp"
	"errors"
	"io"
	"maps"
	"slices"

	"frontline/geo/features"
)

// rowsOf are the features of a file as rows: their properties are the columns.
type rowsOf struct {
	in       *features.Reader
	headings headings
	mapped   map[string]string
	n        int             // of the feature that was read last
	layout   *layout         // of the feature before
	seen     map[string]bool // properties, the first of them
	columns  map[Column]bool
}

// maxSeen is how many properties are remembered.
const maxSeen = 500

func newRowsOf(in *features.Reader, h headings, mapped map[string]string) *rowsOf {
	return &rowsOf{in: in, headings: h, mapped: mapped, seen: map[string]bool{}, columns: map[Column]bool{}}
}

func (f *rowsOf) line() int { return f.n }

// cutOff is never so at an end that was reached: features say themselves where it is.
func (f *rowsOf) cutOff() bool { return false }

func (f *rowsOf) next() (row, error) {
	ft, err := f.in.Next()
	if errors.Is(err, io.EOF) {
		return row{}, cmp.Or(f.allMappedSeen(), io.EOF)
	}
	f.n++
	var fault features.Fault
	switch {
	case errors.As(err, &fault):
		return row{}, Fault{Line: fault.Number, What: fault.What}
	case err != nil:
		return row{}, err
	}
	return row{line: f.n, shape: ft.Geometry, layout: f.lay(ft.Names), values: ft.Values}, nil
}

// lay gives a feature's properties as columns. Most have those of the feature
// before.
func (f *rowsOf) lay(names []string) *layout {
	if f.layout != nil && slices.Equal(f.layout.columns, names) {
		return f.layout
	}
	f.layout = f.headings.lay(names, f.mapped)
	for _, n := range names {
		if len(f.seen) < maxSeen || slices.Contains(slices.Collect(maps.Values(f.mapped)), n) {
			f.seen[n] = true
		}
	}
	for _, c := range f.layout.told() {
		if len(f.columns) < maxSeen {
			f.columns[c] = true
		}
	}
	return f.layout
}

// told are the properties of all features for a summary.
func (f *rowsOf) told() []Column {
	rank := func(c Column) int { return slices.Index(append(FieldNames(), c.Field), c.Field) }
	return slices.SortedFunc(maps.Keys(f.columns), func(a, b Column) int {
		return cmp.Or(rank(a)-rank(b), cmp.Compare(a.Field, b.Field), cmp.Compare(a.Name, b.Name))
	})
}

// all are the names of the properties of all features.
func (f *rowsOf) all() []string { return slices.Sorted(maps.Keys(f.seen)) }

// allMappedSeen is an error where a property that the user named is in no
// feature.
func (f *rowsOf) allMappedSeen() error { return missing(f.mapped, f.all()) }
