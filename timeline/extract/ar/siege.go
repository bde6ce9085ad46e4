package ar

import (
	"strings"

	"frontline/geo/arabic"
	"frontline/timeline"
)

// besiege reads "X surrounded the town", "X were surrounded in it". From some
// sides only, it has come closer, no more.
func (s *sentence) besiege(i int, who subject) {
	p := &s.p[i]
	if p.form == noun && i > 0 && s.p[i-1].verb("break") {
		s.ring(i) // "to break the siege of X"
		return
	}
	if p.form == noun && p.suffix == 0 && (s.endOf(i) >= 0 || s.imposer(i) >= 0 || !s.carried(i) && p.before != "من" || s.driver(i) >= 0) {
		s.siegeOf(i)
		return
	}
	if i > 0 && (s.p[i-1].text == "مخاوف" || s.p[i-1].text == "خشيه" || s.p[i-1].text == "تخوف") {
		return // "fears of its being surrounded"
	}
	if p.object == "passive" {
		s.surrounded(i)
		return
	}
	g, _ := s.target(i)
	if j := g.to - 1; j > i+1 && s.p[j-1].text == "خلال" {
		s.reject(i, "siege.imposed", "that is from where")
		return
	}
	if s.fewSides(i) {
		s.reject(i, "siege.imposed", "not from all sides")
		s.advanced(i, who.force, s.namedOf(places(g.objects)), g.to, 0)
		return
	}
	if len(g.objects) == 0 {
		g = s.sectorOf(i)
	}
	if len(g.objects) == 0 {
		g = s.encircled(i)
	}
	if len(g.objects) == 0 && p.form == noun && p.suffix != 0 { // "its siege of his men inside the city"
		g.objects, g.to = s.scene(i, s.clauseEnd(i), func(j int) bool { return s.p[j].kind == partGround && s.p[j].before != "من" })
	}
	if len(g.objects) == 0 {
		g = s.expanse(i)
	} else if k := s.alongWith(g.to); k >= 0 {
		g = group{append(g.objects[:len(g.objects):len(g.objects)], s.p[k].objects...), k + 1}
	}
	if who.actor == "" {
		who.force = s.besieger(i)
	}
	s.sieged(i, who.force, g.objects, g.to, "siege.imposed")
}

// encircled is the ground of a pronoun behind the verb at part i, or "each of
// the two": "the fighters surround them from all sides", of those in a place.
func (s *sentence) encircled(i int) group {
	j := s.next(i, func(p *part) bool {
		return p.kind == partIt && (p.before == "ب" || p.before == "من" && p.value == "d")
	})
	if j < 0 {
		return group{}
	}
	if objs := s.namedOf(s.groundBefore(i, s.p[j].value[0])); len(objs) > 0 && s.p[j].value != "p" {
		return group{objs, j + 1}
	}
	return group{s.here(i, false), j + 1}
}

// sectorOf is the place of which the verb at part i says a part to be
// surrounded: "besieges the part, which Y holds, of the city of X".
func (s *sentence) sectorOf(i int) group {
	end := s.clauseEnd(i)
	if !s.cueIn(i, end, "partial") && !s.cueIn(i, end, "extent") {
		return group{}
	}
	for j := i + 1; j < end; j++ {
		if p := &s.p[j]; p.kind == partGround && p.before == "من" {
			return group{places(p.objects), j + 1}
		}
	}
	return group{}
}

// alongWith is the ground that is joined by "with" at part j, or right behind
// it: "which they besiege, with the town of X"; -1 where none is.
func (s *sentence) alongWith(j int) int {
	for k := max(j, 0); k < len(s.p) && k < j+3; k++ {
		switch p := &s.p[k]; {
		case p.kind == partGround:
			if p.before == "مع" {
				return k
			}
			return -1
		case p.kind != partForce:
			return -1
		}
	}
	return -1
}

func (s *sentence) sieged(i int, who force, objs []object, to int, rule string) {
	if who.actor == "" || who.actor == "civilians" || len(objs) == 0 {
		s.reject(i, rule, "no ground, or nobody who besieges it")
		return
	}
	for _, o := range objs {
		if o.near && o.place != nil && !inCountry(s.nodes, o.place.at) {
			continue
		}
		s.say(i, to, timeline.Claim{Kind: timeline.Besieged, Actor: who.actor, CoActors: who.co, Place: s.ref(o), Rule: rule})
	}
}

// surrounded reads a force or place that is, or was, surrounded by somebody,
// named or not: "were surrounded in the town", "the besieged pocket east of X".
func (s *sentence) surrounded(i int) {
	if i > 1 && i+1 < len(s.p) && s.p[i-1].kind == partForce && s.p[i-1].before == "" && s.p[i-2].verb("none", "go_on") && s.p[i+1].kind == partGround && s.p[i+1].before == "" {
		s.sieged(i, s.named(i, i-1).force, s.p[i+1].objects, i+2, "siege.ongoing") // "X goes on besieging"
		return
	}
	who := s.besieger(i)
	end := s.clauseEnd(i)
	if j := i - 1; j >= 0 && s.p[j].kind == partGround {
		objs := s.p[j].objects
		if named := s.namedOf(objs); len(named) > 0 {
			objs = named[len(named)-1:]
			if len(named) > 1 && twofold(s.p[i].text) {
				objs = named[len(named)-2:]
			}
		} else if k := s.next(i, func(p *part) bool { return p.kind == partGround }); k >= 0 {
			objs = []object{{start: s.p[j].objects[0].start, end: s.n[s.p[k].to-1].end}}
		}
		s.sieged(i, who, objs, i+1, "siege.ongoing")
		return
	}
	for j := i + 1; j < end; j++ {
		if p := &s.p[j]; p.kind == partGround && p.before != "من" {
			s.sieged(i, who, p.objects, j+1, "siege.ongoing")
			return
		}
	}
	if strings.HasPrefix(s.p[i].text, arabic.Article) && i > 0 && s.p[i-1].kind == partWord {
		return // "the besieged garrison": a word that is no place
	}
	for j := i - 1; j >= s.clauseStart(i); j-- {
		if p := &s.p[j]; p.kind == partGround && p.before == "" {
			s.sieged(i, who, s.sites(j), i+1, "siege.ongoing")
			return
		}
	}
}

// twofold says whether the participle is a dual: المحاصرتين.
func twofold(word string) bool {
	return strings.HasSuffix(word, "تين") || strings.HasSuffix(word, "تان")
}

// expanse is the ground in which somebody is surrounded, where only its extent
// is told: "in thousands of kilometres from A to B".
func (s *sentence) expanse(i int) group {
	end := s.clauseEnd(i)
	for end+1 < len(s.p) && s.p[end].kind == partComma && s.p[end+1].and && s.p[end+1].kind != partVerb {
		end = s.clauseEnd(end) // "…, and the country of C"
	}
	for j := i + 1; j < end && j < i+5; j++ {
		if p := &s.p[j]; p.before == "في" {
			return group{[]object{{start: p.start, end: s.n[s.p[end-1].to-1].end}}, end}
		}
	}
	return group{}
}
