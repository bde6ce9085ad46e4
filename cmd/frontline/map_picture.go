package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/geo/gazetteer"
	"frontline/timeline/picture"
	"frontline/timeline/plate"
	"frontline/timeline/sqlite"
)

// picture gathers what is drawn.
func (m *mapQuestion) picture(ctx context.Context, store *sqlite.Store, places *gazetteer.Gazetteer) (p picture.Picture, err error) {
	f, err := m.scope.filter(places)
	if err != nil {
		return p, err
	}
	press, err := shippedPress()
	if err != nil {
		return p, err
	}
	a, err := m.atlas(ctx, store, nil)
	if err != nil {
		return p, err
	}
	p, err = press.Gather(a, names{places}, plate.Order{Day: m.on.Day, Lang: picture.Lang(m.lang.value), Title: m.title, Width: m.width.value, Bare: m.bare,
		Bound: f.Bound, Admin1: f.Admin1})
	var frame *plate.FrameError
	if !errors.As(err, &frame) {
		return p, err
	}
	flag := "--in"
	if m.scope.box != "" {
		flag = "--bbox"
	}
	return p, fmt.Errorf("%s: %w", flag, err)
}

// shippedPress is what all pictures have in common, out of the binary.
func shippedPress() (p plate.Press, err error) {
	if p.Actors, err = shippedActors(); err != nil {
		return p, err
	}
	if p.Country, err = shippedOutline(); err != nil {
		return p, err
	}
	p.Around, err = shippedSurroundings()
	return p, err
}

// Towns are the places whose names a picture may show.
func (n names) Towns() []picture.Town {
	var out []picture.Town
	for _, e := range n.All() {
		if slices.Contains([]string{"city", "town", "village"}, e.Kind) && e.Precision != geo.Area {
			out = append(out, picture.Town{Place: e.Place, Population: e.Population})
		}
	}
	return out
}

// Region is a governorate, by the gazetteer's name of it: its outline or, for want
// of one, its places say where it lies.
func (n names) Region(governorate string) (r plate.Region, ok bool) {
	r.Bound = orb.Bound{Min: orb.Point{180, 90}, Max: orb.Point{-180, -90}}
	for _, e := range n.All() {
		switch {
		case e.Admin1 != governorate:
		case e.Kind == "governorate":
			r.NameAr, r.NameEn = e.NameAr, e.NameEn
		case e.Precision != geo.Area:
			r.Bound = r.Bound.Extend(e.At)
		}
	}
	if outline := n.Outline(governorate); outline != nil {
		r.Bound = outline.Bound()
	}
	return r, !r.Bound.IsEmpty()
}
