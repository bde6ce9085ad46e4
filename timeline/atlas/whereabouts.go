package atlas

import (
	"cmp"
	"slices"

	"frontline/geo"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/quadtree"
)

// whereabouts are the places that claims of control speak of, by id, and where they
// lie.
type whereabouts struct {
	places []located // by number
	byID   []int     // their numbers
	within *quadtree.Quadtree
}

// aboutInBox is how many places a box holds as people look at them: room made at once.
const aboutInBox = 256

// located is a place and its number.
type located struct {
	geo.Place
	number int
	rank   int // by id
}

// Point is where the place lies.
func (l *located) Point() orb.Point { return l.At }

// locate finds the places of all numbers. Places lie anywhere on the Earth: the tree
// spans it.
func (a *Atlas) locate() *whereabouts {
	w := &whereabouts{places: make([]located, len(a.sited)), byID: make([]int, len(a.sited)),
		within: quadtree.New(orb.Bound{Min: orb.Point{-180, -90}, Max: orb.Point{180, 90}})}
	for i, site := range a.sited {
		w.byID[i], w.places[i] = i, located{Place: a.places[site.id], number: i}
		if err := w.within.Add(&w.places[i]); err != nil {
			panic("atlas: place " + site.id + " lies nowhere on the Earth") // it was checked when it came
		}
	}
	slices.SortFunc(w.byID, func(x, y int) int { return cmp.Compare(w.places[x].ID, w.places[y].ID) })
	for rank, number := range w.byID {
		w.places[number].rank = rank
	}
	return w
}

// where are the numbers of the places that pass, of which claims of control
// speak, by id of the place.
func (a *Atlas) where(f Filter) []int {
	w := a.whereabouts()
	var ranks []int
	pass := func(l *located) {
		if f.PassesPlace(l.Place) {
			ranks = append(ranks, l.rank)
		}
	}
	switch number, known := a.numbers[f.Place]; {
	case f.Place != "" && known:
		pass(&w.places[number])
	case f.Place != "":
	case f.Bound != nil:
		found := w.within.InBound(make([]orb.Pointer, 0, aboutInBox), *f.Bound)
		ranks = make([]int, 0, len(found))
		for _, p := range found {
			pass(p.(*located)) //nolint:forcetypeassert // the tree holds nothing else
		}
		slices.Sort(ranks)
	default:
		for _, number := range w.byID {
			pass(&w.places[number])
		}
	}
	for i, rank := range ranks {
		ranks[i] = w.byID[rank]
	}
	return ranks
}

// Extent is the least box (lon, lat) that holds the country and all ground that claims
// speak of; empty where neither is known.
func (a *Atlas) Extent() orb.Bound { return a.extent() }

func (a *Atlas) extentOf() orb.Bound {
	b := a.outline.Bound()
	for _, c := range a.claims() {
		if ground := c.Place.Ground(); ground != nil {
			b = b.Union(ground.Bound())
		}
	}
	return b
}
