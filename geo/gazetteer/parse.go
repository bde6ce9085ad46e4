package gazetteer

import (
	"regexp"
	"slices"
	"strings"

	"frontline/geo/arabic"
)

// parse is one way to read a query: some words are a name, the others its
// context.
type parse struct {
	words   []string
	context context
	aside   bool // what stands in parentheses is left out
}

// What a name is worth that is met with context, or without what stands in
// parentheses, of one that is met by all words.
const (
	inContext = 0.98
	noAside   = 0.97
)

func (p *parse) worth() float64 {
	worth := 1.0
	if p.context.said() {
		worth *= inContext
	}
	if p.aside {
		worth *= noAside
	}
	return worth
}

// reason is what the parse adds, in words, to that of the name.
func (p *parse) reason() string {
	if p.aside {
		return p.context.reason() + "; what stands in parentheses is left out"
	}
	return p.context.reason()
}

const (
	mostParses  = 16
	longestUnit = 3 // words
)

// parses are the ways to read a query, first all of its words as a name. Context
// stands before the name or behind it; what stands in parentheses may be no part
// of either, and an article at the end belongs to a word that is not yet typed, or of
// which so little is that folding has left it there.
func (x *index) parses(q string) []parse {
	all := strings.Fields(plainKey(q))
	out := []parse{{words: all}}
	if outside := strings.Fields(plainKey(aside.ReplaceAllLiteralString(q, " "))); len(outside) > 0 && len(outside) < len(all) {
		out = append(out, parse{words: outside, aside: true})
	}
	if last := len(all) - 1; last > 0 && (latinArticle(all[last], all[last][1:]) || all[last] == arabic.Article) {
		out = append(out, parse{words: all[:last]})
	} else if rest, found := strings.CutPrefix(all[last], arabic.Article); found && rest != "" {
		out = append(out, parse{words: append(slices.Clone(all[:last]), rest)})
	}
	for i := 0; i < len(out) && len(out) < mostParses; i++ {
		p := out[i]
		for n := 1; n <= longestUnit && n < len(p.words); n++ {
			last := len(p.words) - n
			out = p.with(out, p.words[n:], p.words[:n], x)
			out = p.with(out, p.words[:last], p.words[last:], x)
		}
	}
	return out[:min(len(out), mostParses)]
}

var aside = regexp.MustCompile(`\([^()]*\)`)

// with adds the parses in which rest is the name, and words are context that
// goes with that of p.
func (p parse) with(to []parse, rest, words []string, x *index) []parse {
	if kinds := x.kindsOf(words); kinds != nil && p.context.kinds == nil {
		more := parse{rest, p.context, p.aside}
		more.context.kinds = kinds
		to = append(to, more)
	}
	for _, of := range x.units.named(words) {
		more := parse{rest, p.context, p.aside}
		more.context.unit = of
		if c := p.context.unit; c == (unit{}) || c == of {
			to = append(to, more)
		}
	}
	return to
}
