package gazetteer

// shape is which words of a name are typed.
type shape uint8

const (
	whole     shape = iota // all, in order
	reordered              // all, in another order
	begins                 // the first ones; the last of them can be begun
	within                 // some
)

// how a query meets a name: by which of its words, and the one of them that
// looks least like what is typed.
type how struct {
	shape  shape
	manner manner
	edits  uint8 // letters, where words are mistyped
	unmet  uint8 // words that are typed and not met
	ground uint8 // that there is to guess by
	early  bool  // a word before the last one typed is only begun
}

// What a shape is worth where all that is typed meets letter by letter.
func (s shape) worth() float64 {
	switch s {
	case whole:
		return 0.95
	case reordered:
		return 0.87
	case begins:
		return 0.75
	}
	return 0.55
}

// mostWords is how many words a name is typed with, at most, and mostMistyped
// how many where there are errors in them: to look for these takes time.
const (
	mostWords    = 16
	mostMistyped = 4
)

// mostUnmet is how much of what is typed, by letters, can be left unmet.
const mostUnmet = 0.5

// fit says how well, 0…1, and how the terms meet the words of a name, each a
// word of its own; 0 where they do not. Of loose ones some can be left unmet.
func (x *index) fit(terms []*term, name int, loose bool) (score float64, h how) {
	words := x.spelled.at(name)
	if len(words) < len(terms) && !loose {
		return 0, how{}
	}
	var (
		taken                uint64 // words of the name that have their term, by bits
		cost, letters, unmet float64
		last                 = -1
		ordered, complete    = true, true // no word is only begun
	)
	for i, t := range terms {
		letters += t.letters
		at, m := closest(t, words, taken, last)
		if at < 0 {
			if !loose {
				return 0, how{}
			}
			h.unmet, unmet = h.unmet+1, unmet+t.letters
			continue
		}
		taken |= 1 << at
		ordered = ordered && at > last
		last = at
		cost += m.cost * t.letters
		if m.manner == begun || m.manner == otherBegun {
			complete, h.early = false, h.early || i < len(terms)-1
		}
		h.ground = min(h.ground+t.ground, guessWithinFrom)
		h.manner, h.edits = max(h.manner, m.manner), h.edits+m.edits
	}
	if unmet > mostUnmet*letters {
		return 0, how{}
	}
	h.shape = shapeOf(taken, len(words), ordered)
	score = h.shape.worth() * (1 - (cost+unmet)/letters)
	if h.shape == whole && !complete {
		h.shape = begins
	}
	return score, h
}

// cheapest is what the terms cost at least, as a share of what is typed.
func cheapest(terms []*term) float64 {
	var cost, letters float64
	for _, t := range terms {
		cost, letters = cost+t.least*t.letters, letters+t.letters
	}
	return cost / letters
}

// closest is the word of a name that a term meets best among those that are
// free, at the least cost, the next one first; −1 where there is none.
func closest(t *term, words []uint32, taken uint64, last int) (at int, best meeting) {
	at = -1
	for k := range min(len(words), 64) {
		i := (last + 1 + k) % min(len(words), 64)
		if taken&(1<<i) != 0 {
			continue
		}
		if m, ok := t.meets(int(words[i])); ok && (at < 0 || t.better(m, best)) {
			at, best = i, m
		}
	}
	return at, best
}

// better says whether one meeting is to be preferred to another: what is met letter
// by letter to a guess, then what costs less.
func (t *term) better(m, than meeting) bool {
	if literal := m.manner.literal(); !t.strict && literal != than.manner.literal() {
		return literal
	}
	return m.cost < than.cost
}

func shapeOf(taken uint64, words int, ordered bool) shape {
	first := taken&(taken+1) == 0 // no gap below the last one taken
	switch all := first && taken>>(min(words, 64)-1) == 1; {
	case all && ordered:
		return whole
	case all:
		return reordered
	case first && ordered:
		return begins
	}
	return within
}
