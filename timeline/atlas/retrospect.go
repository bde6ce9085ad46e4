package atlas

import (
	"iter"
	"slices"
	"sync"

	"frontline/timeline"
)

// retrospect looks at places as they were known at the moments [from, to); a
// zero to is open.
type retrospect struct {
	*Atlas
	from, to timeline.Moment
	turns    []timeline.Moment                   // at which the registry changed, in order
	eras     []*Atlas                            // with the registry and nothing else, by how many of turns had been; nil until asked for
	relisted map[timeline.Moment]map[string]bool // reports whose source changed, by the turn
}

// retrospect is one of the days of a span.
func (a *Atlas) retrospect(days timeline.Span) *retrospect {
	from, to := timeline.Moment(1), a.view.KnownAt
	if days.From.Known() {
		from = timeline.MomentOf(days.From.Time())
	}
	if end := timeline.MomentOf(days.To.Time()); days.To.Known() && (to == 0 || end < to) {
		to = end
	}
	return a.lookingBack(from, to)
}

// lookingBack is a retrospect of the moments [from, to); a zero to is open.
func (a *Atlas) lookingBack(from, to timeline.Moment) *retrospect {
	x := &retrospect{Atlas: a, from: from, to: to, relisted: map[timeline.Moment]map[string]bool{}}
	for _, l := range a.sources {
		for _, m := range []timeline.Moment{l.Recorded, l.Superseded} {
			if m.Known() {
				x.turns = append(x.turns, m)
			}
		}
	}
	slices.Sort(x.turns)
	x.turns = slices.Compact(x.turns)
	x.eras = make([]*Atlas, len(x.turns)+1)
	if a.view.KnownAt == 0 {
		x.eras[len(x.turns)] = a // after the last turn the registry is that of now
	}
	for _, m := range x.turns {
		if x.covers(m) {
			x.relisted[m] = x.relistedAt(m)
		}
	}
	return x
}

// covers says whether a moment is one of the retrospect. The zero Moment is
// none: nothing happened at it.
func (x *retrospect) covers(m timeline.Moment) bool {
	return m.Known() && m >= x.from && (x.to == 0 || m < x.to)
}

// before is what was known just before a moment, which is not zero, without
// anything folded.
func (x *retrospect) before(m timeline.Moment) *Atlas {
	n, _ := slices.BinarySearch(x.turns, m) // how many lie before m
	if x.eras[n] == nil {
		era := &Atlas{records: x.records, registry: timeline.RegistryAt(x.sources, m)}
		era.voices = sync.OnceValue(era.voicesOf)
		x.eras[n] = era
	}
	return &Atlas{records: x.records, view: View{KnownAt: m, Without: x.view.Without}, without: x.without,
		registry: x.eras[n].registry, voices: x.eras[n].voices}
}

// relistedAt are the ids of the reports of whose source something else is listed
// from a moment on.
func (x *retrospect) relistedAt(m timeline.Moment) map[string]bool {
	before, after := x.before(m).voices(), x.before(m+1).voices()
	out := map[string]bool{}
	for id, source := range before {
		if !sameVoice(source, after[id]) {
			out[id] = true
		}
	}
	return out
}

// happening is something of a place that changed at a moment.
type happening struct {
	moment timeline.Moment
	cause  Cause
}

// happenings are all that happened to an entry, whenever it was, in no order;
// some of them at the zero Moment, which is not to count.
func (x *retrospect) happenings(e *timeline.Entry) iter.Seq[happening] {
	return func(yield func(happening) bool) {
		report := x.reports[e.Report]
		came := Reported
		if e.Recorded != report.Recorded {
			came = Reread
		}
		if !yield(happening{e.Recorded, came}) || !yield(happening{e.Superseded, Reread}) {
			return
		}
		for _, was := range report.Was {
			if !yield(happening{was.Until, Reread}) {
				return
			}
		}
		for _, r := range x.retractions[e.Report] {
			if r.Claim != "" && r.Claim != e.ID {
				continue
			}
			if !yield(happening{r.Recorded, Retracted}) || !yield(happening{r.Superseded, Restored}) {
				return
			}
		}
		for m, reports := range x.relisted {
			if reports[e.Report] && !yield(happening{m, Relisted}) {
				return
			}
		}
	}
}

// moments are those at which something happened to a place, in order.
func (x *retrospect) moments(s *sited) (moments []timeline.Moment) {
	for _, e := range s.entries {
		for h := range x.happenings(e) {
			if x.covers(h.moment) {
				moments = append(moments, h.moment)
			}
		}
	}
	slices.Sort(moments)
	return slices.Compact(moments)
}

// cause is the first of the causes of what happened to a place at a moment.
func (x *retrospect) cause(s *sited, m timeline.Moment) Cause {
	order := []Cause{Retracted, Restored, Reread, Relisted, Reported}
	first := len(order) - 1
	for _, e := range s.entries {
		for h := range x.happenings(e) {
			if h.moment == m {
				first = min(first, slices.Index(order, h.cause))
			}
		}
	}
	return order[first]
}

// words are what the journal says about a cause at a moment.
func (x *retrospect) words(m timeline.Moment, cause Cause) []string {
	out := []string{}
	for _, event := range x.journal {
		if event.Moment == m && event.What == string(cause) && event.About != "" {
			out = append(out, event.About)
		}
	}
	return out
}
