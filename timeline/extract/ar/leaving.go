package ar

import "frontline/timeline"

// nobody is the holder of a place that somebody left.
var nobody = subject{force: force{actor: timeline.Unknown}}

// lose reads "X lost the village to Y".
func (s *sentence) lose(i int, loser subject) {
	g, _ := s.target(i)
	if s.p[i].form == noun && s.p[i].suffix == 0 && loser.linked {
		s.reject(i, "control.lost", "nobody says whose loss it was")
		return
	}
	if len(g.objects) == 0 || loser.actor == "" {
		s.reject(i, "control.lost", "no ground, or nobody to lose it")
		return
	}
	for j := i + 1; j+1 < len(s.p) && j < g.to+4; j++ {
		if s.p[j].is("to") && s.p[j+1].kind == partForce {
			s.control(i, event{timeline.Captured, s.named(i, j+1), loser.actor, g.objects, j + 2, "control.lost_to"})
			return
		}
	}
	if winner := s.g.sides.OnlyOther(s.forces, loser.actor); winner != "" {
		s.control(i, event{timeline.Captured, subject{force: force{actor: winner}, linked: true}, loser.actor, g.objects, g.to, "control.lost_against"})
		return
	}
	s.control(i, event{timeline.Lost, nobody, loser.actor, g.objects, g.to, "control.lost"})
}

// ended reads "ended the presence of X in the town", "the control of X over it
// ended": whoever ended it has it now.
func (s *sentence) ended(i int, who subject) {
	j := s.next(i, func(p *part) bool {
		return p.verb("presence", "capture", "present") || p.kind == partForce && p.before == ""
	})
	if j >= 0 && s.p[j].kind == partForce { // "X ended the presence of Y"
		j = s.next(j, func(p *part) bool { return p.verb("presence", "capture", "present") })
	}
	if j < 0 || s.p[j].form != noun || s.p[j].suffix != 0 {
		return // "completed its control of": read there
	}
	k := s.next(j, func(p *part) bool { return p.kind == partForce })
	if k < 0 || s.p[k].force.actor == "" {
		return
	}
	loser := s.p[k].force.actor
	if who.actor == "" || !s.against(who.actor, loser) {
		who = subject{force: force{actor: s.opponent(loser)}, linked: true}
	}
	for m := k + 1; m < len(s.p) && m < k+4; m++ {
		if p := &s.p[m]; p.kind == partGround && (p.before == "في" || p.before == "علي" || p.before == "ب" || p.before == "من") {
			s.control(i, event{timeline.Captured, who, loser, p.objects, m + 1, "control.ended"})
			return
		}
	}
}

// withdraw reads "X withdrew from the village", "X left the village", "the
// village slipped from the hands of X"; who came after is another claim's to
// say.
func (s *sentence) withdraw(i int, who subject) {
	if s.mode[i] != timeline.Asserted {
		return
	}
	if j := s.next(i, func(p *part) bool { return p.is("from") }); j >= 0 && j+1 < len(s.p) && s.p[j+1].kind == partForce {
		if objs := s.held1(i); len(objs) > 0 {
			s.control(i, event{timeline.Withdrew, nobody, s.p[j+1].force.actor, objs, j + 2, "control.slipped"})
		}
		return
	}
	if who.actor == "" || who.actor == "civilians" || who.air {
		return
	}
	var g group
	if s.p[i].value == "evacuate" {
		g, _ = s.target(i)
	} else {
		g, _ = s.complement(i, "من")
	}
	s.control(i, event{timeline.Withdrew, nobody, who.actor, g.objects, g.to, "control.withdrew"})
}

// held1 is the ground that is the subject of the verb at part i.
func (s *sentence) held1(i int) []object {
	if k := s.antecedentOf(i); k >= 0 && s.p[k].kind == partGround {
		return s.pick(&s.p[k], s.all(k, i))
	}
	if j := s.next(i, func(p *part) bool { return p.kind == partGround && p.before == "" }); j >= 0 {
		return s.p[j].objects
	}
	for j := i - 1; j >= 0; j-- {
		switch p := &s.p[j]; {
		case p.kind == partGround && p.before == "":
			return p.objects
		case p.kind == partStrong, p.finite() && !p.verb("was"):
			return nil
		}
	}
	return nil
}

// expel reads "drove Y out of X", "Y was driven out of X by Z".
func (s *sentence) expel(i int, who subject) {
	end := s.clauseEnd(i)
	for j := i + 1; j < end; j++ {
		p := &s.p[j]
		if p.before != "من" || p.kind != partGround && p.kind != partIt {
			continue
		}
		from := timeline.Actor("")
		for k := i + 1; k < end; k++ {
			if f := &s.p[k]; f.kind == partForce && f.force.actor != who.actor && f.force.own == 0 && s.against(f.force.actor, who.actor) {
				from = f.force.actor
			}
		}
		if from == "" && s.p[i].form == noun {
			if f := s.next(i, func(p *part) bool { return p.kind == partForce }); f >= 0 && s.p[f].force.actor == who.actor {
				from, who = who.actor, subject{force: force{actor: s.opponent(who.actor)}, at: i, linked: true}
			}
		}
		if from == "" {
			from = s.opponent(who.actor)
		}
		objs := p.objects
		if p.kind == partIt {
			objs = s.pointed(i, j).objects
		}
		s.control(i, event{timeline.Captured, who, from, objs, j + 1, "control.expelled"})
		return
	}
}

// receive reads "X was handed the village by Y".
func (s *sentence) receive(i int, who subject) {
	g, _ := s.target(i)
	from := timeline.Actor("")
	for j := i + 1; j < len(s.p) && j < g.to+4; j++ {
		if p := &s.p[j]; p.kind == partForce && p.force.actor != who.actor && s.leaves(j) {
			from = p.force.actor
		}
	}
	s.control(i, event{timeline.HandedOver, who, from, g.objects, g.to, "control.received"})
}

// hand reads "X handed the village to Y".
func (s *sentence) hand(i int, giver subject) {
	g, _ := s.target(i)
	for j := i + 1; j < len(s.p) && j < max(g.to, i)+4; j++ {
		if p := &s.p[j]; p.kind == partForce && (p.before == "ل" || p.before == "الي" || s.p[j-1].is("to")) {
			s.control(i, event{timeline.HandedOver, s.named(i, j), giver.actor, g.objects, max(g.to, j+1), "control.handed_over"})
			return
		}
	}
}

// repelled reads "an attack of X on the town" that was thrown back.
func (s *sentence) repelled(i int) {
	if s.mode[i] != timeline.Repelled {
		return
	}
	j := s.next(i, func(p *part) bool { return p.kind == partForce })
	if j < 0 {
		return
	}
	for k := j + 1; k < s.clauseEnd(i); k++ {
		if p := &s.p[k]; p.kind == partGround && p.before == "علي" {
			s.control(i, event{timeline.Captured, s.named(i, j), "", p.objects, k + 1, "control.repelled"})
			return
		}
	}
}
