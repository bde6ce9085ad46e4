package features

import (
	"context"
	"database/sql"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"io"
	"math"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkb"
	"pgregory.net/rapid"
)

// blob is a geometry as a GeoPackage keeps it, with a box of a kind.
func blob(t testing.TB, g orb.Geometry, little bool, box int) []byte {
	t.Helper()
	order := binary.ByteOrder(binary.BigEndian)
	out := []byte{'G', 'P', 0, byte(box << 1), 0, 0, 0, 0}
	if little {
		order, out[3] = binary.LittleEndian, out[3]|littleEndian
	}
	order.PutUint32(out[4:], 4326)
	out = append(out, make([]byte, 8*envelopes[box])...)
	body, err := wkb.Marshal(g, order)
	if err != nil {
		t.Fatal(err)
	}
	return append(out, body...)
}

var square = orb.Ring{{38, 34}, {39, 34}, {39, 35}, {38, 34}}

func TestGeometriesInEveryDressAreTheSame(t *testing.T) {
	for _, g := range []orb.Geometry{orb.Point{38, 34}, orb.MultiPoint{{38, 34}, {1, -2}}, orb.Polygon{square, square}, orb.MultiPolygon{{square}, {square, square}}} {
		for _, little := range []bool{true, false} {
			for box := range envelopes {
				got, err := geometryOf(blob(t, g, little, box), 4326)
				if d := cmp.Diff(g, got); err != nil || d != "" {
					t.Errorf("%T, little-endian %v, box %d: %v\n%s", g, little, box, err, d)
				}
			}
		}
	}
}

// raw are the bytes of a blob in hexadecimal, behind a header without a box.
func raw(t testing.TB, body string) []byte {
	t.Helper()
	b, err := hex.DecodeString("47500001e6100000" + strings.ReplaceAll(body, " ", ""))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

const (
	x38 = "0000000000004340"
	y34 = "0000000000004140"
	nan = "000000000000f87f"
	inf = "000000000000f07f"
)

func TestWhatAGeometryMayHave(t *testing.T) {
	for name, c := range map[string]struct {
		blob []byte
		want orb.Geometry
		says string
	}{
		"heights are dropped":    {raw(t, "01 e9030000"+x38+y34+x38), orb.Point{38, 34}, ""},
		"measures are dropped":   {raw(t, "01 d1070000"+x38+y34+x38), orb.Point{38, 34}, ""},
		"both are dropped":       {raw(t, "01 b90b0000"+x38+y34+x38+x38), orb.Point{38, 34}, ""},
		"an empty point":         {raw(t, "01 01000000"+nan+nan), nil, ""},
		"an empty polygon":       {raw(t, "01 03000000 00000000"), nil, ""},
		"polygons, all empty":    {raw(t, "01 06000000 01000000 01 03000000 00000000"), nil, ""},
		"a line":                 {raw(t, "01 02000000 00000000"), orb.LineString{}, ""},
		"a collection":           {raw(t, "01 07000000 ffffffff"), orb.Collection{}, ""},
		"empty, as its head has": {[]byte{'G', 'P', 0, 1 | empty, 0xe6, 0x10, 0, 0}, nil, ""},
		"no end":                 {raw(t, "01 01000000"+inf+y34), nil, "position with +Inf"},
		"no geometry":            {[]byte("nothing"), nil, "want a geometry of GeoPackage"},
		"nothing":                {nil, nil, "want a geometry"},
		"a later version":        {[]byte{'G', 'P', 1, 1, 0xe6, 0x10, 0, 0}, nil, "version 1"},
		"an extended one":        {[]byte{'G', 'P', 0, 1 | extended, 0xe6, 0x10, 0, 0}, nil, "extended"},
		"no such box":            {[]byte{'G', 'P', 0, 1 | 5<<1, 0xe6, 0x10, 0, 0}, nil, "box of kind 5"},
		"a box cut off":          {[]byte{'G', 'P', 0, 1 | 1<<1, 0xe6, 0x10, 0, 0}, nil, "cut off in its box"},
		"another system":         {[]byte{'G', 'P', 0, 1, 0x11, 0x0f, 0, 0}, nil, "reference system 3857, and its layer 4326"},
		"a curve":                {raw(t, "01 0a000000 00000000"), nil, "type 10"},
		"EWKB":                   {raw(t, "01 01000020 e6100000"+x38+y34), nil, "want one of the ISO's"},
		"a point in polygons":    {raw(t, "01 06000000 01000000 01 01000000"+x38+y34), nil, "part of type 1"},
		"too many rings":         {raw(t, "01 03000000 ffffffff"), nil, "cut off"},
		"too many positions":     {raw(t, "01 03000000 01000000 ffffffff"), nil, "cut off"},
		"a point cut off":        {raw(t, "01 01000000"+x38), nil, "cut off"},
		"a ring of one":          {raw(t, "01 03000000 01000000 01000000"+x38+y34), nil, "ring of 1 positions"},
		"more behind":            {raw(t, "01 01000000"+x38+y34+"00"), nil, "1 bytes behind its end"},
	} {
		got, err := geometryOf(c.blob, 4326)
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: %s", name, d)
		}
		if (err == nil) != (c.says == "") || err != nil && !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v: want %q", name, err, c.says)
		}
	}
}

// Whatever a blob holds, it gives an error or a geometry that can be measured.
func FuzzGeometry(f *testing.F) {
	for _, g := range []orb.Geometry{orb.Point{38, 34}, orb.MultiPoint{{38, 34}}, orb.Polygon{square}, orb.MultiPolygon{{square}, {square, square}}, orb.LineString{{1, 2}, {3, 4}}} {
		f.Add(blob(f, g, true, 1))
		f.Add(blob(f, g, false, 4))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		g, err := geometryOf(b, 4326)
		if err != nil && g != nil {
			t.Fatalf("%v and %v", g, err)
		}
		check := func(p orb.Polygon) {
			if len(p) == 0 {
				t.Fatalf("%v has no ring", p)
			}
			for _, r := range p {
				if len(r) < 4 || !r.Closed() {
					t.Fatalf("%v is open", r)
				}
			}
		}
		switch g := g.(type) {
		case orb.Point:
			if math.IsNaN(g.Lon()) && math.IsNaN(g.Lat()) || math.IsInf(g.Lon(), 0) {
				t.Fatalf("%v", g)
			}
		case orb.Polygon:
			check(g)
		case orb.MultiPolygon:
			for _, p := range g {
				check(p)
			}
		}
	})
}

// Polygons come back as they were put in, with whatever heights beside them.
func TestPolygonsComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dimensions := rapid.IntRange(0, 3).Draw(t, "dimensions")
		numbers := []int{2, 3, 3, 4}[dimensions]
		n := rapid.IntRange(4, 9).Draw(t, "positions")
		var ring orb.Ring
		for range n - 1 {
			ring = append(ring, orb.Point{rapid.Float64Range(-180, 180).Draw(t, "lon"), rapid.Float64Range(-90, 90).Draw(t, "lat")})
		}
		ring = append(ring, ring[0])
		b := []byte("GP\x00\x00\x00\x00\x10\xe6\x00")
		b = binary.BigEndian.AppendUint32(b, uint32(wkbPolygon+1000*dimensions))
		b = binary.BigEndian.AppendUint32(b, 1)
		b = binary.BigEndian.AppendUint32(b, uint32(n))
		for _, p := range ring {
			for i := range numbers {
				b = binary.BigEndian.AppendUint64(b, math.Float64bits(append(p[:], 7, math.NaN())[i]))
			}
		}
		got, err := geometryOf(b, 4326)
		if err != nil || !orb.Equal(got, orb.Polygon{ring}) {
			t.Fatalf("%v, %v: want %v", got, err, ring)
		}
	})
}

// A view that counts for ever is given up.
func TestPatienceEnds(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.gpkg")
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.ExecContext(context.Background(), `CREATE TABLE gpkg_contents (table_name, data_type); CREATE TABLE gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id);
		CREATE TABLE gpkg_spatial_ref_sys (srs_id, srs_name, organization, organization_coordsys_id, definition);
		INSERT INTO gpkg_contents VALUES ('v', 'features'); INSERT INTO gpkg_geometry_columns VALUES ('v', 'geom', 'POINT', 4326);
		INSERT INTO gpkg_spatial_ref_sys VALUES (4326, 'WGS 84', 'EPSG', 4326, 'GEOGCS');
		CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT NULL AS geom, i FROM n WHERE i < 0`); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	r, err := openGeoPackage(path, "", 100*time.Millisecond)
	if err == nil {
		defer r.Close()
		_, err = r.Next()
	}
	if err == nil || errors.Is(err, io.EOF) || !strings.Contains(err.Error(), "takes longer") {
		t.Errorf("%v: want the view given up", err)
	}
}
