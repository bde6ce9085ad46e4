package gazetteer

import (
	"cmp"
	"math"
	"slices"

	"github.com/paulmach/orb"

	"frontline/geo"
)

// Hints is what the words around a name say about where it is.
type Hints struct {
	Surface string      // the name as written; exact spelling counts
	Kinds   []string    // kinds that fit the class noun before it; nil if none
	Admin1  []string    // governorates named nearby, nearest first
	Near    []Neighbour // surely placed names nearby
}

// Neighbour is a placed name near another one in a text.
type Neighbour struct {
	At     orb.Point
	Weight float64 // 0…1: how close it stands in the text
}

const (
	// declineMargin: two entries whose scores are closer than this, and which
	// lie further apart than sameSpotKm, are not told apart.
	declineMargin = 0.08
	sameSpotKm    = 8
	nearKm        = 60
	degreeKm      = 111 // of latitude, rather less than more
	minScore      = 0.3
)

// Resolve ranks the entries of a name, best first, with scores 0…1 and the
// reasons in words. It declines (ok false) when there is none, when the two
// best cannot be told apart, or when the best contradicts what was said; the
// ranking is returned all the same.
func Resolve(entries []*Entry, h Hints) (ranked []geo.Ranked, ok bool) {
	if len(entries) == 0 {
		return nil, false
	}
	ranked = make([]geo.Ranked, len(entries))
	spelled := spelling{surface: h.Surface}
	var buf [256]byte
	for i, e := range entries {
		score, why := rate(e, h, counted(buf[:0], len(entries)))
		if spelled.alternate(e) {
			score -= 0.04
			why = append(append(why, "; by an alternate spelling of "...), e.NameAr...)
		}
		ranked[i] = geo.Ranked{Place: e.Place, Score: score, Reason: string(why)}
	}
	slices.SortStableFunc(ranked, func(a, b geo.Ranked) int { return cmp.Compare(b.Score, a.Score) })
	best := ranked[0]
	ok = best.Score >= minScore
	for _, o := range ranked[1:] {
		if hundredths(best.Score-o.Score) < declineMargin && geo.DistanceKm(best.Place.At, o.Place.At) > sameSpotKm {
			ok = false
		}
	}
	for i := range ranked { // only now: two sure ones are not told apart at 1
		ranked[i].Score = hundredths(min(1, max(0, ranked[i].Score)))
	}
	return ranked, ok
}

// hundredths rounds a score to two places.
func hundredths(score float64) float64 { return math.Round(score*100) / 100 }
