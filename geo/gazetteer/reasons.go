package gazetteer

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/paulmach/orb"

	"frontline/geo"
)

// counted begins the reason of an entry: of how many it is one.
func counted(why []byte, n int) []byte {
	if n == 1 {
		return append(why, "only entry of this name"...)
	}
	return append(strconv.AppendInt(why, int64(n), 10), " entries of this name"...)
}

// reasons says behind why, in words, what speaks for an entry and against it.
func reasons(why []byte, e *Entry, h Hints, spelled *spelling) []byte {
	if h.Kinds != nil {
		if slices.Contains(h.Kinds, e.Kind) {
			why = append(aKind(append(why, "; it is "...), e.Kind), ", as the text says"...)
		} else {
			why = aKind(append(why, "; the text calls it "...), h.Kinds[0])
			why = aKind(append(why, ", this is "...), e.Kind)
		}
	}
	if slices.Contains(h.Admin1, e.Admin1) {
		why = append(append(append(why, "; "...), e.Admin1...), " is named nearby"...)
	}
	if km, found := nearest(e.At, h.Near); found && e.Kind != province {
		why = strconv.AppendInt(append(why, "; "...), int64(math.Round(km)), 10)
		why = append(why, " km from another place named with it"...)
	}
	if h.Front != nil {
		if km, known := h.Front.Km(e.At); known {
			why = strconv.AppendInt(append(why, "; "...), int64(math.Round(km)), 10)
			why = append(append(append(why, " km from the front of "...), h.Front.Forces...), " that day"...)
		}
	}
	if h.Respelt == nil && spelled.alternate(e) {
		why = append(append(why, "; by an alternate spelling of "...), e.NameAr...)
	}
	return why
}

// aKind adds a kind in words: "an oil field".
func aKind(why []byte, kind string) []byte {
	article := "a "
	if kind != "" && strings.IndexByte("aeiou", kind[0]) >= 0 {
		article = "an "
	}
	why = append(why, article...)
	for i := range len(kind) {
		if kind[i] == '_' {
			why = append(why, ' ')
		} else {
			why = append(why, kind[i])
		}
	}
	return why
}

// saysNear is how near a neighbour has to be, in km, for the reason to name it.
const saysNear = 60

// nearest is how far the neighbour is that speaks most for a place at p.
func nearest(p orb.Point, neighbours []Neighbour) (km float64, found bool) {
	most := 0.0
	for _, n := range neighbours {
		if math.Abs(p.Lat()-n.At.Lat())*degreeKm > saysNear {
			continue
		}
		if d := geo.DistanceKm(p, n.At); d > 0 && d < saysNear && n.Weight*math.Exp(-d/reachKm) > most {
			most, km, found = n.Weight*math.Exp(-d/reachKm), d, true
		}
	}
	return km, found
}
