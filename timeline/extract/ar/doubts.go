package ar

import (
	"slices"
	"strings"

	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/geo/arabic"
	"frontline/geo/gazetteer"
)

// doubter tells hamlets from the words that they are called by: a large
// gazetteer has a Bidaya ("beginning") and an Askari ("military").
type doubter struct {
	nodes    []node
	tokens   []token
	ordinary map[string]bool
	sure     []orb.Point               // where the text is, by its names that are beyond doubt
	country  []string                  // governorates that the text names
	meant    map[*gazetteer.Entry]bool // first entries of the slight names that it says are names
}

// aroundKm is how far a hamlet lies at most from some other place of a text
// that speaks of it without saying that it is one.
const aroundKm = 40

// doubts makes words of the names of hamlets where nothing says that these are
// meant. An ordinary word is a name behind a class noun or a word of place, in
// a list, and wherever else in the text it then stands; another word is one
// behind a preposition or in any list too, or where the hamlet lies near a place
// of the text. What has become a word is a name again where an unknown one would
// be.
func (g *Grammar) doubts(tokens []token, nodes []node) {
	d := doubter{nodes: nodes, tokens: tokens, ordinary: g.lex.ordinary}
	var open []int
	for i := range nodes {
		switch n := &nodes[i]; {
		case n.role != rolePlace || len(n.places) == 0:
		case !d.slight(n):
			d.note(n)
		case d.said(i):
			d.note(n)
			if d.meant == nil {
				d.meant = map[*gazetteer.Entry]bool{}
			}
			d.meant[n.places[0]] = true
		default:
			open = append(open, i)
		}
	}
	for _, i := range open {
		if n := &nodes[i]; !d.meant[n.places[0]] && (d.usual(n) || !d.governed(i) && !d.around(n)) {
			n.entry = plainWord
		}
	}
}

// note remembers where a name is that hardly any other place has.
func (d *doubter) note(n *node) {
	for _, e := range n.places {
		if e.Kind == "governorate" {
			d.country = append(d.country, e.Admin1)
		} else if len(n.places) <= 2 {
			d.sure = append(d.sure, e.At)
		}
	}
}

// slight says whether a name is one word, or of words that are all ordinary,
// and nothing larger than a village is called by it.
func (d *doubter) slight(n *node) bool {
	usual := d.usual(n)
	if n.first != n.last && !usual {
		return false
	}
	return !slices.ContainsFunc(n.places, func(e *gazetteer.Entry) bool {
		switch e.Kind {
		case "village", "neighbourhood":
			return false
		case "region", "district":
			return !usual
		}
		return true
	})
}

// usual says whether all words of a name are ordinary ones.
func (d *doubter) usual(n *node) bool {
	if !d.ordinary[arabic.Bare(n.text)] {
		return false
	}
	for k := n.first + 1; k <= n.last; k++ {
		if t := &d.tokens[k]; t.Class == arabic.Number || t.Class == arabic.Word && !d.ordinary[arabic.Bare(t.Text)] {
			return false
		}
	}
	return true
}

// said says whether what stands right before the name at node i says that it is
// one: a class noun, also with the first word of a longer name behind it, a word
// of place, or a name that it is joined to.
func (d *doubter) said(i int) bool {
	if i == 0 {
		return false
	}
	switch p, n := &d.nodes[i-1], &d.nodes[i]; p.role {
	case "class":
		return p.suffix == 0
	case "near", "country", "toward", "such", "like":
		return true
	case rolePlace:
		return n.conj
	case roleMark: // A – B – C
		return i > 1 && isLink(p) && d.nodes[i-2].role == rolePlace
	case roleWord: // of a longer name: behind a class noun, or in a list
		return i > 1 && d.nodes[i-2].role == "class" && d.nodes[i-2].suffix == 0 ||
			hasConj(p.text) && !strings.HasPrefix(p.text, arabic.Article) && strings.HasPrefix(n.text, arabic.Article)
	}
	return false
}

// governed says whether a preposition stands before the name at node i, or
// before an unknown word that it is joined to, or it stands in a list: a name
// is joined to it, or it is parted from one by a comma.
func (d *doubter) governed(i int) bool {
	if i+1 < len(d.nodes) && d.nodes[i+1].role == rolePlace && d.nodes[i+1].conj {
		return true
	}
	if i > 1 && d.nodes[i-1].role == roleComma && d.nodes[i-2].role == rolePlace {
		return true
	}
	if i > 0 && d.nodes[i].conj && d.nodes[i-1].role == roleWord {
		i--
	}
	return d.nodes[i].prep != "" || i > 0 && (d.nodes[i-1].role == "prep" || d.nodes[i-1].text == "نحو")
}

// around says whether the text is about the country around a hamlet of the
// name, as far as it says at all.
func (d *doubter) around(n *node) bool {
	if len(d.sure) == 0 {
		return true
	}
	return slices.ContainsFunc(n.places, func(e *gazetteer.Entry) bool {
		return slices.Contains(d.country, e.Admin1) ||
			slices.ContainsFunc(d.sure, func(at orb.Point) bool { return geo.DistanceKm(e.At, at) <= aroundKm })
	})
}
