package gazetteer

import (
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

// Areas finds the administrative unit of a point. It is immutable, and safe
// for concurrent use; nil has none.
type Areas struct {
	byLevel map[int][]bounded
}

// bounded is an area with the box around it, which most points are outside of.
type bounded struct {
	Area
	box orb.Bound
}

// NewAreas indexes administrative units. It keeps their outlines.
func NewAreas(list []Area) *Areas {
	a := &Areas{byLevel: map[int][]bounded{}}
	for _, x := range list {
		a.byLevel[x.Level] = append(a.byLevel[x.Level], bounded{x, x.Outline.Bound()})
	}
	return a
}

// At is the unit of a level that a point (lon, lat) lies in; a point on the
// border lies in one of the two. False where none is known.
func (a *Areas) At(p orb.Point, level int) (Area, bool) {
	if a == nil {
		return Area{}, false
	}
	for _, x := range a.byLevel[level] {
		if x.box.Contains(p) && planar.MultiPolygonContains(x.Outline, p) {
			return x.Area, true
		}
	}
	return Area{}, false
}

// Level are the units of a level, in the order in which they were given.
func (a *Areas) Level(level int) []Area {
	if a == nil {
		return nil
	}
	out := make([]Area, len(a.byLevel[level]))
	for i, x := range a.byLevel[level] {
		out[i] = x.Area
	}
	return out
}
