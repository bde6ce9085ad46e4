package atlas

import (
	"cmp"
	"fmt"
	"slices"

	"frontline/timeline"
	"frontline/timeline/drawn"
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
	before, err := a.Situation(from)
	if err != nil {
		return nil, err
	}
	after, err := a.Situation(to)
	if err != nil {
		return nil, err
	}
	changes, err := front.Difference(before, after)
	if err != nil {
		return nil, err
	}
	if changes, err = a.passing(changes, f); err != nil {
		return nil, err
	}
	out := make([]GroundChange, len(changes))
	for i, c := range changes {
		out[i] = GroundChange{c, a.wentThrough(c.Places, from, to)}
	}
	return out, nil
}

// passing is what of changes passes.
func (a *Atlas) passing(changes []front.Change, f Filter) ([]front.Change, error) {
	region, err := a.shapeOf(f)
	if err != nil {
		return nil, err
	}
	var out []front.Change
	for _, c := range changes {
		if !f.passesState(c.From) && !f.passesState(c.To) {
			continue
		}
		if !f.everywhere() {
			var some bool
			if c, some, err = c.Within(region); err != nil {
				return nil, err
			}
			if !some {
				continue
			}
			c.Places = slices.DeleteFunc(c.Places, func(id string) bool { return !f.PassesPlace(a.places[id]) })
		}
		out = append(out, c)
	}
	return out, nil
}

// Corrected is the ground of a day that was seen in another state in the view
// before than in this one: not because it passed to somebody since, but because
// more is known. The filter is that of Difference; Because is what is known now of
// the places. There is no band: both maps are as they were seen. Never nil.
func (a *Atlas) Corrected(before *Atlas, day timeline.Day, f Filter) ([]GroundChange, error) {
	was, err := before.Situation(day)
	if err != nil {
		return nil, err
	}
	is, err := a.Situation(day)
	if err != nil {
		return nil, err
	}
	changes, err := drawn.Difference(drawn.Of(was.Areas()), drawn.Of(is.Areas()), nil)
	if err != nil {
		return nil, fmt.Errorf("atlas: %w", err)
	}
	for i, c := range changes {
		changes[i].Places = a.seenOtherwise(before, is, c)
	}
	if changes, err = a.passing(changes, f); err != nil {
		return nil, err
	}
	out := make([]GroundChange, len(changes))
	for i, c := range changes {
		out[i] = GroundChange{c, a.nowKnown(before, day, c.Places)}
	}
	return out, nil
}

// seenOtherwise are the places of a situation that were in the state that a
// correction is from, by what the view before knew, and are in that which it is to;
// never nil.
func (a *Atlas) seenOtherwise(before *Atlas, is *front.Situation, c front.Change) []string {
	places := []string{}
	for _, cell := range is.Cells {
		for _, id := range cell.Places {
			w, _ := before.History(id).On(is.Day)
			if _, known := a.History(id).On(is.Day); known && cell.Equal(c.To) && stateOf(w).Equal(c.From) {
				places = append(places, id)
			}
		}
	}
	return places
}

// nowKnown is what is known of places on a day beside what was known before; never
// nil.
func (a *Atlas) nowKnown(before *Atlas, day timeline.Day, places []string) []Change {
	out := []Change{}
	for _, id := range places {
		h, _ := a.History(id).On(day)
		var prev *timeline.Holding
		if w, was := before.History(id).On(day); was {
			prev = &w
		}
		out = append(out, a.change(timeline.PlaceJSON(a.places[id]), prev, h))
	}
	return out
}

// stateOf is the state that a holding puts its place in.
func stateOf(h timeline.Holding) front.State {
	if !h.Contested() {
		return front.State{Holder: cmp.Or(h.Holder, timeline.Unknown)}
	}
	parties := slices.DeleteFunc(append([]timeline.Actor{h.Holder}, h.Others...), func(a timeline.Actor) bool { return a == "" || a == timeline.Unknown })
	return front.State{Parties: slices.Compact(slices.Sorted(slices.Values(parties)))}
}

// passesState says whether an actor that is asked for holds or contests the ground.
func (f Filter) passesState(s front.State) bool {
	return f.passesHolder(&timeline.Holding{Holder: s.Holder, Others: s.Parties})
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
