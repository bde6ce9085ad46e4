package ar

import (
	"strings"

	"frontline/timeline"
)

// lose reads "X lost the village to Y".
func (s *sentence) lose(i int, loser subject) {
	g, _ := s.target(i)
	if s.givesUp(i) {
		g, _ = s.complement(i, "عن")
	}
	if s.timeOnly(i) && !s.cueBefore(i, "") {
		s.reject(i, "control.lost", "only says when")
		return
	}
	if j := s.next(i, func(p *part) bool {
		return p.verb("capture") && p.form == noun || p.kind == partForce && p.before == ""
	}); len(g.objects) == 0 && j >= 0 {
		if s.p[j].kind == partForce {
			j = s.next(j, func(p *part) bool { return p.verb("capture") && p.form == noun })
		}
		if j >= 0 {
			g, _ = s.complement(j, "علي") // "lost its control of"
		}
	}
	if k := s.antecedentOf(i); k >= 0 && loser.linked {
		for j := k - 1; j >= s.clauseStart(k); j-- { // "the planes of X bombed the base it had lost"
			if p := &s.p[j]; p.kind == partForce && p.force.air && p.before == "" {
				loser.actor = p.force.actor
			}
		}
	}
	if l, w, ok := s.compelled(i); ok && s.against(l.actor, w.actor) {
		if s.onlyAttacked(i, l.actor) {
			s.reject(i, "control.compelled", "an attack was thrown back")
			return
		}
		s.control(i, event{timeline.Captured, w, l.actor, g.objects, g.to, "control.compelled"})
		return
	}
	if s.p[i].form == noun && s.p[i].suffix == 0 && loser.linked {
		s.reject(i, "control.lost", "nobody says whose loss it was")
		return
	}
	if loser.actor == "" && len(g.objects) > 0 && s.receiver(i, g.to) >= 0 {
		if j := s.receiver(i, g.to); s.p[j].force.own == 0 { // "having lost A to X, the Y lost B": Y comes later
			loser = subject{force: force{actor: s.opponent(s.p[j].force.actor)}, at: i, linked: true}
		}
	}
	if len(g.objects) == 0 || loser.actor == "" {
		s.reject(i, "control.lost", "no ground, or nobody to lose it")
		return
	}
	if j := s.receiver(i, g.to); j >= 0 {
		kind := timeline.Captured
		if s.p[i].object == "عن" || s.givesUp(i) {
			kind = timeline.HandedOver // gave it up to X
		}
		s.control(i, event{kind, s.named(i, j), loser.actor, g.objects, j + 1, "control.lost_to"})
		return
	}
	if winner := s.victor(loser.actor); winner != "" {
		s.control(i, event{timeline.Captured, subject{force: force{actor: winner}, linked: true}, loser.actor, g.objects, g.to, "control.lost_against"})
		return
	}
	s.control(i, event{timeline.Lost, nobody(), loser.actor, g.objects, g.to, "control.lost"})
}

// onlyAttacked says whether the last that the sentence tells of the actor before
// part i is an attack: he has not got what he then leaves.
func (s *sentence) onlyAttacked(i int, actor timeline.Actor) bool {
	for k := len(s.subjects) - 1; k >= 0; k-- {
		if sub := s.subjects[k]; sub.at < i && sub.actor == actor {
			return s.p[sub.at].verb("attack", "storm")
		}
	}
	return false
}

// cleared reads "the town is free of X": whoever fights X has it.
func (s *sentence) cleared(i int) {
	for j := i + 1; j < s.clauseEnd(i); j++ {
		if p := &s.p[j]; p.kind == partForce && p.before == "من" {
			loser := s.named(i, j).actor
			objs := s.held1(i)
			if winner := s.opponent(loser); winner != "" && !strings.HasPrefix(s.p[i].text, "خال") { // "is free of" does not say who came
				who := subject{force: force{actor: winner}, at: i, linked: true}
				s.control(i, event{timeline.Captured, who, loser, objs, j + 1, "control.cleared"})
			} else {
				s.control(i, event{timeline.Lost, nobody(), loser, objs, j + 1, "control.cleared"})
			}
			return
		}
	}
}

// compelled is whom a verb such as "forced" before the verbal noun at part i
// makes do it, and who forces; false where none does.
func (s *sentence) compelled(i int) (loser, winner subject, ok bool) {
	for j := i - 1; j >= 0 && j > i-6; j-- {
		if !s.p[j].verb("compel") {
			continue
		}
		if p := &s.p[j]; p.suffix != 0 && p.form != noun {
			loser, winner = s.antecedent(j, p.suffix), s.doer(j)
			if loser.actor == winner.actor {
				loser = subject{force: force{actor: s.opponent(winner.actor)}, at: j, linked: true} // nobody forces himself
			}
			return loser, winner, true
		}
		for k := i - 1; k > j; k-- {
			if s.p[k].kind == partForce && s.p[k].before == "" {
				return s.named(i, k), s.doer(j), true
			}
		}
	}
	return loser, winner, false
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
	if j >= 0 && s.p[j].verb("presence") && s.p[j].suffix != 0 && who.actor != "" && s.mode[i] == timeline.Asserted {
		g, _ := s.complement(j, "في")           // "X ended its presence in"
		if !matches(who.agree, s.p[j].suffix) { // that of the other side
			s.control(i, event{timeline.Captured, who, s.opponent(who.actor), g.objects, g.to, "control.ended"})
			return
		}
		s.control(i, event{timeline.Withdrew, nobody(), who.actor, g.objects, g.to, "control.withdrew"})
		return
	}
	if j < 0 {
		j = s.page(i)
	} else if s.p[j].form != noun || s.p[j].suffix != 0 {
		return // "completed its control of": read there
	}
	if j < 0 {
		return
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

// page is the word for what the verb at part i turns: "turned the page of X in the
// town"; -1 where none stands there.
func (s *sentence) page(i int) int {
	for j := i + 1; j < len(s.p) && j < i+5 && s.p[j].kind != partComma; j++ {
		if t := s.p[j].text; s.p[j].kind == partWord && (t == "صفحه" || t == "ملف") {
			return j
		}
	}
	return -1
}

// timeOnly says whether the verbal noun at part i only tells how long ago: "two
// years after its loss".
func (s *sentence) timeOnly(i int) bool {
	p := &s.p[i]
	if p.form != noun || p.suffix == 0 || p.before != "من" && p.before != "علي" {
		return false
	}
	for j := i - 1; j >= 0 && j > i-7 && s.p[j].kind != partComma; j-- {
		if w := s.p[j].text; w == "بعد" || w == "قبل" || w == "عقب" {
			return true
		}
	}
	return i > 0 && s.p[i-1].text == "بعد"
}
