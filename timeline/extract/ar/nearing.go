package ar

import (
	"strings"

	"frontline/timeline"
)

// short says whether the distance at part i is what is left to a place, not how
// far somebody went: "from X".
func (s *sentence) short(i int) bool {
	for j := i + 1; j < len(s.p) && j < i+5; j++ {
		switch p := &s.p[j]; p.kind {
		case partGround, partIt:
			return p.before == "من" || p.before == "عن"
		case partComma, partStrong, partVerb:
			return false
		}
	}
	return false
}

// nearing reads "came to within 6 km of X", "nothing but 6 km parts it from X":
// who does has come nearer X.
func (s *sentence) nearing(i int, km float64) {
	v, who := s.nears(i)
	if v < 0 || who.actor == "" || who.air || s.mode[v] != timeline.Asserted {
		return
	}
	objs, to := s.scene(i, s.clauseEnd(i), func(j int) bool { return s.p[j].before == "من" || s.p[j].before == "عن" })
	if len(objs) == 0 {
		objs, to = s.scene(v, i, func(j int) bool { return s.p[j].before == "من" || s.p[j].before == "عن" })
	}
	if len(objs) == 0 || who.actor == "civilians" {
		return
	}
	s.say(v, to, timeline.Claim{Kind: timeline.Advanced, Actor: who.actor, CoActors: who.co, Place: s.ref(objs[0]),
		DistanceKm: km, DistanceRole: timeline.Remaining, Rule: "advance.nearing"})
}

// nears is the verb that the distance at part i belongs to, and who stands at
// that distance; -1 where it is not told of a force.
func (s *sentence) nears(i int) (int, force) {
	for j := i - 1; j >= 0 && j > i-12; j-- {
		p := &s.p[j]
		switch {
		case strings.HasPrefix(p.text, "الواقع"), strings.HasPrefix(p.text, "المنسحب"):
			return -1, force{} // where a place lies, where the beaten stand
		case j > 0 && p.finite() && strings.HasPrefix(s.p[j-1].text, "المنسحب"):
			return -1, force{}
		case p.verb("become", "advance", "reach") && p.form != noun:
			if s.farFrom(j, i) && (p.verb("become") || !s.groundIn(j, i)) || p.verb("advance") && s.short(i) {
				return j, s.doer(j).force
			}
			return -1, force{}
		case p.verb("gap"):
			if p.suffix != 0 {
				return j, s.antecedent(j, p.suffix).force
			}
			if k := s.next(j, func(p *part) bool { return p.kind == partForce && p.before == "" }); k >= 0 && k < i {
				return j, s.named(j, k).force // whom it parts, in whatever form
			}
			return j, s.doer(j).force
		case p.kind == partStrong, p.kind == partRelative:
			return -1, force{}
		case p.finite():
			if who := s.doer(j); (!who.linked || p.verb("none") && !p.and) && s.farFrom(j, i) && !s.groundIn(j, i) && !p.verb("strike", "kill") {
				return j, who.force // "stopped at a distance of"
			}
			return -1, force{}
		}
	}
	return -1, force{}
}

// farFrom says whether the distance at part i is where something stands, by the
// words between the verb at part j and it: "at a distance of", "at less than".
func (s *sentence) farFrom(j, i int) bool {
	if s.cueIn(j, i, "distance") {
		return true
	}
	for k := i; k > j && k > i-3; k-- {
		if s.p[k].before == "علي" {
			return true
		}
	}
	return false
}

// groundIn says whether ground stands between two parts: what follows it is
// told of that.
func (s *sentence) groundIn(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if s.p[k].kind == partGround {
			return true
		}
	}
	return false
}
