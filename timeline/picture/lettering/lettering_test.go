package lettering

import (
	"bytes"
	"image"
	"image/png"
	"io/fs"
	"strings"
	"testing"
	"unicode"

	"frontline/data"
	"frontline/timeline/picture/sheet"

	"pgregory.net/rapid"
)

var style = Style{Size: 20}

func setter(t interface{ Fatalf(string, ...any) }) *Setter {
	s, err := New()
	if err != nil {
		t.Fatalf("%v", err)
	}
	return s
}

// inked is what is seen of lines, each from its x on a baseline of its own
// image, 200 by 40 pixels.
func inked(t *testing.T, l Line, x float64) image.Image {
	t.Helper()
	s := sheet.Sheet{Width: 200, Height: 40, Pixels: 200, Paper: sheet.Colour{R: 255, G: 255, B: 255},
		Layers: []sheet.Layer{{Marks: []sheet.Mark{{Path: l.Path.Moved(x, 30), Fill: sheet.Paint{{}}}}}}}
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

// differing is how many of the pixels from x on are dark in one image and
// light in the other.
func differing(a, b image.Image, x int) (n int) {
	for ; x < 200; x++ {
		for y := range 40 {
			p, _, _, _ := a.At(x, y).RGBA()
			q, _, _, _ := b.At(x, y).RGBA()
			if max(p, q)-min(p, q) > 0x8000 {
				n++
			}
		}
	}
	return n
}

func TestArabicLettersAreJoined(t *testing.T) {
	s := setter(t)
	joined, apart := s.Line("حلب", style).Width, 0.0
	for _, letter := range []string{"ح", "ل", "ب"} {
		apart += s.Line(letter, style).Width
	}
	if joined > 0.9*apart {
		t.Errorf("joined it is %v wide, its letters apart %v: want it narrower", joined, apart)
	}
}

func TestNumbersStandWhereTheyAreRead(t *testing.T) {
	for _, c := range []struct{ text, atEnd string }{ // seen at the right end
		{"15 أيلول", "15"},
		{"أيلول 15", "أيلول"},
		{"Aleppo 15", "15"},
		{"15 Aleppo", "Aleppo"},
		{"Aleppo حلب", "حلب"},
		{"حلب Aleppo 15", "حلب"},
	} {
		s := setter(t)
		line, part := s.Line(c.text, style), s.Line(c.atEnd, style)
		from := line.Width - part.Width
		if n := differing(inked(t, line, 0), inked(t, part, from), int(from)+2); n > 3 {
			t.Errorf("%q: %q is not at the right end (%d pixels differ)", c.text, c.atEnd, n)
		}
	}
}

func TestLinesAreBrokenBetweenWords(t *testing.T) {
	for _, text := range []string{
		"Contested: Islamic State, Syrian government forces",
		"متنازع عليه: تنظيم الدولة الإسلامية، قوات النظام السوري",
	} {
		lines := setter(t).Lines(text, style, 200)
		var words []string
		for _, l := range lines {
			if l.Width > 200 {
				t.Errorf("line %q is %v wide: want 200 at most", l.Text, l.Width)
			}
			words = append(words, l.Text)
		}
		if got := strings.Join(words, " "); len(lines) < 2 || got != text {
			t.Errorf("%d lines of %q: want the whole text on two or more", len(lines), got)
		}
	}
}

func TestNothingToSet(t *testing.T) {
	s := setter(t)
	if lines := s.Lines(" \n\t ", style, 100); lines != nil {
		t.Errorf("white space gives lines: %v", lines)
	}
	if l := s.Line("", style); l.Width != 0 || !l.Path.Empty() {
		t.Errorf("no text gives %v", l)
	}
}

// TestEveryTextCanBeSet is about what people and files hand in: no text breaks
// the setter or is lost, and no line is wider than it may be.
func TestEveryTextCanBeSet(t *testing.T) {
	s := setter(t)
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.OneOf(rapid.String(), rapid.StringOf(rapid.RuneFrom(nil, unicode.Arabic, unicode.Hebrew, unicode.Latin)),
			rapid.SampledFrom([]string{"\u202e", "\u200f", "\u2066", "\u0301", "\x00", "ﷺ", "لا", "15"}))).Draw(t, "text"), " ")
		got := ""
		for _, l := range s.Lines(text, style, 150) {
			if l.Width > 150 && len([]rune(l.Text)) > 1 && !joiners(l.Text) {
				t.Fatalf("line %q is %v wide: want 150 at most", l.Text, l.Width)
			}
			got += l.Text
		}
		if want := strings.Join(strings.FieldsFunc(text, blank), ""); strings.Join(strings.Fields(got), "") != want {
			t.Fatalf("lines have %q: want %q", got, want)
		}
	})
}

// joiners says whether a text has marks that no line is broken before.
func joiners(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.In(r, unicode.M, unicode.Cf) || r == 'ﷺ' })
}

func FuzzLines(f *testing.F) {
	f.Add("حلب 15 Aleppo", 40.0)
	f.Add("\u202eabc\u2066", 1.0)
	f.Add("Aא\x1c", 150.0) // a separator of paragraphs
	s := setter(f)
	f.Fuzz(func(t *testing.T, text string, width float64) {
		if !(width >= 0 && width < 1e6) {
			t.Skip()
		}
		s.Lines(text, style, width)
	})
}

func TestTheFontHasWhatIsNamed(t *testing.T) {
	s := setter(t)
	for _, file := range []string{"gazetteer/places.tsv", "actors.tsv", "sources.tsv", "boundary/surroundings.geojson"} {
		raw, err := fs.ReadFile(data.FS(), file)
		if err != nil {
			t.Fatal(err)
		}
		missing := map[rune]bool{}
		for _, r := range string(raw) {
			for _, f := range []face{s.plain, s.bold} {
				if _, ok := f.NominalGlyph(r); !ok && unicode.IsGraphic(r) {
					missing[r] = true
				}
			}
		}
		for r := range missing {
			t.Errorf("%s: the font lacks %q (%U)", file, r, r)
		}
	}
}

func BenchmarkLine(b *testing.B) {
	s := setter(b)
	for b.Loop() {
		s.Line("محافظة دير الزور", style)
	}
}
