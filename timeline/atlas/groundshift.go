package atlas

import (
	"frontline/timeline"
	"frontline/timeline/front"
)

// GroundChange is ground that passed from one state to another between two days,
// and because of what.
type GroundChange struct {
	front.Change
	Because []Change // what places of it went through, by id and day; never nil
}

// Difference is what passed from one state to another between two days, of the
// ground that passes; f's Span is not looked at, and its Actors are those who
// held or contested it before or after. Never nil.
func (a *Atlas) Difference(from, to timeline.Day, f Filter) ([]GroundChange, error) {
	before, err := a.SituationIn(from, f)
	if err != nil {
		return nil, err
	}
	after, err := a.SituationIn(to, f)
	if err != nil {
		return nil, err
	}
	changes, err := front.Difference(before, after)
	if err != nil {
		return nil, err
	}
	out := []GroundChange{}
	for _, c := range changes {
		if f.passesState(c.From) || f.passesState(c.To) {
			out = append(out, GroundChange{c, a.wentThrough(c.Places, from, to)})
		}
	}
	return out, nil
}

// passesState says whether an actor that is asked for holds or contests the ground.
func (f Filter) passesState(s front.State) bool {
	return f.passesHolder(timeline.Holding{Holder: s.Holder, Others: s.Parties})
}

// wentThrough is what places went through between two days, in whichever order
// these are.
func (a *Atlas) wentThrough(places []string, from, to timeline.Day) []Change {
	out := []Change{}
	span := timeline.Span{From: min(from, to) + 1, To: max(from, to) + 1}
	for _, id := range places {
		out = append(out, a.Changes(Filter{Span: span, Place: id}).Changes...)
	}
	return out
}
