package atlas_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

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
