package ar

import (
	"frontline/timeline"
	"frontline/timeline/extract/draft"
)

// assaults reads the fighting in what was tried and beaten off: where an
// attempt to take or enter a place failed, its defenders fought those who
// tried, though no noun of fighting says so. told is the number of claims
// before the sentence.
func (s *sentence) assaults(told int) {
	if s.headline {
		return
	}
	for _, c := range s.claims[told:len(s.claims):len(s.claims)] {
		if c.Modality != timeline.Repelled || c.Place == nil || !c.Kind.Changes() && c.Kind != timeline.Advanced {
			continue
		}
		by, ok := s.beaten(&c)
		if !ok {
			continue
		}
		parties := s.facing(force{actor: c.Actor, co: c.CoActors}, by)
		if len(parties) < 2 || s.foughtAt(c.Place.Surface, parties) {
			continue
		}
		c.Kind, c.Modality, c.From, c.Extent, c.Count = timeline.Clashed, timeline.Asserted, "", "", 0
		c.Actor, c.CoActors, c.Rule, c.Confidence = parties[0], parties[1:], "clash.assault", draft.SureLinked
		s.claims = append(s.claims, c)
	}
}

// beaten says whether a verb of failing, or of beating off, governs the claim,
// and by whom, where that is told: what was merely not done ("without entering
// it") met nobody.
func (s *sentence) beaten(c *timeline.Claim) (by []timeline.Actor, ok bool) {
	for i := range s.p {
		p := &s.p[i]
		if p.start < c.Start || p.start >= c.End || !p.verb("fail", "repel") {
			continue
		}
		who := s.doer(i)
		enemies := who.actor != "" && s.against(who.actor, c.Actor)
		if p.verb("repel") && enemies {
			by = who.all()
		}
		return by, p.verb("repel") || !enemies // who failed is who tried
	}
	return nil, false
}

// warded reads "X beat them off at Y", where no noun of fighting and no
// attempt is named that would tell it.
func (s *sentence) warded(i int, who subject) {
	if s.headline || s.p[i].form == noun || who.actor == "" || s.mode[i] != timeline.Repelled && s.mode[i] != timeline.Asserted {
		return
	}
	end := s.clauseEnd(i)
	for j := i + 1; j < end; j++ {
		if p := &s.p[j]; p.is("onslaught") || p.is("fight") || p.is("purpose") || p.munition() || p.verb("try", "capture", "recapture", "enter", "advance", "reach") {
			return // that tells where, and who
		}
	}
	objs, to := s.scene(i, end, func(j int) bool { return s.p[j].kind == partGround && !s.origin(j) })
	if len(objs) == 0 {
		objs, to = s.here(i, false), i+1
	}
	s.fought(i, to, s.facing(who.force, nil), objs)
}

// thwarted reads "beat off an attempt of X to advance on Y", "failed to break
// through at Y": no advance, but a fight there, which assaults tells.
func (s *sentence) thwarted(i int, who subject) {
	end := s.clauseEnd(i)
	for j := i + 1; j < end && j < i+4; j++ {
		if p := &s.p[j]; p.kind == partForce && (p.before == "ل" || p.before == "" && s.p[i].form == noun) {
			who = s.named(i, j) // "an advance of X"
			break
		}
	}
	objs, to := s.scene(i, end, func(j int) bool { return !s.origin(j) || s.p[j].before == "نحو" })
	if s.headline || who.actor == "" || who.air || len(objs) == 0 {
		return
	}
	s.say(i, to, timeline.Claim{Kind: timeline.Advanced, Actor: who.actor, CoActors: who.co, Place: s.ref(objs[0]), Rule: "advance.thwarted"})
}
