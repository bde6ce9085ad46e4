package ar

import (
	"strings"

	"frontline/geo/arabic"
)

// plainCommon is what a word becomes that only describes.
//
//nolint:gochecknoglobals // told apart by its address
var plainCommon = &entry{role: "common"}

// backed settles who is meant by words that say for whom somebody fights.
func (g *Grammar) backed(nodes []node) []node {
	attributes(nodes)
	formers(nodes)
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
		if i+1 < len(nodes) && backs(nodes[i].text) && nodes[i+1].role == "actor" && (nodes[i-1].role == "rebels" || nodes[i-1].role == "members" || nodes[i-1].role == "men") {
			nodes[i-1].entry = &entry{role: "actor", value: proxyOf(nodes[i+1].value), agree: 'p', traits: ofForces}
			nodes[i].entry, nodes[i+1].entry = plainCommon, plainCommon // "forces that X backs"
			continue
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
		case head.role == "rebels" || head.role == "members" || head.role == roleWord && !head.conj && armed(head.text), head.role == "actor" && (head.value == "opposition" || head.value == "local"):
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

// backs says whether a folded word says of those before it who backs them.
func backs(word string) bool {
	stem, ok := strings.CutPrefix(word, "ي")
	if !ok {
		if stem, ok = strings.CutPrefix(word, "ت"); !ok {
			return false
		}
	}
	for _, verb := range [...]string{"دعم", "ساند", "مول", "سلح", "درب"} {
		if rest, ok := strings.CutPrefix(stem, verb); ok && (rest == "ها" || rest == "هم" || rest == "ه") {
			return true
		}
	}
	return false
}

// armed says whether a folded word names people in arms.
func armed(word string) bool {
	switch word {
	case "ميليشيات", "مليشيات", "الميليشيات", "المليشيات", "مجموعات", "المجموعات", "مسلحين", "مسلحون", "مقاتلين", "مقاتلون", "جماعات", "قوات", "القوات":
		return true
	}
	return false
}

// formers: "the first", "the second" stand for a place where no noun has them
// for its number.
func formers(nodes []node) {
	for i := range nodes {
		if nodes[i].role != "former" || i == 0 {
			continue
		}
		switch p := &nodes[i-1]; {
		case p.role == "prep", p.role == "verb", p.role == roleComma, p.role == roleStop, p.role == "strong", p.text == "اما":
		default:
			nodes[i].entry = plainCommon
		}
	}
}
