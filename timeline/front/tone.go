package front

import (
	"cmp"
	"math"
	"slices"

	"github.com/paulmach/orb"
)

// Tone is the ground in one state that is believed about as much.
type Tone struct {
	State
	Confidence float64          // 0…1, the middle of its step; 0 where nothing is known
	Shape      orb.MultiPolygon // RFC 7946
}

// Tones are the areas taken apart by how far each cell is believed, in steps of
// equal width: old evidence can be drawn paler. They come in the order of areas,
// and within that the most believed first.
func (s *Situation) Tones(steps int) []Tone {
	label := make([]int, len(s.label))
	for cell := range label {
		label[cell] = -1
		if cell < len(s.Cells) {
			step := min(int(s.Cells[cell].Confidence*float64(steps)), steps-1)
			label[cell] = s.label[cell]*steps + steps - 1 - max(step, 0)
		}
	}
	var out []Tone
	for _, r := range s.ground.partition.Join(label) {
		t := Tone{State: s.states[r.Label/steps], Shape: r.Shape}
		if t.rank() != 2 {
			t.Confidence = (float64(steps-1-r.Label%steps) + 0.5) / float64(steps)
		}
		out = append(out, t)
	}
	slices.SortStableFunc(out, func(a, b Tone) int {
		return cmp.Or(a.State.Compare(b.State), cmp.Compare(math.Round(b.Confidence*1e6), math.Round(a.Confidence*1e6)))
	})
	return out
}
