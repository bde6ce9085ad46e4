package gazetteer

import (
	"strings"

	"frontline/geo"
	"frontline/geo/arabic"
	"frontline/geo/trie"
)

// Names is what the gazetteer's Arabic names look like to who walks a text:
// phrases of bare folded words (arabic.Bare), each with its places in the order
// of the table. They are the gazetteer's own: not to be changed.
func (g *Gazetteer) Names() *trie.Trie[[]*Entry] { return g.names }

// Lookup is the entries of exactly this name, in either script. They are the
// gazetteer's own: not to be changed.
func (g *Gazetteer) Lookup(name string) []*Entry {
	if entries := g.names.Get(strings.Fields(arabic.Key(name))); entries != nil {
		return *entries
	}
	return g.latin[LatinKey(name)]
}

// All are all entries, in the order of the table. They are the gazetteer's own:
// not to be changed.
func (g *Gazetteer) All() []*Entry {
	out := make([]*Entry, len(g.entries))
	for i := range g.entries {
		out[i] = &g.entries[i]
	}
	return out
}

// Named ranks the places that a person who types this name can mean: all that
// bear it, or where none does those of which it is another transliteration, the
// one of the greatest standing first. in is the governorate that the person
// says the place lies in, "" for none. sure says whether the first stands out.
// An id, a p-code or a GeoNames id names its place alone.
func (g *Gazetteer) Named(name, in string) (ranked []geo.Ranked, sure bool) {
	if found, ok := g.byCode(name); ok {
		return found, true
	}
	h := Hints{Surface: name, In: in}
	entries := g.Lookup(name)
	if len(entries) == 0 {
		h.Respelt = g.Respellings(name)
		for _, r := range h.Respelt {
			entries = append(entries, r.Entry)
		}
	}
	return Learned().Resolve(entries, h)
}
