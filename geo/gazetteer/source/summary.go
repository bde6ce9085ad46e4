package source

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"frontline/geo/features"
)

// Summary is what became of a file, as far as it was read.
type Summary struct {
	Rows    int           // rows or features, the head line apart: Given + LeftOut + Bad
	Given   int           // records, alternates or areas handed out
	Bad     int           // rows that could not be read; one over several lines counts as so many
	Faults  []Fault       // the first ten of them
	LeftOut []LeftOut     // sound rows that were not taken, the commonest reason first
	Columns []Column      // which column is which field, by field; none where the format fixes them
	Unused  []string      // columns that are no field, the first 500
	Seen    features.Seen // of features: the format, the layer, the geometries; zero of tables
	// Kinds are the words for kinds, with what they were taken for and how often, as
	// far as they were met; "" is no word.
	Kinds map[string]KindCount
	// Admin1 and Admin2 are what the file says of the units its records name,
	// by the value of Record.Admin1 and Record.Admin2. A dump of GeoNames names
	// units by codes ("SY.09"), and its own rows of them say what a code means:
	// here it can be looked up when the stream has ended.
	Admin1, Admin2 map[string]Unit
}

// Fault is a row that could not be read.
type Fault struct {
	Line int    // of a table, from 1 for its first; of GeoJSON the number of the feature, from 1
	What string // with the value, and what is allowed

	rows int // lines of the file it takes up, where these are more than one
}

func (f Fault) Error() string { return fmt.Sprintf("line %d: %s", f.Line, f.What) }

// LeftOut is why rows were not taken.
type LeftOut struct {
	Why  string // "kind hotel", "no name", "another country"
	Rows int
	Line int // of the first, as in Fault
}

// Column is a column or property and the field it is read as.
type Column struct {
	Field   string // of FieldNames, or of a level: "adm1_name_ar", "adm1_pcode"
	Name    string // as the file writes it
	Guessed bool   // nobody said so
}

// KindCount is what a word for a kind was taken for.
type KindCount struct {
	Kind string // of the gazetteer; "" where it was left out
	Rows int
}

// unused are columns that are no field.
func unused(all []string, fields []Column) []string {
	return slices.DeleteFunc(slices.Clone(all), func(name string) bool {
		return name == "" || slices.ContainsFunc(fields, func(c Column) bool { return c.Name == name })
	})
}

// Unit is a governorate or district as a file speaks of it; what it does not
// say is "".
type Unit struct {
	Code           string // "SY.09" of GeoNames, a p-code of OCHA
	NameAr, NameEn string
}

// leftOut is the error of a sound row that is not wanted: the reason.
type leftOut string

func (l leftOut) Error() string { return string(l) }

// maxFaults are told of one by one, maxReasons apart; maxUnits are remembered.
const maxFaults, maxReasons, maxUnits = 10, 500, 200_000

// tally counts what becomes of rows.
type tally struct {
	Summary
	reasons map[string]*LeftOut
}

func newTally() *tally {
	return &tally{reasons: map[string]*LeftOut{}, Summary: Summary{Kinds: map[string]KindCount{}, Admin1: map[string]Unit{}, Admin2: map[string]Unit{}}}
}

// take counts a row by the error it gave. An error that is not about one row is
// given back.
func (t *tally) take(line int, err error) error {
	var out leftOut
	var fault Fault
	switch {
	case err == nil:
		t.Given++
	case errors.As(err, &out):
		t.leave(string(out), line)
	case errors.As(err, &fault):
		t.Bad++
		if len(t.Faults) < maxFaults {
			t.Faults = append(t.Faults, fault)
		}
		t.Bad += max(fault.rows-1, 0)
		t.Rows += max(fault.rows-1, 0)
	default:
		return err
	}
	t.Rows++
	return nil
}

func (t *tally) leave(why string, line int) {
	if t.reasons[why] == nil {
		if len(t.reasons) >= maxReasons {
			why = "other reasons"
		}
		if t.reasons[why] == nil {
			t.reasons[why] = &LeftOut{Why: why, Line: line}
		}
	}
	t.reasons[why].Rows++
}

// remember keeps what a file says of a unit; of two sayings the fuller counts.
func remember(units map[string]Unit, by string, u Unit) {
	if u.Code == "" && u.NameAr == "" {
		return // the name is all there is
	}
	old, known := units[by]
	if !known && len(units) >= maxUnits {
		return
	}
	units[by] = Unit{Code: cmp.Or(old.Code, u.Code), NameAr: cmp.Or(old.NameAr, u.NameAr), NameEn: cmp.Or(old.NameEn, u.NameEn)}
}

// meant keeps what a word for a kind was taken for, and gives that.
func (t *tally) meant(word, kind string) string {
	k, known := t.Kinds[word]
	if !known && len(t.Kinds) >= maxReasons {
		return kind
	}
	if k.Rows++; kind != none {
		k.Kind = kind
	}
	t.Kinds[word] = k
	return kind
}

// verdict is nil for a file that can be trusted: it gave something, and of its
// rows one, or up to a tenth, could not be read.
func (t *tally) verdict() error {
	switch {
	case t.Rows == 0:
		return errors.New("holds no rows")
	case t.Bad > 1 && t.Bad*10 > t.Rows:
		return fmt.Errorf("%d of %d rows cannot be read, more than a tenth: first %w", t.Bad, t.Rows, t.Faults[0])
	case t.Given > 0:
		return nil
	case t.Bad > 0:
		return fmt.Errorf("none of %d rows can be used: first %w", t.Rows, t.Faults[0])
	default:
		return fmt.Errorf("none of %d rows can be used: %s", t.Rows, t.whyNot())
	}
}

func (t *tally) whyNot() string {
	var out []string
	for _, l := range first(t.sorted(), 3) {
		out = append(out, fmt.Sprintf("%s (%d rows, first line %d)", l.Why, l.Rows, l.Line))
	}
	return strings.Join(out, "; ")
}

func (t *tally) sorted() []LeftOut {
	var out []LeftOut
	for _, l := range t.reasons {
		out = append(out, *l)
	}
	slices.SortFunc(out, func(a, b LeftOut) int { return cmp.Or(b.Rows-a.Rows, cmp.Compare(a.Why, b.Why)) })
	return out
}

// summary is a copy of what was counted.
func (t *tally) summary() Summary {
	s := t.Summary
	s.Faults, s.Columns, s.LeftOut = slices.Clone(s.Faults), slices.Clone(s.Columns), t.sorted()
	s.Kinds = maps.Clone(s.Kinds)
	s.Admin1, s.Admin2 = maps.Clone(s.Admin1), maps.Clone(s.Admin2)
	return s
}
