package gpkg

import (
	"encoding/binary"
	"math"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkb"
)

// The flags of a geometry's header: little-endian numbers, with or without the box
// around it.
const (
	littleEndian = 1
	withBox      = 1 << 1
)

// encoded is a geometry as GeoPackage keeps it: a header with its reference system
// and, but for points, the box around it, and then Well-Known Binary. Nil for none
// and for one without a point.
func encoded(g orb.Geometry) ([]byte, error) {
	if g == nil || g.Bound().IsEmpty() {
		return nil, nil
	}
	body, err := wkb.Marshal(g, binary.LittleEndian)
	if err != nil {
		return nil, err
	}
	out := []byte{'G', 'P', 0, littleEndian}
	_, point := g.(orb.Point)
	if !point {
		out[3] |= withBox
	}
	out = binary.LittleEndian.AppendUint32(out, srs)
	if !point {
		b := g.Bound()
		for _, degrees := range []float64{b.Min.Lon(), b.Max.Lon(), b.Min.Lat(), b.Max.Lat()} {
			out = binary.LittleEndian.AppendUint64(out, math.Float64bits(degrees))
		}
	}
	return append(out, body...), nil
}

// nowhere is the bound that holds nothing.
func nowhere() orb.Bound { return orb.Bound{Min: orb.Point{180, 90}, Max: orb.Point{-180, -90}} }
