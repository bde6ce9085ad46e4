package source

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// maxRow is the longest row of a table in bytes. GeoNames' longest has 11,000.
const maxRow = 1 << 20

// lines cuts a text into lines, in constant memory.
type lines struct {
	in  *bufio.Reader
	n   int  // lines read
	cut bool // the last one has no end
}

func newLines(r io.Reader) *lines { return &lines{in: bufio.NewReaderSize(r, maxRow)} }

func (l *lines) line() int { return l.n }

func (l *lines) cutOff() bool { return l.cut }

// next gives a line without its end; empty lines are passed over. A line that
// is not UTF-8 is a Fault.
func (l *lines) next() (string, error) {
	for {
		text, err := l.read()
		if err != nil || text != "" {
			return text, err
		}
	}
}

func (l *lines) read() (string, error) {
	b, err := l.in.ReadSlice('\n')
	if len(b) == 0 && err != nil {
		return "", err
	}
	l.n++
	if errors.Is(err, bufio.ErrBufferFull) {
		return "", fmt.Errorf("line %d: longer than %d bytes", l.n, maxRow)
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return "", fmt.Errorf("line %d: %w", l.n, err)
	}
	l.cut = err != nil
	text := strings.TrimSuffix(strings.TrimSuffix(string(b), "\n"), "\r")
	if !utf8.ValidString(text) {
		return "", Fault{Line: l.n, What: "is not UTF-8"}
	}
	return text, nil
}
