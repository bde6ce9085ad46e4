package atlas

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"

	"frontline/geo"
	"frontline/geo/overlay"
	"frontline/timeline"
	"frontline/timeline/front"

	"github.com/paulmach/orb"
)

// ErrRegion says that a region is none that can be asked about: it has no ground
// of the country, or its rings cross.
var ErrRegion = errors.New("region")

// cachedParts is how many parts of the ground an atlas keeps at hand.
const cachedParts = 16

// part is a part of the ground, or why there is none.
type part struct {
	shape  orb.MultiPolygon
	ground *front.Ground
	err    error
}

// everywhere says whether a filter lets through all of the ground.
func (f Filter) everywhere() bool { return f.Bound == nil && f.Within == nil && f.Admin1 == "" }

// within is the ground that passes: inside Bound and Within. Where the outline of
// a governorate is not known, it is the cells of its places. Ground outside the
// country is never part of it; none at all is an error.
func (a *Atlas) within(f Filter) (*front.Ground, error) {
	ground, err := a.ground()
	if err != nil || f.everywhere() {
		return ground.Ground, err
	}
	p := a.part(ground.Ground, f)
	return p.ground, p.err
}

// shapeOf is the shape of the ground that within gives; nil where that is all.
func (a *Atlas) shapeOf(f Filter) (orb.MultiPolygon, error) {
	ground, err := a.ground()
	if err != nil || f.everywhere() {
		return nil, err
	}
	p := a.part(ground.Ground, f)
	return p.shape, p.err
}

func (a *Atlas) part(ground *front.Ground, f Filter) part {
	key, err := json.Marshal([]any{f.Bound, f.Within, f.Admin1})
	if err != nil {
		return part{err: fmt.Errorf("%w: %w", ErrRegion, err)}
	}
	sum := sha256.Sum256(key)
	return a.parts.get(string(sum[:]), cachedParts, func() (p part) {
		if p.shape, p.err = a.region(ground, f); p.err != nil {
			return p
		}
		if p.ground, p.err = ground.Within(p.shape); p.err != nil {
			p.err = fmt.Errorf("%w: %w", ErrRegion, p.err)
		}
		return p
	})
}

// region is the shape of the ground that passes; nil where no place of a
// governorate was spoken of.
func (a *Atlas) region(ground *front.Ground, f Filter) (orb.MultiPolygon, error) {
	shape := a.outline
	if f.Admin1 != "" && f.Within == nil {
		if shape = ground.Around(func(p geo.Place) bool { return p.Admin1 == f.Admin1 }); len(shape) == 0 {
			return nil, nil // no place of it was spoken of
		}
	}
	var err error
	if f.Within != nil {
		if err = overlay.Check(f.Within); err == nil {
			shape, err = overlay.Intersection(shape, f.Within)
		}
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrRegion, err)
		}
	}
	if f.Bound != nil {
		box, err := f.box()
		if err != nil {
			return nil, err
		}
		if shape, err = overlay.Intersection(shape, box); err != nil {
			return nil, fmt.Errorf("%w: %w", ErrRegion, err)
		}
	}
	if len(shape) == 0 {
		return nil, fmt.Errorf("%w: no ground of the country lies in it", ErrRegion)
	}
	return shape, nil
}

// box is the ground of Bound.
func (f Filter) box() (orb.MultiPolygon, error) {
	if f.Bound.Min.Lon() == f.Bound.Max.Lon() || f.Bound.Min.Lat() == f.Bound.Max.Lat() {
		return nil, fmt.Errorf("%w: a box from %v to %v has no ground", ErrRegion, f.Bound.Min, f.Bound.Max)
	}
	return orb.MultiPolygon{f.Bound.ToPolygon()}, nil
}

// SituationIn is who held the ground that passes on a day; f's Span is not looked
// at. A region without ground of the country is an ErrRegion.
func (a *Atlas) SituationIn(day timeline.Day, f Filter) (*front.Situation, error) {
	s, err := a.Situation(day)
	if err != nil || f.everywhere() {
		return s, err
	}
	ground, err := a.within(f)
	if err != nil {
		return nil, err
	}
	return s.Within(ground), nil
}

// over is who held the ground over time.
func (a *Atlas) over() (*front.Course, error) {
	ground, err := a.ground()
	if err != nil {
		return nil, err
	}
	a.histories() // all at once
	return ground.Over(a.spoken), nil
}
