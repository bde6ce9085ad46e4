package ar

import (
	"strings"

	"frontline/geo/arabic"
)

// theState: "the State" alone is the Islamic State where the text names that,
// and else the government.
func theState(nodes []node) {
	named := false
	for i := range nodes {
		named = named || nodes[i].role == "actor" && nodes[i].value == "islamic_state"
	}
	if !named {
		return
	}
	for i := range nodes {
		if n := &nodes[i]; n.role == "actor" && n.first == n.last && n.text == "الدوله" {
			e := *n.entry
			e.value = "islamic_state"
			n.entry = &e
		}
	}
}

// shortNames: "the Legion", "the Movement" alone is the last force named so.
func shortNames(nodes []node) {
	called := map[string]*entry{}
	for i := range nodes {
		switch n := &nodes[i]; {
		case n.role == "actor" && headName(n.text):
			called[arabic.Article+n.text] = n.entry
		case n.role == roleWord && called[n.text] != nil && !describedBehind(nodes, i):
			n.entry = called[n.text]
		}
	}
}

// headName says whether a folded word is what a force is called for short.
func headName(word string) bool {
	switch word {
	case "فيلق", "حركه", "حزب", "فرقه", "جماعه", "لواء":
		return true
	}
	return false
}

// describedBehind says whether a word with its article follows node i, as in
// the name of another force: "the Fifth Legion".
func describedBehind(nodes []node, i int) bool {
	return i+1 < len(nodes) && nodes[i+1].role == roleWord && !nodes[i+1].conj && len(nodes[i+1].text) > len(arabic.Article) && nodes[i+1].text[:len(arabic.Article)] == arabic.Article
}

// neighbours: a country that is only named for the border with it is no force
// in play: "the crossing with Turkey", "between Syria and Turkey".
func neighbours(nodes []node) {
	for i := 1; i < len(nodes); i++ {
		n := &nodes[i]
		if n.role != "actor" || n.first != n.last {
			continue
		}
		switch p := &nodes[i-1]; {
		case p.role == "prep" && p.text == "مع" && bordering(nodes[max(0, i-4):i-1]):
			n.entry = plainWord
		case n.conj && i > 1 && p.role == "nation" && nodes[i-2].text == "بين":
			n.entry = plainWord
		}
	}
}

func bordering(nodes []node) bool {
	for i := range nodes {
		switch n := &nodes[i]; {
		case n.role == "border":
			return true
		case n.text == "الحدودي", n.text == "حدودي", n.text == "الحدوديه", n.text == "حدوديه", n.role == "class" && n.value == "crossing":
			return true
		}
	}
	return false
}

// plainCommon is what a word becomes that only describes.
//
//nolint:gochecknoglobals // told apart by its address
var plainCommon = &entry{role: "common"}

// backed settles who is meant by words that say for whom somebody fights.
func (g *Grammar) backed(nodes []node) []node {
	attributes(nodes)
	sponsors(g, nodes)
	return nodes
}

// attributes: "lying in", "belonging to" say who holds a place only where hands
// or a force follow.
func attributes(nodes []node) {
	for i := range nodes {
		n := &nodes[i]
		if n.role != "subject_to" || n.value != "lies" && n.value != "of" {
			continue
		}
		k := i + 1
		for k < len(nodes) && k < i+3 && (nodes[k].role == roleWord || nodes[k].role == "common") && !nodes[k].conj {
			k++
		}
		if k == len(nodes) || nodes[k].role != "under" && !(nodes[k].role == "actor" && nodes[k].prep == "ل") && !(k == i+1 && nodes[k].role == "it" && nodes[k].object == "ل") {
			n.entry = plainCommon
		}
	}
}

// sponsors: "armed men loyal to X", "factions that X backs" are a force of their
// own, and X is not in play. It only speaks of whom the men fight for.
func sponsors(g *Grammar, nodes []node) {
	for i := 1; i+1 < len(nodes); i++ {
		if nodes[i].role == "beside" && strings.HasPrefix(strings.TrimPrefix(nodes[i].text, arabic.Article), "مدعوم") {
			backedByTurkey(nodes, i)
		}
		if nodes[i].role != "loyal" {
			continue
		}
		k := i + 1
		if nodes[k].role == "prep" && k+1 < len(nodes) {
			k++
		}
		if nodes[k].role != "actor" && nodes[k].role != "nation" {
			nodes[i].entry = plainCommon
			continue
		}
		head := &nodes[i-1]
		if i > 1 && head.role == roleWord && !head.conj && (nodes[i-2].role == "actor" || nodes[i-2].role == "rebels" || nodes[i-2].role == "members") {
			head = &nodes[i-2] // "local armed men loyal to X"
		}
		proxy := proxyOf(nodes[k].value)
		switch {
		case head.role == "rebels" || head.role == "members" || head.role == roleWord && !head.conj && armed(head.text), head.role == "actor" && head.value == "opposition":
			head.entry = &entry{role: "actor", value: proxy, agree: 'p', traits: ofForces}
			nodes[i].entry, nodes[k].entry = plainCommon, plainCommon
		case nodes[i].value == "loyal":
			nodes[i].entry, nodes[k].entry = plainCommon, plainCommon
		default:
			nodes[i].entry = g.lex.phrases.Get([]string{"مدعومه"})
		}
	}
}

// backedByTurkey: factions that Turkey backs, at node i, are those of the north,
// and not the opposition at large.
func backedByTurkey(nodes []node, i int) {
	k := i + 1
	if nodes[k].role == "prep" && k+1 < len(nodes) {
		k++
	}
	if head := &nodes[i-1]; nodes[k].value == "turkey" && (nodes[k].role == "actor" || nodes[k].role == "nation") && (head.role == "rebels" || head.role == "members" || head.role == "actor" && head.value == "opposition") {
		head.entry = &entry{role: "actor", value: "turkey_backed", agree: 'p', traits: ofForces}
		nodes[i].entry, nodes[k].entry = plainCommon, plainCommon
	}
}

// proxyOf is the actor that those who fight for a sponsor are.
func proxyOf(sponsor string) string {
	switch sponsor {
	case "turkey":
		return "turkey_backed"
	case "russia":
		return "syrian_government"
	case "us_coalition":
		return "sdf"
	}
	return sponsor
}

// armed says whether a folded word names people in arms.
func armed(word string) bool {
	switch word {
	case "ميليشيات", "مليشيات", "الميليشيات", "المليشيات", "مجموعات", "المجموعات", "مسلحين", "مسلحون", "مقاتلين", "مقاتلون", "جماعات", "قوات", "القوات":
		return true
	}
	return false
}
