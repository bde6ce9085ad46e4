package en

// roads makes one name of a road that is called by both its ends: the Palmyra –
// Sukhnah road.
func roads(nodes []node) []node {
	out := nodes[:0]
	for i := 0; i < len(nodes); i++ {
		n := nodes[i]
		if end := roadAt(nodes, i); end > 0 {
			n.class, n.end, n.last, n.entries = nodes[end].class, nodes[end].end, nodes[end].last, nil
			n.text += " " + nodes[end].text
			i = end
		}
		out = append(out, n)
	}
	return out
}

// roadAt is the last node of the compound name of a road that begins at node i;
// 0 where none does.
func roadAt(nodes []node, i int) int {
	if nodes[i].role != rolePlace || i+2 >= len(nodes) {
		return 0
	}
	if x := &nodes[i+1]; x.role == rolePlace && x.glued && x.class != nil && x.class.value == "road" {
		return i + 1
	}
	if nodes[i+1].role != roleMark || nodes[i+2].role != rolePlace {
		return 0
	}
	switch nodes[i+1].text {
	case "–", "—", "-":
	default:
		return 0
	}
	if c := nodes[i+2].class; c == nil || c.value != "road" {
		return 0
	}
	return i + 2
}
