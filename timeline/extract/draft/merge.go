package draft

import (
	"slices"
	"strconv"
	"strings"

	"frontline/timeline"
)

// Key folds the surface of a place so that its spellings meet.
type Key func(surface string) string

// Merged drops what is said twice: headline and body, or a fact repeated. The
// body counts over the headline, a stated day over a presumed one. headEnd is
// the byte at which the headline ends.
func Merged(claims []timeline.Claim, headEnd int, key Key) []timeline.Claim {
	var out []timeline.Claim
	at := map[string]int{}
	key = remembered(key)
	for _, c := range claims {
		k := mergeKey(&c, key)
		if k == "" {
			out = append(out, c)
			continue
		}
		i, seen := at[k]
		if seen && twice(out[i], c) {
			k += c.Date.String()
			i, seen = at[k]
		}
		if seen {
			out[i] = better(out[i], c, headEnd)
			continue
		}
		at[k] = len(out)
		out = append(out, c)
	}
	out = withoutTotals(out, headEnd)
	all := slices.Clone(out)
	return slices.DeleteFunc(out, func(c timeline.Claim) bool {
		return replaced(c, all, key) || weaker(c, all, key) || before(c, all, key)
	})
}

// twice says whether two claims of one thing are two events: each has a day of
// its own.
func twice(a, b timeline.Claim) bool {
	return a.Date != b.Date && sureness(a.DateBasis) > 1 && sureness(b.DateBasis) > 1 && a.Kind.Changes()
}

// remembered is key with what it gave kept: a text names its places often.
func remembered(key Key) Key {
	seen := map[string]string{}
	return func(surface string) string {
		k, ok := seen[surface]
		if !ok {
			k = key(surface)
			seen[surface] = k
		}
		return k
	}
}

// withoutTotals drops a headline's count over several sides where the text
// below counts each: nobody dies twice.
func withoutTotals(claims []timeline.Claim, headEnd int) []timeline.Claim {
	killed := 0
	for _, c := range claims {
		if c.Kind == timeline.Casualties && c.Start >= headEnd && c.KilledMin != nil {
			killed += *c.KilledMin
		}
	}
	return slices.DeleteFunc(claims, func(c timeline.Claim) bool {
		return c.Kind == timeline.Casualties && c.Actor == timeline.Unknown && c.Start < headEnd && c.KilledMin != nil && *c.KilledMin <= killed
	})
}

// replaced says whether a leave is told again by who came: one event. The
// leaver's own coming, or what was on an earlier day, is another.
func replaced(leave timeline.Claim, all []timeline.Claim, key Key) bool {
	if leave.Kind != timeline.Lost && leave.Kind != timeline.Withdrew || leave.Place == nil || leave.Actor != timeline.Unknown {
		return false
	}
	return slices.ContainsFunc(all, func(c timeline.Claim) bool {
		return c.Kind.Changes() && c.Actor != timeline.Unknown && c.Actor != leave.From && c.Modality == timeline.Asserted && c.Place != nil &&
			key(c.Place.Surface) == key(leave.Place.Surface) && !(twice(c, leave) && c.Date < leave.Date)
	})
}

// weaker says whether a claim that somebody holds a place only repeats that
// they took it.
func weaker(holds timeline.Claim, all []timeline.Claim, key Key) bool {
	if holds.Kind != timeline.Holds || holds.Place == nil || !holds.Place.Named {
		return false
	}
	return slices.ContainsFunc(all, func(c timeline.Claim) bool {
		return c.Kind.Changes() && c.Actor == holds.Actor && c.Modality == holds.Modality && c.Place != nil && key(c.Place.Surface) == key(holds.Place.Surface)
	})
}

// before says whether a claim that somebody holds a place only tells who held
// it until somebody took it from them.
func before(holds timeline.Claim, all []timeline.Claim, key Key) bool {
	if holds.Kind != timeline.Holds || holds.Place == nil || !holds.Place.Named || holds.Modality != timeline.Asserted {
		return false
	}
	return slices.ContainsFunc(all, func(c timeline.Claim) bool {
		return c.Kind.Changes() && c.Modality == timeline.Asserted && c.From == holds.Actor && c.Extent == timeline.Full && c.Place != nil &&
			key(c.Place.Surface) == key(holds.Place.Surface)
	})
}

func mergeKey(c *timeline.Claim, key Key) string {
	kind := string(c.Kind)
	if c.Kind.Changes() {
		kind = "change"
	}
	switch c.Kind {
	case timeline.Landed: // one operation, told from several sides
		return kind + string(c.Modality) + string(c.Actor)
	case timeline.Casualties:
		return kind + string(c.Actor) + digits(c.KilledMin) + "/" + digits(c.WoundedMin)
	case timeline.Distance:
		return ""
	}
	if c.Place == nil {
		return ""
	}
	return strings.Join([]string{kind, string(c.Modality), string(c.Actor), key(c.Place.Surface)}, "|")
}

func digits(p *int) string {
	if p == nil {
		return "-"
	}
	return strconv.Itoa(*p)
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
