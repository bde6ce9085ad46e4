package main

import (
	"context"

	"github.com/spf13/cobra"

	"frontline/geo/gazetteer"
	"frontline/timeline/atlas"
	"frontline/timeline/sqlite"
)

// scope is the part of the ground that a question is about.
type scope struct{ in, box string }

// flags adds --in and --bbox.
func (s *scope) flags(c *cobra.Command) {
	c.Flags().StringVar(&s.in, "in", "", "only in `GOVERNORATE` (its name in Arabic or English, or its p-code)")
	c.Flags().StringVar(&s.box, "bbox", "", "only what lies in `WEST,SOUTH,EAST,NORTH` (degrees)")
}

// filter lets through what lies in the scope.
func (s *scope) filter(places *gazetteer.Gazetteer) (f atlas.Filter, err error) {
	if f.Admin1, err = governorateNamed("--in", s.in, places); err != nil {
		return f, err
	}
	f.Bound, err = boundNamed("--bbox", s.box)
	return f, err
}

// placeFlag adds --place.
func (q *inquiry) placeFlag(c *cobra.Command, place *string) {
	c.Flags().StringVar(place, "place", "", "only of `PLACE`: a name in Arabic or English, an id or a p-code")
}

// filterAt lets through what lies in the scope or, where a place is named, that
// place: --in then says which of several bears the name.
func (q *inquiry) filterAt(c *cobra.Command, s scope, place string, places *gazetteer.Gazetteer) (atlas.Filter, error) {
	f, err := s.filter(places)
	if err != nil || place == "" {
		return f, err
	}
	p, err := q.placeNamed(c, place, s.in, places)
	f.Place, f.Admin1 = p.ID, ""
	return f, err
}

// atlasOf is the atlas of the places that pass, from the view of the question.
func (q *inquiry) atlasOf(ctx context.Context, store *sqlite.Store, f atlas.Filter) (*atlas.Atlas, error) {
	if f.Place == "" && f.Admin1 == "" && f.Bound == nil {
		return q.atlas(ctx, store, nil)
	}
	all, err := store.Places(ctx)
	if err != nil {
		return nil, err
	}
	ids := []string{}
	for _, p := range all {
		if f.PassesPlace(p) {
			ids = append(ids, p.ID)
		}
	}
	return q.atlas(ctx, store, ids)
}
