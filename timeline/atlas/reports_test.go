package atlas_test

import (
	"fmt"
	"testing"

	"frontline/timeline"
	"frontline/timeline/atlas"

	"github.com/paulmach/orb"
)

func toldIDs(list []atlas.Told) string {
	s := ""
	for _, r := range list {
		s += fmt.Sprintf("%s(%d) ", r.ID, r.Claims)
	}
	return s
}

func TestReports(t *testing.T) {
	a := world(t)
	for what, c := range map[string]struct {
		filter atlas.Filter
		want   string
	}{
		"newest first, without a day last": {atlas.Filter{}, "late(3) early(4) undated(1) "},
		"published in time":                {atlas.Filter{Span: timeline.Span{From: day("2017-08-10"), To: day("2017-08-11")}}, "early(4) "},
		"source":                           {atlas.Filter{Sources: []string{timeline.Unnamed}}, "undated(1) "},
		"one claim meets all":              {atlas.Filter{Actors: []timeline.Actor{army}, Kinds: []timeline.Kind{timeline.Captured}, Place: "alpha"}, "early(4) "},
		"no claim meets all":               {atlas.Filter{Actors: []timeline.Actor{army}, Place: "gamma", Kinds: []timeline.Kind{timeline.Captured}}, ""},
		"box":                              {atlas.Filter{Bound: &orb.Bound{Min: orb.Point{39, 34}, Max: orb.Point{40, 36}}}, "early(4) undated(1) "},
		"claims of any day":                {atlas.Filter{Span: timeline.Span{From: day("2017-08-20")}, Place: "beta"}, "late(3) "},
	} {
		if got := toldIDs(a.Reports(c.filter)); got != c.want {
			t.Errorf("%s: %s, want %s", what, got, c.want)
		}
	}
}

// What does not count in a view is not listed in it either.
func TestReportsThatDoNotCountAreNotListed(t *testing.T) {
	filings := []timeline.Filing{
		{Report: timeline.Report{ID: "early", Source: "Agency", Published: day("2017-08-12")}, Recorded: 1,
			Was: []timeline.Dating{{Published: day("2017-08-10"), Until: 3}}},
		{Report: timeline.Report{ID: "late", Source: "Radio", Published: day("2017-08-20")}, Recorded: 2},
		{Report: timeline.Report{ID: "undated"}, Recorded: 2},
	}
	var said []timeline.Entry
	for _, e := range entries(claims()...) {
		e.Recorded = 2
		said = append(said, e)
	}
	a, err := atlas.New(atlas.Input{Entries: said, Places: places, Reports: filings, Outline: outline, Retractions: []timeline.Retraction{
		{Seq: 1, Report: "late", Spell: timeline.Spell{Recorded: 5}}, {Seq: 2, Report: "early", Claim: "a1", Spell: timeline.Spell{Recorded: 5, Superseded: 7}}}})
	if err != nil {
		t.Fatal(err)
	}
	for what, c := range map[string]struct {
		view atlas.View
		want string
	}{
		"now, one retracted":       {atlas.View{}, "early(4) undated(1) "},
		"before it was":            {atlas.View{KnownAt: 4}, "late(3) early(4) undated(1) "},
		"while a claim was":        {atlas.View{KnownAt: 6}, "early(3) undated(1) "},
		"before the claims came":   {atlas.View{KnownAt: 2}, "early(0) "},
		"before all":               {atlas.View{KnownAt: 1}, ""},
		"without a source":         {atlas.View{Without: []string{"agency"}}, "undated(1) "},
		"without those that named": {atlas.View{Without: []string{timeline.Unnamed}}, "early(4) "},
	} {
		if got := toldIDs(a.As(c.view).Reports(atlas.Filter{})); got != c.want {
			t.Errorf("%s: %s, want %s", what, got, c.want)
		}
	}
	if got := a.As(atlas.View{KnownAt: 3}).Reports(atlas.Filter{Span: timeline.Span{To: day("2017-08-11")}}); toldIDs(got) != "early(4) " || got[0].Published != day("2017-08-10") {
		t.Errorf("%+v: want it by the day that was taken for its day then", got)
	}
	if got := ids(a.Said("early")); got != "g1 a1 g2 n1 " || a.Said("nope") != nil {
		t.Errorf("early says %s", got)
	}
}
