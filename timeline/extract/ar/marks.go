package ar

func markEntry(s string) *entry {
	switch s {
	case "،", ",", "؛", ";":
		return plainComma
	case ".", "؟", "?", "!", "…", "|":
		return plainStop
	case ":":
		return plainColon
	}
	return plainMark
}

// colons makes a colon the opening of a list where one follows, and else a
// stop.
func colons(nodes []node) []node {
	for i := range nodes {
		if n := &nodes[i]; n.role == "it" && n.object == "من" && !(i > 0 && nodes[i-1].role == "verb" && nodes[i-1].form != noun) && i+2 < len(nodes) && opensList(nodes[i+1:]) {
			n.entry = plainSuch
		} else if n.text == "اي" && i+1 < len(nodes) && nodes[i+1].role == rolePlace && !nodes[i+1].conj {
			n.entry = plainSuch // "that is, A and B"
		}
		if nodes[i].role != roleColon {
			continue
		}
		nodes[i].entry = plainStop
		if i+1 < len(nodes) && i > 0 && (nodes[i+1].role == "class" || nodes[i+1].role == rolePlace || nodes[i-1].role == "such") && nodes[i-1].role != roleStop {
			nodes[i].entry = plainSuch
		}
	}
	return nodes
}

// opensList says whether the nodes begin a list that spells out what went
// before: "of them the villages A and B", "of them in the axis of X, the …".
func opensList(nodes []node) bool {
	n := &nodes[0]
	switch {
	case n.role == "class" && n.suffix == 0, n.role == rolePlace:
		return !n.conj && n.prep == ""
	case n.role == "prep" && n.text == "في":
		return fronted(nodes[1:])
	}
	return false
}
