package ar

import (
	"strings"

	"frontline/geo/arabic"
)

// openers are words that begin a name of two words: تل رفعت, أبو حبيلات.
var openers = map[string]bool{"تل": true, "ام": true, "ابو": true, "ابي": true, "بير": true, "خربه": true, "كفر": true,
	"دير": true, "عين": true, "جب": true, "رجم": true, "الشيخ": true, "شيخ": true, "بيت": true, "وادي": true, "راس": true,
	"حوايج": true, "خان": true, "قصر": true, "قلعه": true, "جسر": true, "حوش": true, "رسم": true, "بني": true, "عرب": true,
	"تله": true, "جديده": true, "باب": true, "حي": true, "طريق": true, "مزرعه": true, "قليب": true, "صوانه": true, "عنق": true}

// tails are second words that belong to the name before them: الشرقية.
var tails = map[string]bool{"الشرقيه": true, "الغربيه": true, "الشماليه": true, "الجنوبيه": true, "الشرقي": true,
	"الغربي": true, "الشمالي": true, "الجنوبي": true, "الكبير": true, "الصغير": true, "الكبيره": true, "الصغيره": true,
	"تحتاني": true, "فوقاني": true, "التحتاني": true, "الفوقاني": true, "تحتانيه": true, "فوقانيه": true, "التحتانيه": true, "الفوقانيه": true,
	"كبير": true, "صغير": true, "النفطي": true, "العسكري": true}

// unknownNames finds names that the gazetteer does not have: a word the lists
// do not know, behind a class noun, or joined to a list that one began. It
// also hangs each class noun on the places it speaks of.
func unknownNames(text string, tokens []arabic.Token, nodes []node) []node {
	var out []node
	var class *node // the class noun in force for the list
	left := 0       // names it may still take
	for i := 0; i < len(nodes); i++ {
		n := nodes[i]
		prev := -1
		if len(out) > 0 {
			prev = len(out) - 1
		}
		afterClass := prev >= 0 && out[prev].role == "class" && out[prev].suffix == 0
		afterName := prev >= 0 && out[prev].role == rolePlace
		switch {
		case n.role == "class":
			c := n
			class, left = &c, map[byte]int{'s': 1, 'd': 2, 'p': 99}[n.count]
			if n.suffix != 0 {
				left = 0
			}
		case n.role == rolePlace:
			if class != nil && left > 0 && (afterClass || afterName && n.conj) {
				n.class = class
				left--
			}
		case n.role == roleWord && class != nil && left > 0 && n.prep == "" && nameLike(n.text, class, afterClass) && (afterClass || afterName && hasConj(n.text) && class.count != 's'):
			end := nameEnd(nodes, i)
			if nodes[end].role != roleWord && end != i {
				end = i
			}
			if !afterClass && !listGoesOn(nodes, end) {
				left = 0
				break
			}
			prefix := "و"
			if afterClass {
				prefix = ""
			}
			n = node{entry: entry{role: rolePlace}, class: class}
			n.place(text, tokens, nodes[i].first, nodes[end].last, prefix)
			if afterClass && !settlement[class.value] {
				n.start, n.first = class.start, class.first
				out = out[:prev]
			}
			left--
			i = end
		case n.role == roleStop || n.role == "verb" && n.form != noun || n.role == "strong":
			left = 0
		}
		out = append(out, n)
	}
	return out
}

// named are the classes behind which an unknown word is a name.
var named = map[string]bool{"village": true, "town": true, "city": true, "subdistrict": true, "neighbourhood": true, "farm": true,
	"area": true, "hill": true, "mountain": true, "field": true, "well": true, "airbase": true, "dam": true, "valley": true}

// nameLike says whether an unknown word behind a class noun can be a name:
// not one with a pronoun at its end, nor an adjective of a plural or an area.
func nameLike(word string, class *node, first bool) bool {
	switch {
	case !named[class.value], len([]rune(word)) < 3:
		return false
	case strings.HasSuffix(word, "ها") || strings.HasSuffix(word, "هم") || strings.HasSuffix(word, "هما"):
		return false
	case first && (class.count == 'p' || class.value == "area"):
		return strings.HasPrefix(word, arabic.Article) || !strings.HasSuffix(word, "ه") && !strings.HasSuffix(word, "ات")
	}
	return true
}

func hasConj(word string) bool { return strings.HasPrefix(word, "و") && len(word) > 6 }

// nameEnd is the last node of a name that begins at node i.
func nameEnd(nodes []node, i int) int {
	first := strings.TrimPrefix(nodes[i].text, "و")
	if i+1 < len(nodes) && nodes[i+1].first == nodes[i].last+1 {
		next := nodes[i+1].text
		if openers[first] && nodes[i+1].role == roleWord || tails[next] {
			return i + 1
		}
	}
	return i
}

// listGoesOn says whether what follows a joined word fits a list of names:
// another joined word, a mark, a preposition, a class noun or a place.
func listGoesOn(nodes []node, i int) bool {
	if i+1 >= len(nodes) {
		return true
	}
	switch n := nodes[i+1]; n.role {
	case roleComma, roleStop, "prep", "class", "near", "country", "weak", "strong", "relative", "border", "toward":
		return true
	case roleWord:
		return hasConj(n.text)
	default:
		return n.conj
	}
}
