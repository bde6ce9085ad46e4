package ar

import "frontline/geo/arabic"

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
		if it {
			g = s.withAlong(i, g)
		}
		if len(g.objects) == 0 && p.form == noun && p.suffix != 0 && i > 0 && s.p[i-1].verb("light", "none", "again") {
			g, it = s.complement(i, "الي") // "stretched its influence to"
		}
		return g, it
	}
	if with := s.along(i); p.suffix != 0 && (p.form != noun || with >= 0) {
		return s.withAlong(i, group{s.groundBefore(i, p.suffix), i + 1}), true
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

// withAlong is the ground that a pronoun of the verb at part i stands for, with
// what is taken along with it.
func (s *sentence) withAlong(i int, g group) group {
	k := s.along(i)
	if k < 0 || len(g.objects) == 0 {
		return g
	}
	s.p[k].told = true
	return group{append(g.objects[:len(g.objects):len(g.objects)], s.p[k].objects...), k + 1}
}

// along is the part of the ground that is taken with what the pronoun of the
// verb at part i, on it or behind it, stands for: "and took it, with the village
// of B", "beside the hill of B"; -1 for none.
func (s *sentence) along(i int) int {
	j := i + 1
	for j < len(s.p) && (s.p[j].kind == partIt && s.p[j].before == arabic.Fold(s.p[i].object) || s.p[j].kind == partForce && s.p[j].before == "" || s.p[j].filler()) {
		j++
	}
	if j+1 < len(s.p) && s.p[j].kind == partComma && s.p[j+1].is("beside") {
		j++
	}
	if j < len(s.p) && (s.p[j].is("also") || s.p[j].is("beside")) {
		j++
	} else if j == len(s.p) || s.p[j].before != "مع" {
		return -1
	}
	if j == len(s.p) || s.p[j].kind != partGround || s.p[j].objects[0].near || s.p[j].told || s.p[j-1].is("beside") && s.p[j].before != "" {
		return -1
	}
	return j
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
		case p.kind == partGround && p.before == "" && !p.and && p.objects[0].place != nil && s.listed(i):
			return group{p.objects, j + 1} // "of the places that X took the village of A"
		case p.kind == partComma, p.kind == partStrong, p.finite():
			return group{}
		}
	}
	return group{}
}

// listed says whether the verb at part i tells, behind a relative pronoun, of
// several places without their names.
func (s *sentence) listed(i int) bool {
	k := s.antecedentOf(i)
	return k >= 0 && s.p[k].kind == partGround && s.p[k].list && s.spelled(&s.p[k])
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
