package ar

import (
	"strings"

	"frontline/geo/arabic"
	"frontline/timeline"
)

// nobody is the holder of a place that somebody left.
func nobody() subject { return subject{force: force{actor: timeline.Unknown}} }

// withdraw reads "X withdrew from the village", "X left the village", "the
// village slipped from the hands of X"; who came after is another claim's to
// say.
func (s *sentence) withdraw(i int, who subject) {
	if s.mode[i] != timeline.Asserted && s.mode[i] != timeline.Denied || s.visited(i, who) {
		return
	}
	if why := s.notLeft(i); why != "" {
		s.reject(i, "control.withdrew", why)
		return
	}
	if s.slipped(i) {
		return
	}
	if j := i + 2; j < len(s.p) && s.p[i+1].verb("presence") && s.p[j].kind == partForce {
		who = s.named(i, j) // "the presence of X receded from"
	}
	loser, winner, forced := s.compelled(i)
	forced = forced && loser.actor != winner.actor
	if forced {
		who = loser
	}
	if who.actor == "" || who.actor == "civilians" {
		return
	}
	var g group
	if s.p[i].value == "evacuate" {
		g, _ = s.target(i)
	} else {
		for _, preposition := range []string{"من", "عن"} {
			if g, _ = s.complement(i, preposition); len(g.objects) > 0 {
				break
			}
		}
	}
	if j := s.next(i, func(p *part) bool { return p.is("own_post") }); len(g.objects) == 0 && s.p[i].value == "evacuate" {
		if j < 0 {
			if k := s.next(i, func(p *part) bool { return p.kind == partForce }); k >= 0 {
				j = s.next(k, func(p *part) bool { return p.is("own_post") })
			}
		}
		if j >= 0 {
			g, _ = s.complement(j, "في") // "cleared its post in the town"
			g.objects = places(g.objects)
			for k := range g.objects {
				g.objects[k].partial = true
			}
		}
	}
	if forced && s.onlyAttacked(i, loser.actor) {
		s.reject(i, "control.compelled", "an attack was thrown back")
		return
	}
	if forced {
		s.control(i, event{timeline.Captured, winner, loser.actor, g.objects, g.to, "control.compelled"})
		return
	}
	if j := s.receiver(i, g.to); j >= 0 && s.p[j].before == "ل" && s.p[j].force.own == 0 && len(g.objects) > 0 && s.against(s.p[j].force.actor, who.actor) {
		s.control(i, event{timeline.Captured, s.named(i, j), who.actor, g.objects, j + 1, "control.left_to"})
		return // "left the town to X"
	}
	s.control(i, event{timeline.Withdrew, nobody(), who.actor, g.objects, g.to, "control.withdrew"})
}

// visited says whether those who go away at part i had only come to raid or
// attack: nothing is lost.
func (s *sentence) visited(i int, who subject) bool {
	for j := i - 1; j >= 0 && s.p[j].kind != partStrong; j-- {
		if p := &s.p[j]; p.finite() && (p.verb("attack", "strike", "raid") || p.verb("enter") && s.mode[j] == timeline.Raid) {
			for _, sub := range s.subjects {
				if sub.at == j && sub.actor == who.actor {
					return true
				}
			}
		}
	}
	return false
}

// slipped reads "the village slipped from the hands of X", "went out of its
// control": whoever else is in play has it now.
func (s *sentence) slipped(i int) bool {
	for j := i + 1; j < s.clauseEnd(i) && j < i+7; j++ {
		p := &s.p[j]
		if !p.is("from") || strings.HasPrefix(p.text, "خارج") && s.p[i].verb("withdraw", "evacuate") {
			continue
		}
		loser := subject{}
		if p.value != "" {
			loser = s.antecedent(j, p.value[0])
		} else if j+1 < len(s.p) && s.p[j+1].kind == partForce {
			loser = s.named(i, j+1)
		}
		objs := s.held1(i)
		if k := j + 2; k < len(s.p) && s.p[k].kind == partGround && s.p[k].before == "" && !s.p[k].and && p.value == "" && s.antecedentOf(i) < 0 && s.p[j+1].kind == partForce {
			objs = s.p[k].objects // "out of the hands of X came the villages A and B"
		}
		if loser.actor == "" || len(objs) == 0 {
			return true
		}
		s.slipping(i, loser.actor, objs, j+2)
		return true
	}
	return false
}

// notLeft is why the verb at part i tells of no place that somebody left; "" where it
// does.
func (s *sentence) notLeft(i int) string {
	switch {
	case s.timeOnly(i):
		return "only says when"
	case s.wordBefore(i):
		return "from houses, not from a place"
	case strings.Contains(s.p[i].text, "نحسر") && s.cueIn(i, min(i+4, len(s.p)), "distance"):
		return "a distance shrinks"
	case s.setsOut(i):
		return "only sets out from there"
	}
	return ""
}

// wordBefore says whether the relative clause of the verb at part i speaks of things
// that are no ground: "the houses that they withdraw from".
func (s *sentence) wordBefore(i int) bool {
	for j := i - 1; j > 0 && j > i-4; j-- {
		if s.p[j].kind == partRelative {
			w := &s.p[j-1]
			k := s.antecedentOf(i)
			return w.kind == partWord && strings.HasPrefix(w.text, arabic.Article) && (k < 0 || s.p[k].kind != partGround)
		}
	}
	return false
}

// setsOut says whether those who come out of a place at part i only set out from
// it: to a quarter of the sky, or to meet or attack somebody. Who retreats is said
// to withdraw, or to go to a place.
func (s *sentence) setsOut(i int) bool {
	if text := s.p[i].text; !s.p[i].finite() || !strings.HasPrefix(text, "خرج") && !strings.HasPrefix(text, "تخرج") && !strings.HasPrefix(text, "يخرج") {
		return false
	}
	end := min(s.p[s.clauseEnd(i)-1].to, s.p[i].to+10)
	words := strings.Fields(arabic.Fold(s.text[s.p[i].end:s.n[end-1].end]))
	for k, w := range words {
		switch w {
		case "شرقا", "غربا", "شمالا", "جنوبا", "لملاقاه", "للقاء", "لمهاجمه", "لقتال", "لاعتراض":
			return true
		case "الشرق", "الغرب", "الشمال", "الجنوب":
			if before := words[max(0, k-1)]; before == "نحو" || before == "باتجاه" || before == "اتجاه" || before == "صوب" {
				return true
			}
		}
	}
	return false
}
