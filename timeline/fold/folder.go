package fold

import (
	"slices"

	"frontline/timeline"
)

// folder builds the history from evidence in order; the last holding is open.
type folder struct {
	rules   Rules
	out     timeline.History
	earlier timeline.Day            // what LastConfirmed of the last holding was before its last change
	voices  map[string]float64      // that speak for the last holding, with the weight of each
	spoke   map[string]timeline.Day // when each spoke last for its holder
	doubt   doubt                   // of the last holding
}

// take applies one piece of evidence.
func (f *folder) take(e evidence) {
	cur := f.current()
	switch {
	case cur == nil:
		f.first(e)
	case e.byThen && e.holder != cur.Holder && f.background(e):
		// an earlier turn, told once more
	case e.holder == timeline.Unknown:
		f.left(e)
	case e.Extent == timeline.Partial:
		f.partial(e)
	case f.redraws(e, cur):
		f.succeed(e)
	case f.holds(e, cur):
		f.confirm(e)
	case e.interested && cur.Holder != timeline.Unknown:
		f.announced(e)
	case e.Kind == timeline.Holds && cur.Holder != timeline.Unknown:
		f.said(e)
	case e.byThen:
		f.succeed(e)
	default:
		f.begin(e, e.holder, nil)
	}
}

// holds says whether e only says once more who holds the place: of its holder,
// or, where it only "holds", of one on the holder's side. Of a contested place
// only "holds" does.
func (f *folder) holds(e evidence, cur *timeline.Holding) bool {
	if e.Kind == timeline.Holds {
		return f.rules.Side(e.holder) == f.rules.Side(cur.Holder) && f.doubt.party == ""
	}
	return e.holder == cur.Holder && !cur.Contested()
}

// redraws says whether e is a newer map of the source that spoke last for the
// holder and shows another, or of the one that alone had several parties in the
// place and shows one (rule 9).
func (f *folder) redraws(e evidence, cur *timeline.Holding) bool {
	if e.Kind != timeline.Holds || e.basis != timeline.Baseline || f.doubt.party != "" {
		return false
	}
	if cur.Contested() {
		return cur.From < e.day && len(f.voices) == 1 && f.voices[e.voice] > 0
	}
	return f.spoke[e.voice] == cur.LastConfirmed && f.rules.Side(e.holder) != f.rules.Side(cur.Holder)
}

// background says whether a turn without a day is an earlier one: the history
// knows its actor as a holder of before.
func (f *folder) background(e evidence) bool {
	return e.Kind != timeline.Recaptured && slices.ContainsFunc(f.out, func(h timeline.Holding) bool { return h.Holder == e.holder })
}

// firstDay is the day before which there is none.
const firstDay timeline.Day = 1

// first takes the earliest evidence of a place (rule 10).
func (f *folder) first(e evidence) {
	if before := e.From; e.Kind.Changes() && before != "" && before != timeline.Unknown && before != e.holder && e.day > firstDay {
		f.begin(e, before, nil)
		h := f.current()
		h.From, h.Basis, h.LastConfirmed = max(e.day-LookBackDays, firstDay), timeline.Inferred, e.day-1
		h.Confidence *= concluded
		if e.byThen && e.holder != timeline.Unknown {
			h.Others, h.Uncertain, h.Disputes = []timeline.Actor{e.holder}, true, []timeline.Dispute{{Party: e.holder, Why: timeline.Passing}}
		}
		f.voices, f.spoke, f.earlier = map[string]float64{}, map[string]timeline.Day{}, h.LastConfirmed
	}
	switch {
	case e.holder == timeline.Unknown:
		f.begin(e, timeline.Unknown, nil)
	case e.Extent == timeline.Partial:
		f.partial(e)
	case e.interested && f.current() != nil:
		f.announced(e)
	default:
		f.begin(e, e.holder, nil)
	}
}

// left takes the leave of a party (rule 6). One that is not there leaves the
// place as it is, and the holder leaves it to the one other party that is.
func (f *folder) left(e evidence) {
	cur := f.current()
	switch {
	case e.From != "" && slices.Contains(cur.Others, e.From):
		others := slices.DeleteFunc(slices.Clone(cur.Others), func(a timeline.Actor) bool { return a == e.From })
		disputes := slices.DeleteFunc(slices.Clone(cur.Disputes), func(d timeline.Dispute) bool { return d.Party == e.From })
		f.begin(e, cur.Holder, others)
		f.current().Disputes = disputes
	case e.From != "" && e.From != cur.Holder:
	case cur.Holder == timeline.Unknown:
		f.confirm(e)
	case e.Extent == timeline.Partial && e.From == cur.Holder:
		f.contest(e, timeline.Unknown, timeline.Fighting) // part of it, and nobody knows to whom
	case e.Extent == timeline.Partial:
	case len(cur.Others) == 1:
		f.begin(e, cur.Others[0], nil)
	case e.basis == timeline.Baseline:
		f.succeed(e)
	default:
		f.begin(e, timeline.Unknown, nil)
	}
}

// partial adds a party that has part of the place (rule 7). One that is said to
// hold a part is the one that is known; one that took a part took it from
// somebody.
func (f *folder) partial(e evidence) {
	switch cur := f.current(); {
	case cur == nil && e.Kind == timeline.Holds:
		f.begin(e, e.holder, []timeline.Actor{timeline.Unknown})
		f.current().Disputes = []timeline.Dispute{{Party: timeline.Unknown, Why: timeline.Fighting}}
	case cur == nil:
		f.begin(e, timeline.Unknown, []timeline.Actor{e.holder})
		f.current().Disputes = []timeline.Dispute{{Party: e.holder, Why: timeline.Fighting}}
	case f.rules.Side(cur.Holder) == f.rules.Side(e.holder):
		f.confirm(e)
	default:
		f.contest(e, e.holder, timeline.Fighting)
	}
}

// contest adds a party to the current holding, as a holding of its own, and why.
func (f *folder) contest(e evidence, party timeline.Actor, why timeline.Cause) {
	cur := f.current()
	disputes := slices.Clone(cur.Disputes)
	if d := (timeline.Dispute{Party: party, Why: why}); !slices.Contains(disputes, d) {
		disputes = append(disputes, d)
	}
	if slices.Contains(cur.Others, party) {
		cur.Disputes = disputes
		f.confirm(e)
		return
	}
	others := append(slices.Clone(cur.Others), party)
	if slices.Equal(cur.Others, []timeline.Actor{timeline.Unknown}) { // now it is known who has the rest
		others, disputes = []timeline.Actor{party}, disputes[len(disputes)-1:]
	}
	slices.Sort(others)
	f.begin(e, cur.Holder, others)
	f.current().Disputes = disputes
}

// succeed makes e's holder the holder by its day, and the days since the one
// before was last confirmed uncertain (rule 3).
func (f *folder) succeed(e evidence) {
	cur := f.current()
	since := max(cur.LastConfirmed+1, cur.From)
	if since < e.day && cur.Holder != timeline.Unknown && !cur.Contested() {
		doubtful := e
		doubtful.day = since
		f.begin(doubtful, cur.Holder, []timeline.Actor{e.holder})
		f.current().Uncertain, f.current().Disputes = true, []timeline.Dispute{{Party: e.holder, Why: timeline.Passing}}
	}
	f.begin(e, e.holder, nil)
}

func (f *folder) confirm(e evidence) {
	cur := f.current()
	if e.day > cur.LastConfirmed {
		f.earlier, cur.LastConfirmed = cur.LastConfirmed, e.day
	}
	cur.Because = append(cur.Because, e.Claim)
	f.speak(e)
}

// speak adds a voice to the last holding: voices are believed together, and
// each once.
func (f *folder) speak(e evidence) {
	cur := f.current()
	before := f.voices[e.voice]
	if f.rules.Side(e.holder) == f.rules.Side(cur.Holder) {
		f.spoke[e.voice] = max(f.spoke[e.voice], e.day)
	}
	if e.weight <= before {
		return
	}
	f.voices[e.voice] = e.weight
	if before < 1 {
		cur.Confidence = 1 - (1-cur.Confidence)/(1-before)*(1-e.weight)
	}
}

// begin ends the current holding on the day of e and begins another. A
// holding that would end on the day it began is replaced: its evidence stays
// with the one that follows.
func (f *folder) begin(e evidence, holder timeline.Actor, others []timeline.Actor) {
	f.start(timeline.Holding{Place: e.Place.ID, Holder: holder, Others: others, Span: timeline.Span{From: e.day},
		Basis: e.basis, LastConfirmed: e.day, Because: []*timeline.Claim{e.Claim}})
	f.doubt, f.voices, f.spoke = doubt{}, map[string]float64{}, map[string]timeline.Day{}
	f.speak(e)
}

// start ends the current holding where h begins, and appends h.
func (f *folder) start(h timeline.Holding) {
	if cur := f.current(); cur != nil {
		if cur.From == h.From {
			h.Because = append(cur.Because, h.Because...) // nothing else holds that list any more
			h.Against = cur.Against
			f.out = f.out[:len(f.out)-1]
		}
		f.close(h.From)
	}
	f.out = append(f.out, h)
}

// close ends the holding that is now last on day d. What was said of it on
// that very day is outside it.
func (f *folder) close(d timeline.Day) {
	cur := f.current()
	if cur == nil {
		return
	}
	cur.To = d
	if cur.LastConfirmed >= d {
		cur.LastConfirmed = f.earlier
	}
}

func (f *folder) current() *timeline.Holding {
	if len(f.out) == 0 {
		return nil
	}
	return &f.out[len(f.out)-1]
}
