package front

import (
	"cmp"
	"slices"
	"strings"

	"frontline/geo"
	"frontline/timeline"
)

// state is what is known of a cell: held by one actor, contested by several,
// or unknown. Cells of equal states are joined.
type state struct {
	holder    timeline.Actor // as in Area
	contested bool
	parties   string // sorted, one a line
}

// rank orders the sorts of states as in Map.Areas.
func (s state) rank() int {
	switch {
	case s.contested:
		return 1
	case s.holder == timeline.Unknown:
		return 2
	}
	return 0
}

func compareStates(a, b state) int {
	return cmp.Or(cmp.Compare(a.rank(), b.rank()), cmp.Compare(a.holder, b.holder), cmp.Compare(a.parties, b.parties))
}

// stateOf is the state of the places at one point, and the ids of those that
// say so; where nothing is known, of all.
func stateOf(places []geo.Place, day timeline.Day, holding func(string) (timeline.Holding, bool)) (state, []string) {
	var parties []timeline.Actor
	var proof, all []string
	contested := false
	for _, p := range places {
		all = append(all, p.ID)
		h, ok := holding(p.ID)
		if !ok || !h.Contains(day) {
			continue
		}
		known := slices.DeleteFunc(append([]timeline.Actor{h.Holder}, h.Others...), func(a timeline.Actor) bool {
			return a == "" || a == timeline.Unknown
		})
		if len(known) > 0 {
			proof = append(proof, p.ID)
			parties = append(parties, known...)
			contested = contested || h.Contested()
		}
	}
	slices.Sort(parties)
	parties = slices.Compact(parties)
	switch {
	case len(parties) == 0:
		return state{holder: timeline.Unknown}, all
	case contested || len(parties) > 1:
		return state{contested: true, parties: join(parties)}, proof
	}
	return state{holder: parties[0]}, proof
}

func join(actors []timeline.Actor) string {
	s := make([]string, len(actors))
	for i, a := range actors {
		s[i] = string(a)
	}
	return strings.Join(s, "\n")
}

func split(parties string) []timeline.Actor {
	var out []timeline.Actor
	for a := range strings.SplitSeq(parties, "\n") {
		out = append(out, timeline.Actor(a))
	}
	return out
}
