package atlas

import (
	"cmp"
	"slices"
	"strings"

	"frontline/timeline"
)

// Held are the places that an actor holds, or is one of several in, on a day.
type Held struct {
	Actor  timeline.Actor `json:"actor"`
	Day    timeline.Day   `json:"day"`
	Places []Answer       `json:"places"` // by English name, then id; never nil
}

// Held are the places that pass and that an actor holds or contests on a day.
// The filter's actors, span and kinds are not looked at.
func (a *Atlas) Held(actor timeline.Actor, day timeline.Day, f Filter) Held {
	f.Actors = []timeline.Actor{actor}
	return Held{actor, day, a.answers(day, f, f.passesHolder)}
}

// Unconfirmed are those that no claim has confirmed for so many days or more, or
// ever.
func (h Held) Unconfirmed(days int) Held {
	h.Places = slices.DeleteFunc(slices.Clone(h.Places), func(ans Answer) bool { return ans.AgeDays != nil && *ans.AgeDays < days })
	return h
}

// Contested are the places that several actors are in on a day, or may be.
type Contested struct {
	Day    timeline.Day `json:"day"`
	Places []Answer     `json:"places"` // by English name, then id; never nil
}

// Contested are the places that pass and are contested on a day. The filter's
// span and kinds are not looked at.
func (a *Atlas) Contested(day timeline.Day, f Filter) Contested {
	return Contested{day, a.answers(day, f, func(h *timeline.Holding) bool { return h.Contested() && f.passesHolder(h) })}
}

// answers are what Who answers of the places that pass and whose holding on day
// is wanted.
func (a *Atlas) answers(day timeline.Day, f Filter, wanted func(*timeline.Holding) bool) []Answer {
	out := []Answer{}
	numbers := a.where(f)
	for i, history := range a.historiesOf(numbers) {
		if h, ok := history.On(day); ok && wanted(&h) {
			out = append(out, a.held(h, day).of(a.places[a.sited[numbers[i]].id], history))
		}
	}
	slices.SortFunc(out, func(x, y Answer) int {
		return cmp.Or(strings.Compare(strings.ToLower(x.Place.NameEn), strings.ToLower(y.Place.NameEn)), cmp.Compare(x.Place.ID, y.Place.ID))
	})
	return out
}
