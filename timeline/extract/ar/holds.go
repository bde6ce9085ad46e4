package ar

import (
	"strings"

	"frontline/geo/arabic"
	"frontline/timeline"
)

// holds says that somebody has the objects.
func (s *sentence) holds(i int, who subject, objs []object, to int, rule string) {
	s.control(i, event{timeline.Holds, who, "", objs, to, rule})
}

// agreement is how the pronoun of a part agrees; 0 where it is none.
func agreement(p *part) byte {
	if p.kind != partIt {
		return 0
	}
	return p.value[0]
}

// present reads "X, in which Y is stationed" and "Y is stationed in X".
func (s *sentence) present(i int, who subject) {
	if k := s.antecedentOf(i); s.mode[i] == timeline.Denied && k >= 0 && s.p[k].kind == partGround {
		s.mode[i] = timeline.Asserted // "no truth in the fall of the base, in which X stands": it describes it
	}
	if s.mode[i] != timeline.Asserted {
		return
	}
	if s.p[i].form == noun {
		if !s.begun(i) {
			return
		}
		if s.p[i].suffix == 0 {
			if j := s.next(i, func(p *part) bool { return p.kind == partForce }); j >= 0 && s.p[j].before == "" {
				who = s.named(i, j)
			}
		}
	}
	if j := i + 2; j < len(s.p) && s.p[i+1].verb("presence") && s.p[j].kind == partForce && s.p[j].before == "" {
		who = s.named(i, j) // "the presence of X is confined to"
	}
	for j := i + 1; j < s.clauseEnd(i) && j < i+6; j++ {
		switch p := &s.p[j]; {
		case p.kind == partIt && p.before == "في":
			if j+1 < len(s.p) && s.p[j+1].kind == partForce && s.p[j+1].before == "" {
				who = s.named(i, j+1)
			}
			s.holds(i, who, s.pointed(i, j).objects, s.clauseEnd(i), "holds.stationed")
			return
		case p.kind == partGround && s.p[i].object == "على" && p.before == "في" && j+1 < len(s.p) && s.p[j+1].before == "علي": // "is confined, in the province, to"
		case p.kind == partGround && (p.before == "في" || p.before == "ب" || p.before == "علي" && s.p[i].object == "على"):
			if k := j + 1; k < len(s.p) && s.p[k].kind == partForce && s.p[k].before == "" && !s.p[k].and && inForm(&s.p[i], &s.p[k].force) && (who.linked || who.actor == "") {
				who = s.named(i, k) // "in the village stand X"
			}
			if objs := s.postIn(j); len(objs) > 0 {
				s.holds(i, who, objs, j+1, "holds.stationed")
				return
			}
			if from := s.vacated(j, who); from != "" {
				s.control(i, event{timeline.Captured, who, from, s.continued(j), j + 1, "control.moved_in"})
				return
			}
			if i > 0 && s.p[i-1].verb("return") && s.p[i-1].finite() { // "came back and spread in"
				objs := places(s.continued(j))
				s.control(i, event{timeline.Recaptured, who, s.loser(i, j, who.actor), objs, j + 1, "control.moved_in"})
				return
			}
			s.holds(i, who, s.continued(j), j+1, "holds.stationed")
			return
		}
	}
	if s.cueIn(i-3, i, "where") {
		s.holds(i, who, s.listBefore(i), s.clauseEnd(i), "holds.where")
	}
}

// begun says whether a verb that only says that it began, or goes on, governs
// the verbal noun at part i: "began their deployment in".
func (s *sentence) begun(i int) bool {
	for j := i - 1; j >= 0 && j > i-4; j-- {
		switch p := &s.p[j]; {
		case p.kind == partVerb:
			return p.finite() && p.verb("none", "go_on", "light") && s.mode[j] == timeline.Asserted
		case p.kind == partForce && p.before == "", p.filler():
		default:
			return false
		}
	}
	return false
}

// vacated is who of the other side left right behind part j: "spread in the
// town after X had left it"; "" where nobody did.
func (s *sentence) vacated(j int, who subject) timeline.Actor {
	for k := j + 1; k < len(s.p) && k < j+4 && s.p[k].kind != partStrong; k++ {
		if !s.p[k].verb("withdraw", "evacuate") || !s.p[k-1].is("weak") {
			continue
		}
		if left := s.doer(k); left.actor != "" && s.against(left.actor, who.actor) {
			return left.actor
		}
	}
	return ""
}

// posted reads "its forces that stand in X", "still holding on to X".
func (s *sentence) posted(i int) {
	if s.cueIn(i-4, i, "left") {
		s.reject(i, "holds."+s.p[i].role, "no longer")
		return
	}
	who := subject{}
	for j := i - 1; j >= 0 && j > i-5 && who.actor == ""; j-- {
		switch p := &s.p[j]; {
		case p.kind == partForce && (p.before == "" || p.before == "من" || s.p[i].role == "posted") && !s.helper(j):
			who = s.named(i, j)
		case p.kind == partStrong, p.kind == partGround && s.p[i].role == "posted":
			j = -1
		}
	}
	if who.actor == "" && s.p[i].role == "holding" {
		who = s.antecedent(i, 0)
	}
	for j := i + 1; j < len(s.p) && j < i+4; j++ {
		switch p := &s.p[j]; {
		case p.kind == partGround && (p.before != "" && p.before != "من" && p.before != "عن" && p.before != "ل" && p.before != "بين" || s.p[j-1].is("inside")):
			s.holds(i, who, s.continued(j), j+1, "holds."+s.p[i].role)
			return
		case p.kind == partIt && p.before != "من" && p.before != "ل", p.is("in_it"):
			s.holds(i, who, s.groundBefore(i, agreement(p)), j+1, "holds."+s.p[i].role)
			return
		case p.kind == partStrong, p.kind == partComma, p.kind == partVerb:
			j = len(s.p)
		}
	}
	if s.p[i].role == "holding" && s.cueIn(i-5, i, "where") {
		s.holds(i, who, s.groundBefore(i, 0), i+1, "holds.where")
	}
}

// keep reads "X keeps the town", "X holds on to it": the preposition that the
// word takes leads to the places.
func (s *sentence) keep(i int, who subject) {
	if p := &s.p[i]; p.suffix != 0 && p.finite() { // "the town that X runs"
		s.holds(i, who, s.groundBefore(i, p.suffix), s.clauseEnd(i), "holds.keeps")
		return
	}
	for j := i + 1; j < len(s.p) && j < i+8; j++ {
		switch p := &s.p[j]; {
		case p.verb("capture"): // "keeps its control of": read there
			return
		case p.kind == partGround && (p.before == "ب" || p.before == "علي" || p.before == "في" || p.before == "ل" && s.p[i].object == "ل" || p.before == "" && s.p[i].object == "direct"):
			s.holds(i, who, s.continued(j), j+1, "holds.keeps")
			return
		case p.kind == partIt && p.before != "ل" && p.before != "من", p.is("in_it"):
			s.holds(i, who, s.groundBefore(i, agreement(p)), j+1, "holds.keeps")
			return
		case p.kind == partStrong, p.kind == partComma:
			return
		}
	}
}

// fallBack reads "X fell back from A on B": it has left the one, and stands in
// the other now.
func (s *sentence) fallBack(i int, who subject) {
	if last := s.document.last; i+2 < len(s.p) && s.p[i+2].verb("remain") && who.linked && last != nil && last.kind.Changes() && last.who.actor == who.actor {
		who = subject{force: force{actor: s.opponent(who.actor)}, at: i, linked: true} // who was left of those that were beaten
	}
	if g, _ := s.complement(i, "الي"); len(g.objects) > 0 {
		s.holds(i, who, g.objects, g.to, "holds.fell_back_on")
	}
	s.withdraw(i, who)
}

// stronghold reads "X, the last town of Y", "its strongholds in X", "the last
// town that Y holds is X".
func (s *sentence) stronghold(i int) {
	who, end, such := subject{}, s.clauseEnd(i), -1
	if s.p[i].value != "" { // "its stronghold"
		who = s.antecedent(i, s.p[i].value[0])
	}
	for j := i + 1; j < end; j++ {
		p := &s.p[j]
		if p.kind == partForce && who.actor == "" && (p.before == "" || p.before == "ل") {
			who = s.named(i, j)
		}
		if p.kind == partHands && who.actor == "" {
			who = s.keeper(j)
		}
		if p.is("such") {
			such = j
		}
	}
	if who.actor == "" {
		s.reject(i, "holds.stronghold", "nobody whose it is")
		return
	}
	if such >= 0 && such+1 < len(s.p) && s.p[such+1].kind == partGround {
		s.holds(i, who, s.p[such+1].objects, such+2, "holds.stronghold")
		return
	}
	if j := s.next(i, func(p *part) bool { return p.kind == partForce }) + 1; s.p[i].value == "" && i == 0 && j > 0 && j < len(s.p) && s.p[j].kind == partGround && (s.p[j].before == "في" || s.p[j].before == "") {
		s.holds(i, who, s.p[j].objects, j+1, "holds.stronghold") // "the stronghold of X in the town"
		return
	}
	if j := i + 1; s.p[i].value != "" && j < len(s.p) && s.p[j].kind == partGround && s.p[j].before == "في" {
		s.holds(i, who, s.p[j].objects, j+1, "holds.stronghold")
		return
	}
	if s.cueIn(i-2, i, "such") {
		if objs := s.listBefore(i); len(objs) > 0 {
			s.holds(i, who, objs, end, "holds.stronghold") // "A and B, which are strongholds of X"
			return
		}
	}
	for j := i - 1; j >= 0 && j > i-5; j-- {
		switch p := &s.p[j]; {
		case p.kind == partGround && !s.regional(p):
			objs := p.objects
			if strings.TrimPrefix(s.n[p.to-1].text, "و") != "هما" && !(j > 0 && s.p[j-1].verb("remain", "become")) { // "A and B, and both are"
				objs = objs[len(objs)-1:]
			}
			s.holds(i, who, places(objs), end, "holds.stronghold")
			return
		case p.finite() && s.antecedentOf(j) >= 0:
			if k := s.antecedentOf(j); s.p[k].kind == partGround {
				s.holds(i, who, s.right(&s.p[k], false), end, "holds.stronghold")
			}
			return
		case p.kind == partStrong, p.finite() && !p.verb("remain", "become"):
			return
		}
	}
}

// left reads "for X there remain A and B", "nothing is left to X but A".
func (s *sentence) left(i int) {
	who, at := subject{}, -1
	if v := s.p[i].value; s.p[i].kind == partCue && v != "" { // "did not slip from its hands"
		who = s.antecedent(i, v[0])
	}
	for j := i + 1; j < len(s.p) && j < i+14; j++ {
		p := &s.p[j]
		switch {
		case who.actor == "" && p.kind == partForce && p.before == "ل":
			who = s.named(i, j)
		case who.actor == "" && p.kind == partIt && p.before == "ل":
			who = s.antecedent(i, p.value[0])
		case who.actor == "" && (p.kind == partHands || p.is("from")):
			if p.kind == partHands {
				who = s.keeper(j)
			}
		case p.is("except"):
			at = -1
		case p.kind == partGround && p.before == "" && at < 0 && who.actor != "":
			if s.p[i].kind == partVerb && !s.cueIn(i, j, "except") && s.next(i, func(p *part) bool { return p.kind == partGround || p.kind == partForce || p.kind == partIt }) < 0 {
				return
			}
			at = j
		case p.kind == partStrong:
			j = len(s.p)
		}
	}
	if who.actor != "" && at < 0 && (s.cueIn(i-3, i, "such") || s.apposed(i)) {
		s.holds(i, who, s.listBefore(i), s.clauseEnd(i), "holds.left") // "A and B, which is what is left to X"
		return
	}
	if who.actor == "" || at < 0 {
		return
	}
	s.holds(i, who, s.p[at].objects, at+1, "holds.left")
}

// apposed says whether what is left, at part i, stands in apposition: "the town,
// the biggest of what is left to X".
func (s *sentence) apposed(i int) bool {
	if i < 2 || s.p[i-2].kind != partComma {
		return false
	}
	switch arabic.Bare(s.p[i-1].text) {
	case "اكبر", "اهم", "ابرز", "اخر", "كل":
		return true
	}
	return false
}

// joined reads "the village of X followed it", "likewise Y": the last thing
// told is told of one more place.
func (s *sentence) joined(i int) {
	if s.cueIn(i, s.clauseEnd(i), "deal") {
		s.reconciled(i)
		return
	}
	if s.p[i].kind == partVerb && !s.joins(i) {
		s.annexed(i)
		return
	}
	if s.widened(i) {
		return
	}
	last := s.document.last
	if last == nil || s.document.sentence > s.document.lastIn+1 || (s.p[i].is("like") || s.p[i].is("also")) && last.kind != timeline.Holds || s.mode[i] != timeline.Asserted {
		return
	}
	if j := s.joining(i); j >= 0 {
		e := *last
		e.objs, e.to, e.rule, e.who.linked = s.p[j].objects, max(i, j)+1, "joined."+string(e.kind), true
		if e.kind.Changes() {
			e.from = s.opponent(e.who.actor)
		}
		s.control(i, e)
	}
}

// widened reads "X widened its control to take in A and B".
func (s *sentence) widened(i int) bool {
	if s.p[i].kind != partVerb || s.p[i].object != "direct" || s.mode[i] != timeline.Asserted && s.p[i].before != "ل" {
		return false
	}
	for j := i - 1; j >= 0 && j > i-9 && s.p[j].kind != partStrong; j-- {
		if s.p[j].verb("advance") && s.cueIn(j, i, "extent") && s.mode[j] == timeline.Asserted {
			if k := s.joining(i); k >= 0 {
				who := s.doer(j)
				s.mode[i] = timeline.Asserted
				s.control(i, event{timeline.Captured, who, s.opponent(who.actor), s.p[k].objects, k + 1, "control.widened"})
			}
			return true
		}
	}
	return false
}

// annexed reads "X added the town to what it holds".
func (s *sentence) annexed(i int) {
	p := &s.p[i]
	if p.object != "ب" && p.object != "إلى" || p.form == noun {
		return
	}
	who := s.doer(i)
	if g, _ := s.complement(i, ""); len(g.objects) > 0 && !who.linked {
		s.control(i, event{timeline.Captured, who, s.opponent(who.actor), g.objects, g.to, "control.annexed"})
	}
}

// joining is the part of the ground that joins what was told before at part i:
// behind it, or before a verb; -1 if none does.
func (s *sentence) joining(i int) int {
	for j := i + 1; j < len(s.p) && j < i+8; j++ {
		p := &s.p[j]
		if p.kind == partGround && (p.before == "" || p.before == "في" || p.before == "علي" || s.p[i].is("like")) && !p.told {
			return j
		}
		if p.finite() || p.kind == partStrong || p.kind == partComma {
			break
		}
	}
	for j := i - 1; s.p[i].kind == partVerb && j >= s.clauseStart(i); j-- {
		if p := &s.p[j]; p.kind == partGround && p.before == "" {
			return j
		}
	}
	return -1
}

// spellsOut reads a list that spells out what the sentence before told of:
// "known of these places are A and B".
func (s *sentence) spellsOut(i int) {
	if i+1 < len(s.p) && s.p[i+1].kind == partGround && !s.p[i+1].told && s.p[i+1].objects[0].place != nil && i < 4 && s.document.last != nil && s.document.sentence <= s.document.lastIn+1 {
		e := *s.document.last
		e.objs, e.to, e.rule, e.who.linked = s.p[i+1].objects, i+2, "joined."+string(e.kind), true
		s.control(i, e)
	}
}

// joins says whether the verb at part i has the pronoun that makes it speak of
// what went before: "followed it", "was added to it".
func (s *sentence) joins(i int) bool {
	p := &s.p[i]
	switch {
	case p.kind != partVerb:
		return true
	case p.object == "direct": // "the advance took in A"; but not "the raids took in A"
		for j := max(0, i-4); j < i; j++ {
			if s.p[j].munition() || s.p[j].is("fight") {
				return false
			}
		}
		return true
	case p.object == "suffix":
		return p.suffix != 0 && p.form != noun
	}
	want := arabic.Fold(p.object)
	return s.next(i, func(p *part) bool { return p.kind == partIt && p.before == want }) >= 0
}

// owned reads a base or post of X in a place, areas of X in it: X is there.
func (s *sentence) owned(i int) {
	if s.mode[i] != timeline.Asserted {
		return
	}
	for k, o := range s.p[i].objects {
		if o.owner == nil || o.ownedPlural && (s.targeted(i) || s.cueIn(s.clauseStart(i), i, "onslaught")) {
			continue
		}
		who := subject{force: force{actor: timeline.Actor(o.owner.value), agree: o.owner.agree}, at: i}
		s.holds(i, who, s.p[i].objects[k:k+1], i+1, "holds.base")
	}
}

// ownPost reads "from its positions in X": it is there, unless they are only
// what somebody strikes or attacks.
func (s *sentence) ownPost(i int) {
	if s.targeted(i) || s.fastened(i) {
		return
	}
	if j := s.next(i, func(p *part) bool { return p.kind == partGround && p.before == "في" }); j >= 0 && !s.regional(&s.p[j]) {
		if s.p[i].before == "من" {
			s.mode[i] = timeline.Asserted // from where they come, whatever they try
		}
		who := s.antecedent(i, s.p[i].value[0])
		for k := i - 1; who.actor == "" && k >= s.clauseStart(i); k-- {
			if p := &s.p[k]; p.kind == partForce && p.force.own == 0 && p.force.actor != "civilians" {
				who = s.named(i, k) // not a force that takes ground, but it has its bases
			}
		}
		if at := s.trying(i); at >= 0 {
			who = s.named(i, at)
		}
		for k := len(s.subjects) - 1; k >= 0; k-- {
			if v := s.subjects[k]; v.at >= s.clauseStart(i) && v.at < i && s.p[v.at].verb("attack") && v.actor == who.actor {
				who = subject{force: force{actor: s.opponent(who.actor)}, at: i, linked: true} // nobody attacks his own
				break
			}
		}
		objs := append([]object(nil), s.p[j].objects...)
		for k := range objs { // a post is a part of a village
			objs[k].partial = true
		}
		s.holds(i, who, objs, j+1, "holds.own_post")
	}
}

// fastened says whether what stands at part i is what somebody made fast:
// "fastened its points in the town" is the end of its taking.
func (s *sentence) fastened(i int) bool {
	for j := i - 1; j >= 0 && j > i-4; j-- {
		if p := &s.p[j]; p.kind == partVerb {
			return p.value == "light" && strings.Contains(p.text, "ثب")
		}
	}
	return false
}

// targeted says whether what stands at part i is only what somebody strikes or
// leaves.
func (s *sentence) targeted(i int) bool {
	for j := s.clauseStart(i); j < i; j++ {
		if p := &s.p[j]; p.verb("strike", "hit", "raid", "throw", "blast", "lose", "evacuate", "withdraw", "pull") || p.munition() {
			return true
		}
	}
	return false
}

// trying is the part of the force whose attempt is told before part i: "the
// attempt of X to go back to A, from its positions in B"; -1 where none is.
func (s *sentence) trying(i int) int {
	for j := i - 1; j > s.clauseStart(i); j-- {
		if p := &s.p[j]; p.kind == partForce && p.before == "" && p.force.own == 0 && (s.p[j-1].is("purpose") || s.p[j-1].is("onslaught")) {
			return j
		}
	}
	return -1
}

// beside reads "the town, where X is".
func (s *sentence) beside(i int) {
	if i < 2 || s.p[i].before != "" || i+1 < len(s.p) && s.p[i+1].finite() {
		return
	}
	w := &s.p[i-1]
	if !w.is("where") && !(w.kind == partIt && w.before == "في" && w.and) {
		return
	}
	for j := i - 2; j >= 0 && j > i-6; j-- {
		if p := &s.p[j]; p.kind == partGround && !s.regional(p) {
			s.holds(i, s.named(i, i), places(p.objects), i+1, "holds.where")
			return
		}
	}
}
