package gazetteer

import (
	"slices"
	"strings"
	"sync"

	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/geo/arabic"
)

// DecisionKind is what an editor decides.
type DecisionKind string

// The kinds of decisions.
const (
	// Alias: the name means the place. In the governorate Admin1, or
	// everywhere where that is "", it means no other.
	Alias DecisionKind = "alias"
	// Put: the place lies at a point. One that is not in the gazetteer is added
	// under its name, which means no other place of its governorate, if it has
	// one.
	Put DecisionKind = "place"
	// Forbid: the name does not mean the place, or no place at all where Place
	// is ""; in the governorate Admin1, or everywhere.
	Forbid DecisionKind = "forbid"
)

// Decision is what an editor decided of a name or a place. Later ones count
// over earlier ones.
type Decision struct {
	Kind      DecisionKind
	Name      string     // as a report writes it; "" where Put moves a place that is there
	NameOther string     // of a place that Put adds: its name in the other script; "" if none
	Admin1    string     // governorate, in English; "" for everywhere
	Place     string     // id of the gazetteer; "" where Forbid means any
	PlaceKind string     // of a place that Put adds; "" where it moves one
	At        *orb.Point // lon, lat; nil but for Put
}

// Additions are what a gazetteer does not know of itself.
type Additions struct {
	Records   []Record // what other sources say of places, each with the id of its place
	Areas     []Area   // administrative units
	Decisions []Decision
}

// With is the gazetteer with additions. Records of one place are merged, and
// what g says of it counts over them; a place of no governorate gets that of the
// area it lies in. Decisions about places that are not there change nothing. It
// does not change g.
func (g *Gazetteer) With(more Additions) *Gazetteer {
	records, decisions := more.Records, more.Decisions
	if len(records)+len(decisions)+len(more.Areas) == 0 {
		return g
	}
	entries := make([]Entry, len(g.entries), len(g.entries)+len(records))
	for i := range g.entries {
		entries[i] = g.entries[i].clone()
	}
	at := make(map[string]int, cap(entries))
	for i := range entries {
		at[entries[i].ID] = i
	}
	for i := range records {
		r := &records[i]
		if k, there := at[r.ID]; there {
			entries[k].merge(&r.Entry)
			continue
		}
		at[r.ID] = len(entries)
		entries = append(entries, r.Entry.clone())
	}
	for _, d := range decisions {
		entries = d.apply(entries, at)
	}
	ground := newAreas(more.Areas)
	for i := range entries {
		if e := &entries[i]; e.Admin1 == "" {
			if a, ok := ground.at(e.At, 1); ok {
				e.Admin1 = g.ProvinceOf(a)
			}
		}
	}
	out := New(entries)
	out.areas = ground
	out.version = sync.OnceValue(func() string { return digest(entries, more) })
	for _, d := range decisions {
		out.decide(d)
		if d.Kind == Forbid {
			out.forbidden = append(out.forbidden, d)
		}
	}
	return out
}

// apply changes what the entries say of themselves; at is where each id is.
func (d Decision) apply(entries []Entry, at map[string]int) []Entry {
	k, there := at[d.Place]
	switch {
	case d.Kind == Alias && there:
		entries[k].addNames(d.Name)
	case d.Kind == Put && there:
		entries[k].At, entries[k].Precision = *d.At, geo.Exact
	case d.Kind == Put:
		e := Entry{Place: geo.Place{ID: d.Place, Kind: d.PlaceKind, At: *d.At, Admin1: d.Admin1, Precision: geo.Exact}}
		e.addNames(d.Name, d.NameOther)
		at[d.Place] = len(entries)
		return append(entries, e)
	}
	return entries
}

// decide changes what names mean.
func (g *Gazetteer) decide(d Decision) {
	if d.Name == "" {
		return
	}
	var means *Entry
	if i, there := g.byID[d.Place]; there {
		means = &g.entries[i]
	}
	if means == nil && d.Place != "" {
		return
	}
	left := func(entries []*Entry) []*Entry {
		out := slices.DeleteFunc(slices.Clone(entries), func(e *Entry) bool {
			switch inside := d.Admin1 == "" || e.Admin1 == d.Admin1; {
			case d.Kind == Put && d.Admin1 == "":
				return false // nobody knows which others its governorate has
			case d.Kind == Forbid:
				return inside && (means == nil || e == means)
			default:
				return inside && e != means
			}
		})
		if d.Kind != Forbid {
			out = appendNew(out, means)
		}
		return out
	}
	g.reassign(d.Name, left)
}

// forbids says whether an editor has decided that the name does not mean the
// entry. That a name means it by its spelling is known to the index alone; by
// another transliteration it must not mean it either.
func (g *Gazetteer) forbids(name string, e *Entry) bool {
	return slices.ContainsFunc(g.forbidden, func(d Decision) bool {
		return (d.Place == "" || d.Place == e.ID) && (d.Admin1 == "" || d.Admin1 == e.Admin1) && NameKey(d.Name) == NameKey(name)
	})
}

// reassign changes the entries of a name, in either script.
func (g *Gazetteer) reassign(name string, change func([]*Entry) []*Entry) {
	if isLatin(name) {
		if key := LatinKey(name); key != "" {
			g.latin[key] = change(g.latin[key])
		}
		return
	}
	named := g.names.Value(strings.Fields(arabic.Key(name)))
	var entries []*Entry
	if *named != nil {
		entries = **named
	}
	if entries = change(entries); len(entries) == 0 {
		*named = nil
		return
	}
	*named = &entries
}
