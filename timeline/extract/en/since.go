package en

import "frontline/timeline"

// itself is what a word says that points at a place.
//
//nolint:gochecknoglobals // a constant but for the language
var itself = &entry{role: "pron", value: "s"}

// thereAt says whether "there" at node i points at a place: "dug in there", not
// "there are".
func (s *sentence) thereAt(i int) bool {
	if s.n[i].text != "there" || i == 0 {
		return false
	}
	if i+1 == len(s.n) {
		return true
	}
	switch n := &s.n[i+1]; n.role {
	case "be", "have", "modal", "do":
		return s.n[i-1].role == "verb" // "the fighting there was not over"
	case "verb":
		return n.value != "remain"
	}
	return true
}

// isThere says whether a part is the word "there".
func (s *sentence) isThere(p *part) bool { return p.kind == partIt && p.node.text == "there" }

// sinceThen says whether the verb at part i tells since when it is so: what has
// been so since then is so.
func (s *sentence) sinceThen(i int) bool {
	for j := s.p[i].to; j < len(s.n) && j < s.p[i].to+8; j++ {
		switch n := &s.n[j]; n.role {
		case "prep":
			if n.value == "since" {
				return true
			}
		case "strong", roleComma, "relative":
			return false
		}
	}
	return false
}

// lostBack is how many claims back it counts who has been losing.
const lostBack = 8

// losing says whether the last claim of change told of an actor that it lost or
// left ground: what falls after that falls to the others.
func (s *sentence) losing(actor timeline.Actor) bool {
	if len(s.claims) == 0 || actor == "" {
		return false
	}
	for k := len(s.claims) - 1; k >= 0 && k > len(s.claims)-lostBack; k-- {
		c := &s.claims[k]
		switch {
		case c.Modality != timeline.Asserted || !c.Kind.Changes() && c.Kind != timeline.Withdrew && c.Kind != timeline.Lost:
		case c.From == actor:
			return true
		case c.Actor == actor:
			return false
		}
	}
	return false
}

// gone is who leaves in the clause of time that begins at part i: "after Y left",
// "once Y had withdrawn"; "" if nobody does.
func (s *sentence) gone(i int) timeline.Actor {
	for ; i < len(s.p) && (s.p[i].filler() || s.p[i].kind == partComma); i++ {
	}
	if i+1 >= len(s.p) || s.p[i].kind != partStrong && s.p[i].before != "after" {
		return ""
	}
	if t := s.p[i].text; s.p[i].kind == partStrong && t != "after" && t != "once" && t != "when" && t != "as" {
		return ""
	}
	for j := i; j+1 < len(s.p) && j < i+3; j++ {
		if p, v := &s.p[j], &s.p[j+1]; p.kind == partForce && p.force.own == 0 && v.kind == partVerb && v.sense("leave", "withdraw") && !v.verb.passive && s.mode[j+1] == timeline.Asserted {
			return p.force.actor
		}
	}
	return ""
}
