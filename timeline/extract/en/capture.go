package en

import (
	"slices"

	"frontline/timeline"
)

// capture reads "took X", "took control of X", "recovered X", "the capture of X
// by Y", in all their forms.
func (s *sentence) capture(i int, who subject) {
	p := &s.p[i]
	if s.byFire(i) {
		s.mode[i] = timeline.FireControl
	}
	if p.noun() && p.sense("control") && p.before == "in" { // "is in full control of X"
		if k := s.governing(i); k >= 0 {
			s.inControl(i, k)
			return
		}
		k := i - 1
		if k > 0 && s.p[k].kind == partComma {
			k--
		}
		if k >= 0 && s.p[k].kind == partForce && s.p[k].before == "" {
			t := s.ofGround(i)
			s.control(i, event{timeline.Holds, s.force(k, i), "", t.objects, t.to, "holds.in_control"})
		}
		return
	}
	if k := s.controlNoun(i); k >= 0 {
		t := s.mastered(k)
		if len(t.objects) == 0 && p.verb.passive {
			t.objects = s.patient(i)
		}
		s.p[k].told = true
		s.taken(i, who, t)
		return
	}
	if who.actor == "" && i+2 < len(s.p) && s.p[i+1].kind == partIt && s.p[i+2].kind == partGround { // "won them X"
		who = s.antecedent(i, s.p[i+1].value[0])
	}
	if slices.Contains(p.node.object, "from") && s.moved(i).actor != "" { // "cleared Y from X"
		s.expel(i, who)
		return
	} else if t := s.left(i + 1); slices.Contains(p.node.object, "from") && i+1 < len(s.p) && s.p[i+1].kind == partGround && s.p[i+1].objects[0].place == nil && len(t.objects) > 0 {
		s.reject(i, "control."+p.value, "a thing, not ground") // "cleared mines from X"
		return
	}
	if p.sense("light") && (s.grip(i, who) || s.posted(i, who)) {
		return
	}
	if p.sense("light") || p.noun() && s.p[i].sense("control") && s.possession(i, who) {
		return
	}
	s.taken(i, who, s.object(i))
}

// inControl reads "is in full control of X" at part i, whose verb is part k:
// who became so took it.
func (s *sentence) inControl(i, k int) {
	t, who := s.ofGround(i), s.doer(k)
	if len(t.objects) == 0 {
		t = target{s.where(i), i + 1}
	}
	if s.p[k].sense("become") || slices.Contains([]string{"become", "becomes", "became"}, s.p[k].node.text) {
		s.control(i, event{timeline.Captured, who, s.loser(i, t.to, who.actor), t.objects, t.to, "control.in_control"})
		return
	}
	s.control(i, event{timeline.Holds, who, "", t.objects, t.to, "holds.in_control"})
}

// mastered is the ground of the noun "control" at part k that a verb has for
// its object: "imposed its control on X", "extended its control to X".
func (s *sentence) mastered(k int) target {
	if t := s.ofGround(k); len(t.objects) > 0 {
		return t
	}
	return s.complement(k, []string{"on", "to", "across", "in"})
}

// governing is the verb "to be", or to stay, right before part i; -1 if none.
func (s *sentence) governing(i int) int {
	for j := i - 1; j >= 0 && j > i-4; j-- {
		if p := &s.p[j]; p.sense("be", "remain", "become") {
			return j
		} else if !p.filler() {
			break
		}
	}
	return -1
}

// controlNoun is the noun "control", or "capture", that a light verb at part i
// has behind it: "took full control of", "completed the capture of". -1 if none.
func (s *sentence) controlNoun(i int) int {
	for j := i + 1; j < len(s.p) && j < i+5; j++ {
		switch p := &s.p[j]; {
		case p.noun() && p.sense("control", "capture", "recapture") && p.before == "":
			return j
		case p.kind == partWord, p.kind == partCue && p.role != "that", p.kind == partForce && p.before == "":
		default:
			return -1
		}
	}
	return -1
}

// possession reads "the control of Y over X" where no verb says that it
// changed: after it, it has; else it is so.
func (s *sentence) possession(i int, who subject) bool {
	p := &s.p[i]
	if p.before == "after" || p.before == "with" || i > 0 && s.p[i-1].kind == partForce && s.p[i-1].before == "after" {
		return false
	}
	if who.actor != "" && p.before != "for" && p.before != "of" {
		t := s.ofGround(i)
		s.control(i, event{timeline.Holds, who, "", t.objects, t.to, "holds.control"})
	}
	return true
}

// taken says that the ground of a verb of taking has come to who did it.
func (s *sentence) taken(i int, who subject, t target) {
	p := &s.p[i]
	if len(t.objects) == 0 {
		s.reject(i, "control."+p.value, "no ground")
		return
	}
	if p.sense("control") && !p.noun() && s.state(i) {
		s.control(i, event{timeline.Holds, who, "", t.objects, t.to, "holds.controls"})
		return
	}
	if p.sense("control") && p.verb.had {
		s.reject(i, "control.control", "what somebody had once")
		return
	}
	if taker := s.takerOf(t.objects); who.actor == "" && p.noun() && p.before != "for" && taker != "" {
		who = subject{force: force{actor: taker}, at: i, linked: true} // told again
	}
	from := s.loser(i, t.to, who.actor)
	if who.actor == "" && p.verb.passive && from != "" {
		who = subject{force: force{actor: s.opponent(from)}, at: i, linked: true}
	} else if who.actor == "" && p.verb.passive && s.mode[i] == timeline.Asserted {
		who = s.rival(i)
		if keeper := s.keeperOf(t.objects); keeper != "" && keeper == who.actor {
			who.force = force{actor: s.opponent(keeper)}
		}
		from = s.loser(i, t.to, who.actor)
	}
	if p.verb.passive {
		t = s.gapped(i, t)
	}
	if who.actor == "" && p.noun() && p.the && p.before != "for" && s.mode[i] == timeline.Asserted && !s.conditional(i) {
		who = s.rival(i)
		from = s.loser(i, t.to, who.actor)
	}
	if (p.noun() || p.verb.form == gerund) && s.mode[i] == timeline.Asserted && s.wouldBe(i) {
		s.mode[i] = timeline.Hypothetical
	}
	kind := timeline.Captured
	if p.sense("recapture") || s.again(i, t.to) {
		kind = timeline.Recaptured
	}
	s.control(i, event{kind, who, from, t.objects, t.to, "control." + p.value})
	for _, x := range s.dayByDay(i, t.to) {
		s.controlOn(i, event{kind, who, from, x.objs, x.to, "control." + p.value}, x.when)
	}
}

// conditional says whether the verb behind the noun at part i says what would
// come of it: "the capture of X would …".
func (s *sentence) conditional(i int) bool {
	for j := i + 1; j < len(s.p); j++ {
		if p := &s.p[j]; p.kind == partVerb && !p.noun() {
			return p.verb.modal != "" || p.verb.not || s.p[j].sense("be", "remain")
		}
	}
	for j := s.p[i].from; j < len(s.n); j++ {
		if s.n[j].role == "modal" {
			return true
		}
	}
	return false
}

// wouldBe says whether the clause that the noun at part i opens tells what would
// come of it: "the capture of X by Y would …".
func (s *sentence) wouldBe(i int) bool {
	for j := i + 1; j < len(s.p); j++ {
		switch p := &s.p[j]; {
		case p.kind == partVerb && !p.noun() && !p.verb.to:
			return p.verb.modal != "" && s.p[i].before == ""
		case p.kind == partStrong, p.kind == partComma, p.kind == partRelative:
			return false
		}
	}
	return false
}

// gapped adds what is said without the verb again: "A was taken west of X, and B
// west of Y".
func (s *sentence) gapped(i int, t target) target {
	for j := i + 1; j < s.clauseEnd(i); j++ {
		p := &s.p[j]
		if p.kind != partGround || p.before != "" || !p.objects[0].near {
			continue
		}
		for _, o := range p.objects[1:] {
			if o.place != nil && !o.near {
				t.objects = append(slices.Clip(t.objects), o)
				t.to = j + 1
			}
		}
	}
	return t
}

// rival is who must have done what a passive verb without "by" says: the only
// subject of the sentence or text that takes ground.
func (s *sentence) rival(i int) subject {
	who := s.antecedent(i, 's')
	who.linked = true
	return who
}

// state says whether the verb "control" at part i tells what is so, not what
// happened: in the present, or of what is controlled by somebody.
func (s *sentence) state(i int) bool {
	p := &s.p[i]
	if p.verb.perfect && s.sinceThen(i) {
		return true // "has controlled it since then"
	}
	if p.verb.passive {
		_, on := s.ownDay(i)
		return !p.verb.pastTense && !p.verb.had && !p.verb.perfect && !(on && !s.auxiliaryAt(p))
	}
	if s.still(i) {
		return true
	}
	return !s.headline && p.verb.form != past && p.verb.form != participle && p.verb.modal == "" && !p.verb.to && p.verb.form != gerund && !p.verb.able
}

// byFire says whether the control at part i is by fire only.
func (s *sentence) byFire(i int) bool {
	for j := i + 1; j < s.clauseEnd(i); j++ {
		if s.p[j].is("fire") {
			return s.p[i].sense("control", "cut", "light")
		}
	}
	return false
}

// again says whether words beside the verb make it a recapture.
func (s *sentence) again(i, to int) bool {
	for j := s.p[i].from; j < s.p[min(max(to, i+1), len(s.p))-1].to; j++ {
		if s.n[j].role == "again" {
			return true
		}
	}
	return to < len(s.p) && s.p[to].is("again")
}

// loser is who held the objects before: named by "from X", "after X left",
// "against X", or the one opponent in play.
func (s *sentence) loser(i, to int, holder timeline.Actor) timeline.Actor {
	if a := s.gone(to); a != "" && a != holder && (holder == "" || s.against(a, holder)) {
		return a
	}
	for j := i + 1; j < len(s.p) && j < to+5; j++ {
		p := &s.p[j]
		if j >= to && (p.kind == partStrong || p.finite() && !p.sense("leave", "withdraw")) {
			break
		}
		if p.kind != partForce || p.force.own != 0 || p.force.actor == holder || p.force.actor == "civilians" {
			continue
		}
		if p.before == "from" || p.before == "against" || j > 0 && (s.p[j-1].sense("withdraw", "leave", "expel", "lose") || p.before == "of" && s.p[j-1].sense("withdraw", "expel", "leave")) {
			if holder == "" || s.against(p.force.actor, holder) {
				return p.force.actor
			}
		}
	}
	if holder == "" {
		return ""
	}
	return s.opponent(holder)
}
