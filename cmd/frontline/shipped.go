package main

import (
	"fmt"
	"io/fs"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"

	"frontline/data"
	"frontline/geo/gazetteer"
	"frontline/timeline"
	"frontline/timeline/extract"
)

// shippedGazetteer is the gazetteer inside the binary.
func shippedGazetteer() (*gazetteer.Gazetteer, error) {
	f, err := data.FS().Open("gazetteer/places.tsv")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return gazetteer.Load(f)
}

// shippedActors are the actors inside the binary.
func shippedActors() ([]timeline.ActorInfo, error) {
	f, err := data.FS().Open("actors.tsv")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return timeline.LoadActors(f)
}

// shippedReader is the reader of reports with the shipped words and places.
func shippedReader(places *gazetteer.Gazetteer) (*extract.Reader, error) {
	actors, err := shippedActors()
	if err != nil {
		return nil, err
	}
	words, err := fs.Sub(data.FS(), "words")
	if err != nil {
		return nil, err
	}
	return extract.New(words, places, actors)
}

// shippedOutline is the outline of the country inside the binary.
func shippedOutline() (orb.MultiPolygon, error) {
	raw, err := fs.ReadFile(data.FS(), "boundary/outline.geojson")
	if err != nil {
		return nil, err
	}
	features, err := geojson.UnmarshalFeatureCollection(raw)
	if err != nil {
		return nil, fmt.Errorf("outline: %w", err)
	}
	var out orb.MultiPolygon
	for _, f := range features.Features {
		switch g := f.Geometry.(type) {
		case orb.Polygon:
			out = append(out, g)
		case orb.MultiPolygon:
			out = append(out, g...)
		default:
			return nil, fmt.Errorf("outline: a %s: want polygons", g.GeoJSONType())
		}
	}
	return out, nil
}
