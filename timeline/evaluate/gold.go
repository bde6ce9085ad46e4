// Package evaluate says how well texts are read: it holds readings beside gold,
// which is what people wrote down of the same texts, and counts what was found,
// what was missed and what was said without being there.
package evaluate

import (
	"github.com/paulmach/orb"

	"frontline/timeline"
)

// Gold is what a person says one text says. Its lists hold what the JSON of
// the same name holds; fields that nothing is counted by are not read.
type Gold struct {
	ID         string       `json:"-"` // name of the file without .json; the text is <ID>.txt
	Published  string       `json:"published"`
	Places     []Place      `json:"places"`
	Control    []Control    `json:"control"`
	NotControl []Trap       `json:"not_control"`
	Advances   []Act        `json:"advances"`
	Sieges     []Act        `json:"sieges"`
	Strikes    []Act        `json:"strikes"`
	Clashes    []Clash      `json:"clashes"`
	Casualties []Casualties `json:"casualties"`
	Distances  []Distance   `json:"distances"`
}

// Place is a name that the text has.
type Place struct {
	Surface string    `json:"surface"`
	Approx  []float64 `json:"approx"` // lat, lon, right within 10 km; nil where that is not known
}

// at is where the place is; Approx has to be there.
func (p Place) at() orb.Point { return orb.Point{p.Approx[1], p.Approx[0]} }

// Control says that somebody holds, took or left a place.
type Control struct {
	Kind     timeline.Kind    `json:"kind"`
	Actor    timeline.Actor   `json:"actor"` // who holds it then; Unknown where the text says only who left
	CoActors []timeline.Actor `json:"co_actors"`
	From     timeline.Actor   `json:"from"`    // who held it before; "" where nobody says
	FromCo   []timeline.Actor `json:"from_co"` // and with whom
	Place    string           `json:"place"`
	Named    *bool            `json:"named"`  // false for "three villages"; nil is true
	Extent   string           `json:"extent"` // full or partial; "" is not judged
	Date     string           `json:"date"`   // YYYY-MM-DD; "" where the text gives no day
	Quote    string           `json:"quote"`
}

func (c Control) named() bool { return c.Named == nil || *c.Named }

// leftOpen says whether the text says only who left, not who holds it now.
func (c Control) leftOpen() bool { return left(c.Kind) && c.Actor == timeline.Unknown }

func left(k timeline.Kind) bool { return k == timeline.Withdrew || k == timeline.Lost }

// Trap is what a hasty reader takes for control.
type Trap struct {
	Why   timeline.Modality `json:"why"`
	Actor timeline.Actor    `json:"actor"` // who would hold it
	Place string            `json:"place"`
	Quote string            `json:"quote"`
}

// Act is an advance, a siege or a strike.
type Act struct {
	Actor timeline.Actor `json:"actor"` // of a siege, the besieger; "" where nobody says
	Place string         `json:"place"`
	Quote string         `json:"quote"`
}

// Clash is a fight; its actors have no order.
type Clash struct {
	Actors []timeline.Actor `json:"actors"`
	Place  string           `json:"place"`
	Quote  string           `json:"quote"`
}

// Casualties are the dead and wounded of a side, the least number given; nil
// where none is.
type Casualties struct {
	Side       timeline.Actor `json:"side"`
	KilledMin  *int           `json:"killed_min"`
	WoundedMin *int           `json:"wounded_min"`
	Quote      string         `json:"quote"`
}

// Distance is a number of kilometres in the text.
type Distance struct {
	Km    *float64 `json:"km"`
	Quote string   `json:"quote"`
}
