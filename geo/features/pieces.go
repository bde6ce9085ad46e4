package features

import (
	"errors"
	"fmt"
	"io"
)

// ErrTooLong is that a piece of a text is longer than it may be.
var ErrTooLong = errors.New("too long")

// Pieces is a text of which no one piece may be longer than Most bytes, so that a
// file cannot fill the memory: who reads it says where a piece begins.
type Pieces struct {
	In   io.Reader
	Most int
	Last byte // that was read
	left int
}

// Begin says that a piece begins here.
func (m *Pieces) Begin() { m.left = m.Most }

func (m *Pieces) Read(p []byte) (int, error) {
	if m.left <= 0 {
		return 0, fmt.Errorf("%w: more than %d bytes", ErrTooLong, m.Most)
	}
	n, err := m.In.Read(p[:min(len(p), m.left)])
	m.left -= n
	if n > 0 {
		m.Last = p[n-1]
	}
	return n, err
}
