package atlas_test

import (
	"fmt"
	"slices"
	"testing"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/front"

	"github.com/paulmach/orb"
)

const (
	army  timeline.Actor = "syrian_government"
	state timeline.Actor = "islamic_state"
)

// The world of the tests: three places that claims speak of, a village beside
// the first of which nobody speaks, and a farm out of anyone's reach.
var places = []geo.Place{
	{ID: "alpha", NameEn: "Alpha", NameAr: "ألفا", At: orb.Point{38, 35}, Kind: "town"},
	{ID: "beta", NameEn: "Beta", NameAr: "بيتا", At: orb.Point{38.2, 35}, Kind: "town"},
	{ID: "gamma", NameEn: "Gamma", NameAr: "غاما", At: orb.Point{39.2, 35}, Kind: "town"},
	{ID: "village", NameEn: "Village", NameAr: "قرية", At: orb.Point{38, 35.09}, Kind: "village"},
	{ID: "region", NameEn: "Region", NameAr: "منطقة", At: orb.Point{38, 35.05}, Kind: "region", Precision: geo.Area},
	{ID: "farm", NameEn: "Farm", NameAr: "مزرعة", At: orb.Point{37.2, 34.2}, Kind: "farm"},
}

var outline = orb.MultiPolygon{{orb.Ring{{37, 34}, {40, 34}, {40, 36}, {37, 36}, {37, 34}}}}

var reports = []timeline.Filing{
	{Report: timeline.Report{ID: "early", Title: "Early", Source: "Agency", URL: "https://example.org/early", Published: day("2017-08-10")}},
	{Report: timeline.Report{ID: "late", Title: "Late", Source: "Agency", URL: "https://example.org/late", Published: day("2017-08-20")}},
	{Report: timeline.Report{ID: "undated", Title: "Undated"}},
}

func claims() []timeline.Claim {
	return []timeline.Claim{
		claim("a1", "early", timeline.Captured, army, "alpha", "2017-08-05", func(c *timeline.Claim) { c.From = state }),
		claim("a2", "late", timeline.Holds, army, "alpha", ""),
		claim("b1", "late", timeline.Captured, state, "beta", "2017-08-15"),
		claim("b2", "late", timeline.Captured, army, "beta", "2017-08-18", func(c *timeline.Claim) { c.Extent = timeline.Partial }),
		claim("g1", "early", timeline.Holds, state, "gamma", "2017-08-01"),
		claim("g2", "early", timeline.Withdrew, "", "gamma", "2017-08-07"),
		claim("g3", "undated", timeline.Clashed, army, "gamma", ""),
		claim("n1", "early", timeline.Casualties, state, "", "2017-08-07"),
	}
}

func claim(id, report string, kind timeline.Kind, actor timeline.Actor, place, date string, more ...func(*timeline.Claim)) timeline.Claim {
	c := timeline.Claim{ID: id, Report: report, Kind: kind, Modality: timeline.Asserted, Actor: actor,
		Extent: timeline.Full, Quote: "words of " + id, Confidence: 0.9, DateBasis: timeline.BasisUnknown}
	if date != "" {
		c.Date, c.DateBasis = day(date), timeline.Stated
	}
	if i := slices.IndexFunc(places, func(p geo.Place) bool { return p.ID == place }); i >= 0 {
		c.Place = &timeline.PlaceRef{Surface: places[i].NameAr, Named: true, ID: place, At: &places[i].At, Score: 1}
	}
	for _, change := range more {
		change(&c)
	}
	return c
}

func day(s string) timeline.Day {
	d, err := timeline.ParseDay(s)
	if err != nil {
		panic(err)
	}
	return d
}

func world(t *testing.T, more ...timeline.Claim) *atlas.Atlas {
	t.Helper()
	a, err := atlas.New(atlas.Input{Version: "1", Entries: entries(append(claims(), more...)...), Places: places,
		Reports: reports, Outline: outline, ReachKm: 30})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// entries are claims that have always been known.
func entries(claims ...timeline.Claim) (out []timeline.Entry) {
	for _, c := range claims {
		out = append(out, timeline.Entry{Claim: c})
	}
	return out
}

func who(t *testing.T, a *atlas.Atlas, id string, on timeline.Day) atlas.Answer {
	t.Helper()
	ans, err := a.Who(place(t, a, id), on)
	if err != nil {
		t.Fatal(err)
	}
	return ans
}

func whoAt(t *testing.T, a *atlas.Atlas, p orb.Point, on timeline.Day) atlas.Answer {
	t.Helper()
	ans, err := a.WhoAt(p, on)
	if err != nil {
		t.Fatal(err)
	}
	return ans
}

func drawn(t *testing.T, a *atlas.Atlas, on timeline.Day) *front.Situation {
	t.Helper()
	m, err := a.Situation(on)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func place(t *testing.T, a *atlas.Atlas, id string) geo.Place {
	t.Helper()
	p, ok := a.Place(id)
	if !ok {
		t.Fatalf("no place %q", id)
	}
	return p
}

func ids(claims []*timeline.Claim) string {
	s := ""
	for _, c := range claims {
		s += c.ID + " "
	}
	return s
}

func evidenceIDs(evidence []atlas.Evidence) string {
	s := ""
	for _, e := range evidence {
		s += fmt.Sprintf("%s(%s) ", e.Claim.ID, e.Report.ID)
	}
	return s
}
