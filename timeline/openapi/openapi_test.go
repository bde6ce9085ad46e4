package openapi_test

import (
	"encoding/json"
	"strings"
	"testing"

	"frontline/timeline"
	"frontline/timeline/answer"
	"frontline/timeline/atlas"
	"frontline/timeline/export"
	"frontline/timeline/openapi"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/paulmach/orb"
)

func api(operations ...openapi.Operation) openapi.API {
	return openapi.API{Info: &openapi3.Info{Title: "Test", Version: "1.0.0"}, Groups: []openapi.Group{{Name: "all"}}, Operations: operations}
}

func about(body any) openapi.Operation {
	return openapi.Operation{Path: "/x", ID: "getX", Group: "all", Summary: "X.", Answers: []openapi.Answer{{MediaType: "application/json", Body: body}}, Statuses: []int{304, 400}}
}

// read is a definition as a client reads it.
func read(t *testing.T, a openapi.API) *openapi3.T {
	t.Helper()
	doc, err := a.Document("https://example.org")
	if err != nil {
		t.Fatal(err)
	}
	b, err := doc.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	got, err := openapi3.NewLoader().LoadFromData(b)
	if err != nil {
		t.Fatal(err)
	}
	if err := got.Validate(t.Context()); err != nil {
		t.Fatal(err)
	}
	return got
}

// Everything has every kind of field that answers have.
type Everything struct {
	timeline.PlaceView
	*answer.Failure
	Name    string            `json:"name"`
	Day     timeline.Day      `json:"day"`
	Moment  timeline.Moment   `json:"moment"`
	Kind    timeline.Kind     `json:"of_kind"`
	Claim   *timeline.Claim   `json:"claim"`
	Claims  []timeline.Claim  `json:"claims"`
	Held    timeline.Held     `json:"held"`
	Told    atlas.Told        `json:"told"`
	Box     *[4]float64       `json:"box,omitempty"`
	Ends    [][2]*string      `json:"ends"`
	Counts  map[string]int    `json:"counts"`
	Byplace map[string]Nested `json:"by_place"`
	hidden  int
	Ignored int `json:"-"`
}

type Nested struct {
	N *int `json:"n"`
}

func everything() Everything {
	n, s, at := 3, "2017", orb.Point{38, 35}
	claim := timeline.Claim{Kind: timeline.Struck, Modality: timeline.Asserted, Place: &timeline.PlaceRef{At: &at}}
	return Everything{Failure: &answer.Failure{Error: "x"}, Day: 5, Moment: 5, Kind: timeline.Struck, Claim: &claim, Claims: []timeline.Claim{claim},
		Held: timeline.Held{Holder: "a"}, Box: &[4]float64{1, 2, 3, 4}, Ends: [][2]*string{{&s, nil}}, Counts: map[string]int{"x": 1}, Byplace: map[string]Nested{"x": {&n}, "y": {}}, hidden: 1}
}

// What Go writes as JSON is what the definition describes, and not much else.
func TestTypesAreDescribedAsTheyAreWritten(t *testing.T) {
	schema := read(t, api(about(Everything{}))).Paths.Value("/x").Get.Responses.Value("200").Value.Content["application/json"].Schema.Value
	text := func(change func(e *Everything)) any {
		e := everything()
		change(&e)
		b, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		var v any
		if err := json.Unmarshal(b, &v); err != nil {
			t.Fatal(err)
		}
		return v
	}
	for what, change := range map[string]func(e *Everything){
		"all":           func(*Everything) {},
		"no claim":      func(e *Everything) { e.Claim = nil },
		"no place":      func(e *Everything) { e.Claim.Place = nil },
		"nothing held":  func(e *Everything) { e.Held = timeline.Held{} },
		"no day":        func(e *Everything) { e.Day, e.Moment = 0, 0 },
		"no box":        func(e *Everything) { e.Box = nil },
		"a governorate": func(e *Everything) { e.Admin1 = new("Homs") },
	} {
		if err := schema.VisitJSON(text(change), openapi3.EnableFormatValidation()); err != nil {
			t.Errorf("%s: %v", what, err)
		}
	}
	for what, change := range map[string]func(v map[string]any){
		"a kind there is not":    func(v map[string]any) { v["of_kind"] = "danced" },
		"a number for a name":    func(v map[string]any) { v["name"] = 5. },
		"no name":                func(v map[string]any) { delete(v, "name") },
		"null for a name":        func(v map[string]any) { v["name"] = nil },
		"no id of the embedded":  func(v map[string]any) { delete(v, "id") },
		"no error of a pointer":  func(v map[string]any) { delete(v, "error") },
		"no title, deep inside":  func(v map[string]any) { delete(v["told"].(map[string]any), "title") },
		"no source, of one name": func(v map[string]any) { delete(v["told"].(map[string]any), "source") },
		"a claim without a rule": func(v map[string]any) { delete(v["claims"].([]any)[0].(map[string]any), "rule") },
		"null among claims":      func(v map[string]any) { v["claims"] = []any{nil} },
		"a day in words":         func(v map[string]any) { v["day"] = "yesterday" },
		"a box of three":         func(v map[string]any) { v["box"] = []any{1., 2., 3.} },
		"words in counts":        func(v map[string]any) { v["counts"] = map[string]any{"x": "many"} },
		"another form, by place": func(v map[string]any) { v["by_place"] = map[string]any{"x": 5.} },
	} {
		v := text(func(*Everything) {}).(map[string]any)
		change(v)
		if schema.VisitJSON(v, openapi3.EnableFormatValidation()) == nil {
			t.Errorf("%s is allowed", what)
		}
	}
	if schema.Properties["Ignored"] != nil || schema.Properties["hidden"] != nil {
		t.Error("what is not written is described")
	}
}

func TestFeaturesAreDescribedByTheirLayer(t *testing.T) {
	fronts := openapi.Features(nil, export.SchemaOf(export.Options{Layer: export.Fronts}))
	schema := read(t, api(about(fronts))).Paths.Value("/x").Get.Responses.Value("200").Value.Content["application/json"].Schema.Value
	const line = `{"type":"FeatureCollection","features":[{"type":"Feature","id":"x","geometry":{"type":"LineString","coordinates":[[38,35],[38,36]]},"properties":{"a":"sdf","km":3.5,"start":"2017-08-05","end":null}}]}`
	for text, allowed := range map[string]bool{line: true, `{"type":"FeatureCollection","features":[]}`: true, strings.Replace(line, `"LineString"`, `"Point"`, 1): false,
		strings.Replace(line, "3.5", `"far"`, 1): false, strings.Replace(line, "[38,35]", "[38]", 1): false, strings.Replace(line, "2017-08-05", "then", 1): false, `{"type":"FeatureCollection"}`: false} {
		var v any
		if err := json.Unmarshal([]byte(text), &v); err != nil {
			t.Fatal(err)
		}
		if err := schema.VisitJSON(v, openapi3.EnableFormatValidation()); allowed != (err == nil) {
			t.Errorf("%s: %v: want allowed to be %v", text, err, allowed)
		}
	}
}

// Two types that would have one name are told apart, or refused.
type Claim struct {
	X int `json:"x"`
}

func TestWhatCannotBeDefinedIsAnError(t *testing.T) {
	strange := about(answer.Meta{})
	strange.Statuses = []int{418}
	nameless := about(struct{ X int }{})
	bad := about(answer.Meta{})
	bad.Params = openapi3.Parameters{{Value: openapi3.NewQueryParameter("q").WithSchema(&openapi3.Schema{Pattern: "("})}}
	missing := about(answer.Meta{})
	missing.Path = "/x/{id}"
	second := about(answer.Failure{})
	second.Path, second.ID = "/y", "getY"
	for what, c := range map[string]struct {
		a    openapi.API
		word string
	}{
		"a status that nothing is said of": {api(strange), "418"},
		"a type without a name":            {api(nameless), "name"},
		"one path twice":                   {api(about(answer.Meta{}), about(answer.Meta{})), "/x"},
		"a parameter that is none":         {api(bad), "q"},
		"a path without its parameter":     {api(missing), "id"},
		"two types of one name":            {api(about(atlas.Evidence{}), openapi.Operation{Path: "/y", ID: "getY", Answers: []openapi.Answer{{MediaType: "application/json", Body: Claim{}}}}), "Claim"},
		"one id twice":                     {api(about(answer.Meta{}), openapi.Operation{Path: "/y", ID: "getX", Answers: second.Answers}), "getX"},
	} {
		if _, err := c.a.Document("https://example.org"); err == nil || !strings.Contains(err.Error(), c.word) {
			t.Errorf("%s: %v: want an error with %q in it", what, err, c.word)
		}
	}
}
