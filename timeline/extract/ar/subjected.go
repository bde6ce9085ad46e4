package ar

import (
	"strings"

	"frontline/geo/arabic"
	"frontline/timeline"
)

// subjected reads "X, subject to Y", "to whom X and Z are subject", where no
// hands are spoken of.
func (s *sentence) subjected(i int) {
	if s.p[i].value == "lies" && s.next(i, func(p *part) bool { return p.kind == partHands || p.kind == partForce && p.before == "ل" }) < 0 {
		return
	}
	if s.p[i].value == "of" && (i == 0 || s.p[i-1].kind != partGround || i+1 < len(s.p) && s.p[i+1].kind == partIt && !s.ofForces(i-1)) {
		return // "the forces that belong to X"
	}
	if j := i + 1; s.p[i].value == "finite" && j < len(s.p) && s.p[j].kind == partWord && strings.HasPrefix(s.p[j].text, arabic.Article) {
		return // "the school belongs to X"
	}
	who, at := s.overlord(i)
	if who.actor == "" {
		return
	}
	if objs, to := s.subjectGround(i, at); len(objs) > 0 {
		s.control(i, event{timeline.Holds, who, "", objs, to, "holds.subject_to"})
	}
}

// overlord is to whom what the participle at part i describes is subject, and
// the part that says so; nobody where hands are spoken of, which are read there.
func (s *sentence) overlord(i int) (subject, int) {
	for j := i + 1; j < len(s.p) && j < i+6; j++ {
		switch p := &s.p[j]; {
		case p.is("subject_to"), p.kind == partHands:
			return subject{}, i
		case p.kind == partForce && p.before == "ل":
			return s.named(i, j), j
		case p.kind == partIt && p.before == "ل":
			return s.antecedent(i, p.value[0]), j
		case p.finite(), p.kind == partStrong:
			return subject{}, i
		}
	}
	return subject{}, i
}

// subjectGround is what is subject, by the participle at part i, to whom part at
// names: behind it, between "still" and it, or before it.
func (s *sentence) subjectGround(i, at int) (objs []object, to int) {
	if j := s.next(at, func(p *part) bool { return p.kind == partGround && p.before == "" && !p.and && !p.objects[0].near }); j >= 0 {
		return s.p[j].objects, j + 1
	}
	for j := i - 1; j >= 0 && j > i-9 && s.p[j].kind != partStrong; j-- {
		if p := &s.p[j]; p.kind == partGround && p.before == "بين" {
			break // "still the road between A, subject to Y, and B"
		}
		if objs := s.between(j, i); s.p[j].is("still") && len(objs) > 0 {
			return objs, at + 1
		}
	}
	for j := i + 1; j < at; j++ {
		if s.p[j].kind == partGround {
			return s.p[j].objects, at + 1
		}
	}
	j := s.groundOf(i)
	if j < 0 {
		return nil, at + 1
	}
	if objs := s.oneOf(j); len(objs) > 0 {
		return objs, at + 1
	}
	if s.p[j].before == "من" && s.p[j].objects[0].place == nil {
		if objs := s.topicOf(j); len(objs) > 0 { // "A and B are among the areas that are X's"
			return objs, at + 1
		}
	}
	if pair := s.lastPair(&s.p[j]); s.p[i].value == "d" && len(pair) == 2 {
		return pair, at + 1
	}
	return s.right(&s.p[j], s.p[i].value == "d" || s.all(j, i)), at + 1
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
	} else if i+1 < len(s.p) && !s.slipped(i) {
		s.became(i)
	}
}

// became reads "the town became X's": nothing but the town, "wholly" or a day
// stands between.
func (s *sentence) became(i int) {
	for j := i + 1; j < s.clauseEnd(i); j++ {
		switch p := &s.p[j]; {
		case p.kind == partForce && p.before == "ل":
			who := s.named(i, j)
			objs, end := s.heldGround(i, j)
			s.control(i, event{timeline.Captured, who, s.loser(i, end, who.actor), objs, end, "control.became"})
			return
		case p.kind == partGround && p.before == "" && !(s.n[p.to-1].role == "class" && s.n[p.to-1].suffix == 0), p.kind == partWhen, p.node.role == "full", wholly(p.text):
		default:
			return
		}
	}
}

// wholly says whether the word says that all of a place is meant.
func wholly(word string) bool {
	switch word {
	case "كلها", "كله", "كلتاهما", "كلاهما", "جميعها", "باكملها", "باكمله", "بكاملها", "بكامله":
		return true
	}
	return false
}
