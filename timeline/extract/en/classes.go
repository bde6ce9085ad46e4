package en

import (
	"slices"
	"strings"

	"frontline/geo/gazetteer"
)

// classes hangs each class noun on the names it speaks of, and makes one name
// of a name and the class noun that is part of it: the Arak oilfield, Tishrin
// Dam, Mount Hermon.
func (g *Grammar) classes(nodes []node) []node {
	out := nodes[:0]
	for i := 0; i < len(nodes); i++ {
		n := nodes[i]
		if n.role == rolePlace && n.class == nil {
			i = g.hang(nodes, i, &n)
			if k := len(out) - 1; n.class == nil && k >= 0 {
				out = g.fronted(out, &n)
			}
		}
		out = append(out, n)
	}
	return out
}

// hang hangs the class noun behind the place at node i on it, and gives the
// last node that it used.
func (g *Grammar) hang(nodes []node, i int, n *node) int {
	if i+1 >= len(nodes) || nodes[i+1].role != "class" || n.owner {
		return i
	}
	c, last := &nodes[i+1], i+1
	n.class = c.entry
	if c.plural {
		return i
	}
	if i+2 < len(nodes) && nodes[i+2].role == "class" && nodes[i+2].kept && !nodes[i+2].plural && c.value != "post" { // "Wadi al-Deif army base"
		c, last = &nodes[i+2], i+2
		n.class = c.entry
	}
	if c.kept && c.value != "post" && c.value != "bank" {
		n.end, n.last = c.end, c.last
		n.text += " " + c.text
		n.entries = g.suited(n, c.kinds)
	}
	return last
}

// suited are the entries of a name with its class noun: those of the name that
// are of its kinds, or of the name with the noun as the gazetteer has it; of
// neither, those of the name alone.
func (g *Grammar) suited(n *node, kinds []string) []*gazetteer.Entry {
	var out []*gazetteer.Entry
	fits := func(entries []*gazetteer.Entry) {
		for _, e := range entries {
			if slices.Contains(kinds, e.Kind) && !slices.Contains(out, e) {
				out = append(out, e)
			}
		}
	}
	fits(n.entries)
	bare := strings.TrimSuffix(n.text, " "+lastWord(n.text))
	for _, k := range kinds {
		fits(g.named(bare + " " + strings.ReplaceAll(k, "_", " ")))
		fits(g.named(n.text + " " + strings.ReplaceAll(k, "_", " ")))
	}
	if len(out) == 0 {
		return n.entries
	}
	return out
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// fronted hangs the class noun before a place on it: "the village of X", "the
// villages of X, Y", "Mount X".
func (g *Grammar) fronted(out []node, n *node) []node {
	k := len(out) - 1
	if out[k].role == "class" && out[k].kept && !out[k].plural && out[k].caps != anyCase {
		c := out[k]
		n.class = c.entry
		n.start, n.first, n.text, n.opens = c.start, c.first, c.text+" "+n.text, c.opens
		return out[:k]
	}
	for ; k >= 0; k-- {
		switch p := &out[k]; p.role {
		case "class":
			if p.plural || k >= len(out)-2 {
				n.class = p.entry
			}
			return out
		case rolePlace:
			if p.class != nil && p.class.plural {
				n.class = p.class
			}
			return out
		case roleComma, "and", "det":
		case "prep":
			if p.value != "of" {
				return out
			}
		default:
			return out
		}
	}
	return out
}
