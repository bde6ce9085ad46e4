package source

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"frontline/geo/features"
)

// cells gives the rows of a table as they lie there; a Fault for one that
// cannot be cut, io.EOF at the end. A row is good until the next is asked for.
type cells = stream[[]string]

// table reads a table with a head line.
type table struct {
	cells
	layout *layout
	begun  bool // the row under the head line was read
}

// openTable reads the head line of a table whose columns are parted by comma.
func openTable(in *bufio.Reader, comma rune, h headings, mapped map[string]string) (*table, error) {
	t := &table{cells: newCSV(in, comma)}
	if comma == '\t' {
		t.cells = &tabbed{lines: newLines(in)}
	}
	head, err := t.cells.next()
	if err != nil {
		return nil, fmt.Errorf("head line: %w", noEOF(err))
	}
	for i := range head {
		head[i] = cleaned(head[i])
	}
	t.layout = h.lay(head, mapped)
	return t, missing(mapped, t.layout.columns)
}

func (t *table) next() (row, error) {
	f, err := t.cells.next()
	want := len(t.layout.columns)
	if !t.begun && err == nil && hashtags(f) {
		t.begun = true
		return t.next()
	}
	t.begun = true
	if err == nil && len(f) != want {
		err = Fault{Line: t.line(), What: fmt.Sprintf("%d columns: want %d", len(f), want),
			rows: 1 + strings.Count(strings.Join(f, ""), "\n")}
	}
	return row{line: t.line(), values: f, layout: t.layout}, err
}

// hashtags says whether a row is the one of HXL tags under the head line
// ("#adm4+code"), which is no data.
func hashtags(f []string) bool {
	tags := 0
	for _, v := range f {
		if v = strings.TrimSpace(v); strings.HasPrefix(v, "#") {
			tags++
		} else if v != "" {
			return false
		}
	}
	return tags > 0
}

// tabbed are cells parted by tabs. A cell in quotes loses them; there are no
// line ends in cells.
type tabbed struct{ *lines }

func (t *tabbed) next() ([]string, error) {
	text, err := t.lines.next()
	if err != nil {
		return nil, err
	}
	f := strings.Split(text, "\t")
	for i, v := range f {
		if len(v) > 1 && v[0] == '"' && v[len(v)-1] == '"' {
			f[i] = strings.ReplaceAll(v[1:len(v)-1], `""`, `"`)
		}
	}
	return f, nil
}

// quoted are cells as RFC 4180 has them, parted by a comma or another mark.
type quoted struct {
	csv  *csv.Reader
	in   *features.Pieces
	n    int
	open bool // the last row ended in a quote
}

func newCSV(in io.Reader, comma rune) *quoted {
	q := &quoted{in: &features.Pieces{In: in, Most: maxRow}}
	q.csv = csv.NewReader(q.in)
	q.csv.Comma, q.csv.FieldsPerRecord, q.csv.ReuseRecord = comma, -1, true
	return q
}

func (q *quoted) line() int { return q.n }

func (q *quoted) cutOff() bool { return q.open || q.in.Last != '\n' }

func (q *quoted) next() ([]string, error) {
	q.in.Begin()
	f, err := q.csv.Read()
	var wrong *csv.ParseError
	switch {
	case errors.As(err, &wrong):
		q.n, q.open = wrong.StartLine, errors.Is(err, csv.ErrQuote)
		return nil, Fault{Line: wrong.StartLine, What: wrong.Err.Error() + ": want quotes doubled in a quoted cell, and none in another",
			rows: 1 + wrong.Line - wrong.StartLine}
	case errors.Is(err, features.ErrTooLong):
		return nil, fmt.Errorf("line %d: %w in the row: is a quote left open?", q.n+1, err)
	case err != nil:
		return nil, err
	}
	q.n, _ = q.csv.FieldPos(0)
	if slices.ContainsFunc(f, func(v string) bool { return !utf8.ValidString(v) }) {
		return nil, Fault{Line: q.n, What: "is not UTF-8"}
	}
	return f, nil
}

// noEOF is an error where the end of the file is one.
func noEOF(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}
