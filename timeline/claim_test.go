package timeline_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/timeline"
)

// decoded is v through JSON, as a reader in another language sees it.
func decoded(t *testing.T, v any) map[string]any {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var m map[string]any
	if err := json.Unmarshal(b, &m); err != nil {
		t.Fatal(err)
	}
	return m
}

func sameFields(t *testing.T, got, want map[string]any) {
	t.Helper()
	for k, v := range want {
		if g, there := got[k]; !there || !reflect.DeepEqual(g, v) {
			t.Errorf("%s: %v (there %v): want %v", k, g, there, v)
		}
	}
	for k := range got {
		if _, there := want[k]; !there {
			t.Errorf("%s is not in the contract", k)
		}
	}
}

func TestFullClaimInJSON(t *testing.T) {
	dead, hurt := 0, 7
	at := orb.Point{38.87, 34.88}
	c := timeline.Claim{ID: "c1", Report: "r1", Kind: timeline.Captured, Modality: timeline.Asserted, Actor: "sdf",
		CoActors: []timeline.Actor{"us_coalition"}, From: "islamic_state",
		Place:  &timeline.PlaceRef{Surface: "السخنة", Named: true, Start: 20, End: 32, ID: "x-sukhnah", At: &at, Score: 0.9},
		Extent: timeline.Full, Count: 3, Date: day(t, "2017-08-05"), DateBasis: timeline.Stated, DistanceKm: 12.5,
		DistanceRole: timeline.Penetration, MeasuredKm: 12.1, MeasuredBetween: []string{"a", "b"}, KilledMin: &dead, WoundedMin: &hurt,
		ClaimedBy: "sdf", Quote: "…", Start: 3, End: 40, Rule: "control.capture", Confidence: 0.95}
	sameFields(t, decoded(t, c), map[string]any{
		"id": "c1", "report": "r1", "kind": "captured", "modality": "asserted", "actor": "sdf", "co_actors": []any{"us_coalition"},
		"from": "islamic_state", "place": map[string]any{"surface": "السخنة", "named": true, "start": 20., "end": 32.,
			"id": "x-sukhnah", "lat": 34.88, "lon": 38.87, "score": 0.9,
			"relation": nil, "geometry": nil, "uncertainty_km": nil, "reason": nil},
		"extent": "full", "count": 3., "date": "2017-08-05", "date_basis": "stated", "distance_km": 12.5, "distance_role": "penetration",
		"measured_km": 12.1, "measured_between": []any{"a", "b"}, "killed_min": 0., "wounded_min": 7., "claimed_by": "sdf",
		"quote": "…", "start": 3., "end": 40., "rule": "control.capture", "confidence": 0.95})
}

func TestWhatAClaimDoesNotKnowIsNull(t *testing.T) {
	sameFields(t, decoded(t, timeline.Claim{Kind: timeline.Casualties, Modality: timeline.Asserted, DateBasis: timeline.BasisUnknown}), map[string]any{
		"id": "", "report": "", "kind": "casualties", "modality": "asserted", "actor": nil, "co_actors": []any{}, "from": nil,
		"place": nil, "extent": nil, "count": nil, "date": nil, "date_basis": "unknown", "distance_km": nil, "distance_role": nil,
		"measured_km": nil, "measured_between": nil, "killed_min": nil, "wounded_min": nil, "claimed_by": nil,
		"quote": "", "start": 0., "end": 0., "rule": "", "confidence": 0.})
}

func TestUnplacedPlaceInJSON(t *testing.T) {
	sameFields(t, decoded(t, timeline.PlaceRef{Surface: "ثلاث قرى", Start: 4, End: 19}), map[string]any{
		"surface": "ثلاث قرى", "named": false, "start": 4., "end": 19., "id": nil, "lat": nil, "lon": nil, "score": nil,
		"relation": nil, "geometry": nil, "uncertainty_km": nil, "reason": nil})
}

func TestGroundToldByAPlaceInJSON(t *testing.T) {
	shape := geo.Locus{Geometry: orb.LineString{{38, 34}, {39, 35}}, UncertaintyKm: 9.5, At: orb.Point{38.5, 34.5}, Reason: "on the road A–B, drawn straight"}
	sameFields(t, decoded(t, timeline.PlaceRef{Surface: "the road", Start: 4, End: 12, At: &shape.At, Score: 0.8, Relation: timeline.RelRoad, Shape: &shape}), map[string]any{
		"surface": "the road", "named": false, "start": 4., "end": 12., "id": nil, "lat": 34.5, "lon": 38.5, "score": 0.8,
		"relation": "road", "uncertainty_km": 9.5, "reason": "on the road A–B, drawn straight",
		"geometry": map[string]any{"type": "LineString", "coordinates": []any{[]any{38., 34.}, []any{39., 35.}}}})
}

func TestClaimsAreIdentifiedByWhatTheySay(t *testing.T) {
	base := func() timeline.Claim {
		return timeline.Claim{Report: "r", Kind: timeline.Captured, Modality: timeline.Asserted, Actor: "sdf", From: "islamic_state",
			Place: &timeline.PlaceRef{Surface: "السخنة", Named: true, Start: 20, End: 32}, Extent: timeline.Full,
			Date: day(t, "2017-08-05"), Start: 3, End: 40}
	}
	id := func(change func(*timeline.Claim)) string {
		c := base()
		change(&c)
		c.Identify()
		return c.ID
	}
	same := id(func(*timeline.Claim) {})
	seven := 7
	for name, change := range map[string]func(*timeline.Claim){
		"its old id":           func(c *timeline.Claim) { c.ID = "old" },
		"where it is put":      func(c *timeline.Claim) { c.Place.ID, c.Place.At, c.Place.Score = "x", &orb.Point{38, 34}, 0.5 },
		"how surely it is put": func(c *timeline.Claim) { c.Confidence = 0.1 },
	} {
		if got := id(change); got != same {
			t.Errorf("%s changes the id to %s", name, got)
		}
	}
	seen := map[string]string{same: "nothing"}
	for name, change := range map[string]func(*timeline.Claim){
		"the report": func(c *timeline.Claim) { c.Report = "s" }, "the kind": func(c *timeline.Claim) { c.Kind = timeline.Holds },
		"the modality": func(c *timeline.Claim) { c.Modality = timeline.Denied }, "the actor": func(c *timeline.Claim) { c.Actor = "hts" },
		"a second actor": func(c *timeline.Claim) { c.CoActors = []timeline.Actor{"hts"} }, "the loser": func(c *timeline.Claim) { c.From = "" },
		"the place": func(c *timeline.Claim) { c.Place.Surface = "الكوم" }, "no place": func(c *timeline.Claim) { c.Place = nil },
		"the extent": func(c *timeline.Claim) { c.Extent = timeline.Partial }, "the day": func(c *timeline.Claim) { c.Date++ },
		"the span": func(c *timeline.Claim) { c.End++ }, "the count": func(c *timeline.Claim) { c.Count = 2 },
		"the distance": func(c *timeline.Claim) { c.DistanceKm = 3 }, "the dead": func(c *timeline.Claim) { c.KilledMin = &seven },
		"the wounded": func(c *timeline.Claim) { c.WoundedMin = &seven },
	} {
		got := id(change)
		if other, taken := seen[got]; taken {
			t.Errorf("%s and %s give one id", name, other)
		}
		seen[got] = name
	}
}

func TestOnlyAssertedControlSaysWhoHolds(t *testing.T) {
	for _, k := range timeline.Kinds {
		for _, m := range timeline.Modalities {
			_, says := (&timeline.Claim{Kind: k, Modality: m, Actor: "sdf"}).Holder()
			want := m == timeline.Asserted && (k == timeline.Holds || k.Changes())
			if says != want {
				t.Errorf("%s, %s: says who holds %v: want %v", k, m, says, want)
			}
		}
	}
	if who, _ := (&timeline.Claim{Kind: timeline.Withdrew, Modality: timeline.Asserted}).Holder(); who != timeline.Unknown {
		t.Errorf("left without a successor: %q: want unknown", who)
	}
}

func TestInvolves(t *testing.T) {
	c := timeline.Claim{Actor: "sdf", From: "islamic_state", CoActors: []timeline.Actor{"us_coalition"}}
	for a, want := range map[timeline.Actor]bool{"sdf": true, "islamic_state": true, "us_coalition": true, "hts": false} {
		if c.Involves(a) != want {
			t.Errorf("%s: %v: want %v", a, !want, want)
		}
	}
}

func TestReadingInJSON(t *testing.T) {
	p := geo.Place{ID: "x-sukhnah", NameAr: "السخنة", NameEn: "Sukhnah", Kind: "town", At: orb.Point{38.87, 34.88}}
	other := geo.Place{ID: "y-sukhnah", NameAr: "السخنة", NameEn: "Sukhnah", Kind: "village", At: orb.Point{37, 33}, Admin1: "Homs"}
	r := timeline.Report{ID: "r1", File: "a.txt", Title: "عنوان", Source: "راصد", Language: "ar", PublishedBasis: timeline.BasisUnknown, Text: "secret"}
	m := timeline.Mention{Surface: "السخنة", Class: "town", Start: 2, End: 14, Place: &p, Score: 0.8, Reason: "why",
		Candidates: []geo.Ranked{{Place: other, Score: 0.4, Reason: "why not"}}}
	lost := timeline.Mention{Surface: "الفلانية", Start: 20, End: 36, Reason: "no entry of this name"}
	got := decoded(t, timeline.Reading{Report: r, Places: []timeline.Mention{m, lost}})
	sameFields(t, got, map[string]any{
		"report": map[string]any{"file": "a.txt", "id": "r1", "title": "عنوان", "source": "راصد", "url": "", "language": "ar",
			"published": nil, "published_basis": "unknown"},
		"claims": []any{},
		"places": []any{
			map[string]any{"surface": "السخنة", "class": "town", "start": 2., "end": 14., "score": 0.8, "reason": "why",
				"place": map[string]any{"id": "x-sukhnah", "name_ar": "السخنة", "name_en": "Sukhnah", "kind": "town",
					"lat": 34.88, "lon": 38.87, "admin1": nil},
				"candidates": []any{map[string]any{"id": "y-sukhnah", "score": 0.4, "reason": "why not"}}},
			map[string]any{"surface": "الفلانية", "class": nil, "start": 20., "end": 36., "score": nil, "reason": "no entry of this name",
				"place": nil, "candidates": []any{}},
		}})
	empty := decoded(t, timeline.Reading{})
	if !reflect.DeepEqual(empty["places"], []any{}) || !reflect.DeepEqual(empty["claims"], []any{}) {
		t.Errorf("an empty reading: %v", empty)
	}
}

func TestReportIDFollowsTheText(t *testing.T) {
	a := timeline.ReportID("نص")
	if a != timeline.ReportID("نص") || a == timeline.ReportID("نص ") || len(a) != 16 {
		t.Errorf("ids %q and %q", a, timeline.ReportID("نص "))
	}
}
