package picture

import (
	"fmt"
	"math"
	"strconv"

	"frontline/timeline/picture/lettering"
	"frontline/timeline/picture/sheet"
)

// scaleBar draws a bar of a round length, at most a quarter of the map's
// width, in the lower corner at which lines begin, and takes its room.
func (d *drawing) scaleBar() []sheet.Mark {
	most := d.frame.width / 4 / d.frame.unitsPerKm()
	km := math.Pow(10, math.Floor(math.Log10(most)))
	for _, times := range []float64{5, 2} {
		if km*times <= most {
			km *= times
			break
		}
	}
	const inset, thick = 12, 4
	length := km * d.frame.unitsPerKm()
	size := d.format.letter * 0.85
	label := d.letters.Line(fmt.Sprintf(d.words.km, strconv.FormatFloat(km, 'g', 4, 64)), lettering.Style{Size: size})
	room := box{width: max(length, label.Width) + 2*inset, height: size*lineHeight + thick + 1.5*inset}
	room.x, room.y = d.frame.x, d.frame.bottom()-room.height
	if d.rightToLeft {
		room.x += d.frame.width - room.width
	}
	d.taken = append(d.taken, room)
	middle, y := room.x+room.width/2, d.frame.bottom()-inset
	left := middle - length/2
	words := label.Path.Moved(middle-label.Width/2, y-thick-size*0.45)
	edge := sheet.Stroke{Colour: ink, Width: 0.8}
	return []sheet.Mark{
		{Path: words, Stroke: sheet.Stroke{Colour: halo, Width: 3.2}},
		{Path: words, Fill: sheet.Paint{ink}, Text: label.Text},
		{Path: sheet.Rectangle(left, y-thick, length, thick), Fill: sheet.Paint{halo}, Stroke: edge},
		{Path: sheet.Rectangle(left, y-thick, length/2, thick), Fill: sheet.Paint{ink}, Stroke: edge},
	}
}
