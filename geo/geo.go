// Package geo holds what every other room says about the ground: points,
// places, distances and areas on the sphere.
//
// Points are orb.Point in the order longitude, latitude, degrees, WGS84 (the
// order of GeoJSON, RFC 7946). Distances are kilometres on a sphere of radius
// EarthRadiusKm, at most 0.56 % off the ellipsoid. Areas are square kilometres
// of the ellipsoid itself.
package geo

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
	orbgeo "github.com/paulmach/orb/geo"
)

// EarthRadiusKm is the mean radius of the Earth, in kilometres: R₁ = (2a+b)/3
// of GRS80 (Moritz 2000), on which distances are reckoned. It is not
// orb.EarthRadius, which is the equatorial radius.
const EarthRadiusKm = 6371.0088

// meanOverOrb turns orb's lengths (metres on a sphere of the equatorial
// radius) into kilometres on the mean sphere.
const meanOverOrb = EarthRadiusKm / orb.EarthRadius

// DistanceKm is the great-circle distance of a and b in kilometres.
func DistanceKm(a, b orb.Point) float64 {
	return orbgeo.DistanceHaversine(a, b) * meanOverOrb
}

// PointAt is the point at a distance of km kilometres from p along the great
// circle that leaves p at bearing degrees, clockwise from north. Its longitude
// is in -180…180.
func PointAt(p orb.Point, bearing, km float64) orb.Point {
	to := orbgeo.PointAtBearingAndDistance(p, bearing, km/meanOverOrb)
	to[0] = math.Remainder(to[0], 360)
	return to
}

// Bearing is the direction in which the great circle from a to b leaves a, in
// degrees clockwise from north, -180…180; of a point to itself it is 0.
func Bearing(a, b orb.Point) float64 { return orbgeo.Bearing(a, b) }

// LengthKm is the great-circle length of a line in kilometres. Fewer than two
// points give 0.
func LengthKm(line orb.LineString) float64 {
	return orbgeo.LengthHaversine(line) * meanOverOrb
}

// CheckLonLat says what is wrong with p as longitude (-180…180) and latitude
// (-90…90), or nil.
func CheckLonLat(p orb.Point) error {
	if !(math.Abs(p.Lon()) <= 180) {
		return fmt.Errorf("longitude %v: want -180 to 180", p.Lon())
	}
	if !(math.Abs(p.Lat()) <= 90) {
		return fmt.Errorf("latitude %v: want -90 to 90", p.Lat())
	}
	return nil
}

// ParseLonLat reads "LON,LAT" in degrees.
func ParseLonLat(s string) (orb.Point, error) {
	v, err := parseNumbers(s, 2, "LON,LAT")
	if err != nil {
		return orb.Point{}, err
	}
	p := orb.Point{v[0], v[1]}
	return p, CheckLonLat(p)
}

// ParseBound reads a box "WEST,SOUTH,EAST,NORTH" in degrees. Boxes over the
// antimeridian (west > east) are refused.
func ParseBound(s string) (orb.Bound, error) {
	v, err := parseNumbers(s, 4, "WEST,SOUTH,EAST,NORTH")
	if err != nil {
		return orb.Bound{}, err
	}
	b := orb.Bound{Min: orb.Point{v[0], v[1]}, Max: orb.Point{v[2], v[3]}}
	if err := CheckLonLat(b.Min); err != nil {
		return b, err
	}
	if err := CheckLonLat(b.Max); err != nil {
		return b, err
	}
	if b.Min.Lon() > b.Max.Lon() || b.Min.Lat() > b.Max.Lat() {
		return b, fmt.Errorf("box %q: want west ≤ east and south ≤ north", s)
	}
	return b, nil
}

func parseNumbers(s string, n int, form string) ([]float64, error) {
	parts := strings.Split(s, ",")
	if len(parts) != n {
		return nil, fmt.Errorf("%q has %d numbers: want %s in degrees", s, len(parts), form)
	}
	v := make([]float64, n)
	for i, p := range parts {
		f, err := strconv.ParseFloat(strings.TrimSpace(p), 64)
		if err != nil || math.IsNaN(f) || math.IsInf(f, 0) {
			return nil, fmt.Errorf("%q is not a number: want %s in degrees", p, form)
		}
		v[i] = f
	}
	return v, nil
}
