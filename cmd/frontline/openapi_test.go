package main

import (
	"bytes"
	"fmt"
	"html"
	"io"
	"maps"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/paulmach/orb/geojson"
)

// api is a running server with the definition that it gives of itself.
type api struct {
	base  string
	doc   *openapi3.T
	asked map[string]map[int]bool // statuses answered, by operation
}

// servedAPI serves the samples, with one saved query, whose id is returned too.
func servedAPI(t *testing.T) (*api, string) {
	t.Helper()
	db := samples(t)
	watch := strings.Fields(output(t, "watch", "add", "--place", "تدمر", "--db", db))[0]
	base := strings.TrimSuffix(served(t, "serve", "--db", db), "/")
	doc, err := openapi3.NewLoader().LoadFromData([]byte(get(t, base+"/api/openapi.json")))
	if err != nil {
		t.Fatal(err)
	}
	if err := doc.Validate(t.Context()); err != nil {
		t.Fatal(err)
	}
	closed := &closer{map[*openapi3.Schema]bool{}}
	for _, s := range doc.Components.Schemas {
		closed.close(s)
	}
	for _, p := range doc.Paths.Map() {
		for _, r := range p.Get.Responses.Map() {
			for _, m := range r.Value.Content {
				closed.close(m.Schema)
			}
		}
	}
	return &api{base, doc, map[string]map[int]bool{}}, watch
}

// closer closes schemas: objects have no members but those that are described. To clients
// the definition leaves them open, for others may come; what is there is to be described.
type closer struct{ seen map[*openapi3.Schema]bool }

func (c *closer) close(ref *openapi3.SchemaRef) {
	if ref == nil || c.seen[ref.Value] {
		return
	}
	s := ref.Value
	c.seen[s] = true
	if len(s.Properties) > 0 {
		s.AdditionalProperties = openapi3.AdditionalProperties{Has: openapi3.Ptr(false)}
	}
	for _, p := range s.Properties {
		c.close(p)
	}
	c.close(s.Items)
	c.close(s.AdditionalProperties.Schema)
	for _, list := range []openapi3.SchemaRefs{s.AllOf, s.AnyOf, s.OneOf} {
		for _, p := range list {
			c.close(p)
		}
	}
}

// route is the operation of a path, with the values of the parameters in it.
func (a *api) route(t *testing.T, path string) (*routers.Route, map[string]string) {
	t.Helper()
	var best string
	var values map[string]string
	for template := range a.doc.Paths.Map() {
		names := regexp.MustCompile(`\{(\w+)\}`).FindAllStringSubmatch(template, -1)
		form := regexp.MustCompile(`\\\{\w+\\\}`).ReplaceAllString(regexp.QuoteMeta(template), `([^/]+)`)
		found := regexp.MustCompile("^" + form + "$").FindStringSubmatch(path)
		if found == nil || best != "" && strings.Count(best, "{") <= len(names) {
			continue
		}
		best, values = template, map[string]string{}
		for i, n := range names {
			values[n[1]], _ = url.PathUnescape(found[i+1])
		}
	}
	if best == "" {
		t.Fatalf("%s is not defined", path)
	}
	item := a.doc.Paths.Value(best)
	return &routers.Route{Spec: a.doc, Server: a.doc.Servers[0], Path: best, PathItem: item, Method: http.MethodGet, Operation: item.Get}, values
}

// ask asks and holds the question, unless it is to be refused, and the answer against the
// definition.
func (a *api) ask(t *testing.T, question string, status int) string {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, a.base+question, nil)
	if err != nil {
		t.Fatal(err)
	}
	route, values := a.route(t, r.URL.EscapedPath())
	input := &openapi3filter.RequestValidationInput{Request: r, PathParams: values, Route: route,
		Options: &openapi3filter.Options{IncludeResponseStatus: true}}
	if status != http.StatusBadRequest {
		if err := openapi3filter.ValidateRequest(t.Context(), input); err != nil {
			t.Errorf("%s: the definition does not allow it: %v", question, err)
		}
	}
	client := http.Client{Timeout: time.Minute}
	resp, err := client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	if resp.StatusCode != status {
		t.Errorf("%s: %d %.300s: want %d", question, resp.StatusCode, body, status)
	}
	err = openapi3filter.ValidateResponse(t.Context(), &openapi3filter.ResponseValidationInput{RequestValidationInput: input, Status: resp.StatusCode, Header: resp.Header,
		Body: io.NopCloser(bytes.NewReader(body)), Options: input.Options})
	if err != nil {
		said, _, _ := strings.Cut(err.Error(), "\nSchema:")
		t.Errorf("%s: not as it is defined: %s", question, said)
	}
	id := route.Operation.OperationID
	if a.asked[id] == nil {
		a.asked[id] = map[int]bool{}
	}
	a.asked[id][resp.StatusCode] = true
	return string(body)
}

// decodable makes the library read the media types that it does not know.
func decodable(t *testing.T, doc *openapi3.T) {
	t.Helper()
	for _, p := range doc.Paths.Map() {
		for name := range p.Get.Responses.Value("200").Value.Content {
			bare, _, _ := strings.Cut(name, ";")
			if openapi3filter.RegisteredBodyDecoder(bare) != nil {
				continue
			}
			decoder := openapi3filter.FileBodyDecoder
			if strings.HasSuffix(bare, "+json") {
				decoder = openapi3filter.JSONBodyDecoder
			}
			openapi3filter.RegisterBodyDecoder(bare, decoder)
			t.Cleanup(func() { openapi3filter.UnregisterBodyDecoder(bare) })
		}
	}
}

// Every operation answers as the definition says, to the examples of its documentation and
// to others; what it refuses, and what it does not find, likewise.
func TestAnswersAreAsDefined(t *testing.T) {
	a, watch := servedAPI(t)
	decodable(t, a.doc)
	page := get(t, a.base+"/api/docs?lang=en")
	for _, m := range regexp.MustCompile(`<pre[^>]*>curl &#39;`+a.base+`([^<]*)&#39;</pre>`).FindAllStringSubmatch(page, -1) {
		if question := html.UnescapeString(m[1]); !strings.Contains(question, "{") && !strings.HasPrefix(question, "/api/live") {
			a.ask(t, question, http.StatusOK)
		}
	}
	palmyra := url.QueryEscape("تدمر")
	for _, question := range []string{"/api/who?day=2017-08-12&lon=38.87&lat=34.88", "/api/who?day=2017-08-12&place=" + palmyra + "&in=Homs&as_known_on=2030-01-01",
		"/api/who?day=2017-08-12&lon=0&lat=0", "/api/places/" + url.PathEscape("تدمر") + "/history?actor=islamic_state&from=2017-01-01&to=2018-01-01",
		"/api/reports?q=" + url.QueryEscape("سيطرت") + "&limit=3", "/api/reports?kind=captured&kind=struck&modality=asserted&sure=0.5&limit=100", "/api/claims?bbox=36,33,40,37&kind=struck",
		"/api/changes/counts?by=place", "/api/changes/counts?by=governorate", "/api/gaps?place=" + palmyra + "&day=2017-09-12", "/api/gaps?place=" + palmyra + "&to=sy-homs-homs&day=2017-09-12",
		"/api/difference?from=2017-08-01&to=2017-09-12", "/api/pockets?day=2017-09-12&neck_km=100", "/api/advances?day=2017-09-12&window=1000", "/api/held?actor=islamic_state&day=2017-09-12&unconfirmed_for=1",
		"/api/areas?day=2017-09-12&in=Homs&reach_km=20", "/api/corrections?from=2000-01-01", "/api/series", "/api/picture?day=2017-09-12&width=300",
		"/feeds/watches/" + watch + ".atom", "/feeds/changes.atom?near=38.87,34.88&within_km=50&lang=ar", "/tiles/6/38/25.mvt?day=2017-09-12", "/api/docs?lang=ar", "/ogc?f=html&lang=ar",
		"/ogc/collections/areas/items?datetime=2017-09-12T00:00:00Z/..&limit=3", "/ogc/collections/holdings/items?bbox=36,33,0,40,37,1000&holder=islamic_state&properties=holder,start",
		"/ogc/collections/claims/items?filter=" + url.QueryEscape("kind = 'captured' AND confidence > 0.5") + "&filter-lang=cql2-text"} {
		a.ask(t, question, http.StatusOK)
	}
	for _, format := range []string{"geojson", "geojsonseq", "csv", "kml", "kmz", "gpkg"} {
		a.ask(t, "/api/export?layer=holdings&layer=claims&day=2017-09-12&from=2017-08-01&format="+format, http.StatusOK)
	}
	for _, p := range slices.Sorted(maps.Keys(a.doc.Paths.Map())) {
		if at, one := strings.CutSuffix(p, "/{featureId}"); one {
			page, err := geojson.UnmarshalFeatureCollection([]byte(a.ask(t, at+"?limit=7&offset=1", http.StatusOK)))
			if err != nil || len(page.Features) == 0 {
				t.Fatalf("%s: %v, %d features", at, err, len(page.Features))
			}
			a.ask(t, at+"/"+url.PathEscape(fmt.Sprint(page.Features[0].ID)), http.StatusOK)
			a.ask(t, at+"/no-such-feature", http.StatusNotFound)
		}
	}
	a.ask(t, "/tiles/14/0/0.mvt?day=2017-09-12", http.StatusNoContent)
	for _, question := range []string{"/api/places/nowhere/history", "/api/reports/none", "/api/who?day=2017-09-12&place=nowhere", "/api/claims?place=nowhere", "/api/reports?place=nowhere",
		"/api/changes?place=nowhere", "/api/changes/counts?by=place&place=nowhere", "/api/corrections?place=nowhere", "/api/export?layer=claims&place=nowhere", "/api/pockets?day=2017-09-12&place=nowhere",
		"/api/gaps?day=2017-09-12&place=nowhere", "/api/advances?day=2017-09-12&place=nowhere", "/feeds/changes.atom?place=nowhere", "/feeds/watches/none.atom", "/api/live?watch=none"} {
		a.ask(t, question, http.StatusNotFound)
	}
	a.refuse(t, watch)
	for path, item := range a.doc.Paths.Map() {
		o := item.Get
		for status := range o.Responses.Map() {
			n := 0
			fmt.Sscan(status, &n)
			if done := a.asked[o.OperationID][n]; !done && (n == 200 && path != "/api/live" || n == 400 || n == 404 && path != "/tiles/{z}/{x}/{y}.mvt" && !strings.HasPrefix(path, "/ogc/collections/{")) {
				t.Errorf("%s was never answered with %s", o.OperationID, status)
			}
		}
	}
}

// refuse asks every operation what it does not know.
func (a *api) refuse(t *testing.T, watch string) {
	t.Helper()
	fill := strings.NewReplacer("{z}", "0", "{x}", "0", "{y}", "0", "{collectionId}", "holdings", "{featureId}", "f", "/watches/{id}", "/watches/"+watch, "{id}", "sy-homs-homs")
	for path := range a.doc.Paths.Map() {
		a.ask(t, fill.Replace(path)+"?no_such_parameter=%3Cscript%3E", http.StatusBadRequest)
	}
	a.ask(t, "/api/who?day=2017-09-12&place="+url.QueryEscape("الصالحية"), http.StatusMultipleChoices)
}
