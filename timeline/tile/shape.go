package tile

import (
	"math"
	"slices"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/clip"
	"github.com/paulmach/orb/maptile"
)

// unitsOf is where a point lies in units of a zoom, from the north-western corner
// of the world.
func unitsOf(p orb.Point, z maptile.Zoom) orb.Point {
	at := maptile.Fraction(p, z)
	return orb.Point{at[0] * extent, at[1] * extent}
}

// within is a point in whole units of the tile. The same point of the map comes to
// the same unit in every shape and tile.
func (d *drawing) within(p orb.Point) orb.Point {
	at := unitsOf(p, d.tile.Z)
	return orb.Point{math.Floor(at[0]) - float64(d.tile.X)*extent, math.Floor(at[1]) - float64(d.tile.Y)*extent}
}

// point is a point in units of the tile; false where it is not in the tile itself.
func (d *drawing) point(p orb.Point) (orb.Point, bool) {
	if !d.around.Contains(p) {
		return p, false
	}
	at := d.within(p)
	return at, at[0] >= 0 && at[0] < extent && at[1] >= 0 && at[1] < extent
}

// lines are the parts of a line within the tile and its buffer.
func (d *drawing) lines(line orb.LineString) orb.MultiLineString {
	if !line.Bound().Intersects(d.around) {
		return nil
	}
	var out orb.MultiLineString
	for _, part := range clip.LineString(bounds, d.drawn(line, true)) {
		if part = merged(part); len(part) > 1 {
			out = append(out, part)
		}
	}
	return out
}

// polygons are the parts of a shape (RFC 7946) within the tile and its buffer,
// wound as MVT wants it: exteriors clockwise as seen, holes the other way. What is
// no wider than a unit is left out.
func (d *drawing) polygons(shape orb.MultiPolygon, thin bool) orb.MultiPolygon {
	var out orb.MultiPolygon
	for _, rings := range shape {
		if !rings[0].Bound().Intersects(d.around) {
			continue
		}
		var polygon orb.Polygon
		for i, r := range rings {
			ring := d.ring(r, thin)
			if wound := surveyed(ring); i == 0 && wound <= 0 {
				break
			} else if i == 0 || wound < 0 {
				polygon = append(polygon, ring)
			}
		}
		if len(polygon) > 0 {
			out = append(out, polygon)
		}
	}
	return out
}

func (d *drawing) ring(r orb.Ring, thin bool) orb.Ring {
	ring := orb.Ring(merged(orb.LineString(clip.Ring(bounds, orb.Ring(d.drawn(orb.LineString(r), thin))))))
	slices.Reverse(ring)
	return ring
}

// drawn is a line in units of the tile, without the points that are left out.
func (d *drawing) drawn(line orb.LineString, thin bool) orb.LineString {
	if thin && d.thin == nil {
		d.thin = thinnedAt(d.situation.Areas(), d.tile.Z)
	}
	out := make(orb.LineString, 0, len(line))
	for _, p := range line {
		if !thin || !d.thin.gone[p] {
			out = append(out, d.within(p))
		}
	}
	if first := line[0]; thin && d.thin.gone[first] && first == line[len(line)-1] && len(out) > 0 {
		out = append(out, out[0]) // a ring that began at a point that is left out
	}
	return out
}

// merged is a line in whole units, every point unlike the one before. It writes over
// the line.
func merged(line orb.LineString) orb.LineString {
	out := line[:0]
	for _, p := range line {
		p = orb.Point{math.Round(p[0]), math.Round(p[1])}
		if len(out) == 0 || out[len(out)-1] != p {
			out = append(out, p)
		}
	}
	return out
}

// surveyed is twice the area of a ring by the surveyor's formula: positive for one
// that is wound clockwise as seen, y being south.
func surveyed(ring orb.Ring) (sum float64) {
	for i := 1; i < len(ring); i++ {
		sum += ring[i-1][0]*ring[i][1] - ring[i][0]*ring[i-1][1]
	}
	return sum
}
