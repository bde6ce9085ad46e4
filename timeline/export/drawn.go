package export

import (
	"iter"

	"github.com/paulmach/orb/geojson"
	"github.com/paulmach/orb/planar"

	"frontline/timeline/atlas"
)

// drawnAreas are the areas of the maps that a source drew, of those days of the
// span on which each is the latest. Beside what areas have, they say whose map it
// is, of which day, and of one day how many days old that is. A place lets those
// through in which it lies.
func drawnAreas(a *atlas.Atlas, o Options) iter.Seq2[*geojson.Feature, error] {
	series, err := a.Drawn(o.Map)
	if err != nil {
		return failed(err)
	}
	place, known := a.Place(o.Place)
	return func(yield func(*geojson.Feature, error) bool) {
		for _, m := range series.Maps() {
			if !m.Span.Overlaps(o.Span) {
				continue
			}
			areas, err := m.Areas(nil)
			if err != nil {
				yield(nil, err)
				return
			}
			for _, x := range areas {
				if !meets(o.Bound, x.Shape) || !amongParties(o.Actors, x) ||
					o.Place != "" && !(known && planar.MultiPolygonContains(x.Shape, place.At)) {
					continue
				}
				p := areaProperties(x)
				p["map"], p["drawn_on"], p["age_days"] = o.Map, m.Span.From, nil
				if o.Span.From.Known() && o.Span.To == o.Span.From+1 {
					p["age_days"] = int(o.Span.From - m.Span.From)
				}
				area := feature(x.Shape, m.Span, p)
				identify(area, whose(x.State)...)
				if !yield(area, nil) {
					return
				}
			}
		}
	}
}
