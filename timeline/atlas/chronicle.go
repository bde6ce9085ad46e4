package atlas

import (
	"frontline/geo"
	"frontline/timeline"
)

// Chronicle is what is known of a place over time.
type Chronicle struct {
	Place        timeline.PlaceView `json:"place"`
	From         timeline.Day       `json:"from"` // of the days asked about; zero where they are open
	To           timeline.Day       `json:"to"`
	ChangedHands int                `json:"changed_hands"` // on those days: how often an actor came to hold it that did not before
	Holdings     []HoldingView      `json:"holdings"`      // in order, whole; never nil
	Stays        *Stays             `json:"stays"`         // of the actor asked about; nil where none is
}

// HoldingView is a holding as answers show it.
type HoldingView struct {
	Holder        timeline.Actor     `json:"holder"`
	Contested     bool               `json:"contested"`
	Others        []timeline.Actor   `json:"others"`    // never nil
	Disputes      []timeline.Dispute `json:"disputes"`  // why each of Others contests it; never nil
	From          timeline.Day       `json:"from"`      // zero where not known
	To            timeline.Day       `json:"to"`        // zero while it lasts
	Uncertain     bool               `json:"uncertain"` // between From and To it passed from Holder to Others, and nobody says when
	SinceBasis    timeline.Basis     `json:"since_basis"`
	LastConfirmed timeline.Day       `json:"last_confirmed"` // zero where no claim did
	Confidence    float64            `json:"confidence"`     // on LastConfirmed
	Because       []Evidence         `json:"because"`        // newest first; never nil
	Against       []Evidence         `json:"against"`        // what was said otherwise, and was outweighed; never nil
}

// Stays are the days on which an actor was in a place.
type Stays struct {
	Actor         timeline.Actor `json:"actor"`
	Days          int            `json:"days"`           // on which it held the place, and nobody else was in it
	ContestedDays int            `json:"contested_days"` // on which it was one of several in it
	UncertainDays int            `json:"uncertain_days"` // on which it may have held it, and nobody says
	Spans         []Stay         `json:"spans"`          // in order; never nil
}

// Stay is a span of days through which an actor was in a place in one way.
type Stay struct {
	How  Standing     `json:"how"`
	From timeline.Day `json:"from"` // zero where not known
	To   timeline.Day `json:"to"`   // zero while it lasts
	// Days counts the days of the span; of one that lasts, those up to the day on
	// which it was last confirmed. It is nil where it is not known since when.
	Days *int `json:"days"`
}

// Standing is how an actor is in a place.
type Standing string

// The standings: alone, as one of several, or perhaps, where the place passed to
// or from another and nobody says when.
const (
	HoldsIt   Standing = "holds"
	ContestIt Standing = "contests"
	MayHoldIt Standing = "may_hold"
)

// Chronicle is what is known of a place on the days of span, the zero Span for
// all days. Where an actor is named it is told when that actor was in it, and of
// no other holdings.
func (a *Atlas) Chronicle(place geo.Place, span timeline.Span, actor timeline.Actor) Chronicle {
	f := Filter{Place: place.ID, Span: span}
	c := Chronicle{Place: timeline.PlaceJSON(place), From: span.From, To: span.To, Holdings: []HoldingView{}}
	for _, change := range a.Changes(f).Changes {
		if change.ChangesHands() {
			c.ChangedHands++
		}
	}
	if actor != "" {
		f.Actors = []timeline.Actor{actor}
	}
	var holdings timeline.History
	for _, h := range a.Holdings(f) {
		holdings = append(holdings, *h)
		c.Holdings = append(c.Holdings, a.viewed(*h))
	}
	if actor != "" {
		c.Stays = staysOf(actor, holdings, span)
	}
	return c
}

func (a *Atlas) viewed(h timeline.Holding) HoldingView {
	_, basis := a.Since(h)
	span, confirmed := Known(h)
	return HoldingView{Holder: h.Holder, Contested: h.Contested(), Others: append([]timeline.Actor{}, h.Others...),
		Disputes: append([]timeline.Dispute{}, h.Disputes...), From: span.From, To: span.To, Uncertain: h.Uncertain, SinceBasis: basis,
		LastConfirmed: confirmed, Confidence: h.Confidence, Because: a.Evidence(h.Because), Against: a.Evidence(h.Against)}
}

// staysOf are the days of span on which an actor was in a place, from the
// holdings in which it was. Those that touch and are alike are one.
func staysOf(actor timeline.Actor, holdings []timeline.Holding, span timeline.Span) *Stays {
	out := &Stays{Actor: actor, Spans: []Stay{}}
	total := map[Standing]int{}
	for _, h := range holdings {
		s := stayOf(h, span)
		if s.Days != nil {
			total[s.How] += *s.Days
		}
		if n := len(out.Spans); n > 0 && s.continues(out.Spans[n-1]) {
			last := &out.Spans[n-1]
			last.To = s.To
			*last.Days += *s.Days
			continue
		}
		out.Spans = append(out.Spans, s)
	}
	out.Days, out.ContestedDays, out.UncertainDays = total[HoldsIt], total[ContestIt], total[MayHoldIt]
	return out
}

func (s Stay) continues(last Stay) bool {
	return s.How == last.How && s.From == last.To && s.Days != nil && last.Days != nil
}

// stayOf is a holding as a stay of who is in it, cut to the days of span.
func stayOf(h timeline.Holding, span timeline.Span) Stay {
	s := Stay{How: HoldsIt, To: h.To}
	if span.To.Known() && (!s.To.Known() || span.To < s.To) {
		s.To = span.To
	}
	switch {
	case h.Uncertain:
		s.How = MayHoldIt
	case h.Contested():
		s.How = ContestIt
	}
	if h.Basis == timeline.Inferred {
		return s
	}
	s.From = max(h.From, span.From)
	end := s.To
	if !end.Known() {
		end = max(h.LastConfirmed+1, s.From)
	}
	days := int(end - s.From)
	s.Days = &days
	return s
}
