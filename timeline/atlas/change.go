package atlas

import (
	"cmp"
	"slices"

	"frontline/timeline"
)

// Change is a place changing hands, or coming to be contested or no longer so.
type Change struct {
	Day     timeline.Day       `json:"day"`
	Place   timeline.PlaceView `json:"place"`
	From    *timeline.Actor    `json:"from"` // nil where nothing is known of the time before
	To      timeline.Actor     `json:"to"`
	Others  []timeline.Actor   `json:"others"` // who else is in the place afterwards; never nil
	Because []Evidence         `json:"because"`
}

// Changes are the changes on the days of span, by day and place id; never nil.
// The first that is known of a place is a change only if a claim says that it
// changed hands then. Because is the evidence of that very day, newest first.
func (a *Atlas) Changes(span timeline.Span) []Change {
	out := []Change{}
	for number, history := range a.histories() {
		id := a.sited[number].id
		var prev *timeline.Holding
		for i := range history {
			h := &history[i]
			if span.Contains(h.From) && a.changed(prev, *h) {
				out = append(out, a.change(id, prev, *h))
			}
			prev = h
		}
	}
	slices.SortFunc(out, func(x, y Change) int {
		return cmp.Or(cmp.Compare(x.Day, y.Day), cmp.Compare(x.Place.ID, y.Place.ID))
	})
	return out
}

func (a *Atlas) changed(prev *timeline.Holding, h timeline.Holding) bool {
	if prev == nil {
		_, basis := a.Since(h)
		return basis != timeline.Inferred && basis != timeline.Baseline
	}
	return prev.Holder != h.Holder || !slices.Equal(prev.Others, h.Others)
}

func (a *Atlas) change(id string, prev *timeline.Holding, h timeline.Holding) Change {
	c := Change{Day: h.From, Place: timeline.PlaceJSON(a.places[id]), To: h.Holder,
		Others: append([]timeline.Actor{}, h.Others...), Because: a.Evidence(a.founding(h))}
	if prev != nil {
		c.From = &prev.Holder
	}
	return c
}

// DayCount says how much is claimed of one day.
type DayCount struct {
	Day     timeline.Day           `json:"day"`
	Claims  int                    `json:"claims"`
	Changes int                    `json:"changes"`  // claims that assert a change of hands
	ByActor map[timeline.Actor]int `json:"by_actor"` // Changes by the holder afterwards; never nil
}

// DayCounts counts the claims of each effective day that has any, in order;
// never nil.
func (a *Atlas) DayCounts() []DayCount {
	out := []DayCount{}
	for _, c := range a.claims() {
		day := a.DayOf(c)
		if !day.Known() {
			continue
		}
		if len(out) == 0 || out[len(out)-1].Day != day {
			out = append(out, DayCount{Day: day, ByActor: map[timeline.Actor]int{}})
		}
		n := &out[len(out)-1]
		n.Claims++
		if holder, ok := c.Holder(); ok && c.Kind.Changes() {
			n.Changes++
			n.ByActor[holder]++
		}
	}
	return out
}
