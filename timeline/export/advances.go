package export

import (
	"iter"

	"frontline/timeline"
	"frontline/timeline/atlas"

	"github.com/paulmach/orb/geojson"
)

// advances are the arrows of what is said of advances, each on its day.
func advances(a *atlas.Atlas, f atlas.Filter) iter.Seq2[*geojson.Feature, error] {
	return func(yield func(*geojson.Feature, error) bool) {
		for _, x := range a.Advances(f) {
			c := x.Because.Claim
			p := geojson.Properties{
				"actor":         x.Actor,
				"axis":          x.Axis,
				"km":            thousandths(x.Km),
				"from":          x.Start,
				"toward":        orNull(x.Toward),
				"distance_km":   orNull(c.DistanceKm),
				"distance_role": orNull(c.DistanceRole),
				"because":       because([]atlas.Evidence{x.Because}),
			}
			cite(p, x.Because)
			one := feature(x.Line, timeline.Span{From: x.Day, To: x.Day + 1}, p)
			one.ID = c.ID
			if !yield(one, nil) {
				return
			}
		}
	}
}
