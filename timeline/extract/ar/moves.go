package ar

import (
	"strings"

	"frontline/timeline"
)

// advance reads progress without the capture of a named place: "X advanced
// towards Y", "reached the edge of Y". Where it names no place, it says nothing
// that can be put on a map.
func (s *sentence) advance(i int, who subject) {
	p := &s.p[i]
	if s.mode[i] == timeline.Repelled {
		s.thwarted(i, who)
		return
	}
	if p.form == noun && !s.carried(i) && !(p.verb("reach") && !who.linked) {
		return
	}
	end := s.clauseEnd(i)
	objs, to := s.goal(i, end)
	if len(objs) == 0 && p.form == noun {
		objs, to = s.witness(i), end
		if k := s.next(i, func(p *part) bool { return p.kind == partForce && p.before == "ل" }); k >= 0 {
			who = s.named(i, k) // "an advance of X"
		}
	}
	if len(objs) == 0 && p.verb("reach") {
		return
	}
	km := 0.0
	for k := i + 1; k < end; k++ {
		if v, ok := s.km(k); ok && s.advanceOf(k) == i && !s.short(k) {
			km = v
		}
	}
	if len(objs) == 0 && km > 0 {
		objs = s.here(i, false)
	}
	s.advanced(i, who.force, objs, max(to, end), km)
}

// witness is the ground that the movement at part i is said to be seen in:
// "the east of X saw an advance of Y".
func (s *sentence) witness(i int) []object {
	for j := i - 1; j > s.clauseStart(i); j-- {
		if p := &s.p[j]; p.kind == partGround && p.before == "" && s.p[j-1].verb("none") && s.p[j-1].finite() {
			return p.objects
		}
	}
	return nil
}

// advanced says that the force has come nearer the places; km is how far it
// went, 0 where that is not said.
func (s *sentence) advanced(i int, who force, objs []object, to int, km float64) {
	if s.headline || who.actor == "" || who.air || who.actor == "civilians" || len(objs) == 0 {
		s.reject(i, "advance", "nobody, or nowhere")
		return
	}
	c := timeline.Claim{Kind: timeline.Advanced, Actor: who.actor, CoActors: who.co, Place: s.ref(objs[0]), Rule: "advance"}
	if km > 0 {
		c.DistanceKm, c.DistanceRole = km, timeline.Penetration
	}
	s.say(i, to, c)
}

// carried says whether a verbal noun of movement is asserted by what governs
// it: managed to, made, continued.
func (s *sentence) carried(i int) bool {
	for j := i - 1; j >= 0 && j > i-8; j-- {
		p := &s.p[j]
		if p.verb("manage", "light", "none", "try", "go_on", "advance") {
			return true
		}
		if p.kind == partComma || p.kind == partStrong {
			return false
		}
	}
	return false
}

// goal is what the movement at part i reaches: towards it, to it, in it, or its
// object. A named place that is reached itself is no mere advance, but the
// edge of one, a road or a border is.
func (s *sentence) goal(i, end int) (objs []object, to int) {
	p := &s.p[i]
	from := p.object == "من" // "came near to": what is neared
	for j := i + 1; j < end && j < i+10; j++ {
		g := &s.p[j]
		if g.finite() || g.is("purpose") || g.verb("capture", "recapture") {
			break
		}
		if g.kind != partGround || g.before == "من" && !from || s.p[j-1].is("side") { // "from the side of A"
			continue
		}
		found := s.sites(j)
		if len(found) == 0 && s.borders(g) {
			found = g.objects
		}
		if len(found) == 0 || p.verb("reach") && !s.shortOf(g, found[0]) {
			continue
		}
		if objs == nil || g.before == "نحو" || g.before == "الي" {
			objs, to = found, j+1
		}
	}
	return objs, to
}

// shortOf says whether to reach the object is to stop short of a place: its
// edge, a road, a border, a river.
func (s *sentence) shortOf(g *part, o object) bool {
	if o.near {
		return true
	}
	if s.borders(g) || s.n[g.from].role == "near" || s.n[min(g.from+1, g.to-1)].role == "near" {
		return true
	}
	name := s.text[o.start:o.end]
	return s.className(g) == "road" || strings.HasPrefix(name, "طريق") || strings.HasPrefix(name, "نهر") || strings.HasPrefix(name, "الحدود")
}

// borders says whether the ground is a border: of whom, a name need not say.
func (s *sentence) borders(g *part) bool {
	return s.n[g.from].role == "border" || s.n[min(g.from+1, g.to-1)].role == "border"
}

// cutOff reads "X cut the road of Y": it stands on the road.
func (s *sentence) cutOff(i int, who subject) {
	if s.fire(i) {
		return
	}
	g, _ := s.target(i)
	var roads []object
	for _, o := range s.namedOf(g.objects) {
		if o.place.class != nil && o.place.class.value == "road" || strings.HasPrefix(s.text[o.place.start:o.place.end], "طريق") {
			roads = append(roads, o)
		}
	}
	s.advanced(i, who.force, roads, g.to, 0)
}
