package picture

import (
	"cmp"
	"math"
	"slices"

	"frontline/timeline/picture/lettering"
	"frontline/timeline/picture/sheet"
)

// roomPerName is how much of the sheet there is for each name at least, in
// square units: more would be a list, not a map.
const roomPerName = 11000

// names are the halos of the names on the map, and the names themselves with
// their dots. Where two would overlap the less important is left out: those of
// countries count over all others, cities over towns, larger places over
// smaller ones, and one whose size is not known over none.
func (d *drawing) names() (halos, names []sheet.Mark) {
	add := func(l lettering.Line, x, y float64, colour sheet.Colour) {
		path := l.Path.Moved(x, y)
		halos = append(halos, sheet.Mark{Path: path, Stroke: sheet.Stroke{Colour: halo, Width: 3.2}})
		names = append(names, sheet.Mark{Path: path, Fill: sheet.Paint{colour}, Text: l.Text})
	}
	shown := map[string]bool{}
	for _, n := range d.Around.Names {
		if l, x, y, ok := d.aroundPoint(n); ok && !shown[n.NameEn] {
			shown[n.NameEn] = true
			add(l, x, y, nameColour(n))
		}
	}
	room := int(d.frame.width * d.frame.height / roomPerName)
	for _, t := range d.townsShown() {
		if room == 0 {
			break
		}
		if l, x, y, ok := d.besideDot(t); ok {
			add(l, x, y, colourOf(t))
			names = append(names, dot(d.frame, t))
			room--
		}
	}
	return halos, names
}

// townsShown are the towns in the frame, the most important first.
func (d *drawing) townsShown() []Town {
	var out []Town
	for _, t := range d.Towns {
		if d.frame.shown.Contains(t.At) && d.named(t.NameAr, t.NameEn) != "" {
			out = append(out, t)
		}
	}
	slices.SortStableFunc(out, func(a, b Town) int {
		return cmp.Or(cmp.Compare(standing(a), standing(b)), cmp.Compare(b.Population, a.Population), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// standing orders kinds of places, the most important first.
func standing(t Town) int {
	switch t.Kind {
	case "city":
		return 0
	case "town":
		return 1
	}
	return 2
}

// named is the name in the picture's language, or else in the other.
func (d *drawing) named(ar, en string) string {
	if d.Lang == Arabic {
		return cmp.Or(ar, en)
	}
	return cmp.Or(en, ar)
}

// large is how many people live in a city that stands out.
const large = 100_000

func (d *drawing) styleOf(t Town) lettering.Style {
	switch standing(t) {
	case 0:
		return lettering.Style{Size: d.format.letter, Bold: t.Population >= large}
	case 1:
		return lettering.Style{Size: d.format.letter * 0.9}
	}
	return lettering.Style{Size: d.format.letter * 0.82}
}

func colourOf(t Town) sheet.Colour {
	if standing(t) == 2 {
		return soft
	}
	return ink
}

const dotRadius = 2.1

func dot(f frame, t Town) sheet.Mark {
	x, y := f.at(t.At)
	return sheet.Mark{Path: sheet.Disc(x, y, dotRadius), Fill: sheet.Paint{ink}, Stroke: sheet.Stroke{Colour: halo, Width: 0.9}}
}

// besideDot finds room for a name around its dot, and takes it: where reading
// goes on first, the corners last. (x, y) is where its baseline begins.
func (d *drawing) besideDot(t Town) (l lettering.Line, x, y float64, ok bool) {
	style := d.styleOf(t)
	l = d.letters.Line(d.named(t.NameAr, t.NameEn), style)
	dotX, dotY := d.frame.at(t.At)
	ahead := 1.0
	if d.rightToLeft {
		ahead = -1
	}
	point := box{dotX - dotRadius - 1, dotY - dotRadius - 1, 2*dotRadius + 2, 2*dotRadius + 2}
	if !d.free(point, 2) {
		return l, 0, 0, false
	}
	away := dotRadius + 2.5
	for _, side := range [][2]float64{{ahead, 0}, {-ahead, 0}, {0, -1}, {0, 1}, {ahead, -1}, {ahead, 1}, {-ahead, -1}, {-ahead, 1}} {
		halfWidth, halfHeight := l.Width/2, style.Size*(lettering.Above+lettering.Below)/2
		midX := dotX + side[0]*(away+halfWidth)
		midY := dotY + side[1]*(away*math.Abs(side[1])+halfHeight)
		if side[0] != 0 {
			midY = dotY + side[1]*(halfHeight+1)
		}
		b := box{midX - halfWidth - 1.5, midY - halfHeight, l.Width + 3, 2 * halfHeight}
		if d.free(b, 3) {
			d.taken = append(d.taken, b, point)
			return l, midX - halfWidth, b.y + style.Size*lettering.Above, true
		}
	}
	return l, 0, 0, false
}

// aroundPoint takes the room for the name of a country or sea, if it is free.
func (d *drawing) aroundPoint(n Name) (l lettering.Line, x, y float64, ok bool) {
	if !d.frame.shown.Contains(n.At) {
		return l, 0, 0, false
	}
	size := d.format.letter * 1.05
	l = d.letters.Line(d.named(n.NameAr, n.NameEn), lettering.Style{Size: size})
	x, y = d.frame.at(n.At)
	height := size * (lettering.Above + lettering.Below)
	b := box{x - l.Width/2 - 4, y - height/2, l.Width + 8, height}
	if !d.free(b, 4) {
		return l, 0, 0, false
	}
	d.taken = append(d.taken, b)
	return l, x - l.Width/2, b.y + size*lettering.Above, true
}

func (d *drawing) free(b box, fromEdge float64) bool {
	return d.frame.holds(b, fromEdge) && !slices.ContainsFunc(d.taken, b.meets)
}

func nameColour(n Name) sheet.Colour {
	if n.Sea {
		return seaName
	}
	return faint
}
