package gazetteer

import (
	"cmp"
	"slices"
	"strings"

	"frontline/geo/vocabulary"
)

// index finds names by what people type.
type index struct {
	names    []name
	standing []uint32 // of entries: 0 for the one that a name means first

	words   *vocabulary.Vocabulary // folded words of names
	spelled lists                  // name → its words, in order
	bearers lists                  // word → names that have it

	wordSkeletons *vocabulary.Vocabulary
	bySkeleton    lists                  // skeleton of a word → words
	skeletons     *vocabulary.Vocabulary // of whole names
	sharing       lists                  // skeleton of a name → names

	units units
	nouns map[string]noun
	codes map[string]int32 // ids of other bodies, in lower case → entry
}

// name is one name of an entry.
type name struct {
	entry int32
	text  string // as the table has it
	key   string // folded words
}

func newIndex(entries []Entry) *index {
	x := &index{codes: map[string]int32{}, nouns: nounsByWord(), units: unitsOf(entries)}
	var words, ofWords, whole []string
	for i := range entries {
		x.addNames(&entries[i], int32(i))
		x.addCodes(entries, int32(i))
	}
	for _, n := range x.names {
		words = append(words, strings.Fields(n.key)...)
		whole = append(whole, skeletonOfKey(n.key))
	}
	x.words = vocabulary.New(words)
	for i := range x.words.Len() {
		ofWords = append(ofWords, skeletonOf(x.words.Word(i), false))
	}
	x.spelled = listed(len(x.names), func(i int, add func(to int)) {
		for w := range strings.FieldsSeq(x.names[i].key) {
			n, _ := x.words.Find(w)
			add(n)
		}
	})
	x.bearers = x.spelled.turned(x.words.Len())
	x.wordSkeletons, x.bySkeleton = grouped(ofWords)
	x.skeletons, x.sharing = grouped(whole)
	x.standing = standings(entries)
	return x
}

// addNames adds each name of an entry once, however it is spelt.
func (x *index) addNames(e *Entry, entry int32) {
	first := len(x.names)
	for _, list := range [][]string{{e.NameAr}, {e.NameEn}, e.AltAr, e.AltEn} {
		for _, text := range list {
			keys := []string{plainKey(text)}
			if isLatin(text) {
				keys = append(keys, LatinKey(text))
			}
			for _, key := range keys {
				known := func(n name) bool { return n.key == key }
				if key != "" && !slices.ContainsFunc(x.names[first:], known) {
					x.names = append(x.names, name{entry, text, key})
				}
			}
		}
	}
}

// addCodes adds what other bodies call an entry. Of entries that share a code it
// keeps the one of the lesser id.
func (x *index) addCodes(entries []Entry, entry int32) {
	e := &entries[entry]
	for _, code := range []string{e.PCode, e.GeoNames} {
		code = strings.ToLower(code)
		if of, taken := x.codes[code]; code != "" && (!taken || e.ID < entries[of].ID) {
			x.codes[code] = entry
		}
	}
}

// standings ranks the entries by kind, then population, then by how many names
// they have: of what is spoken of, more spellings are known. Then by id.
func standings(entries []Entry) []uint32 {
	order := make([]int, len(entries))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		p, q := &entries[a], &entries[b]
		return cmp.Or(cmp.Compare(prominence[q.Kind], prominence[p.Kind]), cmp.Compare(q.Population, p.Population),
			cmp.Compare(len(q.AltAr)+len(q.AltEn), len(p.AltAr)+len(p.AltEn)), cmp.Compare(p.ID, q.ID))
	})
	ranks := make([]uint32, len(entries))
	for rank, i := range order {
		ranks[i] = uint32(rank)
	}
	return ranks
}
