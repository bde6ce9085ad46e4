// Package ar reads Arabic reports: it tags the words of a text from the lists
// in data/words/ar, cuts it into sentences and those into parts (who, where,
// when, what was done), and lets rules read statements from them.
package ar

import (
	"io/fs"
	"slices"
	"strings"

	"frontline/geo/gazetteer"
	"frontline/geo/memo"
	"frontline/timeline"
	"frontline/timeline/extract/draft"
)

// Grammar reads Arabic reports. It is immutable but for what it remembers of
// words, and safe for concurrent use.
type Grammar struct {
	lex    *lexicon
	memo   *memo.Memo[word]
	places *gazetteer.Gazetteer
	sides  draft.Sides
}

// New makes a grammar from the word lists (actors.tsv, verbs.tsv, classes.tsv,
// cues.tsv, time.tsv, common.tsv, relations.tsv; what an earlier folder says counts over a
// later one), the places whose names it knows, and the actors with their
// sides. A line that names a role, a sense or an actor there is not is an
// error that names the list, the line and what is allowed.
func New(folders []fs.FS, places *gazetteer.Gazetteer, actors []timeline.ActorInfo) (*Grammar, error) {
	sides := draft.SidesOf(actors)
	lex, err := loadLexicon(folders, func(id string) bool { return sides[timeline.Actor(id)] != "" })
	if err != nil {
		return nil, err
	}
	g := &Grammar{lex: lex, places: places, sides: sides}
	g.memo = memo.New(g.analyse)
	return g, nil
}

// document is one text while it is read.
type document struct {
	*scratch
	g         *Grammar
	text      string
	published timeline.Day
	basis     timeline.Basis
	years     []int
	short     map[string]string  // of the names that are short for others, by their keys; nil for none
	operation [2]timeline.Actor  // side and enemy of the one operation that the text names
	forces    draft.Forces       // who fights in it, the one named most first
	headEnd   int                // byte at which the headline ends
	lastDay   timeline.Day       // last day named so far: what "the same day" means
	month     timeline.Day       // some day of the month named last: what "the ninth of it" means
	subject   force              // of the last statement
	troops    force              // last named that are called forces
	ground    []object           // the last ground spoken of
	said      []said             // of the claims, those that the text only passes on
	last      *event             // the last control that was asserted
	sentence  int                // number of the sentence that is read
	lastIn    int                // number of the sentence of the last control
	parties   [][]timeline.Actor // actors of several sides that are named together
	named     int                // how many places are named
	explain   bool
	notes     []draft.Note
}

// Read reads a text. published is the day it came out, zero where unknown; it
// is then inferred from the text if that says enough. With explain, it notes
// what every rule made of every clause.
func (g *Grammar) Read(text string, published timeline.Day, basis timeline.Basis, explain bool) draft.Text {
	m := borrow()
	defer m.giveBack()
	d := &m.document
	*d = document{scratch: m, g: g, text: text, published: published, basis: basis, explain: explain}
	d.nodes = g.tag(m, text, g.tokens(m, text))
	d.place()
	d.variants()
	d.years = statedYears(d.nodes)
	d.operation = operation(d.nodes)
	d.forces = d.forcesIn(d.nodes)
	d.split()
	if published == 0 {
		d.inferPublished()
	}
	for i := range d.sentences {
		d.sentences[i].parse()
	}
	for i := range d.sentences {
		d.sentences[i].read()
	}
	out := draft.Text{Published: d.published, PublishedBasis: d.basis, Names: d.names(),
		Claims: append([]timeline.Claim(nil), draft.MergedInPlace(d.claims, d.headEnd, d.key)...), Notes: d.notes}
	out.Relations = g.lex.beside.Read(text, out.Names, out.Claims, g.places.Lookup)
	return out
}

// place tells the nodes where they stand, and the places how they are named.
func (d *document) place() {
	for i := range d.nodes {
		n := &d.nodes[i]
		if n.at = i; n.role == rolePlace {
			n.region = region(d.nodes, i)
			if len(n.places) == 0 && n.class != nil {
				n.places = d.g.withHead(n.class, n.surface(d.text))
			}
			d.named++
		}
	}
}

// forcesIn counts the actors of the nodes that can take ground.
func (d *document) forcesIn(nodes []node) draft.Forces {
	out := draft.Forces(d.counts.room())
	rebels, others, against := 0, false, ""
	for i := range nodes {
		if !nodes[i].has(ofForces) {
			continue
		}
		switch n := &nodes[i]; {
		case n.role == "actor" && n.object != "air" && n.value != "civilians":
			out.Count(timeline.Actor(n.value))
			others = others || n.value == "islamic_state" || n.value == "local"
		case n.role == "rebels":
			rebels++
		case n.role == "operation":
			_, against, _ = strings.Cut(n.value, " ")
		}
	}
	if rebels > 0 && !others && !oneOfTheirs(d.forces) {
		out.Count("opposition")
	}
	if against != "" && len(out) < 3 { // an operation has its enemy, though nobody names him
		out.Count(timeline.Actor(against))
	}
	out.Sort()
	return d.counts.keep(out)
}

// longSentence is how many nodes a sentence may have before a comma ends it; at
// twice as many anything does. People write shorter ones, and the time it takes
// to read a sentence grows faster than its length.
const longSentence = 300

// split cuts the nodes at stops.
func (d *document) split() {
	out := d.sentences[:0]
	from := 0
	for i := 0; i <= len(d.nodes); i++ {
		stop := i == len(d.nodes) || d.nodes[i].role == roleStop
		if !stop && !(i-from > longSentence && d.nodes[i].role == roleComma) && i-from < 2*longSentence {
			continue
		}
		if i > from {
			s := sentence{document: d, n: d.nodes[from:i]}
			if i < len(d.nodes) {
				s.stop = d.nodes[i]
			}
			out = append(out, s)
		}
		from = i + 1
		if i < len(d.nodes) && d.nodes[i].role != roleStop && d.nodes[i].role != roleComma {
			from = i // cut in the middle, where nothing ends
		}
	}
	d.sentences = out
	d.heading()
}

// names lists the mentions of places.
func (d *document) names() []draft.Name {
	out := make([]draft.Name, 0, d.named)
	for i := range d.nodes {
		n := &d.nodes[i]
		if n.role != rolePlace {
			continue
		}
		name := draft.Name{Surface: n.surface(d.text), Start: n.start, End: n.end, Region: n.region, Entries: n.places}
		if n.full != nil {
			name.Full, name.Entries = n.full.surface(d.text), n.full.places
		}
		if n.class != nil {
			name.Class, name.Kinds = n.class.value, n.class.kinds
		}
		out = append(out, name)
	}
	return out
}

// fits says whether a place of the name can be of one of the kinds.
func (n *node) fits(kinds []string) bool {
	return slices.ContainsFunc(n.places, func(e *gazetteer.Entry) bool { return slices.Contains(kinds, e.Kind) })
}

// inCountry says whether the place at i is named only for the country around
// it.
func inCountry(nodes []node, i int) bool { return nodes[i].region }

// region finds whether the place at i is named only for the country around it:
// in "the east country of Homs", "Homs governorate".
func region(nodes []node, i int) bool {
	for j := i - 1; j >= 0 && j >= i-7; j-- {
		switch n := &nodes[j]; {
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
