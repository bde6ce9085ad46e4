package ar

import (
	"strings"

	"frontline/timeline"
)

// suicide reads "a man of X blew himself up at Y": a strike, though no weapon
// is named.
func (s *sentence) suicide(i int, who subject) {
	end := s.clauseEnd(i)
	for j := i + 1; j < end && j < i+6; j++ {
		switch s.p[j].text {
		case "نفسه", "نفسها", "انفسهم":
		default:
			continue
		}
		for k := j + 1; k < end; k++ {
			if s.p[k].munition() {
				return // told by what he blew up
			}
		}
		objs, to := s.scene(i, end, func(j int) bool { return s.p[j].kind == partGround && s.p[j].before != "من" })
		if len(objs) == 0 {
			objs, to = s.here(i, false), end
		}
		s.struck(i, s.bomber(i, who), objs, to)
		return
	}
}

// bomber is who sets off what the verb or noun of blasting at part i speaks of.
// A force named behind the charge is what it was set off at: "a bomber of X had
// blown up a car at the posts of Y".
func (s *sentence) bomber(i int, who subject) []timeline.Actor {
	behind := s.next(i, func(p *part) bool { return p.kind == partForce && p.before == "" || p.munition() })
	if s.p[i].finite() && behind >= 0 && s.p[behind].kind != partForce || behind < 0 {
		for j := i - 1; j >= s.clauseStart(i) && j > i-8; j-- {
			if p := &s.p[j]; p.kind == partForce && p.force.own == 0 && (p.before == "" || p.before == "من") && s.p[i].finite() {
				return p.force.all()
			} else if p.finite() && !p.verb("none") {
				break
			}
		}
	}
	if side := s.lossOf(i); s.p[i].form == noun && side != "" && who.linked && who.actor == side {
		if foe := s.opponent(side); foe != "" {
			return []timeline.Actor{foe} // nobody blows up his own
		}
	}
	return who.all()
}

// lossOf is the force whose dead the clause of part i tells of before it; ""
// where it tells of none.
func (s *sentence) lossOf(i int) timeline.Actor {
	for j := i - 1; j >= s.clauseStart(i); j-- {
		if p := &s.p[j]; p.kind == partForce && p.force.own == 0 && (p.before == "من" || p.before == "في" || strings.HasPrefix(s.n[p.from].text, "عناصر") || s.n[p.from].role == "of") {
			return p.force.actor
		}
	}
	return ""
}

// charge is whose weapon the clause names with the noun of striking at part i:
// "raids with barrel bombs", that one side only has.
func (s *sentence) charge(i, end int) []timeline.Actor {
	for j := i + 1; j < end; j++ {
		if p := &s.p[j]; p.is("shelling") && p.before == "ب" && s.g.sides[timeline.Actor(p.value)] != "" {
			return []timeline.Actor{timeline.Actor(p.value)}
		}
	}
	return nil
}
