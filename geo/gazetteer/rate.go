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

// prominence is how likely a bare name means this kind of place.
var prominence = map[string]float64{"city": 0.2, "governorate": 0.12, "town": 0.12, "oasis": 0.08, "mountain": 0.06,
	"district": 0.02, "neighbourhood": -0.08, "river": 0.1, "region": 0.04, "airbase": 0.05}

// rate says how well an entry fits the hints; the reasons go behind why.
func rate(e *Entry, h Hints, why []byte) (float64, []byte) {
	score := e.prior
	if h.Kinds != nil {
		if slices.Contains(h.Kinds, e.Kind) {
			score += 0.2
			why = append(aKind(append(why, "; it is "...), e.Kind), ", as the text says"...)
		} else {
			score -= 0.15
			why = aKind(append(why, "; the text calls it "...), h.Kinds[0])
			why = aKind(append(why, ", this is "...), e.Kind)
		}
	}
	if i := slices.Index(h.Admin1, e.Admin1); i >= 0 {
		score += 0.2 / float64(i+1)
		why = append(append(append(why, "; "...), e.Admin1...), " is named nearby"...)
	} else if len(h.Admin1) > 0 {
		score -= 0.1
	}
	if share, km := nearest(e.At, h.Near); share > 0 {
		score += 0.35 * share
		why = strconv.AppendInt(append(why, "; "...), int64(math.Round(km)), 10)
		why = append(why, " km from another place named with it"...)
	}
	if h.Surface != "" && (h.Surface == e.NameAr || h.Surface == e.NameEn) {
		score += 0.06
	}
	return score, why
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

// nearest is how much the neighbours speak for a place at p, 0…1, and how far
// the one that speaks most is.
func nearest(p orb.Point, neighbours []Neighbour) (share, km float64) {
	for _, n := range neighbours {
		if n.Weight*(1-math.Abs(p.Lat()-n.At.Lat())*degreeKm/nearKm) <= share {
			continue // it would say no more, were it right to the north or south
		}
		d := geo.DistanceKm(p, n.At)
		if v := n.Weight * (1 - d/nearKm); d > 0 && v > share {
			share, km = v, d
		}
	}
	return share, km
}
