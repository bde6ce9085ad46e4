package ar

import (
	"slices"
	"sync"

	"frontline/geo/arabic"
	"frontline/timeline"
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
	objects   []object
	modes     []timeline.Modality
	subjects  []subject
	claims    []timeline.Claim
}

// scratchNodes is how much is kept for the next text; what one huge text took
// goes back.
const scratchNodes = 1 << 14

//nolint:gochecknoglobals // memory only: what a text is read as does not depend on it
var pool = sync.Pool{New: func() any { return new(scratch) }}

// room is where the next list of objects goes; take keeps what was put there.
func (m *scratch) room() []object {
	if cap(m.objects)-len(m.objects) < 8 { // earlier lists stay where they are
		m.objects = make([]object, 0, max(2*cap(m.objects), 64))
	}
	return m.objects[len(m.objects):]
}

func (m *scratch) take(list []object) []object {
	if len(list) <= cap(m.objects)-len(m.objects) {
		m.objects = m.objects[:len(m.objects)+len(list)]
	}
	return slices.Clip(list)
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
	m.sentences, m.parts, m.claims = emptied(m.sentences), emptied(m.parts), emptied(m.claims)
	m.dates, m.objects, m.modes, m.subjects = m.dates[:0], m.objects[:0], m.modes[:0], m.subjects[:0]
	pool.Put(m)
}
