package export

import (
	"iter"
	"slices"

	"frontline/timeline"
	"frontline/timeline/atlas"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
)

// reports are the reports that count, the last published first, each on the day on
// which it was published; without their text.
func reports(a *atlas.Atlas, f atlas.Filter) iter.Seq2[*geojson.Feature, error] {
	return func(yield func(*geojson.Feature, error) bool) {
		for _, r := range a.Reports(f) {
			if !yield(reportFeature(a, r), nil) {
				return
			}
		}
	}
}

// reportFeature is a report on the points that its claims are put at, each once, in
// the order in which it speaks of them; with null geometry where there are none. Its
// places are those of them that are in the gazetteer.
func reportFeature(a *atlas.Atlas, r atlas.Told) *geojson.Feature {
	whole, _ := a.Report(r.ID)
	var at orb.MultiPoint
	ids := []string{}
	for _, c := range a.Said(r.ID) {
		if c.Place.Placed() && !slices.Contains(at, *c.Place.At) {
			at = append(at, *c.Place.At)
		}
		if c.Place.Listed() && !slices.Contains(ids, c.Place.ID) {
			ids = append(ids, c.Place.ID)
		}
	}
	var span timeline.Span
	if r.Published.Known() {
		span = timeline.Span{From: r.Published, To: r.Published + 1}
	}
	var g orb.Geometry
	if len(at) > 0 {
		g = at
	}
	f := feature(g, span, geojson.Properties{
		"title":           orNull(r.Title),
		"source":          orNull(r.Source.Source),
		"source_id":       r.SourceID,
		"side":            orNull(r.Side),
		"url":             orNull(r.URL),
		"language":        orNull(r.Language),
		"published":       r.Published,
		"published_basis": whole.PublishedBasis,
		"form":            orNull(whole.Form),
		"claims":          r.Claims,
		"places":          ids,
	})
	f.ID = r.ID
	return f
}
