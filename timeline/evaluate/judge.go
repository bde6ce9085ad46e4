package evaluate

import (
	"slices"

	"frontline/timeline"
)

// Text is a text with its gold and what was read in it.
type Text struct {
	Gold    Gold
	Reading *timeline.Reading // nil where it could not be read; that counts as read empty
}

// judge judges one text.
type judge struct {
	gold     Gold
	control  []control // all of gold's
	reading  timeline.Reading
	asserted []claim
	out      []Judgement
}

// judgements says of everything in gold whether it was read, and of everything
// read whether it is there.
func (t Text) judgements() []Judgement {
	j := judge{gold: t.Gold, control: controls(t.Gold)}
	if t.Reading != nil {
		j.reading = *t.Reading
	}
	for _, c := range j.reading.Claims {
		if c.Modality == timeline.Asserted {
			j.asserted = append(j.asserted, newClaim(c))
		}
	}
	for _, p := range j.holders(Holder, timeline.Kind.Controls) {
		j.details(p)
	}
	j.holders(Change, timeline.Kind.Changes)
	j.leftOpen()
	j.traps()
	j.quiet()
	j.places()
	j.acts()
	j.clashes()
	j.tolls()
	j.distances()
	return j.out
}

// kinds are the asserted claims of some kinds.
func (j *judge) kinds(of ...timeline.Kind) []claim {
	return only(j.asserted, func(c claim) bool { return slices.Contains(of, c.Kind) })
}

// share records whether an item of gold is right or missed, and what was read
// of it, if anything was.
func (j *judge) share(f Figure, right bool, gold item, read ...item) {
	v := Judgement{Text: j.gold.ID, Figure: f, Verdict: Missed, Gold: gold.String(), traits: traits(gold)}
	if right {
		v.Verdict = Right
	}
	for _, r := range read {
		v.Read = r.String()
	}
	j.out = append(j.out, v)
}

// record records what a match gave.
func record[G, R item](j *judge, f Figure, m matching[G, R]) {
	for _, p := range m.pairs {
		j.share(f, true, p.gold, p.read)
	}
	for _, g := range m.missed {
		j.share(f, false, g)
	}
	for _, r := range m.extra {
		j.out = append(j.out, Judgement{Text: j.gold.ID, Figure: f, Verdict: Wrong, Read: r.String(), traits: traits(r)})
	}
}
