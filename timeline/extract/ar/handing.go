package ar

import (
	"strings"

	"frontline/timeline"
)

// receive reads "X was handed the village by Y".
func (s *sentence) receive(i int, who subject) {
	g, _ := s.target(i)
	from := timeline.Actor("")
	for j := i + 1; j < len(s.p) && j < g.to+4; j++ {
		if p := &s.p[j]; p.kind == partForce && p.force.actor != who.actor && s.leaves(j) {
			from = p.force.actor
		}
	}
	if from == "" {
		from = s.opponent(who.actor)
	}
	s.control(i, event{timeline.HandedOver, who, from, g.objects, g.to, "control.received"})
}

// hand reads "X handed the village to Y".
func (s *sentence) hand(i int, giver subject) {
	g, _ := s.target(i)
	if j := i + 1; s.p[i].suffix != 0 && j < len(s.p) && s.p[j].kind == partIt && (s.p[j].before == "الي" || s.p[j].before == "ل") {
		if k := s.next(j, func(p *part) bool { return p.kind == partForce }); k >= 0 && s.p[k].before == "" {
			giver = s.named(i, k)
		}
		if who := s.antecedent(i, s.p[j].value[0]); who.actor != giver.actor { // "after X had handed it to them"
			s.control(i, event{timeline.HandedOver, who, giver.actor, g.objects, j + 1, "control.handed_over"})
			return
		}
	}
	if j := i + 1; s.p[i].finite() && (s.p[i].suffix == 'm' || s.p[i].suffix == 'f') && j < len(s.p) && s.p[j].kind == partGround && s.p[j].before == "" && !s.p[j].and {
		if who := s.armedBefore(i, s.p[i].suffix); who.actor != "" && (who.actor != giver.actor || giver.linked) { // "they handed it the town"
			from := giver.actor
			if from == who.actor {
				from = s.opponent(from)
			}
			s.control(i, event{timeline.HandedOver, who, from, s.p[j].objects, j + 1, "control.handed_over"})
			return
		}
	}
	for j := i + 1; j < len(s.p) && j < max(g.to, i)+4; j++ {
		if p := &s.p[j]; p.kind == partForce && (p.before == "ل" || p.before == "الي" || s.p[j-1].is("to")) {
			s.control(i, event{timeline.HandedOver, s.named(i, j), giver.actor, g.objects, max(g.to, j+1), "control.handed_over"})
			return
		}
	}
	if last := s.document.last; s.p[i].finite() && (s.passive(i) || giver.linked) && last != nil && last.kind == timeline.HandedOver && s.document.sentence <= s.document.lastIn+1 && len(g.objects) == 0 && (s.agreed(i) || s.passive(i)) {
		who := last.who
		who.linked = true
		s.control(i, event{timeline.HandedOver, who, last.from, s.held1(i), i + 1, "control.handed_too"})
		return
	}
	if strings.HasPrefix(s.p[i].text, "تسلم") {
		who := s.antecedent(i, 'm') // he received; she would be تسلمت
		if who.actor == "" {
			who = giver
		}
		s.receive(i, who)
	}
}

// receiver is the force that ground is given to: "to X", "in favour of X",
// between part i and just behind part to; -1 where there is none.
func (s *sentence) receiver(i, to int) int {
	for j := i + 1; j < len(s.p) && j < max(to, i+1)+4; j++ {
		switch p := &s.p[j]; {
		case j >= to && (p.finite() || p.kind == partStrong):
			return -1
		case p.kind == partForce && (p.before == "ل" || p.before == "الي" || s.p[j-1].is("to")):
			return j
		}
	}
	return -1
}

// giveBack reads "X gave the town back to Y".
func (s *sentence) giveBack(i int, giver subject) {
	if s.p[i].form == noun || s.mode[i] != timeline.Asserted {
		return
	}
	g, _ := s.complement(i, "")
	if len(g.objects) == 0 {
		return
	}
	if j := s.receiver(i, g.to); j >= 0 && s.p[j].force.own == 0 && s.p[j].force.actor != giver.actor {
		s.control(i, event{timeline.HandedOver, s.named(i, j), giver.actor, g.objects, max(g.to, j+1), "control.given_back"})
	}
}
