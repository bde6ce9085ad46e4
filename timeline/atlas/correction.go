package atlas

import (
	"cmp"
	"slices"

	"frontline/timeline"
)

// Correction is that at a moment something else came to be said of days of which
// something had been said before. As JSON, what is not known is null.
type Correction struct {
	Place  timeline.PlaceView `json:"place"`
	From   timeline.Day       `json:"from"` // of the days that are spoken of otherwise
	To     timeline.Day       `json:"to"`   // zero where they have no end
	Before timeline.Held      `json:"before"`
	After  timeline.Held      `json:"after"`
	Moment timeline.Moment    `json:"moment"`
	Cause  Cause              `json:"cause"`
	Words  []string           `json:"words"` // of the journal about the cause; never nil

	// The claims of the place that count since, those that do no more, and those
	// that stay and count otherwise: for what is listed of their source, or the day
	// their report came out, is another. By effective day; never nil.
	Came      []Evidence `json:"came"`
	Went      []Evidence `json:"went"`
	Otherwise []Evidence `json:"otherwise"`
}

// Cause is why something came to be said otherwise.
type Cause string

// The causes. Where several things happened at one moment, the first of these
// is named.
const (
	Retracted Cause = "retraction"
	Restored  Cause = "restoration"
	Reread    Cause = "replay"  // a report was read again
	Relisted  Cause = "sources" // the registry of sources changed
	Reported  Cause = "report"  // a report came: late, or saying otherwise
)

// Corrections are what we changed our mind about on the days of recorded, in UTC,
// at the places that pass, by moment, place and day; never nil.
//
//  1. A moment is looked at where at it anything was recorded of a place, or
//     believed no more: a claim, a retraction or its end, the day a report came
//     out, what is listed of the source of a claim. What happened within one
//     millisecond happened at once.
//  2. What is said of the place just before the moment is compared with what is
//     said just after it, day by day: who holds it, who else is in it, and
//     whether that is uncertain. How sure it is plays no part.
//  3. A span of days of which something else is said is news where all that
//     happened is that claims came that were not there before, and either nothing
//     was known of these days, or the span begins after the last day on which a
//     holder was confirmed, as was said before: of what came after it nobody had
//     spoken, and the holder was only carried on. The world went on.
//  4. Every other such span is a correction: a report that came late or says
//     otherwise of the same day; a retraction and its end; a claim that was read
//     again and is put elsewhere, or says something else; a source that is
//     believed more or less.
//
// Corrections are seen from the view of a: without the sources it goes without,
// and what was recorded at its moment or later is not known. What a new version
// of the program or its shipped sources judges otherwise has no moment, and is
// none.
func (a *Atlas) Corrections(recorded timeline.Span, at Filter) []Correction {
	x := a.retrospect(recorded)
	out := []Correction{}
	for _, i := range a.where(at) {
		out = append(out, x.corrections(&a.sited[i])...)
	}
	slices.SortFunc(out, func(x, y Correction) int {
		return cmp.Or(cmp.Compare(x.Moment, y.Moment), cmp.Compare(x.Place.ID, y.Place.ID), cmp.Compare(x.From, y.From))
	})
	return out
}

// corrections are those of one place. Between two of its moments nothing of it
// changed: what was known after the one was known before the next.
func (x *retrospect) corrections(s *sited) (out []Correction) {
	var history timeline.History
	for i, m := range x.moments(s) {
		before, after := x.before(m), x.before(m+1)
		if i == 0 {
			history = before.folded(s.entries)
		}
		t := compare(before, after, s, m)
		if len(t.came)+len(t.went)+len(t.otherwise) == 0 {
			continue
		}
		now, confirmed := after.folded(s.entries), lastConfirmed(history)
		for _, d := range history.Differences(now) {
			if t.news && (!d.Before.Known() || d.Span.From > confirmed) {
				continue
			}
			cause := x.cause(s, m)
			out = append(out, Correction{
				Place: timeline.PlaceJSON(x.places[s.id]), From: d.Span.From, To: d.Span.To, Before: d.Before, After: d.After,
				Moment: m, Cause: cause, Words: x.words(m, cause),
				Came: after.Evidence(t.came), Went: before.Evidence(t.went), Otherwise: after.Evidence(t.otherwise)})
		}
		history = now
	}
	return out
}

// turn is what became of the claims of a place at a moment.
type turn struct {
	came, went, otherwise []*timeline.Claim
	news                  bool // claims came that were not there before, and nothing else
}

// compare puts the place as it was known before a moment beside what it was
// after it.
func compare(before, after *Atlas, s *sited, m timeline.Moment) turn {
	t := turn{news: true}
	for _, e := range s.entries {
		source, counted := before.counts(e)
		other, counts := after.counts(e)
		switch c := &e.Claim; {
		case counts && !counted:
			t.came = append(t.came, c)
			t.news = t.news && e.Recorded == m
		case counted && !counts:
			t.went, t.news = append(t.went, c), false
		case counted && (!sameVoice(source, other) || before.publishedOn(e) != after.publishedOn(e)):
			t.otherwise, t.news = append(t.otherwise, c), false
		}
	}
	for _, seen := range []struct {
		by     *Atlas
		claims []*timeline.Claim
	}{{after, t.came}, {before, t.went}, {after, t.otherwise}} {
		slices.SortFunc(seen.claims, func(c, d *timeline.Claim) int {
			return cmp.Or(cmp.Compare(seen.by.DayOf(c), seen.by.DayOf(d)), cmp.Compare(c.Report, d.Report),
				cmp.Compare(c.Start, d.Start), cmp.Compare(c.ID, d.ID))
		})
	}
	return t
}

// sameVoice says whether two entries of the registry make a claim count alike.
func sameVoice(a, b *timeline.Source) bool {
	return a.ID == b.ID && a.Side == b.Side && a.Weight == b.Weight
}

// lastConfirmed is the last day on which, as a history says, any of its holders
// was confirmed; zero where there is none.
func lastConfirmed(h timeline.History) (last timeline.Day) {
	for i := range h {
		last = max(last, h[i].LastConfirmed)
	}
	return last
}

// publishedOn is the day that is taken for the one on which the report of an
// entry came out.
func (a *Atlas) publishedOn(e *timeline.Entry) timeline.Day {
	return a.reports[e.Report].PublishedAt(a.view.KnownAt)
}
