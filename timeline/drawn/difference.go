package drawn

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/geo/overlay"
	"frontline/timeline/front"
)

// Difference is the ground that is in another state on the map after than on the
// map before, by From and To; none where the two are alike. Ground outside all
// shapes of a map counts as what lies elsewhere on it; outside those of both it
// is left out, but in within. within (lon, lat; valid) narrows the answer to a
// region; nil is everywhere. What was drawn has no error band: LeastKm2 and
// MostKm2 are Km2. An error says that shapes could not be laid over each other.
func Difference(before, after *Map, within orb.MultiPolygon) ([]front.Change, error) {
	changes, err := compared(before, after, within)
	if err != nil {
		return nil, fmt.Errorf("maps of %s and %s: %w", before.Span.From, after.Span.From, err)
	}
	return changes, nil
}

func compared(before, after *Map, within orb.MultiPolygon) ([]front.Change, error) {
	was, err := before.pieces()
	if err != nil {
		return nil, err
	}
	is, err := after.pieces()
	if err != nil {
		return nil, err
	}
	var c comparison
	left := make([]orb.MultiPolygon, len(is)) // of each piece of after, what is in none of before
	for i, p := range is {
		left[i] = p.shape
	}
	rest := within
	if before.outside().Equal(after.outside()) {
		rest = nil // it did not change
	}
	for _, a := range was {
		shape := a.shape
		for i, b := range is {
			c.changed(a.State, b.State, func() (orb.MultiPolygon, error) { return overlay.Intersection(a.shape, b.shape) })
			shape, left[i] = c.less(shape, b.shape), c.less(left[i], a.shape)
		}
		c.changed(a.State, after.outside(), func() (orb.MultiPolygon, error) { return shape, nil })
		rest = c.less(rest, a.shape)
	}
	for i, b := range is {
		c.changed(before.outside(), b.State, func() (orb.MultiPolygon, error) { return left[i], nil })
		rest = c.less(rest, b.shape)
	}
	c.changed(before.outside(), after.outside(), func() (orb.MultiPolygon, error) { return rest, nil })
	return c.changes(within)
}

// comparison collects what changed, until something fails.
type comparison struct {
	pairs []pair
	err   error
}

type pair struct {
	from, to front.State
	shapes   []orb.MultiPolygon
}

// changed adds ground that passed from one state to another, if that is one.
func (c *comparison) changed(from, to front.State, ground func() (orb.MultiPolygon, error)) {
	if c.err != nil || from.Equal(to) {
		return
	}
	shape, err := ground()
	if c.err = err; len(shape) == 0 {
		return
	}
	i := slices.IndexFunc(c.pairs, func(p pair) bool { return p.from.Equal(from) && p.to.Equal(to) })
	if i < 0 {
		i = len(c.pairs)
		c.pairs = append(c.pairs, pair{from: from, to: to})
	}
	c.pairs[i].shapes = append(c.pairs[i].shapes, shape)
}

// less is the ground of a that is not b's.
func (c *comparison) less(a, b orb.MultiPolygon) (out orb.MultiPolygon) {
	if c.err == nil && len(a) > 0 && !a.Equal(b) {
		out, c.err = overlay.Difference(a, b)
	}
	return out
}

// changes is what was collected, in order.
func (c *comparison) changes(within orb.MultiPolygon) ([]front.Change, error) {
	var out []front.Change
	for _, p := range c.pairs {
		if c.err != nil {
			return nil, c.err
		}
		var shape orb.MultiPolygon
		if shape, c.err = overlay.Union(p.shapes...); c.err == nil && within != nil {
			shape, c.err = overlay.Intersection(shape, within)
		}
		if shape = broad(shape); shape != nil {
			km2 := geo.AreaKm2(shape)
			out = append(out, front.Change{From: p.from, To: p.to, Shape: shape, Km2: km2, LeastKm2: km2, MostKm2: km2})
		}
	}
	slices.SortFunc(out, func(x, y front.Change) int { return cmp.Or(x.From.Compare(y.From), x.To.Compare(y.To)) })
	return out, c.err
}
