package atlas

import (
	"slices"

	"frontline/timeline"
	"frontline/timeline/front"
)

// How wide necks are that are looked for, in kilometres: unless asked otherwise, and
// at most.
const (
	DefaultNeckKm = 30
	MaxNeckKm     = 100
)

// cachedShapes is how many days' pockets, and necks, an atlas keeps at hand.
const cachedShapes = 32

// width is a day, and the widest neck in kilometres that was looked for on it.
type width struct {
	day timeline.Day
	km  float64
}

// Pocket is ground of a side that is shut in on a day.
type Pocket struct {
	front.Pocket
	Gates []Gate // what closed it, with the words; never nil
}

// Gate is ground that closed the way out of a pocket, on the day from which it was
// closed.
type Gate struct {
	front.Turn
	Because []Evidence // that it passed into others' hands then, newest first; never nil
}

// Pockets are the pockets of a day, by side and then the largest first, of the
// sides of the filter's actors, with a place inside that passes. The filter's span
// and kinds are not looked at. An error says that the ground could not be divided.
func (a *Atlas) Pockets(day timeline.Day, f Filter) ([]Pocket, error) {
	course, err := a.course()
	if err != nil {
		return nil, err
	}
	var out []Pocket
	all := a.pockets.get(day, cachedShapes, func() []front.Pocket { return course.Pockets(day, a.rules.Side) })
	for _, p := range all {
		if a.passesGround(f, p.Side, p.Places) {
			out = append(out, Pocket{p, a.gates(p)})
		}
	}
	return out, nil
}

// gates are what closed a pocket, with the words.
func (a *Atlas) gates(p front.Pocket) []Gate {
	out := []Gate{}
	for _, turn := range p.Closed {
		g := Gate{turn, []Evidence{}}
		for _, id := range turn.Places {
			if h, ok := a.History(id).On(p.From); ok && h.From == p.From {
				g.Because = append(g.Because, a.Evidence(a.founding(h))...)
			}
		}
		out = append(out, g)
	}
	return out
}

// Necks are the necks of a day that are at most widthKm wide, with a settlement
// behind them; else as Pockets.
func (a *Atlas) Necks(day timeline.Day, f Filter, widthKm float64) ([]front.Neck, error) {
	course, err := a.course()
	if err != nil {
		return nil, err
	}
	all := a.necks.get(width{day, widthKm}, cachedShapes, func() []front.Neck { return course.Necks(day, a.rules.Side, widthKm) })
	return slices.DeleteFunc(slices.Clone(all), func(n front.Neck) bool {
		return !a.passesGround(f, n.Side, n.Places) || !slices.ContainsFunc(n.Places, a.settled)
	}), nil
}

// settled says whether people live at a place: a well or a hill alone is not worth a
// siege.
func (a *Atlas) settled(id string) bool {
	switch a.places[id].Kind {
	case "village", "town", "city", "neighbourhood":
		return true
	}
	return false
}

// passesGround says whether ground of a side with these places passes.
func (a *Atlas) passesGround(f Filter, side string, places []string) bool {
	return a.passesSide(f, side) && slices.ContainsFunc(places, func(id string) bool { return f.PassesPlace(a.places[id]) })
}

func (a *Atlas) passesSide(f Filter, side string) bool {
	return len(f.Actors) == 0 || slices.ContainsFunc(f.Actors, func(actor timeline.Actor) bool { return a.rules.Side(actor) == side })
}
