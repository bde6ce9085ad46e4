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
	key, err := json.Marshal([]any{f.Bound, f.Within, f.Admin1})
	if err != nil {
		return nil, fmt.Errorf("atlas: region: %w", err)
	}
	sum := sha256.Sum256(key)
	p := a.parts.get(string(sum[:]), cachedParts, func() part {
		shape, err := a.region(ground.Ground, f)
		if err != nil {
			return part{nil, err}
		}
		g, err := ground.Within(shape)
		return part{g, err}
	})
	return p.ground, p.err
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
		if shape, err = overlay.Intersection(shape, orb.MultiPolygon{f.Bound.ToPolygon()}); err != nil {
			return nil, fmt.Errorf("%w: %w", ErrRegion, err)
		}
	}
	if len(shape) == 0 {
		return nil, fmt.Errorf("%w: no ground of the country lies in it", ErrRegion)
	}
	return shape, nil
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
	return ground.Over(a.History), nil
}
