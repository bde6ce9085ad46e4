package geo

import (
	"math"

	"github.com/paulmach/orb"
)

// AreaKm2 is the area of g in square kilometres of the ellipsoid WGS84; sides
// are straight in longitude and latitude, as RFC 7946 has them, and may be as
// long as they like. Holes are subtracted; the direction of the rings does not
// matter, nor whether they are closed. Points, lines and empty geometries give
// 0. A ring that runs over the antimeridian, or around a pole, has to be cut
// there (RFC 7946, 3.1.9). It does not change g.
//
// What is left to the ellipsoid is rounding: one part in 10⁹. Where others have
// sides run along geodesics instead, a side of 100 km due east at 50° differs
// by about 16 km², one of 10 km by 0.02 km².
func AreaKm2(g orb.Geometry) (km2 float64) {
	switch g := g.(type) {
	case orb.Ring:
		return ringKm2(g)
	case orb.Polygon:
		return polygonKm2(g)
	case orb.MultiPolygon:
		for _, p := range g {
			km2 += polygonKm2(p)
		}
	case orb.Bound:
		return math.Abs(underKm2(g.LeftTop(), g.Max) + underKm2(g.RightBottom(), g.Min))
	case orb.Collection:
		for _, part := range g {
			km2 += AreaKm2(part)
		}
	}
	return km2
}

func polygonKm2(p orb.Polygon) (km2 float64) {
	for i, ring := range p {
		if i == 0 {
			km2 = ringKm2(ring)
		} else {
			km2 -= ringKm2(ring)
		}
	}
	return km2
}

func ringKm2(ring orb.Ring) float64 {
	if len(ring) == 0 {
		return 0
	}
	km2, from := 0.0, ring[len(ring)-1]
	for _, to := range ring {
		km2 += underKm2(from, to)
		from = to
	}
	return math.Abs(km2)
}

// The ellipsoid WGS84.
const (
	semiMajorKm = 6378.137
	flattening  = 1 / 298.257223563
	ecc2        = flattening * (2 - flattening) // e², the square of its eccentricity
)

// The ground between the equator and latitude φ, a radian of longitude wide, is
// ½a²q(φ) = R²·sin β (Snyder 1987, Map Projections, 3-11 and 3-12), where β is
// the authalic latitude and R the radius of the sphere of the same surface,
// 6371.0072 km. As a series in e² that is b²·Σ (k+1)/(2k+1)·e²ᵏ·sin²ᵏ⁺¹φ; with
// the powers turned into sines of multiples it is Σ band·sin nφ for n = 1, 3, 5,
// 7. Terms from e¹⁰ on, and that of 9φ, are below 10⁻¹¹ of the whole.
const (
	polarKm2 = semiMajorKm * semiMajorKm * (1 - ecc2) // b²
	power3   = polarKm2 * ecc2 * 2 / 3
	power5   = polarKm2 * ecc2 * ecc2 * 3 / 5
	power7   = polarKm2 * ecc2 * ecc2 * ecc2 * 4 / 7
	power9   = polarKm2 * ecc2 * ecc2 * ecc2 * ecc2 * 5 / 9

	band1 = polarKm2 + power3*3/4 + power5*10/16 + power7*35/64 + power9*126/256
	band3 = -power3/4 - power5*5/16 - power7*21/64 - power9*84/256
	band5 = power5/16 + power7*7/64 + power9*36/256
	band7 = -power7/64 - power9*9/256
)

// underKm2 is the ground between the equator and the side from a to b, in km²;
// negative where it lies south, or the side runs west. Along the side latitude
// is linear in longitude, so that each sine has the exact mean
// sin(nφ)·sin(nh)/(nh) with φ half-way and h half of what the side climbs.
func underKm2(a, b orb.Point) float64 {
	const radian = math.Pi / 180
	wide := (b[0] - a[0]) * radian
	if wide == 0 {
		return 0
	}
	s := math.Sin((a[1] + b[1]) * (radian / 2))
	s2 := s * s
	h := math.Abs(b[1]-a[1]) * (radian / 2)
	k := h * h / 6 // sin(x)/x is 1 − x²/6 where x is as small as it mostly is
	c1, c3, c5, c7 := 1-k, 1-9*k, 1-25*k, 1-49*k
	if h > 1e-3 {
		c1, c3, c5, c7 = math.Sin(h)/h, math.Sin(3*h)/(3*h), math.Sin(5*h)/(5*h), math.Sin(7*h)/(7*h)
	}
	return wide * s * (c1*band1 + c3*band3*(3-4*s2) + c5*band5*(5+s2*(16*s2-20)) + c7*band7*(7+s2*(s2*(112-64*s2)-56)))
}
