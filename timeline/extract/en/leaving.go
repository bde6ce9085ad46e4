package en

import (
	"slices"
	"strings"

	"frontline/timeline"
)

// nobody is the holder of a place that somebody left.
func nobody() subject { return subject{force: force{actor: timeline.Unknown}} }

// wonBack says whether a place that, as the passive verb at part i tells, was lost
// has been taken back since: "which was lost in June and won back".
func (s *sentence) wonBack(i int) bool {
	for j := i + 1; s.p[i].verb.passive && j < len(s.p) && j < i+9 && s.p[j].kind != partComma && s.p[j].kind != partStrong; j++ {
		if s.p[j].kind == partVerb && s.p[j].sense("recapture") {
			return true
		}
	}
	return false
}

// lose reads "X lost the village to Y", "the loss of X", "ceded X".
func (s *sentence) lose(i int, loser subject) {
	t := s.object(i)
	if k := s.controlNoun(i); k >= 0 {
		t = s.ofGround(k)
		s.p[k].told = true
		if len(t.objects) == 0 {
			t = target{referred(s.groundBefore(i, false)), k + 1}
		}
	}
	if s.p[i].verb.passive && loser.actor == "" { // "X had been lost"
		loser = s.antecedent(i, 's')
		if s.p[i].verb.had {
			s.reject(i, "control.lost", "nobody says to whom")
			return
		}
	}
	if j := s.ahead(i); len(t.objects) == 0 && !s.p[i].noun() && j >= 0 && s.p[j].kind == partGround {
		s.passed(i) // "X surrendered to Y"
		return
	}
	if s.wonBack(i) {
		s.reject(i, "control.lost", "won back in the same breath")
		return
	}
	for j := i + 1; j < len(s.p) && j < t.to+4; j++ {
		if s.p[j].kind == partForce && s.p[j].before == "to" {
			winner := s.force(j, i)
			if loser.actor == "" || !s.against(loser.actor, winner.actor) {
				loser.actor = s.opponent(winner.actor)
			}
			s.control(i, event{timeline.Captured, winner, loser.actor, t.objects, j + 1, "control.lost_to"})
			return
		}
	}
	if len(t.objects) == 0 || loser.actor == "" || loser.air {
		s.reject(i, "control.lost", "no ground, or nobody to lose it")
		return
	}
	if winner := s.onlyOther(loser.actor); winner != "" && !loser.linked || s.mode[i] == timeline.Denied {
		if winner == "" {
			winner = s.opponent(loser.actor)
		}
		s.control(i, event{timeline.Captured, subject{force: force{actor: winner}, linked: true}, loser.actor, t.objects, t.to, "control.lost_against"})
		return
	}
	s.control(i, event{timeline.Lost, nobody(), loser.actor, t.objects, t.to, "control.lost"})
}

// withdraw reads "X withdrew from the village", "X left the village", "the
// village was given up by X"; who came after is another claim's to say.
func (s *sentence) withdraw(i int, who subject) {
	p := &s.p[i]
	if p.verb.passive && p.sense("leave") && who.actor == "" { // "X has been left alone in Y"
		if in := s.complement(i, []string{"in", "with"}); len(in.objects) > 0 {
			for k := range in.objects {
				in.objects[k].near = in.objects[k].near && in.objects[k].class == nil
			}
			var objs []object
			for _, o := range in.objects {
				objs = append(objs, s.placesIn([]object{o})...)
			}
			s.control(i, event{timeline.Holds, s.moved(i), "", objs, in.to, "holds.left"})
		}
		return
	}
	if s.leftWith(i) {
		return
	}
	if s.mode[i] != timeline.Asserted || who.actor == "" || who.actor == "civilians" || who.air || s.leavingRaid(i) {
		return
	}
	if s.moved(i).actor == "civilians" {
		s.reject(i, "control.withdrew", "civilians hold no ground")
		return
	}
	t := s.object(i)
	if p.noun() || len(t.objects) == 0 {
		t = s.left(i)
	}
	s.fallback(i, who)
	if len(t.objects) == 0 {
		return
	}
	s.control(i, event{timeline.Withdrew, s.successor(i), who.actor, t.objects, t.to, "control.withdrew"})
}

// leftWith reads "leaving Y with X": X is what Y has left.
func (s *sentence) leftWith(i int) bool {
	p := &s.p[i]
	if !p.sense("leave") || p.verb.passive || s.mode[i] != timeline.Asserted {
		return false
	}
	keeper := s.moved(i)
	if keeper.actor == "" || keeper.actor == "civilians" {
		return false
	}
	for j := i + 1; j < s.clauseEnd(i); j++ {
		if q := &s.p[j]; q.before == "with" && q.kind == partGround && q.objects[0].place != nil {
			s.control(i, event{timeline.Holds, keeper, "", s.placesIn(q.objects), j + 1, "holds.left_with"})
			return true
		}
	}
	return false
}

// fallback reads "fell back to X": there they are now.
func (s *sentence) fallback(i int, who subject) {
	p := &s.p[i]
	if p.noun() || !slices.ContainsFunc([]string{"fell back", "fall", "retreat", "pulled back"}, func(x string) bool { return strings.HasPrefix(p.node.text, x) }) {
		return
	}
	for j := i + 1; j < s.clauseEnd(i); j++ {
		if q := &s.p[j]; q.kind == partGround && q.before == "to" && s.n[q.from].text == "to" && q.objects[0].place != nil && !q.objects[0].near && !s.allRegional(q.objects) {
			s.control(i, event{timeline.Holds, who, "", q.objects, j + 1, "holds.fell_back"})
			return
		}
	}
}

// left is the ground behind "from" that somebody is taken out of at part i, past
// the words for whom: "the withdrawal of the army from X", "withdrew its men
// from X".
func (s *sentence) left(i int) target {
	for j := i + 1; j < s.clauseEnd(i); j++ {
		switch p := &s.p[j]; {
		case p.before == "from" && p.kind == partGround:
			return s.continued(j)
		case p.before == "from" && p.kind == partIt:
			return target{s.pointed(j), j + 1}
		case p.kind == partForce, p.filler():
		default:
			return target{}
		}
	}
	return target{}
}

// successor is to whom those who go at part i leave what they held, where the
// sentence says so.
func (s *sentence) successor(i int) subject {
	for j := i + 1; j < len(s.p); j++ {
		p := &s.p[j]
		if p.kind == partForce && p.before == "to" && p.force.own == 0 {
			for k := j - 1; k >= i; k-- {
				if s.p[k].kind == partVerb {
					if s.p[k].sense("leave", "hand", "lose") {
						return s.force(j, i)
					}
					break
				}
			}
		}
	}
	return nobody()
}

// leavingRaid says whether those who go at part i had only come in before: a
// raid is told there.
func (s *sentence) leavingRaid(i int) bool {
	for j := range i {
		if s.mode[j] == timeline.Raid {
			return true
		}
	}
	return false
}

// expel reads "drove Y out of X", "Y was driven out of X by Z", "pulled his men
// out of X".
func (s *sentence) expel(i int, who subject) {
	p := &s.p[i]
	loser := s.moved(i)
	if p.sense("push") && s.backwards(i) {
		s.reject(i, "control.expelled", "thrown back, not out")
		return
	}
	if p.sense("push") && loser.actor == "" {
		s.advance(i, who)
		return
	}
	var objs []object
	to := i + 1
	out := "from"
	if slices.Contains(p.node.object, "of") { // "stripped Y of X"
		out = "of"
	}
	for j := i + 1; j < s.clauseEnd(i); j++ {
		q := &s.p[j]
		if q.before == out && (q.kind == partGround || q.kind == partIt) {
			objs, to = q.objects, j+1
			if q.kind == partIt {
				objs = s.groundBefore(j, q.value == "p")
			}
			break
		}
	}
	if len(objs) == 0 && s.outright(i) {
		objs = s.groundBefore(i, false)
	}
	if loser.actor == "" || loser.actor == "civilians" || len(objs) == 0 {
		return
	}
	if p.sense("pull") {
		s.control(i, event{timeline.Withdrew, s.successor(i), loser.actor, objs, to, "control.pulled_out"})
		return
	}
	if who.actor == "" {
		who = subject{force: force{actor: s.opponent(loser.actor)}, at: i, linked: true}
	}
	if !s.against(who.actor, loser.actor) {
		if !loser.linked {
			return
		}
		loser.actor = s.opponent(who.actor)
	}
	s.control(i, event{timeline.Captured, who, loser.actor, objs, to, "control.expelled"})
}

// outright says whether those whom the verb at part i moves are moved "out", and
// nothing says of what: of the ground spoken of in the sentence.
func (s *sentence) outright(i int) bool {
	p := &s.p[i]
	if p.verb.passive || p.sense("pull") || i+1 >= len(s.p) || s.p[i+1].kind != partForce || s.p[i+1].to >= len(s.n) || s.n[s.p[i+1].to].text != "out" {
		return false
	}
	for j := range i {
		if s.p[j].kind == partGround {
			return true
		}
	}
	return false
}

// backwards says whether those whom the verb at part i moves are moved "back".
func (s *sentence) backwards(i int) bool {
	for j := s.p[i].to; j < s.p[s.clauseEnd(i)-1].to; j++ {
		if s.n[j].text == "back" {
			return true
		}
	}
	return false
}

// moved is the force that the verb at part i moves: its object, or of a passive
// its subject.
func (s *sentence) moved(i int) subject {
	if s.p[i].verb.passive {
		for j := i - 1; j >= 0; j-- {
			switch p := &s.p[j]; {
			case p.kind == partForce && p.before == "", p.kind == partIt && p.before == "":
				return s.force(j, i)
			case p.kind == partRelative:
				if k := s.antecedentOf(j); k >= 0 && s.p[k].kind == partForce {
					return s.force(k, i)
				}
				return subject{}
			case p.kind == partComma && s.relativeOf(j) >= 0:
				j = s.relativeOf(j) + 1
			case p.kind == partStrong, p.finite():
				return subject{}
			}
		}
		return subject{}
	}
	for j := i + 1; j < len(s.p) && j < i+5; j++ {
		switch p := &s.p[j]; {
		case p.kind == partForce && (p.before == "" || p.before == "of"):
			return s.force(j, i)
		case p.kind == partIt && p.before == "":
			who := s.force(j, i)
			if a := s.doer(i).actor; a == who.actor && a != "" {
				who.force = force{actor: s.opponent(a)}
			}
			return who
		case p.filler():
		default:
			return subject{}
		}
	}
	return subject{}
}

// hand reads "X handed the village to Y", "X was handed over to Y", "Y received
// X".
func (s *sentence) hand(i int, who subject) {
	t := s.object(i)
	if j := s.next(i); j > 0 && s.p[j].kind == partForce && s.p[j].before == "" { // "handing Y control of X"
		if k := s.controlNoun(i); k >= 0 {
			winner := s.force(j, i)
			t = s.ofGround(k)
			s.p[k].told = true
			s.control(i, event{timeline.Captured, winner, s.opponent(winner.actor), t.objects, t.to, "control.handed"})
			return
		}
	}
	if s.p[i].sense("receive") {
		s.control(i, event{timeline.HandedOver, who, s.loser(i, t.to, who.actor), t.objects, t.to, "control.received"})
		return
	}
	for j := i + 1; j < len(s.p) && j < t.to+4; j++ {
		if p := &s.p[j]; p.kind == partForce && p.before == "to" {
			s.control(i, event{timeline.HandedOver, s.force(j, i), who.actor, t.objects, max(t.to, j+1), "control.handed_over"})
			return
		}
	}
	if s.p[i].verb.passive && s.mode[i] != timeline.Asserted {
		s.control(i, event{timeline.HandedOver, s.antecedent(i, 's'), "", t.objects, t.to, "control.handed_over"})
	}
}

// fell reads "X fell to Y", "the fall of X".
func (s *sentence) fell(i int) {
	p := &s.p[i]
	objs := s.patient(i)
	if p.noun() {
		objs = s.ofGround(i).objects
		if len(objs) == 0 && p.own {
			objs = s.groundBefore(i, false)
		}
	}
	if len(objs) == 0 {
		s.reject(i, "control.fell", "no ground")
		return
	}
	for j := i + 1; j < len(s.p) && j < i+5; j++ {
		q := &s.p[j]
		if q.kind == partHands {
			return
		}
		if q.kind == partForce && (q.before == "to" || q.before == "into") {
			who := s.force(j, i)
			s.control(i, event{timeline.Captured, who, s.opponent(who.actor), objs, j + 1, "control.fell_to"})
			s.topic(who)
			return
		}
		if q.finite() {
			break
		}
	}
	if p.noun() && s.mode[i] == timeline.Asserted && p.before != "after" && p.before != "with" {
		return
	}
	who := s.antecedent(i, 's')
	who.linked = true
	if s.losing(who.actor) || s.mode[i] == timeline.Denied { // who denies it did not take it
		who.force = force{actor: s.opponent(who.actor)}
	}
	s.control(i, event{timeline.Captured, who, s.opponent(who.actor), objs, i + 1, "control.fell"})
}
