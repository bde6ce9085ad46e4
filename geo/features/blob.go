package features

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkb"
)

// Flags of the header of a geometry (GeoPackage 1.3, 2.1.3).
const (
	littleEndian = 1
	envelopeKind = 7 << 1 // none, or the box in two to four dimensions
	empty        = 1 << 4
	extended     = 1 << 5 // no geometry of the standard
)

// envelopes are the numbers in the box by its kind.
var envelopes = []int{0, 4, 6, 6, 8}

// geometryOf reads a geometry as a GeoPackage keeps it, in the reference system srs
// of its layer. Heights and measures are dropped. Nil where it is empty.
func geometryOf(blob []byte, srs int64) (orb.Geometry, error) {
	if len(blob) < 8 || string(blob[:2]) != "GP" {
		return nil, fmt.Errorf("%d bytes beginning with % x: want a geometry of GeoPackage, which begins with GP", len(blob), blob[:min(len(blob), 4)])
	}
	flags := blob[3]
	kind := int(flags&envelopeKind) >> 1
	switch {
	case blob[2] != 0:
		return nil, fmt.Errorf("version %d: want 0", blob[2])
	case flags&extended != 0:
		return nil, errors.New("of a kind of its own (an extended geometry): want points or polygons")
	case kind >= len(envelopes):
		return nil, fmt.Errorf("box of kind %d: want 0 to 4", kind)
	case len(blob) < 8+8*envelopes[kind]:
		return nil, errors.New("is cut off in its box")
	}
	order := orderOf(flags & littleEndian)
	if own := int64(int32(order.Uint32(blob[4:]))); own != srs {
		return nil, fmt.Errorf("has reference system %d, and its layer %d: want the same", own, srs)
	}
	if flags&empty != 0 {
		return nil, nil
	}
	w := plainer{in: blob[8+8*envelopes[kind]:]}
	shape, err := w.geometry()
	if err != nil || shape != nil {
		return shape, err
	}
	g, err := wkb.Unmarshal(w.out)
	if err != nil {
		return nil, err
	}
	if p, is := g.(orb.Point); is && math.IsNaN(p.Lon()) && math.IsNaN(p.Lat()) { // as Well-Known Binary writes none
		return nil, nil
	}
	return filled(g), nil
}

func orderOf(little byte) binary.ByteOrder {
	if little == 1 {
		return binary.LittleEndian
	}
	return binary.BigEndian
}
