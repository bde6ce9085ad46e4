package picture_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/front"
	"frontline/timeline/picture"
	"frontline/timeline/picture/sheet"

	"github.com/paulmach/orb"
)

// square is a square of ground of this many degrees, by its lower left corner.
func square(lon, lat, size float64) orb.MultiPolygon {
	return orb.MultiPolygon{{{{lon, lat}, {lon + size, lat}, {lon + size, lat + size}, {lon, lat + size}, {lon, lat}}}}
}

// world is a country of 4° by 4° with land in the north and sea around: red in
// its south-west, blue in its south-east, both in its north-west, and nobody
// in its north-east.
func world() picture.Picture {
	day, err := timeline.ParseDay("2017-09-15")
	if err != nil {
		panic(err)
	}
	town := func(id, kind string, lon, lat float64, people int) picture.Town {
		return picture.Town{Population: people,
			Place: geo.Place{ID: id, NameEn: "Town " + id, NameAr: "بلدة " + id, Kind: kind, At: orb.Point{lon, lat}}}
	}
	return picture.Picture{
		Lang: picture.English, Width: 640,
		Day: day,
		Areas: []front.Area{
			{State: front.State{Holder: "blue"}, Shape: square(38, 33, 2)},
			{State: front.State{Holder: "red"}, Shape: square(36, 33, 2)},
			{State: front.State{Parties: []timeline.Actor{"blue", "red"}}, Shape: square(36, 35, 2)},
			{State: front.State{Holder: timeline.Unknown}, Shape: square(38, 35, 1)},
		},
		Tones: []front.Tone{
			{State: front.State{Holder: "blue"}, Confidence: 0.9, Shape: square(38, 33, 2)},
			{State: front.State{Holder: "red"}, Confidence: 0.9, Shape: square(36, 33, 2)},
			{State: front.State{Parties: []timeline.Actor{"blue", "red"}}, Confidence: 0.9, Shape: square(36, 35, 2)},
			{State: front.State{Holder: timeline.Unknown}, Shape: square(38, 35, 1)},
		},
		Fronts: []front.Front{{A: "blue", B: "red", Line: orb.LineString{{38, 33}, {38, 35}}}},
		Actors: []timeline.ActorInfo{
			{ID: "red", NameEn: "Red army", NameAr: "الجيش الأحمر", Colour: "#c00000"},
			{ID: "blue", NameEn: "Blue army", NameAr: "الجيش الأزرق", Colour: "#0000c0"},
		},
		Country: square(36, 33, 4),
		Around: picture.Surroundings{
			Land: square(34, 37, 8), Home: picture.Name{NameEn: "Homeland", NameAr: "الوطن"},
			Names: []picture.Name{{NameEn: "Northland", NameAr: "الشمال", At: orb.Point{38, 37.07}}},
		},
		Towns:    []picture.Town{town("a", "city", 37, 34, 500_000), town("b", "village", 39, 34, 0)},
		Evidence: picture.Evidence{Reports: 3, Claims: 11, Sources: []string{"Agency", "Radio <One>"}, Version: "abc"},
	}
}

func draw(t interface{ Fatalf(string, ...any) }, p picture.Picture) *sheet.Sheet {
	s, err := picture.Draw(p)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return s
}

func svg(t interface{ Fatalf(string, ...any) }, p picture.Picture) string {
	var b bytes.Buffer
	if err := draw(t, p).WriteSVG(&b); err != nil {
		t.Fatalf("%v", err)
	}
	return b.String()
}

// mark is a path of a layer of an SVG, with the rectangle around its points.
type mark struct {
	layer, text              string
	left, top, right, bottom float64
}

var decimal = regexp.MustCompile(`-?[0-9.]+`)

func marks(t interface{ Fatalf(string, ...any) }, text string) (out []mark) {
	d, layer := xml.NewDecoder(strings.NewReader(text)), ""
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatalf("%v", err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		m := mark{layer: layer, left: math.Inf(1), top: math.Inf(1), right: math.Inf(-1), bottom: math.Inf(-1)}
		for _, a := range start.Attr {
			switch {
			case start.Name.Local == "g" && a.Name.Local == "id":
				layer = a.Value
			case a.Name.Local == "aria-label":
				m.text = a.Value
			case a.Name.Local == "d":
				for i, s := range decimal.FindAllString(a.Value, -1) {
					x, err := strconv.ParseFloat(s, 64)
					if err != nil {
						t.Fatalf("%v", err)
					}
					if i%2 == 0 {
						m.left, m.right = min(m.left, x), max(m.right, x)
					} else {
						m.top, m.bottom = min(m.top, x), max(m.bottom, x)
					}
				}
			}
		}
		if start.Name.Local == "path" {
			out = append(out, m)
		}
	}
}

func texts(list []mark, layer string) (out []string) {
	for _, m := range list {
		if m.layer == layer && m.text != "" {
			out = append(out, m.text)
		}
	}
	return out
}
