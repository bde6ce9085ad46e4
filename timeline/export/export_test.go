package export_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/export"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
)

const (
	army  timeline.Actor = "syrian_government"
	state timeline.Actor = "islamic_state"
)

var places = []geo.Place{
	{ID: "alpha", NameEn: "Alpha", NameAr: "ألفا", At: orb.Point{38.12345678, 35}, Kind: "town", Admin1: "Homs", Precision: geo.Exact},
	{ID: "beta", NameEn: "Beta", NameAr: "بيتا", At: orb.Point{38.4, 35.1}, Kind: "village"},
}

func day(s string) timeline.Day {
	d, err := timeline.ParseDay(s)
	if err != nil {
		panic(err)
	}
	return d
}

func claim(id string, kind timeline.Kind, actor timeline.Actor, place int, date string) timeline.Claim {
	return timeline.Claim{ID: id, Report: "r", Kind: kind, Modality: timeline.Asserted, Actor: actor,
		Date: day(date), DateBasis: timeline.Stated, Extent: timeline.Full, Quote: "words of " + id, Start: 10, End: 20, Confidence: 0.5,
		Place: &timeline.PlaceRef{Surface: "the place", Named: true, ID: places[place].ID, At: &places[place].At, Score: 1}}
}

// besideAlpha is a strike on the road from Alpha to Beta, which belongs to
// neither.
func besideAlpha() timeline.Claim {
	c := claim("s1", timeline.Struck, army, 0, "2017-08-20")
	shape := geo.Locus{Geometry: orb.LineString{{38.123456, 35}, {38.4, 35.1}}, UncertaintyKm: 6.3, At: orb.Point{38.26, 35.05}, Reason: "on the road Alpha–Beta, drawn straight"}
	c.Place.ID, c.Place.At, c.Place.Relation, c.Place.Shape = "", &shape.At, timeline.RelRoad, &shape
	return c
}

// entries are claims that have always been known.
func entries(claims ...timeline.Claim) (out []timeline.Entry) {
	for _, c := range claims {
		out = append(out, timeline.Entry{Claim: c})
	}
	return out
}

// world has two towns held against each other from the 5th, one of which falls
// on the 15th, and a number of killed at no place and on no day.
func world(t *testing.T) *atlas.Atlas {
	killed := 3
	a, err := atlas.New(atlas.Input{
		Entries: entries(
			claim("a1", timeline.Captured, army, 0, "2017-08-05"),
			claim("b1", timeline.Captured, state, 1, "2017-08-05"),
			claim("b2", timeline.Captured, army, 1, "2017-08-15"),
			besideAlpha(),
			timeline.Claim{ID: "n1", Report: "u", Kind: timeline.Casualties, Modality: timeline.Asserted, Actor: state, KilledMin: &killed, Quote: "<killed>"}),
		Places: places,
		Reports: []timeline.Filing{
			{Report: timeline.Report{ID: "r", Title: "Title", Source: "Agency", URL: "https://example.org/r", Published: day("2017-08-16")}},
			{Report: timeline.Report{ID: "u"}},
		},
		Outline: orb.MultiPolygon{{orb.Ring{{37, 34}, {40, 34}, {40, 36}, {37, 36}, {37, 34}}}},
		ReachKm: 30,
	})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func write(t *testing.T, o export.Options) *geojson.FeatureCollection {
	t.Helper()
	var b bytes.Buffer
	if err := export.Write(&b, world(t), o); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), `"crs"`) {
		t.Error("a crs member is not RFC 7946")
	}
	fc, err := geojson.UnmarshalFeatureCollection(b.Bytes())
	if err != nil {
		t.Fatalf("%v in %s", err, b.String())
	}
	return fc
}

func TestAClaimBesidePlacesLiesOnItsGround(t *testing.T) {
	box := orb.Bound{Min: orb.Point{38.2, 35}, Max: orb.Point{38.3, 35.1}}
	fc := write(t, export.Options{Layer: export.Claims, Filter: atlas.Filter{Span: on("2017-08-20"), Bound: &box}})
	if len(fc.Features) != 1 {
		t.Fatalf("%d features, want 1", len(fc.Features))
	}
	f := fc.Features[0]
	if want := (orb.LineString{{38.123456, 35}, {38.4, 35.1}}); !orb.Equal(f.Geometry, want) {
		t.Errorf("lies at %v: want %v", f.Geometry, want)
	}
	for name, want := range map[string]any{"place_id": nil, "name_en": nil, "relation": "road", "uncertainty_km": 6.3,
		"reason": "on the road Alpha–Beta, drawn straight", "lon": 38.26, "lat": 35.05} {
		if got := f.Properties[name]; got != want {
			t.Errorf("%s is %v: want %v", name, got, want)
		}
	}
}

func on(s string) timeline.Span { return timeline.Span{From: day(s), To: day(s) + 1} }

func TestEmptyCollectionIsValid(t *testing.T) {
	for _, layer := range export.Layers {
		if layer == export.Places {
			continue // has no days
		}
		if fc := write(t, export.Options{Layer: layer, Filter: atlas.Filter{Span: on("1999-01-01")}}); len(fc.Features) != 0 {
			t.Errorf("%s of a day before everything: %d features", layer, len(fc.Features))
		}
	}
}

func TestClaimLeadsBackToItsWords(t *testing.T) {
	fc := write(t, export.Options{Layer: export.Claims, Filter: atlas.Filter{Span: on("2017-08-15")}})
	if len(fc.Features) != 1 {
		t.Fatalf("%d features, want 1", len(fc.Features))
	}
	f := fc.Features[0]
	want := ownJSON(t, claim("b2", timeline.Captured, army, 1, "2017-08-15"))
	delete(want, "place")
	maps.Copy(want, map[string]any{
		"lon": 38.4, "lat": 35.1, "relation": nil, "uncertainty_km": nil, "reason": nil,
		"place_id": "beta", "surface": "the place", "named": true, "name_ar": "بيتا", "name_en": "Beta",
		"quote": "words of b2", "quote_start": 10.0, "quote_end": 20.0,
		"report_title": "Title", "source": "Agency", "source_id": "agency", "side": "", "url": "https://example.org/r", "published": "2017-08-16",
		"start": "2017-08-15", "end": "2017-08-16",
	})
	if diff := cmp.Diff(want, map[string]any(f.Properties)); diff != "" {
		t.Error(diff)
	}
	if f.ID != "b2" || !orb.Equal(f.Geometry, orb.Point{38.4, 35.1}) {
		t.Errorf("id %v at %v", f.ID, f.Geometry)
	}
}

// ownJSON is the claim as its own JSON says it.
func ownJSON(t *testing.T, c timeline.Claim) map[string]any {
	t.Helper()
	b, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	var fields map[string]any
	if err := json.Unmarshal(b, &fields); err != nil {
		t.Fatal(err)
	}
	return fields
}

func TestClaimWithoutPlaceOrDay(t *testing.T) {
	fc := write(t, export.Options{Layer: export.Claims, Filter: atlas.Filter{Kinds: []timeline.Kind{timeline.Casualties}}})
	if len(fc.Features) != 1 {
		t.Fatalf("%d features, want 1", len(fc.Features))
	}
	p := fc.Features[0].Properties
	if fc.Features[0].Geometry != nil || p["place_id"] != nil || p["surface"] != nil {
		t.Errorf("placed: %v, %v", fc.Features[0].Geometry, p)
	}
	if p["start"] != nil || p["end"] != nil || p["published"] != nil || p["killed_min"] != 3.0 || p["quote"] != "<killed>" {
		t.Errorf("properties %v", p)
	}
}

func TestHoldingsComeWholeWithTheirEvidence(t *testing.T) {
	fc := write(t, export.Options{Layer: export.Holdings, Filter: atlas.Filter{Span: on("2017-08-10")}})
	if len(fc.Features) != 2 {
		t.Fatalf("%d features, want 2", len(fc.Features))
	}
	a, b := fc.Features[0], fc.Features[1]
	want := map[string]any{
		"place": "alpha", "name_ar": "ألفا", "name_en": "Alpha", "kind": "town", "admin1": "Homs", "precision": "exact",
		"holder": string(army), "contested": false, "others": []any{}, "uncertain": false, "inferred": false,
		"since": "2017-08-05", "since_basis": "stated", "last_confirmed": "2017-08-05", "confidence": 0.4,
		"quote": "words of a1", "report": "r", "report_title": "Title", "source": "Agency", "source_id": "agency", "side": "",
		"url": "https://example.org/r", "published": "2017-08-16", "start": "2017-08-05", "end": nil,
		"because": []any{map[string]any{"claim": "a1", "kind": "captured", "quote": "words of a1", "report": "r",
			"report_title": "Title", "source": "Agency", "source_id": "agency", "side": "", "url": "https://example.org/r", "published": "2017-08-16"}},
	}
	if diff := cmp.Diff(want, map[string]any(a.Properties)); diff != "" {
		t.Error(diff)
	}
	if !orb.Equal(a.Geometry, orb.Point{38.123457, 35}) {
		t.Errorf("at %v, want six decimals", a.Geometry)
	}
	if b.ID != "beta@2017-08-05" || b.Properties["start"] != "2017-08-05" || b.Properties["end"] != "2017-08-15" || b.Properties["admin1"] != nil {
		t.Errorf("beta: %v %v", b.ID, b.Properties)
	}
}

func TestAreasOfARangeAreRuns(t *testing.T) {
	fc := write(t, export.Options{Layer: export.Areas})
	type run struct{ holder, start, end any }
	var got []run
	for _, f := range fc.Features {
		got = append(got, run{f.Properties["holder"], f.Properties["start"], f.Properties["end"]})
		if km2, _ := f.Properties["km2"].(float64); km2 <= 0 {
			t.Errorf("km2 %v", f.Properties["km2"])
		}
	}
	if len(got) < 3 {
		t.Fatalf("runs %v", got)
	}
	if !slices.Contains(got, run{string(state), "2017-08-05", "2017-08-15"}) || slices.Contains(got, run{string(state), "2017-08-15", nil}) {
		t.Errorf("runs %v", got)
	}
	last := got[len(got)-1]
	if last.holder != string(army) || last.end != nil {
		t.Errorf("the last run is %v", last)
	}
}

func TestFrontsLastWhileTheyLast(t *testing.T) {
	fc := write(t, export.Options{Layer: export.Fronts})
	if len(fc.Features) == 0 {
		t.Fatal("no front between two holders")
	}
	for _, f := range fc.Features {
		p := f.Properties
		if p["a"] != string(state) || p["b"] != string(army) || p["start"] != "2017-08-05" || p["end"] != "2017-08-15" {
			t.Errorf("front %v", p)
		}
		if f.Geometry.GeoJSONType() != "LineString" || p["km"].(float64) <= 0 || len(p["places"].([]any)) == 0 {
			t.Errorf("front %v along %v", p, f.Geometry)
		}
	}
}

func TestGroundIsFiltered(t *testing.T) {
	far := &orb.Bound{Min: orb.Point{10, 10}, Max: orb.Point{11, 11}}
	for _, layer := range []export.Layer{export.Areas, export.Fronts} {
		for name, f := range map[string]atlas.Filter{
			"bound": {Bound: far}, "actor": {Actors: []timeline.Actor{"nobody"}}, "place": {Place: "gamma"},
		} {
			if fc := write(t, export.Options{Layer: layer, Filter: f}); len(fc.Features) != 0 {
				t.Errorf("%s by %s: %d features, want 0", layer, name, len(fc.Features))
			}
		}
	}
	for _, f := range write(t, export.Options{Layer: export.Areas, Filter: atlas.Filter{Actors: []timeline.Actor{state}}}).Features {
		if f.Properties["holder"] != string(state) {
			t.Errorf("an area of %v", f.Properties["holder"])
		}
	}
}

func TestRingsAreRightHanded(t *testing.T) {
	fc := write(t, export.Options{Layer: export.Areas})
	for _, f := range fc.Features {
		for _, polygon := range f.Geometry.(orb.MultiPolygon) {
			for i, ring := range polygon {
				if !ring.Closed() || (ring.Orientation() == orb.CCW) != (i == 0) {
					t.Errorf("ring %d of %v: closed %v, orientation %v", i, f.Properties["places"], ring.Closed(), ring.Orientation())
				}
			}
		}
	}
}

func TestWrongOptionsAreNamed(t *testing.T) {
	for want, o := range map[string]export.Options{
		`layer "roads": want one of [claims holdings areas cells fronts pockets necks advances difference places reports]`: {Layer: "roads"},
		`kinds [captured]: only claims have kinds, areas do not`:                                                           {Layer: export.Areas, Filter: atlas.Filter{Kinds: []timeline.Kind{timeline.Captured}}},
	} {
		if err := export.Write(&bytes.Buffer{}, world(t), o); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

var errFull = errors.New("disk full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestWriteErrorsAreReturned(t *testing.T) {
	if err := export.Write(full{}, world(t), export.Options{Layer: export.Claims}); !errors.Is(err, errFull) {
		t.Errorf("got %v, want %v", err, errFull)
	}
}

func TestMarkupIsEscaped(t *testing.T) {
	var b bytes.Buffer
	if err := export.Write(&b, world(t), export.Options{Layer: export.Claims}); err != nil {
		t.Fatal(err)
	}
	if !json.Valid(b.Bytes()) || strings.Contains(b.String(), "<killed>") {
		t.Errorf("not escaped: %s", b.String())
	}
}
