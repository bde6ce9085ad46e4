package ar

import (
	"strings"

	"frontline/geo/arabic"
	"frontline/timeline"
)

// capture reads "took control of X", "recovered X", in all their forms.
func (s *sentence) capture(i int, who subject) {
	p := &s.p[i]
	if i > 0 && s.p[i-1].is("extent") || p.form == noun && p.suffix == 0 && p.before != "ب" && i > 0 && s.p[i-1].verb("end") {
		return // widened the extent of its control: an advance; ended the control of X: read there
	}
	if p.form == noun && p.suffix == 0 && i > 0 && (s.p[i-1].is("maybe_if") || s.p[i-1].is("that")) && s.mode[i] == timeline.Asserted {
		s.mode[i] = timeline.Hypothetical // "that the capture of X would …": it is spoken of, not told
	}
	if p.form == noun && s.governedBy(i, "lose", "exchange", "return_to", "return") {
		return // lost its control of: read there; took turns in it: nobody's
	}
	if s.fire(i) {
		s.mode[i] = timeline.FireControl
	}
	g, pointed := s.target(i)
	if len(g.objects) == 0 && p.form == noun && s.goesOn(i) {
		g, _ = s.complement(i, "في")
	}
	if len(g.objects) == 0 && i > 0 && s.p[i-1].kind == partGround && p.form == noun { // "the areas of its control in X"
		if g, _ = s.complement(i, "في"); len(g.objects) > 0 {
			s.control(i, event{timeline.Holds, who, "", g.objects, g.to, "holds.areas"})
		}
		return
	}
	if len(g.objects) == 1 && pointed && g.objects[0].place == nil {
		if of := s.spelledBehind(i); len(of.objects) > 0 {
			g = of // "the part that X holds of the city"
		}
	}
	if k := s.antecedentOf(i); len(g.objects) == 0 && pointed && k >= 0 && s.p[k].is("partial") {
		g = s.spelledBehind(i)
	}
	if j := g.to; (who.linked || who.actor == "") && !pointed && p.form != noun && j > i && j < len(s.p) {
		if b := &s.p[j]; b.kind == partForce && b.before == "" && !b.and && b.force.own == 0 && inForm(p, &b.force) {
			who = s.named(i, j) // "took the town, X"
		}
	}
	if p.form == noun && p.suffix == 0 && who.linked && !s.carried(i) && s.agent(i) < 0 && s.overt(i) < 0 {
		who = s.taker(i, who)
	}
	if who.actor == "" && p.form == noun && s.mode[i] == timeline.Asserted { // "was wrested from the hands of X"
		if from := s.robbed(i); from != "" {
			who = subject{force: force{actor: s.opponent(from)}, at: i, linked: true}
		}
	}
	if who.actor == "" && s.mode[i] == timeline.Hypothetical {
		who = s.firstBehind(i) // "if X is taken, Y will have …"
	}
	s.captured(i, who, g, pointed)
}

// robbed is from whom the verbal noun at part i takes, where that is said.
func (s *sentence) robbed(i int) timeline.Actor {
	for j := i + 1; j+1 < len(s.p) && s.p[j].kind != partStrong && s.p[j].kind != partComma && !s.p[j].finite(); j++ {
		if s.p[j].is("from") && s.p[j+1].kind == partForce {
			return s.p[j+1].force.actor
		}
	}
	return ""
}

// firstBehind is the first force that is named behind part i as a subject.
func (s *sentence) firstBehind(i int) subject {
	for j := i + 1; j < len(s.p); j++ {
		if p := &s.p[j]; p.kind == partForce && p.before == "" {
			who := s.named(i, j)
			who.linked = true
			return who
		}
	}
	return subject{}
}

// governedBy says whether a verb of one of the senses stands before the verbal
// noun at part i, with nothing but its subject between.
func (s *sentence) governedBy(i int, senses ...string) bool {
	for j := i - 1; j >= 0 && j > i-5; j-- {
		switch p := &s.p[j]; {
		case p.verb(senses...):
			return true
		case p.kind == partForce, p.filler(), p.is("both"):
		default:
			return false
		}
	}
	return false
}

// taker is who took a place by a verbal noun that names nobody ("after the
// capture of X"): the subject of its clause if that moves forward, else who
// took the last one.
func (s *sentence) taker(i int, who subject) subject {
	for k := len(s.subjects) - 1; k >= 0; k-- {
		if sub := s.subjects[k]; sub.at < i && s.sameClause(sub.at, i) {
			if s.p[sub.at].verb("capture", "recapture", "advance", "reach", "enter", "manage", "light", "break", "go_on", "end", "none", "say", "expel", "again", "return") {
				return who
			}
			break
		}
	}
	if last := s.document.last; last != nil && last.kind.Changes() && last.who.actor != timeline.Unknown {
		last.who.linked = true
		return last.who
	}
	return who
}

func (s *sentence) captured(i int, who subject, g group, pointed bool) {
	p := &s.p[i]
	if s.ifBehind(i) {
		s.mode[i] = timeline.Hypothetical // "its capture, if it comes about"
	}
	if p.form == present && s.cueIn(i-2, i, "left") && !s.cueIn(i, s.clauseEnd(i), "except") {
		s.mode[i] = timeline.Asserted
		s.control(i, event{timeline.Lost, nobody(), who.actor, g.objects, g.to, "control.no_longer"})
		return
	}
	if s.goesOn(i) {
		s.control(i, event{timeline.Holds, who, "", g.objects, g.to, "holds.goes_on"})
		return
	}
	if p.form == present && p.object == "على" && s.mode[i] == timeline.Asserted && !(i > 0 && (s.p[i-1].is("maybe_if") || s.p[i-1].verb("become"))) && (pointed || s.still(i) || !s.headline) {
		s.control(i, event{timeline.Holds, who, "", g.objects, g.to, "holds.controls"})
		return
	}
	kind := timeline.Captured
	if p.value == "recapture" || s.again(i) {
		kind = timeline.Recaptured
	} else if s.agreed(i) {
		kind = timeline.HandedOver
	}
	s.control(i, event{kind, who, s.loser(i, g.to, who.actor), g.objects, g.to, "control." + p.value})
}

// ifBehind says whether a condition follows in the clause: "إن" before a verb,
// which folds like "أن".
func (s *sentence) ifBehind(i int) bool {
	end := s.clauseEnd(i)
	for j := i + 1; j < end; j++ {
		p := &s.p[j]
		if p.is("if") || p.is("maybe_if") && s.text[p.start:p.end] == "إن" && p.before == "" {
			return true
		}
	}
	return false
}

// agreed says whether the clause of part i says that it went without a fight.
func (s *sentence) agreed(i int) bool {
	end := s.clauseEnd(i)
	if end+1 < len(s.p) && s.p[end].kind == partComma && s.p[end+1].is("peaceful") {
		return true // "…, after an agreement with X"
	}
	return s.cueIn(s.clauseStart(i), end, "peaceful") || s.cueIn(i, end, "deal") || s.p[i].and && s.p[i].finite() && s.cueIn(i-2, i, "deal")
}

// goesOn says whether "goes on", "continues" governs the verbal noun at i.
func (s *sentence) goesOn(i int) bool {
	for j := i - 1; j >= 0 && j > i-4 && s.p[i].form == noun; j-- {
		switch p := &s.p[j]; {
		case p.kind == partVerb:
			return p.value == "go_on" || p.value == "keep" || p.value == "remain" && s.p[i].before == "علي"
		case p.kind == partComma, p.kind == partStrong:
			return false
		}
	}
	return false
}

// target is what the verb at part i is done to, and whether a pronoun stands
// for it (which X it controls).
func (s *sentence) target(i int) (group, bool) {
	p := &s.p[i]
	if w := max(0, i-1); w < i && s.p[w].first == s.p[w].last && whatever(s.p[w].text) {
		return s.spelledBehind(i), false
	}
	if p.object == "فوق" { // its flag over, on, in
		for _, preposition := range []string{"فوق", "علي", "في"} {
			if g, it := s.complement(i, preposition); len(g.objects) > 0 {
				return g, it
			}
		}
		return group{}, false
	}
	if p.object != "direct" && !p.verb("enter") {
		g, it := s.complement(i, arabic.Fold(p.object))
		if len(g.objects) == 0 && p.form == noun && p.suffix != 0 && i > 0 && s.p[i-1].verb("light", "none") {
			g, it = s.complement(i, "الي") // "stretched its influence to"
		}
		return g, it
	}
	if p.suffix != 0 && p.form != noun {
		return group{s.groundBefore(i, p.suffix), i + 1}, true
	}
	g, _ := s.complement(i, "")
	for _, preposition := range []string{"الي", "في"} {
		if len(g.objects) == 0 && (p.verb("reach") && preposition == "الي" || p.verb("enter")) {
			g, _ = s.complement(i, preposition)
		}
	}
	if len(g.objects) == 0 && p.form == noun && p.verb("lose") {
		g, _ = s.complement(i, "ل")
	}
	if len(g.objects) == 0 && p.form == noun {
		if j := s.next(i, func(q *part) bool {
			return q.kind == partIt && q.before == "ل" || q.kind == partForce && q.before == ""
		}); j >= 0 {
			if s.p[j].kind == partForce {
				j++
			}
			if j < len(s.p) && s.p[j].kind == partIt && s.p[j].before == "ل" {
				return s.pointed(i, j), true // "the storming of it by X"
			}
		}
		if p.suffix != 0 {
			return group{s.groundBefore(i, p.suffix), i + 1}, true
		}
	}
	if len(g.objects) == 0 && p.form != noun {
		return s.topic(i), false
	}
	return g, false
}

// spelledBehind is the ground that "what it took" stands for, where it is named
// behind: "what it took reached 15 villages, among them …", "what it holds of
// the quarter". "Of what it lost" stands for nothing.
func (s *sentence) spelledBehind(i int) group {
	for j := i + 1; j < len(s.p) && j < i+8; j++ {
		p := &s.p[j]
		switch {
		case p.kind == partGround && p.before == "من":
			objs := places(p.objects)
			for k := range objs {
				objs[k].partial = true
			}
			return group{objs, j + 1}
		case p.kind == partGround && p.before == "" && p.objects[0].count > 0:
			return group{p.objects, j + 1}
		case p.kind == partComma, p.kind == partStrong, p.finite():
			return group{}
		}
	}
	return group{}
}

// whatever says whether the word stands for ground that is not named: what,
// of what, all that.
func whatever(word string) bool {
	switch word {
	case "ما", "مما", "بما", "عما":
		return true
	}
	return false
}

// topic is the ground before a verb whose agent is named behind it: "the town
// was taken by X".
func (s *sentence) topic(i int) group {
	if s.agent(i) < 0 && !s.passive(i) {
		return group{}
	}
	for j := i - 1; j >= 0; j-- {
		switch p := &s.p[j]; {
		case p.kind == partGround && p.before == "":
			return group{p.objects, s.clauseEnd(i)}
		case p.kind == partStrong, p.finite(), p.kind == partComma:
			return group{}
		}
	}
	return group{}
}

// passive says whether the verb at part i is marked as passive: with an u on
// its first letter.
func (s *sentence) passive(i int) bool {
	word := []rune(s.text[s.p[i].node.start:s.p[i].node.end])
	return len(word) > 1 && word[1] == 'ُ'
}

// heldByFire reads "X cut the road by fire", "watched the town by fire", which
// holds nothing; false where no fire is spoken of.
func (s *sentence) heldByFire(i int, who subject) bool {
	if !s.cueIn(i, s.clauseEnd(i), "fire") {
		return false
	}
	g, _ := s.target(i)
	s.mode[i] = timeline.FireControl
	s.control(i, event{timeline.Captured, who, "", g.objects, g.to, "control.fire"})
	return true
}

// fire says whether the control at part i is by fire only.
func (s *sentence) fire(i int) bool {
	return s.next(i, func(p *part) bool { return p.is("fire") }) >= 0 ||
		s.next(i, func(p *part) bool { return p.is("fire") || p.kind == partForce }) >= 0 && s.cueIn(i, s.clauseEnd(i), "fire")
}

// cueIn says whether a cue of the role stands among the parts from i up to to.
func (s *sentence) cueIn(i, to int, role string) bool {
	for j := max(0, i); j < to; j++ {
		if s.p[j].is(role) {
			return true
		}
	}
	return false
}

// again says whether words beside the verb make it a recapture.
func (s *sentence) again(i int) bool {
	for j := max(0, i-3); j < i; j++ {
		if p := &s.p[j]; p.verb("again") || p.verb("recapture") && s.p[i].form == noun {
			return true
		}
	}
	if i > 0 && s.p[i].and && s.p[i-1].verb("return") && s.p[i-1].finite() {
		return true // "came back and took"
	}
	return s.cueIn(i-1, s.clauseEnd(i), "again")
}

// taking reads "…, taking the villages A and B".
func (s *sentence) taking(i int) {
	who := s.antecedent(i, 0)
	g, _ := s.complement(i, arabic.Fold(s.p[i].value))
	if len(g.objects) == 0 && strings.HasPrefix(s.p[i].text, "محرر") {
		g = group{s.freed(i), i + 1}
	}
	kind := timeline.Captured
	if strings.HasPrefix(s.p[i].text, "مست") && s.p[i].value == "" {
		kind = timeline.Recaptured
	}
	s.control(i, event{kind, who, s.loser(i, g.to, who.actor), g.objects, g.to, "control.taking"})
}

// freed is the ground that is said to be free at part i: "the town is free now",
// "X declared the town free".
func (s *sentence) freed(i int) []object {
	for j := i - 1; j >= s.clauseStart(i); j-- {
		p := &s.p[j]
		if p.kind == partGround && p.before == "" {
			return p.objects
		}
		if p.finite() && !p.verb("become", "say") {
			return nil
		}
	}
	return nil
}

// elided reads "and on the next day of A and B": ground behind the preposition
// of the last verb of control, with no verb of its own.
func (s *sentence) elided(i int) {
	p, last := &s.p[i], s.document.last
	if p.before != "علي" && !(p.before == "" && i > 0 && s.p[i-1].time() && s.p[i-1].and) || p.used || p.told || last == nil || s.document.lastIn != s.document.sentence || last.kind == timeline.HandedOver || last.to > i {
		return
	}
	for j := max(0, last.to-1); j < i; j++ {
		if s.p[j].kind == partVerb && !s.p[j].verb("none") || s.p[j].munition() || s.p[j].is("fight") || s.p[j].is("onslaught") || s.p[j].kind == partForce && !s.p[j].and {
			return
		}
	}
	if k := i + 1; p.objects[0].near && k < len(s.p) && s.p[k].kind == partGround && s.p[k].before == "علي" {
		return // "and on the western axis, of the village"
	}
	if !s.p[i].and && !s.cueIn(i-4, i, "also") && !s.conjBefore(i) {
		return
	}
	e := *last
	e.objs, e.to, e.rule, e.who.linked = p.objects, i+1, "control.elided", true
	if w := &s.p[i-1]; w.kind == partForce && w.and && w.before == "" && w.force.own == 0 {
		e.who = s.named(i, i-1) // "X took A, and Y B"
	}
	if e.kind.Changes() {
		e.from = s.opponent(e.who.actor)
	}
	s.control(i, e)
}

// conjBefore says whether "and" opens the words before part i: "and on Sunday
// of A".
func (s *sentence) conjBefore(i int) bool {
	for j := i - 1; j >= 0 && j > i-4 && s.p[j].kind != partComma; j-- {
		if s.p[j].and {
			return true
		}
	}
	return false
}

// still says whether "still" or a relative pronoun governs the verb at i.
func (s *sentence) still(i int) bool {
	for j := i - 1; j >= 0 && j > i-5; j-- {
		switch p := &s.p[j]; {
		case p.is("still"), p.kind == partRelative:
			return true
		case p.kind == partComma, p.kind == partStrong, p.kind == partVerb:
			return false
		}
	}
	return false
}
