package main

import (
	"fmt"
	"io/fs"
	"os"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
	"github.com/spf13/cobra"

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

// shippedSources are the sources inside the binary.
func shippedSources(actors []timeline.ActorInfo) ([]timeline.Source, error) {
	f, err := data.FS().Open("sources.tsv")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return timeline.LoadSources(f, timeline.Sides(actors), nil)
}

// readerWith is the reader of reports with the shipped words and places. The
// lists in the folder lexicon, laid out as data/words, count over the shipped
// ones; "" for none.
func readerWith(places *gazetteer.Gazetteer, lexicon string) (*extract.Reader, error) {
	actors, err := shippedActors()
	if err != nil {
		return nil, err
	}
	words, err := fs.Sub(data.FS(), "words")
	if err != nil {
		return nil, err
	}
	folders := []fs.FS{words}
	if lexicon != "" {
		if info, err := os.Stat(lexicon); err != nil || !info.IsDir() {
			return nil, fmt.Errorf("--lexicon %s: want a folder with a folder a language (ar, en) of word lists", lexicon)
		}
		folders = []fs.FS{os.DirFS(lexicon), words}
	}
	return extract.New(folders, places, actors)
}

// lexiconFlag adds the flag that names a folder of the user's own word lists.
func lexiconFlag(c *cobra.Command, lexicon *string) {
	c.Flags().StringVar(lexicon, "lexicon", "", "folder `DIR` of own word lists, laid out as data/words; they count over the shipped ones")
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
