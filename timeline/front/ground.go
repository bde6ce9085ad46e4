// Package front draws the map of a day: the areas that actors hold, and the
// lines along which two of them face each other, each with the places that
// bear it out; and it finds what the shape of these means: pockets, necks, and
// the gaps between the parts of a side.
//
// The ground is divided once, around all places that there are; a day only
// says who holds each place. What is near no place, or near one of which
// nothing is known, stays without a colour of anybody.
package front

import (
	"cmp"
	"fmt"
	"slices"
	"sync"

	"frontline/geo"
	"frontline/geo/partition"

	"github.com/paulmach/orb"
)

// Ground is the ground divided between places. It never changes after
// NewGround and is safe for use by several goroutines.
type Ground struct {
	partition *partition.Partition
	places    [][]geo.Place    // by cell, ordered by id; cells beyond are witness-free
	ids       [][]string       // by cell, of its places
	km2       func() []float64 // by cell
	net       func() *net
	cells     func() []Cell
}

// NewGround divides the ground inside the outline between the places, and
// keeps everything far from them free of colour: witness-free sites, whose
// cells nobody can hold, stand wherever there is no place within three
// quarters of reachKm, on a grid a third of reachKm wide. Ground nearer to a
// place than a third of the reach therefore always belongs to a place, ground
// farther from every place than the reach never does, and between the two
// colour ends half-way to the next witness-free site.
//
// Two sorts of places get no cell. One outside the outline has none because
// the map ends there. One of precision geo.Area has none because its point is
// only the middle of something large, or 10–15 km off: a line drawn beside it
// would say what nobody knows. Places at the same point share a cell.
//
// reachKm is in kilometres, from MinReachKm to MaxReachKm; halving it brings
// four times as many witness-free sites. No places give a
// ground without areas. The arguments are neither changed nor kept. A place or
// outline that partition.New refuses is an error.
func NewGround(places []geo.Place, outline orb.MultiPolygon, reachKm float64) (*Ground, error) {
	if !(reachKm >= MinReachKm && reachKm <= MaxReachKm) {
		return nil, fmt.Errorf("ground: reach %v km: want %d to %d", reachKm, MinReachKm, MaxReachKm)
	}
	inside := partition.NewOutline(outline)
	var kept []geo.Place
	for _, p := range places {
		if err := geo.CheckLonLat(p.At); err != nil {
			return nil, fmt.Errorf("ground: place %q: %w", p.ID, err)
		}
		if p.Precision != geo.Area && inside.Contains(p.At) {
			kept = append(kept, p)
		}
	}
	slices.SortStableFunc(kept, func(a, b geo.Place) int { return cmp.Compare(a.ID, b.ID) })
	sites := make([]orb.Point, len(kept))
	for i, p := range kept {
		sites[i] = p.At
	}
	cells, err := partition.New(append(sites, witnessFree(sites, outline.Bound(), reachKm)...), outline)
	if err != nil {
		return nil, fmt.Errorf("ground: %w", err)
	}
	g := &Ground{}
	for i, p := range kept {
		c := cells.CellOf(i)
		if c == len(g.places) {
			g.places, g.ids = append(g.places, nil), append(g.ids, nil)
		}
		g.places[c], g.ids[c] = append(g.places[c], p), append(g.ids[c], p.ID)
	}
	return g.over(cells), nil
}

// placesByID are all places that have a cell.
func (g *Ground) placesByID() map[string]geo.Place {
	out := map[string]geo.Place{}
	for _, here := range g.places {
		for _, p := range here {
			out[p.ID] = p
		}
	}
	return out
}

// over puts the places on a partition in which they have their cells.
func (g *Ground) over(p *partition.Partition) *Ground {
	g.partition = p
	g.net = sync.OnceValue(g.netOf)
	g.cells = sync.OnceValue(g.makeCells)
	g.km2 = sync.OnceValue(func() []float64 {
		km2 := make([]float64, len(g.places))
		for i, c := range g.cells() {
			km2[i] = c.Km2
		}
		return km2
	})
	return g
}

// Within is the part of the ground inside a region, in the same cells. The
// region's rings are as in partition.New, and it lies inside the outline.
func (g *Ground) Within(region orb.MultiPolygon) (*Ground, error) {
	p, err := g.partition.Within(region)
	if err != nil {
		return nil, fmt.Errorf("ground: region: %w", err)
	}
	return (&Ground{places: g.places, ids: g.ids}).over(p), nil
}

// PlaceAt is the id of the place in whose cell p (longitude, latitude,
// degrees) lies, and how many kilometres away it is. Of several places at one
// point it is the first by id. It is false outside the outline and where
// there is no place within reach.
func (g *Ground) PlaceAt(p orb.Point) (placeID string, km float64, ok bool) {
	cell, inside := g.partition.CellAt(p)
	if !inside || cell >= len(g.places) {
		return "", 0, false
	}
	place := g.places[cell][0]
	return place.ID, geo.DistanceKm(p, place.At), true
}

// Around is the ground of the cells of places that are wanted; nil where there
// are none.
func (g *Ground) Around(wanted func(geo.Place) bool) orb.MultiPolygon {
	label := make([]int, g.partition.Cells())
	for cell := range label {
		label[cell] = -1
		if cell < len(g.places) && slices.ContainsFunc(g.places[cell], wanted) {
			label[cell] = 0
		}
	}
	if regions := g.partition.Join(label); len(regions) > 0 {
		return regions[0].Shape
	}
	return nil
}
