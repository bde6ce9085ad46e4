package ar

import (
	"strings"

	"frontline/geo/arabic"
)

// dotted keeps "5.December.2024" together: its stops end no sentence.
func dotted(nodes []node) {
	for i := 0; i+4 < len(nodes); i++ {
		if nodes[i].role == roleNum && nodes[i+2].role == "month" && nodes[i+4].role == roleNum && isYear(nodes[i+4].number) && dateMark(nodes[i+1].text) && dateMark(nodes[i+3].text) {
			nodes[i+1].entry, nodes[i+3].entry = plainMark, plainMark
		}
	}
}

// dateMark says whether the mark stands between the day, the month and the year.
func dateMark(mark string) bool { return mark == "." || mark == "-" || mark == "/" || mark == "–" }

// soft says whether the line break at token i stands inside a sentence: behind
// a word that needs another, or before a preposition.
func soft(before []node, tokens []token, i int) bool {
	if k := len(before) - 1; k >= 0 && (before[k].role == "prep" || before[k].role == "class" && before[k].suffix == 0) {
		return true
	}
	if i+1 < len(tokens) && tokens[i+1].word != nil && len(before) > 0 && before[len(before)-1].role != roleStop {
		if k := len(before) - 1; before[k].role == rolePlace && tokens[i+1].word != nil && strings.HasPrefix(tokens[i+1].text, "و") && k > 0 && (before[k-1].role == rolePlace || before[k-1].role == "class") && listsOn(tokens[i+1:]) {
			return true // a list of villages broken by the width of a page
		}
		switch tokens[i+1].text {
		case "علي", "في", "من", "الي", "عن", "مع", "التي", "الذي":
			return true
		}
	}
	return false
}

// listsOn says whether the tokens of a line begin with one more name of a list:
// another "and" follows within a few words.
func listsOn(tokens []token) bool {
	for k := 1; k < min(4, len(tokens)) && tokens[k].Class == arabic.Word; k++ {
		if strings.HasPrefix(tokens[k].text, "و") {
			return true
		}
	}
	return false
}
