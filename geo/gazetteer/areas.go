package gazetteer

import (
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

// areas finds the administrative unit of a point.
type areas struct {
	byLevel map[int][]bounded
}

// bounded is an area with the box around it, which most points are outside of.
type bounded struct {
	Area
	box orb.Bound
}

func newAreas(list []Area) areas {
	a := areas{byLevel: map[int][]bounded{}}
	for _, x := range list {
		a.byLevel[x.Level] = append(a.byLevel[x.Level], bounded{x, x.Outline.Bound()})
	}
	return a
}

func (a areas) at(p orb.Point, level int) (Area, bool) {
	for _, x := range a.byLevel[level] {
		if x.box.Contains(p) && planar.MultiPolygonContains(x.Outline, p) {
			return x.Area, true
		}
	}
	return Area{}, false
}

// AreaAt is the administrative unit of a level that a point (lon, lat) lies in;
// a point on the border lies in one of the two. False where none is known.
func (g *Gazetteer) AreaAt(p orb.Point, level int) (Area, bool) { return g.areas.at(p, level) }

// Areas are the administrative units of a level, in the order in which they were
// given.
func (g *Gazetteer) Areas(level int) []Area {
	out := make([]Area, len(g.areas.byLevel[level]))
	for i, x := range g.areas.byLevel[level] {
		out[i] = x.Area
	}
	return out
}
