package sheet_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	"image/color"
	"image/png"
	"io"
	"strings"
	"testing"

	"frontline/timeline/picture/sheet"

	"pgregory.net/rapid"
)

var (
	red   = sheet.Colour{R: 200}
	blue  = sheet.Colour{B: 200}
	white = sheet.Colour{R: 255, G: 255, B: 255}
)

// sample is 100 by 50 units, with a red square on the left, a square of stripes
// on the right, a ring of blue between them and a line under all.
func sample(pixels int) *sheet.Sheet {
	ring := sheet.Disc(50, 20, 8)
	hole := sheet.Path{}
	hole.MoveTo(46, 16)
	hole.LineTo(46, 24)
	hole.LineTo(54, 24)
	hole.LineTo(54, 16)
	hole.Close()
	ring.Join(hole)
	line := sheet.Path{}
	line.MoveTo(10, 45)
	line.LineTo(90, 45)
	return &sheet.Sheet{Width: 100, Height: 50, Pixels: pixels, Lang: "en", Title: "A title", Description: "Words", Paper: white,
		Layers: []sheet.Layer{{Name: "all", Marks: []sheet.Mark{
			{Path: sheet.Rectangle(5, 5, 30, 30), Fill: sheet.Paint{red}, Text: "red"},
			{Path: sheet.Rectangle(65, 5, 30, 30), Fill: sheet.Paint{red, blue}},
			{Path: ring, Fill: sheet.Paint{blue}},
			{Path: line, Stroke: sheet.Stroke{Colour: blue, Width: 4, Dash: []float64{20, 10}}},
		}}}}
}

func drawn(t *testing.T, s *sheet.Sheet) image.Image {
	t.Helper()
	var b bytes.Buffer
	if err := s.WritePNG(&b); err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func at(img image.Image, x, y int) sheet.Colour {
	c := color.RGBAModel.Convert(img.At(x, y)).(color.RGBA)
	return sheet.Colour{R: c.R, G: c.G, B: c.B}
}

func TestPNGShowsEveryMark(t *testing.T) {
	for _, scale := range []int{1, 3} {
		img := drawn(t, sample(100*scale))
		if got, want := img.Bounds(), image.Rect(0, 0, 100*scale, 50*scale); got != want {
			t.Fatalf("bounds %v: want %v", got, want)
		}
		for what, c := range map[string]struct {
			x, y int
			want sheet.Colour
		}{
			"paper": {1, 1, white}, "square": {20, 20, red}, "ring": {50, 13, blue}, "hole in the ring": {50, 20, white},
			"dash": {15, 45, blue}, "gap of the dash": {35, 45, white},
		} {
			if got := at(img, c.x*scale, c.y*scale); got != c.want {
				t.Errorf("at %d pixels a unit, %s: %v, want %v", scale, what, got, c.want)
			}
		}
	}
}

func TestStripesShareTheGround(t *testing.T) {
	img := drawn(t, sample(800))
	counts := map[sheet.Colour]int{}
	for x := 65*8 + 1; x < 95*8-1; x++ {
		for y := 5*8 + 1; y < 35*8-1; y++ {
			counts[at(img, x, y)]++
		}
	}
	all := (30*8 - 2) * (30*8 - 2)
	for _, c := range []sheet.Colour{red, blue} {
		if share := float64(counts[c]) / float64(all); share < 0.4 || share > 0.55 {
			t.Errorf("%v has %.2f of the ground: want about half", c, share)
		}
	}
	// Stripes rise to the right: along that diagonal the colour stays.
	for i := range 100 {
		if a, b := at(img, 600+i, 200-i), at(img, 600, 200); a != b {
			t.Fatalf("%d pixels up the diagonal: %v, want %v", i, a, b)
		}
	}
}

// parsed reads an SVG and fails where it is not well formed, has a script, an
// event handler, or an address of anything outside.
func parsed(t interface{ Fatalf(string, ...any) }, svg []byte) (texts []string) {
	d := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return texts
		}
		if err != nil {
			t.Fatalf("not well formed: %v", err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			switch token.Name.Local {
			case "svg", "title", "desc", "defs", "pattern", "rect", "g", "path":
			default:
				t.Fatalf("element %s", token.Name.Local)
			}
			for _, a := range token.Attr {
				if strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "href" {
					t.Fatalf("attribute %s", a.Name.Local)
				}
				if a.Name.Local == "aria-label" {
					texts = append(texts, a.Value)
				}
			}
		case xml.CharData:
			if s := strings.TrimSpace(string(token)); s != "" {
				texts = append(texts, s)
			}
		}
	}
}

func TestTextStaysText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
			`</title><script>alert(1)</script>`, `" onload="alert(1)`, `]]>`, `<!--`, `&amp;`, `حلب & "الباب"`, "\x00\x1b[31m", "\xff\xfe",
		})).Draw(t, "words")
		s := sample(100)
		s.Title, s.Description, s.Lang = words, words, words
		s.Layers[0].Marks[0].Text = words
		var b bytes.Buffer
		if err := s.WriteSVG(&b); err != nil {
			t.Fatalf("%v", err)
		}
		parsed(t, b.Bytes())
	})
	s := sample(100)
	s.Title = `<b>"Aleppo"</b> & حلب`
	var b bytes.Buffer
	if err := s.WriteSVG(&b); err != nil {
		t.Fatal(err)
	}
	if texts := parsed(t, b.Bytes()); texts[0] != s.Title || texts[2] != "red" {
		t.Errorf("texts %q: want the title first, and red", texts)
	}
}

func TestOneFillIsOnePattern(t *testing.T) {
	s := sample(100)
	s.Layers[0].Marks = append(s.Layers[0].Marks, s.Layers[0].Marks[1])
	var b bytes.Buffer
	if err := s.WriteSVG(&b); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(b.String(), "<pattern"); n != 1 {
		t.Errorf("%d patterns: want 1", n)
	}
	if n := strings.Count(b.String(), "url(#stripes0)"); n != 2 {
		t.Errorf("%d uses of it: want 2", n)
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWhatCannotBeWrittenIsAnError(t *testing.T) {
	if err := sample(100).WriteSVG(broken{}); err == nil {
		t.Error("SVG: no error")
	}
	if err := sample(100).WritePNG(broken{}); err == nil {
		t.Error("PNG: no error")
	}
}

func TestParseColour(t *testing.T) {
	if c, err := sheet.ParseColour("#b4443c"); err != nil || c != (sheet.Colour{R: 0xb4, G: 0x44, B: 0x3c}) || c.String() != "#b4443c" {
		t.Errorf("%v, %v", c, err)
	}
	for _, s := range []string{"", "b4443c", "#b4443", "#b4443c0", "#gggggg", "red"} {
		if c, err := sheet.ParseColour(s); err == nil {
			t.Errorf("%q is %v: want an error", s, c)
		}
	}
}

func TestOverMixesColours(t *testing.T) {
	for strength, want := range map[float64]sheet.Colour{0: white, 1: red, 0.5: {R: 228, G: 128, B: 128}} {
		if got := red.Over(white, strength); got != want {
			t.Errorf("strength %v: %v, want %v", strength, got, want)
		}
	}
}
