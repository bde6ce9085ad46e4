package en

import (
	"slices"

	"frontline/timeline"
)

// keep reads "X keeps the town", "Y still holds Z", "maintains positions in
// Z", "kept control of Z".
func (s *sentence) keep(i int, who subject) {
	p := &s.p[i]
	if k := s.controlNoun(i); k >= 0 {
		t := s.ofGround(k)
		s.p[k].told = true
		s.control(i, event{timeline.Holds, who, "", t.objects, t.to, "holds.keeps"})
		return
	}
	if p.noun() {
		s.garrison(i)
		return
	}
	if s.grip(i, who) {
		return
	}
	t := s.object(i)
	if p.verb.passive && len(t.objects) > 0 && who.actor != "" && !p.verb.had {
		t.objects = s.lying(i, t.objects)
		s.control(i, event{timeline.Holds, who, "", t.objects, t.to, "holds.held_by"})
		return
	}
	if s.over(i) {
		s.reject(i, "holds.keeps", "what was so once")
		return
	}
	if len(t.objects) == 0 && s.gap(i) {
		t = target{s.where(i), i + 1} // "X, where Y rules"
	}
	if t.to < len(s.p) && s.p[t.to].is("siege") || t.to > 0 && t.to+1 < len(s.p) && s.p[t.to+1].is("siege") {
		s.reject(i, "holds.keeps", "kept under siege")
		return
	}
	t = s.inPosts(t)
	s.control(i, event{timeline.Holds, who, "", t.objects, t.to, "holds.keeps"})
}

// grip reads "kept its grip on X", "tightened its hold over X".
func (s *sentence) grip(i int, who subject) bool {
	for j := i + 1; j < len(s.p) && j < i+4; j++ {
		if s.p[j].is("hand") {
			t := s.complement(j, []string{"on", "over", "of"})
			s.control(i, event{timeline.Holds, who, "", t.objects, t.to, "holds.grip"})
			return true
		} else if !s.p[j].is("own", "det") && !s.p[j].filler() {
			return false
		}
	}
	return false
}

// lying are the places said to lie in an area that is held, where that has no
// name: "A and B, both in territory run by Y".
func (s *sentence) lying(i int, objs []object) []object {
	if o := objs[0]; len(objs) > 1 || o.place != nil || o.class == nil || o.class.value != "area" || o.count > 0 {
		return objs
	}
	for j := i - 1; j > 0 && j > i-4; j-- {
		if p := &s.p[j]; p.kind == partGround && p.before == "in" {
			if out := s.heldGround(-1, j); len(out) > 0 {
				return out
			}
		}
	}
	return objs
}

// over says whether the verb at part i tells what was so once: "had held",
// "held it until".
func (s *sentence) over(i int) bool {
	p := &s.p[i]
	if p.verb.had {
		return true
	}
	if p.verb.form != past {
		return false
	}
	for j := s.p[i].from; j < s.p[s.clauseEnd(i)-1].to; j++ {
		if r := s.n[j].role; r == "still" || r == "again" {
			return false
		}
	}
	end := s.clauseEnd(i)
	return end < len(s.p) && (s.p[end].text == "until" || s.p[end].text == "before") || s.vague(i)
}

// inPosts is the place of the positions that somebody keeps: "positions in X"
// are part of X.
func (s *sentence) inPosts(t target) target {
	if len(t.objects) != 1 || t.objects[0].place != nil || t.objects[0].class == nil {
		return t
	}
	if c := t.objects[0].class.value; c != "post" && (c != "area" || t.objects[0].count > 0) {
		return t
	}
	in := slices.DeleteFunc(s.inside(t.objects[0]), func(o object) bool { return o.near })
	return target{in, t.to}
}

// inside are the places named in the words of an unnamed object: "positions in
// X and Y".
func (s *sentence) inside(o object) []object {
	var out []object
	for j := range s.n {
		n := &s.n[j]
		if n.role == rolePlace && n.start >= o.start && n.end <= o.end && !regional(s.nodes, n.at) {
			near := j > 0 && s.n[j-1].role == "near"
			out = append(out, object{place: n, start: n.start, end: n.end, partial: true, near: near, class: n.class})
		}
	}
	if len(out) == 0 {
		return []object{o}
	}
	return out
}

// has reads "X has full control of Y".
func (s *sentence) has(i int, who subject) {
	if k := s.controlNoun(i); k >= 0 && !s.p[i].verb.had {
		t := s.ofGround(k)
		s.p[k].told = true
		s.control(i, event{timeline.Holds, who, "", t.objects, t.to, "holds.has"})
		return
	}
	if s.p[i].verb.form == third && s.still(i) && s.mode[i] == timeline.Asserted {
		t := s.relativeGround(i)
		if len(t.objects) == 0 {
			t = s.complement(i, []string{"direct"})
		}
		s.control(i, event{timeline.Holds, who, "", t.objects, t.to, "holds.has"})
	}
}

// posted reads "set up a base in X", "established an observation post at Y": they
// are in part of it.
func (s *sentence) posted(i int, who subject) bool {
	t := s.complement(i, []string{"direct"})
	if who.actor == "" || who.air || s.mode[i] != timeline.Asserted || len(t.objects) != 1 || t.objects[0].place != nil || t.objects[0].class == nil {
		return false
	}
	switch t.objects[0].class.value {
	case "post", "base", "checkpoint", "camp":
	default:
		return false
	}
	in := slices.DeleteFunc(s.inside(t.objects[0]), func(o object) bool { return o.place == nil })
	if len(in) == 0 {
		return false
	}
	for k := range in {
		in[k].near = false
	}
	s.control(i, event{timeline.Holds, who, "", in, t.to, "holds.posted"})
	return true
}

// present reads "X, in which Y is stationed", "Y deployed in X".
func (s *sentence) present(i int, who subject) {
	p := &s.p[i]
	if p.noun() || s.mode[i] != timeline.Asserted {
		return
	}
	if p.verb.passive && who.actor == "" {
		who = s.moved(i)
	}
	if who.actor == "" || who.air {
		return
	}
	for j := i + 1; j < s.clauseEnd(i); j++ {
		q := &s.p[j]
		if s.isThere(q) {
			s.control(i, event{timeline.Holds, who, "", s.pointed(j), j + 1, "holds.stationed"})
			return
		}
		if q.kind == partGround && q.before != "" && q.before != "from" && q.before != "to" && q.before != "after" {
			s.control(i, event{timeline.Holds, who, "", s.placesIn(q.objects), j + 1, "holds.stationed"})
			return
		}
	}
	if w := s.where(i); len(w) > 0 {
		s.control(i, event{timeline.Holds, who, "", w, i + 1, "holds.stationed"})
	}
}

// garrison reads "the garrison of X": whose it is holds it.
func (s *sentence) garrison(i int) {
	who := s.nounDoer(i, 0)
	if who.actor == "" {
		who = s.antecedent(i, 's')
		if j := s.ahead(i); j >= 0 && s.p[j].kind == partForce {
			who = s.force(j, i)
		}
	}
	for j := i + 1; j < len(s.p) && j < i+3; j++ {
		if p := &s.p[j]; p.kind == partGround && (p.before == "of" || p.before == "in") {
			s.control(i, event{timeline.Holds, who, "", p.objects[:1], j + 1, "holds.garrison"})
			return
		}
	}
}

// stronghold reads "X, a stronghold of Y", "Y's bastion of X", "the Y
// stronghold of X".
func (s *sentence) stronghold(i int) {
	who, end := subject{}, s.clauseEnd(i)
	if i > 0 {
		switch p := &s.p[i-1]; {
		case p.kind == partForce && p.before == "":
			who = s.force(i-1, i)
		case p.kind == partCue && p.role == "actor":
			who = subject{force: force{actor: p.node.actor}, at: i}
		case p.kind == partCue && p.role == "own":
			who = s.antecedent(i, p.value[0])
		}
	}
	for j := i + 1; j < end; j++ {
		if p := &s.p[j]; p.kind == partForce && p.before == "of" && who.actor == "" {
			who = s.force(j, i)
		}
	}
	if who.actor == "" {
		return
	}
	for j := i + 1; j < end; j++ {
		if p := &s.p[j]; p.kind == partGround && (p.before == "of" || p.before == "at" || p.before == "") {
			s.control(i, event{timeline.Holds, who, "", p.objects[:1], j + 1, "holds.stronghold"})
			return
		}
	}
	if s.takenAfter(i) {
		return
	}
	for j := i - 1; j >= 0 && j > i-7; j-- { // "X, Y's last stronghold in the north"
		if p := &s.p[j]; p.kind == partGround && p.before != "from" && !s.allRegional(p.objects) {
			s.control(i, event{timeline.Holds, who, "", s.placesIn(referred(p.objects[len(p.objects)-1:])), end, "holds.stronghold"})
			return
		} else if p.kind == partVerb && !p.sense("be", "remain", "become") || p.kind == partStrong {
			break
		}
	}
}

// takenAfter says whether the clause that the words at part i are put into tells
// that the ground was taken: "X, a stronghold of Y, was captured".
func (s *sentence) takenAfter(i int) bool {
	for j := i + 1; j < len(s.p); j++ {
		switch p := &s.p[j]; {
		case p.kind == partStrong:
			return false
		case p.kind == partVerb && !p.noun() && s.mode[j] == timeline.Asserted:
			return s.p[j-1].kind == partComma && (p.verb.passive && p.sense("capture", "recapture") || p.sense("fall", "become", "return"))
		}
	}
	return false
}

// inRange reads "within range of the army's guns": fire, not control.
func (s *sentence) inRange(i int) {
	if s.p[i].text == "under fire" {
		for j := i - 1; j >= 0 && j > i-4; j-- {
			if s.p[j].sense("become", "be", "remain") {
				s.struck(i, nil, target{s.patient(j), i + 1})
				return
			}
		}
		return
	}
	if s.p[i].text != "within range of" {
		return
	}
	for j := i + 1; j < len(s.p) && j < i+3; j++ {
		if p := &s.p[j]; p.kind == partForce {
			who := s.force(j, i)
			who.air = false
			s.mode[i] = timeline.FireControl
			s.control(i, event{timeline.Captured, who, "", s.groundBefore(i, false), j + 1, "control.in_range"})
			return
		}
	}
}
