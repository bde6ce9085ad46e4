package ar

import (
	"strings"

	"frontline/timeline"
)

// allotted reads, at the ground of part i, "A and B to X": a clause without a verb,
// as lists of who has what are made of.
func (s *sentence) allotted(i int) {
	j := i + 1
	if !s.opensClause(i) || s.p[i].before != "" || !s.namesPlaces(i) || j >= len(s.p) {
		return
	}
	p := &s.p[j]
	if p.kind != partForce || p.before != "ل" && !(p.before == "مع" && p.and && s.asForBefore(i)) || p.force.own != 0 || p.force.air || !s.closes(j+1) || s.finite() && !s.asForBefore(i) {
		return
	}
	s.holds(i, s.named(i, j), s.p[i].objects, j+1, "holds.allotted")
}

// rolled reads, at the force of part i, "X: A, B and C" and "To X A and B".
func (s *sentence) rolled(i int) {
	p, j := &s.p[i], i+1
	if p.force.own != 0 || p.force.air || i > 1 && p.before == "" || j >= len(s.p) {
		return
	}
	switch colon := s.p[j].is("such") && s.p[j].value == ""; {
	case p.before == "" && colon && (i == 0 || s.p[0].node.role == roleMark):
		j++
	case p.before == "ل" && !colon && s.opensClause(i) && s.p[j].kind == partGround && !s.p[j].and:
	default:
		return
	}
	if j < len(s.p) && s.p[j].kind == partGround && s.p[j].before == "" && s.namesPlaces(j) {
		if objs, to := s.roll(j); s.closes(to) {
			s.holds(i, s.named(i, i), objs, to, "holds.rolled")
		}
	}
}

// heads says whether a holder stands right before the colon at part i: what follows
// is its list, and no other's.
func (s *sentence) heads(i int) bool {
	return i > 0 && (s.p[i-1].kind == partHands || s.p[i-1].kind == partForce) && s.opensClause(i-1)
}

// theirs reads, at the pronoun of part i, "it has A and B": for it are, in Arabic.
func (s *sentence) theirs(i int) {
	p := &s.p[i]
	if p.before != "ل" || i+1 >= len(s.p) || !p.and && !s.opensClause(i) {
		return
	}
	objs, to := []object(nil), i+2
	switch q := &s.p[i+1]; {
	case q.kind != partGround || q.and || s.mode[i] != timeline.Asserted:
		return
	case q.before == "" && s.namesPlaces(i+1):
		objs, to = s.roll(i + 1)
	case q.before == "الي":
		objs = s.behindIt(q) // "it has, to the east of it, A and B"
	}
	if len(objs) > 0 && s.closes(to) {
		s.holds(i, s.antecedent(i, p.value[0]), objs, to, "holds.theirs")
	}
}

// roll is the list that begins with the ground at part j and goes on behind
// relative clauses, and the part behind it.
func (s *sentence) roll(j int) (objs []object, to int) {
	objs, to = s.p[j].objects, j+1
	for k := to; k < len(s.p); k++ {
		if s.p[k].kind == partRelative {
			for k++; k < len(s.p) && s.p[k].kind != partComma && s.p[k].kind != partStrong && s.p[k].kind != partRelative; k++ {
			}
		}
		if k+1 >= len(s.p) || s.p[k].kind != partComma {
			break
		}
		p := &s.p[k+1]
		if p.kind != partGround || !p.and || p.before != "" || p.told || !s.namesPlaces(k+1) || s.isSubject(p.from) || !s.closes(k+2) {
			break
		}
		p.told = true
		objs, to = append(objs[:len(objs):len(objs)], p.objects...), k+2
		k++
	}
	return objs, to
}

// behindIt are the places of the ground behind the pronoun in it.
func (s *sentence) behindIt(p *part) []object {
	var out []object
	it := false
	for j := p.from; j < p.to; j++ {
		n := &s.n[j]
		it = it || n.role == "it"
		if it && n.role == rolePlace && !n.region {
			out = append(out, object{place: n, start: n.start, end: n.end})
		}
	}
	return out
}

// namesPlaces says whether the ground at part i is places with their names: "A and
// B", "three villages: A, B and C".
func (s *sentence) namesPlaces(i int) bool {
	p := &s.p[i]
	if p.kind != partGround || p.told || s.regional(p) {
		return false
	}
	names := 0
	for _, o := range p.objects {
		if o.near || o.back || o.place == nil && o.count == 0 {
			return false
		}
		if o.place != nil {
			names++
		}
	}
	return names > 0
}

// opensClause says whether nothing of its clause but "as for" stands before part i.
func (s *sentence) opensClause(i int) bool {
	if i == 0 || s.asForBefore(i) {
		return true
	}
	switch p := &s.p[i-1]; p.kind {
	case partComma, partStrong:
		return true
	case partCue:
		return p.is("such") && p.value == ""
	}
	return i == 1 && s.p[0].node.role == roleMark
}

// asForBefore says whether "as for" stands before part i.
func (s *sentence) asForBefore(i int) bool {
	return i > 0 && asForWord(s.p[i-1].text)
}

func asForWord(word string) bool { return strings.TrimLeft(word, "وف") == "اما" }

// closes says whether the clause ends at part i, or only says on since when.
func (s *sentence) closes(i int) bool {
	if i >= len(s.p) {
		return true
	}
	switch p := &s.p[i]; p.kind {
	case partComma, partStrong, partRelative, partWhen:
		return true
	}
	return s.p[i].text == "منذ"
}

// finite says whether the sentence has a finite verb outside of relative clauses.
func (s *sentence) finite() bool {
	for i := range s.p {
		if s.p[i].finite() && s.antecedentOf(i) < 0 {
			return true
		}
	}
	return false
}
