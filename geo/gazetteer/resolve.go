package gazetteer

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/geo/arabic"
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
	latin := isLatin(h.Surface)
	key := LatinKey
	if !latin {
		key = arabic.Key
	}
	surface := key(h.Surface)
	for i, e := range entries {
		score, why := rate(e, h)
		if other := e.key; h.Surface != "" && h.Surface != e.NameAr && h.Surface != e.NameEn {
			if latin {
				other = LatinKey(e.NameEn)
			}
			if surface != other {
				score -= 0.04
				why = append(why, "by an alternate spelling of "+e.NameAr)
			}
		}
		ranked[i] = geo.Ranked{Place: e.Place, Score: score, Reason: reason(len(entries), why)}
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

func reason(n int, why []string) string {
	s := "only entry of this name"
	if n > 1 {
		s = strconv.Itoa(n) + " entries of this name"
	}
	for _, w := range why {
		s += "; " + w
	}
	return s
}

// prominence is how likely a bare name means this kind of place.
var prominence = map[string]float64{"city": 0.2, "governorate": 0.12, "town": 0.12, "oasis": 0.08, "mountain": 0.06,
	"district": 0.02, "neighbourhood": -0.08, "river": 0.1, "region": 0.04, "airbase": 0.05}

func rate(e *Entry, h Hints) (float64, []string) {
	score, why := 0.55+prominence[e.Kind], []string(nil)
	if h.Kinds != nil {
		if slices.Contains(h.Kinds, e.Kind) {
			score += 0.2
			why = append(why, "it is "+aKind(e.Kind)+", as the text says")
		} else {
			score -= 0.15
			why = append(why, "the text calls it "+aKind(h.Kinds[0])+", this is "+aKind(e.Kind))
		}
	}
	if i := slices.Index(h.Admin1, e.Admin1); i >= 0 {
		score += 0.2 / float64(i+1)
		why = append(why, e.Admin1+" is named nearby")
	} else if len(h.Admin1) > 0 {
		score -= 0.1
	}
	if share, km := nearest(e.At, h.Near); share > 0 {
		score += 0.35 * share
		why = append(why, strconv.Itoa(int(math.Round(km)))+" km from another place named with it")
	}
	if h.Surface != "" && (h.Surface == e.NameAr || h.Surface == e.NameEn) {
		score += 0.06
	}
	return score, why
}

// isLatin says whether a name begins with a Latin letter.
func isLatin(name string) bool {
	for _, r := range name {
		if unicode.IsLetter(r) {
			return unicode.Is(unicode.Latin, r)
		}
	}
	return false
}

// hundredths rounds a score to two places.
func hundredths(score float64) float64 { return math.Round(score*100) / 100 }

// aKind is a kind in words: "an oil field".
func aKind(kind string) string {
	words := strings.ReplaceAll(kind, "_", " ")
	if strings.ContainsAny(words[:min(1, len(words))], "aeiou") {
		return "an " + words
	}
	return "a " + words
}

// nearest is how much the neighbours speak for a place at p, 0…1, and how far
// the one that speaks most is.
func nearest(p orb.Point, neighbours []Neighbour) (share, km float64) {
	for _, n := range neighbours {
		d := geo.DistanceKm(p, n.At)
		if v := n.Weight * (1 - d/nearKm); d > 0 && v > share {
			share, km = v, d
		}
	}
	return share, km
}
