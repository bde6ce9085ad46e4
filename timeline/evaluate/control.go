package evaluate

import (
	"slices"

	"frontline/timeline"
)

// holding is a place, by its key, in somebody's hands.
type holding struct {
	place string
	actor timeline.Actor
}

// holders judges the pairs of a named place and its holder that controls of
// some kinds make, and returns those that were found.
func (j *judge) holders(f Figure, of func(timeline.Kind) bool) []pair[control, claim] {
	there := distinct(only(j.control, func(c control) bool {
		return of(c.Kind) && c.named() && !c.leftOpen()
	}), func(c control) holding { return holding{c.place, c.Actor} })
	said := distinct(only(j.asserted, func(c claim) bool {
		return of(c.Kind) && c.named() && c.Actor != "" && c.Actor != timeline.Unknown
	}), func(c claim) holding { return holding{c.place, c.Actor} })
	m := match(there, said, sameHolder)
	m.extra = only(m.extra, func(c claim) bool { return !j.denied(c.place) })
	record(j, f, m)
	return m.pairs
}

// sameHolder says whether the first actor of one is among the actors of the
// other, at the same place.
func sameHolder(c control, r claim) bool {
	return r.place == c.place &&
		(r.Actor == c.Actor || slices.Contains(c.CoActors, r.Actor) || slices.Contains(r.CoActors, c.Actor))
}

// denied says whether gold has a denial of something at the place.
func (j *judge) denied(place string) bool {
	return slices.ContainsFunc(j.gold.NotControl, func(t Trap) bool {
		return t.Why == timeline.Denied && key(t.Place) == place
	})
}

// details judges the day, the holder before and the extent of control that was
// found, as far as gold has them.
func (j *judge) details(p pair[control, claim]) {
	is := func(f Figure, right bool, want, got string) {
		j.share(f, right, detail{want, p.gold}, detail{got, p.read})
	}
	if want, got := p.gold.Date, p.read.Date.String(); want != "" {
		is(Dates, got == want, want, got)
	}
	if want, got := p.gold.From, p.read.From; p.gold.Kind.Changes() && want != "" && want != timeline.Unknown {
		is(Froms, got == want || slices.Contains(p.gold.FromCo, got), string(want), string(got))
	}
	if want, got := p.gold.Extent, p.read.Extent; want != "" {
		is(Extents, got == want, want, got)
	}
}

// leftOpen judges what was left to nobody named: the place, and who left it if
// gold says so.
func (j *judge) leftOpen() {
	there := distinct(only(j.control, func(c control) bool { return c.leftOpen() && c.named() }),
		func(c control) string { return c.place })
	m := match(there, j.kinds(timeline.Withdrew, timeline.Lost), func(c control, r claim) bool {
		return r.place == c.place && (c.From == "" || c.From == r.From)
	})
	m.extra = nil // whose holder is said is judged as such
	record(j, LeftOpen, m)
}

// traps judges what was not, or not yet, and might be taken for a change. What
// gold has as control too is no trap.
func (j *judge) traps() {
	held := map[holding]bool{}
	for _, c := range j.control {
		held[holding{c.place, c.Actor}] = true
	}
	for _, t := range j.gold.NotControl {
		place := key(t.Place)
		if place == "" || held[holding{place, t.Actor}] {
			continue
		}
		f := Traps
		if t.Why == timeline.Denied {
			f = Denials
		}
		i := slices.IndexFunc(j.asserted, func(c claim) bool {
			return c.Kind.Changes() && c.place == place && c.Actor == t.Actor
		})
		if i < 0 {
			j.share(f, true, t)
		} else {
			j.share(f, false, t, j.asserted[i])
		}
	}
}

// quiet judges whether a text without a change was left so.
func (j *judge) quiet() {
	if slices.ContainsFunc(j.gold.Control, func(c Control) bool { return c.Kind.Changes() }) {
		return
	}
	text := whole("nothing changes hands")
	i := slices.IndexFunc(j.asserted, func(c claim) bool {
		return c.Kind.Changes() && c.Actor != "" && c.Actor != timeline.Unknown
	})
	if i < 0 {
		j.share(Quiet, true, text)
	} else {
		j.share(Quiet, false, text, j.asserted[i])
	}
}
