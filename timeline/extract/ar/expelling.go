package ar

import "frontline/timeline"

// expel reads "drove Y out of X", "Y was driven out of X by Z".
func (s *sentence) expel(i int, who subject) {
	end := s.clauseEnd(i)
	if j := s.next(i, func(p *part) bool { return p.kind == partForce && p.before == "" }); j >= 0 && s.p[j].force.own == 0 {
		if k := s.next(j, func(p *part) bool { return p.kind == partForce && p.before == "" }); k >= 0 && s.p[k].force.own != 0 && s.p[k].force.own != 'a' && s.p[k].force.own != 'r' {
			s.pull(i, s.named(i, j)) // "X took its own soldiers out"
			return
		}
	}
	for j := i + 1; j < end; j++ {
		p := &s.p[j]
		if p.before != "من" && p.before != "عن" || p.kind != partGround && p.kind != partIt {
			continue
		}
		from := timeline.Actor("")
		for k := i + 1; k < end; k++ {
			if f := &s.p[k]; f.kind == partForce && f.force.actor != who.actor && f.force.own == 0 && s.against(f.force.actor, who.actor) {
				from = f.force.actor
				break
			}
		}
		if from == "" && s.p[i].form == noun {
			if f := s.next(i, func(p *part) bool { return p.kind == partForce }); f >= 0 && s.p[f].force.actor == who.actor {
				from, who = who.actor, subject{force: force{actor: s.opponent(who.actor)}, at: i, linked: true}
			}
		}
		if from == "" && s.p[i].finite() && who.linked {
			if f := s.next(i, func(p *part) bool { return p.kind == partForce && p.before == "" }); f >= 0 && s.p[f].force.own == 0 && !s.against(s.p[f].force.actor, who.actor) {
				from, who = s.p[f].force.actor, s.rivalBefore(i, s.p[f].force.actor) // nobody drives himself out
			}
		}
		if from == "" && s.p[i].and && !who.linked { // "it came in, and drove X out"
			for k := len(s.subjects) - 1; k >= 0; k-- {
				if sub := s.subjects[k]; sub.at < i && !sub.aside && s.against(sub.actor, who.actor) {
					from, who = who.actor, sub
					who.linked = true
					break
				}
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

// rivalBefore is the force named last before part i that is against an actor; the
// opponent in play where none is.
func (s *sentence) rivalBefore(i int, of timeline.Actor) subject {
	for j := i - 1; j >= 0; j-- {
		if p := &s.p[j]; (p.kind == partForce || p.kind == partHands) && p.force.own == 0 && p.force.actor != "" && p.force.actor != "civilians" && !p.force.air && s.against(p.force.actor, of) {
			return subject{force: p.force, at: i, linked: true}
		}
	}
	return subject{force: force{actor: s.opponent(of)}, at: i, linked: true}
}
