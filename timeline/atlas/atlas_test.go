package atlas_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"frontline/timeline"
	"frontline/timeline/atlas"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

func TestNewNamesWhatIsMissing(t *testing.T) {
	for _, c := range []struct {
		claim timeline.Claim
		want  string
	}{
		{claim("lost", "nowhere", timeline.Holds, army, "alpha", ""), `claim lost: report "nowhere"`},
		{claim("adrift", "early", timeline.Holds, army, "farm", ""), `claim adrift: place "farm"`},
	} {
		_, err := atlas.New(atlas.Input{Entries: entries(c.claim), Places: places[:3], Reports: reports, Outline: outline})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v, want %s", err, c.want)
		}
	}
}

func TestEmptyAtlasKnowsNothing(t *testing.T) {
	a, err := atlas.New(atlas.Input{Places: places, Outline: outline})
	if err != nil {
		t.Fatal(err)
	}
	if got := who(t, a, "alpha", day("2017-08-12")); got.Holder != timeline.Unknown {
		t.Errorf("holder %s", got.Holder)
	}
	if a.Days() != (timeline.Span{}) || len(a.DayCounts(atlas.Filter{})) != 0 || len(a.Changes(atlas.Filter{}).Changes) != 0 {
		t.Error("days or changes of nothing")
	}
	if m := drawn(t, a, day("2017-08-12")); m.Day != day("2017-08-12") || len(m.Areas())+len(m.Fronts()) != 0 {
		t.Errorf("map of nothing: %+v", m)
	}
}

func TestDays(t *testing.T) {
	want := timeline.Span{From: day("2017-08-01"), To: day("2017-08-21")}
	if got := world(t).Days(); got != want {
		t.Errorf("got %v, want %v: the undated claim does not count", got, want)
	}
}

func TestClaims(t *testing.T) {
	a := world(t)
	for _, c := range []struct {
		name   string
		filter atlas.Filter
		want   string
	}{
		{"all, undated first", atlas.Filter{}, "g3 g1 a1 g2 n1 b1 b2 a2 "},
		{"from, included", atlas.Filter{Span: timeline.Span{From: day("2017-08-15")}}, "b1 b2 a2 "},
		{"to, excluded", atlas.Filter{Span: timeline.Span{To: day("2017-08-07")}}, "g1 a1 "},
		{"box", atlas.Filter{Bound: &orb.Bound{Min: orb.Point{39, 34}, Max: orb.Point{40, 36}}}, "g3 g1 g2 "},
		{"actor, also as previous holder", atlas.Filter{Actors: []timeline.Actor{state}}, "g1 a1 n1 b1 "},
		{"kinds", atlas.Filter{Kinds: []timeline.Kind{timeline.Clashed, timeline.Casualties}}, "g3 n1 "},
		{"place keeps its undated", atlas.Filter{Place: "gamma"}, "g3 g1 g2 "},
		{"place and actor", atlas.Filter{Place: "beta", Actors: []timeline.Actor{army}}, "b2 "},
		{"source", atlas.Filter{Sources: []string{timeline.Unnamed}}, "g3 "},
		{"sources", atlas.Filter{Sources: []string{timeline.Unnamed, "agency"}, Kinds: []timeline.Kind{timeline.Clashed, timeline.Withdrew}}, "g3 g2 "},
		{"as sure as they are", atlas.Filter{Sure: 0.9, Place: "beta"}, "b1 b2 "},
		{"surer", atlas.Filter{Sure: 0.91}, ""},
		{"modality", atlas.Filter{Modalities: []timeline.Modality{timeline.Denied}}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := ids(a.Claims(c.filter)); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestHoldings(t *testing.T) {
	a := world(t)
	on := func(s string) timeline.Span { return timeline.Span{From: day(s), To: day(s) + 1} }
	for _, c := range []struct {
		name   string
		filter atlas.Filter
		want   string
	}{
		{"day", atlas.Filter{Span: on("2017-08-18")}, "alpha=syrian_government beta=islamic_state gamma=unknown "},
		{"the day before", atlas.Filter{Span: on("2017-08-04")}, "alpha=islamic_state gamma=islamic_state "},
		{"one who contests", atlas.Filter{Span: on("2017-08-18"), Actors: []timeline.Actor{army}}, "alpha=syrian_government beta=islamic_state "},
		{"box", atlas.Filter{Span: on("2017-08-18"), Bound: &orb.Bound{Min: orb.Point{38.1, 34}, Max: orb.Point{38.3, 36}}}, "beta=islamic_state "},
		{"place, all of time", atlas.Filter{Place: "gamma"}, "gamma=islamic_state gamma=unknown "},
		{"source", atlas.Filter{Span: on("2017-08-18"), Sources: []string{"agency"}}, "alpha=syrian_government beta=islamic_state gamma=unknown "},
		{"a source that says nothing of it", atlas.Filter{Span: on("2017-08-18"), Sources: []string{timeline.Unnamed}}, ""},
		{"surer than anything is", atlas.Filter{Span: on("2017-08-18"), Sure: 1}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := ""
			for _, h := range a.Holdings(c.filter) {
				got += h.Place + "=" + string(h.Holder) + " "
			}
			if got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestChanges(t *testing.T) {
	a := world(t)
	show := func(span timeline.Span) string {
		var b strings.Builder
		for _, c := range a.Changes(atlas.Filter{Span: span}).Changes {
			from := "-"
			if c.From != nil {
				from = string(*c.From)
			}
			b.WriteString(c.Day.String() + " " + c.Place.ID + " " + from + ">" + string(c.To) + " " + evidenceIDs(c.Because) + "\n")
		}
		return b.String()
	}
	want := "2017-08-05 alpha islamic_state>syrian_government a1(early) \n" +
		"2017-08-07 gamma islamic_state>unknown g2(early) \n" +
		"2017-08-15 beta ->islamic_state b1(late) \n" +
		"2017-08-18 beta islamic_state>islamic_state b2(late) \n"
	if diff := cmp.Diff(want, show(timeline.Span{})); diff != "" {
		t.Error(diff)
	}
	half := show(timeline.Span{From: day("2017-08-07"), To: day("2017-08-18")})
	if strings.Count(half, "\n") != 2 || !strings.Contains(half, "gamma") || !strings.Contains(half, "2017-08-15") {
		t.Errorf("half-open span: %s", half)
	}
}

func TestDayCounts(t *testing.T) {
	got := world(t).DayCounts(atlas.Filter{})
	var on []atlas.DayCount
	for _, n := range got {
		if n.Day == day("2017-08-07") || n.Day == day("2017-08-20") {
			on = append(on, n)
		}
	}
	want := []atlas.DayCount{
		{Day: day("2017-08-07"), Claims: 2, Changes: 1, ByActor: map[timeline.Actor]int{timeline.Unknown: 1}, ByKind: map[timeline.Kind]int{timeline.Withdrew: 1, timeline.Casualties: 1}},
		{Day: day("2017-08-20"), Claims: 1, ByActor: map[timeline.Actor]int{}, ByKind: map[timeline.Kind]int{timeline.Holds: 1}},
	}
	if diff := cmp.Diff(want, on); diff != "" {
		t.Error(diff)
	}
	if len(got) != 6 {
		t.Errorf("%d days, want 6: %v", len(got), got)
	}
}

func TestMapsFollowTheHoldings(t *testing.T) {
	a := world(t)
	var starts []string
	situations, err := a.Situations(atlas.Filter{Span: timeline.Span{From: day("2017-08-06"), To: day("2017-08-16")}})
	if err != nil {
		t.Fatal(err)
	}
	for span, m := range situations.During {
		starts = append(starts, span.From.String()+"…"+span.To.String())
		if m.Day != span.From {
			t.Errorf("the situation of %v is of day %v", span, m.Day)
		}
	}
	want := []string{"2017-08-05…2017-08-07", "2017-08-07…2017-08-15", "2017-08-15…2017-08-18"}
	if diff := cmp.Diff(want, starts); diff != "" {
		t.Error(diff)
	}
	m := drawn(t, a, day("2017-08-06"))
	if m.Day != day("2017-08-06") || len(m.Areas()) == 0 {
		t.Errorf("areas %+v", m.Areas())
	}
}

// What is known over time of when each piece of ground was last spoken of is what
// the map of each day says.
func TestCourseKnowsTheEvidenceOfEveryDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := anyRegister(t)
		a := x.after(t, x.now)
		course, err := a.Course()
		if err != nil {
			t.Fatal(err)
		}
		for on := day("2017-05-01") - 500; on < day("2017-05-01")+logDays+100; on += timeline.Day(rapid.IntRange(1, 40).Draw(t, "days")) {
			s, err := a.Situation(on)
			if err != nil {
				t.Fatal(err)
			}
			for cell, want := range s.Cells {
				var said timeline.Day
				for _, x := range course.Said(cell) {
					if x.From <= on {
						said = x.Said
					}
				}
				if said != want.Said {
					t.Fatalf("cell %d on %v: said on %v, want %v", cell, on, said, want.Said)
				}
			}
		}
	})
}

func TestMapIsSafeForManyAtOnce(t *testing.T) {
	a := world(t)
	var wg sync.WaitGroup
	for i := range 400 {
		wg.Go(func() {
			d := day("2017-08-01") + timeline.Day(i%20)
			if m := drawn(t, a, d); m.Day != d {
				t.Errorf("map of %v is of %v", d, m.Day)
			}
		})
	}
	wg.Wait()
}

// A day's map does not depend on what was asked before it, also where more
// maps were asked for than are kept.
func TestMapAfterManyOthers(t *testing.T) {
	var more []timeline.Claim
	for i := range 300 {
		actor := []timeline.Actor{army, state}[i%2]
		more = append(more, claim(fmt.Sprint("m", i), "late", timeline.Captured, actor, "alpha", "2018-01-01",
			func(c *timeline.Claim) { c.Date += timeline.Day(i) }))
	}
	a := world(t, more...)
	first := drawn(t, a, day("2018-01-01"))
	for i := range 300 {
		drawn(t, a, day("2018-01-01")+timeline.Day(i))
	}
	if diff := cmp.Diff(first.Areas(), drawn(t, a, day("2018-01-01")).Areas()); diff != "" {
		t.Error(diff)
	}
}
