package picture

import (
	"cmp"
	"fmt"
	"strings"

	"frontline/timeline/picture/lettering"
	"frontline/timeline/picture/sheet"
)

// text is paragraphs in one style.
type text struct {
	paragraphs []string
	style      lettering.Style
	colour     sheet.Colour
}

// block is text on the sheet.
type block struct {
	marks  []sheet.Mark
	bottom float64
}

// lineHeight is the distance of two baselines, in ems.
const lineHeight = 1.3

// block sets text in lines of a width, from top downwards, so far from the
// margin at which lines begin.
func (d *drawing) block(t text, from, top, width float64) block {
	out := block{bottom: top}
	for _, p := range t.paragraphs {
		for _, l := range d.letters.Lines(p, t.style, width) {
			baseline := out.bottom + t.style.Size*(lineHeight-lettering.Above-lettering.Below)/2 + t.style.Size*lettering.Above
			path := l.Path.Moved(d.startX(from, l.Width), baseline)
			out.marks = append(out.marks, sheet.Mark{Path: path, Fill: sheet.Paint{t.colour}, Text: l.Text})
			out.bottom += t.style.Size * lineHeight
		}
	}
	return out
}

// heading draws the title and the day under it, and says where the map begins.
func (d *drawing) heading() (marks []sheet.Mark, bottom float64) {
	width := d.format.width - 2*d.format.margin
	title := d.block(text{[]string{d.title()}, lettering.Style{Size: d.format.letter * 2, Bold: true}, ink}, 0, d.format.margin*0.7, width)
	day := d.block(text{[]string{d.day()}, lettering.Style{Size: d.format.letter * 1.25}, soft}, 0, title.bottom, width)
	return append(title.marks, day.marks...), day.bottom + d.format.gap*0.6
}

func (d *drawing) title() string {
	home := d.named(d.Around.Home.NameAr, d.Around.Home.NameEn)
	return cmp.Or(d.Title, fmt.Sprintf(d.words.title, cmp.Or(d.Region, home)))
}

// day is the day of the map, and that of what was known.
func (d *drawing) day() string {
	day := d.words.day(d.Day)
	if d.Evidence.KnownOn.Known() {
		day += " · " + fmt.Sprintf(d.words.knownOn, d.words.day(d.Evidence.KnownOn))
	}
	return day
}

// notes draws what the picture rests on, and says where it ends.
func (d *drawing) notes(top float64) (marks []sheet.Mark, bottom float64) {
	t := text{d.foundations(), lettering.Style{Size: d.format.letter * 0.82}, soft}
	b := d.block(t, 0, top, d.format.width-2*d.format.margin)
	return b.marks, b.bottom
}

// namedSources is how many sources the notes name; the others are counted.
const namedSources = 12

// foundations are the notes, a paragraph each.
func (d *drawing) foundations() (out []string) {
	e, w := d.Evidence, d.words
	rests := w.nothing
	if e.Claims > 0 {
		rests = fmt.Sprintf(w.rests, w.counted(e.Claims, w.claims), w.counted(e.Reports, w.reports))
	}
	if len(e.Without) > 0 {
		rests += " " + fmt.Sprintf(w.without, d.list(e.Without))
	}
	out = append(out, rests)
	if len(e.Sources) > 0 {
		out = append(out, fmt.Sprintf(w.sources, d.list(e.Sources)))
	}
	last := w.base
	if e.Version != "" {
		last += " " + fmt.Sprintf(w.version, e.Version)
	}
	return append(out, last)
}

// list are names in a row, the last of too many only counted.
func (d *drawing) list(names []string) string {
	if more := len(names) - namedSources; more > 0 {
		return strings.Join(names[:namedSources], d.words.comma) + d.words.comma + d.words.counted(more, d.words.more)
	}
	return strings.Join(names, d.words.comma)
}

// said is what the sheet says to who cannot see it: a title, and the legend
// and the notes in sentences.
func (d *drawing) said(key []entry) (title, description string) {
	var b strings.Builder
	for _, e := range key {
		if e.figure != "" {
			fmt.Fprintf(&b, "%s: %s.\n", e.name, e.figure)
		}
	}
	b.WriteString(strings.Join(d.foundations(), "\n"))
	return d.title() + " · " + d.day(), b.String()
}
