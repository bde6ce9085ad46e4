// Package lettering sets text: it shapes words of any direction, Arabic ones
// joined as they are written, breaks them into lines, and gives the outlines
// of the letters. The font is inside the program, so that a text looks the
// same on every machine.
package lettering

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"codeberg.org/go-fonts/dejavu/dejavusanscondensed"
	"codeberg.org/go-fonts/dejavu/dejavusanscondensedbold"
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"

	"frontline/timeline/picture/sheet"
)

// Style is what letters look like.
type Style struct {
	Size float64 // height of the em, in units of the sheet
	Bold bool
}

// Above and Below are how far letters reach over and under their baseline, in
// ems.
const (
	Above = 0.78
	Below = 0.24
)

// Line is a line of text.
type Line struct {
	Text  string
	Path  sheet.Path // begins at x = 0, stands on y = 0
	Width float64    // in units
}

// Setter sets text. It is not safe for concurrent use.
type Setter struct {
	plain, bold face
	segmenter   shaping.Segmenter
	shaper      shaping.HarfbuzzShaper
	wrapper     shaping.LineWrapper
}

// face is the font of all runes: what it lacks is shown as a box.
type face struct{ *font.Face }

// ResolveFace makes a face a shaping.Fontmap.
func (f face) ResolveFace(rune) *font.Face { return f.Face }

// New makes a setter.
func New() (*Setter, error) {
	s := &Setter{}
	for f, ttf := range map[*face][]byte{&s.plain: dejavusanscondensed.TTF, &s.bold: dejavusanscondensedbold.TTF} {
		parsed, err := font.ParseTTF(bytes.NewReader(ttf))
		if err != nil {
			return nil, fmt.Errorf("lettering: %w", err)
		}
		f.Face = parsed
	}
	return s, nil
}

// Line sets a text on one line.
func (s *Setter) Line(text string, style Style) Line {
	if lines := s.Lines(text, style, 0); len(lines) > 0 {
		return lines[0]
	}
	return Line{}
}

// Lines sets a text on lines of a width in units, broken between words where
// that is possible; a width of 0 is one line. The text runs as its first letter
// does, words of the other direction in it keep their own. White space and
// control characters of any kind are a space. A text without words gives no
// lines.
func (s *Setter) Lines(text string, style Style, width float64) []Line {
	runes := []rune(strings.Join(strings.FieldsFunc(text, blank), " "))
	if len(runes) == 0 {
		return nil
	}
	f, dir := s.plain, directionOf(runes)
	if style.Bold {
		f = s.bold
	}
	in := shaping.Input{Text: runes, RunEnd: len(runes), Direction: dir, Size: fixed.Int26_6(style.Size * 64)}
	var runs []shaping.Output
	for _, run := range s.segmenter.Split(in, f) {
		runs = append(runs, s.shaper.Shape(run))
	}
	most := fixed.Int26_6(width * 64)
	if width == 0 {
		most = 1<<31 - 1
	}
	lines, _ := s.wrapper.WrapParagraphF(shaping.WrapConfig{Direction: dir}, most, runes, shaping.NewSliceIterator(runs))
	out := make([]Line, len(lines))
	for i, l := range lines {
		out[i] = drawn(l, runes)
	}
	return out
}

// blank says whether a rune only keeps words apart.
func blank(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }

// directionOf is the direction of the first letter.
func directionOf(text []rune) di.Direction {
	for _, r := range text {
		if unicode.IsLetter(r) {
			if unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko) {
				return di.DirectionRTL
			}
			break
		}
	}
	return di.DirectionLTR
}

// drawn lays the runs of a line side by side, as they are seen.
func drawn(line shaping.Line, runes []rune) (out Line) {
	first, last := len(runes), 0
	for _, run := range line {
		first, last = min(first, run.Runes.Offset), max(last, run.Runes.Offset+run.Runes.Count)
	}
	out.Text = strings.TrimSpace(string(runes[first:last]))
	seen := slices.Clone(line)
	slices.SortFunc(seen, func(a, b shaping.Output) int { return int(a.VisualIndex - b.VisualIndex) })
	for _, run := range seen {
		scale := units(run.Size) / float64(run.Face.Upem())
		x := out.Width
		for _, g := range run.Glyphs {
			if outline, ok := run.Face.GlyphData(g.GlyphID).(font.GlyphOutline); ok {
				out.Path.Join(traced(outline, scale).Moved(x+units(g.XOffset), -units(g.YOffset)))
			}
			x += units(g.Advance)
		}
		out.Width += units(run.Advance)
	}
	return out
}

// traced is the outline of a letter; TrueType has lines and quadratic curves.
func traced(outline font.GlyphOutline, scale float64) *sheet.Path {
	var p sheet.Path
	xy := func(a font.SegmentPoint) (x, y float64) { return float64(a.X) * scale, -float64(a.Y) * scale }
	for i, s := range outline.Segments {
		x, y := xy(s.Args[0])
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			if i > 0 {
				p.Close()
			}
			p.MoveTo(x, y)
		case opentype.SegmentOpLineTo:
			p.LineTo(x, y)
		case opentype.SegmentOpQuadTo:
			toX, toY := xy(s.Args[1])
			p.CurveTo(x, y, toX, toY)
		}
	}
	if !p.Empty() {
		p.Close()
	}
	return &p
}

func units(x fixed.Int26_6) float64 { return float64(x) / 64 }
