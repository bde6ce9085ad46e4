// Package overlay does with polygons what is done with sets of points: union,
// intersection, difference. The work is simplefeatures', which only this package
// knows.
//
// Shapes lie in a plane: longitude and latitude, or kilometres, as their callers
// like. Sides are straight in it. Nothing that is handed in is changed; results
// share no memory with it, and have closed rings that wind as RFC 7946 wants
// them, outer ones counter-clockwise. Empty shapes are nil, and may be handed in.
//
// Shapes handed in have to be valid: rings that do not cross themselves or each
// other, polygons of one shape that share points at most. Of others nothing is
// promised; looking costs as much as the work itself. What comes from outside is
// made valid by Repaired, once, or refused by Check; results are valid.
package overlay

import (
	"errors"
	"fmt"

	"github.com/paulmach/orb"
	"github.com/peterstace/simplefeatures/geom"
)

// ErrInvalid says that a shape is none: a ring crosses itself, say, so often
// that nobody can tell what it encloses. It is wrapped with where.
var ErrInvalid = errors.New("is no valid shape")

// Union is the ground of any of the shapes. None give nil.
func Union(shapes ...orb.MultiPolygon) (orb.MultiPolygon, error) {
	all := make([]geom.Geometry, 0, len(shapes))
	for _, s := range shapes {
		if len(s) > 0 {
			all = append(all, toGeom(s))
		}
	}
	out, err := folded(all, geom.Union)
	if err != nil {
		return nil, fmt.Errorf("union: %w", err)
	}
	return fromGeom(out), nil
}

// folded does an operation with all shapes, two and two. (geom.UnionMany leaves
// out what is a hole of one shape and lies within another.)
func folded(all []geom.Geometry, lay operation) (geom.Geometry, error) {
	switch len(all) {
	case 0:
		return geom.Geometry{}, nil
	case 1:
		return all[0], nil
	}
	half := len(all) / 2
	a, err := folded(all[:half], lay)
	if err != nil {
		return a, err
	}
	b, err := folded(all[half:], lay)
	if err != nil {
		return b, err
	}
	return steadily(lay)(a, b)
}

// Intersection is the ground that both shapes share. Where they only touch it
// is nil.
func Intersection(a, b orb.MultiPolygon) (orb.MultiPolygon, error) {
	if len(a) == 0 || len(b) == 0 || !a.Bound().Intersects(b.Bound()) {
		return nil, nil
	}
	return both(a, b, "intersection", geom.Intersection)
}

// Difference is the ground of a that is not b's.
func Difference(a, b orb.MultiPolygon) (orb.MultiPolygon, error) {
	if len(a) == 0 || len(b) == 0 || !a.Bound().Intersects(b.Bound()) {
		return Union(a)
	}
	return both(a, b, "difference", geom.Difference)
}

// decimals is to how many of them shapes are rounded that cannot be laid over
// each other as they are, because of points nearer to each other than numbers
// tell: 1 cm in degrees.
const decimals = 7

// both lays a shape over another.
func both(a, b orb.MultiPolygon, name string, lay operation) (orb.MultiPolygon, error) {
	out, err := steadily(lay)(toGeom(a), toGeom(b))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return fromGeom(out), nil
}

type operation func(a, b geom.Geometry) (geom.Geometry, error)

// steadily is an operation that is tried once more, on rounded shapes, where it
// fails.
func steadily(lay operation) operation {
	return func(a, b geom.Geometry) (geom.Geometry, error) {
		out, failed := lay(a, b)
		if failed == nil {
			return out, nil
		}
		for _, shape := range []*geom.Geometry{&a, &b} {
			var err error
			if *shape, err = repaired(shape.SnapToGrid(decimals)); err != nil {
				return out, errors.Join(failed, err)
			}
		}
		out, err := lay(a, b)
		if err != nil {
			return out, errors.Join(failed, err)
		}
		return out, nil
	}
}

// Inside is a point well inside a shape. A shape that is not valid, or without
// ground, is ErrInvalid.
func Inside(m orb.MultiPolygon) (orb.Point, error) {
	if err := Check(m); err != nil {
		return orb.Point{}, err
	}
	at, ok := toGeom(m).PointOnSurface().XY()
	if !ok {
		return orb.Point{}, fmt.Errorf("%w: it has no ground", ErrInvalid)
	}
	return orb.Point{at.X, at.Y}, nil
}
