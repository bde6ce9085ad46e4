package ar

import (
	"slices"
	"strings"

	"frontline/geo/arabic"
	"frontline/timeline"
)

// forcePart reads who is named at node i: an actor, "its forces", "the
// attackers", and those joined to them.
func (s *sentence) forcePart(i int) (part, bool) {
	j := i
	for j < len(s.n) && (s.n[j].role == "members" || s.n[j].role == "of" || j > i && s.n[j].role == "common") {
		j++
	}
	if j > i && j+1 < len(s.n) && s.n[j].role == "prep" && s.n[j].text == "من" {
		j++ // "groups of X"
	}
	if j == len(s.n) {
		return part{}, false
	}
	n := &s.n[j]
	p := part{kind: partForce, node: n, from: i, to: j + 1}
	switch n.role {
	case "actor":
		p.force = force{actor: timeline.Actor(n.value), agree: n.agree, air: n.object == "air", troops: troops(n.text)}
		if j > i {
			p.force.agree = 'p' // people of that force
		}
	case "own", "attackers", "rebels":
		p.force = force{own: n.value[0], agree: s.n[j].agree}
		if n.role == "attackers" {
			p.force.own = 'a'
		}
		if k := j + 2; n.role == "rebels" && k < len(s.n) && s.n[j+1].text == "من" && s.n[k].role == "actor" {
			p.force, p.to = force{actor: timeline.Actor(s.n[k].value), agree: 'p'}, k+1 // "fighters of X"
		}
	case "men":
		if k := j + 1; k < len(s.n) && s.n[k].role == "actor" && !s.n[k].conj && s.n[k].prep == "" { // "columns of X"
			p.force, p.to = force{actor: timeline.Actor(s.n[k].value), agree: n.value[0], air: strings.HasSuffix(n.value, "air") || s.n[k].object == "air"}, k+1
			break
		}
		if j+1 >= len(s.n) || s.n[j+1].role != "nation" || s.n[j+1].conj {
			return part{}, false
		}
		p.force, p.to = force{actor: timeline.Actor(s.n[j+1].value), agree: n.value[0], air: strings.HasSuffix(n.value, "air")}, j+2
	default:
		return part{}, false
	}
	s.join(&p)
	return p, true
}

// troops says whether the first word of a name is "forces" or "units": whom
// "those forces" can mean.
func troops(word string) bool {
	switch arabic.Bare(word) {
	case "قوات", "وحدات":
		return true
	}
	return false
}

// joinReach is how many nodes of description may stand between two forces that
// are named together.
const joinReach = 4

// join adds the forces named together with the one the part begins with.
func (s *sentence) join(p *part) {
	gap, helped := 0, false
	for j := p.to; j < len(s.n) && gap < joinReach; j++ {
		n := &s.n[j]
		switch n.role {
		case "actor":
			with := helped || j > 0 && (s.n[j-1].role == "beside" || s.n[j-1].role == "of" && s.n[j-2].role == "beside") || n.prep == "ب" && s.n[j-1].role == "beside"
			if !n.conj && !with && !s.amongst(j) {
				return
			}
			if n.prep != "" && n.prep != "ب" {
				return // "and to Y"
			}
			p.force.with(timeline.Actor(n.value))
			p.to, gap = j+1, 0
		case "nation": // "with Russian support"
			if !helped || n.conj {
				return
			}
			p.force.with(timeline.Actor(n.value))
			p.to, gap, helped = j+1, 0, false
		case "prep":
			if n.text != "من" || s.n[j-1].role != "beside" {
				return // but "with support of"
			}
		case "beside", "none", "of", "such", "among":
			helped = helped || n.role == "beside" && n.prep == ""
			gap++
		case roleComma:
			if !s.goesOnWith(j + 1) {
				return
			}
			gap++
		case roleMark:
			if end := s.bracket(j); end > j {
				j, p.to = end, end+1
			}
		case roleWord, "common", "members":
			if n.conj || hasConj(n.text) {
				return
			}
			gap++
		default:
			return
		}
	}
}

// amongst says whether "among them" opens the list in which the actor at node j
// stands.
func (s *sentence) amongst(j int) bool {
	return j > 0 && (s.n[j-1].role == "such" || s.n[j-1].role == "among")
}

// goesOnWith says whether a comma before node j stands inside a list of forces.
func (s *sentence) goesOnWith(j int) bool {
	if j >= len(s.n) {
		return false
	}
	n := &s.n[j]
	return n.role == "such" || n.role == "beside" && j+1 < len(s.n) && s.n[j+1].role == "actor" ||
		n.role == "actor" && n.conj && n.prep == "" && (n.value == s.n[j-2].value || n.agree == 'p')
}

// bracket is the node of the bracket that closes the one at node j, if it does
// within a few words; j otherwise.
func (s *sentence) bracket(j int) int {
	if s.n[j].text != "(" {
		return j
	}
	for k := j + 1; k < len(s.n) && k < j+9; k++ {
		if s.n[k].text == ")" {
			return k
		}
	}
	return j
}

// with adds an actor that is named together with the first.
func (f *force) with(a timeline.Actor) {
	if a != f.actor && a != "civilians" && !slices.Contains(f.co, a) {
		f.co = append(f.co, a)
	}
}

// all are the actors of the force.
func (f force) all() []timeline.Actor {
	if f.actor == "" {
		return nil
	}
	return append([]timeline.Actor{f.actor}, f.co...)
}
