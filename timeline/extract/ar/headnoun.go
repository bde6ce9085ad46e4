package ar

import (
	"strings"

	"frontline/geo/arabic"
	"frontline/timeline"
)

// headNoun reads on from the number: its noun, what describes it, and "of X".
func (s *sentence) headNoun(l *loss) {
	words := 0
	for j := l.to; j < len(s.n); j++ {
		n := &s.n[j]
		if n.conj && !(n.role == "hurt" && l.killed) {
			return
		}
		switch n.role {
		case "person", "one":
			l.people = true
			if l.side == "" {
				l.side = "civilians"
			}
			l.anyone = l.anyone || strings.HasPrefix(n.text, "شخص") || strings.HasPrefix(n.text, "اشخاص")
			l.civil = l.civil || strings.Contains(n.text, "مدني")
		case "soldier", "men":
			if n.role == "men" && n.value != "p" {
				return // lorries, patrols
			}
			l.people, l.soldiers = true, true
		case "members", "rebels":
			l.people, l.fighters = true, true
		case "others":
			l.people, l.others = true, true
		case "dead":
			l.people, l.fused, l.killed = true, l.wounded, true
			if n.value != "" && l.side == "" {
				l.side = timeline.Actor(n.value)
			}
		case "hurt":
			l.people, l.fused, l.wounded = true, l.killed, true
		case "nation":
			if l.soldiers || l.fighters {
				l.side = timeline.Actor(n.value)
			}
		case "other", "none", "full":
		case "among":
			if j > l.from+1 || !strings.HasPrefix(n.text, "من") {
				return // "14, among them": told of those, not "14 of them"
			}
			l.people, l.them = true, true
		case roleWord:
			if words++; words > 2 || j == l.to && !s.of(j+1) {
				return
			}
		case "prep", "of", "actor", "own", "it", "both":
			if n.role == "actor" && s.citizens(n, j) {
				l.side = timeline.Actor(n.value)
				break
			}
			if s.member(l, j) && l.to < len(s.n) && s.n[l.to].role == "prep" && s.bothFates(l.to) {
				s.member(l, l.to)
			}
			return
		default:
			return
		}
		l.to = j + 1
	}
}

// citizens says whether the country at node j, right behind soldiers or fighters,
// is the adjective that looks like it: "36 Turkish soldiers", جنديا تركيا.
func (s *sentence) citizens(n *node, j int) bool {
	if n.prep != "" || n.conj || s.n[j-1].role != "soldier" && s.n[j-1].role != "members" {
		return false
	}
	switch n.text {
	case "تركيا", "روسيا", "سوريا", "ايرانيا":
		return true
	}
	return false
}

// of says whether "of X" begins at node j: what stands before it is a noun of
// people then, though the lists do not know it.
func (s *sentence) of(j int) bool {
	if j >= len(s.n) {
		return false
	}
	switch n := &s.n[j]; n.role {
	case "of":
		return true
	case "prep":
		return n.text == "من" && j+1 < len(s.n) && (s.n[j+1].role == "actor" || s.n[j+1].role == "own" || s.n[j+1].role == "members" || s.n[j+1].role == "person")
	}
	return false
}

// bothFates says whether "dead and wounded" stand behind the preposition at node
// j: the number counts both.
func (s *sentence) bothFates(j int) bool {
	return arabic.Bare(s.n[j].text) == "بين" && j+2 < len(s.n) && s.n[j+1].role == "dead" && s.n[j+2].role == "hurt" && s.n[j+2].conj
}
