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
// other, polygons of one shape that share points at most. What was drawn
// elsewhere is made so by Repaired; results are.
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
		if len(s) == 0 {
			continue
		}
		g, err := valid(s)
		if err != nil {
			return nil, err
		}
		all = append(all, g)
	}
	out, err := united(all)
	if err != nil {
		return nil, fmt.Errorf("union: %w", err)
	}
	return fromGeom(out), nil
}

// united is the union of shapes, two and two: geom.UnionMany leaves out what is a
// hole of one and lies within another.
func united(all []geom.Geometry) (geom.Geometry, error) {
	switch len(all) {
	case 0:
		return geom.Geometry{}, nil
	case 1:
		return all[0], nil
	}
	half := len(all) / 2
	a, err := united(all[:half])
	if err != nil {
		return a, err
	}
	b, err := united(all[half:])
	if err != nil {
		return b, err
	}
	return steadily(geom.Union)(a, b)
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

// SymmetricDifference is the ground of one of the shapes that is not the
// other's.
func SymmetricDifference(a, b orb.MultiPolygon) (orb.MultiPolygon, error) {
	if len(a) == 0 || len(b) == 0 || !a.Bound().Intersects(b.Bound()) {
		return Union(a, b)
	}
	return both(a, b, "symmetric difference", geom.SymmetricDifference)
}

// decimals is to how many of them shapes are rounded that cannot be laid over
// each other as they are, because of points nearer to each other than numbers
// tell: 1 cm in degrees.
const decimals = 7

// both lays a shape over another.
func both(a, b orb.MultiPolygon, name string, lay operation) (orb.MultiPolygon, error) {
	ga, err := valid(a)
	if err != nil {
		return nil, err
	}
	gb, err := valid(b)
	if err != nil {
		return nil, err
	}
	out, err := steadily(lay)(ga, gb)
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

// valid is a shape as simplefeatures has it; one that is not valid is
// ErrInvalid.
func valid(m orb.MultiPolygon) (geom.Geometry, error) {
	g := toGeom(m)
	if err := check(g); err != nil {
		return g, fmt.Errorf("%w: %w", ErrInvalid, err)
	}
	return g, nil
}

// check says what is wrong with a shape. That a hole lies inside its polygon
// geom tells by its first point: where that lies on the outer ring, the second
// one has to tell.
func check(g geom.Geometry) error {
	if err := g.Validate(); err != nil {
		return err
	}
	for _, part := range g.Dump() {
		if !part.IsPolygon() || part.MustAsPolygon().NumInteriorRings() == 0 {
			continue
		}
		var turned orb.Polygon
		for _, line := range part.MustAsPolygon().DumpRings() {
			turned = append(turned, ringOf(line)[1:])
		}
		if err := polygonOf(turned...).Validate(); err != nil {
			return err
		}
	}
	return nil
}

// Inside is a point well inside a shape. A shape without ground is ErrInvalid.
func Inside(m orb.MultiPolygon) (orb.Point, error) {
	g, err := valid(m)
	if err != nil {
		return orb.Point{}, err
	}
	at, ok := g.PointOnSurface().XY()
	if !ok {
		return orb.Point{}, fmt.Errorf("%w: it has no ground", ErrInvalid)
	}
	return orb.Point{at.X, at.Y}, nil
}
