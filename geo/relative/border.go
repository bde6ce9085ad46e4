package relative

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"frontline/geo"
	"frontline/geo/partition"

	"github.com/paulmach/orb"
)

// farApartKm is how far two places of two regions may lie apart for the middle
// between them to say where the border runs.
const farApartKm = 60

// Border is the longest stretch of the line where two regions meet: the edges
// that their outlines share, or for want of one the line half-way between
// their places. The order of the two does not matter. What cannot be known is
// where between the places it runs, half their mean distance from each other;
// with outlines 2 km. Regions that do not meet are an error.
func Border(a, b Region) (geo.Locus, error) {
	if b.Seat[0] < a.Seat[0] || b.Seat[0] == a.Seat[0] && b.Seat[1] < a.Seat[1] {
		a, b = b, a
	}
	s := shape{reason: "the border of " + a.Name + " and " + b.Name}
	line, km := sharedEdge(a.Outline, b.Outline), float64(outlineKm)
	if a.Outline == nil || b.Outline == nil {
		s.reason += ", half-way between their places"
		var err error
		if line, km, err = halfWayLine(a.Places, b.Places); err != nil {
			return geo.Locus{}, fmt.Errorf("%s: %w", s.reason, err)
		}
	}
	if len(line) < 2 {
		return geo.Locus{}, fmt.Errorf("%s: the two do not meet", s.reason)
	}
	pl := plane{line[len(line)/2]}
	for i, p := range line {
		line[i] = pl.on(p)
	}
	s.geometry, s.spread = line, []float64{km}
	return pl.locus(s)
}

// sharedEdge is the longest line along which the rings of two outlines run
// through the same points. It is new.
func sharedEdge(a, b orb.MultiPolygon) (longest orb.LineString) {
	type edge [2]orb.Point
	there, most := map[edge]bool{}, 0.0
	for _, polygon := range b {
		for _, ring := range polygon {
			for i := 1; i < len(ring); i++ {
				there[edge{ring[i-1], ring[i]}], there[edge{ring[i], ring[i-1]}] = true, true
			}
		}
	}
	for _, polygon := range a {
		for _, ring := range polygon {
			var run orb.LineString
			km := 0.0
			for i := 1; i < 2*len(ring)-1; i++ { // twice around: a run may pass the ring's first point
				from, to := ring[(i-1)%(len(ring)-1)], ring[i%(len(ring)-1)]
				if !there[edge{from, to}] || len(run) >= len(ring) {
					run, km = nil, 0
					continue
				}
				if run == nil {
					run = orb.LineString{from}
				}
				run, km = append(run, to), km+geo.DistanceKm(from, to)
				if km > most {
					most, longest = km, slices.Clone(run)
				}
			}
		}
	}
	return longest
}

// halfWayLine is the longest stretch of the line between the cells of the
// places of two regions (partition) along which the places on its two sides lie
// near each other, and half their mean distance in kilometres.
func halfWayLine(a, b []orb.Point) (longest orb.LineString, km float64, err error) {
	if len(a) == 0 || len(b) == 0 {
		return nil, 0, errors.New("no places are known in one of them")
	}
	sites := slices.Concat(a, b)
	box := orb.MultiPoint(sites).Bound().Pad(0.5)
	p, err := partition.New(sites, orb.MultiPolygon{box.ToPolygon()})
	if err != nil {
		return nil, 0, err
	}
	label := make([]int, p.Cells())
	for i := range b {
		label[p.CellOf(len(a)+i)] = 1
	}
	most := 0.0
	for _, border := range p.Borders(label) {
		var run orb.LineString
		long, apart := 0.0, 0.0
		for i := 1; i < len(border.Line); i++ {
			pair := border.Cells[i-1]
			gap := geo.DistanceKm(sites[p.SiteOf(pair[0])], sites[p.SiteOf(pair[1])])
			if gap > farApartKm {
				run, long, apart = nil, 0, 0
				continue
			}
			if run == nil {
				run = orb.LineString{border.Line[i-1]}
			}
			step := geo.DistanceKm(border.Line[i-1], border.Line[i])
			run, long, apart = append(run, border.Line[i]), long+step, apart+gap*step
			if long > most {
				most, longest, km = long, slices.Clone(run), apart/long/2
			}
		}
	}
	return longest, math.Round(km*10) / 10, nil
}
