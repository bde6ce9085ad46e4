package geo_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"

	"frontline/geo"
)

func TestALocusIsReadBackAsItWas(t *testing.T) {
	ring := orb.Ring{{38, 34}, {39, 34}, {39, 35}, {38, 34}}
	for _, g := range []orb.Geometry{orb.Point{38.1, 34.123456}, orb.LineString{{38, 34}, {39, 35}}, orb.Polygon{ring}, orb.MultiPolygon{{ring}}} {
		want := geo.Locus{Geometry: g, UncertaintyKm: 3.2, At: orb.Point{38.5, 34.2}, Reason: "5 km north of “X”"}
		b, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got geo.Locus
		if err := json.Unmarshal(b, &got); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: %s", g.GeoJSONType(), d)
		}
	}
}

func TestBrokenLociAreRefused(t *testing.T) {
	for in, want := range map[string]string{
		`7`:  "cannot unmarshal number",
		`{}`: "geometry is missing",
		`{"geometry":{"type":"MultiPoint","coordinates":[[1,2]]},"lon_lat":[1,2]}`:                 "MultiPoint",
		`{"geometry":{"type":"Point","coordinates":[1,2]},"uncertainty_km":-1,"lon_lat":[1,2]}`:    "uncertainty_km -1: want 0 or more",
		`{"geometry":{"type":"Point","coordinates":[1,2]},"uncertainty_km":1,"lon_lat":[1,200]}`:   "latitude 200",
		`{"geometry":{"type":"Circle","coordinates":[1,2]},"uncertainty_km":1,"lon_lat":[1,2]}`:    "geojson",
		`{"geometry":{"type":"Point","coordinates":"here"},"uncertainty_km":1,"lon_lat":[1.5,20]}`: "cannot unmarshal",
	} {
		var l geo.Locus
		if err := json.Unmarshal([]byte(in), &l); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v: want %q", in, err, want)
		}
	}
}

func TestAPointIsFoundAgainByDistanceAndBearing(t *testing.T) {
	homs, tadmur := orb.Point{36.72, 34.73}, orb.Point{38.28, 34.56}
	got := geo.PointAt(homs, geo.Bearing(homs, tadmur), geo.DistanceKm(homs, tadmur))
	if d := geo.DistanceKm(got, tadmur); d > 0.001 {
		t.Errorf("%v lies %v km from %v", got, d, tadmur)
	}
	if east := geo.PointAt(orb.Point{179.9, 0}, 90, 100); east.Lon() > -179 || east.Lon() < -180 {
		t.Errorf("east of the antimeridian is %v: want a longitude a little above -180", east)
	}
}
