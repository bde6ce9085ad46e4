package fold_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"frontline/timeline"
)

const (
	firstDay = timeline.Day(736000)
	lastDay  = firstDay + 40
	year     = 365 // days that a claim vouches for the time before it
)

// anyClaim is a claim of any kind and mode about one place, in a few weeks.
func anyClaim(id string) *rapid.Generator[timeline.Claim] {
	actors := rapid.SampledFrom([]timeline.Actor{"", army, isis, sdf, timeline.Unknown})
	return rapid.Custom(func(t *rapid.T) timeline.Claim {
		at := here
		c := timeline.Claim{ID: id, Report: fmt.Sprint("r-", timeline.Day(rapid.Int32Range(int32(firstDay), int32(lastDay)).Draw(t, "published"))),
			Kind:     rapid.SampledFrom(timeline.Kinds[:8]).Draw(t, "kind"),
			Modality: rapid.SampledFrom([]timeline.Modality{timeline.Asserted, timeline.Asserted, timeline.Asserted, timeline.Hypothetical, timeline.Attempt}).Draw(t, "modality"),
			Actor:    actors.Draw(t, "actor"), From: actors.Draw(t, "from"),
			Extent:     rapid.SampledFrom([]string{timeline.Full, timeline.Full, timeline.Partial}).Draw(t, "extent"),
			Start:      rapid.IntRange(0, 9).Draw(t, "start"),
			Confidence: rapid.Float64Range(0, 1).Draw(t, "confidence"),
			Place:      &timeline.PlaceRef{ID: "sukhnah", At: &at, Score: 1}}
		if rapid.IntRange(0, 4).Draw(t, "dated") > 0 {
			c.Date = timeline.Day(rapid.Int32Range(int32(firstDay), int32(lastDay)).Draw(t, "date"))
		}
		return c
	})
}

func anyClaims(t *rapid.T) []timeline.Claim {
	out := make([]timeline.Claim, rapid.IntRange(0, 9).Draw(t, "claims"))
	for i := range out {
		out[i] = anyClaim(fmt.Sprint("c", i)).Draw(t, "claim")
	}
	return out
}

// full is a history to the last detail.
func full(h timeline.History) string {
	s := ""
	for _, x := range h {
		s += fmt.Sprintf("%v %s %v %s %s %g:", x.Span, x.Holder, x.Others, x.Basis, x.LastConfirmed, x.Confidence)
		for _, c := range x.Because {
			s += " " + c.ID
		}
		s += "\n"
	}
	return s
}

func TestHistoryDoesNotDependOnTheOrderOfClaims(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		claims := anyClaims(t)
		want := full(folded(claims))
		shuffled := rapid.Permutation(claims).Draw(t, "shuffled")
		before := slices.Clone(shuffled)
		if got := full(folded(shuffled)); got != want {
			t.Errorf("shuffled\n%sbefore\n%s", got, want)
		}
		for i := range before {
			if before[i].ID != shuffled[i].ID {
				t.Fatal("Fold changed the order of its input")
			}
		}
	})
}

func TestHoldingsAreInOrderAndHaveTheirReasons(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := folded(anyClaims(t))
		for i, x := range h {
			if x.To != 0 && x.To <= x.From || x.To == 0 && i < len(h)-1 {
				t.Errorf("holding %d lasts [%s, %s)", i, x.From, x.To)
			}
			if i > 0 && x.From < h[i-1].To {
				t.Errorf("holding %d begins on %s, before the end of the last, %s", i, x.From, h[i-1].To)
			}
			if !x.Contains(x.LastConfirmed) && !(x.Basis == timeline.Resumed && x.LastConfirmed < x.From) {
				t.Errorf("[%s, %s) was confirmed on %s", x.From, x.To, x.LastConfirmed)
			}
			if x.Holder == "" || slices.Contains(x.Others, x.Holder) || !slices.IsSorted(x.Others) || len(slices.Compact(slices.Clone(x.Others))) != len(x.Others) {
				t.Errorf("held by %q and %q", x.Holder, x.Others)
			}
			checkReasons(t, x)
		}
	})
}

func checkReasons(t *rapid.T, x timeline.Holding) {
	if len(x.Because) == 0 {
		t.Errorf("[%s, %s) %s: no reason", x.From, x.To, x.Holder)
	}
	for i, c := range x.Because {
		if _, ok := c.Holder(); !ok {
			t.Errorf("because of a claim that is %s and %s", c.Kind, c.Modality)
		}
		if i > 0 && c.Date != 0 && x.Because[i-1].Date != 0 && effectiveDay(*c) > effectiveDay(*x.Because[i-1]) {
			t.Errorf("[%s, %s): the reasons are not newest first", x.From, x.To)
		}
	}
}

// A new claim rewrites no past. Where anything was known before its day, the
// days before it stay as they were; or, where it tells of no day, the days until
// the holder before was last confirmed. Days that were uncertain can become
// certain. Where it is the earliest of all, only the
// year before it can change: what it says of the previous holder, or what the
// earliest claim so far had said of him.
func TestNewsOfADayLeavesTheDaysBeforeAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		claims, news := anyClaims(t), anyClaim("news").Draw(t, "news")
		news.Report = "new: " + news.Report // news comes in a report of its own
		before := folded(claims)
		after := folded(append(slices.Clone(claims), news))
		d := effectiveDay(news)
		until := d - year
		for _, c := range claims {
			if _, ok := c.Holder(); ok && effectiveDay(c) < d {
				until = max(until, d)
			}
		}
		if news.Date == 0 || news.Kind == timeline.Holds { // it can have been so since the holder before was last confirmed
			until = d - year
			if h, ok := before.On(d - 1); ok && h.Basis != timeline.Inferred {
				for _, c := range h.Because {
					if on := effectiveDay(*c); on < d {
						until = max(until, on)
					}
				}
			}
		}
		for x := firstDay - year - 1; x < until; x++ {
			was, known := before.On(x)
			is, still := after.On(x)
			if was.Uncertain {
				continue // news can tell which of the two it was
			}
			if known != still || was.Holder != is.Holder || was.From != is.From || !slices.Equal(was.Others, is.Others) {
				t.Fatalf("news of %s changed %s: %s %v, now %s %v", d, x, was.Holder, was.Others, is.Holder, is.Others)
			}
		}
	})
}

func TestWhatIsSaidTwiceIsSaidOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		claims := anyClaims(t)
		once, twice := folded(claims), folded(append(slices.Clone(claims), claims...))
		if told(once) != told(twice) {
			t.Errorf("once\n%stwice\n%s", told(once), told(twice))
		}
		for i := range min(len(once), len(twice)) {
			if once[i].LastConfirmed != twice[i].LastConfirmed || once[i].Confidence != twice[i].Confidence || once[i].Basis != twice[i].Basis {
				t.Errorf("holding %d: %+v, then %+v", i, once[i], twice[i])
			}
		}
	})
}
