package draft

import (
	"slices"

	"frontline/timeline"
)

// withoutTotals drops a headline's count over several sides where the text
// below counts each: nobody dies twice.
func withoutTotals(claims []timeline.Claim, headEnd int) []timeline.Claim {
	total := func(c *timeline.Claim) bool {
		return c.Kind == timeline.Casualties && c.Actor == timeline.Unknown && c.Start < headEnd && c.KilledMin != nil
	}
	killed, totals := 0, false
	for i := range claims {
		c := &claims[i]
		if c.Kind == timeline.Casualties && c.Start >= headEnd && c.KilledMin != nil {
			killed += *c.KilledMin
		}
		totals = totals || total(c)
	}
	if !totals {
		return claims
	}
	return slices.DeleteFunc(claims, func(c timeline.Claim) bool { return total(&c) && *c.KilledMin <= killed })
}

// withoutEchoes drops what only repeats, from its other side or its outcome,
// what another claim tells.
func withoutEchoes(claims []timeline.Claim, headEnd int, key Key) []timeline.Claim {
	e := echoes{claims: claims, headEnd: headEnd, key: key, places: make([]string, len(claims))}
	var echo []int // in order
	for i := range claims {
		if e.replaced(i) || e.outrun(i) || e.weaker(i) || e.before(i) || e.corrected(i) {
			echo = append(echo, i)
		}
	}
	if len(echo) == 0 {
		return claims
	}
	kept := claims[:echo[0]]
	for i := echo[0]; i < len(claims); i++ {
		if len(echo) > 0 && i == echo[0] {
			echo = echo[1:]
			continue
		}
		kept = append(kept, claims[i])
	}
	return kept
}

type echoes struct {
	claims  []timeline.Claim
	headEnd int
	key     Key
	places  []string // folded, of each claim; "" as long as it was not asked for
}

// samePlace says whether two claims, which have a place, have the same.
func (e *echoes) samePlace(i, k int) bool { return e.place(i) == e.place(k) }

func (e *echoes) place(i int) string {
	if e.places[i] == "" {
		e.places[i] = e.key(e.claims[i].Place.Surface)
	}
	return e.places[i]
}

// corrected says whether the headline gives a change of the day to somebody
// else than the text below does, which is more precise.
func (e *echoes) corrected(i int) bool {
	head := &e.claims[i]
	if !head.Kind.Changes() || head.Place == nil || head.Start >= e.headEnd || head.Modality != timeline.Asserted || head.Actor == timeline.Unknown {
		return false
	}
	return e.change(i, func(c *timeline.Claim) bool {
		return c.Start >= e.headEnd && c.Modality == timeline.Asserted && c.Actor != head.Actor && c.Actor != timeline.Unknown && c.Date == head.Date && c.From == head.From
	})
}

// change says whether another claim of the place of claim i, one that it
// changed hands, is what is looked for.
func (e *echoes) change(i int, is func(c *timeline.Claim) bool) bool {
	for k := range e.claims {
		if c := &e.claims[k]; c.Kind.Changes() && c.Place != nil && is(c) && e.samePlace(i, k) {
			return true
		}
	}
	return false
}

// replaced says whether a leave is told again by who came: one event. The
// leaver's own coming, or what was on an earlier day, is another.
func (e *echoes) replaced(i int) bool {
	leave := &e.claims[i]
	if leave.Kind != timeline.Lost && leave.Kind != timeline.Withdrew || leave.Place == nil || leave.Actor != timeline.Unknown {
		return false
	}
	return e.change(i, func(c *timeline.Claim) bool {
		return c.Actor != timeline.Unknown && c.Actor != leave.From && c.Modality == timeline.Asserted && !(twice(c, leave) && c.Date < leave.Date)
	})
}

// nextClause is how many bytes behind a clause the next one begins at most.
const nextClause = 8

// outrun says whether an advance is told, in the clause behind it, to have ended
// in the taking of the place itself: "advanced to it, and took it".
func (e *echoes) outrun(i int) bool {
	a := &e.claims[i]
	if a.Rule != "advance" || a.Place == nil || a.Modality != timeline.Asserted || a.DistanceKm != 0 {
		return false
	}
	return e.change(i, func(c *timeline.Claim) bool {
		return c.Actor == a.Actor && c.Modality == timeline.Asserted && c.Extent == timeline.Full && c.Start >= a.Start && c.Start <= a.End+nextClause
	})
}

// weaker says whether a claim that somebody holds a place only repeats that
// they took it.
func (e *echoes) weaker(i int) bool {
	holds := &e.claims[i]
	if holds.Kind != timeline.Holds || holds.Place == nil || !holds.Place.Named {
		return false
	}
	return e.change(i, func(c *timeline.Claim) bool { return c.Actor == holds.Actor && c.Modality == holds.Modality })
}

// before says whether a claim that somebody holds a place only tells who held
// it until somebody took it from them.
func (e *echoes) before(i int) bool {
	holds := &e.claims[i]
	if holds.Kind != timeline.Holds || holds.Place == nil || !holds.Place.Named || holds.Modality != timeline.Asserted {
		return false
	}
	return e.change(i, func(c *timeline.Claim) bool {
		return c.Modality == timeline.Asserted && c.From == holds.Actor && c.Extent == timeline.Full
	})
}
