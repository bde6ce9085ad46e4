package ar

import (
	"slices"

	"frontline/timeline"
)

// strike reads "X shelled the town".
func (s *sentence) strike(i int, who subject) {
	p := &s.p[i]
	if p.form == noun {
		s.strikeNoun(i)
		return
	}
	actors := who.all()
	if j := s.next(i, func(p *part) bool { return p.is("aircraft") || p.munition() }); j >= 0 {
		actors = s.strikers(j, s.clauseEnd(i)) // "the raids reached", "aircraft shelled": whose, if it is said
	} else if k := s.next(i, func(p *part) bool { return p.kind == partForce }); k >= 0 && !who.linked {
		actors = append(actors, s.nations(k+1)...)
	}
	g, _ := s.target(i)
	if len(g.objects) == 0 {
		g = s.targets(i)
	}
	s.struck(i, actors, g)
}

// munition says whether the part is a noun of striking: raids, shelling.
func (p *part) munition() bool {
	return p.is("raid_air") || p.is("shelling") || p.verb("strike") && p.form == noun
}

// strikeNoun reads "air raids by X on the town", "shelling of it by X".
func (s *sentence) strikeNoun(i int) {
	for j := i - 1; j >= 0 && j > i-4; j-- {
		if p := &s.p[j]; p.munition() || p.verb("strike") {
			return // "shelling and raids": told with the first
		} else if p.kind == partGround || p.kind == partComma || p.kind == partStrong {
			break
		}
	}
	end := s.clauseEnd(i)
	actors := s.strikers(i, end)
	if len(actors) == 0 {
		for j := i - 1; j >= s.clauseStart(i); j-- {
			if p := &s.p[j]; p.kind == partVerb && p.verb("light", "other", "none") && p.form != noun {
				if who := s.doer(j); !who.linked {
					actors = who.all()
				}
				break
			}
		}
	}
	if len(actors) == 0 && s.p[i].suffix != 0 {
		actors = s.antecedent(i, s.p[i].suffix).all()
	}
	s.struck(i, actors, s.targets(i))
}

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
		case p.is("nation"):
			add(timeline.Actor(p.value))
		case p.kind == partForce && (!ground || s.p[j-1].kind == partVerb || s.p[j-1].is("by")) && p.before != "علي" && p.before != "في":
			if p.force.own != 0 {
				add(s.named(i, j).all()...)
			} else {
				add(p.force.all()...)
			}
		case p.kind == partForce:
			return out
		case p.kind == partGround:
			ground = true
		case p.finite() && p.suffix == 0 && !p.verb("strike", "light", "none", "other", "say"):
			return out
		}
	}
	return out
}

// nations are the adjectives of nations from part j on: "and Syrian".
func (s *sentence) nations(j int) []timeline.Actor {
	var out []timeline.Actor
	for ; j < len(s.p) && s.p[j].is("nation"); j++ {
		out = append(out, timeline.Actor(s.p[j].value))
	}
	return out
}

// targets is the ground that is struck: behind the word at part i, before a
// verb of suffering, or the last one spoken of.
func (s *sentence) targets(i int) group {
	end := s.clauseEnd(i)
	for j := i + 1; j < end; j++ {
		if p := &s.p[j]; p.kind == partGround && p.before != "من" && !p.told {
			return group{p.objects, j + 1}
		} else if p.kind == partIt && (p.before == "علي" || p.before == "ل") {
			return s.pointed(i, j)
		}
	}
	start := s.clauseStart(i)
	for j := i - 1; j >= 0 && j >= start-8; j-- {
		if s.p[j].verb("suffer") {
			if objs := s.held1(j); len(objs) > 0 {
				return group{objs, end}
			}
		}
	}
	for j := i - 1; j >= start; j-- {
		if p := &s.p[j]; p.kind == partGround && p.before != "من" && !s.regional(p) {
			return group{p.objects, end}
		}
	}
	return group{s.lastGround(i), end}
}

func (s *sentence) struck(i int, actors []timeline.Actor, g group) {
	if s.mode[i] != timeline.Asserted {
		return
	}
	if len(actors) == 0 {
		actors = []timeline.Actor{""} // nobody says whose
	}
	for _, o := range g.objects {
		for _, a := range actors {
			s.say(i, g.to, timeline.Claim{Kind: timeline.Struck, Actor: a, Place: s.ref(o), Rule: "strike"})
		}
	}
}
