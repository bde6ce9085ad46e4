package atlas

import (
	"cmp"
	"slices"

	"frontline/geo"
	"frontline/timeline"
)

// Named is a place that claims speak of, and how many do.
type Named struct {
	geo.Place
	Claims int // of those that count
}

// Places are the places that claims which count speak of and that pass, by id. The
// filter's span is not looked at: a place has no days. Where it narrows what is
// claimed, a place passes of which a claim speaks that meets all of it; never nil.
func (a *Atlas) Places(f Filter) []Named {
	f.Span = timeline.Span{}
	out := []Named{}
	for id, claims := range a.named() {
		place := a.places[id]
		if f.PassesPlace(place) && slices.ContainsFunc(claims, func(c *timeline.Claim) bool { return a.passes(f, c) }) {
			out = append(out, Named{place, len(claims)})
		}
	}
	slices.SortFunc(out, func(x, y Named) int { return cmp.Compare(x.ID, y.ID) })
	return out
}

// namedBy are the claims that count, by the place of the gazetteer that they are put
// at.
func (a *Atlas) namedBy() map[string][]*timeline.Claim {
	out := map[string][]*timeline.Claim{}
	for _, c := range a.claims() {
		if c.Place.Listed() {
			out[c.Place.ID] = append(out[c.Place.ID], c)
		}
	}
	return out
}
