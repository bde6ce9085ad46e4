// Package memo remembers what was made of a word, for texts repeat their words.
package memo

import (
	"maps"
	"strings"
	"sync"
	"sync/atomic"
)

// memoWords is how many words a memo keeps: the vocabulary of a language with
// its inflected forms, not that of all hostile texts.
const memoWords = 1 << 17

// Memo remembers what was made of each word. It is safe for concurrent use, and what it gives does not depend on what it was
// asked before.
type Memo[T any] struct {
	of    func(word string) *T
	read  atomic.Pointer[map[string]*T] // never written to once it is here
	mu    sync.Mutex
	fresh map[string]*T // seen since read was made
	slow  int           // how often somebody had to look there
}

// New remembers what of gives. It has to be a pure function.
func New[T any](of func(word string) *T) *Memo[T] {
	m := &Memo[T]{of: of, fresh: map[string]*T{}}
	m.read.Store(&map[string]*T{})
	return m
}

// Get is what was made of the word.
func (m *Memo[T]) Get(word string) *T {
	if v := (*m.read.Load())[word]; v != nil {
		return v
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	v := m.fresh[word]
	if v == nil {
		word = strings.Clone(word) // not the whole report with it
		v = m.of(word)
		if len(*m.read.Load()) >= memoWords {
			return v
		}
		m.fresh[word] = v
	}
	if m.slow++; m.slow > len(*m.read.Load())/4+64 {
		m.publish()
	}
	return v
}

// publish lets what is fresh be read without a lock. It copies all there is,
// which pays when about as much has been looked for.
func (m *Memo[T]) publish() {
	all := maps.Clone(*m.read.Load())
	maps.Copy(all, m.fresh)
	m.read.Store(&all)
	m.fresh, m.slow = map[string]*T{}, 0
}
