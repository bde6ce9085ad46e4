package gazetteer

import (
	"slices"

	"frontline/geo/vocabulary"
)

// lists are lists of numbers, by number, without a header for each.
type lists struct {
	from  []uint32 // where the list of a number begins in items; one more for the end
	items []uint32
}

// at is the list of i, which is not to be changed.
func (l *lists) at(i int) []uint32 { return l.items[l.from[i]:l.from[i+1]] }

// span is the lists of from to to − 1, one behind the other.
func (l *lists) span(from, to int) []uint32 { return l.items[l.from[from]:l.from[to]] }

// listed makes n lists of what fill adds for each.
func listed(n int, fill func(i int, add func(to int))) lists {
	l := lists{from: make([]uint32, 1, n+1)}
	for i := range n {
		fill(i, func(to int) { l.items = append(l.items, uint32(to)) })
		l.from = append(l.from, uint32(len(l.items)))
	}
	l.items = slices.Clip(l.items)
	return l
}

// turned is, for each of n numbers, the lists that hold it, in order, each
// once.
func (l *lists) turned(n int) lists {
	holders := make([][]uint32, n)
	for i := range len(l.from) - 1 {
		for _, to := range l.at(i) {
			if h := holders[to]; len(h) == 0 || h[len(h)-1] != uint32(i) {
				holders[to] = append(h, uint32(i))
			}
		}
	}
	return listed(n, func(i int, add func(int)) {
		for _, h := range holders[i] {
			add(int(h))
		}
	})
}

// grouped is the vocabulary of words, and by its numbers where in words each of
// them stands.
func grouped(words []string) (*vocabulary.Vocabulary, lists) {
	v := vocabulary.New(slices.Clone(words))
	number := listed(len(words), func(i int, add func(int)) {
		n, _ := v.Find(words[i])
		add(n)
	})
	return v, number.turned(v.Len())
}
