package words

import (
	"maps"
	"strings"
	"sync"
	"sync/atomic"
)

// memoWords is how many words a memo keeps: the vocabulary of a language with
// its inflected forms, not that of all hostile texts.
const memoWords = 1 << 17

// Memo remembers what was made of a word, for reports repeat their words. It
// is safe for concurrent use, and what it gives does not depend on what it was
// asked before.
type Memo[T any] struct {
	of    func(word string) *T
	read  atomic.Pointer[map[string]*T] // never written to once it is here
	mu    sync.Mutex
	fresh map[string]*T // seen since read was made
}

// NewMemo remembers what of gives. It has to be a pure function.
func NewMemo[T any](of func(word string) *T) *Memo[T] {
	m := &Memo[T]{of: of, fresh: map[string]*T{}}
	m.read.Store(&map[string]*T{})
	return m
}

// Get is what was made of the word.
func (m *Memo[T]) Get(word string) *T {
	if v := (*m.read.Load())[word]; v != nil {
		return v
	}
	return m.slow(word)
}

func (m *Memo[T]) slow(word string) *T {
	m.mu.Lock()
	defer m.mu.Unlock()
	if v := m.fresh[word]; v != nil {
		return v
	}
	word = strings.Clone(word) // not the whole report with it
	v, old := m.of(word), *m.read.Load()
	if len(old) >= memoWords {
		return v
	}
	m.fresh[word] = v
	if len(m.fresh) > len(old)/4+64 {
		all := maps.Clone(old)
		maps.Copy(all, m.fresh)
		m.read.Store(&all)
		m.fresh = map[string]*T{}
	}
	return v
}
