package timeline

// Holding is who held a place through a span of days, and because of which
// claims. The holdings of a place are disjoint and in order; days between them
// are unknown.
type Holding struct {
	Place  string // gazetteer id
	Holder Actor  // Unknown: left, and nobody is known to have come
	Others []Actor
	Span
	Basis         Basis   // how From is known; Inferred: it held it before it lost it
	LastConfirmed Day     // the last day on which a claim said so, before To
	Confidence    float64 // 0…1
	Because       []Claim // newest first; never empty
}

// Contested says whether more than one actor is in the place.
func (h Holding) Contested() bool { return len(h.Others) > 0 }
