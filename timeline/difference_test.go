package timeline_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"frontline/timeline"
)

func TestDifferencesAreSpansOfDays(t *testing.T) {
	span := func(from, to string) timeline.Span { return timeline.Span{From: day(t, from), To: day(t, to)} }
	before := timeline.History{{Holder: isis, Span: span("2017-01-01", "2017-08-05"), Confidence: 0.1}, {Holder: army, Span: span("2017-08-05", "")}}
	after := timeline.History{{Holder: isis, Span: span("2017-01-01", "2017-07-01"), Confidence: 0.9},
		{Holder: isis, Others: []timeline.Actor{army}, Uncertain: true, Span: span("2017-07-01", "2017-08-09")},
		{Holder: army, Span: span("2017-08-09", "2017-09-01")}, {Holder: sdf, Span: span("2017-09-01", "")}}
	want := "2017-07-01..2017-08-05 islamic_state>islamic_state[syrian_government]true\n" +
		"2017-08-05..2017-08-09 syrian_government>islamic_state[syrian_government]true\n" +
		"2017-09-01.. syrian_government>sdf\n"
	if diff := cmp.Diff(want, inWords(before.Differences(after))); diff != "" {
		t.Error(diff)
	}
	if d := before.Differences(nil); len(d) != 2 || d[0].Before.Holder != isis || d[0].After.Known() {
		t.Errorf("%+v: want all of it, and nothing after", d)
	}
	if d := before.Differences(before); d != nil {
		t.Errorf("%+v: want none of a history and itself", d)
	}
	contested := timeline.History{{Holder: isis, Others: []timeline.Actor{army}, Span: span("2017-07-01", "2017-08-09")}}
	if d := contested.Differences(after[1:2]); len(d) != 1 {
		t.Errorf("%+v: want contested and uncertain to be different things", d)
	}
}

func inWords(differences []timeline.Difference) (s string) {
	say := func(h timeline.Held) string {
		if len(h.Others) == 0 {
			return string(h.Holder)
		}
		return fmt.Sprintf("%s%v%v", h.Holder, h.Others, h.Uncertain)
	}
	for _, d := range differences {
		s += fmt.Sprintf("%s..%s %s>%s\n", d.Span.From, d.Span.To, say(d.Before), say(d.After))
	}
	return s
}

// On every day one history and the differences tell the other.
func TestDifferencesTellWhatIsSaidOnEveryDay(t *testing.T) {
	const first, last = timeline.Day(736000), timeline.Day(736030)
	histories := rapid.Custom(func(t *rapid.T) (h timeline.History) {
		for d := first; d < last; {
			x := timeline.Holding{Holder: rapid.SampledFrom([]timeline.Actor{army, isis, timeline.Unknown}).Draw(t, "holder")}
			if rapid.Bool().Draw(t, "contested") {
				x.Others, x.Uncertain = []timeline.Actor{sdf}, rapid.Bool().Draw(t, "uncertain")
			}
			x.From = d + timeline.Day(rapid.IntRange(0, 5).Draw(t, "gap"))
			x.To = x.From + timeline.Day(rapid.IntRange(1, 9).Draw(t, "days"))
			h, d = append(h, x), x.To
		}
		return h
	})
	rapid.Check(t, func(t *rapid.T) {
		before, after := histories.Draw(t, "before"), histories.Draw(t, "after")
		differences := before.Differences(after)
		for d := first - 1; d < last+20; d++ {
			want := before.HeldOn(d)
			for _, x := range differences {
				if x.Span.Contains(d) {
					if !x.Before.Equal(want) {
						t.Fatalf("on %s: before %v: want %v", d, x.Before, want)
					}
					want = x.After
					break
				}
			}
			if got := after.HeldOn(d); !got.Equal(want) {
				t.Fatalf("on %s: %v: want %v", d, got, want)
			}
		}
	})
}

func TestHeldAsJSON(t *testing.T) {
	for want, h := range map[string]timeline.Held{
		"null": {},
		`{"holder":"sdf","others":[],"uncertain":false}`:                             {Holder: sdf},
		`{"holder":"islamic_state","others":["syrian_government"],"uncertain":true}`: {Holder: isis, Others: []timeline.Actor{army}, Uncertain: true},
	} {
		if got, err := json.Marshal(h); err != nil || string(got) != want {
			t.Errorf("%s, %v: want %s", got, err, want)
		}
	}
}
