package ar

import (
	"strings"

	"frontline/geo/arabic"
	"frontline/timeline"
)

// stronghold reads "X, the last town of Y", "its strongholds in X", "the last
// town that Y holds is X".
func (s *sentence) stronghold(i int) {
	if s.p[i].and && s.p[i].before != "" {
		s.reject(i, "holds.stronghold", "it is joined to another")
		return // "from A, and from the last town of X"
	}
	if s.former(i) {
		s.reject(i, "holds.stronghold", "it was one")
		return
	}
	end := s.clauseEnd(i)
	who, such := s.whoseHold(i, end)
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
		case p.kind == partGround && j > 0 && s.p[j-1].is("unit") && p.objects[0].near && p.objects[0].place == nil: // "35 km to the south of the town"
		case p.kind == partGround && !s.regional(p):
			objs := p.objects
			if strings.TrimPrefix(s.n[p.to-1].text, "و") != "هما" && !(j > 0 && s.p[j-1].verb("remain", "become")) { // "A and B, and both are"
				objs = objs[len(objs)-1:]
			}
			if s.lostHere(objs, who) {
				s.reject(i, "holds.stronghold", "it is told to be lost")
				return
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

// whoseHold is whose the stronghold at part i is, and the last part of its clause
// behind which its names follow; -1 for none.
func (s *sentence) whoseHold(i, end int) (who subject, such int) {
	such = -1
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
	return who, such
}

// former says whether what part i speaks of is over: "a former stronghold", "the
// last that was in the hands of".
func (s *sentence) former(i int) bool {
	for j := i + 1; j < len(s.p) && j < i+4 && s.p[j].kind != partComma; j++ {
		switch p := &s.p[j]; {
		case p.is("was"), p.kind == partWord && strings.HasPrefix(strings.TrimPrefix(p.text, arabic.Article), "سابق"):
			return true
		case p.kind == partForce, p.finite():
			return false
		}
	}
	return false
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
	if objs := s.allThat(i); who.actor != "" && at < 0 && len(objs) > 0 {
		s.holds(i, who, objs, s.clauseEnd(i), "holds.left") // "A with B is all that is left to X"
		return
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

// allThat is the ground of the clause that is said, at part i, to be all that is
// left; nil where that is not said.
func (s *sentence) allThat(i int) []object {
	if i < 2 || s.p[i-1].text != "كل" && s.p[i-1].text != "هو" && s.p[i-1].text != "هي" {
		return nil
	}
	var out []object
	for j := s.clauseStart(i); j < i; j++ {
		if p := &s.p[j]; p.kind == partGround && (p.before == "" || p.before == "مع") {
			out = append(out, p.objects...)
		}
	}
	return out
}

// lostHere says whether the sentence has told that somebody else took the
// objects, or that they fell: they were a stronghold.
func (s *sentence) lostHere(objs []object, who subject) bool {
	name := objs[len(objs)-1].place
	if name == nil {
		return false
	}
	for k := len(s.claims) - 1; k >= 0 && s.claims[k].Start >= s.n[0].start; k-- {
		if c := &s.claims[k]; c.Kind.Changes() && c.Modality == timeline.Asserted && c.Actor != who.actor && c.Place.Surface == name.surface(s.text) {
			return true
		}
	}
	for j := range s.p {
		if s.p[j].verb("fall") && s.p[j].form == past && s.p[j].start < name.start {
			return true
		}
	}
	return false
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
