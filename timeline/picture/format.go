package picture

// format is the measures of a sheet, in its units.
type format struct {
	width, margin, gap float64
	wide               bool    // the legend stands beside the map, not under it
	side               float64 // width of a column of the legend
	letter             float64 // size of the letters of the legend; others follow
	line               float64 // width of lines on the map, of what it is on a wide sheet
}

// A sheet as wide as fullWidth or wider is laid out alike and only written
// larger; one narrower than wideFrom is laid out for a telephone, with larger
// letters and the legend under the map.
const (
	fullWidth = 1200
	wideFrom  = 800
)

func formatOf(pixels int, bare bool) format {
	f := format{width: min(float64(pixels), fullWidth), margin: 28, gap: 22, letter: 13.5, line: 1}
	f.wide = f.width >= wideFrom
	f.side = 250
	if !f.wide {
		f.margin, f.gap, f.letter, f.line = 18, 16, 15, 0.75
		f.side = (f.width - 2*f.margin - f.gap) / 2
	}
	if bare {
		f.margin, f.wide = 2, false // nothing stands beside the map
	}
	return f
}

// box is a rectangle on the sheet, by its upper left corner.
type box struct{ x, y, width, height float64 }

func (b box) meets(o box) bool {
	return b.x < o.x+o.width && o.x < b.x+b.width && b.y < o.y+o.height && o.y < b.y+b.height
}

// holds says whether o lies within b, by pad units or more from its edges.
func (b box) holds(o box, pad float64) bool {
	return o.x >= b.x+pad && o.y >= b.y+pad && o.x+o.width <= b.x+b.width-pad && o.y+o.height <= b.y+b.height-pad
}

// startX is where something of a width begins that stands so far from the
// margin at which lines begin, which is the right one in Arabic.
func (d *drawing) startX(from, width float64) float64 {
	if d.rightToLeft {
		return d.format.width - d.format.margin - from - width
	}
	return d.format.margin + from
}
