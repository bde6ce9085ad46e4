package atlas

import (
	"cmp"
	"slices"

	"frontline/timeline"
)

// Grouping is by what changes of hands are counted.
type Grouping string

// The groupings.
const (
	ByPlace       Grouping = "place"
	ByActor       Grouping = "actor"
	ByGovernorate Grouping = "governorate"
)

// Groupings lists every grouping.
var Groupings = []Grouping{ByPlace, ByActor, ByGovernorate}

// Count says how often a place, or the places of a governorate, changed hands,
// or how often an actor gained and lost places.
type Count struct {
	Of     string              `json:"of"`     // id of the place, the actor, or the governorate; "" where that is not known
	Place  *timeline.PlaceView `json:"place"`  // nil where places are not counted
	Times  int                 `json:"times"`  // that a place came into other hands; of an actor: into or out of its own
	Gained *int                `json:"gained"` // by the actor; nil where actors are not counted
	Lost   *int                `json:"lost"`   // by the actor, to another or to nobody known; likewise
	First  timeline.Day        `json:"first"`  // the day of the first of these changes
	Last   timeline.Day        `json:"last"`   // and of the last
}

// ChangeCounts are the counts of one grouping.
type ChangeCounts struct {
	By     Grouping `json:"by"`
	Counts []Count  `json:"counts"` // the most frequent first; never nil
}

// Counted counts changes of hands.
func (all Changes) Counted(by Grouping) ChangeCounts {
	t := tally{at: map[string]int{}}
	for i := range all.Changes {
		c := &all.Changes[i]
		if by == ByActor {
			t.gainAndLoss(c)
			continue
		}
		if !c.ChangesHands() {
			continue
		}
		if by == ByPlace {
			t.once(c.Place.ID, c.Day).Place = &c.Place
		} else {
			governorate := ""
			if c.Place.Admin1 != nil {
				governorate = *c.Place.Admin1
			}
			t.once(governorate, c.Day)
		}
	}
	slices.SortFunc(t.counts, func(x, y Count) int {
		return cmp.Or(cmp.Compare(y.Times, x.Times), cmp.Compare(x.Of, y.Of))
	})
	return ChangeCounts{by, append([]Count{}, t.counts...)}
}

// tally counts by name.
type tally struct {
	counts []Count
	at     map[string]int
}

// once counts one more of a name, on a day. The pointer holds until the next.
func (t *tally) once(of string, day timeline.Day) *Count {
	i, ok := t.at[of]
	if !ok {
		i = len(t.counts)
		t.at[of] = i
		t.counts = append(t.counts, Count{Of: of, First: day})
	}
	n := &t.counts[i]
	n.Times++
	n.Last = day
	return n
}

// gainAndLoss counts a change for who gained the place and for who lost it.
func (t *tally) gainAndLoss(c *Change) {
	actor := func(a timeline.Actor) *Count {
		n := t.once(string(a), c.Day)
		if n.Gained == nil {
			n.Gained, n.Lost = new(int), new(int)
		}
		return n
	}
	if c.ChangesHands() {
		*actor(c.To).Gained++
	}
	if c.From != nil && *c.From != timeline.Unknown && *c.From != c.To {
		*actor(*c.From).Lost++
	}
}
