package ar

import (
	"slices"

	"frontline/timeline"
)

// strike reads "X shelled the town".
func (s *sentence) strike(i int) {
	n := s.n[i]
	who := s.doer(i)
	if n.form == noun {
		s.strikeNoun(i)
		return
	}
	if s.find(i+1, 2, "aircraft") >= 0 {
		who = subject{} // nobody says whose
	}
	g, _ := s.target(i)
	if len(g.objects) == 0 {
		g = s.ground(i)
	}
	s.struck(i, who, g)
}

// strikeNoun reads "air raids by X on the town" and "shelling of it by X".
func (s *sentence) strikeNoun(i int) {
	end := s.clauseEnd(i)
	who := subject{}
	for j := i + 1; j < end && j < i+8; j++ {
		if n := s.n[j]; n.role == "actor" {
			who = subject{at: i, actor: timeline.Actor(n.value), agree: n.agree}
			break
		}
	}
	if who.actor == "" {
		for j := i - 1; j >= s.clauseStart(i); j-- {
			if n := s.n[j]; n.role == "actor" && n.prep == "" {
				who = subject{at: i, actor: timeline.Actor(n.value), agree: n.agree}
				break
			}
		}
	}
	g := group{}
	if j := s.find(i+1, 10, "prep", "near", "class", rolePlace); j >= 0 && j < end {
		for ; j < end && j < i+12; j++ {
			if g = s.objects(j); len(g.objects) > 0 {
				break
			}
		}
	}
	if len(g.objects) == 0 {
		for j := i - 1; j >= s.clauseStart(i); j-- {
			if s.n[j].value == "suffer" && s.n[j].role == "verb" {
				g = s.objects(j + 1)
			}
		}
	}
	s.struck(i, who, g)
}

func (s *sentence) struck(i int, who subject, g group) {
	if s.mode[i] == timeline.Hypothetical || who.actor == "civilians" {
		return
	}
	for _, o := range g.objects {
		s.say(i, g.to, timeline.Claim{Kind: timeline.Struck, Modality: timeline.Asserted, Actor: who.actor, Place: s.ref(o), Rule: "strike"})
	}
}

// parties are those who fight, and the node behind the last of them: the two
// sides behind "between" or "with", commas or not.
func (s *sentence) parties(i int) (out []timeline.Actor, end int) {
	end = i + 1
	sides := map[string]bool{}
	for j := i + 1; j < len(s.n) && j < i+30; j++ {
		n := s.n[j]
		if n.role == "strong" || n.role == "verb" && n.form != noun && n.value != "clash" && n.value != "none" {
			break
		}
		a := timeline.Actor(n.value)
		if n.role != "actor" || slices.Contains(out, a) || a == "civilians" || len(sides) == 2 && !n.conj {
			continue
		}
		out, end = append(out, a), j+1
		sides[s.g.sides[a]] = true
	}
	if len(sides) < 2 {
		return nil, end
	}
	return out, end
}

// clash reads "fighting between X and Y in Z". Where it does not say between
// whom, it is between the two sides the text speaks of most.
func (s *sentence) clash(i int) {
	parties, end := s.parties(i)
	confidence := sureOwn
	if len(parties) < 2 {
		parties, confidence = s.rivals(), sureLinked
	}
	if len(parties) < 2 || s.mode[i] == timeline.Hypothetical {
		return
	}
	objs, to := s.battlegrounds(i)
	for _, o := range objs {
		s.say(i, max(end, to), timeline.Claim{Kind: timeline.Clashed, Modality: timeline.Asserted, Actor: parties[0], CoActors: parties[1:],
			Place: s.ref(o), Rule: "clash", Confidence: confidence})
	}
}

// battlegrounds are the places of fighting told at node i: behind it, "in X and
// around Y", or else the last ground named before.
func (s *sentence) battlegrounds(i int) (objs []object, to int) {
	for g := s.ground(i); len(g.objects) > 0; g = s.objects(to + 1) {
		objs, to = append(objs, g.objects...), g.to
		if to+1 >= len(s.n) || s.n[to].text != "في" || !s.n[to].conj {
			break
		}
	}
	if len(objs) == 0 {
		for _, o := range s.groupBefore(i, false) {
			if parties, _ := s.parties(i); len(parties) > 1 || o.start >= s.n[s.clauseStart(i)].start {
				objs = append(objs, o)
			}
		}
		return objs, i + 1
	}
	return objs, to
}
