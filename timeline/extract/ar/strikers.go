package ar

import (
	"slices"

	"frontline/geo/arabic"
	"frontline/timeline"
)

// strikers are those who strike, named behind the noun at part i: "of X and Y",
// "Russian", "carried out by Z".
func (s *sentence) strikers(i, end int) []timeline.Actor {
	var out []timeline.Actor
	add := func(as ...timeline.Actor) {
		for _, a := range as {
			if a != "" && a != "civilians" && !slices.Contains(out, a) {
				out = append(out, a)
			}
		}
	}
	ground := false
	for j := i + 1; j < end; j++ {
		p := &s.p[j]
		switch {
		case p.text == "ام":
			return nil // "whether of X or of Y is not known"
		case p.is("nation"):
			if !ground {
				add(timeline.Actor(p.value))
			}
		case p.kind == partForce && (!ground || s.p[j-1].kind == partVerb || s.p[j-1].is("by")) && p.before != "علي" && p.before != "في":
			if len(out) > 0 && !p.and && p.before == "" {
				return out
			}
			add(s.named(i, j).all()...)
		case p.kind == partForce:
			return out
		case p.kind == partGround, p.before == "علي":
			ground = true // what is struck, and whose it is
		case p.finite() && p.suffix == 0 && !p.verb("strike", "light", "none", "other", "say"):
			return out
		}
	}
	return out
}

// owners are those whose raids, or fire, a pronoun at the end of the noun at
// part i says them to be; nil where it has none.
func (s *sentence) owners(i int) []timeline.Actor {
	p := &s.p[i]
	switch {
	case p.suffix != 0 && p.suffix != 'x':
		return s.antecedent(i, p.suffix).all()
	case p.kind == partCue && len(p.value) == 1:
		return s.antecedent(i, p.value[0]).all()
	}
	return nil
}

// alike are those who strike beside the force before part j: "and Syrian",
// "and others of Y".
func (s *sentence) alike(j int) []timeline.Actor {
	var out []timeline.Actor
	for ; j < len(s.p); j++ {
		switch p := &s.p[j]; {
		case p.is("nation"):
			out = append(out, timeline.Actor(p.value))
		case p.kind == partForce && p.before == "ل":
			out = append(out, p.force.all()...)
		case p.kind == partWord && (p.and && arabic.Bare(p.text) == "اخري" || p.text == "تابعه"), p.is("other"):
		default:
			return out
		}
	}
	return out
}

// thrower is who drops, fires or sets off what the noun at part i names: the
// subject of the verb before it. It is said even where that is aircraft of
// nobody.
func (s *sentence) thrower(i int) (who []timeline.Actor, said bool) {
	for j := i - 1; j >= s.clauseStart(i); j-- {
		p := &s.p[j]
		if p.text == "فجر" && s.p[j+1].kind == partForce && s.p[j+1].before == "" {
			return s.named(j, j+1).all(), true // blew up: a day's dawn is no force's
		}
		if p.text == "فجر" && j+1 == i && j > 0 && s.p[j].before == "" {
			for k := j - 1; k >= s.clauseStart(j); k-- {
				if q := &s.p[k]; q.kind == partForce && q.force.own == 0 && (q.before == "" || q.before == "من") {
					return q.force.all(), true // "a bomber of X had blown up a car"
				}
			}
		}
		if p.kind != partVerb {
			continue
		}
		if s.p[j+1].is("aircraft") {
			if who = s.strikers(j, i); len(who) == 0 {
				who = s.onlyAirForce(j + 1)
			}
			return who, true
		}
		if p.verb("blast") {
			actors := s.bomber(j, s.doer(j))
			return actors, len(actors) > 0
		}
		if who := s.doer(j); p.verb("throw") || p.verb("light", "other", "none") && p.form != noun && !who.linked {
			return who.all(), who.actor != ""
		}
		if p.finite() && p.verb("none", "again", "go_on") { // "the guns of X went on pounding"
			for k := j + 1; k < i; k++ {
				if q := &s.p[k]; q.kind == partForce && q.force.own == 0 {
					return q.force.all(), true
				} else if q.is("nation") {
					return []timeline.Actor{timeline.Actor(q.value)}, true
				}
			}
		}
		return nil, false
	}
	return nil, false
}

// covered reads "under air cover of X": X strikes where that happens.
func (s *sentence) covered(i int) {
	end := s.clauseEnd(i)
	actors := s.strikers(i, end)
	if len(actors) == 0 {
		return
	}
	if end+1 < len(s.p) && s.p[end].kind == partComma {
		end = s.clauseEnd(end)
	}
	objs, to := s.scene(i, end, func(j int) bool { return s.p[j].before != "من" && s.p[j].kind == partGround })
	if len(objs) == 0 {
		objs, to = s.here(i, false), end
	}
	s.struck(i, actors[:1], objs, to)
}
