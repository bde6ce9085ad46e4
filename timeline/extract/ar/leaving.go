package ar

import (
	"strings"

	"frontline/timeline"
)

// nobody is the holder of a place that somebody left.
func nobody() subject { return subject{force: force{actor: timeline.Unknown}} }

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
	if winner := s.opponent(loser.actor); winner != "" {
		s.control(i, event{timeline.Captured, subject{force: force{actor: winner}, linked: true}, loser.actor, g.objects, g.to, "control.lost_against"})
		return
	}
	s.control(i, event{timeline.Lost, nobody(), loser.actor, g.objects, g.to, "control.lost"})
}

// reconciled reads "the towns joined the reconciliation": they go over to the
// government.
func (s *sentence) reconciled(i int) {
	who := subject{force: force{actor: "syrian_government"}, at: i, linked: true}
	s.control(i, event{timeline.HandedOver, who, s.opponent(who.actor), s.held1(i), s.clauseEnd(i), "control.reconciled"})
}

// replaced reads "X took their place in the town".
func (s *sentence) replaced(i int, who subject) {
	if !s.cueIn(i, s.clauseEnd(i), "in_place") {
		return
	}
	g, _ := s.complement(i, "في")
	if len(g.objects) == 0 {
		g = group{s.lastGround(i), s.clauseEnd(i)}
	}
	s.control(i, event{timeline.Captured, who, s.opponent(who.actor), g.objects, g.to, "control.replaced"})
}

// fell reads "the towns A and B fell to X"; "fell into the hands of X" is read
// with the hands.
func (s *sentence) fell(i int) {
	if s.slipped(i) {
		return
	}
	for j := i + 1; j+1 < len(s.p) && j < i+8; j++ {
		p := &s.p[j]
		if p.kind == partHands || p.kind == partStrong || p.finite() {
			return
		}
		if (p.is("to") || p.is("by")) && s.p[j+1].kind == partForce && s.p[j+1].before == "" {
			who := s.named(i, j+1)
			s.control(i, event{timeline.Captured, who, s.opponent(who.actor), s.held1(i), j + 2, "control.fell_to"})
			return
		}
	}
	s.fellToo(i)
}

// fellToo reads "A and B had fallen" where nobody says to whom: to whoever took
// the last place, if that was just told.
func (s *sentence) fellToo(i int) {
	p, last := &s.p[i], s.document.last
	if p.form != past && !(p.form == noun && p.suffix == 0 && i > 0 && s.governedBy(i, "none", "join")) || i > 0 && s.p[i-1].text == "اذ" || !strings.HasPrefix(p.text, "سقط") || last == nil || s.document.sentence > s.document.lastIn+1 || !last.kind.Changes() || last.who.actor == timeline.Unknown {
		return
	}
	at := s.next(i, func(p *part) bool { return p.kind == partGround && p.before == "" && !p.and })
	for j := i - 1; at < 0 && j >= 0 && j > i-4; j-- {
		if q := &s.p[j]; q.kind == partGround && q.before == "" {
			at = j
		} else if q.node.role != "none" && !q.is("was") {
			return
		}
	}
	if at >= 0 && s.p[at].objects[0].place != nil {
		who := last.who
		who.linked = true
		s.control(i, event{timeline.Captured, who, s.opponent(who.actor), s.p[at].objects, max(i, at) + 1, "control.fell_too"})
	}
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
		g, _ := s.complement(j, "في") // "X ended its presence in"
		s.control(i, event{timeline.Withdrew, nobody(), who.actor, g.objects, g.to, "control.withdrew"})
		return
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
	if s.mode[i] != timeline.Asserted && s.mode[i] != timeline.Denied || s.visited(i, who) {
		return
	}
	if s.timeOnly(i) {
		s.reject(i, "control.withdrew", "only says when")
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
	if forced {
		s.control(i, event{timeline.Captured, winner, loser.actor, g.objects, g.to, "control.compelled"})
		return
	}
	s.control(i, event{timeline.Withdrew, nobody(), who.actor, g.objects, g.to, "control.withdrew"})
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
		if loser.actor == "" || len(objs) == 0 {
			return true
		}
		s.slipping(i, loser.actor, objs, j+2)
		return true
	}
	return false
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
		case p.kind == partStrong, p.finite() && !p.verb("become", "remain"):
			return nil
		}
	}
	return nil
}

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
	if j := i + 1; s.p[i].suffix != 0 && j < len(s.p) && s.p[j].kind == partIt && (s.p[j].before == "الي" || s.p[j].before == "ل") {
		if k := s.next(j, func(p *part) bool { return p.kind == partForce }); k >= 0 && s.p[k].before == "" {
			giver = s.named(i, k)
		}
		if who := s.antecedent(i, s.p[j].value[0]); who.actor != giver.actor { // "after X had handed it to them"
			s.control(i, event{timeline.HandedOver, who, giver.actor, g.objects, j + 1, "control.handed_over"})
			return
		}
	}
	for j := i + 1; j < len(s.p) && j < max(g.to, i)+4; j++ {
		if p := &s.p[j]; p.kind == partForce && (p.before == "ل" || p.before == "الي" || s.p[j-1].is("to")) {
			s.control(i, event{timeline.HandedOver, s.named(i, j), giver.actor, g.objects, max(g.to, j+1), "control.handed_over"})
			return
		}
	}
	if last := s.document.last; s.p[i].finite() && (s.passive(i) || giver.linked) && last != nil && last.kind == timeline.HandedOver && s.document.sentence <= s.document.lastIn+1 && len(g.objects) == 0 && s.agreed(i) {
		who := last.who
		who.linked = true
		s.control(i, event{timeline.HandedOver, who, last.from, s.held1(i), i + 1, "control.handed_too"})
		return
	}
	if strings.HasPrefix(s.p[i].text, "تسلم") {
		s.receive(i, giver) // تسلم to nobody: it is received
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
