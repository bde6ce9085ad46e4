package atlas_test

import (
	"fmt"
	"iter"
	"strings"
	"testing"

	"frontline/timeline"
	"frontline/timeline/atlas"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func linesOf(s string) iter.Seq[string] { return strings.Lines(s) }

func correctionWords(c atlas.Correction, before, after timeline.Held, claims []atlas.Evidence) string {
	return fmt.Sprintf("%s %s..%s %s>%s %s", c.Place.ID, c.From, c.To, heldWords(before), heldWords(after), evidenceIDs(claims))
}

func heldWords(h timeline.Held) string {
	s := string(h.Holder)
	for _, o := range h.Others {
		s += "+" + string(o)
	}
	if h.Uncertain {
		s += "?"
	}
	return s
}

// Each line is a correction: when, why, of what, and the claims that came, went
// and count otherwise.
func told(corrections []atlas.Correction) string {
	var b strings.Builder
	for _, c := range corrections {
		fmt.Fprintf(&b, "%d %s %s..%s %s>%s", c.Moment, c.Cause, c.From, c.To, heldWords(c.Before), heldWords(c.After))
		for _, part := range []struct {
			sign string
			list []atlas.Evidence
		}{{"+", c.Came}, {"-", c.Went}, {"~", c.Otherwise}} {
			for _, e := range part.list {
				fmt.Fprintf(&b, " %s%s", part.sign, e.Claim.ID)
			}
		}
		if len(c.Words) > 0 {
			fmt.Fprintf(&b, " (%s)", strings.Join(c.Words, "; "))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// at is a claim that its report, named by its source and a number, made at a
// moment.
func at(m, until timeline.Moment, c timeline.Claim) timeline.Entry {
	return timeline.Entry{Claim: c, Spell: timeline.Spell{Recorded: m, Superseded: until}}
}

func TestCorrections(t *testing.T) {
	filing := func(id, source string, m timeline.Moment, published string) timeline.Filing {
		return timeline.Filing{Report: timeline.Report{ID: id, Source: source, Published: day(published)}, Recorded: m}
	}
	one, two := filing("one", "Agency", 1, "2017-08-06"), filing("two", "Wire", 2, "2017-08-12")
	held := claim("held", "one", timeline.Captured, state, "alpha", "2017-08-05")
	taken := func(on string) timeline.Claim { return claim("taken", "two", timeline.Captured, army, "alpha", on) }
	undated := claim("undated", "one", timeline.Holds, state, "alpha", "")
	elsewhere := claim("held", "one", timeline.Captured, state, "beta", "2017-08-05")
	redated := one
	redated.Was = []timeline.Dating{{Published: one.Published, Until: 3}}
	redated.Published = day("2017-08-09")
	both := []timeline.Filing{one, two}
	weight := func(w float64, spell timeline.Spell) timeline.Listing {
		return timeline.Listing{Source: timeline.Source{ID: "wire", Weight: w}, Spell: spell}
	}
	for _, c := range []struct {
		phenomenon string
		in         atlas.Input
		want       string
	}{
		{"the first that is known of a place is news", atlas.Input{Entries: []timeline.Entry{at(1, 0, held)}}, ""},
		{"what happened since is news", atlas.Input{Entries: []timeline.Entry{at(1, 0, held), at(2, 0, taken("2017-08-11"))}}, ""},
		{"also where nobody says when it passed", atlas.Input{Entries: []timeline.Entry{at(1, 0, held), at(2, 0, claim("taken", "two", timeline.Captured, army, "alpha", ""))}}, ""},
		{"what was before all that is known is news", atlas.Input{Entries: []timeline.Entry{at(1, 0, held), at(2, 0, claim("early", "two", timeline.Holds, army, "alpha", "2017-07-01"))}}, ""},
		{"a late report of days that were spoken of", atlas.Input{Entries: []timeline.Entry{at(1, 0, held), at(1, 0, claim("later", "one", timeline.Holds, state, "alpha", "2017-08-20")),
			at(2, 0, taken("2017-08-11"))}}, "2 report 2017-08-11..2017-08-20 islamic_state>syrian_government +taken\n" +
			"2 report 2017-08-20..2017-09-19 islamic_state>syrian_government+islamic_state +taken\n"},
		{"another one of the same day", atlas.Input{Entries: []timeline.Entry{at(1, 0, held), at(2, 0, taken("2017-08-05"))}},
			"2 report 2017-08-05.. islamic_state>islamic_state+syrian_government +taken\n"},
		{"a claim that only confirms", atlas.Input{Entries: []timeline.Entry{at(1, 0, held), at(2, 0, claim("again", "two", timeline.Captured, state, "alpha", "2017-08-05"))}}, ""},
		{"a report retracted, and restored", atlas.Input{Entries: []timeline.Entry{at(1, 0, held), at(2, 0, taken("2017-08-11"))},
			Retractions: []timeline.Retraction{{Seq: 1, Report: "two", Spell: timeline.Spell{Recorded: 3, Superseded: 4}}},
			Journal:     []timeline.Event{{Moment: 3, What: "retraction", About: "1: a hoax"}, {Moment: 4, What: "restoration", About: "1"}, {Moment: 4, What: "import", About: "x"}}},
			"3 retraction 2017-08-11.. syrian_government>islamic_state -taken (1: a hoax)\n4 restoration 2017-08-11.. islamic_state>syrian_government +taken (1)\n"},
		{"a claim retracted that was all that is known", atlas.Input{Entries: []timeline.Entry{at(1, 0, held)},
			Retractions: []timeline.Retraction{{Seq: 1, Report: "one", Claim: "held", Spell: timeline.Spell{Recorded: 3}}}}, "3 retraction 2017-08-05.. islamic_state> -held\n"},
		{"one that is read again, and said no more", atlas.Input{Entries: []timeline.Entry{at(1, 3, held)},
			Journal: []timeline.Event{{Moment: 3, What: "replay", About: "other rules"}}}, "3 replay 2017-08-05.. islamic_state> -held (other rules)\n"},
		{"one that is put elsewhere is news there", atlas.Input{Entries: []timeline.Entry{at(1, 3, held), at(3, 0, elsewhere)}}, "3 replay 2017-08-05.. islamic_state> -held\n"},
		{"one that is said otherwise", atlas.Input{Entries: []timeline.Entry{at(1, 3, held), at(3, 0, claim("held", "one", timeline.Captured, army, "alpha", "2017-08-05"))}},
			"3 replay 2017-08-05.. islamic_state>syrian_government +held -held\n"},
		{"one that is found when a report is read again, of days of which nothing was known", atlas.Input{Entries: []timeline.Entry{at(1, 0, held),
			at(3, 0, claim("found", "one", timeline.Holds, army, "alpha", "2017-08-01"))}}, ""},
		{"and of days that were spoken of", atlas.Input{Entries: []timeline.Entry{at(1, 0, held), at(1, 0, claim("later", "one", timeline.Holds, state, "alpha", "2017-08-20")),
			at(3, 0, claim("found", "one", timeline.Captured, army, "alpha", "2017-08-11"))}},
			"3 replay 2017-08-11..2017-08-12 islamic_state>syrian_government +found\n3 replay 2017-08-12..2017-08-20 islamic_state>syrian_government+islamic_state? +found\n"},
		{"another day of publication", atlas.Input{Reports: []timeline.Filing{redated}, Entries: []timeline.Entry{at(1, 0, undated)}}, "3 replay 2017-08-06..2017-08-09 islamic_state> ~undated\n"},
		{"a source that is believed less", atlas.Input{Entries: []timeline.Entry{at(1, 0, held), at(2, 0, taken("2017-08-05"))}, Sources: []timeline.Listing{weight(0.8, timeline.Spell{Superseded: 5}),
			weight(0.1, timeline.Spell{Recorded: 5})}, Journal: []timeline.Event{{Moment: 5, What: "sources", About: "wire"}}},
			"2 report 2017-08-05.. islamic_state>islamic_state+syrian_government +taken\n5 sources 2017-08-05.. islamic_state+syrian_government>islamic_state ~taken (wire)\n"},
		{"a name of a source that is spelt otherwise", atlas.Input{Entries: []timeline.Entry{at(1, 0, held)}, Sources: []timeline.Listing{weight(0.8, timeline.Spell{Superseded: 5}),
			{Source: timeline.Source{ID: "wire", NameEn: "The Wire", Weight: 0.8}, Spell: timeline.Spell{Recorded: 5}}}}, ""},
		{"a report that came and was retracted at once", atlas.Input{Entries: []timeline.Entry{at(1, 0, held)},
			Retractions: []timeline.Retraction{{Seq: 1, Report: "one", Spell: timeline.Spell{Recorded: 1}}}}, ""},
	} {
		c.in.Places, c.in.Outline = places, outline
		if c.in.Reports == nil {
			c.in.Reports = both
		}
		a, err := atlas.New(c.in)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want, told(a.Corrections(timeline.Span{}, atlas.Filter{}))); diff != "" {
			t.Errorf("%s: %s", c.phenomenon, diff)
		}
	}
}

// What only carries on the story is no correction, whatever it says.
func TestNewsInOrderCorrectsNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := newRegister()
		for i := range rapid.IntRange(1, 8).Draw(t, "reports") {
			x.add(t, 10*i, 10*i+9)
		}
		if got := told(x.after(t, x.now).Corrections(timeline.Span{}, atlas.Filter{})); got != "" {
			t.Error(got)
		}
	})
}

// Each correction says what was known just before its moment and just after it,
// and what was said of a day before is said still unless a correction tells.
func TestCorrectionsAgreeWithTheViews(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := anyRegister(t)
		a := x.after(t, x.now)
		for _, c := range a.Corrections(timeline.Span{}, atlas.Filter{}) {
			before, after := a.As(atlas.View{KnownAt: c.Moment}), a.As(atlas.View{KnownAt: c.Moment + 1})
			last := c.To - 1
			if c.To == 0 {
				last = c.From + 1000
			}
			for _, d := range []timeline.Day{c.From, last} {
				if b, n := before.History(c.Place.ID).HeldOn(d), after.History(c.Place.ID).HeldOn(d); !b.Equal(c.Before) || !n.Equal(c.After) {
					t.Fatalf("%s\non %s it was %v, and then %v", told([]atlas.Correction{c}), d, b, n)
				}
			}
			if c.Before.Equal(c.After) {
				t.Fatalf("%s: the same", told([]atlas.Correction{c}))
			}
			if len(c.Came)+len(c.Went)+len(c.Otherwise) == 0 {
				t.Fatalf("%s: because of nothing", told([]atlas.Correction{c}))
			}
		}
	})
}

func TestCorrectionsOfAFewDaysAndPlaces(t *testing.T) {
	first, second := timeline.MomentOf(day("2020-01-05").Time()), timeline.MomentOf(day("2020-01-07").Time())-1
	in := atlas.Input{Places: places, Outline: outline, Reports: reports, Entries: entries(claims()...), Retractions: []timeline.Retraction{
		{Seq: 1, Report: "early", Spell: timeline.Spell{Recorded: first, Superseded: second}}}}
	in.Places = append(in.Places[:0:0], in.Places...)
	in.Places[0].Admin1 = "Homs"
	a, err := atlas.New(in)
	if err != nil {
		t.Fatal(err)
	}
	span := func(from, to string) timeline.Span {
		s := timeline.Span{}
		if from != "" {
			s.From = day(from)
		}
		if to != "" {
			s.To = day(to)
		}
		return s
	}
	for _, c := range []struct {
		name  string
		days  timeline.Span
		at    atlas.Filter
		view  atlas.View
		times string
	}{
		{"all of time", timeline.Span{}, atlas.Filter{}, atlas.View{}, "retraction alpha, retraction alpha, retraction gamma, retraction gamma, restoration alpha, restoration alpha, restoration gamma, restoration gamma"},
		{"the first day", span("2020-01-05", "2020-01-06"), atlas.Filter{Place: "alpha"}, atlas.View{}, "retraction alpha, retraction alpha"},
		{"the day before", span("", "2020-01-05"), atlas.Filter{}, atlas.View{}, ""},
		{"up to the last millisecond of a day", span("2020-01-06", "2020-01-07"), atlas.Filter{Place: "gamma"}, atlas.View{}, "restoration gamma, restoration gamma"},
		{"the day after", span("2020-01-07", ""), atlas.Filter{}, atlas.View{}, ""},
		{"in a governorate", span("2020-01-05", "2020-01-06"), atlas.Filter{Admin1: "Homs"}, atlas.View{}, "retraction alpha, retraction alpha"},
		{"a place that is not known", timeline.Span{}, atlas.Filter{Place: "farm"}, atlas.View{}, ""},
		{"as known before the end of the retraction", timeline.Span{}, atlas.Filter{Place: "alpha"}, atlas.View{KnownAt: second}, "retraction alpha, retraction alpha"},
		{"without the source", timeline.Span{}, atlas.Filter{}, atlas.View{Without: []string{"agency"}}, ""},
	} {
		var got []string
		for _, x := range a.As(c.view).Corrections(c.days, c.at) {
			got = append(got, string(x.Cause)+" "+x.Place.ID)
		}
		if diff := cmp.Diff(c.times, strings.Join(got, ", ")); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}
