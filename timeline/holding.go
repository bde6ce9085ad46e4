package timeline

import "github.com/paulmach/orb"

// Holding is who held a place through a span of days, and because of which
// claims. The holdings of a place follow each other without a gap, the last one
// open; before the first nothing is known.
type Holding struct {
	Place  string // gazetteer id
	Holder Actor  // Unknown: left, and nobody is known to have come
	Others []Actor
	Span
	LastConfirmed Day     // the last day on which a claim said so, before To
	Confidence    float64 // 0…1, on LastConfirmed
	// Uncertain says that the place passed from Holder to Others at some time
	// in the span, and nobody says when.
	Uncertain bool
	Disputes  []Dispute // why each of Others contests it, in the order in which they came to; nil where it has none
	Basis     Basis     // how From is known; Inferred: it held it before it lost it
	Because   []*Claim  // newest first; never empty
	Against   []*Claim  // what was said otherwise, and was outweighed; newest first
}

// Contested says whether more than one actor is in the place, or may be.
func (h Holding) Contested() bool { return len(h.Others) > 0 }

// Dispute is why a party contests a place.
type Dispute struct {
	Party Actor `json:"party"` // one of the Others
	Why   Cause `json:"why"`
}

// Cause is a kind of dispute.
type Cause string

// The causes. Fighting: part of the place is said to be taken or left. OwnWord:
// the party says so of itself, or a source on its side does, and nobody else yet.
// SourcesDisagree: one source gives the place to the party, another to another.
// Passing: it passed to the party about then, and nobody says when.
const (
	Fighting        Cause = "fighting"
	OwnWord         Cause = "own_word"
	SourcesDisagree Cause = "sources_disagree"
	Passing         Cause = "passing"
)

// Presence is that an actor held the ground at a point (lon, lat) through a
// span of days.
type Presence struct {
	At     orb.Point
	Holder Actor
	Span
}
