package gazetteer

import (
	"strings"

	"frontline/geo/arabic"
	"frontline/geo/trie"
)

// Names is what the gazetteer's Arabic names look like to who walks a text:
// phrases of bare folded words (arabic.Bare), each with the numbers that
// Entries takes.
func (g *Gazetteer) Names() *trie.Trie[[]int32] { return g.names }

// Entries are the places of these numbers, in their order. They are the
// gazetteer's own: not to be changed.
func (g *Gazetteer) Entries(ids []int32) []*Entry {
	out := make([]*Entry, len(ids))
	for i, id := range ids {
		out[i] = &g.entries[id]
	}
	return out
}

// Lookup is the entries of exactly this name, in either script.
func (g *Gazetteer) Lookup(name string) []*Entry {
	if ids := g.names.Get(strings.Fields(arabic.Key(name))); ids != nil {
		return g.Entries(*ids)
	}
	return g.Entries(g.latin[LatinKey(name)])
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
