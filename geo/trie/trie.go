// Package trie finds phrases of several words in running text. Words are
// numbered once; a step from a state by a word is one look-up without garbage.
package trie

// State is how far into a phrase a walk has come. Zero is the root, and also
// what a step gives where no phrase goes on like that.
type State uint32

// Word is the number of a word that stands in a phrase; zero where none has
// it.
type Word uint32

// Trie holds phrases with a value each. It is filled once, and then safe for
// concurrent use.
type Trie[T any] struct {
	words map[string]Word
	edges map[uint64]State
	ends  []*T
	next  []uint64 // by state: a bit for each word by which a phrase goes on, which most words have not
}

// New is an empty trie.
func New[T any]() *Trie[T] {
	return &Trie[T]{words: map[string]Word{}, edges: map[uint64]State{}, ends: make([]*T, 1), next: make([]uint64, 1)}
}

// Value is where the value of a phrase lives: nil in it where the phrase is
// new. A phrase without words gives no place.
func (t *Trie[T]) Value(words []string) **T {
	if len(words) == 0 {
		return new(*T)
	}
	at := State(0)
	for _, w := range words {
		n, ok := t.words[w]
		if !ok {
			n = Word(len(t.words)) + 1
			t.words[w] = n
		}
		t.next[at] |= bit(n)
		next, ok := t.edges[edge(at, n)]
		if !ok {
			next = State(len(t.ends))
			t.ends, t.next = append(t.ends, nil), append(t.next, 0)
			t.edges[edge(at, n)] = next
		}
		at = next
	}
	return &t.ends[at]
}

func edge(s State, w Word) uint64 { return uint64(s)<<32 | uint64(w) }

// bit is the bit of a word among those by which phrases go on; words share it.
func bit(w Word) uint64 { return 1 << (w % 64) }

// Word is the number of a word.
func (t *Trie[T]) Word(s string) Word { return t.words[s] }

// Next goes from a state by a word.
func (t *Trie[T]) Next(s State, w Word) State {
	if w == 0 || t.next[s]&bit(w) == 0 {
		return 0
	}
	return t.edges[edge(s, w)]
}

// End is the value of the phrase that ends at a state; nil where none does.
func (t *Trie[T]) End(s State) *T { return t.ends[s] }

// Open says whether a phrase goes on from a state.
func (t *Trie[T]) Open(s State) bool { return t.next[s] != 0 }

// Get is the value of exactly this phrase; nil where there is none.
func (t *Trie[T]) Get(words []string) *T {
	at := State(0)
	for _, w := range words {
		if at = t.Next(at, t.Word(w)); at == 0 {
			return nil
		}
	}
	return t.ends[at]
}
