package export

import (
	"iter"

	"frontline/timeline"
	"frontline/timeline/atlas"

	"github.com/paulmach/orb/geojson"
)

// places are the places of the gazetteer that claims speak of. They have neither
// start nor end.
func places(a *atlas.Atlas, f atlas.Filter) iter.Seq2[*geojson.Feature, error] {
	return func(yield func(*geojson.Feature, error) bool) {
		for _, p := range a.Places(f) {
			one := feature(p.At, timeline.Span{}, geojson.Properties{
				"name_ar":   orNull(p.NameAr),
				"name_en":   orNull(p.NameEn),
				"kind":      orNull(p.Kind),
				"admin1":    orNull(p.Admin1),
				"admin2":    orNull(p.Admin2),
				"precision": orNull(p.Precision),
				"claims":    p.Claims,
			})
			one.ID = p.ID
			if !yield(one, nil) {
				return
			}
		}
	}
}
