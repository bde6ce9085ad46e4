package overlay

import (
	"slices"

	"github.com/paulmach/orb"
	"github.com/peterstace/simplefeatures/geom"
)

// toGeom is a shape as simplefeatures has it; open rings are closed.
func toGeom(m orb.MultiPolygon) geom.Geometry {
	all := make([]geom.Polygon, len(m))
	for i, p := range m {
		all[i] = polygonOf(p...)
	}
	return geom.NewMultiPolygon(all).AsGeometry()
}

func polygonOf(rings ...orb.Ring) geom.Polygon {
	lines := make([]geom.LineString, len(rings))
	for i, ring := range rings {
		flat := make([]float64, 0, 2*len(ring)+2)
		for _, p := range ring {
			flat = append(flat, p[0], p[1])
		}
		if len(ring) > 0 && !ring.Closed() {
			flat = append(flat, ring[0][0], ring[0][1])
		}
		lines[i] = geom.NewLineString(geom.NewSequence(flat, geom.DimXY))
	}
	return geom.NewPolygon(lines)
}

// fromGeom is the ground of g: what is only a line or a point of it, or has no
// breadth that numbers tell, is none.
func fromGeom(g geom.Geometry) (out orb.MultiPolygon) {
	for _, part := range g.Dump() {
		if !part.IsPolygon() || part.IsEmpty() {
			continue
		}
		var polygon orb.Polygon
		for i, line := range part.MustAsPolygon().DumpRings() {
			ring := ringOf(line)
			if flat(ring) && i == 0 {
				break
			} else if flat(ring) {
				continue
			}
			if outer := i == 0; outer != (ring.Orientation() == orb.CCW) {
				slices.Reverse(ring)
			}
			polygon = append(polygon, ring)
		}
		if polygon != nil {
			out = append(out, polygon)
		}
	}
	return out
}

func ringOf(line geom.LineString) orb.Ring {
	on := line.Coordinates()
	ring := make(orb.Ring, on.Length())
	for i := range ring {
		at := on.GetXY(i)
		ring[i] = orb.Point{at.X, at.Y}
	}
	return ring
}
