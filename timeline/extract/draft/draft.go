// Package draft is what the grammar of any language makes of a text: names and
// claims whose places are still words. It knows who is against whom, and what
// is said twice; finding places on the ground is the caller's.
package draft

import (
	"frontline/geo/gazetteer"
	"frontline/timeline"
)

// Name is a place name in the text, not yet put on the ground.
type Name struct {
	Surface    string
	Full       string   // the longer name that the text also gives the place; "" if none
	Class      string   // class noun before it, in English; "" if none
	Kinds      []string // kinds of the gazetteer that the class fits
	Start, End int      // bytes of the text
	Region     bool     // it only says where something is: ريف حمص, Homs province
	Entries    []*gazetteer.Entry
}

// Text is what a grammar read from one text. Claims have no ids yet, and their
// places no position; spans are bytes of the text that was read.
type Text struct {
	Published      timeline.Day
	PublishedBasis timeline.Basis
	Names          []Name // every mention, in order
	Claims         []timeline.Claim
	Relations      []Relation // one for each claim: how its place is told; nil where none is
	Notes          []Note     // nil unless asked for
}

// Relation is how words tell where the place of a claim lies by the names of
// others.
type Relation struct {
	Kind  timeline.Relation // "" where they do not
	Wind  string            // the direction as package relative names it: "N", "SW"; "" for none
	Km    float64           // the distance; 0 for none
	Names []Name            // that it is told by; of a road called by its ends those, which are no names of the text
}

// Note says what a rule made of a clause: a claim, or why none.
type Note struct {
	Start, End int    // bytes of the text
	Rule       string // name of the rule
	Made       string // the claim it made, in short; "" where it made none
	Rejected   string // why it made none; "" where it made one
}

// Told is the note of a claim that a rule made.
func Told(c *timeline.Claim) Note {
	made := string(c.Modality) + " " + string(c.Kind)
	for _, s := range []string{string(c.Actor), c.Extent} {
		if s != "" {
			made += " " + s
		}
	}
	if c.Place != nil {
		made += " @ " + c.Place.Surface
	}
	if c.From != "" {
		made += " from " + string(c.From)
	}
	return Note{Start: c.Start, End: c.End, Rule: c.Rule, Made: made}
}

// Confidences of what a rule reads, by how much of it stands in the words.
const (
	SureOwn    = 0.95 // actor and place stand in the clause
	SureLinked = 0.85 // one of them is carried over from elsewhere
)

// Shift moves all spans of the text by as many bytes.
func (t *Text) Shift(by int) {
	for i := range t.Names {
		t.Names[i].Start += by
		t.Names[i].End += by
	}
	for i := range t.Claims {
		c := &t.Claims[i]
		c.Start += by
		c.End += by
		if c.Place != nil { // which claims made from each other share
			place := *c.Place
			place.Start += by
			place.End += by
			c.Place = &place
		}
	}
	for _, r := range t.Relations {
		for i := range r.Names {
			r.Names[i].Start += by
			r.Names[i].End += by
		}
	}
	for i := range t.Notes {
		t.Notes[i].Start += by
		t.Notes[i].End += by
	}
}
