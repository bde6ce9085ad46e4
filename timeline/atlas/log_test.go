package atlas_test

import (
	"encoding/json"
	"fmt"
	"iter"
	"slices"

	"frontline/timeline"
	"frontline/timeline/atlas"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

// register is what a store comes to by all that was done to it, a moment each.
type register struct {
	now  timeline.Moment
	in   atlas.Input
	then []atlas.Input // by moment: what there was after it; the first is empty
}

const logDays = 60 // that claims of a log speak of

func newRegister() *register {
	x := &register{in: atlas.Input{Places: places, Outline: outline, ReachKm: 30, Actors: []timeline.ActorInfo{
		{ID: army, Side: "damascus"}, {ID: state, Side: "islamic_state"}, {ID: rebels, Side: "opposition"}}}}
	x.then = []atlas.Input{x.copied()}
	return x
}

const rebels timeline.Actor = "rebels"

// copied is the input as it is, sharing nothing that is written to later.
func (x *register) copied() atlas.Input {
	in := x.in
	in.Entries, in.Reports = slices.Clone(in.Entries), slices.Clone(in.Reports)
	in.Drawings = slices.Clone(in.Drawings)
	in.Retractions, in.Sources, in.Journal = slices.Clone(in.Retractions), slices.Clone(in.Sources), slices.Clone(in.Journal)
	for i := range in.Reports {
		in.Reports[i].Was = slices.Clone(in.Reports[i].Was)
	}
	return in
}

// do does something at the next moment.
func (x *register) do(what func()) {
	x.now++
	what()
	x.then = append(x.then, x.copied())
}

func (x *register) note(what, about string) {
	x.in.Journal = append(x.in.Journal, timeline.Event{Moment: x.now, What: what, About: about})
}

// after is the atlas of what there was after a moment.
func (x *register) after(t *rapid.T, m timeline.Moment) *atlas.Atlas { return made(t, x.then[m]) }

func made(t *rapid.T, in atlas.Input) *atlas.Atlas {
	a, err := atlas.New(in)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// add is that a report comes, with claims of days from…to.
func (x *register) add(t *rapid.T, from, to int) {
	x.do(func() {
		r := timeline.Report{ID: fmt.Sprint("r", len(x.in.Reports)), Source: rapid.SampledFrom([]string{"", "Agency", "Wire", "Post"}).Draw(t, "source")}
		if rapid.IntRange(0, 5).Draw(t, "published") > 0 {
			r.Published = anyDay(t, to, to)
		}
		x.in.Reports = append(x.in.Reports, timeline.Filing{Report: r, Recorded: x.now})
		for range rapid.IntRange(0, 3).Draw(t, "claims") {
			x.say(t, r, from, to)
		}
		if rapid.IntRange(0, 2).Draw(t, "a map") == 0 {
			x.in.Drawings = append(x.in.Drawings, timeline.KeptDrawing{Report: r.ID, Drawing: sketch(anyDay(t, from, to)), Recorded: x.now})
		}
	})
}

// sketch is a map of a day, on which the government has more from day to day.
func sketch(day timeline.Day) timeline.Drawing {
	square := orb.Bound{Min: orb.Point{37, 34}, Max: orb.Point{37 + float64(day%100)/50, 36}}.ToPolygon()
	return timeline.Drawing{Day: day, Shapes: []timeline.DrawnShape{{Feature: 1, Holder: army, Shape: orb.MultiPolygon{square}}}}
}

func anyDay(t *rapid.T, from, to int) timeline.Day {
	return day("2017-05-01") + timeline.Day(rapid.IntRange(from, to).Draw(t, "day"))
}

func (x *register) say(t *rapid.T, r timeline.Report, from, to int) {
	actors := []timeline.Actor{army, state, rebels, ""}
	c := claim(fmt.Sprint("c", len(x.in.Entries)), r.ID, rapid.SampledFrom(timeline.Kinds[:7]).Draw(t, "kind"),
		rapid.SampledFrom(actors).Draw(t, "actor"), rapid.SampledFrom([]string{"alpha", "beta"}).Draw(t, "place"), "")
	c.From = rapid.SampledFrom(actors).Draw(t, "from")
	c.Extent = rapid.SampledFrom([]string{timeline.Full, timeline.Full, timeline.Partial}).Draw(t, "extent")
	c.Date, c.DateBasis = anyDay(t, from, to), timeline.Stated
	if r.Published.Known() && rapid.IntRange(0, 5).Draw(t, "dated") == 0 {
		c.Date, c.DateBasis = 0, timeline.BasisUnknown
	}
	x.in.Entries = append(x.in.Entries, timeline.Entry{Claim: c, Spell: timeline.Spell{Recorded: x.now}})
}

// reread is that a report is read again: claims go, others come, and the day on
// which it came out may be another.
func (x *register) reread(t *rapid.T) {
	if len(x.in.Reports) == 0 {
		return
	}
	x.do(func() {
		r := &x.in.Reports[rapid.IntRange(0, len(x.in.Reports)-1).Draw(t, "report")]
		for i := range x.in.Entries {
			if e := &x.in.Entries[i]; e.Report == r.ID && e.Superseded == 0 && rapid.Bool().Draw(t, "gone") {
				e.Superseded = x.now
				if rapid.Bool().Draw(t, "moved") {
					other := *e
					other.Place, other.Spell = claim("", "", "", "", "gamma", "").Place, timeline.Spell{Recorded: x.now}
					x.in.Entries = append(x.in.Entries, other)
				}
			}
		}
		if rapid.IntRange(0, 3).Draw(t, "dating") == 0 {
			r.Was = append(r.Was, timeline.Dating{Published: r.Published, Until: x.now})
			r.Published = anyDay(t, 0, logDays)
		}
		if rapid.Bool().Draw(t, "more") {
			x.say(t, r.Report, 0, logDays)
		}
		x.note("replay", "another gazetteer")
	})
}

func (x *register) retract(report, claim string) {
	x.do(func() {
		x.in.Retractions = append(x.in.Retractions, timeline.Retraction{Seq: int64(len(x.in.Retractions) + 1), Report: report, Claim: claim,
			Spell: timeline.Spell{Recorded: x.now}})
		x.note("retraction", "wrong")
	})
}

func (x *register) restore(i int) {
	x.do(func() {
		x.in.Retractions[i].Superseded = x.now
		x.note("restoration", "right")
	})
}

// retractOrRestore is a retraction, or the end of one.
func (x *register) retractOrRestore(t *rapid.T) {
	i := slices.IndexFunc(x.in.Retractions, func(r timeline.Retraction) bool { return r.Superseded == 0 })
	switch {
	case i >= 0 && rapid.Bool().Draw(t, "restore"):
		x.restore(i)
	case len(x.in.Entries) > 0:
		e := rapid.SampledFrom(x.in.Entries).Draw(t, "claim")
		if rapid.Bool().Draw(t, "whole report") {
			e.ID = ""
		}
		x.retract(e.Report, e.ID)
	}
}

// list is that something else is listed of a source.
func (x *register) list(t *rapid.T) {
	x.do(func() {
		s := timeline.Source{ID: rapid.SampledFrom([]string{"agency", "wire", "post"}).Draw(t, "id"),
			Weight: rapid.Float64Range(0, 1).Draw(t, "weight"), Side: rapid.SampledFrom([]string{"", "damascus"}).Draw(t, "side")}
		for i := range x.in.Sources {
			if l := &x.in.Sources[i]; l.ID == s.ID && l.Superseded == 0 {
				l.Superseded = x.now
			}
		}
		x.in.Sources = append(x.in.Sources, timeline.Listing{Source: s, Spell: timeline.Spell{Recorded: x.now}})
		x.note("sources", s.ID)
	})
}

// anyRegister is some moments of all that can be done to a store.
func anyRegister(t *rapid.T) *register {
	x := newRegister()
	for range rapid.IntRange(1, 10).Draw(t, "moments") {
		switch rapid.IntRange(0, 6).Draw(t, "event") {
		case 0:
			x.reread(t)
		case 1:
			x.retractOrRestore(t)
		case 2:
			x.list(t)
		default:
			x.add(t, 0, logDays)
		}
	}
	return x
}

// everything is all that an atlas answers, to the last detail.
func everything(t *rapid.T, a *atlas.Atlas) string {
	out := []any{slices.Collect(holdingsOf(a)), a.Changes(atlas.Filter{}), a.Claims(atlas.Filter{}), a.DayCounts(atlas.Filter{}), a.Days(), a.Counts(), a.Sources(),
		a.Corrections(timeline.Span{}, atlas.Filter{})}
	for i := range 20 {
		if r, known := a.Report(fmt.Sprint("r", i)); known {
			out = append(out, r)
		}
	}
	for _, d := range []timeline.Day{0, logDays / 2, logDays + 40} {
		ans, err := a.Who(places[0], day("2017-05-01")+d)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, ans)
	}
	for _, source := range a.Sources() {
		if maps, err := a.Drawn(source.ID); err == nil {
			for _, m := range maps.Maps() {
				areas, err := m.Areas(nil)
				if err != nil {
					t.Fatal(err)
				}
				out = append(out, source.ID, m.Span, areas)
			}
		}
	}
	s := ""
	for _, x := range out {
		b, err := json.Marshal(x)
		if err != nil {
			t.Fatal(err)
		}
		s += string(b) + "\n"
	}
	return s
}

// holdingsOf are all holdings.
func holdingsOf(a *atlas.Atlas) iter.Seq[timeline.Holding] {
	return func(yield func(timeline.Holding) bool) {
		for _, h := range a.Holdings(atlas.Filter{}) {
			if !yield(*h) {
				return
			}
		}
	}
}
