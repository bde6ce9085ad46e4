// Package check looks for what cannot be right in a gazetteer, or will mislead
// whoever reads reports by it.
package check

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"

	"frontline/geo"
	"frontline/geo/gazetteer"
	"frontline/geo/gazetteer/link"
)

// Problem is what a check of the gazetteer looks for.
type Problem string

// The problems, those first that are surely errors.
const (
	Swapped   Problem = "swapped"   // longitude and latitude stand in each other's place
	Nowhere   Problem = "nowhere"   // at 0, 0: most likely nobody knew
	Abroad    Problem = "abroad"    // outside the country that its governorate is part of
	WrongArea Problem = "area"      // outside the governorate it is said to lie in
	Duplicate Problem = "duplicate" // twice there
	Homonyms  Problem = "homonyms"  // two of one governorate share a folded name: reports can mean either
)

// Problems lists every problem, in the order in which they are reported.
var Problems = []Problem{Swapped, Nowhere, Abroad, WrongArea, Duplicate, Homonyms}

// Finding is one thing to look at.
type Finding struct {
	Problem Problem
	Places  []geo.Place // whom it is about; never empty
	What    string      // in words
}

// Distances of a check, in kilometres: how far outside its area a place may
// lie, for borders are drawn coarsely and points rounded; and within what two of
// one name are one place.
const (
	borderKm    = 3
	duplicateKm = 1
	degreeKm    = 111.2 // of latitude
)

// Check looks for what cannot be right, or will mislead. The outline is that of
// the country whose governorates the gazetteer knows; a gazetteer without areas
// has no place held against its governorate. Findings are ordered by problem,
// and then as the places are.
func Check(g *gazetteer.Gazetteer, outline orb.MultiPolygon) []Finding {
	c := checker{outline: outline, places: g, provinces: map[string]orb.MultiPolygon{}}
	for _, a := range g.Areas(1) {
		c.provinces[g.ProvinceOf(a)] = a.Outline
	}
	for _, e := range g.All() {
		c.position(e)
	}
	c.names()
	slices.SortStableFunc(c.found, func(a, b Finding) int {
		return cmp.Compare(slices.Index(Problems, a.Problem), slices.Index(Problems, b.Problem))
	})
	return c.found
}

type checker struct {
	outline   orb.MultiPolygon
	places    *gazetteer.Gazetteer
	provinces map[string]orb.MultiPolygon // by the gazetteer's name of the governorate
	found     []Finding
}

func (c *checker) find(p Problem, what string, entries ...*gazetteer.Entry) {
	f := Finding{Problem: p, What: what}
	for _, e := range entries {
		f.Places = append(f.Places, e.Place)
	}
	c.found = append(c.found, f)
}

// position checks where an entry lies.
func (c *checker) position(e *gazetteer.Entry) {
	switch {
	case e.At == orb.Point{}:
		c.find(Nowhere, "lies at 0, 0", e)
		return
	case !c.inCountry(e) || e.Precision == geo.Area: // the middle of an area lies where it will
	case !c.onLand(e.At):
		turned := orb.Point{e.At.Lat(), e.At.Lon()}
		if c.onLand(turned) {
			c.find(Swapped, fmt.Sprintf("lies at lon %g, lat %g: outside the country, and inside it the other way round", e.At.Lon(), e.At.Lat()), e)
			return
		}
		c.find(Abroad, fmt.Sprintf("lies at lon %g, lat %g: outside the country", e.At.Lon(), e.At.Lat()), e)
		return
	}
	province := c.provinces[e.Admin1]
	if province == nil || e.Kind == "governorate" || e.Kind == "region" || inside(province, e.At) {
		return
	}
	what := "said to lie in " + e.Admin1 + ": is outside of it"
	if a, ok := c.places.AreaAt(e.At, 1); ok {
		what = fmt.Sprintf("said to lie in %s: is in %s", e.Admin1, c.places.ProvinceOf(a))
	}
	c.find(WrongArea, what, e)
}

// inCountry says whether the entry is said to lie in the country of the
// outline: in one of the governorates that the gazetteer knows.
func (c *checker) inCountry(e *gazetteer.Entry) bool {
	_, known := c.places.Province(e.Admin1)
	return known && len(c.outline) > 0
}

// onLand says whether a point lies in the country: within its outline, or in one
// of its governorates, which are drawn more finely.
func (c *checker) onLand(p orb.Point) bool {
	if _, ok := c.places.AreaAt(p, 1); ok {
		return true
	}
	return inside(c.outline, p)
}

// inside says whether a point lies in an area, or hardly outside.
func inside(area orb.MultiPolygon, p orb.Point) bool {
	if planar.MultiPolygonContains(area, p) {
		return true
	}
	// Degrees of longitude are drawn together to what they are at this
	// latitude, so that the nearest point of the border is the nearest.
	shrink := math.Cos(p.Lat() * math.Pi / 180)
	for _, polygon := range area {
		for _, ring := range polygon {
			for i := 1; i < len(ring); i++ {
				if nearSegment(p, ring[i-1], ring[i], shrink) {
					return true
				}
			}
		}
	}
	return false
}

func nearSegment(p, a, b orb.Point, shrink float64) bool {
	flat := func(q orb.Point) orb.Point { return orb.Point{(q.Lon() - p.Lon()) * shrink, q.Lat() - p.Lat()} }
	return planar.DistanceFromSegment(flat(a), flat(b), orb.Point{})*degreeKm <= borderKm
}

// names checks which entries cannot be told apart by their names.
func (c *checker) names() {
	type pair struct{ a, b *gazetteer.Entry }
	byKey := map[string][]*gazetteer.Entry{}
	var keys []string
	for _, e := range c.places.All() {
		k := gazetteer.NameKey(cmp.Or(e.NameAr, e.NameEn)) + "|" + e.Admin1
		if byKey[k] == nil {
			keys = append(keys, k)
		}
		byKey[k] = append(byKey[k], e)
	}
	seen := map[pair]bool{}
	for _, k := range keys {
		var others []*gazetteer.Entry
		for i, a := range byKey[k] {
			twin := false
			for _, b := range byKey[k][:i] {
				if link.Alike(a.Kind, b.Kind) && geo.DistanceKm(a.At, b.At) <= duplicateKm && !seen[pair{a, b}] {
					seen[pair{a, b}], twin = true, true
					c.find(Duplicate, fmt.Sprintf("%.1f km apart", geo.DistanceKm(a.At, b.At)), b, a)
				}
			}
			if !twin {
				others = append(others, a)
			}
		}
		if len(others) > 1 {
			c.find(Homonyms, fmt.Sprintf("%d places of one name in %s", len(others), cmp.Or(others[0].Admin1, "no governorate")), others...)
		}
	}
}
