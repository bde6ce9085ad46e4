package ar

import (
	"strings"
	"unicode/utf8"

	"frontline/geo/arabic"
)

// opener says whether a folded word begins a name of two words: تل رفعت.
func opener(word string) bool {
	switch word {
	case "تل", "ام", "ابو", "ابي", "بير", "خربه", "كفر", "دير", "عين", "جب", "رجم", "الشيخ", "شيخ", "بيت", "وادي", "راس",
		"حوايج", "خان", "قصر", "قلعه", "جسر", "حوش", "رسم", "بني", "عرب", "تله", "جديده", "باب", "حي", "طريق", "مزرعه",
		"قليب", "صوانه", "عنق", "قسطل", "جمعيه", "برج", "ظهر", "جباب", "حويجه", "زور", "نبع", "مشرفه", "معره":
		return true
	}
	return false
}

// tail says whether a folded word belongs to the name before it: الشرقية.
func tail(word string) bool {
	switch strings.TrimSuffix(strings.TrimPrefix(word, arabic.Article), "ه") {
	case "شرقي", "غربي", "شمالي", "جنوبي", "كبير", "صغير", "تحتاني", "فوقاني", "وسطاني", "نفطي", "عسكري", "جوي", "كبري", "صغري", "وسطي", "سفلي", "عليا", "علوي", "فوقا", "تحتا":
		return true
	}
	return false
}

// verbal says whether an unknown word looks like a verb.
func (w *namer) verbal(word string) bool {
	return !strings.HasPrefix(word, arabic.Article) && (utf8.RuneCountInString(word) > 3 && strings.HasSuffix(word, "ت") || strings.HasSuffix(word, "وا") || utf8.RuneCountInString(word) > 4 && (strings.HasPrefix(word, "ي") || strings.HasPrefix(word, "ت")))
}

// nameLike says whether an unknown word behind a class noun can be a name:
// not one with a pronoun at its end, nor an adjective of a plural or an area.
func nameLike(word string, class *entry, first bool) bool {
	switch {
	case !hasNames(class.value) && class.value != "base", utf8.RuneCountInString(word) < 3 && !opener(word):
		return false
	case strings.HasSuffix(word, "ها") || strings.HasSuffix(word, "هم") || strings.HasSuffix(word, "هما"):
		return false
	case class.value == "base":
		return strings.HasPrefix(word, arabic.Article)
	case first && (class.number == 'p' || class.value == "area"):
		return strings.HasPrefix(word, arabic.Article) || !strings.HasSuffix(word, "ه") && !strings.HasSuffix(word, "ات")
	}
	return true
}

// hasNames says whether an unknown word behind a noun of the class is a name.
func hasNames(class string) bool {
	switch class {
	case "village", "town", "city", "subdistrict", "neighbourhood", "farm", "area", "hill", "mountain", "field", "well",
		"airbase", "dam", "bridge", "building", "valley", "junction", "checkpoint", "island", "crossing", "camp", "factory", "hospital", "castle", "depot", "college":
		return true
	}
	return false
}

func hasConj(word string) bool {
	rest, ok := strings.CutPrefix(word, "و")
	return ok && (len(word) > 6 || opener(rest))
}

// accusative says whether the word ends in ً or اً: an adverb, no name.
func (w *namer) accusative(n *node) bool {
	return strings.ContainsAny(w.text[n.start:n.end], "ًٌٍ")
}

// partOfName says whether the class noun is part of the name behind it: جبل
// البشري, مزارع ريما, but not "the two checkpoints A and B".
func partOfName(class *entry) bool {
	if class.value == "farm" {
		return class.number == 'p'
	}
	return !settlement(class.value) && class.number == 's'
}
