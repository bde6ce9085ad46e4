package extract_test

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"frontline/geo/arabic"
	"frontline/timeline"
)

// fact is one thing that a formulation says. How much of a place is meant, who
// besieges and how many were wounded is there for readers; it is not compared.
type fact struct {
	said    string           // as the file has it
	kinds   []timeline.Kind  // those that say as much
	place   string           // "" for anywhere
	loosely bool             // the place may be told with more or fewer words
	actors  []timeline.Actor // nil for whoever
	killed  int              // 0 where not said
}

// factsOf parses what a formulation is expected to say.
func factsOf(expected string, parse func([]string) (fact, error)) ([]fact, error) {
	if expected == "none" {
		return nil, nil
	}
	var out []fact
	for said := range strings.SplitSeq(expected, ";") {
		f, err := parse(strings.Fields(said))
		if err != nil {
			return nil, fmt.Errorf("%q: %w", said, err)
		}
		f.said = strings.TrimSpace(said)
		out = append(out, f)
	}
	return out, nil
}

// parseControl parses "captured sdf دير الزور/p". Who is there is the same,
// whether a text tells of the coming or the being there.
func parseControl(w []string) (fact, error) {
	there := []timeline.Kind{timeline.Captured, timeline.Recaptured, timeline.HandedOver, timeline.Holds}
	gone := []timeline.Kind{timeline.Lost, timeline.Withdrew}
	if len(w) < 3 {
		return fact{}, errors.New("want kind, actor and place")
	}
	place := strings.TrimSuffix(strings.Join(w[2:], " "), "/p")
	switch kind := timeline.Kind(w[0]); {
	case slices.Contains(there, kind):
		return fact{kinds: there, place: place, actors: []timeline.Actor{timeline.Actor(w[1])}}, nil
	case slices.Contains(gone, kind):
		return fact{kinds: gone, place: place}, nil
	}
	return fact{}, errors.New("no kind of control")
}

// isEvent says whether parseEvent knows the kind.
func isEvent(k timeline.Kind) bool {
	return slices.Contains([]timeline.Kind{timeline.Besieged, timeline.SiegeBroken, timeline.Clashed,
		timeline.Struck, timeline.Casualties, timeline.Advanced}, k)
}

// parseEvent parses "strike - تل_رفعت" and what else the head of the file has.
func parseEvent(w []string) (fact, error) {
	event := func(kind timeline.Kind, place string, actors ...string) fact {
		f := fact{kinds: []timeline.Kind{kind}, place: strings.ReplaceAll(strings.TrimPrefix(place, "-"), "_", " "), loosely: true}
		for _, a := range actors {
			if a != "-" {
				f.actors = append(f.actors, timeline.Actor(a))
			}
		}
		return f
	}
	switch n := len(w); {
	case n >= 4 && w[0] == "siege" && w[1] == "broken":
		return event(timeline.SiegeBroken, w[3]), nil
	case n >= 4 && w[0] == "siege" && (w[1] == "imposed" || w[1] == "ongoing"):
		return event(timeline.Besieged, w[3]), nil
	case n >= 3 && w[0] == "clash":
		return event(timeline.Clashed, w[1], w[2:]...), nil
	case n == 3 && w[0] == "strike":
		return event(timeline.Struck, w[2], w[1]), nil
	case n == 3 && w[0] == "advance":
		return event(timeline.Advanced, w[2], w[1]), nil
	case n >= 4 && w[0] == "casualty":
		f := event(timeline.Casualties, "-", w[1])
		var err error
		if w[2] != "-" {
			f.killed, err = strconv.Atoi(w[2])
		}
		return f, err
	}
	return fact{}, errors.New("no event in the format of the file")
}

// differences are the facts that no asserted claim states, and the asserted
// claims that state none of the facts; only those on a place with a name of its
// own, as what is said beside of "the hills" is left out of the facts.
func differences(facts []fact, claims []timeline.Claim) (missed []fact, wrong []timeline.Claim) {
	stated := make([]bool, len(facts))
	for _, c := range claims {
		if c.Modality != timeline.Asserted {
			continue
		}
		right := false
		for i, f := range facts {
			if f.statedBy(c) {
				stated[i], right = true, true
			}
		}
		if !right && c.Place != nil && c.Place.Named {
			wrong = append(wrong, c)
		}
	}
	for i, f := range facts {
		if !stated[i] {
			missed = append(missed, f)
		}
	}
	return missed, wrong
}

// statedBy compares a claim. Of those who fight two are enough: who is named
// beside the two sides may be left out.
func (f fact) statedBy(c timeline.Claim) bool {
	acting := append([]timeline.Actor{c.Actor}, c.CoActors...)
	n := 0
	for _, a := range f.actors {
		if slices.Contains(acting, a) {
			n++
		}
	}
	return slices.Contains(f.kinds, c.Kind) && n >= min(2, len(f.actors)) && f.at(c.Place) &&
		(c.Kind != timeline.Casualties || number(c.KilledMin) == f.killed)
}

// at compares the place.
func (f fact) at(p *timeline.PlaceRef) bool {
	if f.place == "" || p == nil {
		return f.place == ""
	}
	want, got := bareKey(f.place), bareKey(p.Surface)
	return got == want || f.loosely && got != "" && (strings.Contains(got, want) || strings.Contains(want, got))
}

// bareKey is a name as its spellings meet, without the noun that says what kind
// of settlement it is. The nouns belong to the measure, so that no change to the
// words that are read with moves a figure.
func bareKey(name string) string {
	nouns := strings.Fields("قريه قري قريتي قريتا بلده بلدات بلدتي بلدتا مدينه مدن مدينتي مدينتا ناحيه منطقه مناطق حي حيي حيا احياء")
	words := strings.Fields(arabic.Key(name))
	if len(words) > 1 && slices.Contains(nouns, words[0]) {
		words = words[1:]
	}
	return strings.Join(words, " ")
}
