package ar

import (
	"slices"

	"frontline/timeline"
	"frontline/timeline/extract/draft"
)

// parties are those who fight, and the part behind the last of them: the two
// sides behind "between" or "with", commas or not.
func (s *sentence) parties(i int) (out []timeline.Actor, end int) {
	end = i + 1
	sides := map[string]bool{}
	for j := i + 1; j < len(s.p) && j < i+24; j++ {
		p := &s.p[j]
		if p.kind == partStrong || p.finite() && !p.verb("clash", "none") {
			break
		}
		if p.kind != partForce || p.force.own != 0 || p.force.actor == "civilians" || p.force.air || len(sides) == 2 && !p.and {
			continue
		}
		for _, a := range p.force.all() {
			if !slices.Contains(out, a) {
				out, end = append(out, a), j+1
				sides[s.g.sides[a]] = true
			}
		}
	}
	if len(sides) < 2 && len(out) < 2 {
		return nil, end
	}
	return out, end
}

// clash reads "fighting between X and Y in Z". Where it does not say between
// whom, it is between the two sides the text speaks of most.
func (s *sentence) clash(i int) {
	p := &s.p[i]
	if p.kind == partVerb && (p.text != "اشتبك" && p.text != "اشتبكت" || s.cueIn(i, s.clauseEnd(i), "fight")) {
		return // the noun tells it
	}
	parties, end := s.parties(i)
	if len(parties) < 2 && p.kind == partVerb {
		if who := s.doer(i); who.actor != "" {
			parties = append(who.all(), s.opponent(who.actor))
		}
	}
	s.fought(i, end, parties)
}

// onslaught reads "an attack of X on Z": they fight there.
func (s *sentence) onslaught(i int) {
	for j := i - 1; j >= s.clauseStart(i); j-- {
		if s.p[j].is("fight") {
			return
		}
	}
	var parties []timeline.Actor
	if j := s.next(i, func(p *part) bool { return p.kind == partForce }); j >= 0 && s.p[j].force.own == 0 {
		parties = append(s.p[j].force.all(), s.opponent(s.p[j].force.actor))
	}
	if !slices.Contains(parties, "") {
		s.fought(i, i+1, parties)
	}
}

// fought says that the parties, or else the rivals of the text, fight at the
// grounds told with part i.
func (s *sentence) fought(i, end int, parties []timeline.Actor) {
	confidence := draft.SureOwn
	if len(parties) < 2 {
		parties, confidence = s.g.sides.Rivals(s.document.forces), draft.SureLinked
	}
	if len(parties) < 2 || s.mode[i] == timeline.Hypothetical || s.mode[i] == timeline.Future {
		return
	}
	objs, to := s.battlegrounds(i)
	for _, o := range objs {
		s.say(i, max(end, to), timeline.Claim{Kind: timeline.Clashed, Modality: timeline.Asserted, Actor: parties[0], CoActors: parties[1:],
			Place: s.ref(o), Rule: "clash", Confidence: confidence})
	}
}

// battlegrounds are the places of fighting told at part i: behind it, "in X and
// around Y", or else the last ground named before.
func (s *sentence) battlegrounds(i int) (objs []object, to int) {
	region := -1
	for j := i + 1; j < len(s.p) && j < i+24; j++ {
		p := &s.p[j]
		if p.kind == partStrong || p.finite() && !p.verb("clash", "none") || p.kind == partComma && len(objs) > 0 && j+1 < len(s.p) && !s.p[j+1].and {
			break
		}
		if p.kind != partGround || p.before == "من" || p.told {
			continue
		}
		if s.regional(p) {
			region = j
			continue
		}
		objs, to = append(objs, p.objects...), j+1
	}
	switch {
	case len(objs) > 0:
		return objs, to
	case region >= 0:
		return s.p[region].objects, region + 1
	}
	return s.lastGround(i), i + 1
}
