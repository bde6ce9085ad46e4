package verify

import (
	"fmt"
	"slices"
	"strings"

	"frontline/geo"
	"frontline/timeline"
)

// Ground is a place with who held it: as it is kept, and as it follows from the
// claims.
type Ground struct {
	ID       string
	Place    *geo.Place       // nil where the place itself is not kept
	Holdings timeline.History // as they are kept, by From; of their claims only the ID is known
	Folded   timeline.History // what the claims that count come to
	Counted  map[string]bool  // ids of those claims; nil where nobody knows
	Foreign  bool             // Holdings cannot be held against Folded: they were made by other rules, or one cannot be read
}

// Prove finds what does not hold of the ground.
func (g *Ground) Prove(found func(Finding)) {
	if g.Place != nil {
		Point(About{Place: g.ID}, g.Place.At, found)
	}
	for i, h := range g.Holdings {
		g.holding(h, i == len(g.Holdings)-1, found)
		if i > 0 {
			g.follows(g.Holdings[i-1], h, found)
		}
	}
	if !g.Foreign {
		g.folds(found)
	}
}

// holding proves a holding by itself.
func (g *Ground) holding(h timeline.Holding, last bool, found func(Finding)) {
	about := About{Place: g.ID, Row: "holding since " + h.From.String()}
	switch {
	case last && h.To.Known():
		found(Finding{Holdings, about, "no end, for it is the last one", h.To.String()})
	case !last && !h.To.Known():
		found(Finding{Holdings, about, "an end, for another one follows", "none"})
	case h.To.Known() && h.To <= h.From:
		found(Finding{Holdings, about, "an end after it begins", h.To.String()})
	}
	if h.To.Known() && h.LastConfirmed >= h.To {
		found(Finding{Holdings, about, "last confirmed before its end, " + h.To.String(), h.LastConfirmed.String()})
	}
	if len(h.Because) == 0 {
		found(Finding{Holdings, about, "claims because of which it is so", "none"})
	}
	for _, c := range slices.Concat(h.Because, h.Against) {
		if g.Counted != nil && !g.Counted[c.ID] {
			found(Finding{Holdings, about, "claims of this place that count as evidence", "claim " + c.ID})
		}
	}
}

// follows proves that a holding begins where the one before it ends.
func (g *Ground) follows(before, h timeline.Holding, found func(Finding)) {
	if !before.To.Known() || before.To == h.From {
		return // an end that is not there is told of the holding itself
	}
	problem := "a hole"
	if h.From < before.To {
		problem = "an overlap"
	}
	found(Finding{Holdings, About{Place: g.ID, Row: "holding since " + h.From.String()},
		"a beginning where the one before ends, on " + before.To.String(), problem})
}

// folds proves that the holdings are what the claims come to, and tells the
// first that is not.
func (g *Ground) folds(found func(Finding)) {
	for i := range max(len(g.Holdings), len(g.Folded)) {
		want, have := inWords(g.Folded, i), inWords(g.Holdings, i)
		if want != have {
			found(Finding{Fold, About{Place: g.ID}, want, have})
			return
		}
	}
}

// inWords is all of a holding of a history in a line; "none" where there is none.
func inWords(history timeline.History, i int) string {
	if i >= len(history) {
		return "none"
	}
	h := history[i]
	out := fmt.Sprintf("[%s, %s) %s", h.From, h.To, h.Holder)
	for _, a := range h.Others {
		out += " +" + string(a)
	}
	if h.Uncertain {
		out += " uncertain"
	}
	out += fmt.Sprintf(" (%s, confirmed %s, confidence %v) because of %s", h.Basis, h.LastConfirmed, h.Confidence, ids(h.Because))
	if len(h.Against) > 0 {
		out += " against " + ids(h.Against)
	}
	return out
}

func ids(claims []*timeline.Claim) string {
	out := make([]string, len(claims))
	for i, c := range claims {
		out[i] = c.ID
	}
	return strings.Join(out, ", ")
}
