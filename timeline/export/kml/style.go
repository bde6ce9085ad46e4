package kml

import (
	"image/color"

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

// styles are all that placemarks refer to.
func (c cast) styles() []kml.Element {
	out := []kml.Element{
		style(contestedStyle, export.Ink, export.Paper),
		style(frontStyle, export.Ink, export.Ink),
		style(otherStyle, export.Grey, export.Grey),
	}
	for _, a := range c.actors {
		colour := export.ColourOf(a.Colour)
		out = append(out, style(actorStyle+string(a.ID), colour, colour))
	}
	return out
}

// style draws lines and edges in one colour, ground and signs in another. Balloons
// show the description alone: it is escaped, and the values are not.
func style(id string, line, fill color.RGBA) kml.Element {
	thin := fill
	thin.A = export.Dense // KML does not multiply colours by their density, and the library leaves this type as it is
	return kml.SharedStyle(id,
		kml.IconStyle(kml.Color(fill), kml.Scale(0.8)),
		kml.LineStyle(kml.Color(line), kml.Width(2)),
		kml.PolyStyle(kml.Color(thin)),
		kml.BalloonStyle(kml.Text("$[description]")))
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
	if a, known := c.Protagonist(l, wordOf(v[l.Protagonist()])); known {
		return actorStyle + string(a.ID)
	}
	return otherStyle
}
