package kml

import (
	"image/color"
	"strconv"
	"strings"

	"frontline/timeline"
	"frontline/timeline/export"

	"github.com/twpayne/go-kml/v3"
)

// Ids of the styles that are no actor's: ground that several contest, lines between
// two holders, and actors who are not in the table.
const (
	contestedStyle = "contested"
	frontStyle     = "front"
	otherStyle     = "other"
	actorStyle     = "actor-" // and the actor's id
)

// The colours of those styles: pale with a dark edge, dark, grey.
//
//nolint:gochecknoglobals // constants, which Go has none of this type for
var (
	paper = color.RGBA{R: 0xf8, G: 0xf5, B: 0xee, A: 0xff}
	ink   = color.RGBA{R: 0x2b, G: 0x2a, B: 0x27, A: 0xff}
	grey  = color.RGBA{R: 0x8b, G: 0x84, B: 0x76, A: 0xff}
)

// dense is how dense colour lies on ground, 0…255.
const dense = 0x9e

// styles are all that placemarks refer to.
func (c cast) styles() []kml.Element {
	out := []kml.Element{
		style(contestedStyle, ink, paper),
		style(frontStyle, ink, ink),
		style(otherStyle, grey, grey),
	}
	for _, a := range c.actors {
		colour := colourOf(a.Colour)
		out = append(out, style(actorStyle+string(a.ID), colour, colour))
	}
	return out
}

// style draws lines and edges in one colour, ground and signs in another. Balloons
// show the description alone: it is escaped, and the values are not.
func style(id string, line, fill color.RGBA) kml.Element {
	thin := fill
	thin.A = dense // KML does not multiply colours by their density, and the library leaves this type as it is
	return kml.SharedStyle(id,
		kml.IconStyle(kml.Color(fill), kml.Scale(0.8)),
		kml.LineStyle(kml.Color(line), kml.Width(2)),
		kml.PolyStyle(kml.Color(thin)),
		kml.BalloonStyle(kml.Text("$[description]")))
}

// colourOf is the colour that #rrggbb names, grey where it is of another form.
func colourOf(hex string) color.RGBA {
	n, err := strconv.ParseUint(strings.TrimPrefix(hex, "#"), 16, 24)
	if err != nil {
		return grey
	}
	return color.RGBA{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n), A: 0xff}
}

// styleOf is the id of the style of a feature: that of who holds, did or gained.
func (c cast) styleOf(l export.Layer, v values) string {
	if l == export.Fronts {
		return frontStyle
	}
	if contested, _ := v["contested"].(bool); contested {
		return contestedStyle
	}
	if l == export.Difference && v["to"] == nil {
		return contestedStyle
	}
	if a, known := c.byID[c.protagonist(l, v)]; known {
		return actorStyle + string(a.ID)
	}
	return otherStyle
}

// protagonist is who holds, did or gained what a feature shows, or leads the side
// that is shut in; "" where that is nobody.
func (c cast) protagonist(l export.Layer, v values) timeline.Actor {
	field := "holder"
	switch l {
	case export.Claims, export.Advances:
		field = "actor"
	case export.Difference:
		field = "to"
	case export.Pockets, export.Necks:
		return c.leads[wordOf(v["side"])]
	}
	return timeline.Actor(wordOf(v[field]))
}
