package fold

import (
	"slices"

	"frontline/timeline"
)

// doubt is why a place is contested by a party on somebody's word alone. The
// zero doubt is none.
type doubt struct {
	party timeline.Actor
	voice string       // whose word it is
	until timeline.Day // when it is forgotten; zero for never

	before timeline.Holding // the holding that it was cast on
}

// announced takes a party's own word that it took a place from another, or
// holds it (rule 8).
func (f *folder) announced(e evidence) {
	cur := f.current()
	if f.rules.Side(e.holder) == f.rules.Side(cur.Holder) || slices.Contains(cur.Others, e.holder) {
		f.confirm(e)
		return
	}
	f.cast(e, timeline.OwnWord, 0)
}

// said takes "holds" of a party where another is the holder, or of the holder
// where another is said to hold the place (rule 9).
func (f *folder) said(e evidence) {
	cur := f.current()
	switch {
	case f.rules.Side(e.holder) == f.rules.Side(cur.Holder): // there is a doubt
		if e.voice == f.doubt.voice && e.basis != timeline.Baseline {
			f.confirm(e)
		} else {
			f.begin(e, cur.Holder, nil)
		}
	case slices.Contains(cur.Others, e.holder):
		if f.seconds(e, cur) {
			f.begin(e, e.holder, nil)
		} else {
			f.confirm(e)
		}
	case e.day-cur.LastConfirmed > StaleDays, f.spoke[e.voice] == cur.LastConfirmed && !cur.Contested():
		f.succeed(e)
	case cur.Contested():
		f.contest(e, e.holder, timeline.SourcesDisagree)
	case f.seconds(e, cur), byThenAlone(cur):
		f.begin(e, e.holder, nil)
	default:
		f.cast(e, timeline.SourcesDisagree, e.day+DoubtDays)
	}
}

// byThenAlone says whether nothing speaks for a holder but turns without a day:
// they may have been long ago.
func byThenAlone(cur *timeline.Holding) bool {
	return !slices.ContainsFunc(cur.Because, func(c *timeline.Claim) bool { return c.Date.Known() || !c.Kind.Changes() })
}

// seconds says whether somebody else has put e's holder in the place before.
func (f *folder) seconds(e evidence, cur *timeline.Holding) bool {
	if f.doubt.party == e.holder {
		return e.voice != f.doubt.voice
	}
	return slices.ContainsFunc(cur.Because, func(c *timeline.Claim) bool { return c.Actor == e.holder && c.Report != e.Report })
}

// cast contests the current holding on e's word alone.
func (f *folder) cast(e evidence, why timeline.Cause, until timeline.Day) {
	before := *f.current()
	f.contest(e, e.holder, why)
	f.doubt = doubt{e.holder, e.voice, until, before}
}

// lapse ends a doubt that is older than it may be on a day; zero is the end of
// all days. The holder goes on, by the evidence it had before.
func (f *folder) lapse(day timeline.Day) {
	d := f.doubt
	if d.party == "" || !d.until.Known() || day.Known() && day <= d.until {
		return
	}
	f.doubt = doubt{}
	h := d.before
	h.Span, h.Basis = timeline.Span{From: d.until}, timeline.Resumed
	h.Because, h.Against = slices.Clone(h.Because), slices.Clone(f.current().Because)
	f.start(h)
}
