package ar

import "frontline/timeline"

// capture reads "took control of X", "recovered X", in all their forms.
func (s *sentence) capture(i int) {
	n := s.n[i]
	if s.fire(i) {
		s.mode[i] = timeline.FireControl
	}
	if i > 0 && s.n[i-1].text == "نطاق" {
		return // widened the extent of its control: an advance
	}
	g, relative := s.target(i)
	who := s.doerOf(i, g)
	if s.goesOn(i) {
		s.control(i, event{timeline.Holds, who, "", g, "holds.goes_on"})
		return
	}
	kind := timeline.Captured
	if n.value == "recapture" || s.again(i) {
		kind = timeline.Recaptured
	}
	if holding := n.form == present && s.mode[i] == timeline.Asserted && (relative || s.still(i) || !s.headline); holding || i > 0 && s.n[i-1].role == "class" && n.form == noun {
		s.control(i, event{timeline.Holds, who, "", g, "holds.controls"})
		return
	}
	if len(g.objects) == 0 {
		return
	}
	from := s.loser(i, g, who.actor)
	s.control(i, event{kind, who, from, g, "control." + n.value})
}

// goesOn says whether "goes on", "continues" governs the verbal noun at i.
func (s *sentence) goesOn(i int) bool {
	for j := i - 1; j >= 0 && j > i-5 && s.n[i].form == noun; j-- {
		switch n := s.n[j]; {
		case n.role == "verb":
			return n.value == "go_on"
		case n.role == roleComma, n.role == "strong":
			return false
		}
	}
	return false
}

// target is what the verb at i is done to, and whether a pronoun stands for it
// (which X it controls).
func (s *sentence) target(i int) (group, bool) {
	n := s.n[i]
	if n.object != "على" {
		if n.suffix != 0 && n.form != noun {
			return s.pronounTarget(i, i), true
		}
		j := i + 1
		if k := s.overtSubject(i); k >= 0 {
			j = s.afterActors(k)
		}
		if j+1 < len(s.n) && s.n[j].text == "من" && s.n[j+1].role == "actor" {
			j = s.afterActors(j + 1)
		}
		if j < len(s.n) && s.n[j].text == "الي" && n.value == "enter" {
			j++
		}
		return s.objects(j), false
	}
	j := i + 1
	for ; j < len(s.n) && j < i+14; j++ {
		switch t := s.n[j]; t.role {
		case "prep":
			if t.text == "علي" {
				return s.objects(j + 1), false
			}
		case "object_pronoun":
			return s.pronounTarget(i, j), true
		case roleComma:
			if j+1 < len(s.n) && s.n[j+1].role != "ago" && s.n[j+1].role != "weekday" && s.n[j-1].role != "ago" && s.n[j-1].role != "weekday" {
				return group{}, false
			}
		case "strong", "relative":
			return group{}, false
		case "verb":
			if t.form != noun {
				return group{}, false
			}
		}
	}
	return group{}, false
}

func (s *sentence) pronounTarget(i, j int) group {
	plural := s.n[j].text == "عليهما" || s.n[j].text == "عليهم" || s.n[j].suffix == 'd'
	return group{from: i, to: j + 1, objects: s.groupBefore(i, plural)}
}

// afterActors is the node behind a list of actors that begins at k.
func (s *sentence) afterActors(k int) int {
	for k++; k < len(s.n); k++ {
		switch n := s.n[k]; n.role {
		case "actor":
			if !n.conj && n.prep == "" {
				return k
			}
		case "beside", "none", "ago", "weekday", "then", "common", "vague_time":
		case roleComma:
			if k+1 < len(s.n) && s.n[k+1].role == "class" {
				continue
			}
			return k
		default:
			return k
		}
	}
	return k
}

// fire says whether the control at i is by fire only.
func (s *sentence) fire(i int) bool { return s.find(i+1, 4, "fire") >= 0 }

// again says whether words beside the verb make it a recapture.
func (s *sentence) again(i int) bool {
	for j := max(0, i-4); j < min(len(s.n), i+3); j++ {
		if n := s.n[j]; n.role == "verb" && j < i && (n.value == "again" || n.value == "recapture" && s.n[i].form == noun) || n.text == "مجددا" {
			return true
		}
	}
	return false
}

// still says whether "still" or a relative pronoun governs the verb at i.
func (s *sentence) still(i int) bool {
	for j := i - 1; j >= 0 && j > i-5; j-- {
		switch s.n[j].role {
		case "still", "relative":
			return true
		case roleComma, "strong", "verb":
			return false
		}
	}
	return false
}

// loser is who held the objects before: named by "from X", "after X left",
// "at the expense of X", or the one opponent in play.
func (s *sentence) loser(i int, g group, holder timeline.Actor) timeline.Actor {
	sides := s.g.sides
	for j := i + 1; j < len(s.n) && j < g.to+10; j++ {
		n := s.n[j]
		if j >= g.to && (n.role == "strong" || n.role == "verb" && n.form != noun) {
			break
		}
		if a := timeline.Actor(n.value); n.role == "actor" && a != holder && j > 0 && s.takesFrom(j) {
			if sides[a] != sides[holder] || s.n[j-1].role == "from" {
				return a
			}
		}
	}
	return s.opponent(holder)
}

// takesFrom says whether the actor at j stands where a loser stands.
func (s *sentence) takesFrom(j int) bool {
	for k := j - 1; k >= 0 && k >= j-3; k-- {
		switch n := s.n[k]; n.role {
		case "from":
			return true
		case "prep":
			return n.text == "من" || n.text == "مع" || n.text == "ضد"
		case "verb":
			return n.value == "withdraw" || n.value == "expel" || n.value == "evacuate"
		case "actor", "members", "none", "common":
		default:
			return false
		}
	}
	return false
}

// entered reads "entered X": part of it, unless the others left or control is
// said as well.
func (s *sentence) entered(i int) {
	for j := i + 1; j < len(s.n) && j < i+16; j++ {
		switch r := s.n[j].role; {
		case r == "under", r == "under_pronoun":
			return
		case r == "border" && j < i+4:
			s.advance(i)
			return
		}
	}
	g, _ := s.target(i)
	who := s.doer(i)
	extent := timeline.Partial
	for j := g.to; j < len(s.n) && j < g.to+8; j++ {
		if n := s.n[j]; n.role == "verb" && (n.value == "withdraw" || n.value == "evacuate" || n.value == "capture") {
			extent = timeline.Full
		}
	}
	for k := range g.objects {
		g.objects[k].partial = extent == timeline.Partial
	}
	s.control(i, event{timeline.Captured, who, s.loser(i, g, who.actor), g, "control.entered"})
}
