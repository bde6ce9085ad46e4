package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"frontline/geo"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
)

const crs84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"

// docLink is a link of a document.
type docLink struct{ Href, Rel, Type string }

// links of a document, by relation.
type linked struct{ Links []docLink }

func (l linked) to(t *testing.T, rel, mediaType string) string {
	t.Helper()
	for _, x := range l.Links {
		if x.Rel == rel && (mediaType == "" || x.Type == mediaType) {
			return x.Href
		}
	}
	t.Errorf("no link %s of type %q: %v", rel, mediaType, l.Links)
	return ""
}

func (l linked) next() string {
	for _, x := range l.Links {
		if x.Rel == "next" {
			return x.Href
		}
	}
	return ""
}

// ogcCollections is what /ogc/collections says.
type ogcCollections struct {
	linked
	Collections []ogcCollection
}

type ogcCollection struct {
	linked
	ID, Title, Description, ItemType, StorageCRS string
	CRS                                          []string
	Extent                                       struct {
		Spatial struct {
			BBox [][4]float64
			CRS  string
		}
		Temporal *struct{ Interval [][2]*string }
	}
}

// ogcFeatures is a page of features.
type ogcFeatures struct {
	linked
	Type           string
	Features       []*geojson.Feature
	NumberMatched  *int
	NumberReturned int
	Version        string
}

// asked is a document, whose type has to be as said.
func asked[T any](t *testing.T, address, mediaType string) T {
	t.Helper()
	got := visit(t, address)
	if got.status != http.StatusOK || got.header.Get("Content-Type") != mediaType {
		t.Fatalf("%s: %d %s: want 200 %s\n%.300s", address, got.status, got.header.Get("Content-Type"), mediaType, got.body)
	}
	return decode[T](t, got.body)
}

const (
	asJSON    = "application/json"
	asGeoJSON = "application/geo+json"
)

// TestOGC walks through the abstract test suite of OGC API – Features Part 1 (17-069r4,
// Annex A), a requirement after the other, with what Parts 2 and 3 ask beside.
func TestOGC(t *testing.T) {
	address := served(t, "serve", "--db", samples(t)) + "ogc"
	t.Run("conf/core/root", func(t *testing.T) { ogcRoot(t, address) })
	t.Run("conf/core/conformance", func(t *testing.T) { ogcConformance(t, address) })
	t.Run("conf/core/fc-md", func(t *testing.T) { ogcMetadata(t, address) })
	for _, c := range asked[ogcCollections](t, address+"/collections", asJSON).Collections {
		t.Run(c.ID, func(t *testing.T) {
			whole := everyFeature(t, address, c.ID, "")
			t.Run("conf/core/sfc-md", func(t *testing.T) { ogcOneCollection(t, address, c, whole) })
			t.Run("conf/core/fc-limit and links", func(t *testing.T) { ogcPages(t, address, c.ID, idsOf(whole)) })
			t.Run("conf/core/fc-bbox", func(t *testing.T) { ogcBoxes(t, address, c.ID, whole) })
			t.Run("conf/core/fc-time", func(t *testing.T) { ogcTimes(t, address, c.ID, whole) })
			t.Run("conf/core/f", func(t *testing.T) { ogcOneFeature(t, address, c.ID, whole) })
			t.Run("conf/queryables", func(t *testing.T) { ogcQueryables(t, address, c.ID) })
		})
	}
	t.Run("conf/core/query-param", func(t *testing.T) { ogcRefusals(t, address) })
	t.Run("conf/core/http", func(t *testing.T) { ogcHTTP(t, address) })
	t.Run("conf/html", func(t *testing.T) { ogcHTML(t, address) })
	t.Run("views", func(t *testing.T) { ogcViews(t, address) })
	t.Run("conf/filter", func(t *testing.T) { ogcFilters(t, address) })
}

// A.2.2 and A.2.3: the landing page leads to all, and to what defines the API.
func ogcRoot(t *testing.T, address string) {
	root := asked[struct {
		linked
		Title, Description, Version string
	}](t, address, asJSON)
	if root.Title == "" || root.Description == "" || root.Version == "" {
		t.Errorf("%+v", root)
	}
	for rel, mediaType := range map[string]string{"self": asJSON, "alternate": "text/html", "service-desc": "application/vnd.oai.openapi+json;version=3.0",
		"service-doc": "text/html", "conformance": asJSON, "data": asJSON} {
		to := root.to(t, rel, mediaType)
		if got := visit(t, to); got.status != http.StatusOK || !strings.HasPrefix(strings.ReplaceAll(got.header.Get("Content-Type"), " ", ""), mediaType) {
			t.Errorf("%s: %s: %d %s", rel, to, got.status, got.header.Get("Content-Type"))
		}
	}
	definition := asked[struct {
		OpenAPI string
		Paths   map[string]any
	}](t, root.to(t, "service-desc", ""), "application/vnd.oai.openapi+json;version=3.0")
	if !strings.HasPrefix(definition.OpenAPI, "3.0.") {
		t.Errorf("OpenAPI %s: want 3.0", definition.OpenAPI)
	}
}

// A.2.4.
func ogcConformance(t *testing.T, address string) {
	said := asked[struct{ ConformsTo []string }](t, address+"/conformance", asJSON)
	for _, class := range []string{"core", "oas30", "html", "geojson"} {
		if !slices.Contains(said.ConformsTo, "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/"+class) {
			t.Errorf("does not conform to %s: %v", class, said.ConformsTo)
		}
	}
}

// A.2.5: the collections.
func ogcMetadata(t *testing.T, address string) {
	all := asked[ogcCollections](t, address+"/collections", asJSON)
	all.to(t, "self", asJSON)
	all.to(t, "alternate", "text/html")
	var ids []string
	for _, c := range all.Collections {
		ids = append(ids, c.ID)
		c.to(t, "items", asGeoJSON)
		c.to(t, "items", "text/html")
		if c.Title == "" || c.Description == "" || c.ItemType != "feature" || !slices.Equal(c.CRS, []string{crs84}) || c.StorageCRS != crs84 || c.Extent.Spatial.CRS != crs84 {
			t.Errorf("%+v", c)
		}
	}
	if want := []string{"holdings", "areas", "fronts", "claims", "places", "reports"}; !slices.Equal(ids, want) {
		t.Errorf("%v: want %v", ids, want)
	}
}

// A.2.6: one collection says of itself what the list says of it.
func ogcOneCollection(t *testing.T, address string, listed ogcCollection, whole []*geojson.Feature) {
	one := asked[ogcCollection](t, address+"/collections/"+listed.ID, asJSON)
	a, b := fmt.Sprint(one.ID, one.Title, one.Description, one.CRS, one.Extent.Spatial), fmt.Sprint(listed.ID, listed.Title, listed.Description, listed.CRS, listed.Extent.Spatial)
	if a != b || len(one.Links) != len(listed.Links) {
		t.Errorf("%s: the list says %s", a, b)
	}
	box := one.Extent.Spatial.BBox[0]
	for _, f := range whole {
		if f.Geometry != nil && !inside(orb.Bound{Min: orb.Point{box[0], box[1]}, Max: orb.Point{box[2], box[3]}}, f.Geometry.Bound()) {
			t.Fatalf("%v lies at %v, outside of the extent %v", f.ID, f.Geometry.Bound(), box)
		}
		if start, dated := f.Properties["start"].(string); dated && one.Extent.Temporal != nil {
			if first := one.Extent.Temporal.Interval[0][0]; first != nil && start < (*first)[:len("2017-08-20")] {
				t.Fatalf("%v begins on %s, before the extent from %s", f.ID, start, *first)
			}
		}
	}
}

func inside(outer, inner orb.Bound) bool {
	outer = outer.Pad(1e-6) // features are rounded
	return outer.Contains(inner.Min) && outer.Contains(inner.Max)
}

// everyFeature are the features of a collection, page after page.
func everyFeature(t *testing.T, address, id, query string) (out []*geojson.Feature) {
	t.Helper()
	for next := address + "/collections/" + id + "/items?limit=1000&" + query; next != ""; {
		page := asked[ogcFeatures](t, next, asGeoJSON)
		out = append(out, page.Features...)
		next = page.next()
	}
	return out
}

func idsOf(features []*geojson.Feature) (out []string) {
	for _, f := range features {
		out = append(out, fmt.Sprint(f.ID))
	}
	return out
}

// A.2.7: pages are no longer than is asked, come to an end, and hold everything once.
func ogcPages(t *testing.T, address, id string, whole []string) {
	items := address + "/collections/" + id + "/items"
	if len(whole) < 20 {
		t.Fatalf("%d features: want some", len(whole))
	}
	if once := slices.Compact(slices.Sorted(slices.Values(whole))); len(once) != len(whole) {
		t.Errorf("%d features have %d ids", len(whole), len(once))
	}
	size, prev := max(7, len(whole)/5), ""
	var paged []string
	for next := fmt.Sprintf("%s?limit=%d", items, size); next != ""; {
		page := asked[ogcFeatures](t, next, asGeoJSON)
		if len(page.Features) > size || page.NumberReturned != len(page.Features) || page.Type != "FeatureCollection" || page.Version == "" {
			t.Fatalf("%s: %d features, numberReturned %d", next, len(page.Features), page.NumberReturned)
		}
		if page.NumberMatched != nil && *page.NumberMatched != len(whole) {
			t.Errorf("numberMatched %d of %d", *page.NumberMatched, len(whole))
		}
		page.to(t, "self", asGeoJSON)
		page.to(t, "alternate", "text/html")
		if prev != "" {
			page.to(t, "prev", asGeoJSON)
		}
		paged, prev, next = append(paged, idsOf(page.Features)...), next, page.next()
	}
	if !slices.Equal(paged, whole) {
		t.Errorf("%d features by pages of %d: %d by pages of 1000", len(paged), size, len(whole))
	}
	for limit, most := range map[string]int{"": 100, "limit=1": 1, "limit=10000": 10000, "limit=99999999999999999999": 10000} {
		if n := len(asked[ogcFeatures](t, items+"?"+limit, asGeoJSON).Features); n != min(most, len(whole)) {
			t.Errorf("%s: %d features", limit, n)
		}
	}
	if past := asked[ogcFeatures](t, items+"?offset=100000", asGeoJSON); len(past.Features) != 0 || past.next() != "" {
		t.Errorf("after the end: %d features, next %q", len(past.Features), past.next())
	}
}

// A.2.7, bbox: what meets the box or lies nowhere, and all of it.
func ogcBoxes(t *testing.T, address, id string, whole []*geojson.Feature) {
	for query, box := range map[string]orb.Bound{
		"bbox=38,34.5,39.25,36":                                    {Min: orb.Point{38, 34.5}, Max: orb.Point{39.25, 36}},
		"bbox=38,34.5,-100,39.25,36,9000":                          {Min: orb.Point{38, 34.5}, Max: orb.Point{39.25, 36}},
		"bbox=38,34.5,39.25,36&bbox-crs=" + url.QueryEscape(crs84): {Min: orb.Point{38, 34.5}, Max: orb.Point{39.25, 36}},
		"bbox=38,30,-170,40":                                       {Min: orb.Point{38, 30}, Max: orb.Point{180, 40}},
		"bbox=-10,0,0,10":                                          {Min: orb.Point{-10, 0}, Max: orb.Point{0, 10}},
	} {
		var want []string
		for _, f := range whole {
			if f.Geometry == nil || geo.Meets(box, f.Geometry) {
				want = append(want, fmt.Sprint(f.ID))
			}
		}
		if got := idsOf(everyFeature(t, address, id, query)); !slices.Equal(got, want) {
			t.Errorf("%s: %d features, want %d", query, len(got), len(want))
		}
	}
}

// A.2.7, datetime: what shares a day with the interval, ends included, or has no days, and
// all of it.
func ogcTimes(t *testing.T, address, id string, whole []*geojson.Feature) {
	for query, ends := range map[string][2]string{
		"2017-08-20":                                {"2017-08-20", "2017-08-20"},
		"2017-08-20T23:59:59Z":                      {"2017-08-20", "2017-08-20"},
		"2017-08-20T22:00:00-05:00":                 {"2017-08-21", "2017-08-21"},
		"2017-08-01/2017-08-20":                     {"2017-08-01", "2017-08-20"},
		"2017-08-01T00:00:00Z/2017-08-20T00:00:00Z": {"2017-08-01", "2017-08-20"},
		"../2017-07-01":                             {"0000", "2017-07-01"},
		"/2017-07-01":                               {"0000", "2017-07-01"},
		"2017-10-15/..":                             {"2017-10-15", "9999"},
		"2017-10-15/":                               {"2017-10-15", "9999"},
		"1999-01-01/1999-12-31":                     {"1999-01-01", "1999-12-31"},
		"../..":                                     {"0000", "9999"},
	} {
		var want []string
		for _, f := range whole {
			start, starts := f.Properties["start"].(string)
			end, ends2 := f.Properties["end"].(string)
			timeless := !starts && !ends2
			switch {
			case id == "places", query == "../..": // places have no days, and all of time is all
			case timeless && (id == "claims" || id == "reports"): // of no known day
			case starts && start > ends[1], ends2 && end <= ends[0]:
				continue
			}
			want = append(want, fmt.Sprint(f.ID))
		}
		got := idsOf(everyFeature(t, address, id, "datetime="+url.QueryEscape(query)))
		if id == "holdings" { // one whose beginning is concluded bears it in its id alone
			want = slices.DeleteFunc(want, func(id string) bool { return id[strings.LastIndex(id, "@")+1:] > ends[1] })
		}
		slices.Sort(got) // areas and fronts come by when they end, and those of fewer days end otherwise
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %d features, want %d", query, len(got), len(want))
		}
	}
}

// A.2.8: a feature by its id is the one of the list.
func ogcOneFeature(t *testing.T, address, id string, whole []*geojson.Feature) {
	for _, f := range []*geojson.Feature{whole[0], whole[len(whole)/2], whole[len(whole)-1]} {
		at := address + "/collections/" + id + "/items/" + url.PathEscape(fmt.Sprint(f.ID))
		got := visit(t, at)
		one, err := geojson.UnmarshalFeature([]byte(got.body))
		if err != nil {
			t.Fatalf("%s: %d %v", at, got.status, err)
		}
		links := decode[linked](t, got.body)
		one.ExtraMembers = nil // the links
		a, err1 := json.Marshal(one)
		b, err2 := json.Marshal(f)
		if err1 != nil || err2 != nil || string(a) != string(b) {
			t.Errorf("%s:\n%s\nin the list:\n%s", at, a, b)
		}
		links.to(t, "self", asGeoJSON)
		links.to(t, "alternate", "text/html")
		links.to(t, "collection", asJSON)
		if got.header.Get("Content-Crs") != "<"+crs84+">" {
			t.Errorf("Content-Crs: %q", got.header.Get("Content-Crs"))
		}
	}
}

// Part 3: what can be asked for can be asked for, and means what it says.
func ogcQueryables(t *testing.T, address, id string) {
	q := asked[struct {
		Schema     string `json:"$schema"`
		Type       string
		Properties map[string]struct{ Type, Format string }
	}](t, address+"/collections/"+id+"/queryables", "application/schema+json")
	if q.Type != "object" || !strings.Contains(q.Schema, "json-schema.org") || len(q.Properties) < 5 {
		t.Fatalf("%+v", q)
	}
	const some = "datetime=2017-08-10/2017-08-20&bbox=38,34,40,36&"
	whole := everyFeature(t, address, id, some)
	for name, p := range q.Properties {
		var value any
		for _, f := range whole {
			if value = f.Properties[name]; name == "id" {
				value = f.ID
			}
			if value != nil {
				break
			}
		}
		if value == nil || value == "" {
			continue // nobody has it
		}
		text := fmt.Sprint(value)
		var want []string
		for _, f := range whole {
			of := f.Properties[name]
			if name == "id" {
				of = f.ID
			}
			if of != nil && fmt.Sprint(of) == text {
				want = append(want, fmt.Sprint(f.ID))
			}
		}
		if got := idsOf(everyFeature(t, address, id, some+url.Values{name: {text}}.Encode())); !slices.Equal(got, want) {
			t.Errorf("%s=%s: %d features, want %d", name, text, len(got), len(want))
		}
		literal := text
		if p.Type == "string" {
			literal = "'" + strings.ReplaceAll(text, "'", "''") + "'"
		}
		if got := idsOf(everyFeature(t, address, id, some+url.Values{"filter": {`"` + name + `" = ` + literal}}.Encode())); !slices.Equal(got, want) {
			t.Errorf("%s = %s: %d features, want %d", name, literal, len(got), len(want))
		}
	}
}
