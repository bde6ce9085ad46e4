package front

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"frontline/geo"
	"frontline/geo/overlay"

	"github.com/paulmach/orb"
)

// Change is ground that passed from one state to another between two days.
//
// Where its border runs is only known as well as places lie close: anywhere
// between a place that changed and the next one that did not. Inside and Outside
// are that ground as far as it lies in Shape and beside it, Band both together;
// LeastKm2 and MostKm2 are the area without all of it and with it.
type Change struct {
	From, To              State
	Shape                 orb.MultiPolygon // RFC 7946, as are the others
	Km2                   float64
	LeastKm2, MostKm2     float64
	Band, Inside, Outside orb.MultiPolygon
	Places                []string // ids, sorted: those whose holdings say so on either day
}

// measured is the change with its areas taken from its shapes.
func (c Change) measured() Change {
	c.Km2 = geo.AreaKm2(c.Shape)
	c.LeastKm2 = max(0, c.Km2-geo.AreaKm2(c.Inside))
	c.MostKm2 = c.Km2 + geo.AreaKm2(c.Outside)
	return c
}

// Within is what of a change lies in a region; false where nothing does. The region
// is valid (see package overlay); Places stay as they are.
func (c Change) Within(region orb.MultiPolygon) (Change, bool, error) {
	for _, shape := range []*orb.MultiPolygon{&c.Shape, &c.Band, &c.Inside, &c.Outside} {
		var err error
		if *shape, err = overlay.Intersection(*shape, region); err != nil {
			return c, false, fmt.Errorf("front: %w", err)
		}
	}
	return c.measured(), len(c.Shape) > 0, nil
}

// errOtherGround is the error of situations that cannot be compared cell by cell.
var errOtherGround = errors.New("front: the two days are not on the same ground")

// Difference is what passed from one state to another from before to after, by
// From and To; none where nothing did. Both must come from the same ground.
func Difference(before, after *Situation) ([]Change, error) {
	if before.ground != after.ground {
		return nil, errOtherGround
	}
	var pairs []Change
	label := make([]int, len(before.label))
	for cell := range label {
		if cell >= len(before.Cells) {
			label[cell] = -2 // near no place: what changed ends there because colour does
			continue
		}
		label[cell] = -1
		b, a := before.Cells[cell], after.Cells[cell]
		if b.Equal(a.State) {
			continue
		}
		i := slices.IndexFunc(pairs, func(c Change) bool { return c.From.Equal(b.State) && c.To.Equal(a.State) })
		if i < 0 {
			i = len(pairs)
			pairs = append(pairs, Change{From: b.State, To: a.State})
		}
		label[cell] = i
		pairs[i].Places = append(append(pairs[i].Places, b.Places...), a.Places...)
	}
	p := before.ground.partition
	for _, b := range p.Bands(label) {
		pairs[b.Label].Band, pairs[b.Label].Inside, pairs[b.Label].Outside = b.Shape, b.Inside, b.Outside
	}
	out := make([]Change, 0, len(pairs))
	for _, r := range p.Join(label) {
		c := pairs[r.Label]
		c.Shape = r.Shape
		slices.Sort(c.Places)
		c.Places = slices.Compact(c.Places)
		out = append(out, c.measured())
	}
	slices.SortFunc(out, func(x, y Change) int { return cmp.Or(x.From.Compare(y.From), x.To.Compare(y.To)) })
	return out, nil
}
