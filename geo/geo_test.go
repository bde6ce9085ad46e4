package geo_test

import (
	"math"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"frontline/geo"
)

func TestDistanceOfKnownPairs(t *testing.T) {
	rad := func(deg, minutes, seconds float64) float64 { return deg + minutes/60 + seconds/3600 }
	for _, c := range []struct {
		name     string
		a, b     orb.Point
		want, by float64 // km
	}{
		// As atlases give it, centre to centre.
		{"Damascus to Aleppo", orb.Point{36.292, 33.513}, orb.Point{37.160, 36.202}, 310, 3},
		// As atlases give it, Notre-Dame to Charing Cross.
		{"Paris to London", orb.Point{2.3499, 48.8530}, orb.Point{-0.1276, 51.5074}, 344, 2},
		// The worked example of the GDA94 technical manual, 54 972.271 m on the
		// ellipsoid; a sphere of the mean radius stays within 0.56 % of that.
		{"Flinders Peak to Buninyong", orb.Point{rad(144, 25, 29.5244), -rad(37, 57, 3.7203)},
			orb.Point{rad(143, 55, 35.3839), -rad(37, 39, 10.1561)}, 54.972271, 0.0056 * 54.97},
		// The metre was meant as a ten-millionth of this; the quadrant of WGS84
		// is 10 001.966 km.
		{"pole to equator", orb.Point{38, 90}, orb.Point{38, 0}, 10001.966, 10},
		// A sea mile, 1.852 km, is a minute of arc.
		{"a minute of arc over the antimeridian", orb.Point{179.99, 0}, orb.Point{-179.99, 0}, 1.2 * 1.852, 0.01},
		{"nowhere to go", orb.Point{38.87, 34.88}, orb.Point{38.87, 34.88}, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			there, back := geo.DistanceKm(c.a, c.b), geo.DistanceKm(c.b, c.a)
			if math.Abs(there-c.want) > c.by {
				t.Errorf("%.3f km: want %.3f ± %.3f", there, c.want, c.by)
			}
			if there != back {
				t.Errorf("%v km there, %v km back", there, back)
			}
		})
	}
}

func TestLengthIsTheSumOfItsLegs(t *testing.T) {
	raqqa, sukhnah, palmyra := orb.Point{39.01, 35.95}, orb.Point{38.87, 34.88}, orb.Point{38.28, 34.55}
	want := geo.DistanceKm(raqqa, sukhnah) + geo.DistanceKm(sukhnah, palmyra)
	if got := geo.LengthKm(orb.LineString{raqqa, sukhnah, palmyra}); math.Abs(got-want) > 1e-9 {
		t.Errorf("%v km: want %v", got, want)
	}
	for _, short := range []orb.LineString{nil, {}, {raqqa}} {
		if got := geo.LengthKm(short); got != 0 {
			t.Errorf("length of %v is %v km: want 0", short, got)
		}
	}
}

func TestParseLonLat(t *testing.T) {
	for s, want := range map[string]orb.Point{
		"38.87,34.88":    {38.87, 34.88},
		" 38.87 , 34.88": {38.87, 34.88},
		"-180,90":        {-180, 90},
		"180,-90":        {180, -90},
		"0,0":            {0, 0},
	} {
		if got, err := geo.ParseLonLat(s); err != nil || got != want {
			t.Errorf("%q: %v, %v: want %v", s, got, err, want)
		}
	}
}

func TestParseBound(t *testing.T) {
	got, err := geo.ParseBound("37,34,39.5,36")
	if want := (orb.Bound{Min: orb.Point{37, 34}, Max: orb.Point{39.5, 36}}); err != nil || got != want {
		t.Errorf("%v, %v: want %v", got, err, want)
	}
	if _, err := geo.ParseBound("38,35,38,35"); err != nil {
		t.Errorf("a box of one point: %v", err)
	}
}

// What is refused is refused with the value and with what is allowed.
func TestRefusedCoordinatesAreNamed(t *testing.T) {
	point := func(s string) error { _, err := geo.ParseLonLat(s); return err }
	box := func(s string) error { _, err := geo.ParseBound(s); return err }
	for _, c := range []struct {
		name  string
		parse func(string) error
		in    string
		says  []string
	}{
		{"empty", point, "", []string{`""`, "LON,LAT"}},
		{"one number", point, "38.9", []string{`"38.9"`, "LON,LAT"}},
		{"three numbers", point, "1,2,3", []string{`"1,2,3"`, "LON,LAT"}},
		{"a word", point, "38,north", []string{`"north"`, "LON,LAT"}},
		{"not a number", point, "NaN,35", []string{"NaN", "LON,LAT"}},
		{"endless", point, "38,-Inf", []string{"-Inf", "LON,LAT"}},
		{"longitude off the globe", point, "180.1,35", []string{"longitude", "180.1", "-180 to 180"}},
		{"latitude off the globe", point, "38,-90.5", []string{"latitude", "-90.5", "-90 to 90"}},
		{"a box of three", box, "1,2,3", []string{`"1,2,3"`, "WEST,SOUTH,EAST,NORTH"}},
		{"a box with a word", box, "1,2,east,4", []string{`"east"`, "WEST,SOUTH,EAST,NORTH"}},
		{"a box off the globe", box, "1,2,3,94", []string{"latitude", "94", "-90 to 90"}},
		{"a box over the antimeridian", box, "170,10,-170,20", []string{`"170,10,-170,20"`, "west ≤ east"}},
		{"a box upside down", box, "1,20,2,10", []string{`"1,20,2,10"`, "south ≤ north"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := c.parse(c.in)
			if err == nil {
				t.Fatalf("%q was taken", c.in)
			}
			for _, s := range c.says {
				if !strings.Contains(err.Error(), s) {
					t.Errorf("%q does not say %q", err, s)
				}
			}
		})
	}
}

func TestCheckLonLat(t *testing.T) {
	for _, p := range []orb.Point{{}, {180, 90}, {-180, -90}, {38.87, 34.88}} {
		if err := geo.CheckLonLat(p); err != nil {
			t.Errorf("%v: %v", p, err)
		}
	}
	for _, p := range []orb.Point{{math.NaN(), 0}, {0, math.NaN()}, {math.Inf(1), 0}, {181, 0}, {0, 90.0001}} {
		if geo.CheckLonLat(p) == nil {
			t.Errorf("%v was taken", p)
		}
	}
}
