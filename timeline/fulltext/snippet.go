package fulltext

import "unicode/utf8"

// Snippet is a piece of a text.
type Snippet struct {
	Text    string   `json:"text"`    // as it stands in the report
	Matches [][2]int `json:"matches"` // bytes of Text, half-open, in order; never nil
	// Before and After say that the report goes on before the piece, or behind it.
	Before bool `json:"before"`
	After  bool `json:"after"`
}

// snippetBytes is about how long a snippet is: two or three lines. None is longer
// than longest.
const (
	snippetBytes = 320
	longest      = 4 * snippetBytes
)

// Cut is the piece of a text in which most of the words with these numbers stand,
// as Words counts them; numbers ascend. Without any it is the beginning.
func Cut(text string, words []Word, found []int) Snippet {
	out := Snippet{Matches: [][2]int{}}
	if len(words) == 0 {
		return out
	}
	first, last := window(words, best(words, found))
	from, to := words[first].Start, words[last].End
	if last == len(words)-1 {
		to = min(len(text), to+len(closing(text[to:])))
	}
	out.Before, out.After = first > 0, last < len(words)-1
	if to-from > longest { // a word that is none
		to, out.After = runeStart(text, from+longest), true
	}
	out.Text = text[from:to]
	for _, i := range found {
		if i >= first && i <= last && words[i].Start < to {
			out.Matches = append(out.Matches, [2]int{words[i].Start - from, min(words[i].End, to) - from})
		}
	}
	return out
}

// runeStart is where the character begins that byte i of a text is part of.
func runeStart(text string, i int) int {
	for i > 0 && !utf8.RuneStart(text[i]) {
		i--
	}
	return i
}

// closing is the mark with which a text ends.
func closing(rest string) string {
	_, n := utf8.DecodeRuneInString(rest)
	return rest[:n]
}

// best is the number of the found word behind which the most others stand near.
func best(words []Word, found []int) int {
	most, at := 0, 0
	for i, start := range found {
		n := 0
		for _, j := range found[i:] {
			if words[j].End-words[start].Start > snippetBytes*3/4 {
				break
			}
			n++
		}
		if n > most {
			most, at = n, start
		}
	}
	return at
}

// window is the first and the last of the words to be shown so that one of them
// stands in the first quarter.
func window(words []Word, at int) (first, last int) {
	first = at
	for first > 0 && words[at].Start-words[first-1].Start < snippetBytes/4 {
		first--
	}
	last = at
	for last+1 < len(words) && words[last+1].End-words[first].Start <= snippetBytes {
		last++
	}
	return first, last
}
