package features

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
)

// maxFeature is the longest feature in bytes: a country with each bend of its
// coast has some tens of millions.
const maxFeature = 128 << 20

// buffered is how much of a file is read at once.
const buffered = 64 << 10

// separator begins each record of RFC 8142.
const separator = 0x1e

// Read reads GeoJSON: a collection, a feature or geometry by itself, features one
// behind the other, or records of RFC 8142, as the first byte says. A mark of byte
// order and space before it are passed over.
func Read(text io.Reader) *Reader {
	in := &Pieces{In: text, Most: maxFeature}
	in.Begin()
	b := bufio.NewReaderSize(in, buffered)
	if mark, _ := b.Peek(3); string(mark) == "\xef\xbb\xbf" {
		_, _ = b.Discard(3) // has been peeked
	}
	for {
		c, err := b.Peek(1)
		switch {
		case err == nil && bytes.ContainsAny(c, " \t\r\n"):
			_, _ = b.Discard(1)
		case err == nil && c[0] == separator:
			return newReader(&records{in: b, rationed: in})
		default: // what else there is, the decoder says
			return newReader(&objects{dec: json.NewDecoder(b), in: in})
		}
	}
}

// records are the features of a sequence with record separators.
type records struct {
	in       *bufio.Reader
	rationed *Pieces
	at       int64 // bytes read
	list     []object
}

func (r *records) Close() error             { return nil }
func (r *records) format() (Format, string) { return Sequence, "" }

func (r *records) next() (Feature, error) {
	for len(r.list) == 0 {
		raw, err := r.record()
		if err != nil {
			return Feature{}, err
		}
		if len(raw) == 0 {
			continue // nothing between two separators: RFC 7464 has it passed over
		}
		var o object
		if err := json.Unmarshal(raw, &o); err != nil {
			return Feature{}, damaged(err, r.at)
		}
		if err := checkCRS(o.CRS); err != nil {
			return Feature{}, err
		}
		r.list = o.parts()
	}
	o := r.list[0]
	r.list = r.list[1:]
	return o.feature()
}

// record is what stands before the next separator; io.EOF where there is no more.
func (r *records) record() ([]byte, error) {
	r.rationed.Begin()
	var out []byte
	for {
		piece, err := r.in.ReadSlice(separator)
		r.at += int64(len(piece))
		out = append(out, piece...)
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && (!errors.Is(err, io.EOF) || len(out) == 0):
			return nil, err
		}
		return bytes.TrimSpace(bytes.TrimSuffix(out, []byte{separator})), nil
	}
}
