package main

import (
	"context"
	"sync"

	"frontline/geo/gazetteer"
	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/sqlite"
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
	of       string // version of the store that current was made from
	places   *gazetteer.Gazetteer
	placesOf int64 // version of the store's places that places were made from
}

// Atlas is the atlas of what is stored now, and the places of its gazetteer.
func (s *shelf) Atlas(ctx context.Context) (*atlas.Atlas, web.Places, error) {
	version, err := s.store.Version(ctx)
	if err != nil {
		return nil, nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.current != nil && s.of == version {
		return s.current, names{s.places}, nil
	}
	if err := s.refreshPlaces(ctx); err != nil {
		return nil, nil, err
	}
	a, err := loadAtlas(ctx, s.store, version+"-"+s.release+"-"+s.places.Version(), 0)
	if err != nil {
		return nil, nil, err
	}
	s.current, s.of = a, version
	return a, names{s.places}, nil
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

// loadAtlas makes an atlas of a store as it was known on a day; zero is now.
func loadAtlas(ctx context.Context, store *sqlite.Store, version string, knownOn timeline.Day) (*atlas.Atlas, error) {
	outline, err := shippedOutline()
	if err != nil {
		return nil, err
	}
	in := atlas.Input{Version: version, Outline: outline}
	if in.Claims, err = store.Claims(ctx, knownOn); err != nil {
		return nil, err
	}
	if in.Places, err = store.Places(ctx); err != nil {
		return nil, err
	}
	if in.Reports, err = store.Reports(ctx, knownOn); err != nil {
		return nil, err
	}
	return atlas.New(in)
}
