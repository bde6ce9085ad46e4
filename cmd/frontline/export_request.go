package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"frontline/data"
	"frontline/geo/gazetteer"
	"frontline/timeline"
	"frontline/timeline/export"
	"frontline/timeline/export/format"
	"frontline/timeline/sqlite"
)

// format is how the file is written.
func (f exportFlags) format() (func(io.Writer, export.Dataset) error, error) {
	chosen, named := format.Of(format.Name(f.file.value))
	if !named {
		chosen = format.OfFile(f.out)
	}
	if chosen.File && (f.out == "" || f.out == "-") {
		return nil, fmt.Errorf("--format %s: is a database, which standard output cannot be: want --out FILE", chosen.Name)
	}
	return chosen.Write, nil
}

// request is what the flags ask for that needs no database to be understood.
func (f exportFlags) request() (r export.Request, err error) {
	if r.Layers, err = pick("--layer", f.layers, export.Layers); err != nil {
		return r, err
	}
	if len(r.Layers) == 0 {
		return r, fmt.Errorf("--layer: none is named: want %s", strings.Join(words(export.Layers), ", "))
	}
	r.Map = f.drawn
	if r.Map != "" && !slices.ContainsFunc(r.Layers, export.Layer.Drawn) {
		return r, fmt.Errorf("--map %s: only areas are drawn: want --layer areas or difference", r.Map)
	}
	if r.Span, err = f.span(); err != nil {
		return r, err
	}
	if slices.Contains(r.Layers, export.Difference) && (!f.from.Known() || !f.to.Known()) {
		return r, errors.New("--layer difference: want the two days, --from and --to")
	}
	if r.Actors, err = actorsNamed(f.actors); err != nil {
		return r, err
	}
	if r.Kinds, err = pick("--kind", f.kinds, timeline.Kinds); err != nil {
		return r, err
	}
	r.Sources, r.Sure = f.sources, float64(f.sure)
	r.Modalities, err = pick("--modality", f.modalities, timeline.Modalities)
	return r, err
}

// dataset is what is asked for, from a store.
func (f exportFlags) dataset(ctx context.Context, r export.Request, store *sqlite.Store, places *gazetteer.Gazetteer) (d export.Dataset, err error) {
	if err := f.narrow(&r, places); err != nil {
		return d, err
	}
	actors, err := shippedActors()
	if err != nil {
		return d, err
	}
	a, err := f.atlas(ctx, store, nil)
	if err != nil {
		return d, err
	}
	if err := checkSources("--source", f.sources, a.Sources()); err != nil {
		return d, err
	}
	if r.Map != "" {
		if _, err := a.Drawn(r.Map); err != nil {
			return d, fmt.Errorf("--map: %w", err)
		}
	}
	d = r.Dataset(a, actors)
	d.Licence = data.Terms
	return d, nil
}

// narrow says where what is wanted lies.
func (f exportFlags) narrow(r *export.Request, places *gazetteer.Gazetteer) error {
	ground, err := f.region.filter(places)
	if err != nil {
		return err
	}
	r.Bound, r.Admin1, r.Within = ground.Bound, ground.Admin1, ground.Within
	if r.Map != "" && slices.Contains(r.Layers, export.Areas) && (r.Within != nil || r.Admin1 != "") {
		return errors.New("--map: the areas of a drawn map come whole: want neither --in nor --within")
	}
	r.Place, err = f.placeID(places)
	return err
}

// placeID is the id of --place, "" where it is left out.
func (f exportFlags) placeID(places *gazetteer.Gazetteer) (string, error) {
	if f.place == "" {
		return "", nil
	}
	found := names{places}.Find(f.place, "")
	switch len(found) {
	case 0:
		return "", fmt.Errorf("--place: no place %q: want a name or an id; frontline gazetteer find looks for one", f.place)
	case 1:
		return found[0].Place.ID, nil
	}
	ids := make([]string, len(found))
	for i, r := range found {
		ids[i] = r.Place.ID
	}
	return "", fmt.Errorf("--place: %d places are named %q %v: want the name of one, or an id", len(found), f.place, ids)
}

// span is --on, or --from and --to, either end of which may be open.
func (f exportFlags) span() (timeline.Span, error) {
	on, from, to := f.on.Day, f.from.Day, f.to.Day
	switch {
	case on != 0 && (from != 0 || to != 0):
		return timeline.Span{}, errors.New("--on: want either one day or a range (--from, --to)")
	case on != 0:
		return timeline.Span{From: on, To: on + 1}, nil
	case to != 0 && to <= from:
		return timeline.Span{}, fmt.Errorf("--to: %s is not after --from %s: a range is half-open", to, from)
	}
	return timeline.Span{From: from, To: to}, nil
}
