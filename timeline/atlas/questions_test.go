package atlas_test

import (
	"fmt"
	"strings"
	"testing"

	"frontline/timeline"
	"frontline/timeline/atlas"

	"pgregory.net/rapid"
)

func counted(a *atlas.Atlas, f atlas.Filter, by atlas.Grouping) string {
	var b strings.Builder
	for _, n := range a.Changes(f).Counted(by).Counts {
		fmt.Fprintf(&b, "%s %d", n.Of, n.Times)
		if n.Gained != nil {
			fmt.Fprintf(&b, " +%d -%d", *n.Gained, *n.Lost)
		}
		fmt.Fprintf(&b, " %s…%s\n", n.First, n.Last)
	}
	return b.String()
}

func TestChangesOfHandsAreCounted(t *testing.T) {
	a := world(t,
		claim("x1", "late", timeline.Captured, army, "gamma", "2017-08-09"),
		claim("x2", "late", timeline.Captured, state, "gamma", "2017-08-12"))
	for by, want := range map[atlas.Grouping]string{
		atlas.ByPlace: "gamma 2 2017-08-09…2017-08-12\nalpha 1 2017-08-05…2017-08-05\nbeta 1 2017-08-15…2017-08-15\n",
		// What was left is lost, though nobody gains it; part of a place is neither.
		atlas.ByActor:       "islamic_state 4 +2 -2 2017-08-05…2017-08-15\nsyrian_government 3 +2 -1 2017-08-05…2017-08-12\n",
		atlas.ByGovernorate: " 4 2017-08-05…2017-08-15\n",
	} {
		if got := counted(a, atlas.Filter{}, by); got != want {
			t.Errorf("by %s: got\n%swant\n%s", by, got, want)
		}
	}
	if got := a.Changes(atlas.Filter{Place: "farm"}).Counted(atlas.ByPlace); got.Counts == nil || len(got.Counts) != 0 {
		t.Errorf("nothing is counted as %v: want an empty list", got)
	}
}

// A place is contested from the day on which the first came, not the last.
func TestContestedSinceTheFirstWhoCame(t *testing.T) {
	part := func(c *timeline.Claim) { c.Extent = timeline.Partial }
	a := world(t, claim("x1", "late", timeline.Captured, "sdf", "beta", "2017-08-22", part),
		claim("x2", "late", timeline.Captured, state, "beta", "2017-08-25"),
		claim("x3", "late", timeline.Captured, army, "beta", "2017-08-27", part))
	for on, want := range map[string]string{
		"2017-08-17": " []",
		"2017-08-18": "2017-08-18 [{syrian_government fighting}]",
		"2017-08-23": "2017-08-18 [{syrian_government fighting} {sdf fighting}]",
		"2017-08-26": " []",
		"2017-08-28": "2017-08-27 [{syrian_government fighting}]",
	} {
		ans := who(t, a, "beta", day(on))
		if got := fmt.Sprint(ans.ContestedFrom, " ", ans.Disputes); got != want {
			t.Errorf("on %s: %s: want %s", on, got, want)
		}
		if n := len(a.Contested(day(on), atlas.Filter{}).Places); (n == 1) != ans.Contested {
			t.Errorf("on %s: %d places are contested, beta: %v", on, n, ans.Contested)
		}
	}
}

// Of an actor's holdings only those days are counted that somebody vouches for.
func TestDaysOfAnActorInAPlace(t *testing.T) {
	a := world(t)
	for _, c := range []struct {
		how, place string
		actor      timeline.Actor
		span       timeline.Span
		want       string
	}{
		{"to the day it was last confirmed", "alpha", army, timeline.Span{}, "16 0 0 [2017-08-05,)=16 "},
		{"to the end of the days asked about", "alpha", army, timeline.Span{To: day("2017-09-01")}, "27 0 0 [2017-08-05,2017-09-01)=27 "},
		{"none after it was last confirmed", "alpha", army, timeline.Span{From: day("2018-01-01")}, "0 0 0 [2018-01-01,)=0 "},
		{"none before, since nobody knows when", "alpha", state, timeline.Span{}, "0 0 0 [,2017-08-05)=? "},
		{"alone, then not", "beta", state, timeline.Span{}, "3 1 0 [2017-08-15,2017-08-18)=3 [2017-08-18,)=1 "},
		{"never", "gamma", army, timeline.Span{}, "0 0 0 "},
	} {
		s := a.Chronicle(place(t, a, c.place), c.span, c.actor).Stays
		got := fmt.Sprint(s.Days, " ", s.ContestedDays, " ", s.UncertainDays, " ")
		for _, x := range s.Spans {
			days := "?"
			if x.Days != nil {
				days = fmt.Sprint(*x.Days)
			}
			got += fmt.Sprintf("[%s,%s)=%s ", x.From, x.To, days)
		}
		if got != c.want {
			t.Errorf("%s: got %s, want %s", c.how, got, c.want)
		}
	}
}

// What is asked of a part of the ground is that part of what is asked of all.
func TestAPartOfTheGroundAnswersAsTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var more []timeline.Claim
		for i := range rapid.IntRange(0, 12).Draw(t, "claims") {
			kind := rapid.SampledFrom(timeline.Kinds[:6]).Draw(t, "kind")
			actor := rapid.SampledFrom([]timeline.Actor{"", army, state, "sdf"}).Draw(t, "actor")
			at := rapid.SampledFrom([]string{"alpha", "beta", "gamma"}).Draw(t, "place")
			extent := rapid.SampledFrom([]string{timeline.Full, timeline.Partial}).Draw(t, "extent")
			on := day("2017-08-01") + timeline.Day(rapid.IntRange(0, 30).Draw(t, "day"))
			more = append(more, claim(fmt.Sprint("m", i), rapid.SampledFrom([]string{"early", "late"}).Draw(t, "report"), kind, actor, at, "2017-08-01",
				func(c *timeline.Claim) { c.Date, c.Extent = on, extent }))
		}
		a, err := atlas.New(atlas.Input{Entries: entries(more...), Places: places, Reports: reports, Outline: outline})
		if err != nil {
			t.Fatal(err)
		}
		on := day("2017-08-01") + timeline.Day(rapid.IntRange(0, 40).Draw(t, "asked"))
		moved, contested, held, times := 0, 0, 0, 0
		for _, id := range []string{"alpha", "beta", "gamma"} {
			f := atlas.Filter{Place: id}
			moved += len(a.Changes(f).Changes)
			contested += len(a.Contested(on, f).Places)
			held += len(a.Held(army, on, f).Places)
			p, _ := a.Place(id)
			times += a.Chronicle(p, timeline.Span{}, "").ChangedHands
		}
		all := a.Changes(atlas.Filter{})
		if moved != len(all.Changes) || contested != len(a.Contested(on, atlas.Filter{}).Places) || held != len(a.Held(army, on, atlas.Filter{}).Places) {
			t.Fatalf("%d changes, %d contested, %d held, place by place: all of it differs", moved, contested, held)
		}
		sum := 0
		for _, n := range all.Counted(atlas.ByPlace).Counts {
			sum += n.Times
		}
		if sum != times {
			t.Fatalf("places changed hands %d times by their counts, %d by their histories", sum, times)
		}
		for _, c := range all.Changes {
			if len(c.Because) == 0 || len(c.Others) > 0 != (len(c.Disputes) > 0) {
				t.Fatalf("%+v: want the words it rests on, and why it is contested where it is", c)
			}
		}
	})
}
