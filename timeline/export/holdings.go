package export

import (
	"fmt"
	"iter"

	"frontline/timeline"
	"frontline/timeline/atlas"

	"github.com/paulmach/orb/geojson"
)

func holdings(a *atlas.Atlas, f atlas.Filter) iter.Seq2[*geojson.Feature, error] {
	return func(yield func(*geojson.Feature, error) bool) {
		oneDay := f.Span.From.Known() && f.Span.To == f.Span.From+1
		for _, h := range a.Holdings(f) {
			if !yield(holdingFeature(a, h, oneDay), nil) {
				return
			}
		}
	}
}

// holdingFeature is a place through the days on which it was held so. Because
// lists the evidence, newest first; the newest is cited in flat properties
// too, for programs that read no others. On one day the place is its id.
func holdingFeature(a *atlas.Atlas, h timeline.Holding, oneDay bool) *geojson.Feature {
	entry, _ := a.Place(h.Place)
	view := timeline.PlaceJSON(entry)
	since, basis := a.Since(h)
	span, confirmed := atlas.Known(h)
	evidence := a.Evidence(h.Because)
	p := geojson.Properties{
		"place":          h.Place,
		"name_ar":        view.NameAr,
		"name_en":        view.NameEn,
		"kind":           view.Kind,
		"admin1":         view.Admin1,
		"precision":      entry.Precision,
		"holder":         h.Holder,
		"contested":      h.Contested(),
		"others":         append([]timeline.Actor{}, h.Others...),
		"uncertain":      h.Uncertain,
		"inferred":       h.Basis == timeline.Inferred,
		"since":          since,
		"since_basis":    basis,
		"last_confirmed": confirmed,
		"confidence":     h.Confidence,
		"because":        because(evidence),
	}
	cite(p, evidence[0])
	f := feature(entry.At, span, p)
	f.ID = h.Place
	if !oneDay { // a place can come more than once
		f.ID = fmt.Sprintf("%s@%s", h.Place, h.From)
	}
	return f
}

func because(evidence []atlas.Evidence) []geojson.Properties {
	out := make([]geojson.Properties, len(evidence))
	for i, e := range evidence {
		out[i] = geojson.Properties{"claim": e.Claim.ID, "kind": e.Claim.Kind}
		cite(out[i], e)
	}
	return out
}
