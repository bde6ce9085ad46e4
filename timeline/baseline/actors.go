package baseline

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"frontline/geo/gazetteer"
	"frontline/timeline"
)

// nobody is the number of no actor.
const nobody = -1

// resolver says which actor a value means.
type resolver struct {
	list    []timeline.ActorInfo
	means   map[string]timeline.Actor
	byName  map[string]int16
	unknown int16 // number of timeline.Unknown; nobody where it is not listed
}

func newResolver(o Options) *resolver {
	r := &resolver{list: o.Actors, means: o.Means, byName: map[string]int16{}, unknown: nobody}
	for i, a := range o.Actors {
		for _, name := range []string{a.NameEn, a.NameAr} {
			if k := gazetteer.NameKey(name); k != "" {
				r.byName[k] = int16(i)
			}
		}
	}
	for i, a := range o.Actors {
		r.byName[gazetteer.NameKey(string(a.ID))] = int16(i)
	}
	r.unknown = r.number(timeline.Unknown)
	return r
}

// check says which actor of the options is none.
func (r *resolver) check(o Options) error {
	asked := []timeline.Actor{o.Holder, o.Elsewhere}
	for _, value := range slices.Sorted(maps.Keys(o.Means)) {
		asked = append(asked, o.Means[value])
	}
	for _, a := range asked {
		if a != "" && r.number(a) == nobody {
			return fmt.Errorf("%q is no actor: want one of %s", a, strings.Join(ids(r.list), ", "))
		}
	}
	return nil
}

func ids(actors []timeline.ActorInfo) []string {
	out := make([]string, len(actors))
	for i, a := range actors {
		out[i] = string(a.ID)
	}
	return out
}

// number is that of an actor by its id; nobody where there is none.
func (r *resolver) number(id timeline.Actor) int16 {
	return int16(slices.IndexFunc(r.list, func(a timeline.ActorInfo) bool { return a.ID == id }))
}

// of is the actor that a value means; nobody where it means none that is known.
func (r *resolver) of(value string) int16 {
	value = strings.TrimSpace(value)
	if a, ok := r.means[value]; ok {
		return r.number(a)
	}
	if n := r.number(timeline.Actor(value)); n != nobody {
		return n
	}
	if n, ok := r.byName[gazetteer.NameKey(value)]; ok && value != "" {
		return n
	}
	return nobody
}

// all are the actors that the words for a holder, and for others who are there too,
// mean: several are parted by "|" or ";". None where nothing is said, or one of the
// words means none that is known.
func (r *resolver) all(holder, others string) (actors []int16) {
	words := []string{holder}
	if r.of(holder) == nobody {
		words = split(holder)
	}
	for _, word := range append(words, split(others)...) {
		actor := r.of(word)
		if actor == nobody {
			return nil
		}
		if !slices.Contains(actors, actor) {
			actors = append(actors, actor)
		}
	}
	return actors
}

// split cuts a value of several words.
func split(value string) (out []string) {
	for word := range strings.FieldsFuncSeq(value, func(c rune) bool { return c == '|' || c == ';' || c == '؛' }) {
		if word = strings.TrimSpace(word); word != "" {
			out = append(out, word)
		}
	}
	return out
}
