package sheet

import (
	"image/color"
	"image/png"
	"io"
	"math"

	"git.sr.ht/~sbinet/gg"
)

// WritePNG writes the sheet as a PNG, with smoothed edges.
func (s *Sheet) WritePNG(w io.Writer) error {
	c := gg.NewContext(s.Pixels, s.pixelsHigh())
	c.SetColor(s.Paper)
	c.Clear()
	c.SetLineCapRound()
	c.SetLineJoinRound()
	for _, l := range s.Layers {
		for _, m := range l.Marks {
			paint(c, m, s.scale())
		}
	}
	return png.Encode(w, c.Image())
}

// paint draws a mark at so many pixels a unit.
func paint(c *gg.Context, m Mark, scale float64) {
	for _, s := range m.Path.steps {
		x, y := s.at.x*scale, s.at.y*scale
		switch s.verb {
		case moveTo:
			c.MoveTo(x, y)
		case lineTo:
			c.LineTo(x, y)
		case curveTo:
			c.QuadraticTo(s.bend.x*scale, s.bend.y*scale, x, y)
		case closeUp:
			c.ClosePath()
		}
	}
	switch len(m.Fill) {
	case 0:
	case 1:
		c.SetColor(m.Fill[0])
		c.FillPreserve()
	default:
		c.SetFillStyle(stripes{m.Fill, StripeWidth * scale})
		c.FillPreserve()
	}
	if m.Stroke.Width > 0 {
		c.SetColor(m.Stroke.Colour)
		c.SetLineWidth(m.Stroke.Width * scale)
		c.SetDash(scaled(m.Stroke.Dash, scale)...)
		c.StrokePreserve()
	}
	c.ClearPath()
}

func scaled(list []float64, scale float64) []float64 {
	out := make([]float64, len(list))
	for i, x := range list {
		out[i] = x * scale
	}
	return out
}

// stripes is a striped paint on pixels.
type stripes struct {
	colours Paint
	width   float64 // of a stripe, in pixels
}

// ColorAt is the colour of a pixel, mixed where a stripe begins in it.
func (s stripes) ColorAt(x, y int) color.Color {
	across := (float64(x) + float64(y) + 1) / math.Sqrt2 // from the corner to the pixel's middle
	i := math.Floor(across / s.width)
	here := s.colours[int(i)%len(s.colours)]
	switch from := across - i*s.width; {
	case from < 0.5:
		before := s.colours[(int(i)+len(s.colours)-1)%len(s.colours)]
		return here.Over(before, 0.5+from)
	case s.width-from < 0.5:
		return here.Over(s.colours[(int(i)+1)%len(s.colours)], 0.5+s.width-from)
	}
	return here
}
