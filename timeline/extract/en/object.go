package en

import (
	"cmp"
	"slices"
)

// target is what something is done to, and the part behind it.
type target struct {
	objects []object
	to      int
}

// object is the ground that the verb or noun at part i is done to; empty where
// there is none. what it is not done to, such as 4 soldiers, ends the search.
func (s *sentence) object(i int) target {
	p := &s.p[i]
	if p.verb.passive {
		return target{s.patient(i), s.clauseEnd(i)}
	}
	if p.noun() {
		return s.ofGround(i)
	}
	if t := s.complement(i, p.node.object); len(t.objects) > 0 {
		return t
	}
	if s.gap(i) {
		return s.relativeGround(i)
	}
	return target{}
}

// relativeGround is the ground that the relative clause of the verb at part i,
// which has no object of its own, is about: "the town that Y took", "the port it
// has besieged".
func (s *sentence) relativeGround(i int) target {
	p := &s.p[i]
	does := func(how string) bool {
		return slices.Contains(p.node.object, how) || p.sense("have") && how == "direct"
	}
	if k := s.contact(i); k >= 0 && does("direct") {
		return target{referred(pick(&s.p[k], s.p[k].list)), i + 1}
	}
	if j := s.relativeBefore(i); j >= 0 && (does(cmp.Or(s.p[j].before, "direct")) || s.stranded(i)) {
		if k := s.antecedentOf(j); k >= 0 && s.p[k].kind == partGround {
			return target{referred(pick(&s.p[k], s.p[k].list)), i + 1}
		}
	}
	return target{}
}

// contact is the ground right before the subject of the verb at part i, where no
// pronoun joins them: "the port it has besieged"; -1 if there is none.
func (s *sentence) contact(i int) int {
	if i < 2 || !s.p[i].finite() || s.p[i].verb.passive {
		return -1
	}
	who, what := &s.p[i-1], &s.p[i-2]
	if (who.kind == partIt || who.kind == partForce) && who.before == "" && what.kind == partGround && what.before != "in" && !what.objects[0].near {
		return i - 2
	}
	return -1
}

// stranded says whether the preposition of the verb at part i stands alone
// behind it: "which they cling to".
func (s *sentence) stranded(i int) bool {
	return i+1 < len(s.p) && s.p[i+1].kind == partWord && slices.Contains(s.p[i].node.object, s.p[i+1].text)
}

// complement is the ground behind the verb at part i with one of the
// prepositions; "direct" is none.
func (s *sentence) complement(i int, preps []string) target {
	for j := i + 1; j < len(s.p); j++ {
		p := &s.p[j]
		before := p.before
		if before == "" {
			before = "direct"
		}
		fits := slices.Contains(preps, before)
		switch {
		case p.kind == partGround && fits && !p.told:
			return s.continued(j)
		case p.kind == partIt && fits && j+1 < len(s.p) && s.p[j+1].kind == partGround && s.p[j+1].before == "": // "won them X"
		case p.kind == partIt && fits && p.text != "he" && p.text != "she":
			return target{s.pointed(j), j + 1}
		case p.kind == partGround && before != "direct" && p.before != "of", p.kind == partWhen, p.filler() && !p.is("weapons"):
		case p.kind == partComma && j+1 < len(s.p) && (s.p[j+1].kind == partWhen || s.p[j-1].kind == partWhen):
		case p.kind == partComma && s.insertion(j) > j:
			j = s.insertion(j)
		case p.kind == partForce && p.before != "" && p.before != "of":
		case p.kind == partCue && p.role == "count":
		default:
			return target{}
		}
	}
	return target{}
}

// referred is ground spoken of again by a relative clause or a pronoun: of "the
// outskirts of X, which" it is X.
func referred(objs []object) []object {
	out := slices.Clone(objs)
	for k := range out {
		if out[k].place != nil {
			out[k].near = false
		}
	}
	return out
}

// pointed is the ground that the pronoun at part j speaks of, or parts of it.
func (s *sentence) pointed(j int) []object {
	out := referred(s.groundBefore(j, s.p[j].value == "p"))
	for k := range out {
		out[k].partial = s.p[j].some
	}
	return out
}

// insertion is the comma that closes what the comma at part j opens: a relative
// clause, "along with X"; j where nothing of the kind follows.
func (s *sentence) insertion(j int) int {
	if j+1 >= len(s.p) {
		return j
	}
	if p := &s.p[j+1]; !p.is("also", "beside") && p.kind != partRelative && !(p.kind == partVerb && (p.verb.form == gerund || p.verb.passive && !s.auxiliaryAt(p))) {
		return j
	}
	for k := j + 2; k < len(s.p) && k < j+16; k++ {
		switch s.p[k].kind {
		case partComma:
			return k
		case partStrong:
			return j
		}
	}
	return j
}

// continued are the objects of the ground at part j with those that go on
// behind an insertion with the same preposition: "over A and, in the east, over
// B".
func (s *sentence) continued(j int) target {
	t := target{s.p[j].objects, j + 1}
	if s.p[j].before == "" {
		return s.besides(t, j)
	}
	and := false
	for k := j + 1; k < len(s.p) && k < j+10; k++ {
		switch p := &s.p[k]; {
		case p.kind == partAnd:
			and = true
		case p.kind == partGround && p.before == s.p[j].before && and:
			t.objects, t.to = append(slices.Clip(t.objects), p.objects...), k+1
		case p.kind == partComma, p.filler(), p.kind == partNumber, p.kind == partGround && p.objects[0].near:
		default:
			return t
		}
	}
	return t
}

// besides adds what is told behind an insertion with "together with", "as well
// as" to the objects of the ground at part j.
func (s *sentence) besides(t target, j int) target {
	for k := j + 1; k+1 < len(s.p) && k < j+9; k++ {
		switch p := &s.p[k]; {
		case p.is("also") && s.p[k+1].kind == partGround && s.p[k+1].before == "":
			t.objects, t.to = append(slices.Clip(t.objects), s.p[k+1].objects...), k+2
		case p.kind == partVerb, p.kind == partStrong, p.kind == partRelative, p.kind == partAnd:
			return t
		}
	}
	return t
}

// ofGround is the ground of a noun: "the capture of X", "control over X",
// "X's fall".
func (s *sentence) ofGround(i int) target {
	preps := append([]string{"of", "over"}, s.p[i].node.object...)
	if t := s.complement(i, slices.DeleteFunc(preps, func(x string) bool { return x == "direct" })); len(t.objects) > 0 {
		return t
	}
	if i > 0 && s.p[i-1].kind == partGround && s.p[i-1].node != nil && s.n[s.p[i-1].to-1].owner {
		return target{s.p[i-1].objects, i + 1}
	}
	if j := i - 1; j >= 0 && s.p[j].kind == partWord && s.n[s.p[j].from].owner && s.n[s.p[j].from].role == rolePlace {
		n := &s.n[s.p[j].from]
		return target{[]object{{place: n, start: n.start, end: n.end}}, i + 1}
	}
	return target{}
}

// gap says whether the verb at part i has nothing behind it that it is done
// to.
func (s *sentence) gap(i int) bool {
	for j := i + 1; j < len(s.p); j++ {
		switch p := &s.p[j]; {
		case p.filler(), p.before != "", p.kind == partNumber && isYear(p.number):
		case p.kind == partGround, p.kind == partForce, p.kind == partIt, p.kind == partNumber, p.is("weapons", "dozens"):
			return false
		default:
			return true
		}
	}
	return true
}

// relativeBefore is the relative pronoun whose clause the verb at part i stands
// in, with its subject between; -1 where there is none.
func (s *sentence) relativeBefore(i int) int {
	for j := i - 1; j >= 0 && j > i-8; j-- {
		switch p := &s.p[j]; {
		case p.kind == partRelative:
			return j
		case p.kind == partForce, p.kind == partIt, p.filler(), p.kind == partAnd:
		case p.kind == partVerb && (s.p[i].verb.to || p.noun() || s.shares(j, i)):
		default:
			return -1
		}
	}
	return -1
}

// patient is the ground of which the passive verb at part i is said: its
// subject, or, of a participle, what stands before it.
func (s *sentence) patient(i int) []object {
	p := &s.p[i]
	bare := !p.verb.pastTense && !p.verb.perfect && !p.verb.had && p.verb.modal == "" && !s.auxiliaryAt(p)
	for j := i - 1; j >= 0; j-- {
		switch q := &s.p[j]; {
		case q.kind == partRelative:
			if k := s.antecedentOf(j); k >= 0 && s.p[k].kind == partGround {
				return referred(pick(&s.p[k], s.p[k].list && !s.singular(j)))
			}
			return nil
		case bare && q.kind == partGround && q.before == "in" && j > 0 && s.p[j-1].is("last"): // "the last town in X held by"
		case q.kind == partGround && (q.before == "" && !s.fronted(j) || bare):
			return s.joinedBefore(j, s.appositive(j, pick(q, !bare || q.list)))
		case q.kind == partIt && q.before == "":
			return s.topical(j, q.value == "p")
		case q.kind == partComma && !bare && s.relativeOf(j) >= 0: // "X, which …, fell"
			j = s.relativeOf(j)
		case q.kind == partVerb && q.finite():
			if q.verb.passive && s.shares(j, i) {
				return s.patient(j)
			}
			if !s.shares(j, i) && !(bare && q.sense("be")) {
				return nil
			}
		case q.kind == partStrong, q.kind == partForce && q.before == "" && j == i-1:
			return nil
		}
	}
	return nil
}

// singular says whether the relative pronoun at part j speaks of one place: "A, B
// and C, which was".
func (s *sentence) singular(j int) bool {
	if k := s.p[j].to; k < len(s.n) {
		switch s.n[k].text {
		case "was", "is", "has":
			return true
		}
	}
	return false
}

// joinedBefore adds the ground that the ground at part j is joined to behind a
// relative clause: "A, which …, and B were taken".
func (s *sentence) joinedBefore(j int, objs []object) []object {
	if j < 3 || s.p[j-1].kind != partAnd || s.p[j-2].kind != partComma || s.p[j].before != "" {
		return objs
	}
	if k := s.relativeOf(j - 2); k >= 0 && s.p[k].kind == partComma && k > 0 {
		k--
		if p := &s.p[k]; p.kind == partGround && p.before == "" && !s.objectOf(k) {
			return append(slices.Clone(p.objects), objs...)
		}
	} else if k >= 0 && s.p[k].kind == partGround && s.p[k].before == "" && !s.objectOf(k) {
		return append(slices.Clone(s.p[k].objects), objs...)
	}
	return objs
}

// appositive is, of ground that only describes what stands before a comma ("X,
// the last district of the city,"), what it describes.
func (s *sentence) appositive(j int, objs []object) []object {
	if len(objs) != 1 || objs[0].place != nil {
		return objs
	}
	if n := objs[0].count; n > 0 {
		if j > 1 && s.p[j-1].kind == partComma && s.p[j-2].kind == partGround && allNamed(s.p[j-2].objects, n) {
			return s.p[j-2].objects // "A and B, two villages nearby,"
		}
		return objs
	}
	for k := j - 1; k > 0 && k > j-4; k-- {
		switch p := &s.p[k]; {
		case p.kind == partComma && s.p[k-1].kind == partGround && s.p[k-1].before == "" && s.p[k-1].objects[0].place != nil:
			return pick(&s.p[k-1], s.p[k-1].list)
		case p.kind != partWord && p.kind != partCue:
			return objs
		}
	}
	return objs
}

// auxiliaryAt says whether the verb group of a part has an auxiliary of its
// own.
func (s *sentence) auxiliaryAt(p *part) bool {
	for j := p.from; j < p.to; j++ {
		if r := s.n[j].role; r == "be" || r == "have" || r == "modal" {
			return true
		}
	}
	return false
}

// fronted says whether the ground at part j is done something by an earlier
// verb of the sentence, and so no subject.
func (s *sentence) fronted(j int) bool { return s.objectOf(j) }
