// Package en reads English reports: it tags the words of a text from the lists
// in data/words/en, cuts it into sentences and those into parts (who, where,
// when, what was done), and lets rules read statements from them.
package en

import (
	"io/fs"
	"slices"
	"strings"

	"frontline/geo/gazetteer"
	"frontline/geo/memo"
	"frontline/timeline"
	"frontline/timeline/extract/draft"
)

// Grammar reads English reports. It is immutable but for what it remembers of
// words and names, and safe for concurrent use.
type Grammar struct {
	lex   *lexicon
	memo  *memo.Memo[word]
	names *memo.Memo[[]*gazetteer.Entry]
	sides draft.Sides
}

// New makes a grammar from the word lists (actors.tsv, verbs.tsv, classes.tsv,
// cues.tsv, time.tsv, relations.tsv; what an earlier folder says counts over a
// later one), the
// places whose names it knows, and the actors with their sides. A line that
// names a role, a sense or an actor there is not is an error that names the
// list, the line and what is allowed.
func New(folders []fs.FS, places *gazetteer.Gazetteer, actors []timeline.ActorInfo) (*Grammar, error) {
	sides := draft.SidesOf(actors)
	lex, err := loadLexicon(folders, func(id string) bool { return sides[timeline.Actor(id)] != "" })
	if err != nil {
		return nil, err
	}
	g := &Grammar{lex: lex, sides: sides}
	g.memo = memo.New(g.analyse)
	g.names = memo.New(func(name string) *[]*gazetteer.Entry {
		entries := lookup(places, name)
		return &entries
	})
	return g, nil
}

// named are the entries of a name, in any of its spellings; nil for none.
func (g *Grammar) named(name string) []*gazetteer.Entry { return *g.names.Get(name) }

// document is one text while it is read.
type document struct {
	g         *Grammar
	text      string
	nodes     []node
	published timeline.Day
	basis     timeline.Basis
	years     []int
	forces    draft.Forces            // who fights in it, the one named most first
	spoken    map[timeline.Actor]bool // whoever is named in it, if only as an adjective
	headEnd   int                     // byte at which the headline ends
	lastDay   timeline.Day            // last day named so far: what "the same day" means
	subject   force                   // of the last statement
	ground    []object                // the last ground spoken of
	list      []object                // the last list of named places
	two       []object                // the last two places named together
	claims    []timeline.Claim
	recent    [][]int // claims of the sentences before, the last first
	explain   bool
	notes     []draft.Note
}

// Read reads a text. published is the day it came out, zero where unknown; it
// is then inferred from the text if that says enough. With explain, it notes
// what every rule made of every clause.
func (g *Grammar) Read(text string, published timeline.Day, basis timeline.Basis, explain bool) draft.Text {
	d := &document{g: g, text: text, published: published, basis: basis, explain: explain}
	d.nodes = g.decide(g.tag(text, g.scan(text)))
	d.nodes = numbers(d.nodes)
	d.spoken = mean(d.nodes)
	d.years = statedYears(d.nodes)
	d.forces = forcesIn(d.nodes)
	sentences := d.sentences()
	if published == 0 {
		d.inferPublished(sentences)
	}
	for _, s := range sentences {
		s.read()
	}
	out := draft.Text{Published: d.published, PublishedBasis: d.basis, Names: d.names(),
		Claims: draft.MergedInPlace(d.claims, d.headEnd, gazetteer.LatinKey), Notes: d.notes}
	out.Relations = g.lex.beside.Read(text, out.Names, out.Claims, g.named)
	return out
}

// mean decides for each word that can mean several actors which one the text
// speaks of: the first it lists of which the text names any, else the first. It
// gives all that are named.
func mean(nodes []node) (all map[timeline.Actor]bool) {
	all = map[timeline.Actor]bool{}
	named := map[timeline.Actor]bool{}
	for i := range nodes {
		if n := &nodes[i]; n.role == "actor" && len(n.actors) == 1 {
			named[n.actors[0][0]] = true
		}
	}
	if inSyria(named) {
		named["syrian_government"] = true
	}
	for i := range nodes {
		n := &nodes[i]
		if n.role != "actor" {
			continue
		}
		n.actor = n.actors[0][0]
		if k := slices.IndexFunc(n.actors, func(choice []timeline.Actor) bool {
			return slices.ContainsFunc(choice, func(a timeline.Actor) bool { return named[a] })
		}); k >= 0 {
			n.actor = n.actors[k][0]
		}
		all[n.actor] = true
	}
	if all["local"] && all["syrian_government"] && all["islamic_state"] {
		tribes(nodes)
	}
	return all
}

// tribes gives the fighters of the tribes, in a text about the government and
// Islamic State, to the government, at whose side they fight there; but not where
// they are named with the SDF in one sentence, for they may fight those.
func tribes(nodes []node) {
	tribal := func(n *node) bool { return n.role == "actor" && n.actor == "local" && strings.Contains(n.text, "trib") }
	tribe, sdf := false, false
	for i := range nodes {
		n := &nodes[i]
		if n.role == roleStop {
			tribe, sdf = false, false
		}
		tribe, sdf = tribe || tribal(n), sdf || n.role == "actor" && n.actor == "sdf"
		if tribe && sdf {
			return
		}
	}
	for i := range nodes {
		if n := &nodes[i]; tribal(n) {
			n.actor = "syrian_government"
		}
	}
}

// inSyria says whether the forces named fight in Syria: Russia and Turkey, which
// fight elsewhere too, say nothing.
func inSyria(named map[timeline.Actor]bool) bool {
	if named["ukraine"] || named["saf"] || named["rsf"] {
		return false
	}
	for _, a := range []timeline.Actor{"opposition", "hts", "sdf", "islamic_state", "turkey_backed", "iran_backed", "hezbollah"} {
		if named[a] {
			return true
		}
	}
	return false
}

// forcesIn counts the actors of the nodes that can take ground.
func forcesIn(nodes []node) draft.Forces {
	var out draft.Forces
	for i := range nodes {
		if n := &nodes[i]; n.role == "actor" && (n.what != "nation" || heads(nodes, i+1)) && n.actor != "civilians" && n.actor != "us_coalition" && !(n.what == "land" && i > 0 && nodes[i-1].role == "prep") {
			out.Count(n.actor)
		}
	}
	out.Sort()
	return out
}

// heads says whether a noun of people stands at node i, or behind an adjective
// or two there: "Russian forces", not "Russian border".
func heads(nodes []node, i int) bool {
	for j := i; j < len(nodes) && j < i+3; j++ {
		switch nodes[j].role {
		case "members", "actor":
			return true
		case roleWord, "and":
		default:
			return false
		}
	}
	return false
}

// sentenceNodes is where a sentence is cut even without a stop: rules look
// around in it, and a text without stops must not make them look for ever.
const sentenceNodes = 240

// sentences cuts the nodes at stops.
func (d *document) sentences() []*sentence {
	var out []*sentence
	from := 0
	for i := 0; i <= len(d.nodes); i++ {
		if i < len(d.nodes) && d.nodes[i].role != roleStop && i-from < sentenceNodes {
			continue
		}
		if i > from {
			if d.headEnd == 0 {
				d.headEnd = d.nodes[i-1].end
			}
			out = append(out, &sentence{document: d, n: d.nodes[from:i], headline: d.headEnd == d.nodes[i-1].end && d.breaks(i)})
		}
		from = i
		if i < len(d.nodes) && d.nodes[i].role == roleStop {
			from++
		}
	}
	if len(out) > 0 && (len(out) == 1 || !out[0].headline) {
		out[0].headline, d.headEnd = false, 0 // nothing stands under it
	}
	return out
}

// breaks says whether a line ends at node i, without a full stop before.
func (d *document) breaks(i int) bool {
	return i < len(d.nodes) && d.text[d.nodes[i].start] != '.'
}

// names lists the mentions of places.
func (d *document) names() []draft.Name {
	var out []draft.Name
	for i := range d.nodes {
		n := &d.nodes[i]
		if n.role != rolePlace {
			continue
		}
		name := draft.Name{Surface: d.text[n.start:n.end], Start: n.start, End: n.end, Region: regional(d.nodes, i), Entries: n.entries}
		if n.class != nil {
			name.Class, name.Kinds = n.class.value, n.class.kinds
		}
		out = append(out, name)
	}
	return out
}
