package export

import (
	"fmt"
	"iter"
	"slices"

	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/front"

	"github.com/paulmach/orb/geojson"
)

// cells is the ground nearest to each place on one day, where anything is known of
// it, and how well: reported or only concluded, by what day's words, and how far that
// is believed still.
func cells(a *atlas.Atlas, f atlas.Filter) iter.Seq2[*geojson.Feature, error] {
	if !f.Span.From.Known() || f.Span.To != f.Span.From+1 {
		return failed(fmt.Errorf("layer %s: want one day, for belief fades from day to day", Cells))
	}
	day := f.Span.From
	s, err := a.SituationIn(day, atlas.Filter{Admin1: f.Admin1, Within: f.Within})
	if err != nil {
		return failed(err)
	}
	return func(yield func(*geojson.Feature, error) bool) {
		for i, c := range s.Ground().Cells() {
			on := s.Cells[i]
			if len(c.Shape) == 0 || !on.Held() && !on.Contested() || !meets(f.Bound, c.Shape) || f.Place != "" && !slices.Contains(on.Places, f.Place) ||
				!among(f.Actors, append(slices.Clone(on.Parties), on.Holder)...) {
				continue
			}
			p := cellProperties(on, day)
			p["km2"] = thousandths(c.Km2)
			cell := feature(c.Shape, f.Span, p)
			cell.ID = c.Places[0].ID
			if !yield(cell, nil) {
				return
			}
		}
	}
}

func cellProperties(c front.Standing, day timeline.Day) geojson.Properties {
	p := geojson.Properties{
		"places":     c.Places,
		"holder":     orNull(c.Holder),
		"contested":  c.Contested(),
		"parties":    parties(c.State),
		"reported":   c.Reported,
		"said":       c.Said,
		"age_days":   nil,
		"confidence": thousandths(c.Confidence),
	}
	if c.Said.Known() {
		p["age_days"] = max(0, int(day-c.Said))
	}
	return p
}
