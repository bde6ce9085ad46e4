package partition

import (
	"errors"
	"fmt"
	"math"

	"frontline/geo"

	"github.com/paulmach/orb"
)

// maxLatitude is the highest middle latitude of an outline, in degrees.
const maxLatitude = 85

// reachBits bounds the coordinates of a plane: sites and outline lie within
// ±2^reachBits steps, and the ghosts within eight times as much, so that every
// difference of two of them is an integer below 2⁵², which a float64 holds
// exactly. That is what the predicates rest on.
const reachBits = 47

// vec is a point or a direction of the plane, in steps. Those of sites and
// outlines are whole numbers.
type vec struct{ x, y float64 }

func (a vec) sub(b vec) vec       { return vec{a.x - b.x, a.y - b.y} }
func (a vec) add(b vec) vec       { return vec{a.x + b.x, a.y + b.y} }
func (a vec) times(f float64) vec { return vec{a.x * f, a.y * f} }
func (a vec) length() float64     { return math.Hypot(a.x, a.y) }
func (a vec) left() vec           { return vec{-a.y, a.x} }
func (a vec) rounded() vec        { return vec{math.Round(a.x), math.Round(a.y)} }
func (a vec) near(b vec) bool {
	return math.Abs(a.x-b.x) < merged && math.Abs(a.y-b.y) < merged
}

// scale is how long a degree of longitude is in a plane.
type scale int

const (
	trueInTheMiddle scale = iota // as on the globe at the outline's middle latitude
	plain                        // as long as one of latitude
)

// plane maps longitude and latitude to the plane in which cells are cut.
type plane struct {
	lon0, lat0 float64 // degrees; the middle of the outline
	cos        float64 // how long a degree of longitude is, in those of latitude
	step       float64 // degrees of latitude; a power of two
}

// planeOf is the plane around the outline's middle with the finest step that
// keeps all sites and the outline within reachBits.
func planeOf(scale scale, sites []orb.Point, outline orb.MultiPolygon) (plane, error) {
	bound, some := orb.Bound{}, false
	for i, polygon := range outline {
		for j, ring := range polygon {
			for _, v := range ring {
				if err := geo.CheckLonLat(v); err != nil {
					return plane{}, fmt.Errorf("outline: polygon %d, ring %d: %w", i, j, err)
				}
				if !some {
					bound, some = orb.Bound{Min: v, Max: v}, true
				}
				bound = bound.Extend(v)
			}
		}
	}
	if !some {
		return plane{}, errors.New("outline: no points: want at least one ring")
	}
	mid := bound.Center()
	if math.Abs(mid.Lat()) > maxLatitude {
		return plane{}, fmt.Errorf("outline: middle latitude %v: want within ±%d", mid.Lat(), maxLatitude)
	}
	pl := plane{lon0: mid.Lon(), lat0: mid.Lat(), cos: math.Cos(mid.Lat() * math.Pi / 180), step: 1}
	if scale == plain {
		pl.cos = 1
	}
	reach := math.Max(bound.Max.Lat()-mid.Lat(), (bound.Max.Lon()-mid.Lon())*pl.cos)
	for _, s := range sites {
		reach = max(reach, math.Abs(s.Lat()-pl.lat0), math.Abs(s.Lon()-pl.lon0)*pl.cos)
	}
	_, exp := math.Frexp(reach)
	pl.step = math.Ldexp(1, exp-reachBits)
	return pl, nil
}

// holds says whether a point lies so far in that the predicates are exact.
func (pl plane) holds(p orb.Point) bool {
	v := pl.at(p)
	return math.Max(math.Abs(v.x), math.Abs(v.y)) <= 1<<reachBits
}

// at is the point's place in the plane, to the nearest step.
func (pl plane) at(p orb.Point) vec {
	return vec{(p.Lon() - pl.lon0) * pl.cos / pl.step, (p.Lat() - pl.lat0) / pl.step}.rounded()
}

// all is where the sites are counted to lie: on a grid of merged, as cells of
// sites that are nearer to each other are thinner than what becomes one, and
// their corners cannot be told apart.
func (pl plane) all(sites []orb.Point) []vec {
	out := make([]vec, len(sites), len(sites)+ghosts)
	for i, s := range sites {
		out[i] = pl.at(s).times(1. / merged).rounded().times(merged)
	}
	return out
}

// lonLat is where a point of the plane lies on the globe.
func (pl plane) lonLat(v vec) orb.Point {
	return orb.Point{pl.lon0 + v.x*pl.step/pl.cos, pl.lat0 + v.y*pl.step}
}
