package en

import "strconv"

// count gives a number word its number.
func (n *node) count() {
	if n.role == "count" || n.role == "dozen" {
		n.number, _ = strconv.ParseFloat(n.value, 64)
	}
}
