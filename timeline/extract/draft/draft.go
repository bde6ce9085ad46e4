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
	Notes          []Note // nil unless asked for
}

// Note says what a rule made of a clause: a claim, or why none.
type Note struct {
	Start, End int    // bytes of the text
	Rule       string // name of the rule
	Rejected   string // why it made no claim; "" where it made one
}

// Confidences of what a rule reads, by how much of it stands in the words.
const (
	SureOwn    = 0.95 // actor and place stand in the clause
	SureLinked = 0.85 // one of them is carried over from elsewhere
)
