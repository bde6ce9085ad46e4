package atlas

import (
	"math"
	"slices"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/fold"
)

// Answer says who held a place, or a bare point, on a day. As JSON, what is
// not known is null.
type Answer struct {
	Place         *timeline.PlaceView `json:"place"` // nil for a bare point
	Day           timeline.Day        `json:"day"`
	Holder        timeline.Actor      `json:"holder"` // timeline.Unknown where nothing is known
	Contested     bool                `json:"contested"`
	Others        []timeline.Actor    `json:"others"`         // never nil
	Disputes      []timeline.Dispute  `json:"disputes"`       // why each of Others contests it; never nil
	ContestedFrom timeline.Day        `json:"contested_from"` // since when by anyone; zero where it is not, or nobody knows
	Since         timeline.Day        `json:"since"`          // zero where not known
	SinceBasis    *timeline.Basis     `json:"since_basis"`    // stated, relative, published, baseline, inferred
	Uncertain     bool                `json:"uncertain"`      // it passed from Holder to Others about then, and nobody says when
	LastConfirmed timeline.Day        `json:"last_confirmed"` // zero where inferred from another place, or uncertain
	AgeDays       *int                `json:"age_days"`       // days from LastConfirmed to Day; nil where there is none
	Inferred      bool                `json:"inferred"`
	InferredFrom  []Neighbour         `json:"inferred_from"` // never nil
	Confidence    float64             `json:"confidence"`    // 0…1; 0 where nothing is known
	Because       []Evidence          `json:"because"`       // newest first; never nil
	Against       []Evidence          `json:"against"`       // what was said otherwise, and was outweighed; never nil
	Before        *Tenure             `json:"before"`
	After         *Tenure             `json:"after"`
}

// Neighbour is a place from which a holder is inferred.
type Neighbour struct {
	Place  string         `json:"place"` // id
	Holder timeline.Actor `json:"holder"`
	Km     float64        `json:"km"`
	Day    timeline.Day   `json:"day"` // on which a claim last said so of it
}

// Tenure is what went before the answer, or came after: a holder and a
// half-open span.
type Tenure struct {
	Holder timeline.Actor `json:"holder"`
	From   timeline.Day   `json:"from"` // zero where not known, as of a holder concluded from whom a place was taken
	To     timeline.Day   `json:"to"`   // zero while it lasts
}

// Who says who held place on day.
//
//  1. What claims say of the place itself decides. Where its holder is only
//     concluded from whom it was taken, that is inferred from the place
//     itself, at 0 km, and since when is not known.
//  2. A place that claims speak of on later days only is unknown on this one; but
//     where the first of them finds it in somebody's hands, and tells of no
//     change, that it was so before is inferred, for fold.StaleDays at most.
//  3. A place of whose holder no claim ever spoke is answered like the ground
//     it stands on; see WhoAt. One that is only known as an area stands on
//     nobody knows which, and is unknown.
//
// Before and After are the place's own in all cases. An error says that the
// ground could not be divided.
func (a *Atlas) Who(place geo.Place, day timeline.Day) (Answer, error) {
	history := a.History(place.ID)
	ans := unknown(day)
	switch h, ok := history.On(day); {
	case ok:
		ans = a.held(h, day)
	case len(history) > 0:
		ans = a.foundIn(history[0], day)
	case place.Precision != geo.Area:
		var err error
		if ans, err = a.WhoAt(place.At, day); err != nil {
			return ans, err
		}
	}
	return ans.of(place, history), nil
}

// foundIn is what the first holding of a place says of a day before it.
func (a *Atlas) foundIn(h timeline.Holding, day timeline.Day) Answer {
	ans, days := unknown(day), int(h.From-day)
	_, basis := a.Since(h)
	if basis != timeline.Baseline || h.Basis == timeline.Baseline || h.Contested() || h.Holder == timeline.Unknown || days > fold.StaleDays {
		return ans
	}
	ans.Inferred, ans.Holder, ans.SinceBasis = true, h.Holder, new(timeline.Inferred)
	ans.InferredFrom = []Neighbour{{Place: h.Place, Holder: h.Holder, Day: h.From}}
	ans.Confidence, ans.Because = thousandth(fold.Aged(h.Confidence, days)), a.Evidence(a.founding(h))
	return ans
}

// of says of which place an answer is, since when it is contested, and what came
// before and after.
func (ans Answer) of(place geo.Place, history timeline.History) Answer {
	view := timeline.PlaceJSON(place)
	before, after := history.Around(ans.Day)
	ans.Place, ans.Before, ans.After = &view, tenure(before), tenure(after)
	ans.ContestedFrom = contestedFrom(history, ans.Day)
	return ans
}

// contestedFrom is the first of the days up to a day on which a place was
// contested without a break, by whomever; zero where it is not contested then,
// or since when is not known.
func contestedFrom(history timeline.History, day timeline.Day) timeline.Day {
	var from timeline.Day
	contested := false
	for _, h := range history {
		if h.Contested() && !contested {
			span, _ := Known(h)
			from = span.From
		}
		if contested = h.Contested(); !contested {
			from = 0
		}
		if h.Contains(day) {
			return from
		}
	}
	return 0
}

func unknown(day timeline.Day) Answer {
	return Answer{Day: day, Holder: timeline.Unknown, Others: []timeline.Actor{}, Disputes: []timeline.Dispute{},
		InferredFrom: []Neighbour{}, Because: []Evidence{}, Against: []Evidence{}}
}

// held is the answer that a holding of the place itself gives.
func (a *Atlas) held(h timeline.Holding, day timeline.Day) Answer {
	since, basis := a.Since(h)
	ans := unknown(day)
	ans.Holder, ans.Contested = h.Holder, h.Contested()
	ans.Others, ans.Disputes = append(ans.Others, h.Others...), append(ans.Disputes, h.Disputes...)
	said := a.SaidBy(h, day)
	ans.Since, ans.SinceBasis, ans.LastConfirmed = since, &basis, a.DayOf(said[0])
	ans.Uncertain, ans.Because, ans.Against = h.Uncertain, a.Evidence(said), a.Evidence(h.Against)
	age := max(0, int(day-ans.LastConfirmed))
	ans.AgeDays, ans.Confidence = &age, thousandth(fold.Aged(h.Confidence, age))
	if h.Uncertain {
		ans.LastConfirmed, ans.AgeDays = 0, nil
	}
	if h.Basis == timeline.Inferred {
		ans.Inferred, ans.LastConfirmed, ans.AgeDays = true, 0, nil
		ans.InferredFrom = []Neighbour{{Place: h.Place, Holder: h.Holder, Day: a.DayOf(h.Because[0])}}
	}
	return ans
}

// SaidBy is the evidence of a holding that speaks of day or of days before it,
// newest first; all of it where there is none, as of a holder that is only
// concluded from whom the place was taken.
func (a *Atlas) SaidBy(h timeline.Holding, day timeline.Day) []*timeline.Claim {
	i := slices.IndexFunc(h.Because, func(c *timeline.Claim) bool { return a.DayOf(c) <= day })
	if i < 0 {
		return h.Because
	}
	return h.Because[i:]
}

// Since is the day from which a holding is known to have been so, and how it
// is known: stated, relative, published, Baseline where on that day nothing is
// said to have changed, or inferred with no day, where it is only concluded
// from whom the place was taken.
func (a *Atlas) Since(h timeline.Holding) (timeline.Day, timeline.Basis) {
	switch {
	case h.Basis == timeline.Inferred:
		return 0, timeline.Inferred
	case h.Basis == timeline.Resumed, h.Uncertain:
		return h.From, timeline.Inferred
	case h.Basis == timeline.Baseline, !slices.ContainsFunc(a.founding(h), func(c *timeline.Claim) bool { return c.Kind.Changes() }):
		return h.From, timeline.Baseline
	case h.Basis == timeline.Stated, h.Basis == timeline.Relative:
		return h.From, h.Basis
	}
	return h.From, timeline.Published
}

// founding is the evidence of the very day on which a holding begins, newest
// first; where that day is concluded, what it is concluded from.
func (a *Atlas) founding(h timeline.Holding) []*timeline.Claim {
	var out []*timeline.Claim
	for _, c := range h.Because {
		if a.DayOf(c) == h.From {
			out = append(out, c)
		}
	}
	if out == nil {
		return h.Because[len(h.Because)-1:]
	}
	return out
}

func tenure(h *timeline.Holding) *Tenure {
	if h == nil {
		return nil
	}
	span, _ := Known(*h)
	return &Tenure{h.Holder, span.From, span.To}
}

// Known is the span of a holding with its beginning only where that is known,
// and the day a claim last confirmed it: neither is, for a holder that is only
// concluded from whom the place was taken; and no claim confirms days through
// which nobody says who held it.
func Known(h timeline.Holding) (timeline.Span, timeline.Day) {
	if h.Basis == timeline.Inferred {
		return timeline.Span{To: h.To}, 0
	}
	if h.Uncertain {
		return h.Span, 0
	}
	return h.Span, h.LastConfirmed
}

// thousandth keeps three decimals.
func thousandth(x float64) float64 { return math.Round(x*1000) / 1000 }
