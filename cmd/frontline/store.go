package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"sync"

	"frontline/geo/gazetteer"
	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/fulltext"
	"frontline/timeline/sqlite"
	"frontline/timeline/watch"
	"frontline/timeline/web"
)

// defaultDB is the database where --db does not name one.
const defaultDB = "frontline.db"

// shelf keeps the atlas and the places of a store, and makes new ones when the
// store has changed. It is safe for concurrent use, and is what the server asks.
type shelf struct {
	store   *sqlite.Store
	release string // of the program: other rules, other answers

	mu       sync.Mutex
	current  *atlas.Atlas
	of       sqlite.Mark // of the store that current was made from
	views    []*atlas.Atlas
	places   *gazetteer.Gazetteer
	placesOf int64 // version of the store's places that places were made from
}

// keptViews is how many views of the current atlas are kept beside it.
const keptViews = 8

// Atlas is the atlas of what is stored now, from a view, and the places of its
// gazetteer.
func (s *shelf) Atlas(ctx context.Context, v atlas.View) (*atlas.Atlas, web.Places, error) {
	mark, err := s.store.Mark(ctx)
	if err != nil {
		return nil, nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.current == nil || s.of != mark {
		if err := s.store.Frozen(ctx, s.refresh); err != nil {
			return nil, nil, err
		}
	}
	return s.seen(v), names{s.places}, nil
}

// refresh brings the atlas up to the store. Where only reports have come, only
// those are read.
func (s *shelf) refresh(ctx context.Context) error {
	mark, err := s.store.Mark(ctx)
	if err != nil {
		return err
	}
	if err := s.refreshPlaces(ctx); err != nil {
		return err
	}
	version := versionOf(mark, s.release, s.places)
	var a *atlas.Atlas
	if s.current != nil && s.of.GrewTo(mark) {
		var in atlas.Input
		if in, err = newsSince(ctx, s.store, s.of); err == nil {
			in.Version = version
			a, err = s.current.With(in)
		}
	} else {
		a, err = loadAtlas(ctx, s.store, version, nil)
	}
	if err != nil {
		return err
	}
	s.current, s.of, s.views = a, mark, nil
	return nil
}

// seen is the current atlas from a view.
func (s *shelf) seen(v atlas.View) *atlas.Atlas {
	a := s.current.As(v)
	if a == s.current {
		return a
	}
	if i := slices.IndexFunc(s.views, func(o *atlas.Atlas) bool { return o.Version() == a.Version() }); i >= 0 {
		return s.views[i]
	}
	if s.views = append(s.views, a); len(s.views) > keptViews {
		s.views = s.views[1:]
	}
	return a
}

// refreshPlaces loads the places anew if they have changed: reports come far
// more often than imports and decisions.
func (s *shelf) refreshPlaces(ctx context.Context) error {
	version, err := s.store.PlacesVersion(ctx)
	if err != nil || s.places != nil && s.placesOf == version {
		return err
	}
	places, err := placesIn(ctx, s.store)
	if err != nil {
		return err
	}
	places.Search("a", 1) // makes the index now, not when the first visitor types
	s.places, s.placesOf = places, version
	return nil
}

// Report is all that one report says, with its text.
func (s *shelf) Report(ctx context.Context, id string) (timeline.Reading, error) {
	return s.store.Report(ctx, id)
}

// Matches are the reports in which all parts of a query are found, best first.
func (s *shelf) Matches(ctx context.Context, q fulltext.Query) ([]fulltext.Match, error) {
	return s.store.Matches(ctx, q)
}

// Snippets are the pieces of reports in which most of a query is found.
func (s *shelf) Snippets(ctx context.Context, q fulltext.Query, reports []string) (map[string]fulltext.Snippet, error) {
	return s.store.Snippets(ctx, q, reports)
}

// Watch is the saved query of an id.
func (s *shelf) Watch(ctx context.Context, id string) (watch.Watch, error) {
	return s.store.Watch(ctx, id)
}

// loadAtlas makes an atlas of a store: of all of it, or of what claims say of
// places of these ids.
func loadAtlas(ctx context.Context, store *sqlite.Store, version string, places []string) (*atlas.Atlas, error) {
	var in atlas.Input
	err := store.Frozen(ctx, func(ctx context.Context) (err error) {
		in, err = atlasInput(ctx, store, places)
		return err
	})
	if err != nil {
		return nil, err
	}
	in.Version = version
	return atlas.New(in)
}

// atlasInput is what an atlas of a store is made of, but for its version.
func atlasInput(ctx context.Context, store *sqlite.Store, places []string) (in atlas.Input, err error) {
	if in.Data, err = store.Version(ctx); err != nil {
		return in, err
	}
	if in.Outline, err = shippedOutline(); err != nil {
		return in, err
	}
	if in.Actors, err = shippedActors(); err != nil {
		return in, err
	}
	if in.Entries, err = store.Entries(ctx, places); err != nil {
		return in, err
	}
	var reports []string
	if places != nil {
		reports = []string{}
		for _, e := range in.Entries {
			reports = append(reports, e.Report)
		}
	}
	if in.Reports, err = store.Filings(ctx, reports); err != nil {
		return in, err
	}
	if places == nil {
		if in.Drawings, err = store.Drawings(ctx); err != nil {
			return in, err
		}
	}
	if in.Places, err = store.Places(ctx); err != nil {
		return in, err
	}
	if in.Retractions, err = store.Retractions(ctx); err != nil {
		return in, err
	}
	if in.Sources, err = store.Listings(ctx); err != nil {
		return in, err
	}
	in.Journal, err = store.Journal(ctx)
	return in, err
}

// newsSince are the reports, claims, drawn maps and places that came since a mark.
func newsSince(ctx context.Context, store *sqlite.Store, m sqlite.Mark) (in atlas.Input, err error) {
	if in.Data, err = store.Version(ctx); err != nil {
		return in, err
	}
	if in.Entries, err = store.EntriesSince(ctx, m.Report); err != nil {
		return in, err
	}
	if in.Reports, err = store.FilingsSince(ctx, m.Report); err != nil {
		return in, err
	}
	if in.Drawings, err = store.DrawingsSince(ctx, m.Report); err != nil {
		return in, err
	}
	in.Places, err = store.PlacesSince(ctx, m.Report)
	return in, err
}

// law is how claims become holdings: by the actors and the sources that ship
// with the program.
func law() (sqlite.Law, error) {
	actors, err := shippedActors()
	if err != nil {
		return sqlite.Law{}, err
	}
	sources, err := shippedSources(actors)
	return sqlite.Law{Actors: actors, Sources: sources}, err
}

// readStore opens the database of --db for reading.
func readStore(ctx context.Context, db string) (*sqlite.Store, error) {
	l, err := law()
	if err != nil {
		return nil, err
	}
	store, err := sqlite.OpenReadOnly(ctx, db, l)
	if err != nil {
		return nil, fmt.Errorf("--db: %w", err)
	}
	return store, nil
}

// writeStore opens the database of --db for writing, and makes it if it is not
// there. status is told where one of an older schema is kept as it was.
func writeStore(ctx context.Context, db string, status io.Writer) (*sqlite.Store, error) {
	l, err := law()
	if err != nil {
		return nil, err
	}
	store, err := sqlite.Open(ctx, db, sqlite.Options{Law: l, Kept: func(path string, schema int64) {
		fmt.Fprintf(status, "%s is of an earlier version (schema %d): kept as it was in %s, and brought up to date\n", db, schema, path)
	}})
	if err != nil {
		return nil, fmt.Errorf("--db: %w", err)
	}
	return store, nil
}
