package gazetteer

import (
	"strings"
	"unicode/utf8"

	"frontline/geo/arabic"
	"frontline/geo/memo"
	"frontline/geo/trie"
)

// Opening is where names of the gazetteer begin with a word of a text.
type Opening struct {
	Alone *[]*Entry  // whose name the word is by itself; nil where it is nobody's
	State trie.State // after the word: longer names go on from it
	Open  bool       // whether there are any
}

// Begin says whether names begin with a word, read with some of its clitics
// taken off.
func (g *Gazetteer) Begin(s arabic.Stem) (Opening, bool) {
	state := g.names.Next(0, g.names.Word(arabic.Bare(s.Text)))
	if state == 0 {
		state = g.fused(s.Text)
	}
	if state == 0 {
		return Opening{}, false
	}
	alone := g.names.End(state)
	if short(s) {
		alone = nil
	}
	return Opening{alone, state, g.names.Open(state)}, true
}

// short says whether too little is left of a word without its clitics to be
// taken for a name: فتح is "opening" before it is ف + تح.
func short(s arabic.Stem) bool {
	letters := utf8.RuneCountInString(s.Text)
	return s.Prefix != "" && letters < 3 || (strings.HasPrefix(s.Prefix, "ف") || strings.HasSuffix(s.Prefix, "ك")) && letters < 5
}

// fused is the state after a name of two words that is written as one:
// كفربطنا for كفر بطنا. Zero where the gazetteer has no such name.
func (g *Gazetteer) fused(word string) trie.State {
	for _, first := range []string{"كفر", "تل", "دير", "بيت", "خان", "عين", "ام", "ابو", "جب"} {
		rest, ok := strings.CutPrefix(word, first)
		if !ok || len(rest) < 4 {
			continue
		}
		if next := g.names.Next(g.names.Next(0, g.names.Word(first)), g.names.Word(arabic.Bare(rest))); next != 0 {
			return next
		}
	}
	return 0
}

// Found is a name of the gazetteer in a text.
type Found struct {
	Start, End int      // bytes of the text, half-open; clitics before the name are left out
	Entries    []*Entry // whose name it is, in the order of the table: not to be changed
}

// Finder finds the Arabic names of a gazetteer in running text: in any spelling
// that folds to theirs, with clitics before them (و ف ب ل ك), over line ends. It
// knows no grammar: an ordinary word that is also a name is found. It is safe
// for concurrent use.
type Finder struct {
	g     *Gazetteer
	words *memo.Memo[spotted]
}

// spotted is what a word is to the names, wherever it stands.
type spotted struct {
	in     trie.Word // its number within names
	begins []beginning
}

// beginning is a way to read a word that names begin with.
type beginning struct {
	Opening
	cut int // letters taken off before it
}

// Finder makes a finder of the gazetteer's names.
func (g *Gazetteer) Finder() *Finder {
	f := &Finder{g: g}
	f.words = memo.New(f.spot)
	return f
}

func (f *Finder) spot(raw string) *spotted {
	text := arabic.Fold(raw)
	w := &spotted{in: f.g.names.Word(arabic.Bare(text))}
	for _, s := range arabic.Stems(text) {
		if o, ok := f.g.Begin(s); ok {
			w.begins = append(w.begins, beginning{o, utf8.RuneCountInString(s.Prefix)})
		}
	}
	return w
}

// Find appends to dst the names in a text: at each place the longest, with the
// fewest clitics, from left to right and none within another. A text without
// any gives dst.
func (f *Finder) Find(dst []Found, text string) []Found {
	tokens := arabic.Scan(make([]arabic.Token, 0, len(text)/8), text)
	for i := 0; i < len(tokens); i++ {
		var begins []beginning
		switch t := &tokens[i]; t.Class {
		case arabic.Word:
			begins = f.words.Get(text[t.Start:t.End]).begins
		case arabic.Number: // 6 تشرين is a village
			begins = f.numbered(t.Text)
		default:
			continue
		}
		var best *[]*Entry
		last, cut := -1, 0
		for k := range begins {
			b := &begins[k]
			entries, to := b.Alone, i
			if b.Open {
				if longer, end := f.extend(text, tokens, i, b.State); longer != nil {
					entries, to = longer, end
				}
			}
			if entries != nil && to > last {
				best, last, cut = entries, to, b.cut
			}
		}
		if best == nil {
			continue
		}
		start := tokens[i].Start
		if cut > 0 {
			start = arabic.Cut(text, tokens[i], cut)
		}
		dst = append(dst, Found{start, tokens[last].End, *best})
		i = last
	}
	return dst
}

// numbered is how names begin with a number.
func (f *Finder) numbered(number string) []beginning {
	state := f.g.names.Next(0, f.g.names.Word(number))
	if state == 0 {
		return nil
	}
	return []beginning{{Opening: Opening{f.g.names.End(state), state, f.g.names.Open(state)}}}
}

// extend is the longest name of several words that goes on from a state reached
// by token i, and its last token.
func (f *Finder) extend(text string, tokens []arabic.Token, i int, state trie.State) (entries *[]*Entry, last int) {
	names := f.g.names
	for j := i + 1; j < len(tokens) && names.Open(state); j++ {
		switch t := &tokens[j]; {
		case t.Class == arabic.Word:
			state = names.Next(state, f.words.Get(text[t.Start:t.End]).in)
		case t.Class == arabic.Number:
			state = names.Next(state, names.Word(t.Text))
		case t.Class == arabic.Quote, t.Text == "\n", t.Text == "-", t.Text == "–", t.Text == "—":
			continue
		default:
			return entries, last
		}
		if state == 0 {
			break
		}
		if hit := names.End(state); hit != nil {
			entries, last = hit, j
		}
	}
	return entries, last
}
