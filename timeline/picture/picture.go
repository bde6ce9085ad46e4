// Package picture draws the map of a day to be printed or posted: who holds
// what, the fronts between them, the names of places, a title, a legend with
// figures, a scale, and what all of it rests on.
package picture

import (
	"fmt"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/front"
	"frontline/timeline/picture/lettering"
	"frontline/timeline/picture/sheet"

	"github.com/paulmach/orb"
)

// Lang is a language that a picture is written in.
type Lang string

// The languages.
const (
	Arabic  Lang = "ar"
	English Lang = "en"
)

// The widths that a picture can have, in pixels.
const (
	MinWidth = 300
	MaxWidth = 8000
)

// Picture is what is drawn. Coordinates are longitude and latitude in degrees.
type Picture struct {
	Lang     Lang
	Title    string // "" for the usual one
	Width    int    // in pixels, from MinWidth to MaxWidth; the height follows
	Bare     bool   // the map alone: title, legend and notes are only there for who cannot see it
	Day      timeline.Day
	Areas    []front.Area
	Tones    []front.Tone // the same ground as Areas
	Fronts   []front.Front
	Actors   []timeline.ActorInfo
	Country  orb.MultiPolygon // its outline
	Around   Surroundings
	Frame    *orb.Bound // what is shown at least; nil is the country
	Region   string     // what the frame shows, for the title; "" for the country
	Towns    []Town     // whose names are shown as far as there is room
	Evidence Evidence
}

// Town is a place whose name a map may show.
type Town struct {
	geo.Place
	Population int // 0 where unknown
}

// Evidence is what a picture says about what it rests on.
type Evidence struct {
	Reports, Claims int
	Sources         []string     // names in the picture's language
	Without         []string     // names of those that do not count
	KnownOn         timeline.Day // zero is now
	Version         string       // of the data
}

// Draw makes the sheet of a picture. It does not change p. A width or frame out
// of range is an error; a map without areas gives a country of which nothing is
// known.
func Draw(p Picture) (*sheet.Sheet, error) {
	if p.Width < MinWidth || p.Width > MaxWidth {
		return nil, fmt.Errorf("width %d: want %d to %d pixels", p.Width, MinWidth, MaxWidth)
	}
	d := drawing{Picture: p, words: wordsOf(p.Lang), colours: coloursOf(p.Actors)}
	d.rightToLeft = p.Lang == Arabic
	var err error
	if d.letters, err = lettering.New(); err != nil {
		return nil, err
	}
	d.format = formatOf(p.Width, p.Bare)
	shown, err := p.Shown()
	if err != nil {
		return nil, err
	}
	return d.compose(shown), nil
}

// drawing is a picture while it is drawn.
type drawing struct {
	Picture
	words       words
	colours     colours
	letters     *lettering.Setter
	rightToLeft bool
	format      format
	frame       frame
	taken       []box // ground of the sheet that no name may cover
}

// compose lays out the parts, from the top: title, map and legend, notes.
func (d *drawing) compose(shown orb.Bound) *sheet.Sheet {
	var title, legend, notes []sheet.Mark
	top := d.format.margin
	if !d.Bare {
		title, top = d.heading()
	}
	mapWidth := d.format.width - 2*d.format.margin
	if d.format.wide {
		mapWidth -= d.format.side + d.format.gap
	}
	d.frame = newFrame(shown, box{d.startX(0, mapWidth), top, mapWidth, mapWidth * shape(shown)})
	key := d.legend(d.frame.seen(d.Areas))
	end := d.frame.bottom()
	if !d.Bare {
		keyTop := end + d.format.gap
		if d.format.wide {
			keyTop = top
		}
		var keyBottom float64
		legend, keyBottom = d.set(key, keyTop)
		notes, end = d.notes(max(end, keyBottom) + d.format.gap)
	}

	s := &sheet.Sheet{Width: d.format.width, Height: end + d.format.margin, Pixels: d.Width, Lang: string(d.Lang), Paper: sheetPaper}
	s.Title, s.Description = d.said(key)
	scale := d.scaleBar()
	halos, names := d.names()
	// What lies over what is decided here and nowhere else.
	s.Layers = []sheet.Layer{
		{Name: "ground", Marks: d.ground()},
		{Name: "areas", Marks: d.tones()},
		{Name: "waters", Marks: d.waters()},
		{Name: "borders", Marks: d.borders()},
		{Name: "fronts", Marks: d.fronts()},
		{Name: "halos", Marks: halos},
		{Name: "names", Marks: names},
		{Name: "frame", Marks: append(d.neatline(), scale...)},
		{Name: "title", Marks: title},
		{Name: "legend", Marks: legend},
		{Name: "notes", Marks: notes},
	}
	return s
}
