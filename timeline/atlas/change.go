package atlas

import (
	"cmp"
	"iter"
	"slices"

	"frontline/timeline"
)

// Change is a place changing hands, or coming to be contested or no longer so.
type Change struct {
	Day       timeline.Day       `json:"day"`
	Place     timeline.PlaceView `json:"place"`
	From      *timeline.Actor    `json:"from"` // nil where nothing is known of the time before
	To        timeline.Actor     `json:"to"`
	Others    []timeline.Actor   `json:"others"`    // who else is in the place afterwards; never nil
	Disputes  []timeline.Dispute `json:"disputes"`  // why each of them contests it; never nil
	Until     timeline.Day       `json:"until"`     // when it changed again; zero while it lasts
	Basis     timeline.Basis     `json:"basis"`     // how Day is known, as in an Answer
	Uncertain bool               `json:"uncertain"` // between Day and Until it passed from To to Others, and nobody says when
	ByThen    bool               `json:"by_then"`   // it was so by Day, and nobody says since when
	Because   []Evidence         `json:"because"`
}

// ChangesHands says whether an actor came to hold a place that it did not hold
// before.
func (c *Change) ChangesHands() bool {
	return c.To != timeline.Unknown && (c.From == nil || *c.From != c.To)
}

// Changes are changes, by day and place id.
type Changes struct {
	Changes []Change `json:"changes"` // never nil
}

// Changes are the changes that pass, on the days of the filter's span. The filter's actors are those who hold or contest the
// place before or after; it looks at no kinds. The first that is known of a place
// is a change only if a claim says that it changed hands then. Because is the
// evidence of that very day, newest first, or else what the change is concluded
// from.
func (a *Atlas) Changes(f Filter) Changes {
	out := []Change{}
	numbers := a.where(f)
	for i, history := range a.historiesOf(numbers) {
		place := timeline.PlaceJSON(a.places[a.sited[numbers[i]].id])
		for before, h := range a.steppingOf(history) {
			if f.passesDay(h.From) && f.passesStep(before, h) {
				out = append(out, a.change(place, before, *h))
			}
		}
	}
	slices.SortFunc(out, func(x, y Change) int {
		return cmp.Or(cmp.Compare(x.Day, y.Day), cmp.Compare(x.Place.ID, y.Place.ID))
	})
	return Changes{out}
}

// steppingOf are the holdings of a history with which something changed, each behind
// the one before it, which is nil for none.
func (a *Atlas) steppingOf(history timeline.History) iter.Seq2[*timeline.Holding, *timeline.Holding] {
	return func(yield func(before, h *timeline.Holding) bool) {
		var before *timeline.Holding
		for i := range history {
			h := &history[i]
			if a.changed(before, *h) && !yield(before, h) {
				return
			}
			before = h
		}
	}
}

// passesStep says whether one of the actors is in the place before or after.
func (f Filter) passesStep(before, h *timeline.Holding) bool {
	return f.passesHolder(h) || before != nil && f.passesHolder(before)
}

func (a *Atlas) changed(prev *timeline.Holding, h timeline.Holding) bool {
	if prev == nil {
		_, basis := a.Since(h)
		return basis != timeline.Inferred && basis != timeline.Baseline
	}
	return prev.Holder != h.Holder || !slices.Equal(prev.Others, h.Others)
}

func (a *Atlas) change(place timeline.PlaceView, prev *timeline.Holding, h timeline.Holding) Change {
	_, basis := a.Since(h)
	c := Change{Day: h.From, Place: place, To: h.Holder, Others: append([]timeline.Actor{}, h.Others...),
		Disputes: append([]timeline.Dispute{}, h.Disputes...), Until: h.To, Basis: basis, Uncertain: h.Uncertain,
		Because: a.Evidence(a.founding(h))}
	if prev != nil {
		c.From, c.ByThen = &prev.Holder, prev.Uncertain && !h.Uncertain
	}
	return c
}
