package front

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"frontline/geo"
	"frontline/geo/partition"
	"frontline/timeline"

	"github.com/paulmach/orb"
)

// Gap is what separates two parts of a side where they come nearest to each other.
type Gap struct {
	Parts  [2]int // by index, the lesser first
	Places [2]geo.Place
	Km     float64 // between the places, along a great circle
}

// padding makes an outline around places, in degrees.
const padding = 0.1

// Gaps are those between neighbouring parts that Parts made, the shortest
// first: parts with no third one's place in the circle over their two nearest
// places. An error says that the ground could not be divided between the places.
func (c *Course) Gaps(parts []Part) ([]Gap, error) {
	if len(parts) < 2 {
		return nil, nil
	}
	var places []geo.Place
	var part []int
	of := c.ground.placesByID()
	for i, p := range parts {
		for _, id := range p.Places {
			places, part = append(places, of[id]), append(part, i)
		}
	}
	sites := make([]orb.Point, len(places))
	for i, p := range places {
		sites[i] = p.At
	}
	// All middles of gaps lie in the bound of the sites.
	near, err := partition.New(sites, orb.MultiPolygon{orb.MultiPoint(sites).Bound().Pad(padding).ToPolygon()})
	if err != nil {
		return nil, fmt.Errorf("front: gaps: %w", err)
	}
	shortest := map[[2]int]Gap{}
	for arc := range near.Arcs() {
		if arc.Right < 0 {
			continue
		}
		a, b := near.SiteOf(arc.Left), near.SiteOf(arc.Right)
		if part[a] == part[b] {
			continue
		}
		if part[a] > part[b] {
			a, b = b, a
		}
		g := Gap{[2]int{part[a], part[b]}, [2]geo.Place{places[a], places[b]}, geo.DistanceKm(sites[a], sites[b])}
		if was, there := shortest[g.Parts]; !there || less(g, was) {
			shortest[g.Parts] = g
		}
	}
	var out []Gap
	for _, g := range shortest {
		a, b := g.Places[0].At, g.Places[1].At
		middle, inside := near.CellAt(orb.Point{(a.Lon() + b.Lon()) / 2, (a.Lat() + b.Lat()) / 2})
		if at := near.Site(max(middle, 0)); inside && (at == a || at == b) {
			out = append(out, g)
		}
	}
	slices.SortFunc(out, func(x, y Gap) int {
		if less(x, y) {
			return -1
		}
		return 1
	})
	return out, nil
}

func less(x, y Gap) bool {
	return cmp.Or(cmp.Compare(x.Km, y.Km), cmp.Compare(x.Places[0].ID, y.Places[0].ID), cmp.Compare(x.Places[1].ID, y.Places[1].ID)) < 0
}

// Nearest is the point of a front that lies nearest to another point.
type Nearest struct {
	At     orb.Point   // lon, lat
	Km     float64     // from the other point, along a great circle
	Places [2][]string // ids of the places on either side of the front there, those of the side asked about first
	States [2]State    // of the ground on either side
}

// NearestFront is the point nearest to p of the borders between ground that a side
// holds on a day and ground that others hold; of all such borders where side is "".
// It is false where there is none. Contested ground and ground nobody is known to
// hold have no front.
func (c *Course) NearestFront(p orb.Point, day timeline.Day, side string, sides Sides) (Nearest, bool) {
	best := Nearest{Km: math.Inf(1)}
	ground := c.ground.partition
	for arc := range ground.Arcs() {
		if arc.Right < 0 {
			continue
		}
		left, right := c.state(int32(arc.Left), day), c.state(int32(arc.Right), day)
		l, heldLeft := sides.of(left)
		r, heldRight := sides.of(right)
		if !heldLeft || !heldRight || l == r || side != "" && l != side && r != side {
			continue
		}
		at := nearestOn(ground.Node(arc.Nodes[0]), ground.Node(arc.Nodes[1]), p)
		if km := geo.DistanceKm(p, at); km < best.Km {
			best = Nearest{at, km, [2][]string{c.ground.ids[arc.Left], c.ground.ids[arc.Right]}, [2]State{left, right}}
			if r == side || side == "" && r < l {
				best.Places[0], best.Places[1] = best.Places[1], best.Places[0]
				best.States[0], best.States[1] = right, left
			}
		}
	}
	return best, !math.IsInf(best.Km, 1)
}

// nearestOn is the point nearest to p of the straight line from a to b, in a plane
// that is true at p.
func nearestOn(a, b, p orb.Point) orb.Point {
	wide := math.Cos(p.Lat() * math.Pi / 180)
	dx, dy := (b.Lon()-a.Lon())*wide, b.Lat()-a.Lat()
	along := ((p.Lon()-a.Lon())*wide*dx + (p.Lat()-a.Lat())*dy) / (dx*dx + dy*dy)
	along = min(max(along, 0), 1)
	return orb.Point{a.Lon() + along*(b.Lon()-a.Lon()), a.Lat() + along*(b.Lat()-a.Lat())}
}
