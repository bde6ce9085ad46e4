package web_test

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// pluck shows one property of every feature, in order.
func pluck(answer map[string]any, names ...string) string {
	var b strings.Builder
	for _, f := range answer["features"].([]any) {
		p := f.(map[string]any)["properties"].(map[string]any)
		for i, name := range names {
			if i > 0 {
				b.WriteByte('/')
			}
			fmt.Fprint(&b, p[name])
		}
		b.WriteByte(' ')
	}
	return b.String()
}

func TestMeta(t *testing.T) {
	got := decoded(t, serveWorld(t)+"/api/meta")
	kinds := got["kinds"].([]any)
	if kinds[0] != "captured" || len(kinds) != 14 {
		t.Errorf("kinds %v", kinds)
	}
	actors := ""
	for _, a := range got["actors"].([]any) {
		a := a.(map[string]any)
		actors += fmt.Sprint(a["id"], " ", a["name_en"], " ", a["name_ar"], " ", a["colour"], "\n")
	}
	if want := "syrian_government Government الحكومة #c62828\nislamic_state Islamic State الدولة #212121\n"; actors != want {
		t.Errorf("actors %s", actors)
	}
	delete(got, "kinds")
	delete(got, "actors")
	want := map[string]any{"version": "1", "data_version": "", "licence": "", "licence_url": "", "attribution": "", "first": "2017-08-05", "last": "2017-08-09", "reports": 2.0, "claims": 3.0, "places": 2.0}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestDays(t *testing.T) {
	want := map[string]any{"days": []any{
		map[string]any{"day": "2017-08-05", "claims": 2.0, "changes": 2.0,
			"by_actor": map[string]any{"syrian_government": 1.0, "islamic_state": 1.0}, "by_kind": map[string]any{"captured": 2.0}},
		map[string]any{"day": "2017-08-09", "claims": 1.0, "changes": 0.0, "by_actor": map[string]any{}, "by_kind": map[string]any{"struck": 1.0}},
	}}
	base := serveWorld(t) + "/api/days"
	if diff := cmp.Diff(want, decoded(t, base)); diff != "" {
		t.Error(diff)
	}
	for query, claims := range map[string]float64{
		"?bbox=37.9,34.9,38.1,35.1": 1,
		"?within=" + url.QueryEscape(`{"type":"Polygon","coordinates":[[[38.3,34],[39,34],[38.3,36],[38.3,34]]]}`): 1,
	} {
		first := decoded(t, base+query)["days"].([]any)[0].(map[string]any)
		if first["day"] != "2017-08-05" || first["claims"] != claims {
			t.Errorf("%s: %v: want %v claims on 2017-08-05", query, first, claims)
		}
	}
	if none := decoded(t, base+"?in=West")["days"].([]any); len(none) != 0 {
		t.Errorf("of a governorate without places: %v", none)
	}
	if r := ask(t, "GET", base+"?in=West&within=x"); r.status != 400 || !strings.Contains(r.body, "one of the two") {
		t.Errorf("two regions: %d %s", r.status, r.body)
	}
}

func TestMapLayers(t *testing.T) {
	base := serveWorld(t)
	areas := decoded(t, base+"/api/areas?day=2017-08-05")
	if got := pluck(areas, "holder", "contested", "start", "end"); !strings.Contains(got, "syrian_government/false/2017-08-05/<nil>") ||
		!strings.Contains(got, "islamic_state/false/2017-08-05/<nil>") {
		t.Errorf("areas %s", got)
	}
	if got := pluck(decoded(t, base+"/api/areas?day=2017-08-04"), "holder", "end"); got != "islamic_state/2017-08-05 unknown/2017-08-05 " {
		t.Errorf("areas of the day before: %s", got)
	}
	if got := pluck(decoded(t, base+"/api/fronts?day=2017-08-05"), "a", "b", "start", "end"); got != "islamic_state/syrian_government/2017-08-05/<nil> " {
		t.Errorf("fronts %s", got)
	}
	if got := pluck(decoded(t, base+"/api/labels"), "id", "name_ar", "name_en", "kind", "admin1"); got != "alpha/ألفا/Alpha/town/Homs beta/بيتا/Beta/town/<nil> " {
		t.Errorf("labels %s", got)
	}
}

func TestHoldings(t *testing.T) {
	base := serveWorld(t) + "/api/holdings?day="
	for query, want := range map[string]string{
		"2017-08-05":                          "alpha/syrian_government/2017-08-05/taken/r1 beta/islamic_state/2017-08-05/lost/r1 ",
		"2017-08-04":                          "alpha/islamic_state/<nil>/taken/r1 ",
		"2017-08-05&actor=islamic_state":      "beta/islamic_state/2017-08-05/lost/r1 ",
		"2017-08-05&bbox=37.9,34.9,38.1,35.1": "alpha/syrian_government/2017-08-05/taken/r1 ",
		"2015-01-01":                          "",
		"2017-08-05&actor=islamic_state&actor=syrian_government": "alpha/syrian_government/2017-08-05/taken/r1 beta/islamic_state/2017-08-05/lost/r1 ",
	} {
		if got := pluck(decoded(t, base+query), "place", "holder", "since", "quote", "report"); got != want {
			t.Errorf("%s: got %s, want %s", query, got, want)
		}
	}
}

func TestClaimsInHalfOpenRanges(t *testing.T) {
	base := serveWorld(t) + "/api/claims?"
	for query, want := range map[string]string{
		"":                                 "a1 b1 a2 ",
		"from=2017-08-05&to=2017-08-09":    "a1 b1 ",
		"from=2017-08-06":                  "a2 ",
		"to=2017-08-05":                    "",
		"kind=struck&kind=lost":            "a2 ",
		"actor=syrian_government":          "a1 ",
		"bbox=38.3,34,39,36":               "b1 ",
		"place=alpha":                      "a1 a2 ",
		"place=" + url.QueryEscape("بيتا"): "b1 ",
	} {
		if got := pluck(decoded(t, base+query), "id"); got != want {
			t.Errorf("%s: got %s, want %s", query, got, want)
		}
	}
}

func TestMarkupInAQuoteStaysText(t *testing.T) {
	base := serveWorld(t)
	for path, contentType := range map[string]string{
		"/api/claims":               "application/geo+json",
		"/api/reports/r2":           "application/json",
		"/api/nothing/%3Cscript%3E": "application/json",
		"/api/meta?%3Cscript%3E=1":  "application/json",
	} {
		r := ask(t, "GET", base+path)
		if strings.Contains(r.body, "<script>") || !strings.Contains(r.body, `\u003cscript\u003e`) {
			t.Errorf("%s: %s", path, r.body)
		}
		if got := r.header.Get("Content-Type"); got != contentType {
			t.Errorf("%s: %s, want %s", path, got, contentType)
		}
	}
}

func TestWho(t *testing.T) {
	base := serveWorld(t) + "/api/who?day=2017-08-06&"
	for _, place := range []string{"alpha", "Alpha", url.QueryEscape("ألفا")} {
		got := decoded(t, base+"place="+place)
		report := got["because"].([]any)[0].(map[string]any)["report"]
		want := map[string]any{"id": "r1", "title": "First", "source": "Agency", "url": "https://example.org/1", "published": "2017-08-06", "source_id": "agency", "side": ""}
		if diff := cmp.Diff(want, report); diff != "" {
			t.Error(diff)
		}
		delete(got, "because")
		if diff := cmp.Diff(map[string]any{
			"place": map[string]any{"id": "alpha", "name_ar": "ألفا", "name_en": "Alpha", "kind": "town", "lat": 35.0, "lon": 38.0, "admin1": "Homs"},
			"day":   "2017-08-06", "holder": "syrian_government", "contested": false, "others": []any{}, "disputes": []any{}, "contested_from": nil,
			"since": "2017-08-05", "since_basis": "stated", "last_confirmed": "2017-08-05",
			"inferred": false, "inferred_from": []any{}, "confidence": 0.798, "uncertain": false, "age_days": 1.0, "against": []any{},
			"before": map[string]any{"holder": "islamic_state", "from": nil, "to": "2017-08-05"}, "after": nil,
		}, got); diff != "" {
			t.Errorf("%s: %s", place, diff)
		}
	}
	got := decoded(t, base+"lon=38.0&lat=35.05")
	if got["place"] != nil || got["holder"] != "syrian_government" || got["inferred"] != true || got["since"] != nil {
		t.Errorf("a bare point: %v", got)
	}
	if got := decoded(t, base+"lon=0&lat=0"); got["holder"] != "unknown" {
		t.Errorf("a point off the map: %v", got)
	}
}

func TestWhoOfSeveralOrNoPlaces(t *testing.T) {
	base := serveWorld(t) + "/api/who?day=2017-08-06&place="
	r := ask(t, "GET", base+"Twin")
	want := `{"error":"place: \"Twin\" is the name of 2 places","candidates":[` +
		`{"id":"twin-1","name_ar":"توأم","name_en":"Twin","kind":"village","lat":35.1,"lon":38.1,"admin1":null,"score":0.5,"reason":"by name"},` +
		`{"id":"twin-2","name_ar":"توأم","name_en":"Twin","kind":"village","lat":34.1,"lon":39.9,"admin1":null,"score":0.5,"reason":"by name"}]}`
	if diff := cmp.Diff(want, strings.TrimSpace(r.body)); r.status != 300 || diff != "" {
		t.Errorf("several: %d %s", r.status, diff)
	}
	if got := decoded(t, base+"Twin&in=West"); got["place"].(map[string]any)["id"] != "twin-1" {
		t.Errorf("the western one: %v", got)
	}
	r = ask(t, "GET", base+"Twin&in=Bavaria")
	if r.status != 400 || !strings.Contains(r.body, `"parameter":"in","value":"Bavaria"`) {
		t.Errorf("no governorate: %d %s", r.status, r.body)
	}
	r = ask(t, "GET", base+"Alph")
	if r.status != 404 || !strings.Contains(r.body, `"error":"place: no place \"Alph\""`) || !strings.Contains(r.body, `"id":"alpha"`) {
		t.Errorf("misspelt: %d %s", r.status, r.body)
	}
	r = ask(t, "GET", base+"Zzz")
	if r.status != 404 || !strings.Contains(r.body, `"candidates":[]`) {
		t.Errorf("none: %d %s", r.status, r.body)
	}
	if r.header.Get("ETag") != "" {
		t.Error("a failure has an ETag")
	}
}

func TestPlaces(t *testing.T) {
	base := serveWorld(t) + "/api/places"
	list := func(query string) string {
		s := ""
		for _, p := range decoded(t, base+query)["places"].([]any) {
			s += p.(map[string]any)["id"].(string) + " "
		}
		return s
	}
	for query, want := range map[string]string{
		"?q=Twin": "twin-1 twin-2 ", "?q=Twin&limit=1": "twin-1 ", "?q=Nowhere": "", "?q=" + url.QueryEscape("بي"): "beta ",
	} {
		if got := list(query); got != want {
			t.Errorf("%s: got %s, want %s", query, got, want)
		}
	}
}

func TestHistory(t *testing.T) {
	base := serveWorld(t) + "/api/places/"
	got := decoded(t, base+"alpha/history")
	if got["place"].(map[string]any)["name_ar"] != "ألفا" {
		t.Errorf("place %v", got["place"])
	}
	var shown []string
	for _, h := range got["holdings"].([]any) {
		h := h.(map[string]any)
		claim := h["because"].([]any)[0].(map[string]any)["claim"].(map[string]any)
		shown = append(shown, fmt.Sprint(h["holder"], " ", h["from"], " ", h["to"], " ", h["since_basis"], " ", claim["quote"]))
	}
	want := []string{
		"islamic_state <nil> 2017-08-05 inferred taken",
		"syrian_government 2017-08-05 <nil> stated taken",
	}
	if diff := cmp.Diff(want, shown); diff != "" {
		t.Error(diff)
	}
	if got := decoded(t, base+"twin-1/history"); len(got["holdings"].([]any)) != 0 {
		t.Errorf("a place nobody speaks of: %v", got)
	}
	if r := ask(t, "GET", base+"nowhere/history"); r.status != 404 || strings.TrimSpace(r.body) != `{"error":"place: no place \"nowhere\"","candidates":[]}` {
		t.Errorf("no such place: %d %s", r.status, r.body)
	}
}

func TestChanges(t *testing.T) {
	base := serveWorld(t) + "/api/changes"
	got := ""
	for _, c := range decoded(t, base+"?from=2017-08-05&to=2017-08-06")["changes"].([]any) {
		c := c.(map[string]any)
		got += fmt.Sprint(c["day"], " ", c["place"].(map[string]any)["id"], " ", c["from"], " ", c["to"], "\n")
	}
	want := "2017-08-05 alpha islamic_state syrian_government\n2017-08-05 beta <nil> islamic_state\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if got := decoded(t, base+"?to=2017-08-05")["changes"].([]any); len(got) != 0 {
		t.Errorf("to is not included: %v", got)
	}
}

func TestReport(t *testing.T) {
	base := serveWorld(t) + "/api/reports/"
	got := decoded(t, base+"r2")
	want := map[string]any{"id": "r2", "file": "2.txt", "title": "Second", "source": "", "source_id": "unnamed", "url": "", "language": "ar",
		"published": "2017-08-09", "published_basis": "given", "text": text, "body": 3.0}
	if diff := cmp.Diff(want, got["report"]); diff != "" {
		t.Error(diff)
	}
	claim := got["claims"].([]any)[0].(map[string]any)
	start, end := int(claim["start"].(float64)), int(claim["end"].(float64))
	if text[start:end] != claim["quote"] {
		t.Errorf("text[%d:%d] = %q, want the quote %q", start, end, text[start:end], claim["quote"])
	}
	if mention := got["places"].([]any)[0].(map[string]any); mention["surface"] != "ألفا" {
		t.Errorf("places %v", got["places"])
	}
	if r := ask(t, "GET", base+"r9"); r.status != 404 || strings.TrimSpace(r.body) != `{"error":"/api/reports/r9: not found"}` {
		t.Errorf("no such report: %d %s", r.status, r.body)
	}
}

func TestAreasOfASourcesOwnMap(t *testing.T) {
	base := serveWorld(t)
	areas := base + "/api/areas?map=agency&day="
	if got := pluck(decoded(t, areas+"2017-08-09"), "holder", "map", "drawn_on", "age_days", "start", "end", "places"); got !=
		"islamic_state/agency/2017-08-06/3/2017-08-06/<nil>/[] syrian_government/agency/2017-08-06/3/2017-08-06/<nil>/[] " {
		t.Errorf("areas %s", got)
	}
	if got := pluck(decoded(t, areas+"2017-08-05"), "holder"); got != "" {
		t.Errorf("areas before the first map: %s: want none", got)
	}
	for query, want := range map[string]string{
		"map=unnamed&day=2017-08-09":               `map: source \"unnamed\" has no map: want one of agency`,
		"map=&day=2017-08-09":                      "agency",
		"map=agency&map=agency&day=2017-08-09":     "given 2 times",
		"map=agency&day=2017-08-09&without=agency": "no source has one",
		"map=agency": "day: missing",
	} {
		if r := ask(t, "GET", base+"/api/areas?"+query); r.status != 400 || !strings.Contains(r.body, want) {
			t.Errorf("%s: %d %s: want 400 with %q", query, r.status, r.body, want)
		}
	}
	if r := ask(t, "GET", base+"/api/fronts?day=2017-08-09&map=agency"); r.status != 400 || !strings.Contains(r.body, `"parameter":"map"`) {
		t.Errorf("fronts of a drawn map: %d %s: want 400", r.status, r.body)
	}
	got := map[string]any{}
	for _, s := range decoded(t, base+"/api/sources")["sources"].([]any) {
		s := s.(map[string]any)
		got[s["id"].(string)] = s["map"]
	}
	want := map[string]any{"agency": map[string]any{"first": "2017-08-06", "last": "2017-08-06", "days": 1.0}, "unnamed": nil}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
