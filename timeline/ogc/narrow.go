package ogc

import (
	"strings"

	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/export"
)

// narrowing says which features can be left unlooked at where a property has to have a
// value. It may let through too many, and never too few: the filter looks again.
var narrowing = map[export.Layer][]struct {
	field  string
	narrow func(f *atlas.Filter, text string)
}{
	export.Claims: {
		{"kind", func(f *atlas.Filter, s string) { f.Kinds = []timeline.Kind{timeline.Kind(s)} }},
		{"modality", func(f *atlas.Filter, s string) { f.Modalities = []timeline.Modality{timeline.Modality(s)} }},
		{"actor", byActor},
		{"place_id", byPlace},
		{"source_id", bySource},
	},
	export.Holdings: {
		{"id", func(f *atlas.Filter, s string) {
			if i := strings.LastIndex(s, "@"); i >= 0 { // of the place, and the day since when
				f.Place = s[:i]
			}
		}},
		{"holder", byActor},
		{"place", byPlace},
		{"admin1", byGovernorate},
		{"source_id", bySource},
	},
	export.Areas:  {{"id", byDayOfID}, {"holder", byActor}},
	export.Fronts: {{"id", byDayOfID}, {"a", byActor}, {"b", byActor}},
	export.Places: {{"id", byPlace}, {"admin1", byGovernorate}},
}

// byDayOfID asks for the day that ends the id of an area or a front but for a digest:
// the first on which it was so.
func byDayOfID(f *atlas.Filter, s string) {
	since, _, _ := strings.Cut(s[strings.LastIndex(s, "@")+1:], ".")
	day, err := timeline.ParseDay(since)
	if err == nil && f.Span == (timeline.Span{}) {
		f.Span = timeline.Span{From: day, To: day + 1}
	}
}

func byActor(f *atlas.Filter, s string)       { f.Actors = []timeline.Actor{timeline.Actor(s)} }
func byPlace(f *atlas.Filter, s string)       { f.Place = s }
func byGovernorate(f *atlas.Filter, s string) { f.Admin1 = s }
func bySource(f *atlas.Filter, s string)      { f.Sources = []string{s} }
