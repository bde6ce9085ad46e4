package evaluate

import (
	"fmt"

	"frontline/geo"
)

// nearKm is how far a name may be put from where gold has it.
const nearKm = 10

// places judges the names that were found, and where they were put.
func (j *judge) places() {
	there := distinct(j.gold.Places, func(p Place) string { return key(p.Surface) })
	var said []mention
	for _, m := range j.reading.Places {
		if m.Surface != "" {
			said = append(said, mention{m})
		}
	}
	said = distinct(said, func(m mention) string { return key(m.Surface) })
	m := match(there, said, func(p Place, m mention) bool { return key(p.Surface) == key(m.Surface) })
	record(j, Places, m)
	found := map[string]mention{}
	for _, p := range m.pairs {
		found[p.gold.Surface] = p.read
	}
	for _, p := range there {
		if p.Approx == nil {
			continue
		}
		want, got := detail{fmt.Sprint(p.Approx), p}, found[p.Surface]
		if at := got.Place; at == nil {
			j.share(Within10, false, want)
		} else {
			right := geo.DistanceKm(p.at(), at.At) <= nearKm
			j.share(Within10, right, want, detail{fmt.Sprint([]float64{at.At.Lat(), at.At.Lon()}), got})
		}
	}
}
