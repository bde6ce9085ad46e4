package ar

import (
	"strings"

	"frontline/geo/arabic"
	"frontline/timeline"
)

// strike reads "X shelled the town", "the raids reached the town".
func (s *sentence) strike(i int, who subject) {
	p := &s.p[i]
	if p.form == noun {
		s.strikeNoun(i)
		return
	}
	if s.cueIn(i, min(i+4, len(s.p)), "ring") || i+1 < len(s.p) && strings.HasPrefix(s.p[i+1].text, "قناص") {
		return // "drew a ring around"; small arms are no strike
	}
	weapon := s.next(i, func(p *part) bool { return p.is("aircraft") || p.munition() })
	if weapon < 0 && p.verb("hit") {
		return // what reaches the place is no weapon
	}
	actors := who.all()
	if weapon >= 0 {
		actors = s.strikers(weapon, s.clauseEnd(i))
		if len(actors) == 0 {
			actors = s.owners(weapon)
		}
	} else if k := s.next(i, func(p *part) bool { return p.kind == partForce }); k >= 0 && !who.linked {
		actors = append(actors, s.alike(k+1)...)
	}
	objs, to := s.struckBy(i, weapon)
	s.struck(i, actors, objs, to)
}

// raid reads "X raided the town": a strike from the air, an attack on the ground.
func (s *sentence) raid(i int, who subject) {
	if who.air || s.next(i, func(p *part) bool { return p.is("aircraft") }) >= 0 {
		s.strike(i, who)
	} else {
		s.attack(i, who)
	}
}

// struckBy is the ground that the verb at part i says is struck: its object, or
// what stands behind "on"; for the passive, what stands before.
func (s *sentence) struckBy(i, weapon int) ([]object, int) {
	p := &s.p[i]
	if p.suffix != 0 {
		return s.namedOf(s.groundBefore(i, p.suffix)), i + 1
	}
	end := s.clauseEnd(i)
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
	if len(objs) == 0 && s.aimed(i, end) >= 0 {
		objs = s.here(i, false) // "at posts of his near it"
	}
	return objs, to
}

// munition says whether the part is a noun of striking: raids, shelling.
func (p *part) munition() bool {
	return p.is("raid_air") || p.is("shelling") || p.verb("strike") && p.form == noun
}

// strikeNoun reads "air raids by X on the town", "X dropped 12 barrels on it".
func (s *sentence) strikeNoun(i int) {
	if s.toldBefore(i) || s.mutual(i) || i > 0 && s.p[i-1].is("negation") || s.p[i].before == "من" && s.p[i].value == "" {
		return // what is left of shells, what a road is safe from
	}
	end := s.clauseEnd(i)
	actors := s.strikers(i, end)
	if k := s.next(i, func(p *part) bool { return p.verb("throw", "light") && p.finite() && p.suffix != 0 }); k >= 0 && len(actors) == 0 {
		actors = s.doer(k).all() // "shells that it fired"
	}
	if len(actors) == 0 {
		thrower, said := s.thrower(i)
		if actors = thrower; !said {
			actors = s.owners(i)
		}
	}
	if len(actors) == 0 && s.g.sides[timeline.Actor(s.p[i].value)] != "" {
		actors = []timeline.Actor{timeline.Actor(s.p[i].value)} // only one side has them
	}
	objs, to := s.targets(i, end, len(actors) > 0)
	s.struck(i, actors, objs, to)
}

// toldBefore says whether the noun of striking at part i only names what a
// verb or a noun before it has told: "shelled it with rockets".
func (s *sentence) toldBefore(i int) bool {
	for j := i - 1; j >= s.clauseStart(i) && !s.p[i].and; j-- {
		if p := &s.p[j]; p.verb("strike", "hit", "raid") && p.form != noun {
			return true
		} else if p.kind == partGround {
			break
		}
	}
	for j := i - 1; j >= 0 && j > i-5; j-- {
		switch p := &s.p[j]; {
		case p.munition(), p.verb("strike", "hit", "raid"):
			return true
		case p.kind == partGround:
			for k := j - 1; k >= s.clauseStart(i) && !s.p[i].and; k-- {
				if s.p[k].verb("strike", "hit", "raid") && s.p[k].form != noun {
					return true
				}
			}
			return false
		case p.kind == partComma, p.kind == partStrong, p.is("weak"):
			return false
		}
	}
	return false
}

// mutual says whether both sides shell: where, and who whom, is not said.
func (s *sentence) mutual(i int) bool {
	for j := s.p[i].to; j < len(s.n) && j < s.p[i].to+2; j++ {
		if strings.HasPrefix(arabic.Bare(s.n[j].text), "متبادل") {
			return true
		}
	}
	return false
}

// targets is the ground that the noun of striking at part i is aimed at:
// behind it, before it ("the town was exposed to"), or where the clause is
// told. The shelling, of nobody and at nothing, is no strike.
func (s *sentence) targets(i, end int, said bool) ([]object, int) {
	definite := strings.HasPrefix(s.p[i].text, arabic.Article) && s.p[i].value == ""
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
	for j := i - 1; j >= 0 && j >= start-8; j-- {
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

// struck says that the actors strike the places, but not in a headline: what it
// tells of shelling is told, place by place, below it.
func (s *sentence) struck(i int, actors []timeline.Actor, objs []object, to int) {
	if s.headline {
		return
	}
	switch s.mode[i] {
	case timeline.Hypothetical, timeline.Future, timeline.Denied, timeline.Attempt, timeline.Unconfirmed:
		return
	}
	if len(actors) == 0 {
		actors = []timeline.Actor{""} // nobody says whose
	}
	for _, o := range objs {
		for _, a := range actors {
			s.say(i, to, timeline.Claim{Kind: timeline.Struck, Modality: timeline.Asserted, Actor: a, Place: s.ref(o), Rule: "strike"})
		}
	}
}
