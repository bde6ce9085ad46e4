package relation

import (
	"sort"
	"strings"
	"unicode/utf8"

	"frontline/geo/arabic"
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
// start to end to some way behind them. They are good until the next are asked
// for.
func (r *reader) tokens(start, end int) []token {
	scanned := r.scan(r.window(start, end))
	out := r.found[:0]
	defer func() { r.found = out }()
	for i := 0; i < len(scanned); {
		t, next := r.token(scanned, i)
		i = next
		switch {
		case t.role == stop && t.end <= start:
			out = out[:0]
		case t.role == stop && t.start >= end:
			return out
		case t.role != "quote":
			out = append(out, t)
		}
	}
	return out
}

// scan cuts the bytes from start to end. The tokens are good until the next
// scan.
func (r *reader) scan(start, end int) []arabic.Token {
	r.scanned = arabic.Scan(r.scanned[:0], r.text[start:end])
	for i := range r.scanned {
		r.scanned[i].Start, r.scanned[i].End = r.scanned[i].Start+start, r.scanned[i].End+start
	}
	return r.scanned
}

// window is the text around the bytes, between spaces.
func (r *reader) window(start, end int) (from, to int) {
	if from = max(0, start-reach); from > 0 {
		if k := strings.IndexAny(r.text[from:start], " \n"); k >= 0 {
			from += k
		} else {
			from = start
		}
	}
	if to = min(len(r.text), end+reach); to < len(r.text) {
		if k := strings.LastIndexAny(r.text[end:to], " \n"); k >= 0 {
			to = end + k
		} else {
			to = end
		}
	}
	return from, to
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
	for _, stem := range r.lex.stems(r.lex.form(r.text, scanned[i])) {
		at := r.lex.phrases.Next(0, r.lex.phrases.Word(stem.Text))
		for k := i + 1; at != 0; k++ {
			if e := r.lex.phrases.End(at); e != nil && k-i > found {
				found, next = k-i, k
				best = token{*e, nil, scanned[i].Start, scanned[k-1].End, conjunction(stem.Prefix)}
			}
			if k == len(scanned) {
				break
			}
			at = r.lex.phrases.Next(at, r.lex.phrases.Word(r.lex.form(r.text, scanned[k])))
		}
	}
	if best.role == and {
		best.joined = true
	}
	return best, next
}

// conjunction says whether one is among what is written together with a word:
// it stands first.
func conjunction(prefix string) bool {
	first, _ := utf8.DecodeRuneInString(prefix)
	return first == 'و' || first == 'ف'
}
