package export

import (
	"iter"

	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/front"

	"github.com/paulmach/orb/geojson"
)

// Gaps are the gaps that are asked for, as lines, each on the day asked about, with
// the distances that reports state beside the one on the map. After an error
// nothing follows.
func Gaps(a *atlas.Atlas, q atlas.GapQuestion) iter.Seq2[*geojson.Feature, error] {
	gaps, err := a.Gaps(q)
	if err != nil {
		return failed(err)
	}
	return func(yield func(*geojson.Feature, error) bool) {
		for _, g := range gaps {
			if !yield(feature(g.Line, timeline.Span{From: q.Day, To: q.Day + 1}, gapProperties(a, g)), nil) {
				return
			}
		}
	}
}

func gapProperties(a *atlas.Atlas, g atlas.Gap) geojson.Properties {
	places := make([]timeline.PlaceView, len(g.Places))
	for i, p := range g.Places {
		places[i] = timeline.PlaceJSON(p)
	}
	stated := make([]geojson.Properties, len(g.Stated))
	for i, e := range g.Stated {
		stated[i] = geojson.Properties{"claim": e.Claim.ID, "kind": e.Claim.Kind, "day": a.DayOf(e.Claim), "km": e.Claim.DistanceKm,
			"measured_km": orNull(e.Claim.MeasuredKm), "measured_between": append([]string{}, e.Claim.MeasuredBetween...)}
		cite(stated[i], e)
	}
	p := geojson.Properties{"between": g.Between, "km": thousandths(g.Km), "places": places, "stated": stated}
	switch {
	case g.Parts != nil:
		p["parts"] = []geojson.Properties{part(g.Parts[0]), part(g.Parts[1])}
	case g.Front != nil:
		p["front"] = geojson.Properties{"places": g.Front.Places, "ground": []geojson.Properties{state(g.Front.States[0]), state(g.Front.States[1])}}
	}
	return p
}

func part(p front.Part) geojson.Properties {
	return geojson.Properties{"side": p.Side, "km2": thousandths(p.Km2), "places": p.Places, "border": border(p.Border)}
}
