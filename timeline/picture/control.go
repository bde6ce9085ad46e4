package picture

import (
	"frontline/timeline"
	"frontline/timeline/front"
	"frontline/timeline/picture/sheet"

	"github.com/paulmach/orb"
)

// areas is the ground that somebody holds, and what several contest, striped
// in the colours of all of them. What nobody is known to hold stays paper.
func (d *drawing) areas(list []front.Area) []sheet.Mark {
	var out []sheet.Mark
	for _, a := range list {
		if paint := d.paintOf(a); paint != nil {
			out = append(out, sheet.Mark{Path: d.frame.area(a.Shape), Fill: paint})
		}
	}
	return out
}

// paintOf is how an area is painted; nil where nobody is known to hold it.
func (d *drawing) paintOf(a front.Area) sheet.Paint {
	switch {
	case a.Contested():
		var paint sheet.Paint
		for _, party := range a.Parties {
			paint = append(paint, d.colours.of(party))
		}
		if len(paint) == 1 {
			paint = append(paint, home) // with nobody knows whom
		}
		return paint
	case a.Holder == timeline.Unknown || a.Holder == "":
		return nil
	}
	return sheet.Paint{d.colours.of(a.Holder)}
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
