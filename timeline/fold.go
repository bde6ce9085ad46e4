package timeline

import (
	"cmp"
	"slices"
)

// lookBackDays is how far a report that names the previous holder vouches for
// the time before: "taken from X on day D" makes X the holder on the days
// before D, but not for ever.
const lookBackDays = 365

// concluded is how much less a holder is believed who is only named as the one
// from whom a place was taken.
const concluded = 0.8

// EffectiveDay is the day a claim speaks of: its own, or for want of one the
// day its report was published. Zero where neither is known.
func EffectiveDay(c Claim, published func(report string) Day) Day {
	if c.Date != 0 {
		return c.Date
	}
	return published(c.Report)
}

// Fold turns what was claimed of one place into what is known of it. It is a
// pure function of its input and does not depend on the order of claims; it
// does not change them. No claims, or none that asserts control, give an empty
// history.
//
// The rules, in the order in which they apply:
//
//  1. Only asserted claims of control count; a claim without a day of its own
//     counts on the day its report was published, and without that not at all.
//  2. Days go forward. On one day what was so (holds) comes before who left,
//     that before who came, and an earlier publication before a later one.
//  3. A change of hands makes its actor the holder from that day. Said again
//     of the same holder, it only confirms.
//  4. Part of a place taken, or held beside its holder, makes it contested
//     until one party is said to have all of it.
//  5. "Holds" makes a holder where none was known; it confirms the holder, and
//     contests another; said again by a second report, it makes the holder.
//  6. Lost, or left, by its holder, with no new one named: unknown from that
//     day.
//  7. A change that names the previous holder makes that one the holder of the
//     days before, where nothing else is known, for at most a year.
func Fold(claims []Claim, published func(report string) Day) History {
	f := folder{}
	for _, e := range sortedEvidence(claims, published) {
		f.take(e)
	}
	for i := range f.out {
		slices.Reverse(f.out[i].Because)
	}
	return f.out
}

type evidence struct {
	Claim
	day, published Day
	basis          Basis
}

func sortedEvidence(claims []Claim, published func(string) Day) []evidence {
	var out []evidence
	for _, c := range claims {
		if _, ok := c.Holder(); !ok || !c.Place.Listed() {
			continue
		}
		e := evidence{c, EffectiveDay(c, published), published(c.Report), c.DateBasis}
		if e.day == 0 {
			continue
		}
		if c.Date == 0 {
			e.basis = Published
		}
		out = append(out, e)
	}
	slices.SortFunc(out, func(a, b evidence) int {
		return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(rank(a.Kind), rank(b.Kind)),
			cmp.Compare(a.published, b.published), cmp.Compare(a.Report, b.Report),
			cmp.Compare(a.Start, b.Start), cmp.Compare(a.ID, b.ID))
	})
	return out
}

func rank(k Kind) int {
	switch k {
	case Holds:
		return 0
	case Lost, Withdrew:
		return 1
	}
	return 2
}

// folder builds the history from evidence in order; the last holding is open.
type folder struct {
	out     History
	earlier Day // what LastConfirmed of the last holding was before its last change
}

func (f *folder) take(e evidence) {
	holder, _ := e.Holder()
	cur := f.current()
	switch {
	case cur == nil:
		f.first(e, holder)
	case holder == Unknown:
		f.left(e)
	case e.Extent == Partial:
		f.partial(e, holder)
	case cur.Holder == holder && (!cur.Contested() || e.Kind == Holds):
		f.confirm(e)
	case e.Kind == Holds && cur.Holder != Unknown:
		f.contest(e, holder)
	default:
		f.begin(e, holder, nil)
	}
}

// first takes the earliest evidence of a place.
func (f *folder) first(e evidence, holder Actor) {
	before := e.From
	if e.Kind.Changes() && before != "" && before != Unknown && before != holder {
		f.begin(e, before, nil)
		h := f.current()
		h.Span, h.Basis, h.LastConfirmed = Span{From: e.day - lookBackDays}, Inferred, e.day-1
		h.Confidence *= concluded
	}
	switch {
	case e.Extent == Partial && holder != Unknown:
		f.partial(e, holder)
	default:
		f.begin(e, holder, nil)
	}
}

// left takes the leave of a party: of the holder, or of who knows whom. One
// that does not hold the place leaves it as it is.
func (f *folder) left(e evidence) {
	cur := f.current()
	if e.Extent == Partial && cur.Holder != Unknown && e.From == cur.Holder {
		f.contest(e, Unknown) // part of it, and nobody knows to whom
		return
	}
	if cur.Holder == Unknown && !cur.Contested() || e.From != "" && e.From != cur.Holder {
		f.confirm(e)
		return
	}
	f.begin(e, Unknown, nil)
}

// partial adds a party that has part of the place.
func (f *folder) partial(e evidence, party Actor) {
	cur := f.current()
	switch {
	case cur == nil:
		f.begin(e, Unknown, []Actor{party})
	case cur.Holder == party:
		f.confirm(e)
	default:
		f.contest(e, party)
	}
}

// contest adds a party to the current holding, as a holding of its own.
func (f *folder) contest(e evidence, party Actor) {
	cur := f.current()
	if slices.Contains(cur.Others, party) {
		if e.Kind == Holds && e.Extent != Partial && saidBefore(cur.Because, party, e.Report) {
			f.begin(e, party, nil)
		} else {
			f.confirm(e)
		}
		return
	}
	others := append(slices.Clone(cur.Others), party)
	slices.Sort(others)
	f.begin(e, cur.Holder, others)
}

// saidBefore says whether another report has put the party in the place.
func saidBefore(claims []Claim, party Actor, report string) bool {
	return slices.ContainsFunc(claims, func(c Claim) bool { return c.Actor == party && c.Report != report })
}

func (f *folder) confirm(e evidence) {
	cur := f.current()
	if e.day > cur.LastConfirmed {
		f.earlier, cur.LastConfirmed = cur.LastConfirmed, e.day
	}
	cur.Because = append(cur.Because, e.Claim)
	cur.Confidence = max(cur.Confidence, weight(e))
}

// begin ends the current holding on the day of e and begins another. A
// holding that would end on the day it began is replaced: its evidence stays
// with the one that follows.
func (f *folder) begin(e evidence, holder Actor, others []Actor) {
	h := Holding{Place: e.Place.ID, Holder: holder, Others: others, Span: Span{From: e.day},
		Basis: e.basis, LastConfirmed: e.day, Confidence: weight(e), Because: []Claim{e.Claim}}
	if cur := f.current(); cur != nil {
		if cur.From == e.day {
			h.Because = append(slices.Clip(cur.Because), e.Claim)
			f.out = f.out[:len(f.out)-1]
			f.close(e.day)
		} else {
			f.close(e.day)
		}
	}
	f.out = append(f.out, h)
}

// close ends the holding that is now last on day d. What was said of it on
// that very day is outside it.
func (f *folder) close(d Day) {
	cur := f.current()
	if cur == nil {
		return
	}
	cur.To = d
	if cur.LastConfirmed == d {
		cur.LastConfirmed = f.earlier
	}
}

func (f *folder) current() *Holding {
	if len(f.out) == 0 {
		return nil
	}
	return &f.out[len(f.out)-1]
}

// weight is how far a claim can be believed: how surely it was read, times how
// surely its place is the one meant.
func weight(e evidence) float64 { return e.Confidence * e.Place.Score }
