package main

import (
	"fmt"
	"io/fs"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"

	"frontline/data"
	"frontline/timeline/picture"
)

// shippedSurroundings is the ground around the country inside the binary.
func shippedSurroundings() (out picture.Surroundings, err error) {
	raw, err := fs.ReadFile(data.FS(), "boundary/surroundings.geojson")
	if err != nil {
		return out, err
	}
	features, err := geojson.UnmarshalFeatureCollection(raw)
	if err != nil {
		return out, fmt.Errorf("surroundings: %w", err)
	}
	for i, f := range features.Features {
		if err := addPart(&out, f); err != nil {
			return out, fmt.Errorf("surroundings: feature %d: %w", i+1, err)
		}
	}
	return out, nil
}

// addPart adds what a feature's property "part" says it is.
func addPart(s *picture.Surroundings, f *geojson.Feature) error {
	part := f.Properties.MustString("part", "")
	switch g := f.Geometry.(type) {
	case orb.MultiPolygon:
		if into := map[string]*orb.MultiPolygon{"land": &s.Land, "lake": &s.Lakes}[part]; into != nil {
			*into = append(*into, g...)
			return nil
		}
	case orb.MultiLineString:
		if into := map[string]*orb.MultiLineString{"border": &s.Borders, "river": &s.Rivers}[part]; into != nil {
			*into = append(*into, g...)
			return nil
		}
	case orb.Point:
		name := picture.Name{NameAr: f.Properties.MustString("name_ar", ""), NameEn: f.Properties.MustString("name_en", ""), At: g, Sea: part == "sea"}
		switch part {
		case "home":
			s.Home = name
			return nil
		case "country", "sea":
			s.Names = append(s.Names, name)
			return nil
		}
	}
	return fmt.Errorf("part %q as a %s: want land or lake (MultiPolygon), border or river (MultiLineString), home, country or sea (Point)",
		part, f.Geometry.GeoJSONType())
}
