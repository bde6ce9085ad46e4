package fold_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"frontline/timeline"
	"frontline/timeline/fold"
)

const (
	army = timeline.Actor("syrian_government")
	isis = timeline.Actor("islamic_state")
	sdf  = timeline.Actor("sdf")
)

var here = orb.Point{38.87, 34.88}

// said is an asserted claim of full control of one place.
func said(t interface{ Fatal(...any) }, on string, k timeline.Kind, who, from timeline.Actor) timeline.Claim {
	return timeline.Claim{Report: "r-" + on, Kind: k, Modality: timeline.Asserted, Actor: who, From: from, Extent: timeline.Full,
		Date: day(t, on), DateBasis: timeline.Stated, Confidence: 0.9,
		Place: &timeline.PlaceRef{Surface: "السخنة", Named: true, ID: "sukhnah", At: &here, Score: 0.8}}
}

func with(c timeline.Claim, changes ...func(*timeline.Claim)) timeline.Claim {
	for _, change := range changes {
		change(&c)
	}
	return c
}

// publishedOn reads the day of a report out of its id: r-YYYY-MM-DD, perhaps
// behind a source and a colon.
func publishedOn(report string) timeline.Day {
	_, report, _ = cutReport(report)
	d, err := timeline.ParseDay(strings.TrimPrefix(report, "r-"))
	if err != nil {
		return 0
	}
	return d
}

func cutReport(report string) (source, rest string, named bool) {
	if source, rest, named = strings.Cut(report, ": "); !named {
		return "", report, false
	}
	return source, rest, true
}

// sides are those of the actors in the tests, and of two that are allies.
var sides = []timeline.ActorInfo{{ID: army, Side: "damascus"}, {ID: "hezbollah", Side: "damascus"}, {ID: isis, Side: "islamic_state"}, {ID: sdf, Side: "sdf"}}

// folded is the history of claims by a source for each report, of full weight
// and on no side.
func folded(claims []timeline.Claim) timeline.History {
	return foldedBy(claims, func(report string) *timeline.Source { return &timeline.Source{ID: report, Weight: 1} })
}

func foldedBy(claims []timeline.Claim, source func(report string) *timeline.Source) timeline.History {
	var of []fold.Testimony
	for i := range claims {
		of = append(of, fold.Testimony{Claim: &claims[i], Published: publishedOn(claims[i].Report), Source: source(claims[i].Report)})
	}
	return fold.New(sides).History(of)
}

func effectiveDay(c timeline.Claim) timeline.Day {
	return timeline.EffectiveDay(&c, publishedOn(c.Report))
}

// told is a history in lines: [from, to) holder, +others.
func told(h timeline.History) string {
	var b strings.Builder
	for _, x := range h {
		fmt.Fprintf(&b, "[%s, %s) %s", x.From, x.To, x.Holder)
		for _, o := range x.Others {
			fmt.Fprintf(&b, " +%s", o)
		}
		if x.Uncertain {
			b.WriteString(" uncertain")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

type foldCase struct {
	outcome string
	claims  []timeline.Claim
	want    string
}

func checkFold(t *testing.T, cases []foldCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.outcome, func(t *testing.T) {
			if got := told(folded(c.claims)); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}

func TestOnlyAssertedControlWithADayCounts(t *testing.T) {
	c := said(t, "2017-08-05", timeline.Captured, army, "")
	cases := []foldCase{
		{"nothing from nothing", nil, ""},
		{"its own day", []timeline.Claim{c}, "[2017-08-05, ) syrian_government\n"},
		{"the day of the report for want of one", []timeline.Claim{with(c, func(c *timeline.Claim) { c.Date, c.Report = 0, "r-2017-08-09" })},
			"[2017-08-09, ) syrian_government\n"},
		{"no day at all", []timeline.Claim{with(c, func(c *timeline.Claim) { c.Date, c.Report = 0, "r" })}, ""},
		{"no place on the map", []timeline.Claim{with(c, func(c *timeline.Claim) { c.Place = nil })}, ""},
		{"a place that was declined", []timeline.Claim{with(c, func(c *timeline.Claim) { c.Place = &timeline.PlaceRef{Surface: "السخنة", Named: true} })}, ""},
	}
	for _, m := range timeline.Modalities {
		if m != timeline.Asserted {
			cases = append(cases, foldCase{string(m), []timeline.Claim{with(c, func(c *timeline.Claim) { c.Modality = m })}, ""})
		}
	}
	for _, k := range timeline.Kinds {
		if !k.Controls() {
			cases = append(cases, foldCase{string(k), []timeline.Claim{with(c, func(c *timeline.Claim) { c.Kind = k })}, ""})
		}
	}
	checkFold(t, cases)
}

func TestDaysGoForward(t *testing.T) {
	early, late := "r-2017-08-06", "r-2017-08-07"
	in := func(report string) func(*timeline.Claim) { return func(c *timeline.Claim) { c.Report = report } }
	checkFold(t, []foldCase{
		{"later news of an earlier day comes first", []timeline.Claim{
			said(t, "2017-08-20", timeline.Captured, isis, ""),
			with(said(t, "2017-08-05", timeline.Captured, army, ""), in("r-2017-09-30"))},
			"[2017-08-05, 2017-08-20) syrian_government\n[2017-08-20, ) islamic_state\n"},
		{"what was so comes before what changed that day", []timeline.Claim{
			with(said(t, "2017-08-05", timeline.Captured, army, ""), in(early)),
			with(said(t, "2017-08-05", timeline.Holds, isis, ""), in(late))},
			"[2017-08-05, ) syrian_government\n"},
		{"of two changes on a day that contradict each other neither counts more", []timeline.Claim{
			with(said(t, "2017-08-05", timeline.Captured, isis, ""), in(late)),
			with(said(t, "2017-08-05", timeline.Captured, army, ""), in(early))},
			"[2017-08-05, ) islamic_state +syrian_government\n"},
		{"of two that follow each other the one that took it from the other comes last", []timeline.Claim{
			with(said(t, "2017-08-05", timeline.Captured, isis, army), in(early)),
			with(said(t, "2017-08-05", timeline.Captured, army, ""), in(late))},
			"[2017-08-05, ) islamic_state\n"},
	})
}

func TestAChangeOfHandsMakesAHolder(t *testing.T) {
	checkFold(t, []foldCase{
		{"taken, lost to another, taken back", []timeline.Claim{
			said(t, "2017-08-05", timeline.Captured, army, ""), said(t, "2017-08-20", timeline.Lost, isis, army),
			said(t, "2017-08-22", timeline.Recaptured, army, isis)},
			"[2017-08-05, 2017-08-20) syrian_government\n[2017-08-20, 2017-08-22) islamic_state\n[2017-08-22, ) syrian_government\n"},
		{"handed over", []timeline.Claim{said(t, "2017-08-05", timeline.Captured, sdf, ""), said(t, "2017-10-01", timeline.HandedOver, army, sdf)},
			"[2017-08-05, 2017-10-01) sdf\n[2017-10-01, ) syrian_government\n"},
		{"said again it only confirms", []timeline.Claim{said(t, "2017-08-05", timeline.Captured, army, ""), said(t, "2017-08-12", timeline.Captured, army, "")},
			"[2017-08-05, ) syrian_government\n"},
	})
	h := folded([]timeline.Claim{said(t, "2017-08-05", timeline.Captured, army, ""), said(t, "2017-08-12", timeline.Captured, army, "")})
	if h[0].LastConfirmed != day(t, "2017-08-12") || len(h[0].Because) != 2 || h[0].Because[0].Date != day(t, "2017-08-12") {
		t.Errorf("confirmed %s, because %v: want 2017-08-12, the newest first", h[0].LastConfirmed, h[0].Because)
	}
}

func TestPartOfAPlaceIsContested(t *testing.T) {
	part := func(c *timeline.Claim) { c.Extent = timeline.Partial }
	held := said(t, "2017-08-01", timeline.Holds, isis, "")
	checkFold(t, []foldCase{
		{"part taken from its holder", []timeline.Claim{held, with(said(t, "2017-08-05", timeline.Captured, army, ""), part)},
			"[2017-08-01, 2017-08-05) islamic_state\n[2017-08-05, ) islamic_state +syrian_government\n"},
		{"part taken from nobody known", []timeline.Claim{with(said(t, "2017-08-05", timeline.Captured, army, ""), part)},
			"[2017-08-05, ) unknown +syrian_government\n"},
		{"part of its own place taken again", []timeline.Claim{held, with(said(t, "2017-08-05", timeline.Captured, isis, ""), part)},
			"[2017-08-01, ) islamic_state\n"},
		{"three parties", []timeline.Claim{held, with(said(t, "2017-08-05", timeline.Captured, sdf, ""), part), with(said(t, "2017-08-06", timeline.Captured, army, ""), part)},
			"[2017-08-01, 2017-08-05) islamic_state\n[2017-08-05, 2017-08-06) islamic_state +sdf\n[2017-08-06, ) islamic_state +sdf +syrian_government\n"},
		{"until one has all of it", []timeline.Claim{held, with(said(t, "2017-08-05", timeline.Captured, army, ""), part), said(t, "2017-08-09", timeline.Captured, army, "")},
			"[2017-08-01, 2017-08-05) islamic_state\n[2017-08-05, 2017-08-09) islamic_state +syrian_government\n[2017-08-09, ) syrian_government\n"},
		{"or its holder has it back", []timeline.Claim{held, with(said(t, "2017-08-05", timeline.Captured, army, ""), part), said(t, "2017-08-09", timeline.Recaptured, isis, "")},
			"[2017-08-01, 2017-08-05) islamic_state\n[2017-08-05, 2017-08-09) islamic_state +syrian_government\n[2017-08-09, ) islamic_state\n"},
	})
}

func TestHoldsConfirmsOrContests(t *testing.T) {
	checkFold(t, []foldCase{
		{"makes a holder where none was known", []timeline.Claim{said(t, "2017-08-05", timeline.Holds, isis, "")}, "[2017-08-05, ) islamic_state\n"},
		{"makes a holder of what was left", []timeline.Claim{said(t, "2017-08-05", timeline.Withdrew, "", isis), said(t, "2017-08-09", timeline.Holds, army, "")},
			"[2016-08-05, 2017-08-05) islamic_state\n[2017-08-05, 2017-08-09) unknown\n[2017-08-09, ) syrian_government\n"},
		{"confirms the holder", []timeline.Claim{said(t, "2017-08-05", timeline.Captured, isis, ""), said(t, "2017-08-09", timeline.Holds, isis, "")},
			"[2017-08-05, ) islamic_state\n"},
		{"contests another", []timeline.Claim{said(t, "2017-08-05", timeline.Captured, isis, ""), said(t, "2017-08-09", timeline.Holds, army, "")},
			"[2017-08-05, 2017-08-09) islamic_state\n[2017-08-09, 2017-09-08) islamic_state +syrian_government\n[2017-09-08, ) islamic_state\n"},
	})
}

func TestLostToNobodyIsUnknown(t *testing.T) {
	checkFold(t, []foldCase{
		{"left", []timeline.Claim{said(t, "2017-08-05", timeline.Captured, isis, ""), said(t, "2017-08-09", timeline.Withdrew, "", isis)},
			"[2017-08-05, 2017-08-09) islamic_state\n[2017-08-09, ) unknown\n"},
		{"lost", []timeline.Claim{said(t, "2017-08-05", timeline.Captured, isis, ""), said(t, "2017-08-09", timeline.Lost, timeline.Unknown, isis)},
			"[2017-08-05, 2017-08-09) islamic_state\n[2017-08-09, ) unknown\n"},
		{"left for another", []timeline.Claim{said(t, "2017-08-05", timeline.Captured, isis, ""), said(t, "2017-08-09", timeline.Withdrew, army, isis)},
			"[2017-08-05, 2017-08-09) islamic_state\n[2017-08-09, ) syrian_government\n"},
		{"left twice", []timeline.Claim{said(t, "2017-08-05", timeline.Captured, isis, ""), said(t, "2017-08-09", timeline.Withdrew, "", isis), said(t, "2017-08-10", timeline.Withdrew, "", isis)},
			"[2017-08-05, 2017-08-09) islamic_state\n[2017-08-09, ) unknown\n"},
	})
}

func TestTheLoserHeldItBeforeForAtMostAYear(t *testing.T) {
	taken := said(t, "2017-08-05", timeline.Captured, army, isis)
	checkFold(t, []foldCase{
		{"where nothing else is known", []timeline.Claim{taken}, "[2016-08-05, 2017-08-05) islamic_state\n[2017-08-05, ) syrian_government\n"},
		{"not where something is", []timeline.Claim{said(t, "2017-08-01", timeline.Holds, sdf, ""), taken}, "[2017-08-01, 2017-08-05) sdf\n[2017-08-05, ) syrian_government\n"},
		{"not from unknown", []timeline.Claim{with(taken, func(c *timeline.Claim) { c.From = timeline.Unknown })}, "[2017-08-05, ) syrian_government\n"},
		{"not from itself", []timeline.Claim{with(taken, func(c *timeline.Claim) { c.From = army })}, "[2017-08-05, ) syrian_government\n"},
		{"before part of it was taken", []timeline.Claim{with(taken, func(c *timeline.Claim) { c.Extent = timeline.Partial })},
			"[2016-08-05, 2017-08-05) islamic_state\n[2017-08-05, ) islamic_state +syrian_government\n"},
	})
	h := folded([]timeline.Claim{taken})
	if before := h[0]; before.Basis != timeline.Inferred || before.LastConfirmed != day(t, "2017-08-04") || len(before.Because) != 1 {
		t.Errorf("the time before: basis %s, confirmed %s, because %d claims", before.Basis, before.LastConfirmed, len(before.Because))
	}
}

func TestAHoldingSaysHowItIsKnown(t *testing.T) {
	stated := said(t, "2017-08-05", timeline.Captured, army, "")
	presumed := with(stated, func(c *timeline.Claim) { c.Date, c.DateBasis, c.Report = 0, timeline.BasisUnknown, "r-2017-08-09" })
	for want, c := range map[timeline.Basis]timeline.Claim{timeline.Stated: stated, timeline.Published: presumed} {
		if h := folded([]timeline.Claim{c}); h[0].Basis != want || h[0].Place != "sukhnah" || math.Abs(h[0].Confidence-0.9*0.8) > 1e-9 {
			t.Errorf("%+v: want basis %s", h[0], want)
		}
	}
}

// What is said on the day a holding ends lies outside it.
func TestLastConfirmedLiesInTheHolding(t *testing.T) {
	h := folded([]timeline.Claim{said(t, "2017-08-05", timeline.Captured, isis, ""), said(t, "2017-08-07", timeline.Holds, isis, ""),
		said(t, "2017-08-09", timeline.Holds, isis, ""), said(t, "2017-08-09", timeline.Captured, army, "")})
	if h[0].LastConfirmed != day(t, "2017-08-07") {
		t.Errorf("[%s, %s) was last confirmed on %s: want 2017-08-07", h[0].From, h[0].To, h[0].LastConfirmed)
	}
}

// Days begin with the year 1, and nobody held anything before.
func TestTheFirstDaysOfAllHaveNoneBeforeThem(t *testing.T) {
	h := folded([]timeline.Claim{said(t, "0001-01-05", timeline.Captured, army, isis)})
	if len(h) != 2 || h[0].From != day(t, "0001-01-01") || h[0].LastConfirmed != day(t, "0001-01-04") {
		t.Errorf("%+v: want the one before since the first day", h)
	}
	if h := folded([]timeline.Claim{said(t, "0001-01-01", timeline.Captured, army, isis)}); len(h) != 1 || h[0].Holder != army {
		t.Errorf("%+v: want none before the first day", h)
	}
}

func day(t interface{ Fatal(...any) }, s string) timeline.Day {
	d, err := timeline.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestAContestedPlaceSaysWhy(t *testing.T) {
	held := said(t, "2017-08-01", timeline.Holds, isis, "")
	part := func(c *timeline.Claim) { c.Extent = timeline.Partial }
	on := func(report string) func(*timeline.Claim) { return func(c *timeline.Claim) { c.Report = report } }
	own := with(said(t, "2017-08-05", timeline.Captured, army, ""), func(c *timeline.Claim) { c.ClaimedBy = army })
	undated := func(c *timeline.Claim) { c.Date, c.Report = 0, "r-2017-08-09" }
	fought := with(said(t, "2017-08-07", timeline.Captured, sdf, ""), part)
	for _, c := range []struct {
		why    string
		claims []timeline.Claim
		want   string // of each holding
	}{
		{"nobody else is there", []timeline.Claim{held}, "/ "},
		{"part of it is taken", []timeline.Claim{held, with(said(t, "2017-08-05", timeline.Captured, army, ""), part)}, "/ syrian_government fighting, / "},
		{"part of it is taken from nobody known", []timeline.Claim{with(said(t, "2017-08-05", timeline.Captured, army, ""), part)}, "syrian_government fighting, / "},
		{"part of it is left", []timeline.Claim{held, with(said(t, "2017-08-05", timeline.Withdrew, "", isis), part)}, "/ unknown fighting, / "},
		{"a party says so of itself", []timeline.Claim{held, own}, "/ syrian_government own_word, / "},
		{"another source gives it to another, and is forgotten", []timeline.Claim{held, said(t, "2017-08-05", timeline.Holds, army, "")},
			"/ syrian_government sources_disagree, / / "},
		{"two sources on one day", []timeline.Claim{with(said(t, "2017-08-05", timeline.Captured, isis, ""), on("r-2017-08-06")),
			with(said(t, "2017-08-05", timeline.Captured, army, ""), on("r-2017-08-07"))}, "syrian_government sources_disagree, / "},
		{"it passed at some time", []timeline.Claim{held, with(said(t, "2017-08-05", timeline.Captured, army, ""), undated)}, "/ syrian_government passing, / / "},
		{"it had passed when it was first told of", []timeline.Claim{with(said(t, "2017-08-05", timeline.Captured, army, isis), undated)}, "syrian_government passing, / / "},
		{"first one, then the other", []timeline.Claim{held, own, fought},
			"/ syrian_government own_word, / syrian_government own_word, sdf fighting, / "},
		{"the one is said again", []timeline.Claim{held, own, with(said(t, "2017-08-07", timeline.Captured, army, ""), part)},
			"/ syrian_government own_word, syrian_government fighting, / "},
		{"one of two is gone", []timeline.Claim{held, own, fought, said(t, "2017-08-08", timeline.Withdrew, "", sdf)},
			"/ syrian_government own_word, / syrian_government own_word, sdf fighting, / syrian_government own_word, / "},
		{"and the other", []timeline.Claim{held, own, said(t, "2017-08-08", timeline.Withdrew, "", army)}, "/ syrian_government own_word, / / "},
		{"it is taken whole", []timeline.Claim{held, fought, said(t, "2017-08-08", timeline.Captured, army, "")}, "/ sdf fighting, / / "},
	} {
		t.Run(c.why, func(t *testing.T) {
			h, got := folded(c.claims), ""
			for _, x := range h {
				for _, d := range x.Disputes {
					got += fmt.Sprint(d.Party, " ", d.Why, ", ")
				}
				got += "/ "
			}
			if got != c.want {
				t.Errorf("got %swant %s\n%s", got, c.want, told(h))
			}
		})
	}
}
