package gazetteer

import "unicode"

// Whoever types the letters of a name means that name, or one that begins so. So
// what is met letter by letter is worth the same however much of it is yet to be
// typed, and more than every guess at another spelling, however near.
const (
	literalBegins    = 0.85
	literalReordered = 0.82
	literalWithin    = 0.76
	completeness     = 0.02 // more, at most, the more of the name is typed
	guessed          = 0.72 // share of its worth that a guess keeps
)

// How many classes of consonants a guess must go by: so few are to be found in
// nearly every name.
const (
	guessWholeFrom  = 1 // where they are all that the name has
	guessBeginsFrom = 2
	guessWithinFrom = 3
)

// ground is how many classes of consonants what is typed gives a guess to go by, as
// far as that counts. One sound, however often it is typed, is none.
func ground(skeleton string, sounds []byte) uint8 {
	if len(sounds) < 2 {
		return 0
	}
	return uint8(min(len(skeleton), guessWithinFrom))
}

// literal says whether the letters are those of the name, as far as they go.
func (m manner) literal() bool { return m <= begun }

// graded is what a meeting is worth as an answer to what somebody types; 0 for a
// guess that goes by too little. What takes names as a whole knows no grades.
func (s *search) graded(score float64, h how) float64 {
	switch {
	case s.strict:
		return score
	case !h.manner.literal() || h.unmet > 0:
		if h.groundless() {
			return 0
		}
		return score * guessed
	case h.shape == whole:
		return score
	case h.shape == begins && !h.early:
		return literalBegins + score*completeness
	case h.shape == reordered && h.manner == same:
		return literalReordered
	}
	return literalWithin + score*completeness
}

// groundless says whether a guess goes by too few consonants. Another word for a
// noun is no guess at its letters.
func (h how) groundless() bool {
	from := uint8(guessWholeFrom)
	switch h.shape {
	case begins:
		from = guessBeginsFrom
	case within:
		from = guessWithinFrom
	}
	return !h.manner.literal() && h.manner != translated && h.ground < from
}

// most are more than the scores that names can have which the terms meet: of those
// with no more words than terms, and of the others.
func (s *search) most(terms []*term) (all, some float64) {
	met, exact, literal := 1-cheapest(terms), true, true
	for _, t := range terms {
		exact = exact && t.exact >= 0
		literal = literal && t.from < t.to
	}
	all, some = whole.worth()*met, begins.worth()*met
	switch {
	case s.strict:
	case exact:
		all, some = whole.worth(), literalBegins+some*completeness
	case literal:
		all, some = literalBegins+all*completeness, literalBegins+some*completeness
	default:
		all, some = all*guessed, some*guessed
	}
	return all + mostProminence, some + mostProminence
}

// coded says whether what is typed has as many signs such as < and = as letters.
func coded(typed string) bool {
	signs, letters := 0, 0
	for _, r := range typed {
		switch {
		case unicode.IsSymbol(r):
			signs++
		case unicode.IsLetter(r), unicode.IsDigit(r):
			letters++
		}
	}
	return signs > 0 && signs >= letters
}
