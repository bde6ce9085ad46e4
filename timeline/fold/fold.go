// Package fold turns what was claimed of a place into who held it, since when
// and because of which words.
//
// It is a pure function of the claims of one place, of who made them and of the
// rules below: the order in which reports arrived plays no part in it, and the
// same claims give the same history today and in ten years, as long as Version
// is the same.
//
// The rules, in the order in which they apply:
//
//  1. Asserted. Only asserted claims of control count: an attempt, a threat, a
//     denial, a rumour, fire control or a raid moves nobody's line.
//  2. Days. A claim counts on the day it speaks of. Background counts on its own
//     day, however late it is told. "Holds" without a day counts on the day its
//     report was published.
//  3. By then. A change of hands told without any day happened by the day its
//     report was published, or by the first day on which the same report gives
//     the place to another. Where another held the place before, the days since
//     that was last confirmed are uncertain: one of the two held it, and nobody
//     says which. One whose actor is known to have held it before is an earlier
//     turn told once more, and changes nothing; of several that one report tells
//     of, the last counts.
//  4. Once. A source that says a thing twice has said it once, and so have two
//     that use the same words, lines of tables apart. Of one side, one party's
//     place is not taken by another that only holds it.
//  5. In a day. What was so comes before who left, that before who came. Changes
//     on one day follow each other where one names the other's actor as the one
//     it took the place from, or where one source tells both. Where two sources
//     give a place to two parties, and neither took it from the other, or both
//     did, the one with twice the weight prevails, and the other is kept beside
//     it as what was said against it. Else the place is contested by both, or,
//     where both took it from the other, they follow each other.
//  6. Change. Taken, retaken or handed over: its actor holds the place from that
//     day. Lost or left by its holder, and no new one named: the one other party
//     that contests it holds it, or it is unknown.
//  7. Part. Part of a place taken, or held, makes it contested until one party is
//     said to have all of it. Where one clause says who has it and who has part of
//     it, the first holds it and the others contest it.
//  8. Interest. A party's own word for its own gain, its announcement or that of
//     a source on its side, does not take a place from another: it is contested
//     until a source that is not on that side says so too. Its word against its
//     own side counts in full.
//  9. Holds. "Holds" confirms the holder. Where none is known it makes one.
//     Against another holder it contests, until a second source says so too,
//     then it holds; or until another source says it of the holder; or for
//     DoubtDays, after which the holder is the holder again. It succeeds at once
//     where only turns without a day speak for the holder, and where the holder
//     was last confirmed more than StaleDays ago, or by the
//     same source, which speaks of its own map; then the days between are
//     uncertain as in 3. A newer map succeeds so for its maker's own side
//     too, and ends what it alone had contested or doubted. A holder that it shows
//     no more lost the place by its day; the days between are uncertain likewise.
//  10. Before. The earliest change of all makes the one it took the place from
//     the holder of the days before, for at most LookBackDays: inferred.
//  11. Age. A holding is believed as far as its sources are, together; it is
//     halved for every HalfLifeDays since it was last confirmed. The holder
//     stays the same: that nothing was said is no news.
package fold

import (
	"math"
	"slices"

	"frontline/timeline"
)

// Version names these rules: anything that can change a history changes it.
const Version = "3"

// The times and weights that the rules state.
const (
	DoubtDays    = 30  // that a lone "holds" contests a holder
	StaleDays    = 180 // after which a holder nobody confirmed gives way to "holds"
	LookBackDays = 365 // for which one named as the holder before is taken to have been it
	HalfLifeDays = 365 // in which belief in a holding halves

	prevails   = 2.0 // times the weight of the other that settles a conflict
	interested = 0.5 // weight of a party's word for itself, to that of its source
	concluded  = 0.8 // weight of a holder that is only named as the one before
)

// Testimony is a claim with who makes it, and when.
type Testimony struct {
	*timeline.Claim
	Published timeline.Day     // of its report; zero where unknown
	Source    *timeline.Source // of its report; not nil
}

// Rules are what the fold must know beside the claims.
type Rules struct {
	sides map[timeline.Actor]string
}

// New takes the sides from the actors. An actor that is not among them is on a
// side of its own.
func New(actors []timeline.ActorInfo) Rules {
	r := Rules{sides: make(map[timeline.Actor]string, len(actors))}
	for _, a := range actors {
		r.sides[a.ID] = a.Side
	}
	return r
}

// Side is the side of an actor: its own name where nobody says.
func (r Rules) Side(a timeline.Actor) string {
	if s, ok := r.sides[a]; ok {
		return s
	}
	return string(a)
}

// History is who held the place that all testimonies are about: holdings that
// follow each other without a gap, the last one open. None that asserts control
// of a known day gives an empty history. The claims are pointed to, not copied,
// and the testimonies stay as they are.
func (r Rules) History(testimonies []Testimony) timeline.History {
	f := folder{rules: r}
	rest := r.admit(testimonies)
	for len(rest) > 0 {
		n := 1
		for n < len(rest) && rest[n].day == rest[0].day {
			n++
		}
		f.day(rest[:n])
		rest = rest[n:]
	}
	f.lapse(0)
	for i := range f.out {
		slices.Reverse(f.out[i].Because)
		slices.Reverse(f.out[i].Against)
	}
	return f.out
}

// Aged is how far a holding is believed some days after it was last confirmed
// (rule 11); none before.
func Aged(confidence float64, days int) float64 {
	return confidence * math.Exp2(-float64(max(days, 0))/HalfLifeDays)
}
