package extract

import (
	"math"

	"frontline/geo"
	"frontline/timeline"
)

// measureReach is how far before a distance, in bytes, the places may stand
// that it lies between.
const measureReach = 4000

// measure takes the program's own measure of a distance that the text states:
// from the place the claim is about to the last one named before it. Where the
// distance is what separates two forces, it is taken between the last two
// places before it of which the report says who is there. Governorates have no
// point to measure from.
func (l *located) measure(c *timeline.Claim, held map[string]bool) {
	gap := c.DistanceRole == timeline.Remaining
	var from, last, to *geo.Place // the last two before it, and the one it is about
	end := c.End
	if c.Place != nil {
		end = max(end, c.Place.Start+1)
	}
	first, behind := l.between(c.Start-measureReach, end)
	for k := first; k < behind; k++ {
		n, m := &l.names[k], &l.mentions[l.mention[k]]
		if m.Place == nil || m.Place.Kind == "governorate" || gap && !held[m.Place.ID] {
			continue
		}
		switch {
		case c.Place != nil && n.Start == c.Place.Start:
			to = m.Place
		case n.Start < c.End && (gap || n.Start > c.Start-hintReach) && (last == nil || last.ID != m.Place.ID):
			from, last = last, m.Place
		}
	}
	if to != nil {
		from = last
	} else {
		to = last
	}
	if to == nil || from == nil || from.ID == to.ID {
		return
	}
	c.MeasuredKm = math.Round(geo.DistanceKm(from.At, to.At)*10) / 10
	c.MeasuredBetween = []string{from.ID, to.ID}
}

// controlled are the places of which the claims say who holds them.
func controlled(claims []timeline.Claim) map[string]bool {
	out := map[string]bool{}
	for _, c := range claims {
		if _, ok := c.Holder(); ok && c.Place.Listed() {
			out[c.Place.ID] = true
		}
	}
	return out
}
