package fold

import (
	"cmp"
	"slices"

	"frontline/timeline"
)

// evidence is a testimony that counts, and what the rules make of it alone.
type evidence struct {
	*timeline.Claim
	holder     timeline.Actor // after it; timeline.Unknown where a place is left
	day        timeline.Day
	published  timeline.Day
	basis      timeline.Basis
	byThen     bool   // it happened on day or before
	voice      string // who says so: a source, or a report that names none
	interested bool   // a party's word for its own gain
	weight     float64
}

// admit picks what counts (rule 1), gives it its day (rules 2 and 3) and its
// voice (rule 4), and puts it in order.
func (r Rules) admit(testimonies []Testimony) []evidence {
	out := make([]evidence, 0, len(testimonies))
	for _, t := range testimonies {
		holder, asserts := t.Holder()
		day := timeline.EffectiveDay(t.Claim, t.Published)
		if !asserts || !t.Place.Listed() || !day.Known() {
			continue
		}
		e := evidence{Claim: t.Claim, holder: holder, day: day, published: t.Published, basis: t.DateBasis, voice: t.Source.ID}
		if !t.Date.Known() {
			e.basis, e.byThen = timeline.Published, t.Kind.Changes()
		}
		if e.voice == timeline.Unnamed {
			e.voice = t.Report
		}
		e.interested, e.weight = r.weigh(t, holder)
		out = append(out, e)
	}
	slices.SortFunc(out, byPublication)
	out = slices.CompactFunc(out, func(a, b evidence) bool { return a.ID != "" && a.ID == b.ID })
	voicesOfCopies(out)
	out = lastOfTheirReport(out)
	beforeTheirOwnReport(r, out)
	slices.SortFunc(out, func(a, b evidence) int {
		return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.rank(), b.rank()), byPublication(a, b))
	})
	return out
}

// byPublication is also by who has a place before who has part of it, where one clause
// tells of both: then the others contest it.
func byPublication(a, b evidence) int {
	return cmp.Or(cmp.Compare(a.published, b.published), cmp.Compare(a.Report, b.Report), cmp.Compare(a.Start, b.Start),
		cmp.Compare(a.Extent, b.Extent), cmp.Compare(a.ID, b.ID))
}

// rank orders a day: what was so by then, what was so, who left, who came.
func (e evidence) rank() int {
	switch {
	case e.byThen:
		return 0
	case e.Kind == timeline.Holds:
		return 1
	case e.holder == timeline.Unknown:
		return 2
	}
	return 3
}

// voicesOfCopies lets a clause that is word for word another's speak with the
// voice that was first published.
func voicesOfCopies(published []evidence) {
	if len(published) < 2 {
		return
	}
	type words struct {
		quote  string
		holder timeline.Actor
		day    timeline.Day
	}
	first := make(map[words]string, len(published))
	for i := range published {
		e := &published[i]
		if e.basis == timeline.Baseline {
			continue // lines of tables are alike without being copies
		}
		w := words{e.Quote, e.holder, e.day}
		if w.quote == "" {
			continue
		}
		if voice, said := first[w]; said {
			e.voice = voice
		} else {
			first[w] = e.voice
		}
	}
}

// lastOfTheirReport keeps of the turns without a day that one report tells the
// last: "which it took from one, before another drove it out".
func lastOfTheirReport(published []evidence) []evidence {
	last := map[string]string{} // the id of the claim, by report
	for _, e := range published {
		if e.byThen {
			last[e.Report] = e.ID
		}
	}
	return slices.DeleteFunc(published, func(e evidence) bool { return e.byThen && last[e.Report] != e.ID })
}

// beforeTheirOwnReport puts what happened by then before the first day on which
// the same report gives the place to another: "the hill, which it had lost, was
// retaken yesterday".
func beforeTheirOwnReport(r Rules, all []evidence) {
	for i := range all {
		e := &all[i]
		if !e.byThen {
			continue
		}
		for _, o := range all {
			if o.Report == e.Report && !o.byThen && o.day < e.day && r.Side(o.holder) != r.Side(e.holder) {
				e.day = o.day
			}
		}
	}
}

// weigh says whether the testimony speaks for the speaker's own side (rule 8),
// and how far it can be believed: how surely it was read, times how surely its
// place is the one meant, times how far its source is believed.
func (r Rules) weigh(t Testimony, holder timeline.Actor) (own bool, weight float64) {
	speaker := t.Source.Side
	if t.ClaimedBy != "" {
		speaker = r.Side(t.ClaimedBy)
	}
	weight = t.Confidence * t.Place.Score
	switch {
	case speaker != "" && speaker == r.Side(holder):
		return true, weight * t.Source.Weight * interested
	case speaker != "" && t.From != "" && speaker == r.Side(t.From):
		return false, weight // against its own side
	}
	return false, weight * t.Source.Weight
}
