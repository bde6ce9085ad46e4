package overlay

import (
	"fmt"

	"github.com/paulmach/orb"
	"github.com/peterstace/simplefeatures/geom"
)

// Repaired is a shape made valid. A ring that touches or crosses itself encloses
// what it runs around an odd number of times; holes are taken out of their
// polygon, wherever they lie; what several polygons cover is one ground. Ground
// without breadth is left out. A valid shape stays as it is, but for how its
// rings wind. One that crosses itself without end is ErrInvalid.
func Repaired(m orb.MultiPolygon) (orb.MultiPolygon, error) {
	g, err := repaired(toGeom(m))
	if err != nil {
		return nil, err
	}
	return fromGeom(g), nil
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
	out, err := united(parts)
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

// maxPieces is into how many pieces a ring is cut at most: one that needs more
// is scribble.
const maxPieces = 1000

// enclosed is what a ring runs around an odd number of times. A piece that is
// not valid is cut in two along a chord: what each half encloses, but not both,
// is what the whole does.
func enclosed(ring orb.Ring) (out geom.Geometry, err error) {
	todo := loops(ring)
	for pieces := 0; len(todo) > 0; pieces++ {
		piece := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if pieces == maxPieces {
			return out, fmt.Errorf("%w: a ring near %v,%v crosses itself again and again", ErrInvalid, piece[0].Lon(), piece[0].Lat())
		}
		polygon := polygonOf(piece)
		if polygon.Validate() != nil {
			if half := len(piece) / 2; half > 1 {
				todo = append(todo, loops(piece[:half+1])...)
				todo = append(todo, loops(append(orb.Ring{piece[0]}, piece[half:]...))...)
			}
			continue // a triangle that is not valid has no breadth
		}
		if out, err = geom.SymmetricDifference(out, polygon.AsGeometry()); err != nil {
			return out, fmt.Errorf("%w: %w", ErrInvalid, err)
		}
	}
	return out, nil
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
