package ar

import (
	"slices"
	"sync"

	"frontline/geo/arabic"
	"frontline/timeline"
	"frontline/timeline/extract/draft"
)

// scratch is the memory that reading a text takes and leaves: reports are many
// and short, so that it is used again.
type scratch struct {
	cut       []arabic.Token
	tokens    []token
	nodes     []node
	sentences []sentence
	dates     []date
	parts     []part
	objects   arena[object]
	modes     []timeline.Modality
	subjects  []subject
	claims    []timeline.Claim
	events    []event
	counts    arena[draft.Force]
	document  document
}

// scratchNodes is how much is kept for the next text; what one huge text took
// goes back.
const scratchNodes = 1 << 14

//nolint:gochecknoglobals // memory only: what a text is read as does not depend on it
var pool = sync.Pool{New: func() any { return new(scratch) }}

// arena is where short lists go, one behind the other. Earlier lists stay
// where they are.
type arena[T any] []T

// room is where the next list goes; keep keeps what was put there.
func (a *arena[T]) room() []T {
	if cap(*a)-len(*a) < 8 {
		*a = make([]T, 0, max(2*cap(*a), 64))
	}
	return (*a)[len(*a):]
}

func (a *arena[T]) keep(list []T) []T {
	if len(list) <= cap(*a)-len(*a) {
		*a = (*a)[:len(*a)+len(list)]
	}
	return slices.Clip(list)
}

// kept is where the event stays.
func (m *scratch) kept(e event) *event {
	m.events = append(m.events, e)
	return &m.events[len(m.events)-1]
}

// emptied is the memory of s, pointing to nothing that a text was about.
func emptied[T any](s []T) []T {
	clear(s)
	return s[:0]
}

func borrow() *scratch { return pool.Get().(*scratch) }

func (m *scratch) giveBack() {
	if cap(m.nodes) > scratchNodes || cap(m.tokens) > scratchNodes {
		return
	}
	m.sentences, m.parts, m.claims, m.events = emptied(m.sentences), emptied(m.parts), emptied(m.claims), emptied(m.events)
	m.document, m.counts = document{}, m.counts[:0]
	m.dates, m.objects, m.modes, m.subjects = m.dates[:0], m.objects[:0], m.modes[:0], m.subjects[:0]
	pool.Put(m)
}
