package en

import (
	"strings"

	"frontline/timeline"
)

// sideOf finds whose the loss at node j is: named behind the number, or by the
// sentence around it.
func (s *sentence) sideOf(j int) timeline.Actor {
	people := false
	for k := j; k < len(s.n) && k < j+9; k++ {
		n := &s.n[k]
		switch n.role {
		case "person":
			people = true
		case "members":
			if n.text == "combatants" {
				return timeline.Unknown // of both sides
			}
		case "actor":
			return s.sideAt(k)
		case "latter":
			for i := range s.p {
				if s.p[i].from <= k && k < s.p[i].to {
					return s.antecedent(i, 'l').actor
				}
			}
		case "own": // "five of its fighters": whoever speaks
			if s.n[k-1].text != "of" {
				break
			}
			if a := s.speaker(j); a != "" {
				return a
			}
		case "det":
			if n.text == "both" {
				return timeline.Unknown
			}
		case roleComma, "strong", "relative", "near":
			k = len(s.n)
		case roleNum, "count":
			if k > j {
				k = len(s.n)
			}
		case "verb":
			if n.value != "kill" && n.value != "wound" || people {
				k = len(s.n)
			}
		case "prep":
			if n.value != "of" && n.value != "from" && n.value != "among" && (n.value != "on" || k+1 >= len(s.n) || s.n[k+1].text != "both") {
				k = len(s.n)
			}
		case "one":
			switch n.text {
			case "a civilian", "a child", "a woman", "a man", "a journalist", "a girl", "a boy", "a person":
				people = true
			}
		}
	}
	if people {
		return "civilians"
	}
	return s.suffered(j)
}

// speaker is who says what node j tells: the force named before it, else the
// first behind it.
func (s *sentence) speaker(j int) timeline.Actor {
	found := timeline.Actor("")
	for i := range s.p {
		p := &s.p[i]
		if p.kind == partForce && p.force.own == 0 && p.force.actor != "civilians" && (p.to <= j || found == "" && p.before == "") {
			found = p.force.actor
		}
		if p.from > j && found != "" {
			break
		}
	}
	return found
}

// killer is who does what the verb of killing right before the number at node j
// says: "killing 11 soldiers".
func (s *sentence) killer(j int) subject {
	for i := range s.p {
		if p := &s.p[i]; p.sense("kill", "wound") && !p.noun() && !p.verb.passive && p.to <= j && p.to > j-4 {
			if k := s.strikeBefore(i); k >= 0 { // "attacks by X killed"
				return s.doer(k)
			}
			return s.doer(i)
		}
	}
	return subject{}
}

// admitted says whether the force at node k admits the loss at node j.
func (s *sentence) admitted(k, j int) bool {
	for ; k < j; k++ {
		if t := s.n[k].text; strings.HasPrefix(t, "admit") || strings.HasPrefix(t, "acknowledge") || strings.HasPrefix(t, "conced") || t == "lost" {
			return true
		}
	}
	return false
}

// sideAt is the side named at node k: several together are unknown.
func (s *sentence) sideAt(k int) timeline.Actor {
	from := k
	for from > 0 && (s.n[from-1].role == "members") {
		from--
	}
	if f, to, ok := s.forceAt(from); ok && to+1 < len(s.n) && s.n[to].role == "and" && (s.n[to+1].role == roleNum || s.n[to+1].role == "count") {
		return f.actor // "9 of X and 23 of Y"
	}
	if p, ok := s.forcePart(from); ok && p.force.actor != "" {
		for _, a := range p.force.co {
			if a != p.force.actor {
				return timeline.Unknown
			}
		}
		if j := p.to; j+2 < len(s.n) && s.n[j].role == "and" && s.n[j+1].text == "of" && s.memberOf(j+2) {
			return timeline.Unknown // "of X and of Y"
		}
		return p.force.actor
	}
	return s.n[k].actor
}

// suffered finds the side of a loss whose words do not say: of soldiers, those
// whom the text or sentence speaks of as losing; of others none.
func (s *sentence) suffered(j int) timeline.Actor {
	soldier := false
	for k := j; k < len(s.n) && k < j+5; k++ {
		soldier = soldier || s.n[k].role == "members"
	}
	if who := s.killer(j); soldier && who.actor != "" {
		return s.opponent(who.actor)
	}
	for k := j - 1; k >= 0 && k > j-14; k-- {
		if n := &s.n[k]; n.role == "actor" {
			if n.owner || soldier && n.actor == "civilians" {
				return n.actor
			}
			if !soldier && s.nameless(j) && !s.admitted(k, j) {
				return ""
			}
			killer := false
			for m := k; m < j; m++ {
				killer = killer || s.n[m].role == "verb" && s.n[m].value == "kill"
			}
			if killer {
				return s.opponent(n.actor)
			}
			return n.actor
		}
	}
	if soldier {
		if len(s.forces) == 1 {
			return s.opponent(s.forces[0].Actor)
		}
		return "syrian_government"
	}
	return ""
}
