package en

import "strconv"

// numbers gives every node its place in the text, and number words their
// numbers: "sixty-two" is one.
func numbers(nodes []node) []node {
	out := nodes[:0]
	for _, n := range nodes {
		n.count()
		if k := len(out) - 1; k >= 0 && n.glued && n.role == "count" && n.number < 10 && out[k].role == "count" && out[k].number >= 20 {
			out[k].number += n.number
			out[k].end, out[k].last = n.end, n.last
			continue
		}
		n.at = len(out)
		out = append(out, n)
	}
	return out
}

// count gives a number word its number.
func (n *node) count() {
	if n.role == "count" || n.role == "dozen" {
		n.number, _ = strconv.ParseFloat(n.value, 64)
	}
}
