package source

import (
	"errors"
	"fmt"
	"io"
	"iter"

	"frontline/geo/features"
	"frontline/geo/gazetteer"
)

// Input is a file that is open to be read once, from one goroutine.
type Input struct {
	path       string
	file       io.Closer
	kind       Kind
	content    Content
	tally      *tally
	columns    func() []Column
	titles     func() []string      // of all columns
	seen       func() features.Seen // of features; nil of tables
	records    stream[gazetteer.Record]
	alternates stream[gazetteer.Alternate]
	areas      stream[gazetteer.Area]
}

// stream gives what is in a file item by item: a Fault for a row that cannot
// be read, leftOut for one that is not wanted, io.EOF at the end.
type stream[T any] interface {
	next() (T, error)
	line() int    // of the row that was read last
	cutOff() bool // at the end: the last line has no end
}

// Kind is the format, as it was given or recognised.
func (in *Input) Kind() Kind { return in.kind }

// Content says what the input gives: which of Records, Alternates and Areas is
// to be called.
func (in *Input) Content() Content { return in.content }

// Records gives the places of the file. Rows that cannot be read are counted
// and passed over. An error ends the stream, and then nothing of the file is to
// be kept: it is damaged or cut off, it gives no record at all, or more than
// one row and more than a tenth of all cannot be read. A stream that is left
// early has not been judged.
func (in *Input) Records() iter.Seq2[gazetteer.Record, error] { return read(in, in.records) }

// Alternates gives the other names of places, as Records does.
func (in *Input) Alternates() iter.Seq2[gazetteer.Alternate, error] { return read(in, in.alternates) }

// Areas gives administrative units, as Records does.
func (in *Input) Areas() iter.Seq2[gazetteer.Area, error] { return read(in, in.areas) }

// Summary is what became of the rows read so far.
func (in *Input) Summary() Summary {
	s := in.tally.summary()
	if in.columns != nil {
		s.Columns = in.columns()
		s.Unused = unused(in.titles(), s.Columns)
	}
	if in.seen != nil {
		s.Seen = in.seen()
	}
	return s
}

// Close closes the file.
func (in *Input) Close() error { return in.file.Close() }

// read gives a stream to a caller, and the verdict at its end.
func read[T any](in *Input, from stream[T]) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var zero T
		fail := func(err error) { yield(zero, fmt.Errorf("%s: %w", in.path, err)) }
		if from == nil {
			fail(fmt.Errorf("holds %s and nothing else", in.content))
			return
		}
		for lastBad := false; ; {
			item, err := from.next()
			if errors.Is(err, io.EOF) {
				if lastBad && from.cutOff() {
					fail(fmt.Errorf("line %d: ends inside the row: the file is cut off, or a quote is left open", from.line()))
				} else if err := in.tally.verdict(); err != nil {
					fail(err)
				}
				return
			}
			bad := in.tally.Bad
			if other := in.tally.take(from.line(), err); other != nil {
				fail(other)
				return
			}
			lastBad = in.tally.Bad > bad
			if err == nil && !yield(item, nil) {
				return
			}
		}
	}
}

// converted is a stream of rows made into something else.
type converted[T any] struct {
	stream[row]
	convert func(row) (T, error)
}

func (c converted[T]) next() (T, error) {
	r, err := c.stream.next()
	if err != nil {
		var zero T
		return zero, err
	}
	return c.convert(r)
}

// own reads the project's own table.
type own struct {
	*gazetteer.Reader
	*reader
	in *features.Pieces
}

func newOwn(text io.Reader, rd *reader) *own {
	in := &features.Pieces{In: text, Most: maxRow << 1} // of which a row can have half
	return &own{Reader: gazetteer.NewReader(in), reader: rd, in: in}
}

func (o *own) line() int { return o.Line() }

func (o *own) cutOff() bool { return o.in.Last != '\n' }

func (o *own) next() (gazetteer.Record, error) {
	o.in.Begin()
	e, err := o.Read()
	var wrong *gazetteer.RowError
	if errors.As(err, &wrong) {
		return gazetteer.Record{}, Fault{Line: wrong.Line, What: wrong.Err.Error()}
	}
	if err == nil {
		err = o.checkBox(e.At.Bound())
	}
	return gazetteer.Record{Source: o.source, Key: e.ID, Entry: e}, err
}
