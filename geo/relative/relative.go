// Package relative puts ground on the map that is told by its place relative
// to others: "5 km north of X", "between X and Y", "the countryside of X".
//
// A locus is what the words say, and how far beyond it they may mean. The
// uncertainty in kilometres is the root of the sum of the squares of what
// cannot be known, each taken as the most it is likely to be: where the point
// of the place lies (Anchor.UncertaintyKm), how the number was rounded, how
// coarse the word for the direction is, how far a word without a number
// reaches. Each function says which it counts.
//
// All is reckoned on the sphere of package geo, in a plane around the place
// that keeps distances and directions from it true (azimuthal equidistant).
// Ground that lies across the antimeridian or beyond 85° of latitude is not
// served: ErrOffMap.
package relative

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"

	"frontline/geo"

	"github.com/paulmach/orb"
)

// ErrOffMap says that the ground lies where no map of straight lines in
// longitude and latitude can show it.
var ErrOffMap = errors.New("lies across the antimeridian or beyond 85° of latitude")

// Anchor is a place that others are told by.
type Anchor struct {
	Name          string    // for the reason
	At            orb.Point // lon, lat, degrees
	UncertaintyKm float64   // how far from At the place may lie
	RadiusKm      float64   // how far it reaches itself
	RangeKm       float64   // how far beyond it people tell ground by a direction from it alone
}

// AnchorOf is a place as an anchor. Its precision gives the uncertainty (exact
// 2 km, approximate 5 km, area 15 km); its kind the radius, 4 km for a city, 2
// km for a town, 1 km for what is smaller, and the range, 50, 25 and 15 km. Of
// named places that reports tell so ("A, east of B"), most lie 15 to 60 km from
// a city, and 4 to 18 km from a village.
func AnchorOf(p geo.Place) Anchor {
	a := Anchor{Name: p.NameEn, At: p.At, UncertaintyKm: 15, RadiusKm: 1, RangeKm: 15}
	if a.Name == "" {
		a.Name = p.NameAr
	}
	switch p.Precision {
	case geo.Exact:
		a.UncertaintyKm = 2
	case geo.Approximate:
		a.UncertaintyKm = 5
	}
	switch p.Kind {
	case "city":
		a.RadiusKm, a.RangeKm = 4, 50
	case "town":
		a.RadiusKm, a.RangeKm = 2, 25
	}
	return a
}

// How far words without a number reach, in kilometres beyond the place itself.
// They are presumptions, and half of each counts as uncertainty.
const (
	aroundKm  = 5  // "near X", "the outskirts of X"
	countryKm = 15 // "the countryside of X", a town
)

// farthestKm is the greatest distance that words can be taken to give.
const farthestKm = 500

// roundingKm is how far a stated distance may be from the true one: people say
// whole kilometres, and the farther the rounder. Half a kilometre, or a tenth
// of the distance where that is more.
func roundingKm(km float64) float64 { return max(0.5, km/10) }

// Offset is the point km from the place in a direction. What cannot be known
// is where the place lies, how the distance was rounded (half a kilometre or a
// tenth of it), and by how much the direction is off, to which the point moves
// along the chord 2·km·sin(w.HalfWidth()/2): for north 0.77 km a kilometre,
// for north-east 0.39. A distance that is not above 0, or above 500 km, is an
// error.
func Offset(a Anchor, w Wind, km float64) (geo.Locus, error) {
	if err := check(km, a); err != nil {
		return geo.Locus{}, err
	}
	sideways := 2 * km * math.Sin(radians(w.HalfWidth()/2))
	return plane{a.At}.locus(shape{
		geometry: polar(km, w.Bearing()),
		spread:   []float64{a.UncertaintyKm, roundingKm(km), sideways},
		reason:   fmt.Sprintf("%s km %s of %s", number(km), w.Name(), a.Name),
	})
}

// Toward is the sector on one side of the place, from its edge as far as
// Anchor.RangeKm beyond it and as wide as the word is coarse. What cannot be
// known is where the place lies, and whether half as far again is meant. A
// point in the nearer part stands for it.
func Toward(a Anchor, w Wind) (geo.Locus, error) {
	return side(a, w, a.RangeKm, fmt.Sprintf("%s of %s, up to %s km from it", w.Name(), a.Name, number(a.RangeKm)))
}

// At is the ring around the place at a distance of km, as broad as the number
// may be rounded. What cannot be known is where the place lies. Distances are
// limited as for Offset.
func At(a Anchor, km float64) (geo.Locus, error) {
	if err := check(km, a); err != nil {
		return geo.Locus{}, err
	}
	r := roundingKm(km)
	return plane{a.At}.locus(shape{
		geometry: annulus(max(0, km-r), km+r),
		spread:   []float64{a.UncertaintyKm},
		reason:   number(km) + " km from " + a.Name,
	})
}

// Around is the disc of the place and 5 km beyond it: near X, its outskirts,
// its surroundings; with a direction, what lies so of the place's edge. w is ""
// for all of it. What cannot be known is where the place lies, and whether half
// as far again is meant.
func Around(a Anchor, w Wind) (geo.Locus, error) {
	reason := fmt.Sprintf("near %s, up to %d km from it", a.Name, aroundKm)
	if w != "" {
		return side(a, w, aroundKm, reason+", "+w.Name())
	}
	if err := geo.CheckLonLat(a.At); err != nil {
		return geo.Locus{}, fmt.Errorf("relative to %s: %w", a.Name, err)
	}
	return plane{a.At}.locus(shape{
		geometry: annulus(0, a.RadiusKm+aroundKm),
		at:       &orb.Point{},
		spread:   []float64{a.UncertaintyKm, aroundKm / 2.0},
		reason:   reason,
	})
}

// Countryside is the ring around a town, without the town itself, up to 15 km
// beyond its edge; with a direction, the sector of it. w is "" for all of it.
// What cannot be known is where the town lies, and whether half as far again
// is meant. The countryside of a governorate is Region's.
func Countryside(a Anchor, w Wind) (geo.Locus, error) {
	of := "countryside of " + a.Name
	if w != "" {
		of = w.Name() + " of the " + of
	}
	return side(a, w, countryKm, fmt.Sprintf("%s, up to %d km from it", of, countryKm))
}

// side is the ring from the edge of the place to reach beyond it, or the sector
// of it in a direction.
func side(a Anchor, w Wind, reach float64, reason string) (geo.Locus, error) {
	if err := geo.CheckLonLat(a.At); err != nil {
		return geo.Locus{}, fmt.Errorf("relative to %s: %w", a.Name, err)
	}
	s := shape{geometry: annulus(a.RadiusKm, a.RadiusKm+reach), spread: []float64{a.UncertaintyKm, reach / 2}, reason: reason}
	if w != "" {
		s.geometry = sector(w, a.RadiusKm, a.RadiusKm+reach)
		nearer := polar(a.RadiusKm+reach/3, w.Bearing())
		s.at = &nearer
	}
	return plane{a.At}.locus(s)
}

func check(km float64, anchors ...Anchor) error {
	if !(km > 0 && km <= farthestKm) {
		return fmt.Errorf("distance %v km: want more than 0, at most %d", km, farthestKm)
	}
	for _, a := range anchors {
		if err := geo.CheckLonLat(a.At); err != nil {
			return fmt.Errorf("relative to %s: %w", a.Name, err)
		}
	}
	return nil
}

// inOrder are the anchors from west to east, so that who names two of them the
// other way round means the same.
func inOrder(a, b Anchor) (west, east Anchor) {
	if slices.Compare(a.At[:], b.At[:]) > 0 {
		return b, a
	}
	return a, b
}

// number is a distance in words, to a tenth of a kilometre.
func number(km float64) string { return strconv.FormatFloat(math.Round(km*10)/10, 'f', -1, 64) }

func radians(degrees float64) float64 { return degrees * math.Pi / 180 }
