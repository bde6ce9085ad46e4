package gazetteer

import (
	"unicode/utf8"

	"frontline/geo/vocabulary"
)

// manner is how a word that is typed meets a word of a name; the later, the
// less it looks like it.
type manner uint8

const (
	same manner = iota
	begun
	otherBegun // in the other script
	respelt    // another spelling, of the same skeleton
	translated
	mistyped // letters added, left out, changed or swapped
	alike    // another spelling, of nearly the same skeleton
)

// meeting is how, and at what cost, 0…1, a word that is typed meets a word of a
// name.
type meeting struct {
	cost   float64
	manner manner
	edits  uint8 // letters, where it is mistyped
}

// term is a word that is typed, and the words of names that it meets.
type term struct {
	letters  float64 // how many
	ground   uint8   // that it gives a guess
	strict   bool    // that it begins a word says nothing
	from, to int     // the words that begin with it
	exact    int     // the word that it is; −1 for none
	others   map[int]meeting
	meant    []uint64 // the words in others, by bits: most words are not
	least    float64  // cost of the word that it meets best
	borne    int      // names that have one of these words
}

const (
	begunCost   = 0.21 // so that a name of one word, begun, is worth what begins is
	meantCost   = 0.05 // of another word for a noun
	respeltCost = 0.04 // and how much the spellings differ
	worstCost   = 0.4  // what costs more does not meet
	// mistypedFrom and twiceFrom are the letters from which on a word can have
	// one typing error, or two; alikeFrom is the classes of a skeleton from
	// which on it can have another one.
	mistypedFrom = 4 // in Arabic script, which leaves vowels out, one less
	twiceFrom    = 7
	alikeFrom    = 4
	beginFrom    = 3 // classes of a skeleton that say enough to begin a word in the other script
)

// term is the term of a folded word; with errors, of one that can be mistyped.
func (x *index) term(word string, errors bool) *term {
	t := &term{letters: float64(utf8.RuneCountInString(word)), exact: -1, others: map[int]meeting{}, meant: make([]uint64, x.words.Len()/64+1)}
	t.from, t.to = x.words.Begin(word)
	if i, ok := x.words.Find(word); ok {
		t.exact = i
	}
	if errors && !digit(word[0]) {
		t.addMistyped(x, word)
	}
	t.addTranslated(x, word)
	skeleton, sounds := skeletonOf(word, false), soundsOf(word)
	respell := func(skeleton int, how manner) {
		for _, w := range x.bySkeleton.at(skeleton) {
			if d := respelling(sounds, soundsOf(x.words.Word(int(w)))); d < worstCost {
				t.add(int(w), meeting{d, how, 0})
			}
		}
	}
	t.ground = ground(skeleton, sounds)
	if i, ok := x.wordSkeletons.Find(skeleton); ok {
		respell(i, respelt)
	}
	if len(skeleton) >= alikeFrom {
		for _, h := range x.wordSkeletons.Near(skeleton, 1, false) {
			respell(h.Word, alike)
		}
	}
	if len(skeleton) >= beginFrom {
		t.addBegun(x, skeleton, isLatin(word))
	}
	if t.least = begunCost; t.exact >= 0 {
		t.least = 0
	}
	for _, m := range t.others {
		t.least = min(t.least, m.cost)
	}
	t.bearers(x, func(names []uint32) { t.borne += len(names) })
	return t
}

// addMistyped adds the words that differ by typing errors. Where there are two,
// the first letter is right.
func (t *term) addMistyped(x *index, word string) {
	add := func(hits []vocabulary.Hit) {
		for _, h := range hits {
			t.add(h.Word, meeting{mistypedCost(h.Edits, t.letters), mistyped, uint8(h.Edits)})
		}
	}
	if t.letters >= twiceFrom {
		add(x.words.Near(word, 2, true))
	}
	if t.letters >= mistypedFrom || t.letters == mistypedFrom-1 && word[0] >= utf8.RuneSelf {
		add(x.words.Near(word, 1, false))
	}
}

// addTranslated adds the other words for a noun.
func (t *term) addTranslated(x *index, word string) {
	for _, w := range x.nouns[word].words {
		if i, ok := x.words.Find(w); ok && w != word {
			t.add(i, meeting{meantCost, translated, 0})
		}
	}
}

// addBegun adds the words of the other script that begin with the skeleton.
func (t *term) addBegun(x *index, skeleton string, latin bool) {
	from, to := x.wordSkeletons.Begin(skeleton)
	for _, w := range x.bySkeleton.span(from, to) {
		if isLatin(x.words.Word(int(w))) != latin {
			t.add(int(w), meeting{begunCost + respeltCost, otherBegun, 0})
		}
	}
}

func (t *term) add(word int, m meeting) {
	if was, there := t.others[word]; !there || m.cost < was.cost {
		t.others[word] = m
		t.meant[word/64] |= 1 << (word % 64)
	}
}

// meets says how the term meets a word of a name. What begins it letter by letter
// is no other spelling of it, but where names are taken as a whole.
func (t *term) meets(word int) (m meeting, ok bool) {
	if word == t.exact {
		return meeting{}, true
	}
	if t.meant[word/64]&(1<<(word%64)) != 0 {
		m, ok = t.others[word]
	}
	if word >= t.from && word < t.to && (!ok || !t.strict || m.cost > begunCost) {
		return meeting{begunCost, begun, 0}, true
	}
	return m, ok
}

// bearers calls yield with the names that have a word which the term meets,
// some of them more than once.
func (t *term) bearers(x *index, yield func(names []uint32)) {
	yield(x.bearers.span(t.from, t.to))
	for w := range t.others {
		if w < t.from || w >= t.to {
			yield(x.bearers.at(w))
		}
	}
}

// fullBearers is bearers of words that are more than begun.
func (t *term) fullBearers(x *index, yield func(names []uint32)) {
	if t.exact >= 0 {
		yield(x.bearers.at(t.exact))
	}
	for w, m := range t.others {
		if m.manner != otherBegun && w != t.exact {
			yield(x.bearers.at(w))
		}
	}
}

func mistypedCost(edits int, letters float64) float64 { return 0.06 + 0.9*float64(edits)/letters }

func respelling(a, b []byte) float64 { return respeltCost + 1.2*unlike(a, b) }
