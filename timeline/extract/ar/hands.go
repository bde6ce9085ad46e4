package ar

import (
	"strings"

	"frontline/geo/arabic"
	"frontline/timeline"
)

// hands reads "under the control of X", "in its hands" at node i.
func (s *sentence) hands(i int) part {
	p := part{kind: partHands, node: &s.n[i], from: i, to: i + 1}
	if v := s.n[i].value; v != "" { // with a pronoun
		p.force = force{own: v[0]}
		return p
	}
	for j := i + 1; j < len(s.n) && j < i+5; j++ {
		switch n := &s.n[j]; n.role {
		case "actor", "own", "members":
			if f, ok := s.forcePart(j); ok {
				p.force, p.to = f.force, f.to
				return p
			}
		case "operation":
			p.force, p.to = force{actor: timeline.Actor(strings.Fields(n.value)[0]), agree: 'f'}, j+1
			return p
		case "none", "full", "common", "fire", roleWord, "prep":
			continue
		}
		break
	}
	p.kind = partCue
	return p
}

// keeper is whose hands part i speaks of.
func (s *sentence) keeper(i int) subject {
	if s.p[i].force.own == 'w' {
		return s.thoseFactions(i)
	}
	if own := s.p[i].force.own; own != 0 {
		return s.antecedent(i, own)
	}
	return subject{force: s.p[i].force, at: i}
}

// held reads "X came under the control of Y", "X fell to Y", "X, subject to
// Y": the verb before says whether it changed hands or is so.
func (s *sentence) held(i int) {
	who := s.keeper(i)
	v, kind := s.governor(i)
	if v == i && strings.HasPrefix(s.p[i].text, "من") && s.finiteIn(i) {
		s.reject(i, "under.holds", "only says from where")
		return
	}
	if v == i && i > 1 && s.p[i-1].kind == partGround && s.p[i-2].is("was") {
		s.reject(i, "under.holds", "was so before")
		return
	}
	objs, end := s.heldGround(v, i)
	if v == i && s.namesCountry(objs) {
		s.reject(i, "under.holds", "only a province is named")
		return
	}
	if kind == timeline.Holds && v == i && s.headline {
		kind = timeline.Captured
	}
	from := timeline.Actor("")
	if kind != timeline.Holds {
		from = s.loser(i, end, who.actor)
	}
	if s.byFire(i) {
		s.mode[i], kind = timeline.FireControl, timeline.Captured
	} else if s.noLonger(i) {
		s.mode[i] = timeline.Denied
	} else if v < i && s.p[v].kind == partVerb {
		s.mode[i] = s.mode[v]
	} else if v == i && i > 0 && (s.p[i-1].kind == partGround || s.p[i-1].role == "common") && s.mode[i] == timeline.Attempt {
		s.mode[i] = timeline.Asserted // "to take X, in the hands of Y": it only describes X
	}
	s.control(i, event{kind, who, from, objs, end, "under." + string(kind)})
}

// noLonger says whether "no longer" governs the hands at part i, with nothing
// excepted: "is no longer in the hands of X".
func (s *sentence) noLonger(i int) bool {
	from, end := s.clauseStart(i), s.clauseEnd(i)
	for v := i - 1; v >= from; v-- {
		if !s.p[v].is("left") || s.cueIn(v, end, "except") {
			continue
		}
		words := strings.Fields(arabic.Fold(s.text[s.p[v].start:s.p[v].end]))
		switch words[len(words)-1] {
		case "يعد", "تعد", "عاد", "عادت":
			return true
		}
	}
	return false
}

// namesCountry says whether the objects are nothing but the country around:
// "the last town of the province under the control of X".
func (s *sentence) namesCountry(objs []object) bool {
	for _, o := range objs {
		if o.place == nil || !inCountry(s.nodes, o.place.at) {
			return false
		}
	}
	return len(objs) > 0
}

// byFire says whether the hands at part i reach only by fire.
func (s *sentence) byFire(i int) bool {
	for j := s.p[i].from; j < s.p[i].to; j++ {
		if s.n[j].role == "fire" {
			return true
		}
	}
	return false
}

// finiteIn says whether a finite verb stands before part i in its clause.
func (s *sentence) finiteIn(i int) bool {
	for j := s.clauseStart(i); j < i; j++ {
		if s.p[j].finite() {
			return true
		}
	}
	return false
}

// governor is the verb or particle that carries the hands at part i, and what
// kind of claim it makes.
func (s *sentence) governor(i int) (int, timeline.Kind) {
	for j := i - 1; j >= 0 && j > i-14; j-- {
		p := &s.p[j]
		switch {
		case p.is("still"), p.is("subject_to"), p.is("left"):
			return j, timeline.Holds
		case p.kind == partRelative:
			if j == i-1 {
				return j, timeline.Holds
			}
		case p.kind == partStrong:
			return i, timeline.Holds
		case p.is("was"):
			return i, timeline.Holds
		case p.verb("withdraw", "none") && j != i-1 && !s.sameClause(j, i):
			return i, timeline.Holds
		case p.verb("fall") && p.form == present && s.antecedentOf(j) >= 0: // "which lies in the hands of"
			return j, timeline.Holds
		case p.verb("become", "fall", "enter", "return_to", "withdraw", "none"):
			if p.value == "none" && j != i-1 {
				return i, timeline.Holds
			}
			return j, timeline.Captured
		case p.verb("return", "recapture", "again"):
			return j, timeline.Recaptured
		case p.verb("remain", "keep"):
			return j, timeline.Holds
		case p.finite():
			return i, timeline.Holds
		}
	}
	return i, timeline.Holds
}

// heldGround is what is in the hands of part i, whose governor is v, and the
// part behind: named between the two, before the governor, or behind.
func (s *sentence) heldGround(v, i int) (objs []object, end int) {
	end = i + 1
	if j := i + 1; j < len(s.p) && s.p[j].kind == partGround && s.p[j].before == "في" && s.n[s.p[i].from].last > s.n[s.p[i].from].first+1 {
		return s.p[j].objects, j + 1 // "to the areas of control of X in the town"
	}
	if objs := s.between(v, i); len(objs) > 0 && s.p[v].kind != partRelative {
		return objs, end
	}
	if j := s.postponed(v, i); j >= 0 {
		return s.p[j].objects, j + 1
	}
	if v > 0 && s.p[v-1].is("such") && s.p[v-1].value == "is" {
		return s.listBefore(v - 1), end // "A and B, which are in the hands of"
	}
	if s.all(v-2, v) {
		for j := v - 1; j >= 0 && j > v-9 && s.p[j].kind != partStrong; j-- {
			if p := &s.p[j]; p.kind == partGround && len(p.objects) > 1 {
				return places(p.objects), end
			}
		}
		if objs := s.listBefore(v); len(objs) > 0 {
			return objs, end
		}
	}
	if k := s.antecedentOf(min(v+1, i)); k >= 0 {
		if s.p[k].kind != partGround {
			return nil, end
		}
		if objs := s.oneOf(k); len(objs) > 0 {
			return objs, end
		}
		return s.right(&s.p[k], s.all(k, i)), end
	}
	if k := s.antecedentOf(v); k >= 0 && s.p[k].kind == partGround {
		if objs := s.oneOf(k); len(objs) > 0 {
			return objs, end
		}
		return s.right(&s.p[k], s.all(k, i)), end
	}
	if s.p[v].is("subject_to") {
		if objs := s.stillAbout(v); len(objs) > 0 {
			return objs, end
		}
		if j := s.groundOf(v); j >= 0 {
			if objs := s.oneOf(j); len(objs) > 0 {
				return objs, end
			}
			return s.right(&s.p[j], s.all(j, i)), end
		}
	}
	clause := s.clauseStart(v)
	for j := v - 1; j >= 0; j-- {
		switch p := &s.p[j]; {
		case p.kind == partGround && p.before == "" && !p.told:
			return p.objects, end
		case p.kind == partForce && j > 0 && (s.p[j-1].is("last") || s.p[j-1].is("stronghold")): // "X, the last stronghold of Y"
		case p.kind == partGround && p.objects[0].near:
		case p.kind == partStrong, p.kind == partHands, p.kind == partForce && p.before == "", p.finite() && !p.verb("say", "gap", "fall"):
			j = -1
		case j < clause && p.kind == partGround:
			return p.objects, end
		}
	}
	if j := s.next(i, func(p *part) bool { return p.kind == partGround && p.before == "" && !p.and }); j >= 0 && (v < i || i == 0 || s.p[i-1].kind == partComma) {
		return s.p[j].objects, j + 1
	}
	if v < i && s.p[v].kind == partVerb {
		return s.groundBefore(v, s.p[v].agree), end
	}
	if v < i && s.p[v].is("still") {
		return s.groundBefore(v, 0), end
	}
	return nil, end
}

// stillAbout is the ground between "still" and the participle at part v: "A and
// B are still subject to".
func (s *sentence) stillAbout(v int) []object {
	for j := v - 1; j >= 0 && j > v-6; j-- {
		if s.p[j].is("still") || s.p[j].verb("remain", "become") && s.p[j].finite() {
			return s.between(j, v)
		}
		if s.p[j].kind != partGround && s.p[j].kind != partWord {
			return nil
		}
	}
	return nil
}

// oneOf is the ground that is said to be one of those at part k: "the town is …
// away from X, and is of the few towns that".
func (s *sentence) oneOf(k int) []object {
	if k < 1 || s.p[k].before != "من" || s.p[k].objects[0].place != nil || !s.p[k-1].is("such") || s.p[k-1].value != "is" {
		return nil
	}
	for j := k - 2; j >= 0; j-- {
		if p := &s.p[j]; p.kind == partGround && p.before == "" && !p.objects[0].near {
			return places(p.objects)
		}
	}
	return s.listBefore(k)
}

// postponed is the part of the ground behind the hands at part i where "still"
// stands right before them: "in its hands are still A and B"; -1 where it does
// not.
func (s *sentence) postponed(v, i int) int {
	if v != i-1 || !s.p[v].is("still") && !s.p[v].verb("remain") {
		return -1
	}
	return s.next(i, func(p *part) bool { return p.kind == partGround && p.before == "" && !p.and })
}

// between is the ground that stands between the governor at part v and part i:
// "still A, and B, are in the hands of".
func (s *sentence) between(v, i int) []object {
	var out []object
	for j := v + 1; j < i; j++ {
		switch p := &s.p[j]; {
		case p.kind == partGround && !p.told && (p.before == "" || p.before == "مع" && len(out) > 0):
			out = append(out, p.objects...)
		case p.kind == partGround && !p.told && p.before == "مع":
			out = append(append(out, s.groundBefore(v, 'f')...), p.objects...) // "it, with B, is in the hands of"
		case p.kind == partForce && p.before == "" && strings.HasPrefix(p.text, "الاخير"):
			out = append(out, s.lastGround(v)...) // "the latter" is a place here
		}
	}
	return out
}

// topicOf is the ground that the clause before part i is about.
func (s *sentence) topicOf(i int) []object {
	for j := i - 1; j >= s.clauseStart(i); j-- {
		if p := &s.p[j]; p.kind == partGround && p.before == "" {
			return p.objects
		}
	}
	return nil
}

// groundOf is the ground that the participle at part i describes; -1 if none.
func (s *sentence) groundOf(i int) int {
	for j := i - 1; j >= 0 && j > i-5; j-- {
		switch p := &s.p[j]; {
		case p.kind == partGround && !s.regional(p):
			return j
		case p.kind == partStrong, p.finite():
			return -1
		}
	}
	return -1
}

// subjected reads "X, subject to Y", "to whom X and Z are subject", where no
// hands are spoken of.
func (s *sentence) subjected(i int) {
	who, at := subject{}, i
	if s.p[i].value == "lies" && s.next(i, func(p *part) bool { return p.kind == partHands || p.kind == partForce && p.before == "ل" }) < 0 {
		return
	}
	if s.p[i].value == "of" && (i == 0 || s.p[i-1].kind != partGround || i+1 < len(s.p) && s.p[i+1].kind == partIt && !s.ofForces(i-1)) {
		return // "the forces that belong to X"
	}
	for j := i + 1; j < len(s.p) && j < i+6; j++ {
		p := &s.p[j]
		if p.is("subject_to") {
			return
		}
		if p.kind == partHands {
			if who.actor == "" && s.p[i].value == "finite" {
				return // read there
			}
			return
		}
		if p.kind == partForce && p.before == "ل" {
			who, at = s.named(i, j), j
		} else if p.kind == partIt && p.before == "ل" {
			who, at = s.antecedent(i, p.value[0]), j
		}
		if who.actor != "" || p.finite() || p.kind == partStrong {
			break
		}
	}
	if who.actor == "" {
		return
	}
	if j := s.next(at, func(p *part) bool { return p.kind == partGround && p.before == "" && !p.and && !p.objects[0].near }); j >= 0 {
		s.control(i, event{timeline.Holds, who, "", s.p[j].objects, j + 1, "holds.subject_to"})
		return
	}
	for j := i - 1; j >= 0 && j > i-9 && s.p[j].kind != partStrong; j-- {
		if s.p[j].is("still") {
			if objs := s.between(j, i); len(objs) > 0 {
				s.control(i, event{timeline.Holds, who, "", objs, at + 1, "holds.subject_to"})
				return
			}
		}
	}
	for j := i + 1; j < at; j++ {
		if s.p[j].kind == partGround {
			s.control(i, event{timeline.Holds, who, "", s.p[j].objects, at + 1, "holds.subject_to"})
			return
		}
	}
	if j := s.groundOf(i); j >= 0 {
		if objs := s.oneOf(j); len(objs) > 0 {
			s.control(i, event{timeline.Holds, who, "", objs, at + 1, "holds.subject_to"})
			return
		}
	}
	if j := s.groundOf(i); j >= 0 && s.p[j].before == "من" && s.p[j].objects[0].place == nil {
		if objs := s.topicOf(j); len(objs) > 0 { // "A and B are among the areas that are X's"
			s.control(i, event{timeline.Holds, who, "", objs, at + 1, "holds.subject_to"})
			return
		}
	}
	if j := s.groundOf(i); j >= 0 {
		objs := s.right(&s.p[j], s.p[i].value == "d" || s.all(j, i))
		if pair := s.lastPair(&s.p[j]); s.p[i].value == "d" && len(pair) == 2 {
			objs = pair
		}
		s.control(i, event{timeline.Holds, who, "", objs, at + 1, "holds.subject_to"})
	}
}

// passed reads "X passed, or returned, to Y".
func (s *sentence) passed(i int) {
	kind := timeline.Captured
	if s.p[i].value == "return" {
		kind = timeline.Recaptured
	}
	for j := i + 1; j < s.clauseEnd(i); j++ {
		p := &s.p[j]
		var who subject
		switch {
		case p.kind == partHands:
			return
		case p.kind == partForce && (p.before == "الي" || p.before == "ل"):
			who = s.named(i, j)
		case p.kind == partIt && p.before == "الي":
			if k := j + 1; s.p[i].finite() && k < len(s.p) && s.p[k].kind == partForce && s.p[k].before == "" && !s.p[k].and && inForm(&s.p[i], &s.p[k].force) {
				s.control(i, event{kind, s.named(i, k), s.loser(i, k, s.p[k].force.actor), s.pointed(i, j).objects, k + 1, "control.came_back"})
				return // "for X to come back to it"
			}
			who = s.antecedent(i, p.value[0])
		default:
			continue
		}
		objs, end := s.heldGround(i, j)
		if s.p[i+1].verb("capture") && s.p[i+1].form == noun { // "the control of the town passed to X"
			for _, preposition := range []string{"علي", "في"} {
				if g, _ := s.complement(i+1, preposition); len(g.objects) > 0 {
					objs, end = g.objects, max(g.to, j+1)
					break
				}
			}
		}
		s.control(i, event{kind, who, s.loser(i, end, who.actor), objs, end, "control.passed_to"})
		return
	}
}

// remains reads "X remained with Y", "for Y nothing remained but X".
func (s *sentence) remains(i int) {
	if s.p[i].verb("remain") {
		s.left(i)
	} else if i+1 < len(s.p) {
		s.slipped(i)
	}
}
