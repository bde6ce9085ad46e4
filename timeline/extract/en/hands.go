package en

import (
	"slices"

	"frontline/timeline"
)

// hands reads "under the control of X", "under RSF control", "in its hands" at
// the preposition at node i.
func (s *sentence) hands(i int) (part, bool) {
	p := part{kind: partHands, node: &s.n[i], from: i, before: s.n[i].value}
	j := i + 1
	for ; j < len(s.n) && (s.n[j].role == "det" || s.n[j].role == roleWord && s.n[j].caps == anyCase) && j < i+4; j++ {
	}
	if j >= len(s.n) {
		return p, false
	}
	if s.handAt(j) { // "under the control of X"
		k := j + 1
		if k >= len(s.n) || s.n[k].role != "prep" || s.n[k].value != "of" {
			return p, false
		}
		f, ok := s.forcePart(k + 1)
		if !ok {
			return p, false
		}
		p.force, p.to = f.force, f.to
		return p, true
	}
	if s.n[j].role == "own" && j+1 < len(s.n) && s.handAt(j+1) {
		p.force, p.to = force{own: s.n[j].value[0]}, j+2
		return p, true
	}
	f, to := force{}, j
	for k := j; k < len(s.n) && k < j+6; k++ {
		switch n := &s.n[k]; {
		case s.handAt(k) && f.actor != "":
			p.force, p.to = f, k+1
			return p, true
		case n.role == "class" && n.value == "area" && s.theirs(j, k):
			p.force, p.to, p.area = f, k+1, true
			if k+2 < len(s.n) && s.n[k+1].text == "of" && s.handAt(k+2) { // "the group's areas of control"
				p.to, p.area = k+3, false
			}
			return p, true
		case n.role == "heldby" && f.actor != "":
		case n.role == "actor" && f.actor == "":
			f.actor, f.own = n.actor, 0
		case s.handAt(k) && f.own != 0:
			p.force, p.to = f, k+1
			return p, true
		case n.role == "members" && f.actor == "":
			f.own = 'g'
		case n.role == "actor", n.role == "and", n.role == "members", n.role == roleWord, n.role == "own", n.role == "det":
		case n.role == "pron":
		default:
			return p, false
		}
	}
	_ = to
	return p, false
}

// theirs says whether the word for an area at node k, of a phrase that begins at
// node j, is one that is called by who holds it, and by no name: "rebel
// territory", but not "Russian territory".
func (s *sentence) theirs(j, k int) bool {
	if k+1 < len(s.n) && (s.n[k+1].role == rolePlace || s.n[k+1].role == "prep" && s.n[k+1].value == "of" && s.ofPlace(k+2) && !s.handAt(k+2)) {
		return false
	}
	for m := j; m < k; m++ {
		if n := &s.n[m]; n.role == "actor" && (n.what != "nation" && n.what != "land" && n.actor != "civilians" || s.n[m+1].role == "heldby") {
			return true
		}
	}
	return false
}

func (s *sentence) handAt(j int) bool {
	n := &s.n[j]
	if n.role == "hand" || n.role == "verb" && (n.value == "control" || n.text == "occupation") {
		return true
	}
	return false
}

// keeper is whose hands part i speaks of.
func (s *sentence) keeper(i int) subject {
	if own := s.p[i].force.own; own != 0 {
		return s.antecedent(i, own)
	}
	return subject{force: s.p[i].force, at: i}
}

// held reads "X came under the control of Y", "X is in the hands of Y": the
// verb before says whether it changed hands or is so.
func (s *sentence) held(i int) {
	who := s.keeper(i)
	v, kind := s.governor(i)
	if kind == "" {
		return
	}
	objs := s.heldGround(v, i)
	if s.p[i].area && v < 0 && i > 0 && s.p[i-1].kind != partGround && s.p[i-1].kind != partComma {
		return // "fought in rebel areas"
	}
	from := timeline.Actor("")
	if kind != timeline.Holds {
		from = s.loser(i, i+1, who.actor)
	}
	if v >= 0 && s.p[v].kind == partVerb {
		s.mode[i] = s.mode[v]
		if s.wasSo(v) && kind == timeline.Holds {
			s.reject(i, "under.holds", "what was so once")
			return
		}
	}
	s.control(i, event{kind, who, from, objs, i + 1, "under." + string(kind)})
}

// wasSo says whether the verb at part v tells of a state that is over: "had
// been under".
func (s *sentence) wasSo(v int) bool {
	p := &s.p[v]
	return p.sense("be") && p.verb.had
}

// governor is the verb that carries the hands at part i, and what kind of claim
// it makes; no verb makes a description.
func (s *sentence) governor(i int) (int, timeline.Kind) {
	for j := i - 1; j >= 0 && j > i-10; j-- {
		p := &s.p[j]
		switch {
		case p.sense("put"), p.sense("become", "fall"), p.sense("leave") && s.p[i].before == "in":
			if p.sense("leave") {
				return j, timeline.Holds
			}
			if s.again(j, i+1) {
				return j, timeline.Recaptured
			}
			return j, timeline.Captured
		case p.sense("return", "recapture"):
			return j, timeline.Recaptured
		case p.sense("remain") && p.verb.form == gerund:
			return -1, timeline.Holds
		case p.sense("be") && slices.Contains([]string{"become", "becomes", "became"}, p.node.text):
			return j, timeline.Captured
		case p.sense("be", "remain", "keep"):
			if s.again(j, i+1) && (s.backWord(j, i) || p.sense("be") && !s.still(j) && s.anew(j, i)) {
				return j, timeline.Recaptured
			}
			return j, timeline.Holds
		case p.kind == partComma && p.to < len(s.n) && slices.Contains([]string{"both", "all", "mostly", "largely", "now", "still"}, s.n[p.to].text):
			return -1, timeline.Holds // ", both now in Y's hands"
		case p.sense("future", "try", "manage"), p.noun():
		case p.kind == partVerb && !p.noun():
			return -1, timeline.Holds
		case p.kind == partStrong:
			return -1, timeline.Holds
		}
	}
	return -1, timeline.Holds
}

// anew says whether "again" or the like stands between parts j and i.
func (s *sentence) anew(j, i int) bool {
	for k := s.p[j].from; k < s.p[i].to; k++ {
		if s.n[k].role == "again" && s.n[k].text != "back" {
			return true
		}
	}
	return false
}

// backWord says whether "back" stands between parts j and i.
func (s *sentence) backWord(j, i int) bool {
	for k := s.p[j].from; k < s.p[i].to; k++ {
		if s.n[k].text == "back" {
			return true
		}
	}
	return false
}

// heldGround is what is in the hands of part i, whose governor is v (-1 for
// none): the object of putting, the subject, or what stands right before.
func (s *sentence) heldGround(v, i int) []object {
	if v >= 0 && s.p[v].noun() { // "the return of X to the hands of Y"
		return s.ofGround(v).objects
	}
	if v >= 0 && s.p[v].sense("put") && !s.p[v].verb.passive {
		for j := v + 1; j < i; j++ {
			if p := &s.p[j]; p.kind == partGround && p.before == "" {
				return p.objects
			}
		}
		return nil
	}
	if v < 0 {
		for j := i - 1; j >= 0 && j > i-10; j-- {
			switch p := &s.p[j]; {
			case p.kind == partGround && !s.allRegional(p.objects):
				return s.both(p, j, i)
			case p.kind == partGround && i-j < 3:
				return s.appositive(j, p.objects)
			case p.kind == partStrong, p.finite() && !p.sense("be", "remain"):
				return nil
			}
		}
		return nil
	}
	if j := s.ahead(v); j >= 0 && s.p[j].kind == partGround {
		return s.p[j].objects
	}
	for j := v - 1; j >= 0; j-- {
		switch p := &s.p[j]; {
		case p.kind == partRelative:
			if k := s.antecedentOf(j); k >= 0 && s.p[k].kind == partGround {
				return s.mostOf(j, s.placesIn(referred(pick(&s.p[k], s.p[k].list))))
			}
			return nil
		case p.kind == partGround && p.before == "" && !s.objectOf(j):
			return p.objects
		case p.kind == partIt && p.before == "":
			return s.topical(j, p.value == "p")
		case p.kind == partStrong, p.finite() && !s.shares(j, v):
			return nil
		}
	}
	return nil
}

// mostOf makes the objects parts where "most of which" stands at part j.
func (s *sentence) mostOf(j int, objs []object) []object {
	if j == 0 || !s.p[j-1].is("partial") {
		return objs
	}
	out := slices.Clone(objs)
	for k := range out {
		out[k].partial = true
	}
	return out
}

// both are all of the grounds before the hands at part i where "both" or "all"
// stands between: "A, and beyond it B, both in RSF hands".
func (s *sentence) both(p *part, j, i int) []object {
	out := p.objects
	for k := p.to; k < s.p[i].from; k++ {
		if t := s.n[k].text; t != "both" && t != "all" {
			continue
		}
		for m := j - 1; m >= 0 && s.p[m].kind != partVerb; m-- {
			if q := &s.p[m]; q.kind == partGround && q.before != "in" && q.before != "of" {
				out = append(q.objects[len(q.objects)-1:len(q.objects):len(q.objects)], out...)
				break
			}
		}
		return referred(out)
	}
	return s.placesIn(s.appositive(j, referred(pick(p, p.list && p.before == ""))))
}

// placesIn are the places in the words of a ground without a name of its own:
// "a camp in X, which Y holds" says it of X.
func (s *sentence) placesIn(objs []object) []object {
	if len(objs) != 1 || objs[0].place != nil || objs[0].count > 0 || objs[0].several {
		return objs
	}
	out := s.inside(objs[0])
	for k := range out {
		out[k].partial, out[k].near = objs[0].partial, false
	}
	return out
}
