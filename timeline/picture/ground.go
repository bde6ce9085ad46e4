package picture

import (
	"frontline/timeline/picture/sheet"

	"github.com/paulmach/orb"
)

// Surroundings is the ground around the country.
type Surroundings struct {
	Land    orb.MultiPolygon // without the country; what is neither is sea
	Borders orb.MultiLineString
	Lakes   orb.MultiPolygon
	Rivers  orb.MultiLineString
	Home    Name // the country's
	Names   []Name
}

// Name is the name of a country or sea, and where it stands.
type Name struct {
	NameAr, NameEn string
	At             orb.Point
	Sea            bool
}

// ground is sea and land, under everything.
func (d *drawing) ground() []sheet.Mark {
	return []sheet.Mark{
		{Path: sheet.Rectangle(d.frame.x, d.frame.y, d.frame.width, d.frame.height), Fill: sheet.Paint{water}},
		{Path: d.frame.area(d.Around.Land), Fill: sheet.Paint{land}},
		{Path: d.frame.area(d.Country), Fill: sheet.Paint{home}},
	}
}

// riversUpTo is the scale, in units a kilometre, up to which rivers are drawn:
// they come from a map of 1:50 million, and the eye would take them for exact.
const riversUpTo = 8

func (d *drawing) waters() []sheet.Mark {
	var rivers orb.MultiLineString
	if d.frame.unitsPerKm() <= riversUpTo {
		rivers = d.Around.Rivers
	}
	return []sheet.Mark{
		{Path: d.frame.line(rivers...), Stroke: sheet.Stroke{Colour: river, Width: 1.4 * d.format.line}},
		{Path: d.frame.area(d.Around.Lakes), Fill: sheet.Paint{water}, Stroke: sheet.Stroke{Colour: river, Width: 0.6 * d.format.line}},
	}
}

// borders are those of the neighbours and, stronger, of the country.
func (d *drawing) borders() []sheet.Mark {
	var outline []orb.LineString
	for _, polygon := range d.Country {
		for _, ring := range polygon {
			outline = append(outline, orb.LineString(ring))
		}
	}
	return []sheet.Mark{
		{Path: d.frame.line(d.Around.Borders...), Stroke: sheet.Stroke{Colour: border, Width: 0.9, Dash: []float64{4, 2.4}}},
		{Path: d.frame.line(outline...), Stroke: sheet.Stroke{Colour: homeBorder, Width: 1.3}},
	}
}

// neatline is the line around the map.
func (d *drawing) neatline() []sheet.Mark {
	edge := sheet.Rectangle(d.frame.x, d.frame.y, d.frame.width, d.frame.height)
	return []sheet.Mark{{Path: edge, Stroke: sheet.Stroke{Colour: homeBorder, Width: 0.8}}}
}
