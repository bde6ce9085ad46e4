package partition

import (
	"slices"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

// assemble makes polygons of the rings of one label: each that runs
// counter-clockwise is an exterior, each other a hole of the smallest exterior
// around it.
func assemble(rings []orb.Ring) orb.MultiPolygon {
	var shape orb.MultiPolygon
	var holes []orb.Ring
	for _, r := range rings {
		if signedArea(r) > 0 {
			shape = append(shape, orb.Polygon{r})
		} else {
			holes = append(holes, r)
		}
	}
	if len(holes) == 0 || len(shape) == 0 {
		return shape
	}
	if len(shape) == 1 {
		shape[0] = append(shape[0], holes...)
		return shape
	}
	bySize := make([]sized, len(shape))
	for i, polygon := range shape {
		bySize[i] = sized{polygon[0].Bound(), signedArea(polygon[0]), i}
	}
	slices.SortStableFunc(bySize, func(a, b sized) int {
		if a.area < b.area {
			return -1
		}
		return 1
	})
	for _, hole := range holes {
		if i := around(shape, bySize, hole); i >= 0 {
			shape[i] = append(shape[i], hole)
		}
	}
	return shape
}

// sized is an exterior, by its index in the shape.
type sized struct {
	bound orb.Bound
	area  float64
	index int
}

// around is the smallest exterior that holds the hole. Rings of one label
// touch each other in single points at most, so the middle of the hole's
// longest side is on no exterior's line.
func around(shape orb.MultiPolygon, bySize []sized, hole orb.Ring) int {
	bound, inner := hole.Bound(), middleOfLongest(hole)
	for _, s := range bySize {
		if s.bound.Contains(bound.Min) && s.bound.Contains(bound.Max) && planar.RingContains(shape[s.index][0], inner) {
			return s.index
		}
	}
	return -1
}

func middleOfLongest(ring orb.Ring) (mid orb.Point) {
	longest := -1.0
	for i := 1; i < len(ring); i++ {
		a, b := ring[i-1], ring[i]
		if d := planar.DistanceSquared(a, b); d > longest {
			longest, mid = d, orb.Point{(a[0] + b[0]) / 2, (a[1] + b[1]) / 2}
		}
	}
	return mid
}
