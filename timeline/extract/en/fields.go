package en

import (
	"slices"
	"strings"
)

// field is the ground of an attack at part i.
func (s *sentence) field(i int) target {
	preps := []string{"on", "in", "at", "against", "near", "towards", "from"}
	if k := i + 1; s.p[i].noun() && k < len(s.p) && s.p[k].sense("go_on") { // "the attacks continue near X"
		i = k
	}
	if !s.p[i].noun() {
		preps = append(preps, "direct")
	} else if s.p[i].value == "attack" {
		preps = append(preps, "direct")
	}
	if s.p[i].before == "under" {
		return s.beset(i)
	}
	for j := i + 1; j < len(s.p) && j < i+8; j++ {
		p := &s.p[j]
		before := p.before
		if before == "" {
			before = "direct"
		}
		switch {
		case p.kind == partGround && (slices.Contains(preps, before) || p.objects[0].near || s.n[p.from].text == "in the direction of"):
			if t := s.spread(j); len(t.objects) > 0 && (s.nowhere(t.objects) && !s.nowhere(p.objects) || !s.nowhere(t.objects)) {
				return t
			}
		case p.kind == partIt && before == "on":
			return target{s.groundBefore(i, p.value == "p"), j + 1}
		case p.filler(), p.kind == partForce, p.kind == partWhen, p.kind == partNumber:
		default:
			return s.orWhere(i)
		}
	}
	return s.orWhere(i)
}

// orWhere is the ground of an attack at part i that stands before it: "in X", or
// "X, where".
func (s *sentence) orWhere(i int) target {
	if w := s.where(i); len(w) > 0 && !s.p[i].noun() {
		return target{w, i + 1}
	}
	return s.frontedField(i)
}

// locates says whether the ground at part j only says, behind a comma, in which
// direction from somewhere the ground before it lies: "X, south of Y".
func (s *sentence) locates(j int) bool {
	if j == 0 || s.p[j-1].kind != partComma || s.p[j].before != "" || len(s.p[j].objects) != 1 || !s.p[j].objects[0].near || !compassOf(strings.TrimPrefix(s.n[s.p[j].from].text, "just ")) {
		return false
	}
	for k := j + 1; k < len(s.p) && k < j+3; k++ {
		if s.p[k].kind == partAnd || s.p[k].kind == partGround {
			return false // one of a list
		}
	}
	return true
}

// beset is the ground that comes under the attack at part i: "X came under
// attack", "they came under attack in X".
func (s *sentence) beset(i int) target {
	if t := s.complement(i, []string{"in", "at", "near"}); len(t.objects) > 0 {
		return t
	}
	for j := i - 1; j >= 0 && j > i-4; j-- {
		if s.p[j].kind == partVerb {
			return target{s.patient(j), i + 1}
		}
	}
	return target{s.patient(i), i + 1}
}

// nowhere says whether none of the objects is, or lies at, a place with a name.
func (s *sentence) nowhere(objs []object) bool {
	for _, o := range objs {
		if o.place != nil || s.inside(o)[0].place != nil {
			return false
		}
	}
	return true
}

// offset says whether the ground at part j only gives the direction of the next:
// "north of X near Y".
func (s *sentence) offset(j int) bool {
	return j+1 < len(s.p) && s.p[j+1].kind == partGround && s.p[j+1].objects[0].near && (s.allRegional(s.p[j].objects) || s.p[j].objects[0].near || s.onAxis(j))
}

// onAxis says whether the ground at part j is a front, called after a place: "in
// the X sector".
func (s *sentence) onAxis(j int) bool {
	c := s.p[j].objects[0].class
	return c != nil && c.value == "axis" && !c.plural
}

// spread is the ground at part j with all that is told after it in the same
// way: "near A, south of B near C and in D".
func (s *sentence) spread(j int) target {
	var t target
	before := s.p[j].before
	for joint := true; j < len(s.p); j++ {
		switch p := &s.p[j]; {
		case p.kind == partGround && (s.offset(j) || len(t.objects) > 0 && s.locates(j)):
		case p.kind == partGround && len(t.objects) > 0 && p.objects[0].near && s.p[j-1].is("unit"): // "X, 8 km north of Y"
		case p.kind == partGround && len(t.objects) > 0 && (s.allRegional(p.objects) || !joint && !s.nowhere(t.objects)):
		case p.kind == partGround && (len(t.objects) == 0 || s.nowhere(t.objects) || p.objects[len(p.objects)-1].near || p.before != "" && p.before == before):
			if s.nowhere(t.objects) {
				t.objects = nil
			}
			for _, o := range p.objects {
				if len(p.objects) == 1 || !s.allRegional([]object{o}) {
					t.objects = append(slices.Clip(t.objects), o)
				}
			}
			t.to, joint = j+1, false
		case p.kind == partAnd && j+1 < len(s.p) && s.opensClause(j+1):
			return t
		case p.kind == partComma, p.kind == partAnd:
			joint = true
		case p.kind == partNumber, p.kind == partWord, p.is("unit"), p.kind == partForce && p.before == "of":
		default:
			return t
		}
	}
	return t
}

// frontedField is the ground fronted in the sentence of part i: "In X itself the
// attack has stalled".
func (s *sentence) frontedField(i int) target {
	for j := i - 1; j >= 0 && j > i-6; j-- {
		p := &s.p[j]
		if p.kind == partGround && (p.before == "in" || p.before == "at") || p.kind == partGround && p.objects[0].near {
			return target{p.objects, i + 1}
		}
		if p.kind == partStrong {
			break
		}
	}
	return target{}
}

// joinedIn are the first of the places in the words of an object, and those
// joined to it: "positions near A and B in C" are at A and B.
func (s *sentence) joinedIn(o object) []object {
	in := s.inside(o)
	for k := 1; k < len(in); k++ {
		if r := s.nodes[in[k].place.at-1].role; r != "and" && r != roleComma {
			return in[:k]
		}
	}
	return in
}

// battlegrounds are the places of fighting told at part i: behind it, "in X and
// around Y", or else before it in the sentence, or the last ground named.
func (s *sentence) battlegrounds(i int) (objs []object, to int) {
	region := -1
	for j := i + 1; j < len(s.p) && j < i+20; j++ {
		p := &s.p[j]
		if p.kind == partStrong || p.kind == partRelative || p.finite() && !s.lasts(p) || p.kind == partComma && len(objs) > 0 && j+1 < len(s.p) && s.p[j+1].kind != partAnd && s.p[j+1].kind != partGround || p.kind == partAnd && len(objs) > 0 && j+1 < len(s.p) && s.opensClause(j+1) {
			break
		}
		if s.isThere(p) && len(objs) == 0 {
			return s.pointed(j), j + 1
		}
		if p.kind != partGround || p.before == "from" || p.told || p.before == "" && len(objs) == 0 && !p.objects[0].near {
			continue
		}
		if s.allRegional(p.objects) {
			region = j
			continue
		}
		if s.offset(j) || len(objs) > 0 && s.locates(j) {
			continue
		}
		objs, to = append(objs, p.objects...), j+1
	}
	switch {
	case len(objs) > 0:
		return objs, to
	case region >= 0:
		return s.p[region].objects, region + 1
	}
	if w := s.where(i); len(w) > 0 {
		return w, i + 1
	}
	if t := s.frontedField(i); len(t.objects) > 0 {
		return t.objects, t.to
	}
	for j := i - 1; j >= 0; j-- {
		if p := &s.p[j]; p.kind == partGround && !p.told && p.before != "from" && !s.allRegional(p.objects) {
			return pick(p, false), i + 1
		}
	}
	return nil, i + 1
}
