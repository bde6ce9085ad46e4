package export

import (
	"fmt"
	"iter"

	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/front"

	"github.com/paulmach/orb/geojson"
)

// Difference is the ground that passed from one state to another between two
// days, as two features each: the ground itself (part
// "ground"), and the band in which its border lies (part "band"). start and end
// are the two days.
func Difference(a *atlas.Atlas, from, to timeline.Day, f atlas.Filter) iter.Seq2[*geojson.Feature, error] {
	changes, err := a.Difference(from, to, f)
	if err != nil {
		return failed(err)
	}
	return func(yield func(*geojson.Feature, error) bool) {
		span := timeline.Span{From: from, To: to}
		for i, c := range changes {
			band, err := c.BandShape()
			if err != nil {
				yield(nil, fmt.Errorf("difference %s: %w", c.Places, err))
				return
			}
			ground := feature(c.Shape, span, passage(c, "ground"))
			ground.ID = fmt.Sprintf("ground-%d", i+1)
			ground.Properties["changes"] = c.Because
			around := feature(band, span, passage(c, "band"))
			around.ID = fmt.Sprintf("band-%d", i+1)
			if !yield(ground, nil) || !yield(around, nil) {
				return
			}
		}
	}
}

func passage(c atlas.GroundChange, part string) geojson.Properties {
	return geojson.Properties{
		"part":         part,
		"from":         orNull(c.From.Holder),
		"from_parties": parties(c.From),
		"to":           orNull(c.To.Holder),
		"to_parties":   parties(c.To),
		"km2":          thousandths(c.Km2),
		"km2_least":    thousandths(c.LeastKm2),
		"km2_most":     thousandths(c.MostKm2),
		"places":       c.Places,
	}
}

// parties are those that contest ground; never nil.
func parties(s front.State) []timeline.Actor { return append([]timeline.Actor{}, s.Parties...) }
