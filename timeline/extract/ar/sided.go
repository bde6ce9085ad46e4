package ar

import (
	"strings"

	"frontline/geo/arabic"
	"frontline/timeline"
)

// sided: in a text about forces that Turkey backs, or about an operation of
// theirs, "the Free Army" and "the factions" are those forces. Where the text
// speaks of others too, only in the line that names the operation.
func sided(text string, nodes []node) []node {
	shortNames(text, nodes)
	neighbours(nodes)
	allegiance(text, nodes)
	side, enemy, government, hts, islamicState := "", "", false, false, false
	for i := range nodes {
		n := &nodes[i]
		if !n.has(ofForces) {
			continue
		}
		switch n.role {
		case "operation":
			side, enemy, _ = strings.Cut(n.value, " ")
		case "actor":
			if n.value == "turkey_backed" && side == "" {
				side = n.value
			}
			ground := n.object != "air"
			government = government || ground && n.value == "syrian_government"
			hts = hts || ground && n.value == "hts"
			islamicState = islamicState || ground && n.value == "islamic_state"
		}
	}
	if side == "" || government && hts {
		return nodes
	}
	narrow := (government || islamicState && enemy != "islamic_state") && !namesOperation(firstLine(nodes))
	as, from := map[*entry]*entry{}, 0
	for i := 0; i <= len(nodes); i++ {
		if i < len(nodes) && nodes[i].role != roleStop {
			continue
		}
		if line := nodes[from:i]; !narrow || namesOperation(line) {
			rename(line, text, side, as)
		}
		from = i + 1
	}
	return nodes
}

// operation is whose operation the nodes name, and against whom; nobody where
// they name several against different enemies, or none that has one.
func operation(nodes []node) (sides [2]timeline.Actor) {
	for i := range nodes {
		if nodes[i].role != "operation" {
			continue
		}
		side, enemy, _ := strings.Cut(nodes[i].value, " ")
		if named := [2]timeline.Actor{timeline.Actor(side), timeline.Actor(enemy)}; sides[0] == "" {
			sides = named
		} else if sides != named {
			return [2]timeline.Actor{}
		}
	}
	return sides
}

// firstLine is the headline, or the first sentence.
func firstLine(nodes []node) []node {
	for i := range nodes {
		if nodes[i].role == roleStop {
			return nodes[:i]
		}
	}
	return nodes
}

func namesOperation(nodes []node) bool {
	for i := range nodes {
		if n := &nodes[i]; n.role == "operation" || n.role == "actor" && n.value == "turkey_backed" {
			return true
		}
	}
	return false
}

// rename gives the general names of the opposition in the nodes to another
// actor.
func rename(nodes []node, text, actor string, as map[*entry]*entry) {
	for i := range nodes {
		n := &nodes[i]
		if n.role != "actor" || n.value != "opposition" {
			continue
		}
		if name := arabic.Fold(text[n.start:n.end]); !strings.HasSuffix(name, "الحر") && !strings.Contains(name, "الحر ") && !strings.Contains(name, "فصايل") && !strings.Contains(name, "المعارضه") {
			continue
		}
		if as[n.entry] == nil {
			e := *n.entry
			e.value = actor
			as[n.entry] = &e
		}
		n.entry = as[n.entry]
	}
}
