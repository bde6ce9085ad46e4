package ar

import (
	"sync"

	"frontline/geo/arabic"
)

// scratch is the memory that reading a text takes and leaves: reports are many
// and short, so that it is used again.
type scratch struct {
	cut    []arabic.Token
	tokens []token
	nodes  []node
	parts  []part
}

// scratchNodes is how much is kept for the next text; what one huge text took
// goes back.
const scratchNodes = 1 << 14

//nolint:gochecknoglobals // memory only: what a text is read as does not depend on it
var pool = sync.Pool{New: func() any { return new(scratch) }}

func borrow() *scratch { return pool.Get().(*scratch) }

func (m *scratch) giveBack() {
	if cap(m.nodes) > scratchNodes || cap(m.tokens) > scratchNodes {
		return
	}
	clear(m.parts) // they point to what claims are about
	pool.Put(m)
}
