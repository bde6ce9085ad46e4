// Package link finds which place of the gazetteer a record of another source
// means, and tells what came of it.
package link

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"frontline/geo"
	"frontline/geo/gazetteer"
)

// Basis is how a record was found to be a place.
type Basis string

// The bases of links, the surest first.
const (
	ByID       Basis = "id"       // the record names the gazetteer's own id
	ByPCode    Basis = "p-code"   // both have the same p-code of OCHA
	ByGeoNames Basis = "geonames" // both have the same id of GeoNames
	ByName     Basis = "name"     // both bear a name, are of a kind, and lie close
	ByNothing  Basis = ""         // it is a place of its own
)

// Match is which place a record means.
type Match struct {
	Place    string // id of the gazetteer
	By       Basis
	Conflict string // in words: what the two say differently; "" where they agree
}

// Distances, in kilometres, within which two points of one name are one place,
// by how precisely the known one is known.
const (
	sameExactKm       = 3
	sameApproximateKm = 4
	sameAreaKm        = 12
)

// elsewhereKm is how far apart two points of one code are two places, unless
// they share a name: somebody has mistaken the code.
const elsewhereKm = 50

// strayKm is how far two points of one id may lie apart before that is worth
// a look.
const strayKm = 5

// governorate is the kind of a governorate.
const governorate = "governorate"

// Candidate is a record that others are held against, with its names folded
// once they are asked for. It is not safe for concurrent use.
type Candidate struct {
	gazetteer.Record
	keys, skeletons []string
}

// names are the folded names of the candidate, and their skeletons.
func (c *Candidate) names() (keys, skeletons []string) {
	if c.keys == nil {
		for _, n := range c.Names() {
			c.keys = append(c.keys, gazetteer.NameKey(n))
			if s := gazetteer.Skeleton(n); len(s) > 1 { // one consonant is shared by too many
				c.skeletons = append(c.skeletons, s)
			}
		}
	}
	return c.keys, c.skeletons
}

// Linker says which places records mean. It is not safe for concurrent use.
type Linker struct {
	base   *gazetteer.Gazetteer
	byCode map[string]*Candidate // by "p:" and the p-code, or "g:" and the id of GeoNames
	cells  map[int64][]*Candidate

	governorates map[string]*Candidate // by the name that the gazetteer has for them
}

// New makes a linker to the places of a gazetteer.
func New(base *gazetteer.Gazetteer) *Linker {
	l := &Linker{base: base, byCode: map[string]*Candidate{}, cells: map[int64][]*Candidate{},
		governorates: map[string]*Candidate{}}
	for _, e := range base.All() {
		c := &Candidate{Record: gazetteer.Record{Entry: *e}}
		if e.PCode != "" {
			l.byCode["p:"+e.PCode] = c
		}
		if e.GeoNames != "" {
			l.byCode["g:"+e.GeoNames] = c
		}
		if e.Kind == governorate {
			l.governorates[e.Admin1] = c
			continue
		}
		l.put(c)
	}
	return l
}

// put makes an entry findable from the cells around it: as far as a place can
// lie that is the same.
func (l *Linker) put(e *Candidate) {
	ring := int64(1)
	if e.Precision == geo.Area {
		ring = 3
	}
	for _, row := range rows(e.At, ring) {
		for c := row[0]; c <= row[1]; c++ {
			l.cells[c] = append(l.cells[c], e)
		}
	}
}

// Governorate is the gazetteer's name of a governorate that is written
// otherwise elsewhere; name itself where it has none so called.
func (l *Linker) Governorate(name string) string {
	if p, ok := l.base.Province(name); ok {
		return p
	}
	return name
}

// Link says which place a record means: one of the gazetteer's, or one of
// others, which are what was imported before; else it is a place of its own,
// whose id is made of the source and its key. Others of the same source are
// passed over: a source has a place once.
func (l *Linker) Link(r *gazetteer.Record, others []*Candidate) Match {
	if _, there := l.base.Get(r.ID); r.ID != "" && there {
		return Match{Place: r.ID, By: ByID}
	}
	asked, mistaken := &Candidate{Record: *r}, ""
	if e, by := l.coded(r, others); e != nil {
		km := geo.DistanceKm(e.At, r.At)
		if km <= elsewhereKm || shareName(e, asked, true) {
			return Match{Place: e.ID, By: by, Conflict: l.contradiction(&e.Entry, &r.Entry)}
		}
		mistaken = fmt.Sprintf("%s has the same %s, %.0f km away and by another name", e.ID, by, km)
	}
	if c := l.governorate(r); c != nil {
		return Match{Place: c.ID, By: ByName, Conflict: mistaken}
	}
	var best *Candidate
	bestKm := math.Inf(1)
	for _, list := range [][]*Candidate{l.cells[CellOf(r.At)], others} {
		for _, c := range list {
			if c.Source == r.Source {
				continue
			}
			if km := geo.DistanceKm(c.At, r.At); km < bestKm && same(c, asked, km) {
				best, bestKm = c, km
			}
		}
	}
	if best == nil {
		return Match{Place: r.Source + ":" + r.Key, Conflict: mistaken}
	}
	return Match{Place: best.ID, By: ByName, Conflict: cmp.Or(mistaken, l.contradiction(&best.Entry, &r.Entry))}
}

// governorate is the governorate that r is: there is one of a name, and where
// its middle lies is a matter of taste.
func (l *Linker) governorate(r *gazetteer.Record) *Candidate {
	if r.Kind != governorate {
		return nil
	}
	for _, n := range r.Names() {
		if p, ok := l.base.Province(n); ok {
			return l.governorates[p]
		}
	}
	return nil
}

// coded is the place that bears the same code, and which.
func (l *Linker) coded(r *gazetteer.Record, others []*Candidate) (*Candidate, Basis) {
	if c := l.byCode["p:"+r.PCode]; c != nil {
		return c, ByPCode
	}
	if c := l.byCode["g:"+r.GeoNames]; c != nil {
		return c, ByGeoNames
	}
	for _, o := range others {
		switch {
		case o.Source == r.Source:
		case r.PCode != "" && o.PCode == r.PCode:
			return o, ByPCode
		case r.GeoNames != "" && o.GeoNames == r.GeoNames:
			return o, ByGeoNames
		}
	}
	return nil, ByNothing
}

// same says whether two places so far apart are one: of a kind, of a name, and
// closer than the known one is known precisely. The codes of one kind tell
// places apart that they were given to.
func same(known, c *Candidate, km float64) bool {
	if km > sameAreaKm || !Alike(known.Kind, c.Kind) || known.PCode != "" && c.PCode != "" && known.PCode != c.PCode {
		return false
	}
	switch {
	case km <= sameExactKm:
		return shareName(known, c, true)
	case km <= sameApproximateKm && known.Precision != geo.Exact, known.Precision == geo.Area:
		return shareName(known, c, false)
	}
	return false
}

// Alike says whether one source can call a place of the one kind by the other.
func Alike(a, b string) bool {
	return a == b || a == "" || b == "" || settlement(a) && settlement(b) || heights(a) && heights(b)
}

func settlement(kind string) bool {
	switch kind {
	case "village", "town", "city", "neighbourhood", "camp", "hamlet", "oasis":
		return true
	}
	return false
}

func heights(kind string) bool { return kind == "hill" || kind == "mountain" }

// shareName says whether two places bear one name: folded, or, where they lie
// close, as another transliteration.
func shareName(a, b *Candidate, loose bool) bool {
	keysA, skeletonsA := a.names()
	keysB, skeletonsB := b.names()
	meet := func(x, y []string) bool {
		return slices.ContainsFunc(x, func(s string) bool { return slices.Contains(y, s) })
	}
	return meet(keysA, keysB) || loose && meet(skeletonsA, skeletonsB)
}

// contradiction is what two entries of one place say differently, in words.
func (l *Linker) contradiction(known, e *gazetteer.Entry) string {
	if km := geo.DistanceKm(known.At, e.At); km > strayKm && known.Precision != geo.Area {
		return fmt.Sprintf("%.0f km apart", km)
	}
	a, knowsA := l.base.Province(known.Admin1)
	b, knowsB := l.base.Province(e.Admin1)
	if knowsA && knowsB && a != b {
		return fmt.Sprintf("in %s, and in %s", known.Admin1, e.Admin1)
	}
	if !Alike(known.Kind, e.Kind) {
		return fmt.Sprintf("a %s, and a %s", known.Kind, e.Kind)
	}
	return ""
}
