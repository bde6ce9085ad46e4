package evaluate

import (
	"fmt"
	"strings"

	"frontline/timeline"
)

// item is what is judged, of gold or of a reading, in words on one line.
type item = fmt.Stringer

// traits are what an item has in common with others: rows of the table by
// phenomenon. Most items have none.
func traits(i item) []string {
	if t, has := i.(interface{ traits() []string }); has {
		return t.traits()
	}
	return nil
}

// words are an item for the eyes.
func words(what any, actor timeline.Actor, place, quote string) string {
	return strings.Join(strings.Fields(fmt.Sprintf("%v %s @ %s | %s", what, actor, place, quote)), " ")
}

// claim is a claim that was read, with the key of its place, "" where it has
// none.
type claim struct {
	timeline.Claim
	place string
}

func newClaim(c timeline.Claim) claim {
	if c.Place == nil {
		return claim{Claim: c}
	}
	return claim{c, key(c.Place.Surface)}
}

// named says whether the claim is one of a place with a name.
func (c claim) named() bool { return c.place != "" && c.Place.Named }

func (c claim) String() string {
	surface := ""
	if c.Place != nil {
		surface = c.Place.Surface
	}
	return words(c.Kind, c.Actor, surface, c.Quote)
}

func (c claim) traits() []string { return []string{kindTrait(c.Kind)} }

// control is control in gold, with the key of its place and its traits.
type control struct {
	Control
	place string
	tags  []string
}

func (c control) String() string   { return words(c.Kind, c.Actor, c.Place, c.Quote) }
func (c control) traits() []string { return c.tags }

// controls are the controls of gold with their traits: of what kind, how many
// names share the quote, whether the day is that of the text, and the extent.
func controls(g Gold) []control {
	sharing := map[string]int{}
	for _, c := range g.Control {
		if c.named() {
			sharing[c.Quote]++
		}
	}
	out := make([]control, len(g.Control))
	for i, c := range g.Control {
		tags := []string{kindTrait(c.Kind), listTrait(sharing[c.Quote]), dayTrait(c.Date, g.Published), c.Extent}
		out[i] = control{c, key(c.Place), tags}
	}
	return out
}

// detail is something that is said of an item; "" is nothing.
type detail struct {
	value string
	item
}

func (d detail) String() string {
	if d.value == "" {
		return "none: " + d.item.String()
	}
	return d.value + ": " + d.item.String()
}

func (d detail) traits() []string { return traits(d.item) }

func (t Trap) String() string   { return words(t.Why, t.Actor, t.Place, t.Quote) }
func (t Trap) traits() []string { return []string{string(t.Why)} }

func (a Act) String() string   { return words("by", a.Actor, a.Place, a.Quote) }
func (c Clash) String() string { return words(c.Actors, "", c.Place, c.Quote) }

func (c Casualties) String() string {
	return words(fmt.Sprintf("%s killed, %s wounded of", number(c.KilledMin), number(c.WoundedMin)), c.Side, "", c.Quote)
}

// toll is a claim of casualties for the eyes.
type toll struct{ claim }

func (t toll) String() string {
	return Casualties{t.Actor, t.KilledMin, t.WoundedMin, t.Quote}.String()
}

func number(n *int) string {
	if n == nil {
		return "some"
	}
	return fmt.Sprint(*n)
}

func (p Place) String() string   { return p.Surface }
func (m mention) String() string { return m.Surface }

// mention is a name that was read.
type mention struct{ timeline.Mention }

// km is a number of kilometres.
type km float64

func (k km) String() string { return fmt.Sprintf("%g km", float64(k)) }

// whole is a text as one item.
type whole string

func (w whole) String() string { return string(w) }
