package web_test

import (
	"fmt"
	"net/url"
	"strings"
	"testing"
)

func TestSeriesAddsUpInItsParts(t *testing.T) {
	base := serveWorld(t) + "/api/series"
	km2 := func(query string) map[string]float64 {
		out := map[string]float64{}
		periods := decoded(t, base+"?from=2017-08-05"+query)["periods"].([]any)
		if len(periods) != 1 {
			t.Fatalf("%s: %d periods: want one, from the last day on which anything changed", query, len(periods))
		}
		p := periods[0].(map[string]any)
		if p["start"] != "2017-08-05" || p["end"] != nil {
			t.Errorf("%s: from %v to %v", query, p["start"], p["end"])
		}
		for _, s := range p["shares"].([]any) {
			s := s.(map[string]any)
			out[fmt.Sprint(s["holder"])] = s["km2"].(float64)
		}
		return out
	}
	box := func(w, e float64) string {
		return "&within=" + url.QueryEscape(fmt.Sprintf(`{"type":"Polygon","coordinates":[[[%g,33],[%g,33],[%g,37],[%g,37],[%g,33]]]}`, w, e, e, w, w))
	}
	whole := km2("")
	if whole["syrian_government"] < 500 || whole["islamic_state"] < 500 {
		t.Fatalf("whole: %v", whole)
	}
	west, east := km2(box(36, 38.3)), km2(box(38.3, 41))
	for holder, want := range whole {
		if got := west[holder] + east[holder]; got < want-0.5 || got > want+0.5 {
			t.Errorf("%s: %v km² in the west and %v in the east: want %v together", holder, west[holder], east[holder], want)
		}
	}
	if in := km2("&in=West"); in["islamic_state"] < 500 || in["islamic_state"] > whole["islamic_state"] {
		t.Errorf("in a governorate: %v, whole %v", in, whole)
	}
	if near := km2("&reach_km=5"); near["syrian_government"] > whole["syrian_government"]/10 {
		t.Errorf("5 km around places: %v, whole %v", near, whole)
	}
}

func TestRegionsThatAreNone(t *testing.T) {
	base := serveWorld(t) + "/api/series?"
	const inside = `{"type":"Polygon","coordinates":[[[38,34],[39,34],[39,35],[38,34]]]}`
	for query, want := range map[string]string{
		"within=" + url.QueryEscape(`{"type":"Point","coordinates":[38,35]}`): "is a Point: want a Polygon",
		"bbox=38,35,38,36": "no ground",
		"within=" + url.QueryEscape(`{"type":"Polygon","coordinates":[[[38,34],[39,34],[39,35]]]}`):                 "ring of 3 positions",
		"within=" + url.QueryEscape(`{"type":"Polygon","coordinates":[]}`):                                          "without a ring",
		"within=" + url.QueryEscape(`{"type":"Polygon","coordinates":[[[1838,34],[1839,34],[1839,35],[1838,34]]]}`): "longitude 1838",
		"within=nonsense": "want a Polygon",
		"within=" + url.QueryEscape(inside) + "&in=West": "one of the two",
		"bbox=10,10,11,11": "no ground of the country",
		"within=" + url.QueryEscape(`{"type":"Polygon","coordinates":[[[38,34],[39,35],[39,34],[38,35],[38,34]]]}`): "region",
		"in=East": "no governorate",
	} {
		if r := ask(t, "GET", base+query); r.status != 400 || !strings.Contains(r.body, want) {
			t.Errorf("%s: %d %s, want 400 and %q", query, r.status, r.body, want)
		}
	}
}

func TestDifferenceTellsGroundAndBand(t *testing.T) {
	base := serveWorld(t) + "/api/difference?"
	got := decoded(t, base+"from=2017-08-01&to=2017-08-06")
	want := "ground/islamic_state/syrian_government band/islamic_state/syrian_government ground/unknown/islamic_state band/unknown/islamic_state "
	if p := pluck(got, "part", "from", "to"); p != want {
		t.Errorf("%s\nwant %s", p, want)
	}
	if p := pluck(decoded(t, base+"from=2017-08-06&to=2017-08-06"), "part"); p != "" {
		t.Errorf("a day and itself: %s", p)
	}
	if r := ask(t, "GET", base+"from=2017-08-06"); r.status != 400 || !strings.Contains(r.body, "to: missing") {
		t.Errorf("%d %s", r.status, r.body)
	}
}

func TestGroundInARegionIsCutAndAddsUp(t *testing.T) {
	base := serveWorld(t) + "/api/"
	within := func(w, e float64) string {
		return "&within=" + url.QueryEscape(fmt.Sprintf(`{"type":"Polygon","coordinates":[[[%g,33],[%g,33],[%g,37],[%g,37],[%g,33]]]}`, w, e, e, w, w))
	}
	sum := func(path, key string) (sum float64) {
		for _, f := range decoded(t, base+path)["features"].([]any) {
			p := f.(map[string]any)["properties"].(map[string]any)
			if v, ok := p[key].(float64); ok && p["part"] != "band" {
				sum += v
			}
		}
		return sum
	}
	for path, keys := range map[string][]string{
		"areas?day=2017-08-06": {"km2", "km2_reported"}, "fronts?day=2017-08-06": {"km"}, "cells?day=2017-08-06": {"km2"},
		"difference?from=2017-08-01&to=2017-08-06": {"km2", "km2_least"},
	} {
		for _, key := range keys {
			whole, west, east := sum(path, key), sum(path+within(36, 38.15), key), sum(path+within(38.15, 41), key)
			if whole == 0 || west == 0 && key != "km" || west > whole || west+east < whole-0.1 || west+east > whole+0.1 {
				t.Errorf("%s: %s of %v in the west, %v in the east: want %v together", path, key, west, east, whole)
			}
		}
	}
}

func TestCellsSayHowWellTheyAreKnown(t *testing.T) {
	got := decoded(t, serveWorld(t)+"/api/cells?day=2017-08-15")
	if p := pluck(got, "places", "holder", "reported", "said", "age_days"); p != "[alpha]/syrian_government/true/2017-08-05/10 [beta]/islamic_state/true/2017-08-05/10 " {
		t.Errorf("cells %s", p)
	}
}
