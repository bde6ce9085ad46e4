package export

import (
	"image/color"
	"strconv"
	"strings"

	"frontline/timeline"
)

// Colours of what is no actor's: ground that several contest, its edge and the lines
// between holders, and actors who are not in the table.
//
//nolint:gochecknoglobals // constants, which Go has none of this type for
var (
	Paper = color.RGBA{R: 0xf8, G: 0xf5, B: 0xee, A: 0xff}
	Ink   = color.RGBA{R: 0x2b, G: 0x2a, B: 0x27, A: 0xff}
	Grey  = color.RGBA{R: 0x8b, G: 0x84, B: 0x76, A: 0xff}
)

// Dense is how dense colour lies on ground, 0…255.
const Dense = 0x9e

// ColourOf is the colour that #rrggbb names, Grey where it is of another form.
func ColourOf(hex string) color.RGBA {
	n, err := strconv.ParseUint(strings.TrimPrefix(hex, "#"), 16, 24)
	if err != nil {
		return Grey
	}
	return color.RGBA{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n), A: 0xff}
}

// Cast are actors, by id, and who comes first on each side.
type Cast struct {
	byID  map[timeline.Actor]timeline.ActorInfo
	leads map[string]timeline.Actor
}

// NewCast is the cast of a table of actors.
func NewCast(actors []timeline.ActorInfo) Cast {
	c := Cast{map[timeline.Actor]timeline.ActorInfo{}, map[string]timeline.Actor{}}
	for _, a := range actors {
		c.byID[a.ID] = a
		if _, led := c.leads[a.Side]; !led {
			c.leads[a.Side] = a.ID
		}
	}
	return c
}

// Actor is the actor of an id; false where the table has none.
func (c Cast) Actor(id timeline.Actor) (timeline.ActorInfo, bool) {
	a, known := c.byID[id]
	return a, known
}

// Lead is who leads a side; "" for a side there is not.
func (c Cast) Lead(side string) timeline.Actor { return c.leads[side] }

// Protagonist is who is meant by a value of the layer's field of that name: an actor, or
// who leads a side.
func (c Cast) Protagonist(l Layer, value string) (timeline.ActorInfo, bool) {
	id := timeline.Actor(value)
	if l.Protagonist() == "side" {
		id = c.Lead(value)
	}
	return c.Actor(id)
}

// Protagonist is the field that says who holds, did or gained what a feature of the
// layer shows, or whose side is shut in; "" where that is nobody.
func (l Layer) Protagonist() string {
	switch l {
	case Claims, Advances:
		return "actor"
	case Difference:
		return "to"
	case Pockets, Necks:
		return "side"
	case Holdings, Areas, Cells:
		return "holder"
	}
	return ""
}
