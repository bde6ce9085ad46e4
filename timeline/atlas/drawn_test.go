package atlas_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"frontline/timeline"
	"frontline/timeline/atlas"
)

// mapped is a world in which two sources drew maps: the surveyor of the 1st, 5th
// and 9th of August, each recorded a day later, the painter of the 3rd. That of
// the 5th was retracted on the 20th.
func mapped(t *testing.T) *atlas.Atlas {
	t.Helper()
	in := atlas.Input{Version: "1", Places: places, Outline: outline}
	for i, m := range []struct {
		day    int
		source string
	}{{1, "surveyor"}, {5, "surveyor"}, {9, "surveyor"}, {3, "painter"}} {
		id, of := fmt.Sprint("map ", i), timeline.Date(2017, 8, m.day)
		recorded := timeline.EndOf(of)
		in.Reports = append(in.Reports, timeline.Filing{Report: timeline.Report{ID: id, Source: m.source, Form: timeline.Table, Published: of}, Recorded: recorded})
		in.Drawings = append(in.Drawings, timeline.KeptDrawing{Report: id, Drawing: sketch(of), Recorded: recorded})
	}
	in.Retractions = []timeline.Retraction{{Seq: 1, Report: "map 1", Spell: timeline.Spell{Recorded: timeline.EndOf(day("2017-08-20"))}}}
	a, err := atlas.New(in)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// daysOf are the days of the maps of a source, in words.
func daysOf(a *atlas.Atlas, source string) string {
	maps, err := a.Drawn(source)
	if err != nil {
		return err.Error()
	}
	var days []string
	for _, m := range maps.Maps() {
		days = append(days, m.Span.From.String()[5:])
	}
	return strings.Join(days, " ")
}

func TestDrawnMapsCountAsTheirReportsDo(t *testing.T) {
	a := mapped(t)
	before := atlas.View{KnownAt: timeline.EndOf(day("2017-08-06"))}
	without := atlas.View{Without: []string{"surveyor"}}
	for _, c := range []struct {
		name, source string
		view         atlas.View
		want         string
	}{
		{"now, without the retracted one", "surveyor", atlas.View{}, "08-01 08-09"},
		{"before it was retracted", "surveyor", atlas.View{KnownAt: timeline.EndOf(day("2017-08-19"))}, "08-01 08-05 08-09"},
		{"before the last one came", "surveyor", before, "08-01 08-05"},
		{"before any came", "painter", atlas.View{KnownAt: timeline.EndOf(day("2017-08-02"))}, `source "painter" has no map: want one of surveyor`},
		{"of one that does not count", "surveyor", without, `source "surveyor" has no map: want one of painter`},
		{"of one that drew none", "Agency", atlas.View{}, `source "Agency" has no map: want one of painter, surveyor`},
	} {
		if got := daysOf(a.As(c.view), c.source); got != c.want {
			t.Errorf("%s: %s: want %s", c.name, got, c.want)
		}
	}
	var none *atlas.NoMapError
	if _, err := world(t).Drawn("x"); !errors.As(err, &none) || !strings.Contains(err.Error(), "no source has one") {
		t.Errorf("%v: want it said that there are no maps", err)
	}
	list := a.Sources()
	i := slices.IndexFunc(list, func(s atlas.SourceCount) bool { return s.ID == "surveyor" })
	if m := list[i].Map; m == nil || m.First.String() != "2017-08-01" || m.Last.String() != "2017-08-09" || m.Days != 2 {
		t.Errorf("%+v: want maps of two days", m)
	}
}

func TestMapsThatComeLaterJoinTheOthers(t *testing.T) {
	a := mapped(t)
	id := "map 9"
	more := atlas.Input{Version: "2", Reports: []timeline.Filing{{Report: timeline.Report{ID: id, Source: "painter"}}},
		Drawings: []timeline.KeptDrawing{{Report: id, Drawing: sketch(day("2017-08-30"))}}}
	b, err := a.With(more)
	if err != nil {
		t.Fatal(err)
	}
	if got := daysOf(b, "painter"); got != "08-03 08-30" {
		t.Errorf("%s: want both", got)
	}
	if got := daysOf(a, "painter"); got != "08-03" {
		t.Errorf("%s: want the first atlas as it was", got)
	}
	more.Reports = nil
	if _, err := a.With(more); err == nil || !strings.Contains(err.Error(), id) {
		t.Errorf("%v: want a map of no report refused, and named", err)
	}
}

func TestDifferenceAndSeriesOfDrawnMaps(t *testing.T) {
	a := mapped(t)
	box := orb.Bound{Min: orb.Point{37, 34}, Max: orb.Point{40, 35}}
	bow := orb.MultiPolygon{{{{37, 34}, {39, 35}, {39, 34}, {37, 35}, {37, 34}}}}
	all, err := a.DrawnDifference("surveyor", day("2017-08-04"), day("2017-08-20"), atlas.Filter{})
	if err != nil || len(all) != 1 || all[0].To.Holder != army || all[0].From.Holder != timeline.Unknown || all[0].Because == nil {
		t.Fatalf("%+v, %v: want what the government gained", all, err)
	}
	part, err := a.DrawnDifference("surveyor", day("2017-08-04"), day("2017-08-20"), atlas.Filter{Bound: &box, Actors: []timeline.Actor{army}})
	if err != nil || len(part) != 1 || part[0].Km2 < all[0].Km2*0.49 || part[0].Km2 > all[0].Km2*0.51 {
		t.Errorf("%+v, %v: want half of it, %v km²", part, err, all[0].Km2/2)
	}
	if none, err := a.DrawnDifference("surveyor", day("2017-08-04"), day("2017-08-20"), atlas.Filter{Actors: []timeline.Actor{state}}); err != nil || none == nil || len(none) != 0 {
		t.Errorf("%+v, %v: want nothing of others", none, err)
	}
	series, err := a.DrawnSeries("surveyor", atlas.Filter{Span: timeline.Span{From: day("2017-08-03"), To: day("2017-09-01")}})
	if err != nil || len(series.Periods) != 2 || series.Periods[0].Start != day("2017-08-03") || series.Periods[1].Start != day("2017-08-09") ||
		series.Periods[1].End != day("2017-09-01") || len(series.Periods[1].Shares) != 1 {
		t.Errorf("%+v, %v: want the maps of the 1st and the 9th, on the days of the span", series, err)
	}
	if gained := series.Periods[1].Shares[0].Km2 - series.Periods[0].Shares[0].Km2; gained < all[0].Km2-0.01 || gained > all[0].Km2+0.01 {
		t.Errorf("%v km² more in the series, %v in the difference", gained, all[0].Km2)
	}
	in, err := a.DrawnSeries("surveyor", atlas.Filter{Bound: &box, Within: outline})
	if err != nil || len(in.Periods[0].Shares) != 2 || *in.Periods[0].Shares[1].Holder != timeline.Unknown {
		t.Errorf("%+v, %v: want the rest of the box too", in, err)
	}
	for name, c := range map[string]struct {
		source, from string
		f            atlas.Filter
		is           error
		words        string
	}{
		"before the first":              {"surveyor", "2017-07-31", atlas.Filter{}, atlas.ErrNotDrawn, "2017-08-01"},
		"a region that crosses itself":  {"surveyor", "2017-08-04", atlas.Filter{Within: bow}, atlas.ErrRegion, "valid"},
		"a region without ground":       {"surveyor", "2017-08-04", atlas.Filter{Within: outline, Bound: &orb.Bound{Min: orb.Point{1, 1}, Max: orb.Point{2, 2}}}, atlas.ErrRegion, "no ground"},
		"a governorate without outline": {"surveyor", "2017-08-04", atlas.Filter{Admin1: "Homs"}, atlas.ErrRegion, "Homs"},
	} {
		if _, err := a.DrawnDifference(c.source, day(c.from), day("2017-08-20"), c.f); !errors.Is(err, c.is) || !strings.Contains(err.Error(), c.words) {
			t.Errorf("%s: %v: want %v with %q", name, err, c.is, c.words)
		}
	}
	var none *atlas.NoMapError
	if _, err := a.DrawnSeries("Agency", atlas.Filter{}); !errors.As(err, &none) {
		t.Errorf("%v: want it said that there is no map", err)
	}
}
