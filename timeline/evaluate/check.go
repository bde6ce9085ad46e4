package evaluate

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"frontline/geo"
	"frontline/timeline"
)

// check says which field of g, the first, is not as it has to be.
func (g Gold) check() error {
	return cmp.Or(
		checkDay("published", g.Published),
		each("places", g.Places, Place.check),
		each("control", g.Control, Control.check),
		each("not_control", g.NotControl, Trap.check),
		there("advances", g.Advances),
		there("sieges", g.Sieges),
		there("strikes", g.Strikes),
		each("clashes", g.Clashes, Clash.check),
		each("casualties", g.Casualties, Casualties.check),
		each("distances", g.Distances, Distance.check),
	)
}

// each checks a list, and its items; the first that is wrong is named by its
// index from 0.
func each[T any](list string, items []T, check func(T) error) error {
	for i, item := range items {
		if err := check(item); err != nil {
			return fmt.Errorf("%s[%d].%w", list, i, err)
		}
	}
	return there(list, items)
}

// there checks that a list is there; it may be empty.
func there[T any](list string, items []T) error {
	if items == nil {
		return fmt.Errorf("%s: not there: want a list, [] where the text has none", list)
	}
	return nil
}

func (p Place) check() error {
	if p.Surface == "" {
		return errors.New("surface: empty: want the name as written")
	}
	if p.Approx == nil {
		return nil
	}
	if len(p.Approx) != 2 {
		return fmt.Errorf("approx: %v: want [lat, lon] or null", p.Approx)
	}
	if err := geo.CheckLonLat(p.at()); err != nil {
		return fmt.Errorf("approx: [lat, lon]: %w", err)
	}
	return nil
}

func (c Control) check() error {
	if !c.Kind.Controls() {
		return fmt.Errorf("kind: %q: want %s", c.Kind, list(timeline.Kinds, timeline.Kind.Controls))
	}
	if c.Place == "" {
		return errors.New("place: empty: want the name, or the words for what has none")
	}
	if c.Actor == "" {
		return fmt.Errorf("actor: empty: want an actor, or %s", timeline.Unknown)
	}
	if extents := []string{"", timeline.Full, timeline.Partial}; !slices.Contains(extents, c.Extent) {
		return fmt.Errorf("extent: %q: want %s or %s", c.Extent, timeline.Full, timeline.Partial)
	}
	return checkDay("date", c.Date)
}

func (t Trap) check() error {
	trap := func(m timeline.Modality) bool { return m != timeline.Asserted }
	if !trap(t.Why) || !slices.Contains(timeline.Modalities, t.Why) {
		return fmt.Errorf("why: %q: want %s", t.Why, list(timeline.Modalities, trap))
	}
	return nil
}

func (c Clash) check() error {
	if len(c.Actors) == 0 {
		return errors.New("actors: none: want those who fight")
	}
	return nil
}

func (c Casualties) check() error {
	if c.Side == "" {
		return fmt.Errorf("side: empty: want an actor, or %s", timeline.Unknown)
	}
	return nil
}

func (d Distance) check() error {
	if d.Km == nil {
		return errors.New("km: not there: want a number of kilometres")
	}
	if *d.Km < 0 {
		return fmt.Errorf("km: %v: want kilometres, 0 or more", *d.Km)
	}
	return nil
}

// checkDay checks a day that may be left out.
func checkDay(field, value string) error {
	if value == "" {
		return nil
	}
	if _, err := timeline.ParseDay(value); err != nil {
		return fmt.Errorf("%s: %w", field, err)
	}
	return nil
}

// list names those of the values that are allowed.
func list[T ~string](values []T, allowed func(T) bool) string {
	var out []string
	for _, v := range values {
		if allowed(v) {
			out = append(out, string(v))
		}
	}
	return strings.Join(out, ", ")
}
