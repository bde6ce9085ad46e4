package ar

import (
	"strings"

	"frontline/geo/arabic"
)

// struckBy is the ground that the verb at part i says is struck: its object, or
// what stands behind "on"; for the passive, what stands before.
func (s *sentence) struckBy(i, weapon int) ([]object, int) {
	p := &s.p[i]
	if p.suffix != 0 {
		return s.namedOf(s.groundBefore(i, p.suffix)), i + 1
	}
	end := s.stretch(i)
	if weapon >= 0 { // "the shelling that X carries out on the areas of Y reached A and B"
		for end < len(s.p) && s.p[end].kind == partComma && end+1 < len(s.p) && s.p[end+1].kind == partGround && s.p[end+1].before == "" && !s.p[end+1].and {
			end = s.clauseEnd(end)
		}
		if objs, to := s.scene(i, end, func(j int) bool { return s.p[j].before == "" && s.p[j].kind == partGround }); len(objs) > 0 {
			return objs, to
		}
	}
	objs, to := s.scene(i, end, func(j int) bool {
		return s.p[j].before == "" && s.p[j].kind == partGround || s.p[j].before == "علي"
	})
	if len(objs) == 0 {
		objs, to = s.scene(i, end, func(j int) bool { return s.p[j].before == "في" || s.p[j].before == "ب" })
	}
	if len(objs) == 0 {
		objs, to = s.namedOf(s.topic(i).objects), end
	}
	if len(objs) == 0 {
		objs, to = s.scene(i, end, func(j int) bool { return s.p[j].before == "الي" }) // "a car on the road to X"
	}
	if len(objs) == 0 && s.aimed(i, end) >= 0 {
		objs = s.here(i, false) // "at posts of his near it"
	}
	return objs, to
}

// targets is the ground that the noun of striking at part i is aimed at:
// behind it, before it ("the town was exposed to"), or where the clause is
// told. The shelling, of nobody and at nothing, is no strike.
func (s *sentence) targets(i, end int, said bool) ([]object, int) {
	definite := strings.HasPrefix(s.p[i].text, arabic.Article) && s.p[i].value == ""
	if j := s.sufferer(i); j >= 0 && s.p[i].before == "ل" {
		if objs := s.namedOf(s.held1(j)); len(objs) > 0 {
			return objs, i + 1 // "A and B were exposed to shelling from C"
		}
	}
	objs, to := s.scene(i, end, func(j int) bool {
		switch p := &s.p[j]; p.before {
		case "من":
			return false
		case "علي", "ل":
			return true
		default:
			return p.kind == partGround && (said || !definite)
		}
	})
	if len(objs) > 0 {
		return objs, to
	}
	start := s.clauseStart(i)
	for j := i - 1; j >= 0 && j >= start-12; j-- {
		if s.p[j].verb("suffer") {
			if objs := s.namedOf(s.held1(j)); len(objs) > 0 {
				return objs, end
			}
			return s.scene(j, i, func(k int) bool { return s.p[k].kind == partGround && s.p[k].before != "من" })
		}
	}
	for j := i - 1; j >= start; j-- {
		if p := &s.p[j]; p.kind == partGround && p.before != "من" && !s.regional(p) && !definite {
			return s.sites(j), end
		}
	}
	if said && !definite {
		j := s.aimed(i, end)
		return s.here(i, j >= 0 && j+1 < end && same(s.p[j+1].text)), end
	}
	return nil, end
}

// sufferer is the verb of being exposed that the noun of striking at part i
// belongs to; -1 for none.
func (s *sentence) sufferer(i int) int {
	for j := i - 1; j >= s.clauseStart(i); j-- {
		if s.p[j].verb("suffer") {
			return j
		}
	}
	return -1
}

// aimed is the part behind part i that says at what without a name: "at the
// same places", "at posts of X"; -1 where there is none.
func (s *sentence) aimed(i, end int) int {
	for j := i + 1; j < end; j++ {
		if s.p[j].before == "علي" && s.p[j].kind != partIt {
			return j
		}
	}
	return -1
}

// same says whether the word means those that were named: "the same".
func same(word string) bool {
	return word == "ذاتها" || word == "نفسها" || word == "عينها"
}
