package en

import (
	"slices"
	"strings"

	"frontline/timeline"
)

// advance reads progress without the capture of a named place: "advanced into
// X", "came within 10 km of X", "gained ground south of X", "reached X".
func (s *sentence) advance(i int, who subject) {
	p := &s.p[i]
	if k := s.controlNoun(i); k >= 0 && s.p[k].sense("control") { // "extended its control to X"
		s.capture(i, who)
		return
	}
	if who.actor == "" || who.air || who.actor == "civilians" || p.noun() && !s.carried(i) {
		return
	}
	if s.mode[i] == timeline.Repelled || s.mode[i] == timeline.Denied {
		s.control(i, event{timeline.Captured, who, "", s.goal(i).objects, s.goal(i).to, "advance.repelled"})
		return
	}
	t := s.goal(i)
	if len(t.objects) == 0 && p.verb.form == gerund && !p.verb.be {
		return
	}
	c := timeline.Claim{Kind: timeline.Advanced, Actor: who.actor, CoActors: who.co, Rule: "advance"}
	end := s.clauseEnd(i)
	for k := i + 1; k < end; k++ {
		if km, ok := s.km(k); ok && s.advanceOf(k) == i {
			c.DistanceKm, c.DistanceRole = km, timeline.Penetration
			if s.isLeft(k) {
				c.DistanceRole = timeline.Remaining
			}
		}
	}
	switch {
	case len(t.objects) > 0 && c.DistanceKm == 0 && s.allRegional(t.objects): // "in the province": anywhere
	case len(t.objects) > 0:
		for _, o := range t.objects {
			c.Place = s.ref(o)
			s.say(i, max(end, t.to), c)
		}
	case p.sense("reach") || s.mode[i] != timeline.Asserted:
	default:
		if objs := s.groundBefore(i, false); len(objs) > 0 && c.DistanceKm > 0 {
			c.Place = s.ref(objs[0])
			s.say(i, end, c)
		}
	}
}

// carried says whether a noun of movement is asserted by what governs it:
// made, continued, kept up.
func (s *sentence) carried(i int) bool {
	for j := i - 1; j >= 0 && j > i-4; j-- {
		p := &s.p[j]
		if p.kind == partVerb && !p.noun() {
			return p.sense("light", "none", "go_on", "keep", "light_on", "advance", "say", "capture")
		}
		if !p.filler() {
			return false
		}
	}
	return false
}

// goal is the ground that the movement at part i reaches: its object, or what
// stands behind a preposition of movement.
func (s *sentence) goal(i int) target {
	preps := append([]string{"in", "into", "to", "towards", "on", "through", "at", "from", "with", "of", "near", "over", "along", "across"}, s.p[i].node.object...)
	if s.p[i].noun() {
		preps = slices.DeleteFunc(preps, func(x string) bool { return x == "direct" })
	} else if !slices.Contains(preps, "direct") {
		preps = append(preps, "direct")
	}
	for j := i + 1; j < len(s.p) && j < i+10; j++ {
		p := &s.p[j]
		before := p.before
		if before == "" {
			before = "direct"
		}
		switch {
		case p.kind == partGround && before == "from" && !p.objects[0].near:
		case p.kind == partGround && (slices.Contains(preps, before) || p.before == "" && p.objects[0].near) && !p.told:
			return target{p.objects, j + 1}
		case p.kind == partIt && p.before != "" && !s.isThere(p) && slices.Contains(preps, before):
			return target{s.groundBefore(i, false), j + 1}
		case p.kind == partNumber, p.is("unit", "square", "count", "hand"), p.filler(), p.kind == partForce && p.before != "", p.kind == partGround, p.kind == partForce && p.force.own != 0:
		case p.noun() && p.before != "": // "with the garrison of X"
		default:
			return target{}
		}
	}
	return target{}
}

// isLeft says whether the number at part k is what is left: "within 5 km of".
func (s *sentence) isLeft(k int) bool {
	for j := s.p[k].from; j >= 0 && j > s.p[k].from-4; j-- {
		switch s.n[j].text {
		case "within", "than":
			return true
		}
	}
	to := s.p[k].to
	return to+1 < len(s.n) && (s.n[to].text == "from" || s.n[to+1].text == "from" || s.n[to].role == "near" || s.n[to+1].text == "away from")
}

// sever reads "cut the road from X to Y": an advance onto it.
func (s *sentence) sever(i int, who subject) {
	t := s.object(i)
	if s.byFire(i) {
		s.mode[i] = timeline.FireControl
	}
	if who.actor == "" && s.p[i].verb.passive {
		who = s.antecedent(i, 's')
	}
	if s.allRound(i) {
		s.besiege(i, who)
		return
	}
	for j := i + 1; j < s.clauseEnd(i); j++ {
		if s.p[j].is("sides") && strings.HasSuffix(s.p[j].text, "sides") {
			s.reject(i, "siege", "not from all sides")
			return
		}
	}
	if len(t.objects) == 0 || who.actor == "" || who.air || s.mode[i] != timeline.Asserted {
		return
	}
	if c := t.objects[0].class; strings.HasPrefix(s.p[i].node.text, "block") && (c == nil || c.value != "road") {
		return
	}
	if o := t.objects[0]; o.place != nil && o.place.class == nil && strings.HasSuffix(s.p[i].node.text, " off") && !s.p[i].noun() && !strings.HasSuffix(o.place.text, " road") && !strings.HasSuffix(o.place.text, " highway") {
		s.sieged(i, who, t, "siege.cut_off")
		return
	}
	if o := t.objects[0]; o.place == nil && s.inside(o)[0].place == nil && !s.spanned(t.to) {
		return
	}
	s.say(i, max(t.to, i+1), timeline.Claim{Kind: timeline.Advanced, Actor: who.actor, CoActors: who.co, Place: s.ref(t.objects[0]), Rule: "advance.cut"})
}

// spanned says whether the road told before part j has its ends named: "from X
// to Y", "between X and Y".
func (s *sentence) spanned(j int) bool {
	return j < len(s.p) && s.p[j].kind == partGround && (s.p[j].before == "from" || s.p[j].before == "between" || s.p[j].before == "to")
}

// tried reads "an attempt to break into X" that was thrown back: told with what
// was tried, unless that is no verb.
func (s *sentence) tried(i int) {
	if !s.p[i].noun() || s.mode[i] != timeline.Repelled {
		return
	}
	for j := i + 1; j < len(s.p) && j < i+4; j++ {
		if s.p[j].kind == partVerb && s.p[j].verb.to && s.mode[j] == timeline.Asserted {
			s.mode[j] = timeline.Repelled
		}
	}
}

// managed reads "had no success at X": they fought there, and it is not taken.
func (s *sentence) managed(i int) {
	if !s.p[i].noun() || !s.p[i].verb.not {
		return
	}
	k := s.ahead(i)
	t := s.complement(i, []string{"at", "in", "near"})
	if k < 0 || s.p[k].kind != partForce || len(t.objects) == 0 {
		return
	}
	who := s.force(k, i)
	s.fight(i, t.to, append(who.all(), s.opponent(who.actor)), t.objects)
	s.mode[i] = timeline.Repelled
	s.control(i, event{timeline.Captured, who, "", t.objects, t.to, "control.no_success"})
}

// landing reads a landing from the air.
func (s *sentence) landing(i int, who subject) {
	if s.mode[i] != timeline.Asserted || s.dropped(i) || who.actor == "" {
		return
	}
	if t := s.goal(i); len(t.objects) > 0 {
		s.say(i, t.to, timeline.Claim{Kind: timeline.Landed, Actor: who.actor, CoActors: who.co, Place: s.ref(t.objects[0]), Rule: "landing"})
	}
}
