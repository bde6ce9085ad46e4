package front

// Share is how much ground is in one state on a day.
type Share struct {
	State
	Km2         float64
	ReportedKm2 float64 // of cells of which a claim says so; the rest is concluded
	Cells       int
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
