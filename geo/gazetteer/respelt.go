package gazetteer

// Respelling is an entry by one of its names that a text spells otherwise.
type Respelling struct {
	*Entry
	Name     string  // as the table has it
	Likeness float64 // 0…1, and 1 for one that sounds the same
}

// leastLikeness is how much alike a name and its respelling sound at least.
const leastLikeness = 0.9

// Respellings are the entries of which a name that the gazetteer does not have
// can be another transliteration: each once, by the name that is most like it,
// in the order of the table. Neither typing errors nor words left out are
// forgiven. A name without letters gives none.
func (g *Gazetteer) Respellings(name string) []Respelling {
	key := plainKey(name)
	i, found := g.index().skeletons.Find(skeletonOfKey(key))
	if key == "" || !found {
		return nil
	}
	var out []Respelling
	sounds := soundsOf(key)
	for _, k := range g.index().sharing.at(i) { // those of an entry stand together
		n := &g.index().names[k]
		likeness := 1 - unlike(sounds, soundsOf(n.key))
		if likeness < leastLikeness || g.forbids(name, &g.entries[n.entry]) {
			continue
		}
		r := Respelling{&g.entries[n.entry], n.text, likeness}
		if last := len(out) - 1; last < 0 || out[last].Entry != r.Entry {
			out = append(out, r)
		} else if likeness > out[last].Likeness {
			out[last] = r
		}
	}
	return out
}
