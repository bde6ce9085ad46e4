package features

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"github.com/paulmach/orb"
)

// The types of Well-Known Binary; a thousand more has heights, two thousand
// measures, three thousand both.
const (
	wkbPoint = iota + 1
	wkbLine
	wkbPolygon
	wkbMultiPoint
	wkbMultiLine
	wkbMultiPolygon
	wkbCollection
)

// plainer copies Well-Known Binary without heights and measures, little-endian, and
// sees to it that every number of parts is one that is there.
type plainer struct {
	in, out []byte
	order   binary.ByteOrder
	numbers int // of a position: 2 to 4
}

var errCut = errors.New("is cut off, or says that it has more positions than there are")

// geometry copies a geometry of points or polygons. Of any other it only says which
// it is.
func (w *plainer) geometry() (orb.Geometry, error) {
	kind, err := w.head()
	if err != nil {
		return nil, err
	}
	switch kind {
	case wkbPoint, wkbPolygon:
		err = w.body(kind)
	case wkbMultiPoint:
		err = w.parts(wkbPoint)
	case wkbMultiPolygon:
		err = w.parts(wkbPolygon)
	case wkbLine:
		return orb.LineString{}, nil
	case wkbMultiLine:
		return orb.MultiLineString{}, nil
	case wkbCollection:
		return orb.Collection{}, nil
	default:
		return nil, fmt.Errorf("type %d of Well-Known Binary: want points or polygons with straight sides", kind)
	}
	if err == nil && len(w.in) > 0 {
		err = fmt.Errorf("goes on for %d bytes behind its end", len(w.in))
	}
	return nil, err
}

// head copies the order of bytes and the type, which it returns.
func (w *plainer) head() (uint32, error) {
	if len(w.in) < 5 {
		return 0, errCut
	}
	if w.in[0] > 1 {
		return 0, fmt.Errorf("order of bytes %d: want 0 or 1", w.in[0])
	}
	w.order = orderOf(w.in[0])
	kind := w.order.Uint32(w.in[1:])
	dimensions := kind / 1000
	if dimensions > 3 {
		return 0, fmt.Errorf("type %d of Well-Known Binary: want one of the ISO's, up to 3999", kind)
	}
	w.numbers = []int{2, 3, 3, 4}[dimensions]
	w.in, w.out = w.in[5:], append(w.out, littleEndian)
	w.out = binary.LittleEndian.AppendUint32(w.out, kind%1000)
	return kind % 1000, nil
}

// count copies a number of things that take so many bytes each at least.
func (w *plainer) count(least int) (int, error) {
	if len(w.in) < 4 {
		return 0, errCut
	}
	n := w.order.Uint32(w.in)
	w.in, w.out = w.in[4:], binary.LittleEndian.AppendUint32(w.out, n)
	if uint64(n)*uint64(least) > uint64(len(w.in)) {
		return 0, errCut
	}
	return int(n), nil
}

// parts copies what each has a head of its own.
func (w *plainer) parts(want uint32) error {
	n, err := w.count(9) // a head, and a number of rings or a position
	if err != nil {
		return err
	}
	for range n {
		kind, err := w.head()
		if err == nil && kind != want {
			err = fmt.Errorf("part of type %d: want %d", kind, want)
		}
		if err == nil {
			err = w.body(kind)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// body copies a point or polygon behind its head.
func (w *plainer) body(kind uint32) error {
	if kind == wkbPoint {
		_, err := w.positions(1)
		return err
	}
	rings, err := w.count(4)
	if err != nil {
		return err
	}
	for range rings {
		n, err := w.count(8 * w.numbers)
		if err != nil {
			return err
		}
		closed, err := w.positions(n)
		if err == nil && (n < 4 || !closed) {
			err = fmt.Errorf("ring of %d positions: want 4 or more, the last one the first", n)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// positions copies positions, and says whether the last is the first. A point alone
// may have no numbers: it is empty then.
func (w *plainer) positions(n int) (closed bool, err error) {
	if len(w.in) < 8*w.numbers*n {
		return false, errCut
	}
	begin := len(w.out)
	for range n {
		for i := range 2 {
			bits := w.order.Uint64(w.in[8*i:])
			if x := math.Float64frombits(bits); math.IsInf(x, 0) || math.IsNaN(x) && n > 1 {
				return false, fmt.Errorf("position with %v: want degrees", x)
			}
			w.out = binary.LittleEndian.AppendUint64(w.out, bits)
		}
		w.in = w.in[8*w.numbers:]
	}
	return n > 0 && string(w.out[begin:begin+16]) == string(w.out[len(w.out)-16:]), nil
}
