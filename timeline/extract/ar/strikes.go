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
	if p.suffix != 0 && i > 0 && (s.p[i-1].is("ring") || s.p[i-1].verb("besiege") && s.p[i-1].form == noun) {
		return // "a siege that X set"
	}
	if s.cueIn(i, min(i+4, len(s.p)), "ring") || i+1 < len(s.p) && strings.HasPrefix(s.p[i+1].text, "قناص") {
		return // "drew a ring around"; small arms are no strike
	}
	if s.smallArms(i) {
		s.attack(i, who)
		return
	}
	weapon := s.next(i, func(p *part) bool { return p.is("aircraft") || p.munition() })
	if weapon < 0 && (who.actor == "" || who.linked) {
		weapon = s.armsAhead(i)
	}
	if weapon < 0 && p.verb("hit") {
		return // what reaches the place is no weapon
	}
	actors := who.all()
	if weapon >= 0 {
		if actors = s.strikers(weapon, s.clauseEnd(i)); weapon < i {
			actors = s.strikers(weapon, i)
		}
		if s.p[weapon].kind == partForce {
			actors = append(s.p[weapon].force.all(), s.alike(weapon+1)...)
		}
		if len(actors) == 0 {
			actors = s.owners(weapon)
		}
		if len(actors) == 0 {
			actors = s.onlyAirForce(weapon)
		}
	} else if k := s.next(i, func(p *part) bool { return p.kind == partForce }); k >= 0 && !who.linked {
		actors = append(actors, s.alike(k+1)...)
	}
	objs, to := s.struckBy(i, weapon)
	s.struck(i, actors, objs, to)
}

// smallArms says whether the clause of part i names rifles and machine guns: a
// fight, no strike.
func (s *sentence) smallArms(i int) bool {
	for j := i + 1; j < s.clauseEnd(i); j++ {
		switch arabic.Bare(s.p[j].text) {
		case "الرشاشه", "رشاشه", "الرشاشات", "رشاشات", "الخفيفه", "رصاص", "الرصاص":
			return true
		}
	}
	return false
}

// raid reads "X raided the town": a strike from the air, an attack on the ground.
func (s *sentence) raid(i int, who subject) {
	if who.air || s.next(i, func(p *part) bool { return p.is("aircraft") }) >= 0 || s.armsAhead(i) >= 0 {
		s.strike(i, who)
	} else {
		s.attack(i, who)
	}
}

// munition says whether the part is a noun of striking: raids, shelling.
func (p *part) munition() bool {
	return p.is("raid_air") || p.is("shelling") || p.verb("strike") && p.form == noun
}

// strikeNoun reads "air raids by X on the town", "X dropped 12 barrels on it".
func (s *sentence) strikeNoun(i int) {
	if s.toldBefore(i) || s.mutual(i) || s.cueIn(i-3, i, "negation") && !s.finiteBetween(i-3, i) || i > 0 && s.p[i-1].before == "من" && s.p[i-1].text == "اي" || s.p[i].before == "من" && s.p[i].value == "" {
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
	if len(actors) == 0 {
		actors = s.charge(i, end)
	}
	if len(actors) == 0 {
		actors = s.flown(i)
	}
	objs, to := s.targets(i, end, len(actors) > 0)
	s.struck(i, actors, objs, to)
}

// finiteBetween says whether a finite verb stands among the parts from i up to
// to.
func (s *sentence) finiteBetween(i, to int) bool {
	for j := max(0, i); j < to; j++ {
		if s.p[j].finite() {
			return true
		}
	}
	return false
}

// toldBefore says whether the noun of striking at part i only names what a
// verb or a noun before it has told: "shelled it with rockets".
func (s *sentence) toldBefore(i int) bool {
	for j := i - 1; j >= s.clauseStart(i) && !s.p[i].and; j-- {
		if p := &s.p[j]; p.verb("strike", "hit", "raid") && p.form != noun || s.p[i].before == "ب" && p.is("shelling") && p.before == "" {
			return true
		} else if p.kind == partGround && s.p[i].before != "ب" {
			break
		}
	}
	for j := i - 1; j >= 0 && j > i-5; j-- {
		switch p := &s.p[j]; {
		case p.munition(), p.verb("strike", "hit", "raid"):
			return true
		case p.kind == partGround:
			for k := j - 1; k >= s.clauseStart(i) && !s.p[i].and; k-- {
				if s.p[k].verb("strike", "hit", "raid") && (s.p[k].form != noun || s.p[i].before == "ب") {
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
