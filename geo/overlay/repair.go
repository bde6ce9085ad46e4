package overlay

import (
	"fmt"
	"math"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
	"github.com/peterstace/simplefeatures/geom"
)

// Repaired is a shape made valid. A ring that touches or crosses itself encloses
// what it runs around an odd number of times; holes are taken out of their
// polygon, wherever they lie; what several polygons cover is one ground. Ground
// without breadth is left out. A valid shape stays as it is, but for how its
// rings wind. One that crosses itself without end is ErrInvalid.
func Repaired(m orb.MultiPolygon) (orb.MultiPolygon, error) {
	g := toGeom(m)
	if check(g) == nil {
		return fromGeom(g), nil
	}
	for _, shape := range []func() geom.Geometry{func() geom.Geometry { return g }, func() geom.Geometry { return g.SnapToGrid(decimals) }} {
		whole, err := repaired(shape())
		if err != nil {
			return nil, err
		}
		if out := fromGeom(whole); Check(out) == nil {
			return out, nil
		}
	}
	return nil, fmt.Errorf("%w: its points lie nearer to each other than numbers tell", ErrInvalid)
}

func repaired(g geom.Geometry) (geom.Geometry, error) {
	if check(g) == nil {
		return g, nil
	}
	var parts []geom.Geometry
	for _, part := range g.Dump() {
		if part.IsPolygon() {
			p, err := repairedPolygon(part.MustAsPolygon())
			if err != nil {
				return g, err
			}
			parts = append(parts, p)
		}
	}
	out, err := folded(parts, geom.Union)
	if err != nil {
		return g, fmt.Errorf("%w: %w", ErrInvalid, err)
	}
	return out, nil
}

func repairedPolygon(p geom.Polygon) (out geom.Geometry, err error) {
	if check(p.AsGeometry()) == nil {
		return p.AsGeometry(), nil
	}
	for i, line := range p.DumpRings() {
		ring, err := enclosed(ringOf(line))
		if err != nil {
			return out, err
		}
		if i == 0 {
			out = ring
		} else if out, err = geom.Difference(out, ring); err != nil {
			return out, fmt.Errorf("%w: %w", ErrInvalid, err)
		}
	}
	return out, nil
}

// rounds is how often points are put where sides meet: a point that is rounded
// can make its sides meet others.
const rounds = 4

// enclosed is what a ring runs around an odd number of times: what one of the
// loops does that it falls into, but not two.
func enclosed(ring orb.Ring) (geom.Geometry, error) {
	var simple []geom.Geometry
	todo := loops(ring)
	for round := 0; len(todo) > 0; round++ {
		var again []orb.Ring
		for _, loop := range todo {
			polygon := polygonOf(loop)
			if polygon.Validate() == nil {
				simple = append(simple, polygon.AsGeometry())
				continue
			}
			with, met, err := noded(loop)
			if err != nil {
				return geom.Geometry{}, err
			}
			if met > 0 && round < rounds {
				again = append(again, loops(with)...)
			} else if !flat(loop) {
				return geom.Geometry{}, fmt.Errorf("%w: a ring near %v,%v meets itself", ErrInvalid, loop[0].Lon(), loop[0].Lat())
			}
		}
		todo = again
	}
	return folded(simple, geom.SymmetricDifference)
}

// flat says whether a ring, open or closed, has no breadth that numbers tell: in
// degrees, two tenths of a millimetre to a hundred kilometres.
func flat(loop orb.Ring) bool {
	far := 0.0
	for i := range loop {
		s := side(loop, i)
		far = max(far, apart2(s[0], s[1]))
	}
	return math.Abs(planar.Area(append(loop[:len(loop):len(loop)], loop[0]))) <= 1e-9*far
}

// loops are the rings, open and of three points or more, that a ring falls into
// where it comes back to a point: what it goes there and back is left out.
func loops(ring orb.Ring) (out []orb.Ring) {
	var way orb.Ring
	seen := map[orb.Point]int{}
	for _, p := range ring {
		at, before := seen[p]
		if !before {
			seen[p] = len(way)
			way = append(way, p)
			continue
		}
		if loop := way[at:]; len(loop) > 2 {
			out = append(out, append(orb.Ring{}, loop...))
		}
		for _, gone := range way[at+1:] {
			delete(seen, gone)
		}
		way = way[:at+1]
	}
	if len(way) > 2 {
		out = append(out, way)
	}
	return out
}
