package ar

import (
	"strings"

	"frontline/geo/arabic"
)

// sidesNamed are the forces on the ground that a text names, as far as they tell
// for whom others fight.
type sidesNamed struct {
	government, islamicState, turkey bool
	apart                            bool // the tribes and the SDF are named in one sentence: they may fight each other
	state                            bool // Islamic State is called a state, or its voice speaks
}

// allegiance settles who is meant by names that several have: "the State", "the
// tribes", "the mercenaries", by the other forces of the text.
func allegiance(text string, nodes []node) {
	var called sidesNamed
	shared, tribe, sdf := false, false, false
	for i := range nodes {
		switch n := &nodes[i]; {
		case n.role == roleStop:
			tribe, sdf = false, false
		case n.role != "actor" || n.object == "air":
		case ambiguous(n):
			shared, tribe = true, tribe || n.value == "local"
		default:
			called.add(n, text)
			sdf = sdf || n.value == "sdf"
		}
		called.apart = called.apart || tribe && sdf
	}
	for i := range nodes {
		if n := &nodes[i]; shared && n.role == "actor" && ambiguous(n) {
			if who := called.means(text, nodes, i); who != "" && who != n.value {
				e := *n.entry
				e.value = who
				n.entry = &e
			}
		}
	}
}

// ambiguous says whether several forces bear the name of a node.
func ambiguous(n *node) bool {
	switch n.text {
	case "الدوله":
		return n.first == n.last
	case "المرتزقه":
		return n.first == n.last && n.value == "turkey_backed"
	}
	return n.value == "local"
}

// add takes note of the force of a node.
func (c *sidesNamed) add(n *node, text string) {
	switch n.value {
	case "syrian_government":
		c.government = true
		c.state = c.state || strings.Contains(arabic.Fold(text[n.start:n.end]), "نصيري")
	case "islamic_state":
		c.islamicState = true
		if name := arabic.Fold(text[n.start:n.end]); !strings.Contains(name, "داعش") && !strings.Contains(name, "دواعش") && name != "التنظيم" {
			c.state = true
		}
	case "turkey", "turkey_backed":
		c.turkey = true
	}
}

// means is the actor that the ambiguous name of node i stands for; "" for whom
// the lists have.
func (c *sidesNamed) means(text string, nodes []node, i int) string {
	switch n := &nodes[i]; {
	case n.text == "الدوله":
		if c.state && !(i > 0 && ofTheState(text, &nodes[i-1])) {
			return "islamic_state" // and the government where it is only called by its abbreviation
		}
	case n.text == "المرتزقه":
		if c.islamicState && !c.turkey {
			return "islamic_state"
		}
	case c.government && c.islamicState && !c.apart && strings.Contains(arabic.Fold(text[n.start:n.end]), "عشاير"):
		return "syrian_government" // against Islamic State the tribes fight at its side
	}
	return ""
}

// ofTheState says whether a node says "in the fold of", "the institutions of": of
// what only a government has.
func ofTheState(text string, n *node) bool {
	words := strings.Fields(arabic.Fold(text[n.start:n.end]))
	switch words[len(words)-1] {
	case "كنف", "حضن", "مؤسسات", "هيبه", "سياده", "موظفي", "دوائر":
		return true
	}
	return false
}
