package main

import (
	"cmp"
	"context"
	"errors"
	"io/fs"

	"github.com/spf13/cobra"

	"frontline/geo/gazetteer"
	"frontline/timeline/sqlite"
)

// placesIn is the shipped gazetteer with what a store adds to it: what was
// imported, and what editors have decided and not withdrawn.
func placesIn(ctx context.Context, store *sqlite.Store) (*gazetteer.Gazetteer, error) {
	shipped, err := shippedGazetteer()
	if err != nil {
		return nil, err
	}
	records, err := store.Records(ctx)
	if err != nil {
		return nil, err
	}
	all, err := store.Decisions(ctx)
	if err != nil {
		return nil, err
	}
	more := gazetteer.Additions{Records: records}
	for _, d := range all {
		if !d.Withdrawn.Known() {
			more.Decisions = append(more.Decisions, d.Decision)
		}
	}
	if more.Areas, err = store.Areas(ctx); err != nil {
		return nil, err
	}
	return shipped.With(more), nil
}

// placesOf are the places of a database that need not be there: without a name
// it is the default one, and where that is not there either, the shipped
// gazetteer alone.
func placesOf(ctx context.Context, db string) (*gazetteer.Gazetteer, error) {
	store, err := readStore(ctx, cmp.Or(db, defaultDB))
	if db == "" && errors.Is(err, fs.ErrNotExist) {
		return shippedGazetteer()
	}
	if err != nil {
		return nil, err
	}
	defer store.Close()
	return placesIn(ctx, store)
}

// placesFlag adds the flag that names the database of placesOf.
func placesFlag(c *cobra.Command, db *string) {
	c.Flags().StringVar(db, "db", "", "places and decisions of database `FILE` (default "+defaultDB+", where there is one)")
}
