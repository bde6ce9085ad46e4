package front

import (
	"cmp"
	"slices"
	"strings"

	"frontline/timeline"
)

// State is what is known of ground: that one actor holds it, that several
// contest it, or that nobody is known to hold it.
type State struct {
	Holder  timeline.Actor   // Unknown where nobody is known to hold it; "" where contested
	Parties []timeline.Actor // who contests it, sorted, those that are known: one alone contests it with somebody unknown; nil unless contested
}

// unknown is the state of ground of which nothing is known.
func unknown() State { return State{Holder: timeline.Unknown} }

// Contested says whether several actors contest the ground.
func (s State) Contested() bool { return len(s.Parties) > 0 }

// Held says whether one actor is known to hold the ground.
func (s State) Held() bool { return s.Holder != "" && s.Holder != timeline.Unknown }

// Equal says whether two states are the same.
func (s State) Equal(t State) bool { return s.Holder == t.Holder && slices.Equal(s.Parties, t.Parties) }

// rank orders the sorts of states: held, contested, unknown.
func (s State) rank() int {
	switch {
	case s.Contested():
		return 1
	case s.Held():
		return 0
	}
	return 2
}

// Compare orders states as areas are: held by holder, contested by parties, then
// unknown.
func (s State) Compare(t State) int {
	return cmp.Or(cmp.Compare(s.rank(), t.rank()), cmp.Compare(s.Holder, t.Holder), slices.Compare(s.Parties, t.Parties))
}

// states numbers the states that come up.
type states struct {
	byKey map[string]int
	all   []State
}

// number is that of a state, a new one where it has not come up before.
func (n *states) number(s State) int {
	key := string(s.Holder)
	if s.Contested() {
		key = joined(s.Parties)
	}
	i, ok := n.byKey[key]
	if !ok {
		if n.byKey == nil {
			n.byKey = map[string]int{}
		}
		i = len(n.all)
		n.byKey[key] = i
		n.all = append(n.all, s)
	}
	return i
}

// joined is a key for parties that no holder's id can be.
func joined(parties []timeline.Actor) string {
	var b strings.Builder
	for _, p := range parties {
		b.WriteString("\n")
		b.WriteString(string(p))
	}
	return b.String()
}

// sorted puts the states in order; at says where each is now.
func (n *states) sorted() (all []State, at []int) {
	order := make([]int, len(n.all))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return n.all[i].Compare(n.all[j]) })
	all, at = make([]State, len(order)), make([]int, len(order))
	for to, from := range order {
		all[to], at[from] = n.all[from], to
	}
	return all, at
}
