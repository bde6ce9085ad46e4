package web_test

import (
	"context"
	"io"
	"strings"
	"testing"

	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/web"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
)

// revised is a source of which the first report was retracted on a day.
type revised struct{ source }

func (revised) Atlas(_ context.Context, v atlas.View) (*atlas.Atlas, web.Places, error) {
	m := timeline.EndOf(timeline.Date(2020, 1, 5)) - 1
	a, err := atlas.New(atlas.Input{Version: "1", Entries: entries(claims()), Places: gazetteer, ReachKm: 30,
		Reports: []timeline.Filing{{Report: timeline.Report{ID: "r1", Source: "Agency"}}, {Report: timeline.Report{ID: "r2"}}},
		Outline: orb.MultiPolygon{{orb.Ring{{37, 34}, {40, 34}, {40, 36}, {37, 36}, {37, 34}}}},
		Retractions: []timeline.Retraction{{Seq: 1, Report: "r1", Claim: "b1", Spell: timeline.Spell{Recorded: m}},
			{Seq: 2, Report: "r1", Claim: "a1", Spell: timeline.Spell{Recorded: m}}},
		Journal: []timeline.Event{{Moment: m, What: "retraction", About: "1: a <script>hoax</script>"}}})
	if err != nil {
		return nil, nil, err
	}
	return a.As(v), names{}, nil
}

func TestCorrections(t *testing.T) {
	cfg := config(source{version: "1"}, io.Discard)
	cfg.Source = revised{}
	base := serve(t, cfg) + "/api/corrections"
	list := func(query string) (ids string) {
		for _, c := range decoded(t, base+query)["corrections"].([]any) {
			ids += c.(map[string]any)["place"].(map[string]any)["id"].(string) + " "
		}
		return ids
	}
	for query, want := range map[string]string{
		"":                               "alpha alpha beta ",
		"?from=2020-01-05&to=2020-01-06": "alpha alpha beta ",
		"?from=2020-01-06":               "",
		"?to=2020-01-05":                 "",
		"?place=Beta":                    "beta ",
		"?place=twin-1":                  "",
		"?in=West":                       "",
		"?without=agency":                "",
		"?as_known_on=2020-01-04":        "",
		"?as_known_on=2020-01-05":        "alpha alpha beta ",
	} {
		if got := list(query); got != want {
			t.Errorf("%s: %s: want %s", query, got, want)
		}
	}
	got := decoded(t, base+"?place=beta")["corrections"].([]any)[0].(map[string]any)
	went := got["went"].([]any)[0].(map[string]any)
	if went["claim"].(map[string]any)["id"] != "b1" || went["report"].(map[string]any)["id"] != "r1" {
		t.Errorf("went %v: want the claim, beside its report", went)
	}
	delete(got, "went")
	delete(got, "place")
	want := map[string]any{"from": "2017-08-05", "to": nil, "before": map[string]any{"holder": "islamic_state", "others": []any{}, "uncertain": false},
		"after": nil, "moment": "2020-01-05T23:59:59.999Z", "cause": "retraction", "words": []any{"1: a <script>hoax</script>"}, "came": []any{}, "otherwise": []any{}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for query, words := range map[string]string{
		"?from=2020-01-06&to=2020-01-06": `"parameter":"to"`, "?from=yesterday": `"parameter":"from"`, "?in=Bavaria": `"parameter":"in"`,
		"?day=2020-01-06": "from, to, bbox, in, place, as_known_on, reach_km, without",
	} {
		if r := ask(t, "GET", base+query); r.status != 400 || !strings.Contains(r.body, words) {
			t.Errorf("%s: %d %s: want %s", query, r.status, r.body, words)
		}
	}
	if r := ask(t, "GET", base+"?place=Twin"); r.status != 300 {
		t.Errorf("a name of two places: %d %s", r.status, r.body)
	}
}
