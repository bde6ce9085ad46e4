package relative

import (
	"fmt"

	"frontline/geo"

	"github.com/paulmach/orb"
)

// Region is a governorate, or another unit that has a country and a border.
type Region struct {
	Name    string
	Seat    orb.Point        // its chief town: what "its north" is reckoned from
	Outline orb.MultiPolygon // its ground; nil where nobody has it
	Places  []orb.Point      // that lie in it: they stand for it where Outline is nil
}

// What cannot be known of a region's ground, in kilometres: of an outline, how
// it was drawn; of places, how far beyond the outermost it goes on.
const (
	outlineKm = 2
	hullKm    = 15
)

// Ground is the region's own ground, or for want of an outline what its places
// span; with a direction, the part of it that lies so from its seat, as wide
// as the word is coarse. w is "" for all of it. What cannot be known is where
// it ends: 2 km with an outline, 15 km without. A region without ground, or
// without any in that direction, is an error.
func (r Region) Ground(w Wind) (geo.Locus, error) {
	pl := plane{r.Seat}
	s := shape{reason: "the country of " + r.Name, spread: []float64{hullKm}}
	if w != "" {
		s.reason = w.Name() + " of " + s.reason
	}
	ground, err := r.ground(pl)
	if err != nil {
		return geo.Locus{}, fmt.Errorf("%s: %w", s.reason, err)
	}
	if r.Outline != nil {
		s.spread[0] = outlineKm
	} else {
		s.reason += ", as far as its places span"
	}
	if s.geometry = ground; w != "" {
		if s.geometry, err = common(ground, sector(w, 0, farthestKm)); err != nil {
			return geo.Locus{}, fmt.Errorf("%s: %w", s.reason, err)
		}
	}
	return pl.locus(s)
}

func (r Region) ground(pl plane) (orb.Geometry, error) {
	if r.Outline == nil {
		var places []orb.Point
		for _, p := range r.Places {
			places = append(places, pl.on(p))
		}
		return hull(places)
	}
	out := make(orb.MultiPolygon, len(r.Outline))
	for i, polygon := range r.Outline {
		for _, ring := range polygon {
			on := make(orb.Ring, len(ring))
			for j, p := range ring {
				on[j] = pl.on(p)
			}
			out[i] = append(out[i], on)
		}
	}
	return out, nil
}
