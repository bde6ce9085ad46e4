package relation

import (
	"sort"
	"strings"
	"unicode/utf8"

	"frontline/geo/arabic"
	"frontline/geo/trie"
	"frontline/timeline/extract/draft"
)

// Roles that the text gives beside those of the list.
const (
	name  = "name"
	dash  = "dash"
	comma = "comma"
	other = "" // a word that the list does not have
	stop  = "stop"
)

// token is a name, a phrase of the list or another word near the place of a
// claim.
type token struct {
	entry
	name       *draft.Name // role name
	start, end int         // bytes of the text
	joined     bool        // a conjunction is written together with it
}

// reach is how far from a place, in bytes, the words can stand that tell where
// it is.
const reach = 240

// tokens are the words of the sentence from some way before the bytes from
// start to end to some way behind them. They are not to be changed.
func (r *reader) tokens(start, end int) []token {
	if r.all == nil && r.text != "" {
		r.cut()
	}
	starts := func(at int) int { return sort.Search(len(r.all), func(i int) bool { return r.all[i].start >= at }) }
	from, to := starts(start), starts(end)
	for from > 0 && r.all[from-1].role != stop && r.all[from-1].start >= start-reach {
		from--
	}
	for to < len(r.all) && r.all[to].role != stop && r.all[to].end <= end+reach {
		to++
	}
	return r.all[from:to]
}

// cut cuts the text into tokens.
func (r *reader) cut() {
	r.room.scanned = arabic.Scan(r.room.scanned[:0], r.text)
	scanned := r.room.scanned
	r.all = r.room.tokens[:0]
	for i := 0; i < len(scanned); {
		t, next := r.token(scanned, i)
		if i = next; t.role != "quote" {
			r.all = append(r.all, t)
		}
	}
	r.room.tokens = r.all
}

// token is the longest phrase, or the name, that begins at scanned token i, and
// the scanned token behind it.
func (r *reader) token(scanned []arabic.Token, i int) (token, int) {
	t := scanned[i]
	if n := r.nameIn(t.Start, t.End); n != nil {
		next := i + 1
		for next < len(scanned) && scanned[next].Start < n.End {
			next++
		}
		before := r.lex.fold(strings.TrimSpace(r.text[t.Start:max(t.Start, n.Start)]))
		return token{entry{role: name}, n, n.Start, n.End, conjunction(before)}, next
	}
	switch t.Class {
	case arabic.Word:
		return r.phrase(scanned, i)
	case arabic.Number:
		if v, ok := arabic.ParseNumber(t.Text); ok {
			return token{entry{role: number, number: v}, nil, t.Start, t.End, false}, i + 1
		}
	case arabic.Quote:
		return token{entry{role: "quote"}, nil, t.Start, t.End, false}, i + 1
	case arabic.Mark:
		switch t.Text {
		case "-", "–", "—":
			return token{entry{role: dash}, nil, t.Start, t.End, false}, i + 1
		case ",", "،":
			return token{entry{role: comma}, nil, t.Start, t.End, false}, i + 1
		}
	}
	return token{entry{role: stop}, nil, t.Start, t.End, false}, i + 1
}

// nameIn is the name that begins between two bytes; nil where none does.
func (r *reader) nameIn(start, end int) *draft.Name {
	k := sort.Search(len(r.names), func(i int) bool { return r.names[i].Start >= start })
	if k < len(r.names) && r.names[k].Start < end {
		return &r.names[k]
	}
	return nil
}

// phrase is the longest phrase of the list at scanned token i, with the fewest
// words written together with it; or the word alone.
func (r *reader) phrase(scanned []arabic.Token, i int) (token, int) {
	best, next := token{entry{role: other}, nil, scanned[i].Start, scanned[i].End, false}, i+1
	found := 0
	for _, b := range r.lex.words.Get(r.text[scanned[i].Start:scanned[i].End]).begins {
		at := b.at
		for k := i + 1; at != 0; k++ {
			if e := r.lex.phrases.End(at); e != nil && k-i > found {
				found, next = k-i, k
				best = token{*e, nil, scanned[i].Start, scanned[k-1].End, b.joined}
			}
			if k == len(scanned) {
				break
			}
			at = r.lex.phrases.Next(at, r.inPhrase(scanned[k]))
		}
	}
	if best.role == and {
		best.joined = true
	}
	return best, next
}

// inPhrase is the number of a scanned token within phrases.
func (r *reader) inPhrase(t arabic.Token) trie.Word {
	if t.Class == arabic.Word {
		return r.lex.words.Get(r.text[t.Start:t.End]).in
	}
	return r.lex.phrases.Word(t.Text)
}

// conjunction says whether one is among what is written together with a word:
// it stands first.
func conjunction(prefix string) bool {
	first, _ := utf8.DecodeRuneInString(prefix)
	return first == 'و' || first == 'ف'
}
