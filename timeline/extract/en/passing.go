package en

import "frontline/timeline"

// owned reads "rebel-held Azaz", "the SDF-controlled town of X".
func (s *sentence) owned(i int) {
	p := &s.p[i]
	s.ringed(i)
	for j := p.from; j+1 < p.to; j++ {
		if s.n[j].role == "actor" && s.n[j+1].role == "heldby" {
			s.control(i, event{timeline.Holds, subject{force: force{actor: s.n[j].actor}, at: i}, "", referred(s.heldNamed(i, s.described(p, j))), i + 1, "holds.adjective"})
			continue
		}
		if s.n[j].role == "actor" && s.n[j+1].role == "class" && s.n[j+1].value == "area" && len(p.objects) == 1 && p.objects[0].place != nil {
			s.control(i, event{timeline.Holds, subject{force: force{actor: s.n[j].actor}, at: i}, "", p.objects, i + 1, "holds.area"})
			return
		}
	}
}

// heldNamed is, of ground that part i only describes, what it describes: X of
// "X, the rebel-held suburb".
func (s *sentence) heldNamed(i int, objs []object) []object {
	if i < 2 || len(objs) != 1 || objs[0].place != nil || objs[0].count > 0 || s.p[i].before != "" || s.p[i-1].kind != partComma {
		return objs
	}
	if q := &s.p[i-2]; q.kind == partGround && !q.objects[0].near && q.objects[len(q.objects)-1].place != nil {
		return pick(q, false)
	}
	return objs
}

// described are the objects of the ground that the adjective at node j speaks
// of: those up to the next such adjective.
func (s *sentence) described(p *part, j int) []object {
	end := s.n[p.to-1].end
	for k := j + 2; k+1 < p.to; k++ {
		if s.n[k].role == "actor" && s.n[k+1].role == "heldby" {
			end = s.n[k].start
			break
		}
	}
	var out []object
	for _, o := range p.objects {
		at := o.end
		if o.place != nil {
			at = o.place.end
		}
		if at > s.n[j].end && at <= end {
			out = append(out, o)
		}
	}
	return out
}

// passed reads "X went back to Y", "X has gone over to Y".
func (s *sentence) passed(i int) {
	if s.underFire(i) {
		return
	}
	kind := timeline.Captured
	if s.p[i].sense("return") {
		kind = timeline.Recaptured
	}
	for j := i + 1; j < len(s.p) && j < i+5; j++ {
		p := &s.p[j]
		if p.kind == partHands {
			return // read there
		}
		if (p.kind == partForce || p.kind == partIt && p.value == "p") && p.before == "to" {
			objs := s.patient(i)
			if k := s.subjectNoun(i); k >= 0 && len(objs) == 0 { // "control of X passed to Y"
				objs = s.ofGround(k).objects
			}
			who := s.force(j, i)
			if who.linked && s.losing(who.actor) {
				who.force = force{actor: s.opponent(who.actor)}
			}
			s.control(i, event{kind, who, s.opponent(who.actor), objs, j + 1, "control.passed"})
			s.topic(who)
			return
		}
		if !p.filler() && (p.kind != partForce || p.before != "from") {
			return
		}
	}
}

// subjectNoun is the noun "control" that the verb at part i is said of; -1 if
// none.
func (s *sentence) subjectNoun(i int) int {
	for j := i - 1; j >= 0; j-- {
		if p := &s.p[j]; p.noun() && p.sense("control") {
			return j
		} else if p.kind == partVerb || p.kind == partStrong {
			break
		}
	}
	return -1
}

// topic makes who got ground the one spoken of: "they" means them.
func (s *sentence) topic(who subject) {
	if who.actor != "" && !who.air {
		s.subjects = append(s.subjects, who)
		s.document.subject = who.force
	}
}

// remainder makes those to whom something is said to be left the ones spoken of:
// "What remains to X is little. It holds …".
func (s *sentence) remainder() {
	if s.n[0].text != "what" || len(s.subjects) > 0 {
		return
	}
	for i := range s.p {
		if p := &s.p[i]; p.kind == partForce && p.before == "to" {
			s.topic(s.force(i, i))
			return
		}
	}
}

// joins reads "X joined the areas of Y": by agreement, it is theirs.
func (s *sentence) joins(i int) {
	objs := s.patient(i)
	if len(objs) == 0 || s.p[i].noun() {
		return
	}
	for j := i + 1; j < s.clauseEnd(i) && j < i+6; j++ {
		if p := &s.p[j]; p.kind == partForce && (p.before == "" || p.before == "of") {
			who := s.force(j, i)
			s.control(i, event{timeline.HandedOver, who, s.opponent(who.actor), objs, j + 1, "control.joined"})
			return
		}
	}
}
