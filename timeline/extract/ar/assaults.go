package ar

import (
	"frontline/timeline"
	"frontline/timeline/extract/draft"
)

// assaults reads the fighting in what was tried and beaten off: where an
// attempt to take or enter a place failed, its defenders fought those who
// tried, though no noun of fighting says so. One that came to nothing without
// an enemy in play is no fight.
func (s *sentence) assaults(from int) {
	for _, c := range s.claims[from:len(s.claims):len(s.claims)] {
		if c.Modality != timeline.Repelled || c.Place == nil || c.Actor == "" || s.headline {
			continue
		}
		if !c.Kind.Changes() && c.Kind != timeline.Advanced {
			continue
		}
		parties := s.facing(force{actor: c.Actor, co: c.CoActors}, nil)
		if len(parties) < 2 || s.foughtAt(c.Place.Surface, parties) {
			continue
		}
		fight := timeline.Claim{Kind: timeline.Clashed, Modality: timeline.Asserted, Actor: parties[0], CoActors: parties[1:],
			Place: c.Place, Date: c.Date, DateBasis: c.DateBasis, Start: c.Start, End: c.End, Quote: c.Quote,
			ClaimedBy: c.ClaimedBy, Rule: "clash.assault", Confidence: draft.SureLinked}
		s.claims = append(s.claims, fight)
	}
}
