package fold_test

import (
	"math"
	"testing"

	"frontline/timeline"
)

// by makes the sources of a test: every report is of the source named before
// the first colon of its id, "monitor: r-2017-08-05".
func by(sources ...timeline.Source) func(string) *timeline.Source {
	return func(report string) *timeline.Source {
		for i := range sources {
			if name, _, _ := cutReport(report); name == sources[i].ID {
				return &sources[i]
			}
		}
		return &timeline.Source{Weight: 1}
	}
}

var (
	monitor = timeline.Source{ID: "monitor", Weight: 0.9}
	paper   = timeline.Source{ID: "paper", Weight: 0.9}
	gossip  = timeline.Source{ID: "gossip", Weight: 0.4}
	agency  = timeline.Source{ID: "agency", Side: "damascus", Weight: 0.8} // the army's own
	radio   = timeline.Source{ID: "radio", Side: "islamic_state", Weight: 0.8}
)

// from puts a claim into the mouth of a source, in a report of its own day
// unless another is named.
func from(source timeline.Source, c timeline.Claim) timeline.Claim {
	c.Report = source.ID + ": " + c.Report
	return c
}

func TestAPartysWordForItselfNeedsAnother(t *testing.T) {
	was := from(monitor, said(t, "2017-08-01", timeline.Holds, isis, ""))
	word := from(agency, said(t, "2017-08-05", timeline.Captured, army, isis))
	checkBySource(t, []foldCase{
		{"it contests, and takes nothing", []timeline.Claim{was, word},
			"[2017-08-01, 2017-08-05) islamic_state\n[2017-08-05, ) islamic_state +syrian_government\n"},
		{"however often it is repeated", []timeline.Claim{was, word, from(agency, said(t, "2017-08-07", timeline.Holds, army, "")), from(agency, said(t, "2017-10-07", timeline.Captured, army, ""))},
			"[2017-08-01, 2017-08-05) islamic_state\n[2017-08-05, ) islamic_state +syrian_government\n"},
		{"until somebody else says so", []timeline.Claim{was, word, from(monitor, said(t, "2017-08-09", timeline.Holds, army, ""))},
			"[2017-08-01, 2017-08-05) islamic_state\n[2017-08-05, 2017-08-09) islamic_state +syrian_government\n[2017-08-09, ) syrian_government\n"},
		{"or denies it", []timeline.Claim{was, word, from(monitor, said(t, "2017-08-09", timeline.Holds, isis, ""))},
			"[2017-08-01, 2017-08-05) islamic_state\n[2017-08-05, 2017-08-09) islamic_state +syrian_government\n[2017-08-09, ) islamic_state\n"},
		{"passed on by another it is still its own", []timeline.Claim{was, with(from(monitor, said(t, "2017-08-05", timeline.Captured, army, isis)), func(c *timeline.Claim) { c.ClaimedBy = army })},
			"[2017-08-01, 2017-08-05) islamic_state\n[2017-08-05, ) islamic_state +syrian_government\n"},
		{"so is an ally's", []timeline.Claim{was, with(word, func(c *timeline.Claim) { c.ClaimedBy = "hezbollah" })},
			"[2017-08-01, 2017-08-05) islamic_state\n[2017-08-05, ) islamic_state +syrian_government\n"},
		{"of ground that nobody else claims it is taken", []timeline.Claim{from(agency, said(t, "2017-08-05", timeline.Holds, army, ""))},
			"[2017-08-05, ) syrian_government\n"},
		{"what the loser itself admits is so", []timeline.Claim{was, from(radio, said(t, "2017-08-05", timeline.Captured, army, isis))},
			"[2017-08-01, 2017-08-05) islamic_state\n[2017-08-05, ) syrian_government\n"},
	})
	admitted := foldedBy([]timeline.Claim{from(radio, said(t, "2017-08-05", timeline.Captured, army, isis))}, by(radio))
	claimed := foldedBy([]timeline.Claim{from(agency, said(t, "2017-08-05", timeline.Captured, army, ""))}, by(agency))
	if a, c := admitted[1].Confidence, claimed[0].Confidence; math.Abs(a-0.72) > 1e-9 || math.Abs(c-0.72*0.8/2) > 1e-9 {
		t.Errorf("admitted %g, claimed %g: want the whole 0.72, and half of the source's share of it", a, c)
	}
}

func TestALoneHoldsIsForgotten(t *testing.T) {
	was := from(monitor, said(t, "2017-08-05", timeline.Captured, isis, ""))
	doubt := from(paper, said(t, "2017-08-09", timeline.Holds, army, ""))
	checkBySource(t, []foldCase{
		{"after thirty days", []timeline.Claim{was, doubt},
			"[2017-08-05, 2017-08-09) islamic_state\n[2017-08-09, 2017-09-08) islamic_state +syrian_government\n[2017-09-08, ) islamic_state\n"},
		{"not when its source repeats it in time", []timeline.Claim{was, doubt, from(paper, said(t, "2017-08-20", timeline.Holds, army, ""))},
			"[2017-08-05, 2017-08-09) islamic_state\n[2017-08-09, 2017-09-08) islamic_state +syrian_government\n[2017-09-08, ) islamic_state\n"},
		{"not when another says so too", []timeline.Claim{was, doubt, from(monitor, said(t, "2017-08-20", timeline.Holds, army, ""))},
			"[2017-08-05, 2017-08-09) islamic_state\n[2017-08-09, 2017-08-20) islamic_state +syrian_government\n[2017-08-20, ) syrian_government\n"},
		{"at once when another says otherwise", []timeline.Claim{was, doubt, from(monitor, said(t, "2017-08-20", timeline.Holds, isis, ""))},
			"[2017-08-05, 2017-08-09) islamic_state\n[2017-08-09, 2017-08-20) islamic_state +syrian_government\n[2017-08-20, ) islamic_state\n"},
		{"and word for word is not another", []timeline.Claim{was, with(doubt, quoting("in the army's hands")), with(from(gossip, said(t, "2017-08-09", timeline.Holds, army, "")), func(c *timeline.Claim) { c.Quote, c.Report = "in the army's hands", "gossip: r-2017-08-10" })},
			"[2017-08-05, 2017-08-09) islamic_state\n[2017-08-09, 2017-09-08) islamic_state +syrian_government\n[2017-09-08, ) islamic_state\n"},
	})
	h := foldedBy([]timeline.Claim{was, doubt}, by(monitor, paper))
	if last := h[2]; last.Basis != timeline.Resumed || len(last.Because) != 1 || len(last.Against) != 1 || last.Against[0].Actor != army {
		t.Errorf("%+v: want it resumed by the old evidence, against the doubt", last)
	}
}

func named(id string) func(*timeline.Claim) {
	return func(c *timeline.Claim) { c.ID = id }
}

func quoting(words string) func(*timeline.Claim) {
	return func(c *timeline.Claim) { c.Quote = words }
}

func TestHoldsSucceedsAHolderNobodyConfirms(t *testing.T) {
	checkBySource(t, []foldCase{
		{"for half a year: uncertain since", []timeline.Claim{from(monitor, said(t, "2017-01-05", timeline.Captured, isis, "")), from(paper, said(t, "2017-08-09", timeline.Holds, army, ""))},
			"[2017-01-05, 2017-01-06) islamic_state\n[2017-01-06, 2017-08-09) islamic_state +syrian_government uncertain\n[2017-08-09, ) syrian_government\n"},
		{"and one whose own source says so now", []timeline.Claim{from(monitor, said(t, "2017-08-01", timeline.Holds, isis, "")), from(monitor, said(t, "2017-08-09", timeline.Holds, army, ""))},
			"[2017-08-01, 2017-08-02) islamic_state\n[2017-08-02, 2017-08-09) islamic_state +syrian_government uncertain\n[2017-08-09, ) syrian_government\n"},
		{"of yesterday, without a gap", []timeline.Claim{from(monitor, said(t, "2017-08-08", timeline.Holds, isis, "")), from(monitor, said(t, "2017-08-09", timeline.Holds, army, ""))},
			"[2017-08-08, 2017-08-09) islamic_state\n[2017-08-09, ) syrian_government\n"},
	})
}

func TestByThenLeavesADayOpen(t *testing.T) {
	some := func(c *timeline.Claim) { c.Date, c.DateBasis = 0, timeline.BasisUnknown }
	checkBySource(t, []foldCase{
		{"since the last one was confirmed", []timeline.Claim{from(monitor, said(t, "2017-08-01", timeline.Holds, isis, "")), with(from(paper, said(t, "2017-08-20", timeline.Captured, army, isis)), some)},
			"[2017-08-01, 2017-08-02) islamic_state\n[2017-08-02, 2017-08-20) islamic_state +syrian_government uncertain\n[2017-08-20, ) syrian_government\n"},
		{"for the year before where nothing else is known", []timeline.Claim{with(from(paper, said(t, "2017-08-20", timeline.Captured, army, isis)), some)},
			"[2016-08-20, 2017-08-20) islamic_state +syrian_government uncertain\n[2017-08-20, ) syrian_government\n"},
		{"not after what the same report tells next", []timeline.Claim{
			with(from(paper, said(t, "2017-08-20", timeline.Captured, isis, "")), some),
			with(from(paper, said(t, "2017-08-18", timeline.Recaptured, army, isis)), func(c *timeline.Claim) { c.Report = "paper: r-2017-08-20" })},
			"[2017-08-18, ) syrian_government\n"},
		{"of several in one report the last counts", []timeline.Claim{from(monitor, said(t, "2017-08-01", timeline.Holds, army, "")),
			with(from(paper, said(t, "2017-08-20", timeline.Captured, isis, sdf)), some, named("c1")),
			with(from(paper, said(t, "2017-08-20", timeline.Captured, army, isis)), some, named("c2"), func(c *timeline.Claim) { c.Start = 9 })},
			"[2017-08-01, ) syrian_government\n"},
		{"a turn that is known already is that turn", []timeline.Claim{from(monitor, said(t, "2017-06-01", timeline.Captured, isis, "")), from(monitor, said(t, "2017-08-01", timeline.Captured, army, isis)),
			with(from(paper, said(t, "2017-08-20", timeline.Captured, isis, "")), some)},
			"[2017-06-01, 2017-08-01) islamic_state\n[2017-08-01, ) syrian_government\n"},
	})
}

func TestSourcesThatContradictEachOtherOnOneDay(t *testing.T) {
	theirs, ours := said(t, "2017-08-05", timeline.Captured, sdf, isis), said(t, "2017-08-05", timeline.Captured, army, isis)
	was := from(monitor, said(t, "2017-08-01", timeline.Holds, isis, ""))
	checkBySource(t, []foldCase{
		{"alike: contested by both", []timeline.Claim{was, from(monitor, theirs), from(paper, ours)},
			"[2017-08-01, 2017-08-05) islamic_state\n[2017-08-05, ) sdf +syrian_government\n"},
		{"twice as good: it prevails", []timeline.Claim{was, from(monitor, theirs), from(gossip, ours)},
			"[2017-08-01, 2017-08-05) islamic_state\n[2017-08-05, ) sdf\n"},
		{"one source tells them in their order", []timeline.Claim{was, from(monitor, theirs), with(from(monitor, ours), func(c *timeline.Claim) { c.Start = 50 })},
			"[2017-08-01, 2017-08-05) islamic_state\n[2017-08-05, ) syrian_government\n"},
		{"one took it from the other", []timeline.Claim{was, from(monitor, theirs), from(paper, with(ours, func(c *timeline.Claim) { c.From = sdf }))},
			"[2017-08-01, 2017-08-05) islamic_state\n[2017-08-05, ) syrian_government\n"},
	})
	back := said(t, "2017-08-05", timeline.Captured, isis, army)
	checkBySource(t, []foldCase{
		{"each from the other: they follow each other", []timeline.Claim{was, from(monitor, ours), from(paper, back)},
			"[2017-08-01, 2017-08-05) islamic_state\n[2017-08-05, ) islamic_state\n"},
		{"each from the other, one twice as good", []timeline.Claim{was, from(monitor, ours), from(gossip, back)},
			"[2017-08-01, 2017-08-05) islamic_state\n[2017-08-05, ) syrian_government\n"},
		{"each from the other, and retaken says its turn", []timeline.Claim{was, from(monitor, ours), from(gossip, with(back, func(c *timeline.Claim) { c.Kind = timeline.Recaptured }))},
			"[2017-08-01, 2017-08-05) islamic_state\n[2017-08-05, ) islamic_state\n"},
	})
	h := foldedBy([]timeline.Claim{from(monitor, theirs), from(gossip, ours)}, by(monitor, gossip))
	if last := h[len(h)-1]; len(last.Against) != 1 || last.Against[0].Actor != army || math.Abs(last.Confidence-0.72*0.9*0.9/1.3) > 1e-9 {
		t.Errorf("%+v: want the army's claim against it, and less confidence", last)
	}
}

func TestPartiesOfOneSideDoNotContestEachOther(t *testing.T) {
	checkBySource(t, []foldCase{
		{"that an ally holds it confirms", []timeline.Claim{from(monitor, said(t, "2017-08-05", timeline.Captured, "hezbollah", "")), from(paper, said(t, "2017-08-09", timeline.Holds, army, ""))},
			"[2017-08-05, ) hezbollah\n"},
		{"that an ally took it over is a change", []timeline.Claim{from(monitor, said(t, "2017-08-05", timeline.Captured, "hezbollah", "")), from(paper, said(t, "2017-08-09", timeline.HandedOver, army, "hezbollah"))},
			"[2017-08-05, 2017-08-09) hezbollah\n[2017-08-09, ) syrian_government\n"},
	})
}

func TestSourcesAreBelievedTogetherAndEachOnce(t *testing.T) {
	one := from(monitor, said(t, "2017-08-05", timeline.Captured, army, ""))
	again := from(monitor, said(t, "2017-08-06", timeline.Holds, army, ""))
	other := from(paper, said(t, "2017-08-06", timeline.Holds, army, ""))
	alone := 0.72 * 0.9
	for _, c := range []struct {
		name   string
		claims []timeline.Claim
		want   float64
	}{
		{"one", []timeline.Claim{one}, alone},
		{"the same twice", []timeline.Claim{one, again}, alone},
		{"two", []timeline.Claim{one, other}, 1 - (1-alone)*(1-alone)},
		{"two, one twice", []timeline.Claim{one, again, other}, 1 - (1-alone)*(1-alone)},
		{"two in the same words", []timeline.Claim{one, with(again, quoting("the army's")), with(other, quoting("the army's"))}, alone},
	} {
		if got := foldedBy(c.claims, by(monitor, paper))[0].Confidence; math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%s: %g, want %g", c.name, got, c.want)
		}
	}
}

func TestAPartyThatIsNotThereLeavesNothing(t *testing.T) {
	part := func(c *timeline.Claim) { c.Extent = timeline.Partial }
	held := from(monitor, said(t, "2017-08-01", timeline.Holds, isis, ""))
	in := with(from(monitor, said(t, "2017-08-05", timeline.Captured, army, "")), part)
	checkBySource(t, []foldCase{
		{"a stranger", []timeline.Claim{held, from(paper, said(t, "2017-08-09", timeline.Withdrew, "", sdf))}, "[2017-08-01, ) islamic_state\n"},
		{"the holder, to the one that had part of it", []timeline.Claim{held, in, from(paper, said(t, "2017-08-09", timeline.Withdrew, "", isis))},
			"[2017-08-01, 2017-08-05) islamic_state\n[2017-08-05, 2017-08-09) islamic_state +syrian_government\n[2017-08-09, ) syrian_government\n"},
		{"one that had part of it", []timeline.Claim{held, in, from(paper, said(t, "2017-08-09", timeline.Withdrew, "", army))},
			"[2017-08-01, 2017-08-05) islamic_state\n[2017-08-05, 2017-08-09) islamic_state +syrian_government\n[2017-08-09, ) islamic_state\n"},
	})
}

func checkBySource(t *testing.T, cases []foldCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.outcome, func(t *testing.T) {
			if got := told(foldedBy(c.claims, by(monitor, paper, gossip, agency, radio))); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}
