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
	Surface string       // the name as written; exact spelling counts
	Kinds   []string     // kinds that fit the class noun before it; nil if none
	Admin1  []string     // governorates named nearby, nearest first
	In      string       // governorate that whoever asks says the place lies in; "" if none
	Near    []Neighbour  // places named nearby
	Unknown float64      // share, 0…1, of the other names of the text that no entry bears
	Front   *Front       // nil where nothing is known of it
	Respelt []Respelling // where no entry bears the name: the entries again, with the names it respells; else nil
}

// Front is where the forces were that a text says took a place, lost or had it.
type Front struct {
	Forces string                                      // in words
	Km     func(at orb.Point) (km float64, known bool) // how far from a point all of them were
}

// Neighbour is a place that a text names near another.
type Neighbour struct {
	At     orb.Point
	Weight float64 // 0…1: how close it stands in the text, times how sure it is
}

const (
	// Surely is the least score at which a name is put on the ground. Of the
	// names of the practice texts that reach it, 98 in 100 lie within 10 km.
	Surely = 0.5
	// sameSpotKm: entries closer to each other than this are one answer.
	sameSpotKm = 8
)

// Resolve ranks the entries of a name, best first, with the reasons in words.
// The score of an entry is the probability, 0…1, that the name means it; what
// all of them lack to 1 is that it means a place that is not among them. Those
// on one spot speak for the best of them. It declines (ok false) where no
// score reaches Surely: the ranking is returned all the same.
func (w Weights) Resolve(entries []*Entry, h Hints) (ranked []geo.Ranked, ok bool) {
	return Rank(entries, w.Score(make([]float64, 0, len(entries)), entries, h), h)
}

// Rank is Resolve where the scores of the entries, in their order, are known
// already.
func Rank(entries []*Entry, scores []float64, h Hints) (ranked []geo.Ranked, ok bool) {
	if len(entries) == 0 {
		return nil, false
	}
	ranked = make([]geo.Ranked, len(entries))
	spelled := spelling{surface: h.Surface}
	var buf [256]byte
	for i, e := range entries {
		why := counted(buf[:0], len(entries))
		if h.Respelt != nil {
			why = append(append(buf[:0], "another transliteration of "...), h.Respelt[i].Name...)
		}
		why = reasons(why, e, h, &spelled)
		ranked[i] = geo.Ranked{Place: e.Place, Score: scores[i], Reason: string(why)}
	}
	slices.SortStableFunc(ranked, func(a, b geo.Ranked) int { return cmp.Compare(b.Score, a.Score) })
	for i := range ranked[1:] {
		if o := &ranked[i+1]; geo.DistanceKm(ranked[0].Place.At, o.Place.At) <= sameSpotKm {
			ranked[0].Score += o.Score
		}
	}
	ok = ranked[0].Score >= Surely // before rounding: of two that are as likely, neither is meant
	for i := range ranked {
		ranked[i].Score = hundredths(ranked[i].Score)
	}
	return ranked, ok
}

// hundredths rounds a score to two places.
func hundredths(score float64) float64 { return math.Round(score*100) / 100 }
