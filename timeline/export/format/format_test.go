package format_test

import (
	"errors"
	"io"
	"testing"

	"frontline/timeline/export"
	"frontline/timeline/export/format"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
)

func TestFilesSayTheirFormat(t *testing.T) {
	for file, want := range map[string]format.Name{
		"map.geojson": format.GeoJSON, "map.json": format.GeoJSON, "map": format.GeoJSON, "": format.GeoJSON, "-": format.GeoJSON,
		"a.b/map.csv": format.CSV, "MAP.KML": format.KML, "map.kmz": format.KMZ, "map.geojsons": format.GeoJSONSeq, "map.geojsonl": format.GeoJSONSeq, "map.gpkg": format.GeoPackage, "kml": format.GeoJSON, ".kml": format.KML,
	} {
		if got := format.OfFile(file).Name; got != want {
			t.Errorf("%s is %s: want %s", file, got, want)
		}
	}
}

func TestEveryNameIsAFormat(t *testing.T) {
	for _, name := range format.Names {
		if f, ok := format.Of(name); !ok || f.Name != name || f.MediaType == "" || format.OfFile("x."+f.Endings[0]).Name != name {
			t.Errorf("%s: %+v", name, f)
		}
	}
	if f, ok := format.Of("xlsx"); ok {
		t.Errorf("xlsx is %+v", f)
	}
}

var errFull = errors.New("disk full")

// room takes so many bytes and no more.
type room struct{ left int }

func (r *room) Write(b []byte) (int, error) {
	if r.left -= len(b); r.left < 0 {
		return 0, errFull
	}
	return len(b), nil
}

// many is a dataset of so many claims at places.
func many(n int) export.Dataset {
	schema := export.Schema{Fields: []export.Field{{Name: "id"}, {Name: "start", Type: export.Date}, {Name: "end", Type: export.Date},
		{Name: "actor"}, {Name: "quote"}, {Name: "places", Type: export.List}, {Name: "confidence", Type: export.Real}}}
	return export.Dataset{Name: "many", Parts: []export.Part{{Layer: export.Claims, Schema: schema,
		Features: func(yield func(*geojson.Feature, error) bool) {
			for i := range n {
				f := geojson.NewFeature(orb.Point{36 + float64(i%60000)/10000, 33 + float64(i%40000)/10000})
				f.Properties = geojson.Properties{"start": "2017-08-12", "end": "2017-08-13", "actor": "islamic_state",
					"quote": "سيطرت القوات على القرية بعد اشتباكات عنيفة", "places": []string{"a", "b"}, "confidence": 0.5}
				if !yield(f, nil) {
					return
				}
			}
		}}}}
}

// The end of a disk can come at any byte.
func TestAFullDiskIsAnError(t *testing.T) {
	for _, name := range format.Names {
		f, _ := format.Of(name)
		for _, left := range []int{0, 10, 500, 5000} {
			if err := f.Write(&room{left}, many(3000)); !errors.Is(err, errFull) {
				t.Errorf("%s with %d bytes of room: %v, want %v", name, left, err, errFull)
			}
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	const features = 100_000
	for _, name := range format.Names {
		f, _ := format.Of(name)
		b.Run(string(name), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := f.Write(io.Discard, many(features)); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/features, "ns/feature")
		})
	}
}
