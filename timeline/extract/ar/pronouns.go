package ar

import (
	"strings"

	"frontline/geo/arabic"
)

// pointed is the ground that the pronoun at part j, behind the verb at part i,
// speaks of.
func (s *sentence) pointed(i, j int) group {
	return group{s.groundBefore(i, s.p[j].value[0]), j + 1}
}

// groundBefore is the ground that a pronoun, or a relative clause, at part i
// speaks of: in a relative clause what stands before it, else the nearest
// ground to the left that agrees (m, f, d, p; 0 for any); all of a list of
// several of a class, else its last member.
func (s *sentence) groundBefore(i int, agree byte) []object {
	if k := s.antecedentOf(i); k >= 0 && s.p[k].kind == partGround {
		if objs := s.oneOf(k); len(objs) > 0 {
			return objs
		}
		objs := s.relatedTo(k, agree == 'd' || agree == 'p')
		if len(objs) != 1 || objs[0].place == nil || agree != 'm' || fitsForm(objs[0].place, agree) {
			return objs
		}
		i = k + 1 // it is masculine: not the town that stands nearest
	} else if k := s.coordinated(i); k >= 0 {
		return s.right(&s.p[k], agree == 'd' || agree == 'p')
	}
	for j := i - 1; j >= 0; j-- {
		if j > 0 && s.p[j].kind == partGround && s.p[j-1].is("such") && s.p[j-1].value == "is" && s.p[j].objects[0].place == nil {
			if objs := s.listBefore(j - 1); len(objs) > 0 {
				return objs // "A and B, which are villages that X had taken"
			}
			if j == 1 {
				return s.ground // "It is a village that X had taken"
			}
		}
		if p := &s.p[j]; p.kind == partGround && !s.regional(p) && !p.told && !s.attributive(j) {
			if objs := s.agreeing(p, agree); len(objs) > 0 {
				return objs
			}
		}
	}
	if agree == 'd' && len(s.ground) != 2 {
		return nil
	}
	return s.ground
}

// coordinated is the ground of the relative clause whose second verb stands at
// part i: "the hills, in which X hides and which it makes its seat"; -1 where it
// is none.
func (s *sentence) coordinated(i int) int {
	if !s.p[i].and || !s.p[i].finite() || s.p[i].suffix == 0 {
		return -1
	}
	for j := i - 1; j >= 0 && j > i-8; j-- {
		switch p := &s.p[j]; {
		case p.finite():
			if k := s.antecedentOf(j); k >= 0 && s.p[k].kind == partGround {
				return k
			}
			return -1
		case p.kind == partComma, p.kind == partStrong, p.kind == partGround:
			return -1
		}
	}
	return -1
}

// attributive says whether the ground at part j only describes what stands before
// it: "the town of A, lying at the gates of B".
func (s *sentence) attributive(j int) bool {
	if j < 2 || !s.p[j].objects[0].near && s.p[j].before != "من" && s.p[j].before != "علي" {
		return false
	}
	w := &s.p[j-1]
	if w.kind != partWord || !strings.HasPrefix(w.text, arabic.Article) || w.and {
		return false
	}
	switch p := &s.p[j-2]; p.kind {
	case partGround:
		return true
	case partComma:
		return j > 2 && s.p[j-3].kind == partGround
	}
	return false
}

// agreeing is what of the ground a pronoun of the form means; nil where nothing
// of it agrees.
func (s *sentence) agreeing(p *part, agree byte) []object {
	switch agree {
	case 'd':
		if len(p.objects) != 2 {
			return nil
		}
		return s.pick(p, true)
	case 'm', 'f':
		objs := s.pick(p, false)
		if len(objs) != 1 || objs[0].place == nil || fitsForm(objs[0].place, agree) {
			return objs
		}
		for j := p.to - 1; j >= p.from; j-- {
			if n := &s.n[j]; n.role == rolePlace && !inCountry(s.nodes, n.at) && fitsForm(n, agree) {
				return []object{{place: n, start: n.start, end: n.end}}
			}
		}
		return nil
	}
	return s.pick(p, agree == 'p')
}

// fitsForm says whether a pronoun in the form can mean the place: villages and
// towns are feminine, airports, fields, dams and quarters masculine.
func fitsForm(n *node, agree byte) bool {
	gender := byte(0)
	word, _, several := strings.Cut(arabic.Bare(n.text), " ")
	proper := several || n.first != n.last
	switch {
	case proper && masculineName(word):
		gender = 'm'
	case n.class == nil && settled(n):
		gender = 'f'
	case n.class != nil:
		gender = 'f'
		switch n.class.value {
		case "airbase", "field", "dam", "bridge", "building", "neighbourhood", "mountain", "camp", "crossing", "road", "checkpoint", "valley", "junction", "pocket", "prison":
			gender = 'm'
		case "hill", "base", "well", "station", "post":
			gender = 0
		}
	}
	return gender == 0 || gender == agree
}

// settled says whether the place is known and nothing but a village, a town or a
// city.
func settled(n *node) bool {
	for _, e := range n.places {
		switch e.Kind {
		case "village", "town", "city", "governorate":
		default:
			return false
		}
	}
	return len(n.places) > 0
}

// masculineName says whether a name that begins with the bare word is masculine.
func masculineName(word string) bool {
	switch word {
	case "مطار", "حقل", "سد", "حي", "جبل", "معبر", "طريق", "حاجز", "مفرق", "نهر", "معسكر", "لواء", "معمل", "مخيم", "وادي", "سجن", "فوج", "دوار", "جسر":
		return true
	}
	return false
}
