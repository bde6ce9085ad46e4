package sheet

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

// WriteSVG writes the sheet as SVG 1.1 that refers to nothing outside itself
// and contains no script. Every text is escaped, characters that XML does not
// allow are replaced.
func (s *Sheet) WriteSVG(w io.Writer) error {
	out := svg{bufio.NewWriter(w)}
	fmt.Fprintf(out, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %s %s" lang="%s" xml:lang="%s" role="graphics-document" aria-labelledby="sheet-title sheet-description">`+"\n",
		s.Pixels, s.pixelsHigh(), number(s.Width), number(s.Height), escaped(s.Lang), escaped(s.Lang))
	fmt.Fprintf(out, "<title id=\"sheet-title\">%s</title>\n<desc id=\"sheet-description\">%s</desc>\n", escaped(s.Title), escaped(s.Description))
	patterns := s.patterns()
	out.patterns(patterns)
	fmt.Fprintf(out, "<rect width=\"%s\" height=\"%s\" fill=\"%s\"/>\n", number(s.Width), number(s.Height), s.Paper)
	for _, l := range s.Layers {
		fmt.Fprintf(out, "<g id=\"%s\" stroke-linecap=\"round\" stroke-linejoin=\"round\">\n", escaped(l.Name))
		for _, m := range l.Marks {
			if !m.Path.Empty() {
				out.mark(m, patterns)
			}
		}
		out.WriteString("</g>\n")
	}
	out.WriteString("</svg>\n")
	return out.Flush()
}

type svg struct{ *bufio.Writer }

// patterns are the striped paints of the sheet, each once.
func (s *Sheet) patterns() (out []Paint) {
	for _, l := range s.Layers {
		for _, m := range l.Marks {
			if len(m.Fill) > 1 && !slices.ContainsFunc(out, func(p Paint) bool { return slices.Equal(p, m.Fill) }) {
				out = append(out, m.Fill)
			}
		}
	}
	return out
}

func (out svg) patterns(list []Paint) {
	if len(list) == 0 {
		return
	}
	out.WriteString("<defs>\n")
	for i, p := range list {
		period := number(StripeWidth * float64(len(p)))
		fmt.Fprintf(out, "<pattern id=\"stripes%d\" patternUnits=\"userSpaceOnUse\" width=\"%s\" height=\"%s\" patternTransform=\"rotate(45)\">", i, period, period)
		for j, c := range p {
			fmt.Fprintf(out, `<rect x="%s" width="%s" height="%s" fill="%s"/>`, number(StripeWidth*float64(j)), number(StripeWidth), period, c)
		}
		out.WriteString("</pattern>\n")
	}
	out.WriteString("</defs>\n")
}

func (out svg) mark(m Mark, patterns []Paint) {
	out.WriteString("<path")
	switch len(m.Fill) {
	case 0:
		out.WriteString(` fill="none"`)
	case 1:
		fmt.Fprintf(out, ` fill="%s"`, m.Fill[0])
	default:
		fmt.Fprintf(out, ` fill="url(#stripes%d)"`, slices.IndexFunc(patterns, func(p Paint) bool { return slices.Equal(p, m.Fill) }))
	}
	if m.Stroke.Width > 0 {
		fmt.Fprintf(out, ` stroke="%s" stroke-width="%s"`, m.Stroke.Colour, number(m.Stroke.Width))
	}
	if len(m.Stroke.Dash) > 0 {
		fmt.Fprintf(out, ` stroke-dasharray="%s"`, numbers(m.Stroke.Dash))
	}
	if m.Text != "" {
		fmt.Fprintf(out, ` role="img" aria-label="%s"`, escaped(m.Text))
	}
	out.WriteString(` d="`)
	for _, s := range m.Path.steps {
		out.step(s)
	}
	out.WriteString("\"/>\n")
}

func (out svg) step(s step) {
	out.WriteByte(byte(s.verb))
	switch s.verb {
	case curveTo:
		out.WriteString(numbers([]float64{s.bend.x, s.bend.y, s.at.x, s.at.y}))
	case moveTo, lineTo:
		out.WriteString(numbers([]float64{s.at.x, s.at.y}))
	case closeUp:
	}
}

func numbers(list []float64) string {
	var b strings.Builder
	for i, x := range list {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(number(x))
	}
	return b.String()
}

// number is x to a hundredth of a unit.
func number(x float64) string {
	return strconv.FormatFloat(math.Round(x*100)/100+0, 'f', -1, 64) // + 0 makes -0 a 0
}

func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a Builder refuses nothing
	return b.String()
}
