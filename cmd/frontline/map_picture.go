package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/geo/gazetteer"
	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/picture"
	"frontline/timeline/sqlite"
)

// picture gathers what is drawn.
func (m *mapQuestion) picture(ctx context.Context, store *sqlite.Store, places *gazetteer.Gazetteer) (p picture.Picture, err error) {
	p = picture.Picture{Lang: picture.Lang(m.lang.value), Title: m.title, Width: m.width.value, Towns: townsOf(places)}
	f, err := m.scope.filter(places)
	if err != nil {
		return p, err
	}
	if p.Frame, p.Region, err = m.framed(f, places); err != nil {
		return p, err
	}
	if p.Actors, err = shippedActors(); err != nil {
		return p, err
	}
	if p.Country, err = shippedOutline(); err != nil {
		return p, err
	}
	if p.Around, err = shippedSurroundings(); err != nil {
		return p, err
	}
	a, err := m.atlas(ctx, store, nil)
	if err != nil {
		return p, err
	}
	situation, err := a.Situation(m.on.Day)
	if err != nil {
		return p, err
	}
	p.Day, p.Areas, p.Tones, p.Fronts = m.on.Day, situation.Areas(), situation.Tones(tones), situation.Fronts()
	mark, err := store.Mark(ctx)
	if err != nil {
		return p, err
	}
	shown, err := p.Shown()
	if err != nil {
		flag := "--bbox"
		if m.scope.in != "" {
			flag = "--in"
		}
		return p, fmt.Errorf("%s: %w", flag, err)
	}
	p.Evidence = m.evidence(a, shown)
	p.Evidence.Version = mark.Version()
	return p, nil
}

// tones is how many steps of belief a picture tells apart.
const tones = 5

// framed is the ground that --in or --bbox asks for, and its name; nil for the
// country.
func (m *mapQuestion) framed(f atlas.Filter, places *gazetteer.Gazetteer) (*orb.Bound, string, error) {
	switch {
	case f.Admin1 != "" && f.Bound != nil:
		return nil, "", errors.New("--bbox: want either a box or a governorate (--in)")
	case f.Admin1 == "":
		return f.Bound, "", nil
	}
	bound := orb.Bound{Min: orb.Point{180, 90}, Max: orb.Point{-180, -90}}
	name := f.Admin1
	for _, e := range places.All() {
		switch {
		case e.Admin1 != f.Admin1:
		case e.Kind == "governorate":
			name = m.named(e.NameAr, e.NameEn)
		case e.Precision != geo.Area:
			bound = bound.Extend(e.At)
		}
	}
	if outline := (names{places}).Outline(f.Admin1); outline != nil {
		bound = outline.Bound()
	}
	if bound.IsEmpty() {
		return nil, "", fmt.Errorf("--in %q: the gazetteer knows of no place there that would say where it lies", m.scope.in)
	}
	return &bound, name, nil
}

// named is the name in the picture's language, or else in the other.
func (m *mapQuestion) named(ar, en string) string {
	if m.lang.value == string(picture.Arabic) {
		return cmp.Or(ar, en)
	}
	return cmp.Or(en, ar)
}

// townsOf are the places whose names a picture may show.
func townsOf(places *gazetteer.Gazetteer) []picture.Town {
	var out []picture.Town
	for _, e := range places.All() {
		if slices.Contains([]string{"city", "town", "village"}, e.Kind) && e.Precision != geo.Area {
			out = append(out, picture.Town{Place: e.Place, Population: e.Population})
		}
	}
	return out
}

// evidence is what the holdings of the day in the ground shown rest on: sources
// by how much they say, the most first.
func (m *mapQuestion) evidence(a *atlas.Atlas, shown orb.Bound) picture.Evidence {
	out := picture.Evidence{KnownOn: m.known.Day}
	on := timeline.Span{From: m.on.Day, To: m.on.Day + 1}
	seen := map[string]bool{}
	reports := map[string]bool{}
	said := map[string]int{} // claims, by source
	for _, h := range a.Holdings(atlas.Filter{Span: on, Bound: &shown}) {
		for _, e := range a.Evidence(a.SaidBy(h, m.on.Day)) {
			if !seen[e.Claim.ID] {
				seen[e.Claim.ID], reports[e.Report.ID] = true, true
				said[e.Report.SourceID]++
			}
		}
	}
	out.Claims, out.Reports = len(seen), len(reports)
	sources := a.Sources()
	slices.SortStableFunc(sources, func(x, y atlas.SourceCount) int { return cmp.Compare(said[y.ID], said[x.ID]) })
	for _, s := range sources {
		name := cmp.Or(m.named(s.NameAr, s.NameEn), s.ID)
		if said[s.ID] > 0 {
			out.Sources = append(out.Sources, name)
		}
		if slices.Contains(m.without, s.ID) {
			out.Without = append(out.Without, name)
		}
	}
	return out
}
