package picture

import (
	"frontline/timeline"
	"frontline/timeline/picture/sheet"
)

// The colours of the sheet itself: pale paper under ink, so that those of the
// actors stand out.
//
//nolint:gochecknoglobals // constants, which Go has none of this type for
var (
	sheetPaper = sheet.Colour{R: 0xff, G: 0xff, B: 0xff}
	water      = sheet.Colour{R: 0xd9, G: 0xe2, B: 0xe4}
	land       = sheet.Colour{R: 0xeb, G: 0xe7, B: 0xde}
	home       = sheet.Colour{R: 0xf8, G: 0xf5, B: 0xee}
	river      = sheet.Colour{R: 0x9d, G: 0xb9, B: 0xc3}
	border     = sheet.Colour{R: 0xb3, G: 0xab, B: 0x9c}
	homeBorder = sheet.Colour{R: 0x7d, G: 0x75, B: 0x67}
	ink        = sheet.Colour{R: 0x2b, G: 0x2a, B: 0x27}
	soft       = sheet.Colour{R: 0x6b, G: 0x66, B: 0x5c}
	faint      = sheet.Colour{R: 0x8b, G: 0x84, B: 0x76}
	seaName    = sheet.Colour{R: 0x6f, G: 0x8b, B: 0x95}
	halo       = sheet.Colour{R: 0xfb, G: 0xf9, B: 0xf4}
)

// How dense an actor's colour lies on the paper: as in the legend, and on ground
// of which it is said so for certain, or nearly nothing is left of what was.
const (
	strength = 0.62
	palest   = 0.28
)

// dense is how dense colour lies on ground that is believed so far, 0…1.
func dense(confidence float64) float64 { return palest + (strength-palest)*min(confidence/0.75, 1) }

// colours are those of the ground that actors hold.
type colours map[timeline.Actor]sheet.Colour

func coloursOf(actors []timeline.ActorInfo) colours {
	out := colours{}
	for _, a := range actors {
		if c, err := sheet.ParseColour(a.Colour); err == nil {
			out[a.ID] = c
		}
	}
	return out
}

// of is the colour of an actor's ground, as dense as said. One that is not in the
// table is grey: it holds the ground all the same.
func (c colours) of(a timeline.Actor, dense float64) sheet.Colour {
	colour, ok := c[a]
	if !ok {
		colour = faint
	}
	return colour.Over(home, dense)
}
