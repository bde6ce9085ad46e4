package ar

import (
	"io/fs"
	"slices"

	"frontline/geo/arabic"
	"frontline/geo/gazetteer"
	"frontline/timeline"
)

// Grammar reads Arabic reports. It is immutable and safe for concurrent use.
type Grammar struct {
	lex    *lexicon
	places *gazetteer.Gazetteer
	sides  map[timeline.Actor]string // which side an actor is on
}

// New makes a grammar from the word lists (actors.tsv, verbs.tsv, classes.tsv,
// cues.tsv, time.tsv, common.tsv in fsys), the places whose names it knows,
// and the actors with their sides. A line that names a role, a sense or an
// actor there is not is an error that names the list, the line and what is
// allowed.
func New(fsys fs.FS, places *gazetteer.Gazetteer, actors []timeline.ActorInfo) (*Grammar, error) {
	sides := make(map[timeline.Actor]string, len(actors))
	for _, a := range actors {
		sides[a.ID] = a.Side
	}
	lex, err := loadLexicon(fsys, func(id string) bool { return sides[timeline.Actor(id)] != "" })
	if err != nil {
		return nil, err
	}
	return &Grammar{lex, places, sides}, nil
}

// Name is a place name in the text, not yet put on the ground.
type Name struct {
	Surface    string
	Class      string   // class noun before it, in English; "" if none
	Kinds      []string // kinds of the gazetteer that the class fits
	Start, End int      // bytes of the text
	Region     bool     // it only says where something is: ريف حمص, محافظة حمص
	Entries    []gazetteer.Entry
}

// Text is what the grammar read from one text. Claims have no ids yet, and
// their places no position; spans are bytes of the text that was read.
type Text struct {
	Published      timeline.Day
	PublishedBasis timeline.Basis
	Names          []Name // every mention, in order
	Claims         []timeline.Claim
}

// document is one text while it is read.
type document struct {
	g         *Grammar
	text      string
	nodes     []node
	published timeline.Day
	basis     timeline.Basis
	years     []int
	forces    []force      // who fights in it, the one named most first
	headEnd   int          // byte at which the headline ends
	lastDay   timeline.Day // last day named so far: what "the same day" means
	subject   timeline.Actor
	agree     byte
	claims    []timeline.Claim
}

// Read reads a text. published is the day it came out, zero where unknown; it
// is then inferred from the text if that says enough.
func (g *Grammar) Read(text string, published timeline.Day, basis timeline.Basis) Text {
	d := &document{g: g, text: text, published: published, basis: basis}
	d.nodes = g.tag(text, arabic.Tokens(text))
	d.years = statedYears(d.nodes)
	d.forces = forcesIn(d.nodes)
	sentences := d.sentences()
	if published == 0 {
		d.inferPublished(sentences)
	}
	for _, s := range sentences {
		s.read()
	}
	return Text{d.published, d.basis, d.names(), d.merged()}
}

// sentences cuts the nodes at stops.
func (d *document) sentences() []*sentence {
	var out []*sentence
	from := 0
	for i := 0; i <= len(d.nodes); i++ {
		if i < len(d.nodes) && d.nodes[i].role != roleStop {
			continue
		}
		if i > from {
			if d.headEnd == 0 {
				d.headEnd = d.nodes[i-1].end
			}
			out = append(out, &sentence{document: d, n: d.nodes[from:i], headline: d.headEnd == d.nodes[i-1].end})
		}
		from = i + 1
	}
	if len(out) == 1 {
		out[0].headline, d.headEnd = false, 0 // nothing stands under it
	}
	return out
}

// names lists the mentions of places.
func (d *document) names() []Name {
	var out []Name
	for i, n := range d.nodes {
		if n.role != rolePlace {
			continue
		}
		name := Name{Surface: n.surface(d.text), Start: n.start, End: n.end, Region: inCountry(d.nodes, i)}
		if n.class != nil {
			name.Class, name.Kinds = n.class.value, n.class.kinds
		}
		if n.known {
			name.Entries = d.g.places.Entries(n.name)
		}
		out = append(out, name)
	}
	return out
}

// fits says whether a place of the name can be of one of the kinds.
func (g *Grammar) fits(n *node, kinds []string) bool {
	for _, e := range g.places.Entries(n.name) {
		if slices.Contains(kinds, e.Kind) {
			return true
		}
	}
	return false
}

// inCountry says whether the place at i is named only for the country around
// it: in "the east country of Homs", "Homs governorate".
func inCountry(nodes []node, i int) bool {
	for j := i - 1; j >= 0 && j >= i-7; j-- {
		switch n := nodes[j]; {
		case n.role == "country", n.role == "border", n.role == "class" && n.value == "governorate":
			return true
		case n.role == "country_alone":
			return nodes[i].prep == "ل"
		case n.role == "common" && nodes[i].prep == "ل", n.role == "prep" && (n.text == "بين" || n.text == "مع"):
		case n.role != rolePlace || !nodes[j+1].conj:
			return false
		}
	}
	return false
}
