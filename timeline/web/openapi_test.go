package web_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"math"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"frontline/timeline/ogc"
	"frontline/timeline/watch"
	"frontline/timeline/web"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/paulmach/orb"
)

// watched is the world with one saved query, "w".
type watched struct{ source }

func (w watched) Watch(ctx context.Context, id string) (watch.Watch, error) {
	if id == "w" {
		return watch.Watch{ID: id, Name: "all"}, nil
	}
	return w.source.Watch(ctx, id)
}

// defined is the world's server, and the definition that it gives at a path, read as any
// client reads it.
func defined(t *testing.T, path string) (s *web.Server, base string, doc *openapi3.T) {
	t.Helper()
	cfg := config(source{version: "1"}, io.Discard)
	cfg.Source = watched{source{version: "1"}}
	cfg.Licence = web.Licence{Name: "Some licence", URL: "https://example.org/licence", Attribution: "Somebody"}
	cfg.Press.Country = orb.MultiPolygon{{orb.Ring{{37, 34}, {40, 34}, {40, 36}, {37, 36}, {37, 34}}}}
	s, err := web.New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	base = serve(t, cfg)
	r := ask(t, "GET", base+path)
	if r.status != http.StatusOK || r.header.Get("Content-Type") != ogc.OpenAPI {
		t.Fatalf("%d %s %.300s", r.status, r.header.Get("Content-Type"), r.body)
	}
	doc, err = openapi3.NewLoader().LoadFromData([]byte(r.body))
	if err != nil {
		t.Fatal(err)
	}
	if err := doc.Validate(t.Context()); err != nil {
		t.Fatal(err)
	}
	return s, base, doc
}

func TestDefinitionSaysWhereAndWhatItIs(t *testing.T) {
	for path, below := range map[string]string{"/api/openapi.json": "", "/ogc/openapi.json": "/ogc"} {
		_, base, doc := defined(t, path)
		if got := doc.Servers[0].URL; got != base+below {
			t.Errorf("%s: server %s: want %s", path, got, base+below)
		}
		if doc.OpenAPI != "3.0.3" || !regexp.MustCompile(`^1\.\d+\.\d+$`).MatchString(doc.Info.Version) || doc.Info.License.Name != "Some licence" ||
			doc.Info.Extensions["x-data-version"] != "1" || doc.Info.Extensions["x-attribution"] != "Somebody" {
			t.Errorf("%s: %s %+v %v", path, doc.OpenAPI, doc.Info, doc.Info.Extensions)
		}
		etag := ask(t, "GET", base+path).header.Get("ETag")
		if again := ask(t, "GET", base+path, "If-None-Match", etag); again.status != http.StatusNotModified || again.body != "" {
			t.Errorf("%s again: %d", path, again.status)
		}
	}
}

// The definition names the host that was asked, so that of one host is not that of another.
func TestDefinitionOfAnotherHostIsAnother(t *testing.T) {
	_, base, _ := defined(t, "/api/openapi.json")
	etag := ask(t, "GET", base+"/api/openapi.json").header.Get("ETag")
	other := strings.Replace(base, "127.0.0.1", "localhost", 1)
	if r := ask(t, "GET", other+"/api/openapi.json", "If-None-Match", etag); r.status != http.StatusOK || !strings.Contains(r.body, `"url":"`+other+`"`) {
		t.Errorf("%d %.100s", r.status, r.body)
	}
}

// form is a path with all that stands for something alike: what routes and the definition
// call it does not count, nor that the definition lists each collection.
func form(path string) string {
	path = regexp.MustCompile(`:\w+|\{\w+\}`).ReplaceAllString(path, "{}")
	path = regexp.MustCompile(`\{\}\.(mvt|atom)$`).ReplaceAllString(path, "{}")
	for _, l := range ogc.Layers {
		path = strings.Replace(path, "/collections/"+string(l)+"/", "/collections/{}/", 1)
	}
	return path
}

func TestEveryRouteIsDefinedAndTheReverse(t *testing.T) {
	s, _, doc := defined(t, "/api/openapi.json")
	routes, operations := map[string]bool{}, map[string]bool{}
	for _, path := range s.Routes() {
		for _, part := range []string{"/api", "/ogc", "/feeds", "/tiles"} {
			if strings.HasPrefix(path, part) && !strings.HasSuffix(path, "*") && path != "/api" && path != "/ogc/" { // of which the latter is /ogc too
				routes[form(path)] = true
			}
		}
	}
	for path := range doc.Paths.Map() {
		operations[form(path)] = true
	}
	if a, b := slices.Sorted(maps.Keys(routes)), slices.Sorted(maps.Keys(operations)); !slices.Equal(a, b) || len(a) < 40 {
		t.Errorf("routes\n%s\noperations\n%s", strings.Join(a, "\n"), strings.Join(b, "\n"))
	}
	_, _, standard := defined(t, "/ogc/openapi.json")
	for path := range doc.Paths.Map() {
		if below, is := strings.CutPrefix(path, "/ogc"); is && standard.Paths.Value(below) == nil && below != "" {
			t.Errorf("%s is not in the definition for clients of the standard", path)
		}
	}
	for _, l := range ogc.Layers {
		if standard.Paths.Value("/collections/"+string(l)+"/items") == nil {
			t.Errorf("no operation for the features of %s", l)
		}
	}
}

// operations are those of a definition, each with its path in which the parts that stand
// for something are filled in.
func operations(doc *openapi3.T) func(yield func(string, *openapi3.Operation) bool) {
	fill := strings.NewReplacer("{z}", "0", "{x}", "0", "{y}", "0", "{collectionId}", "holdings", "{featureId}", "f", "/watches/{id}", "/watches/w", "/reports/{id}", "/reports/r2", "{id}", "alpha")
	return func(yield func(string, *openapi3.Operation) bool) {
		for _, path := range slices.Sorted(maps.Keys(doc.Paths.Map())) {
			if !yield(fill.Replace(path), doc.Paths.Value(path).Get) {
				return
			}
		}
	}
}

// refusal is how the server refuses a parameter.
type refusal struct{ Parameter, Value, Allowed string }

func refused(t *testing.T, address string) (r refusal) {
	t.Helper()
	got := ask(t, "GET", address)
	if err := json.Unmarshal([]byte(got.body), &r); got.status != http.StatusBadRequest || err != nil {
		t.Errorf("%s: %d %.200s: want 400", address, got.status, got.body)
	}
	return r
}

// A question refuses a parameter that it does not know with all that it does.
func TestParametersAreThoseThatAreRead(t *testing.T) {
	_, base, doc := defined(t, "/api/openapi.json")
	for path, o := range operations(doc) {
		var defined []string
		for _, p := range o.Parameters {
			if p.Value.In == openapi3.ParameterInQuery {
				defined = append(defined, p.Value.Name)
			}
		}
		r := refused(t, base+path+"?no_such_parameter=1")
		read := strings.Split(r.Allowed, ", ")
		slices.Sort(defined)
		slices.Sort(read)
		if read = slices.Compact(read); !slices.Equal(defined, read) || r.Parameter != "no_such_parameter" {
			t.Errorf("%s: defined %v\nread %v", o.OperationID, defined, read)
		}
	}
}

// needed are the parameters that an operation cannot do without.
func needed(o *openapi3.Operation) url.Values {
	out := url.Values{}
	for _, p := range o.Parameters {
		switch s := p.Value.Schema.Value; {
		case !p.Value.Required || p.Value.In != openapi3.ParameterInQuery:
		case s.Format == "date":
			out.Set(p.Value.Name, "2017-08-09")
			if p.Value.Name == "from" {
				out.Set("from", "2017-08-05")
			}
		case s.Items != nil:
			out.Set(p.Value.Name, fmt.Sprint(s.Items.Value.Enum[0]))
		case len(s.Enum) > 0:
			out.Set(p.Value.Name, fmt.Sprint(s.Enum[0]))
		default:
			out.Set(p.Value.Name, "Alpha")
		}
	}
	return out
}

// beyond are values that a schema does not allow, though nearly.
func beyond(s *openapi3.Schema) (out []string) {
	if s.Items != nil {
		s = s.Items.Value
		if len(s.Enum) == 0 {
			return []string{"x"}
		}
	}
	number := func(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
	if s.Min != nil && !s.ExclusiveMin.IsTrue() {
		out = append(out, number(*s.Min-1))
	} else if s.Min != nil {
		out = append(out, number(*s.Min))
	}
	if s.Max != nil {
		out = append(out, number(*s.Max+1))
	}
	switch {
	case len(s.Enum) > 0:
		out = append(out, "neither_of_them")
	case s.Format == "date":
		out = append(out, "2017-02-30", "today")
	case s.Type.Is("integer"), s.Type.Is("number"), s.Type.Is("boolean"):
		out = append(out, "x")
	case s.MaxLength != nil:
		out = append(out, strings.Repeat("x", int(*s.MaxLength)+1), "")
	}
	return out
}

// within are values at the edges of what a schema allows.
func within(s *openapi3.Schema) (out []string) {
	if s.Items != nil && len(s.Items.Value.Enum) > 0 {
		s = s.Items.Value
	}
	if s.Min != nil && !s.ExclusiveMin.IsTrue() {
		out = append(out, strconv.FormatFloat(*s.Min, 'f', -1, 64))
	}
	if s.Max != nil && *s.Max < math.MaxInt32 {
		out = append(out, strconv.FormatFloat(*s.Max, 'f', -1, 64))
	}
	for _, v := range s.Enum {
		out = append(out, fmt.Sprint(v))
	}
	return out
}

// What the definition allows is allowed, and what is just beyond it is refused, by the
// name of the parameter: limits and lists are those of the server.
func TestValuesAreThoseThatAreAllowed(t *testing.T) {
	_, base, doc := defined(t, "/api/openapi.json")
	asked := 0
	for path, o := range operations(doc) {
		for _, p := range o.Parameters {
			name, s := p.Value.Name, p.Value.Schema.Value
			if p.Value.In != openapi3.ParameterInQuery || name == "datetime" || name == "without" {
				continue
			}
			with := func(value string) string {
				asked := needed(o)
				asked.Set(name, value)
				return base + path + "?" + asked.Encode()
			}
			for _, value := range beyond(s) {
				if strings.HasPrefix(path, "/ogc") && name == "limit" && value == strconv.Itoa(ogc.MaxLimit+1) {
					continue // the standard wants the most that there can be
				}
				asked++
				if r := refused(t, with(value)); r.Parameter != name {
					t.Errorf("%s: %s=%.20q is refused as %+v", o.OperationID, name, value, r)
				}
			}
			for _, value := range within(s) {
				asked++
				if ask(t, "HEAD", with(value)).status != http.StatusBadRequest {
					continue
				}
				if r := refused(t, with(value)); r.Parameter == name && !strings.HasPrefix(r.Allowed, "beside") && !strings.Contains(r.Allowed, "together") {
					t.Errorf("%s: %s=%q is refused: %+v", o.OperationID, name, value, r)
				}
			}
		}
	}
	if asked < 1000 {
		t.Errorf("only %d values", asked)
	}
}

// Names are what clients are made from: they stay.
func TestOperationsHaveNamesOfTheirOwn(t *testing.T) {
	_, _, doc := defined(t, "/api/openapi.json")
	names := map[string]bool{}
	groups := map[string]bool{}
	for _, g := range doc.Tags {
		groups[g.Name] = true
	}
	for path, o := range operations(doc) {
		if o.OperationID == "" || names[o.OperationID] || o.Summary == "" || len(o.Tags) != 1 || !groups[o.Tags[0]] {
			t.Errorf("%s: %q %q %v", path, o.OperationID, o.Summary, o.Tags)
		}
		names[o.OperationID] = true
		for _, p := range o.Parameters {
			if p.Value.Description == "" {
				t.Errorf("%s: %s is not described", o.OperationID, p.Value.Name)
			}
		}
	}
	for _, name := range []string{"getWho", "getPlaces", "getHistory", "getHeld", "getContested", "getChanges", "getCorrections", "getReports", "getReport", "getMeta", "getExport",
		"getLandingPage", "getConformanceDeclaration", "getCollections", "describeCollection", "getHoldingsFeatures", "getHoldingsFeature"} {
		if !names[name] {
			t.Errorf("%s is gone", name)
		}
	}
}

// The page for people has all that the definition has, without a script, and its
// examples lead somewhere.
func TestDocumentationSaysWhatTheDefinitionSays(t *testing.T) {
	_, base, doc := defined(t, "/api/openapi.json")
	for _, lang := range []string{"en", "ar"} {
		page := ask(t, "GET", base+"/api/docs?lang="+lang)
		if page.status != http.StatusOK || !strings.HasPrefix(page.header.Get("Content-Type"), "text/html") {
			t.Fatalf("%d %s", page.status, page.header.Get("Content-Type"))
		}
		if found := regexp.MustCompile(`<script|<style|\sstyle=|\son[a-z]+=`).FindString(page.body); found != "" {
			t.Errorf("the policy forbids %q", found)
		}
		for _, o := range operations(doc) {
			at := strings.Index(page.body, `<section id="`+o.OperationID+`">`)
			if at < 0 || !strings.Contains(page.body, `href="#`+o.OperationID+`"`) {
				t.Fatalf("%s: nothing of %s, or nothing leads to it", lang, o.OperationID)
			}
			section, _, _ := strings.Cut(page.body[at:], "</section>")
			if !strings.Contains(section, "curl &#39;"+base) {
				t.Errorf("%s: no example of %s", lang, o.OperationID)
			}
			for _, p := range o.Parameters {
				if !strings.Contains(section, ">"+p.Value.Name+"</bdi>") && !strings.Contains(section, ">"+p.Value.Name+" *</bdi>") {
					t.Errorf("%s: %s lacks %s", lang, o.OperationID, p.Value.Name)
				}
			}
		}
		for _, address := range regexp.MustCompile(`href="(/[^"]*|#[^"]*)"`).FindAllStringSubmatch(page.body, -1) {
			if id, here := strings.CutPrefix(address[1], "#"); here {
				if !strings.Contains(page.body, ` id="`+id+`"`) {
					t.Errorf("#%s leads nowhere", id)
				}
				continue
			}
			if got := ask(t, "GET", base+strings.ReplaceAll(address[1], "&amp;", "&")); got.status != http.StatusOK && got.status != http.StatusFound {
				t.Errorf("%s: %d %.200s", address[1], got.status, got.body)
			}
		}
	}
	if got := ask(t, "GET", base+"/api/docs", "Accept-Language", "ar"); !strings.Contains(got.body, `<html lang="ar"`) || !slices.Contains(got.header.Values("Vary"), "Accept-Language") {
		t.Errorf("%v: want it in the language of who asks", got.header.Values("Vary"))
	}
	if got := ask(t, "GET", base+"/api/docs"); !strings.Contains(got.body, `<html lang="en"`) {
		t.Error("want it in English for programs, which say nothing")
	}
}
