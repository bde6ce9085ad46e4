package ar

import (
	"slices"
	"strings"

	"frontline/geo/arabic"
	"frontline/geo/gazetteer"
)

// compounds joins what names one thing by several names: the road A – B, the
// Syrian – Lebanese border, عين العرب (كوباني).
func compounds(nodes []node) []node {
	out := nodes[:0]
	for i := 0; i < len(nodes); i++ {
		n := &nodes[i]
		if end := highway(nodes, i); end > i {
			n.entry, n.places, n.last, n.end = plainPlace, nil, nodes[end].last, nodes[end].end
			out, i = keep(out, n), end
			continue
		}
		end, named := i, false
		switch {
		case n.role == rolePlace && alias(nodes, i):
			end, named = i+3, true
		case n.role == rolePlace && len(out) > 0 && along(&out[len(out)-1], n.conj):
			end, named = chain(nodes, i), true
		case n.role == "border" && n.first == n.last:
			end, named = borders(nodes, i), true
		}
		if named && (end > i || len(out) > 0 && leadsTo(&out[len(out)-1], n)) {
			road := n.role == rolePlace && !alias(nodes, i)
			n.entry, n.last, n.end = plainPlace, nodes[end].last, nodes[end].end
			if road {
				n.places = nil
				if p := len(out) - 1; out[p].role == "class" && out[p].entry.number == 's' {
					n.start, n.first, n.conj, n.prep = out[p].start, out[p].first, out[p].conj, out[p].prep
					out = out[:p]
				}
			}
			if alias(nodes, i) {
				n.end = nodes[end].end
			}
			i = end
		}
		out = keep(out, n)
	}
	return out
}

// highway is the last node of "the international road A – B" that begins at node
// i; i where none does. The road "between A and B" has no name.
func highway(nodes []node, i int) int {
	if n := &nodes[i]; n.role != "class" || n.value != "road" || n.suffix != 'x' || n.entry.number != 's' {
		return i
	}
	k := i + 1
	for k < len(nodes) && k < i+3 && !nodes[k].conj && ofRoad(nodes[k].text) {
		k++
	}
	if k == i+1 || k+1 >= len(nodes) {
		return i
	}
	if nodes[k].role == rolePlace && !nodes[k].conj && nodes[k].prep == "" {
		if end := chain(nodes, k); end > k {
			return end
		}
	}
	return i
}

// ofRoad says whether the folded word is an adjective of great roads.
func ofRoad(word string) bool {
	switch word {
	case "الدولي", "السريع", "العام", "الرييسي", "الاستراتيجي", "الحيوي":
		return true
	}
	return false
}

// keep puts a node behind those that are kept of the nodes it is one of. Most
// stand there already.
func keep(out []node, n *node) []node {
	out = out[:len(out)+1]
	if last := &out[len(out)-1]; last != n {
		*last = *n
	}
	return out
}

// along says whether a name behind node p is one end of a road, or one corner
// of a triangle: behind the class noun, or joined to a list of roads.
func along(p *node, joined bool) bool {
	return p.role == "class" && (p.value == "road" || p.text == "مثلث") || joined && p.role == rolePlace && p.class != nil && p.class.value == "road" ||
		joined && p.role == roleComma
}

// leadsTo says whether a road is called by the one place it leads to: the road
// is not that place.
func leadsTo(p, n *node) bool {
	return p.role == "class" && p.value == "road" && p.entry.number == 's' && p.suffix == 0 && !n.conj && n.prep == ""
}

// chain is the last node of "A – B – C" that begins at node i; i where no dash
// follows.
func chain(nodes []node, i int) int {
	for i+2 < len(nodes) && isLink(&nodes[i+1]) && nodes[i+2].role == rolePlace && !nodes[i+2].conj {
		i += 2
	}
	return i
}

func isLink(n *node) bool {
	return n.role == roleMark && (n.text == "-" || n.text == "–" || n.text == "—")
}

// alias says whether a second name of the place at node i follows in brackets.
func alias(nodes []node, i int) bool {
	return i+3 < len(nodes) && nodes[i+1].text == "(" && nodes[i+2].role == rolePlace && nodes[i+3].text == ")" && shareAny(nodes[i].places, nodes[i+2].places)
}

func shareAny(a, b []*gazetteer.Entry) bool {
	return slices.ContainsFunc(a, func(e *gazetteer.Entry) bool { return slices.Contains(b, e) })
}

// borders is the last node of "the X – Y border" at node i; i where no two
// countries are named.
func borders(nodes []node, i int) int {
	if i+3 < len(nodes) && ofCountry(&nodes[i+1]) && isLink(&nodes[i+2]) && ofCountry(&nodes[i+3]) {
		return i + 3
	}
	return i
}

func ofCountry(n *node) bool {
	return (n.role == roleWord || n.role == "nation") && strings.HasPrefix(n.text, arabic.Article) && strings.HasSuffix(n.text, "يه")
}
