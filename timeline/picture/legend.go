package picture

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"frontline/timeline"
	"frontline/timeline/front"
	"frontline/timeline/picture/lettering"
	"frontline/timeline/picture/sheet"
)

// entry is a line of the legend.
type entry struct {
	paint  sheet.Paint // of the swatch; nil is paper
	front  bool        // the swatch is a front line
	name   string
	figure string
}

// contestedEntries is how many contests of different parties the legend tells
// apart; the smaller ones are one.
const contestedEntries = 5

// legend is what the legend lists: holders and contests, the largest first,
// with their ground in the frame and its share of the country's there, and the
// rest, which nobody is known to hold.
func (d *drawing) legend(ground []front.Area) []entry {
	total := d.frame.km2(d.Country)
	unknown, other := total, 0.0
	var holders, contests []entry
	for _, a := range slices.SortedStableFunc(slices.Values(ground), func(a, b front.Area) int { return cmp.Compare(b.Km2, a.Km2) }) {
		e := entry{paint: d.paintOf(a.State, strength), name: d.nameOf(a), figure: d.figure(a.Km2, total)}
		switch {
		case e.paint == nil:
			continue
		case !a.Contested():
			holders = append(holders, e)
		case len(contests) < contestedEntries:
			contests = append(contests, e)
		default:
			other += a.Km2
		}
		unknown -= a.Km2
	}
	out := slices.Concat(holders, contests)
	if other > 0 {
		out = append(out, entry{paint: sheet.Paint{faint.Over(home, strength), home}, name: d.words.otherContested, figure: d.figure(other, total)})
	}
	out = append(out, entry{name: d.words.unknown, figure: d.figure(max(0, unknown), total)})
	if slices.ContainsFunc(d.Tones, func(t front.Tone) bool { return d.paintOf(t.State, strength) != nil && dense(t.Confidence) < strength }) {
		out = append(out, entry{paint: sheet.Paint{faint.Over(home, palest)}, name: d.words.paler})
	}
	if !d.fronts()[0].Path.Empty() {
		out = append(out, entry{front: true, name: d.words.front})
	}
	return out
}

// nameOf is who holds an area, or contests it, in words.
func (d *drawing) nameOf(a front.Area) string {
	if !a.Contested() {
		return d.actor(a.Holder)
	}
	parties := make([]string, len(a.Parties))
	for i, p := range a.Parties {
		parties[i] = d.actor(p)
	}
	if len(parties) == 1 {
		return d.words.contested + parties[0] + d.words.othersUnknown
	}
	return d.words.contested + strings.Join(parties, d.words.comma)
}

// actor is an actor's name; the id of one that is not in the table.
func (d *drawing) actor(id timeline.Actor) string {
	for _, a := range d.Actors {
		if a.ID == id {
			return d.named(a.NameAr, a.NameEn)
		}
	}
	return string(id)
}

func (d *drawing) figure(km2, total float64) string {
	return fmt.Sprintf(d.words.km2, grouped(km2)) + " · " + d.words.portion(km2/total)
}

// set draws the legend from top downwards, in one column beside the map or two
// below it, and says where it ends.
func (d *drawing) set(list []entry, top float64) (out []sheet.Mark, bottom float64) {
	from, columns := d.format.width-2*d.format.margin-d.format.side, 1
	if !d.format.wide {
		from, columns = 0, 2
	}
	head := d.block(text{[]string{d.words.holders}, lettering.Style{Size: d.format.letter * 1.1, Bold: true}, ink}, from, top, d.format.side)
	out, top, bottom = head.marks, head.bottom+8, head.bottom
	perColumn := (len(list) + columns - 1) / columns
	y := top
	for i, e := range list {
		if i > 0 && i%perColumn == 0 {
			from, y = from+d.format.side+d.format.gap, top
		}
		marks, end := d.setEntry(e, from, y)
		out = append(out, marks...)
		y = end + d.format.letter*0.75
		bottom = max(bottom, end)
	}
	return out, bottom
}

// setEntry draws one entry: its swatch, its name, its figure under it.
func (d *drawing) setEntry(e entry, from, top float64) ([]sheet.Mark, float64) {
	const width = 26
	size := d.format.letter
	height := size * 1.05
	x := d.startX(from, width)
	swatch := sheet.Mark{Path: sheet.Rectangle(x, top+1, width, height), Fill: sheet.Paint{home}, Stroke: sheet.Stroke{Colour: homeBorder, Width: 0.7}}
	switch {
	case e.front:
		swatch.Path = sheet.Path{}
		swatch.Path.MoveTo(x, top+height/2)
		swatch.Path.LineTo(x+width, top+height/2)
		swatch.Fill, swatch.Stroke = nil, sheet.Stroke{Colour: ink, Width: 1.8}
	case e.paint != nil:
		swatch.Fill = e.paint
	}
	indent := width + 10.0
	name := d.block(text{[]string{e.name}, lettering.Style{Size: size}, ink}, from+indent, top, d.format.side-indent)
	marks := append([]sheet.Mark{swatch}, name.marks...)
	if e.figure == "" {
		return marks, name.bottom
	}
	figure := d.block(text{[]string{e.figure}, lettering.Style{Size: size * 0.9}, soft}, from+indent, name.bottom, d.format.side-indent)
	return append(marks, figure.marks...), figure.bottom
}
