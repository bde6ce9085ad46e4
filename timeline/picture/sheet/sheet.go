// Package sheet is a drawing: marks of flat colour, in layers, that are
// written as SVG or as PNG and look the same in both. What a sheet says in
// letters it holds as outlines, so that no font is needed to see it, and as
// text beside them, for who cannot see it.
package sheet

// Sheet is a drawing. Lengths are in its own units; x grows to the right and
// y downwards, from the upper left corner.
type Sheet struct {
	Width, Height float64 // in units, more than 0
	Pixels        int     // how wide it is written; its height follows
	Lang          string  // of its words, ISO 639-1
	Title         string
	Description   string // all that it says, in words
	Paper         Colour
	Layers        []Layer // the first is the lowest
}

// Layer is a named part of a drawing.
type Layer struct {
	Name  string // a word of ASCII letters
	Marks []Mark // the first is the lowest
}

// Mark is a shape on the sheet: filled, then stroked.
type Mark struct {
	Path   Path
	Fill   Paint
	Stroke Stroke
	Text   string // what the shape says in letters; "" where it is none
}

// Paint is how a shape is filled. No colours leave it empty, one fills it
// evenly, several are stripes that rise to the right, StripeWidth units each.
type Paint []Colour

// StripeWidth is the width of each stripe of a Paint, in units.
const StripeWidth = 4.5

// Stroke is the line along a path, with round ends and corners. A width of 0
// is no line.
type Stroke struct {
	Colour Colour
	Width  float64   // in units
	Dash   []float64 // lengths of line and gap by turns, in units; none is a full line
}

// scale is how many pixels a unit has.
func (s *Sheet) scale() float64 { return float64(s.Pixels) / s.Width }

// pixelsHigh is how high the sheet is written.
func (s *Sheet) pixelsHigh() int { return int(s.Height*s.scale() + 0.5) }
