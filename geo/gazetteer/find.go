package gazetteer

import (
	"strings"

	"frontline/geo/arabic"
)

// Name is a name of the gazetteer that stands in a text.
type Name struct {
	First, Last int    // tokens, Last included
	Prefix      string // clitics before it that are not part of it
	entries     []int32
}

// Find is the longest name that begins at token i of the text, read with the
// first clitics that give one; marks of quotation and single line breaks
// inside it are passed over, and hyphens where the name has them. False where
// none begins there.
func (g *Gazetteer) Find(tokens []arabic.Token, i int) (Name, bool) {
	if tokens[i].Class != arabic.Word {
		return Name{}, false
	}
	best := Name{}
	for _, s := range arabic.Stems(tokens[i].Text) {
		node := g.names.step(0, arabic.Bare(s.Text))
		if node == 0 {
			continue
		}
		last, ids := g.extend(tokens, i, node)
		if last == i && short(s) {
			continue
		}
		if ids != nil && (best.entries == nil || last > best.Last) {
			best = Name{i, last, s.Prefix, ids}
		}
	}
	return best, best.entries != nil
}

// short says whether too little is left of a word without its clitics to be
// taken for a name: فتح is "opening" before it is ف + تح.
func short(s arabic.Stem) bool {
	letters := len([]rune(s.Text))
	return s.Prefix != "" && letters < 3 || (strings.HasPrefix(s.Prefix, "ف") || strings.HasSuffix(s.Prefix, "ك")) && letters < 5
}

// extend follows the name from a node reached by token i as far as it goes.
func (g *Gazetteer) extend(tokens []arabic.Token, i int, node uint32) (last int, ids []int32) {
	last, ids = i, g.names.ends[node]
	for j := i + 1; j < len(tokens); j++ {
		t := tokens[j]
		if t.Class == arabic.Quote || t.Text == "\n" || isDash(t) {
			continue
		}
		if t.Class != arabic.Word && t.Class != arabic.Number {
			break
		}
		if node = g.names.step(node, arabic.Bare(t.Text)); node == 0 {
			break
		}
		if e := g.names.ends[node]; e != nil {
			last, ids = j, e
		}
	}
	return last, ids
}

func isDash(t arabic.Token) bool {
	return t.Class == arabic.Mark && (t.Text == "-" || t.Text == "–" || t.Text == "—")
}

// Entries are the places of this name, in the order of the table.
func (g *Gazetteer) Entries(n Name) []Entry {
	out := make([]Entry, len(n.entries))
	for i, id := range n.entries {
		out[i] = g.entries[id]
	}
	return out
}

// Lookup is the entries of exactly this name, in either script.
func (g *Gazetteer) Lookup(name string) []Entry {
	ids := g.names.lookup(arabic.Key(name))
	if len(ids) == 0 {
		ids = g.latin[LatinKey(name)]
	}
	return g.Entries(Name{entries: ids})
}
