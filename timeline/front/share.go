package front

// Share is how much ground is in one state on a day.
type Share struct {
	State
	Km2         float64
	ReportedKm2 float64 // of cells of which a claim says so; the rest is concluded
	Cells       int
}

// Shares is the ground by state, in the order of areas, without their shapes;
// states that have none inside the outline are left out.
func (s *Situation) Shares() []Share {
	km2, reported := s.ground.km2(), s.reported()
	all := make([]Share, len(s.states))
	for cell := range s.Cells {
		if km2[cell] > 0 {
			all[s.label[cell]].Km2 += km2[cell]
			all[s.label[cell]].Cells++
		}
	}
	out := all[:0]
	for i, share := range all {
		if share.Cells > 0 {
			share.State, share.ReportedKm2 = s.states[i], min(reported[i], share.Km2)
			out = append(out, share)
		}
	}
	return out
}

// reported is how much of the ground in each state is said to be so.
func (s *Situation) reported() []float64 {
	km2 := s.ground.km2()
	out := make([]float64, len(s.states))
	for cell, c := range s.Cells {
		if c.Reported {
			out[s.label[cell]] += km2[cell]
		}
	}
	return out
}
