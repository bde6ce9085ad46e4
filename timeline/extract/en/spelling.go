package en

import (
	"strings"

	"frontline/geo/gazetteer"
)

// respelt are the ways in which English writes words that stand inside Arabic
// names; each word of a row can stand for any other.
var respelt = [][]string{
	{"tell", "tal", "tall", "tel"}, {"ayn", "ain", "ein"}, {"deir", "dayr", "der"}, {"beit", "bayt"}, {"sheikh", "shaykh"},
	{"jabal", "jebel", "mount"}, {"khirbat", "khirbet"}, {"umm", "um", "om"}, {"kafr", "kfar", "kafar"}, {"maarat", "maaret", "marat"},
	{"jubb", "jub"}, {"bir", "beer"}, {"hosh", "hawsh", "housh"}, {"burj", "borj"}, {"wadi", "wady"}, {"sharqi", "sharqiyah", "sharqiya"},
	{"ras", "ra's"}, {"eastern", "east"}, {"western", "west"},
}

// endings are the ends of words that are written in several ways.
var endings = [][2]string{{"iyyah", "iyah"}, {"iya", "iyah"}, {"iyah", "iya"}, {"iyeh", "iyah"}, {"eh", "ah"}, {"ah", "a"}, {"a", "ah"}, {"ieh", "iyah"}, {"ou", "u"}, {"een", "in"}}

// lookup finds the entries of a name; where there is none of just this
// spelling, those of the name with one word respelt, or its end, or both.
func lookup(places *gazetteer.Gazetteer, name string) []*gazetteer.Entry {
	if e := places.Lookup(name); len(e) > 0 {
		return e
	}
	fields := strings.Fields(gazetteer.LatinKey(name))
	if len(fields) == 0 {
		return nil
	}
	for _, end := range respeltEnds(fields) {
		if e := places.Lookup(strings.Join(end, " ")); len(e) > 0 {
			return e
		}
		for k := range end {
			for _, other := range spellings(end[k]) {
				if e := places.Lookup(with(end, k, other)); len(e) > 0 {
					return e
				}
			}
		}
	}
	return nil
}

// respeltEnds are the words as they are, and with the last one ending otherwise.
func respeltEnds(fields []string) [][]string {
	out := [][]string{fields}
	k := len(fields) - 1
	for _, e := range endings {
		if stem, ok := strings.CutSuffix(fields[k], e[0]); ok && len(stem) > 2 {
			out = append(out, strings.Fields(with(fields, k, stem+e[1])))
		}
	}
	return out
}

func spellings(word string) []string {
	for _, row := range respelt {
		for _, w := range row {
			if w == word {
				return row
			}
		}
	}
	return nil
}

// with is the words with another one at k.
func with(fields []string, k int, word string) string {
	out := append([]string(nil), fields...)
	out[k] = word
	return strings.Join(out, " ")
}
