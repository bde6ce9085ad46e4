package ar

import (
	"strings"

	"frontline/geo/arabic"
)

// shortNames: "the Legion", "the Movement" alone is the last force named so;
// "the mercenaries", "the militia", the last one of whose they were spoken.
func shortNames(text string, nodes []node) {
	called := map[string]*entry{}
	for i := range nodes {
		n := &nodes[i]
		if head := abuse(text, nodes, i); head != "" {
			if n.role != "actor" {
				n = &nodes[i+1]
			}
			called[arabic.Article+head] = n.entry
			continue
		}
		switch {
		case n.role == "actor" && headName(n.text):
			called[arabic.Article+n.text] = n.entry
		case (n.role == roleWord || n.role == "common" || n.role == "actor" && n.first == n.last) && called[n.text] != nil && !describedBehind(nodes, i):
			n.entry = called[n.text]
		}
	}
}

// abuse is the folded word that calls the force at node i, or behind it, what
// its enemies do: "the mercenaries of X"; "" where none does.
func abuse(text string, nodes []node, i int) string {
	n := &nodes[i]
	if surface := text[n.start:n.end]; !strings.Contains(surface, "رتزق") && !strings.Contains(surface, "ليشي") {
		return "" // as nearly all
	}
	if n.role == "actor" && n.first == n.last || n.role != "actor" && (i+1 == len(nodes) || nodes[i+1].role != "actor" || nodes[i+1].conj || nodes[i+1].prep != "") {
		return ""
	}
	words := strings.Fields(arabic.Fold(text[n.start:n.end]))
	if n.role != "actor" {
		words = words[max(0, len(words)-1):] // "from the mercenaries of"
	}
	if len(words) > 0 {
		switch words[0] {
		case "مرتزقه", "ميليشيا", "مليشيا", "ميليشيات", "مليشيات":
			return words[0]
		}
	}
	return ""
}

// headName says whether a folded word is what a force is called for short.
func headName(word string) bool {
	switch word {
	case "فيلق", "حركه", "حزب", "فرقه", "جماعه", "لواء", "وحدات":
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
