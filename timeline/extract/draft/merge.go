package draft

import (
	"frontline/timeline"
)

// Key folds the surface of a place so that its spellings meet.
type Key func(surface string) string

// MergedInPlace drops what is said twice: headline and body, or a fact
// repeated. The body counts over the headline, a stated day over a presumed one.
// headEnd is the byte at which the headline ends. What is left stands in the
// memory of the claims.
func MergedInPlace(claims []timeline.Claim, headEnd int, key Key) []timeline.Claim {
	out := claims[:0]
	at := make(map[fact]int, len(claims))
	for k := range claims {
		c := &claims[k]
		f, ok := factOf(c, key)
		if !ok {
			out = append(out, *c)
			continue
		}
		i, seen := at[f]
		if seen && twice(&out[i], c) {
			f.day = c.Date
			i, seen = at[f]
		}
		if seen {
			out[i] = better(out[i], *c, headEnd)
			continue
		}
		at[f] = len(out)
		out = append(out, *c)
	}
	return withoutEchoes(withoutTotals(out, headEnd), headEnd, key)
}

// twice says whether two claims of one thing are two events: each has a day of
// its own.
func twice(a, b *timeline.Claim) bool {
	return a.Date != b.Date && sureness(a.DateBasis) > 1 && sureness(b.DateBasis) > 1 && a.Kind.Changes()
}

// fact is what two claims have in common that tell of one thing.
type fact struct {
	kind            timeline.Kind // "change" for whatever changes hands
	modality        timeline.Modality
	actor           timeline.Actor
	place           string // folded
	killed, wounded int    // uncounted where nobody says
	day             timeline.Day
}

const uncounted = -1

// factOf is the fact a claim tells; false where no other can tell the same.
func factOf(c *timeline.Claim, key Key) (fact, bool) {
	f := fact{kind: c.Kind, modality: c.Modality, actor: c.Actor}
	switch {
	case c.Kind == timeline.Landed: // one operation, told from several sides
		return f, true
	case c.Kind == timeline.Casualties:
		f.modality, f.killed, f.wounded = "", number(c.KilledMin), number(c.WoundedMin)
		return f, true
	case c.Kind == timeline.Distance, c.Place == nil:
		return f, false
	case c.Kind.Changes():
		f.kind = "change"
	}
	f.place = key(c.Place.Surface)
	return f, true
}

func number(p *int) int {
	if p == nil {
		return uncounted
	}
	return *p
}

// fuller is the telling of an operation that names more who took part, with
// the surer day of both.
func fuller(a, b timeline.Claim, fromHead bool) timeline.Claim {
	if fromHead && len(b.CoActors) >= len(a.CoActors) || len(b.CoActors) > len(a.CoActors) {
		a, b = b, a
	}
	if sureness(b.DateBasis) > sureness(a.DateBasis) {
		a.Date, a.DateBasis = b.Date, b.DateBasis
	}
	return a
}

// sureness ranks how a day is known.
func sureness(b timeline.Basis) int {
	switch b {
	case timeline.Stated:
		return 3
	case timeline.Relative:
		return 2
	case timeline.Published:
		return 1
	}
	return 0
}

func better(a, b timeline.Claim, headEnd int) timeline.Claim {
	fromHead := a.Start < headEnd && b.Start >= headEnd
	if a.Kind == timeline.Landed {
		return fuller(a, b, fromHead)
	}
	if a.Extent == timeline.Partial && b.Extent == timeline.Full && !fromHead {
		a.Extent = timeline.Full // "entered, and took it"
	}
	if a.Kind == timeline.HandedOver && b.Kind == timeline.Captured {
		b.Kind = a.Kind // "entered it, after Y had handed it over"
	} else if b.Kind == timeline.HandedOver && a.Kind == timeline.Captured {
		a.Kind = b.Kind
	}
	moreDay := sureness(b.DateBasis) > sureness(a.DateBasis) || a.DistanceKm == 0 && b.DistanceKm != 0
	if !fromHead && !moreDay {
		return filled(a, b)
	}
	if b.Kind == timeline.Captured && a.Kind == timeline.Recaptured {
		b.Kind = a.Kind
	}
	return filled(b, a)
}

// filled is a with what only b says.
func filled(a, b timeline.Claim) timeline.Claim {
	if a.From == "" {
		a.From = b.From
	}
	if len(a.CoActors) == 0 {
		a.CoActors = b.CoActors
	}
	return a
}
