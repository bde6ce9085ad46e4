package picture

import (
	"frontline/timeline/front"
	"frontline/timeline/picture/sheet"

	"github.com/paulmach/orb"
)

// tones is the ground that somebody holds, and what several contest, striped in
// the colours of all of them; the paler, the less it is believed. What nobody is
// known to hold stays paper.
func (d *drawing) tones() []sheet.Mark {
	var out []sheet.Mark
	for _, t := range d.Tones {
		if paint := d.paintOf(t.State, dense(t.Confidence)); paint != nil {
			out = append(out, sheet.Mark{Path: d.frame.area(t.Shape), Fill: paint})
		}
	}
	return out
}

// paintOf is how ground is painted; nil where nobody is known to hold it.
func (d *drawing) paintOf(s front.State, dense float64) sheet.Paint {
	switch {
	case s.Contested():
		var paint sheet.Paint
		for _, party := range s.Parties {
			paint = append(paint, d.colours.of(party, dense))
		}
		if len(paint) == 1 {
			paint = append(paint, home) // with nobody knows whom
		}
		return paint
	case !s.Held():
		return nil
	}
	return sheet.Paint{d.colours.of(s.Holder, dense)}
}

// fronts are the lines between two holders: ink on a pale casing.
func (d *drawing) fronts() []sheet.Mark {
	var lines []orb.LineString
	for _, f := range d.Fronts {
		lines = append(lines, f.Line)
	}
	path := d.frame.line(lines...)
	return []sheet.Mark{
		{Path: path, Stroke: sheet.Stroke{Colour: halo, Width: 3.4 * d.format.line}},
		{Path: path, Stroke: sheet.Stroke{Colour: ink, Width: 1.5 * d.format.line}},
	}
}
