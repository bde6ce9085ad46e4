package ar

import (
	"strings"

	"frontline/geo/arabic"
)

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

// heldGround is what is in the hands of part i, whose governor is v, and the
// part behind: named between the two, before the governor, or behind.
func (s *sentence) heldGround(v, i int) (objs []object, end int) {
	end = i + 1
	if v == i && s.opensClause(i) && i+2 < len(s.p) && s.p[i+1].is("such") && s.namesPlaces(i+2) {
		return s.roll(i + 2) // "in the hands of X: A and B"
	}
	if j := i + 1; j < len(s.p) && s.p[j].kind == partGround && s.p[j].before == "في" && strings.Contains(arabic.Fold(s.text[s.p[i].start:s.p[i].end]), "مناطق") && !s.regional(&s.p[j]) {
		return s.p[j].objects, j + 1 // "to the areas of control of X in the town"
	}
	if j := i + 1; i > 0 && s.p[i-1].is("left") && j < len(s.p) && s.p[j].kind == partGround && s.p[j].before == "من" {
		objs = places(s.p[j].objects) // "what is left in the hands of X of the town"
		for k := range objs {
			objs[k].partial = true
		}
		return objs, j + 1
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
	if objs, ok := s.heldAside(v, i); ok {
		return objs, end
	}
	if objs := s.heldAhead(v); len(objs) > 0 {
		return objs, end
	}
	if j := s.next(i, func(p *part) bool { return p.kind == partGround && p.before == "" && !p.and }); j >= 0 && (v < i || i == 0 || s.p[i-1].kind == partComma) {
		return s.p[j].objects, j + 1
	}
	if v < i && s.p[v].kind == partVerb && !s.staged(v) {
		return s.groundBefore(v, s.p[v].agree), end
	}
	if v < i && s.p[v].is("still") {
		return s.groundBefore(v, 0), end
	}
	return nil, end
}

// staged says whether what stands before the verb at part v and its comma only
// says where: "in the city, into the hands of X fell".
func (s *sentence) staged(v int) bool {
	if !s.p[v].verb("fall") || !s.p[v].finite() || v < 2 || s.p[v-1].kind != partComma {
		return false
	}
	p := &s.p[v-2]
	return p.kind == partGround && p.before == "في"
}

// heldAside is the ground that a relative pronoun or a participle before the
// hands at part i speaks of; false where none stands there.
func (s *sentence) heldAside(v, i int) (objs []object, ok bool) {
	k := s.antecedentOf(min(v+1, i))
	switch {
	case k >= 0 && s.p[k].kind != partGround:
		return nil, true
	case k < 0:
		if k = s.antecedentOf(v); k < 0 || s.p[k].kind != partGround {
			k = -1
		}
	}
	if k < 0 && s.p[v].is("subject_to") {
		if objs := s.stillAbout(v); len(objs) > 0 {
			return objs, true
		}
		k = s.groundOf(v)
	}
	if k < 0 {
		return nil, false
	}
	if objs := s.oneOf(k); len(objs) > 0 {
		return objs, true
	}
	return s.relatedTo(k, s.all(k, i)), true
}

// heldAhead is the ground before part v that is said to be in somebody's hands;
// nil where something else stands before.
func (s *sentence) heldAhead(v int) []object {
	clause := s.clauseStart(v)
	for j := v - 1; j >= 0; j-- {
		switch p := &s.p[j]; {
		case p.kind == partGround && p.before == "" && !p.told && !p.objects[0].near:
			return p.objects
		case p.kind == partForce && j > 0 && (s.p[j-1].is("last") || s.p[j-1].is("stronghold")): // "X, the last stronghold of Y"
		case p.kind == partGround && p.objects[0].near:
		case p.kind == partStrong, p.kind == partHands, p.kind == partForce && p.before == "", p.finite() && !p.verb("say", "gap", "fall"):
			return nil
		case j < clause && p.kind == partGround && s.staged(v):
			return nil
		case j < clause && p.kind == partGround && p.before != "نحو" && p.before != "الي" && p.before != "عن":
			return p.objects
		}
	}
	return nil
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
	if k < 1 || s.p[k].objects[0].place != nil || s.p[k].objects[0].partial {
		return nil
	}
	if objs := s.inTurn(k); len(objs) > 0 {
		return objs
	}
	if s.p[k].before != "من" {
		return nil
	}
	if p := &s.p[k-1]; p.kind == partGround && p.before == "" && p.objects[0].place != nil && !p.objects[0].near {
		return p.objects // "A is of the few towns that"
	} else if !p.is("such") || p.value != "is" {
		return nil
	}
	for j := k - 2; j >= 0; j-- {
		if p := &s.p[j]; p.kind == partGround && p.before == "" && !p.objects[0].near {
			return places(p.objects)
		}
	}
	return s.listBefore(k)
}

// postponed is the part of the ground behind the hands at part i where "still",
// or a verb that has no subject yet, stands right before them: "in its hands are
// still A and B"; -1 where it does not.
func (s *sentence) postponed(v, i int) int {
	if v != i-1 {
		return -1
	}
	j := i + 1
	for j < len(s.p) && s.p[v].verb("fall") && s.p[j].time() {
		j++ // "into the hands of X fell on Sunday A"
	}
	if s.p[v].finite() && j < len(s.p) && s.p[j].kind == partGround && s.p[j].before == "" && !s.p[j].and && !s.p[j].objects[0].near {
		return j // "and into the hands of X fell A and B"
	}
	if !s.p[v].is("still") && !s.p[v].verb("remain") {
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

// secondRelative is the ground of the relative clause that the one of part i is
// joined to: "the city, which is 15 km away and which is still subject to X"; -1
// where it is joined to none.
func (s *sentence) secondRelative(i int) int {
	j := i - 1
	for j > 0 && s.p[j].is("still") {
		j--
	}
	if j < 1 || s.p[j].kind != partRelative || !s.p[j].and {
		return -1
	}
	for k := j - 1; k > 0 && k > j-10; k-- {
		if s.p[k].kind == partRelative && s.p[k-1].kind == partGround {
			return k - 1
		} else if s.p[k].kind == partStrong {
			break
		}
	}
	return -1
}

// groundOf is the ground that the participle at part i describes; -1 if none.
func (s *sentence) groundOf(i int) int {
	if k := s.secondRelative(i); k >= 0 {
		return k
	}
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

// inTurn is the ground that is said to be the first, or last, of those at part
// k: "the town was the first of the towns that X lost".
func (s *sentence) inTurn(k int) []object {
	switch strings.TrimPrefix(s.p[k-1].text, "ف") {
	case "اول", "اولي", "ثاني", "ثانيه", "ثالث", "ثالثه", "رابع", "خامس", "اخر", "احدي", "احد", "ابرز", "اكبر", "كبري", "اهم":
	default:
		return nil
	}
	for j := k - 2; j >= 0 && j > k-8; j-- {
		switch p := &s.p[j]; {
		case p.kind == partGround && (p.before == "" || j > k-5) && p.objects[0].place != nil && !p.objects[0].near:
			return places(p.objects)
		case p.kind == partStrong, p.finite() && !p.verb("become"), p.kind == partForce && p.before == "":
			return nil
		}
	}
	return nil
}
