package ar

import "frontline/timeline"

// besiege reads "X surrounded the town".
func (s *sentence) besiege(i int) {
	n := s.n[i]
	if n.form == noun && s.broken(i) {
		return
	}
	if n.form == noun && n.suffix == 0 && !s.carried(i) {
		return
	}
	who := s.doer(i)
	g, _ := s.target(i)
	if len(g.objects) == 0 {
		g = s.expanse(i)
	}
	if who.actor == "" || len(g.objects) == 0 {
		return
	}
	for _, o := range g.objects {
		if !o.near {
			s.say(i, g.to, timeline.Claim{Kind: timeline.Besieged, Actor: who.actor, CoActors: who.co, Place: s.ref(o), Rule: "siege.imposed"})
		}
	}
}

// broken reads "broke the siege of the base"; it says whether that is meant.
func (s *sentence) broken(i int) bool {
	for j := i - 1; j >= 0 && j > i-4; j-- {
		n := s.n[j]
		if n.role == "verb" && n.value == "break" {
			who, g := s.doer(j), s.objects(i+1)
			if who.actor != "" && len(g.objects) > 0 {
				s.say(j, g.to, timeline.Claim{Kind: timeline.SiegeBroken, Actor: who.actor, CoActors: who.co,
					From: s.opponent(who.actor), Place: s.ref(g.objects[0]), Rule: "siege.broken"})
			}
			return true
		}
		if n.role != "actor" && n.role != "none" {
			return false
		}
	}
	return false
}

// expanse is the ground in which somebody is surrounded, where only its extent
// is told: "in thousands of kilometres from A to B".
func (s *sentence) expanse(i int) group {
	end := s.clauseEnd(i)
	for end+1 < len(s.n) && s.n[end].role == roleComma && s.n[end+1].conj && s.n[end+1].role != "verb" {
		end = s.clauseEnd(end) // "…, and the country of C"
	}
	for j := i + 1; j < end && j < i+5; j++ {
		if s.n[j].role == "prep" && s.n[j].text == "في" && j+1 < end {
			return group{from: j + 1, to: end, objects: []object{{start: s.n[j+1].start, end: s.n[end-1].end}}}
		}
	}
	return group{}
}

// ring reads "imposed a siege on X" and "broke the siege of X".
func (s *sentence) ring(i int) {
	for j := i - 1; j >= 0 && j > i-8; j-- {
		n := s.n[j]
		if n.role == roleComma || n.role == "strong" {
			return
		}
		if n.role != "verb" {
			continue
		}
		who := s.doer(j)
		g := s.ground(i)
		if len(g.objects) == 0 || who.actor == "" {
			return
		}
		c := timeline.Claim{Actor: who.actor, Place: s.ref(g.objects[0])}
		switch n.value {
		case "break":
			c.Kind, c.From, c.Rule = timeline.SiegeBroken, s.opponent(who.actor), "siege.broken"
		case "light", "besiege":
			c.Kind, c.Rule = timeline.Besieged, "siege.imposed"
		default:
			return
		}
		s.say(i, g.to, c)
		return
	}
}
