package main

import (
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb/geojson"
)

// What cannot be understood is 400 and says what is wrong; what is not there is 404.
func ogcRefusals(t *testing.T, address string) {
	for query, parameter := range map[string]string{
		"colour=red": "colour", "bbox=1,2,3": "bbox", "bbox=1,2,3,x": "bbox", "bbox=10,20,30,10": "bbox", "bbox=0,0,1,95": "bbox", "bbox=0,0,a,1,1,1": "bbox",
		"datetime=yesterday": "datetime", "datetime=2017-02-30": "datetime", "datetime=2017-08-20/2017-08-01": "datetime", "datetime=2017/2018/2019": "datetime",
		"limit=0": "limit", "limit=-1": "limit", "limit=many": "limit", "limit=1&limit=2": "limit", "offset=-1": "offset", "f=xml": "f", "lang=tlh": "lang",
		"crs=http://www.opengis.net/def/crs/EPSG/0/3857": "crs", "bbox-crs=EPSG:4326": "bbox-crs", "filter=holder": "filter", "filter=holder%3D%3D1": "filter",
		"filter-lang=cql2-json": "filter-lang", "properties=holder,colour": "properties", "contested=maybe": "contested", "since=once": "since", "confidence=NaN": "confidence", "confidence=0x1p-1": "confidence", "datetime=9999-12-31T23:59:59-12:00": "datetime", "confidence=high": "confidence",
	} {
		got := visit(t, address+"/collections/holdings/items?"+query)
		said := decode[struct{ Error, Parameter, Allowed string }](t, got.body)
		if got.status != http.StatusBadRequest || said.Parameter != parameter || said.Error == "" || said.Allowed == "" {
			t.Errorf("%s: %d %.200s", query, got.status, got.body)
		}
	}
	for _, path := range []string{"/collections/roads", "/collections/roads/items", "/collections/roads/queryables", "/collections/holdings/items/nowhere", "/collections/claims/items/0", "/maps", "/collections/cells"} {
		if got := visit(t, address+path); got.status != http.StatusNotFound {
			t.Errorf("%s: %d %.200s", path, got.status, got.body)
		}
	}
	for _, path := range []string{"", "/conformance", "/collections", "/collections/areas", "/collections/areas/queryables", "/collections/places/items/x"} {
		if got := visit(t, address+path+"?colour=red"); got.status != http.StatusBadRequest {
			t.Errorf("%s?colour=red: %d", path, got.status)
		}
	}
}

// HTTP as programs rely on it: formats by header, HEAD, tags, other origins, compression.
func ogcHTTP(t *testing.T, address string) {
	items := address + "/collections/claims/items?limit=500"
	for accept, want := range map[string]string{"": asGeoJSON, "*/*": asGeoJSON, "application/json": asGeoJSON, asGeoJSON: asGeoJSON,
		"application/geo+json; charset=utf-8; Q=0.5": asGeoJSON, "text/html;level=1, application/json;q=0.2": "text/html; charset=UTF-8",
		"application/geo+json, application/json": asGeoJSON, "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8": "text/html; charset=UTF-8", "text/html;q=0.1, application/json": asGeoJSON} {
		got := visit(t, items, "Accept", accept)
		if got.status != http.StatusOK || got.header.Get("Content-Type") != want || !strings.Contains(strings.Join(got.header.Values("Vary"), ","), "Accept") {
			t.Errorf("Accept %q: %d %s, Vary %v", accept, got.status, got.header.Get("Content-Type"), got.header.Values("Vary"))
		}
	}
	if got := visit(t, items, "Accept", "image/png"); got.status != http.StatusNotAcceptable {
		t.Errorf("Accept image/png: %d", got.status)
	}
	first := visit(t, items)
	tag := first.header.Get("ETag")
	if again := visit(t, items, "If-None-Match", tag); tag == "" || again.status != http.StatusNotModified || again.body != "" {
		t.Errorf("ETag %q: %d, %d bytes", tag, again.status, len(again.body))
	}
	for _, known := range []string{"*", strings.TrimPrefix(tag, "W/"), `"x", ` + tag} {
		if again := visit(t, items, "If-None-Match", known); again.status != http.StatusNotModified {
			t.Errorf("If-None-Match %s: %d", known, again.status)
		}
	}
	if encoded := visit(t, strings.Replace(items, "claims", "%63laims", 1)); encoded.status != http.StatusOK {
		t.Errorf("an encoded letter of a path: %d", encoded.status)
	}
	if other := visit(t, items, "Accept", "text/html"); other.header.Get("ETag") == tag {
		t.Error("HTML and JSON have one tag")
	}
	if got := visit(t, items, "Origin", "https://example.org"); got.header.Get("Access-Control-Allow-Origin") != "*" || !strings.Contains(got.header.Get("Access-Control-Expose-Headers"), "Content-Crs") {
		t.Errorf("other origins: %v", got.header)
	}
	for _, encoding := range []string{"gzip", "br"} {
		got := visit(t, items, "Accept-Encoding", encoding)
		if got.header.Get("Content-Encoding") != encoding || len(got.body) > len(first.body)/3 {
			t.Errorf("%s: %q, %d of %d bytes", encoding, got.header.Get("Content-Encoding"), len(got.body), len(first.body))
		}
	}
	for method, want := range map[string]int{http.MethodHead: http.StatusOK, http.MethodOptions: http.StatusNoContent, http.MethodPost: http.StatusMethodNotAllowed, http.MethodDelete: http.StatusMethodNotAllowed} {
		req, err := http.NewRequestWithContext(t.Context(), method, items, nil)
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Origin", "https://example.org")
		if method == http.MethodOptions {
			req.Header.Set("Access-Control-Request-Method", http.MethodGet)
		}
		res, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(res.Body)
		res.Body.Close()
		if res.StatusCode != want || method == http.MethodHead && (len(body) > 0 || res.Header.Get("ETag") != tag) {
			t.Errorf("%s: %d, %d bytes", method, res.StatusCode, len(body))
		}
	}
}

// Pages for people, in both languages, lead to each other and say the same.
func ogcHTML(t *testing.T, address string) {
	origin := strings.TrimSuffix(address, "/ogc")
	for _, lang := range []string{"en", "ar"} {
		queue, seen := []string{address + "?f=html&lang=" + lang}, map[string]bool{}
		for len(queue) > 0 && len(seen) < 60 {
			at := queue[0]
			queue = queue[1:]
			if seen[at] {
				continue
			}
			seen[at] = true
			got := visit(t, at)
			if got.status != http.StatusOK || !strings.HasPrefix(got.header.Get("Content-Type"), "text/html") || !strings.Contains(got.body, `<html lang="`+lang+`"`) {
				t.Fatalf("%s: %d %s", at, got.status, got.header.Get("Content-Type"))
			}
			wellFormed(t, got.body)
			for _, next := range links(got.body) {
				if strings.HasPrefix(next, "/") {
					next = origin + next
				}
				if strings.HasPrefix(next, address) && strings.Contains(next, "f=html") && strings.Contains(next, "lang="+lang) {
					queue = append(queue, next)
				}
			}
		}
		if len(seen) < 40 {
			t.Errorf("%s: %d pages are led to", lang, len(seen))
		}
	}
	page := visit(t, address+"/collections/claims/items?f=html&limit=3&lang=en").body
	for _, f := range asked[ogcFeatures](t, address+"/collections/claims/items?limit=3", asGeoJSON).Features {
		if !strings.Contains(page, fmt.Sprint(f.ID)) {
			t.Errorf("the page lacks %v", f.ID)
		}
	}
}

// Whoever sees the data in one way is led on in that way alone.
func ogcViews(t *testing.T, address string) {
	origin := strings.TrimSuffix(address, "/ogc")
	const seen = "reach_km=40&without=sample-desert"
	for _, path := range []string{"", "/collections", "/collections/holdings", "/collections/holdings/items", "/collections/holdings/queryables"} {
		page := visit(t, address+path+"?f=html&lang=en&"+seen).body
		doc := decode[struct {
			linked
			Collections []ogcCollection
		}](t, visit(t, address+path+"?f=json&"+seen).body)
		for _, c := range doc.Collections {
			doc.Links = append(doc.Links, c.Links...)
		}
		to := links(page)
		for _, l := range doc.Links {
			to = append(to, l.Href)
		}
		for _, href := range to {
			ours := strings.HasPrefix(href, ogcPathOf(address)) || strings.HasPrefix(href, address) || strings.HasPrefix(href, origin+"/api/export")
			if ours && !strings.Contains(href, "openapi.json") && !strings.Contains(href, seen) {
				t.Errorf("%s leads to %s: want %s in it", path, href, seen)
			}
		}
	}
}

// ogcPathOf is the path of an address.
func ogcPathOf(address string) string { return address[strings.LastIndex(address, "/"):] }

// Filters pass what they say; properties are those that are asked for.
func ogcFilters(t *testing.T, address string) {
	whole := everyFeature(t, address, "holdings", "")
	text := func(f *geojson.Feature, name string) string { s, _ := f.Properties[name].(string); return s }
	for filter, passes := range map[string]func(*geojson.Feature) bool{
		`holder = 'sdf' AND contested = false`: func(f *geojson.Feature) bool { return text(f, "holder") == "sdf" && f.Properties["contested"] == false },
		`holder IN ('sdf', 'islamic_state') AND NOT kind = 'village'`: func(f *geojson.Feature) bool {
			return (text(f, "holder") == "sdf" || text(f, "holder") == "islamic_state") && text(f, "kind") != "village"
		},
		`start >= DATE('2017-09-01') OR confidence < 0.5`: func(f *geojson.Feature) bool {
			c, _ := f.Properties["confidence"].(float64)
			return text(f, "start") >= "2017-09-01" || c < 0.5
		},
		`"end" IS NULL`:                func(f *geojson.Feature) bool { return f.Properties["end"] == nil },
		`'2017-09-01' <= start`:        func(f *geojson.Feature) bool { return text(f, "start") >= "2017-09-01" },
		`name_en LIKE 'al-%'`:          func(f *geojson.Feature) bool { return strings.HasPrefix(text(f, "name_en"), "al-") },
		`name_ar LIKE '%دير%'`:         func(f *geojson.Feature) bool { return strings.Contains(text(f, "name_ar"), "دير") },
		`holder = '; DROP TABLE x --'`: func(*geojson.Feature) bool { return false },
	} {
		var want []string
		for _, f := range whole {
			if passes(f) {
				want = append(want, fmt.Sprint(f.ID))
			}
		}
		query := url.Values{"filter": {filter}, "filter-lang": {"cql2-text"}}.Encode()
		if got := idsOf(everyFeature(t, address, "holdings", query)); !slices.Equal(got, want) {
			t.Errorf("%s: %d features, want %d", filter, len(got), len(want))
		}
	}
	some := everyFeature(t, address, "holdings", "properties=holder,name_ar&datetime=2017-08-20&bbox=38,34,39,35")
	for _, f := range some {
		if len(f.Properties) != 2 || f.Properties["holder"] == nil {
			t.Fatalf("%v", f.Properties)
		}
	}
	if len(some) == 0 {
		t.Error("no holdings")
	}
}
