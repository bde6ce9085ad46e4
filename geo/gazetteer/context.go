package gazetteer

import (
	"regexp"
	"slices"
	"strings"
)

// context is what words of a query say of a place beside its name. The zero
// context says nothing.
type context struct {
	unit
	kinds []string
}

func (c *context) said() bool { return c.admin1 != "" || c.kinds != nil }

// holds says whether an entry is as the context says.
func (c *context) holds(e *Entry) bool {
	return (c.admin1 == "" || e.Admin1 == c.admin1) && (c.admin2 == "" || e.Admin2 == c.admin2) &&
		(c.kinds == nil || slices.Contains(c.kinds, e.Kind))
}

// unit is an administrative unit as a context: a governorate, or a district.
type unit struct{ admin1, admin2 string }

// units are administrative units by their folded names, and by their
// skeletons where these are long enough to tell them from other words.
type units map[string][]unit

// unitFrom is the classes a skeleton has to have to stand for a unit.
const unitFrom = 3

// unitsOf are the units that entries stand in, by their names in the table, and
// those that are entries, by all their names.
func unitsOf(entries []Entry) units {
	u, seen := units{}, map[unit]bool{}
	for i := range entries {
		e := &entries[i]
		if of := (unit{e.Admin1, e.Admin2}); !seen[of] {
			seen[of] = true
			u.name(e.Admin1, unit{e.Admin1, ""})
			u.name(e.Admin2, of)
		}
		u.add(e)
	}
	return u
}

// add adds the unit that an entry is, if it is one.
func (u units) add(e *Entry) {
	of := unit{e.Admin1, e.Admin2}
	switch e.Kind {
	case "governorate":
		of.admin2 = ""
	case "district":
	default:
		return
	}
	for _, list := range [][]string{{e.NameAr}, {e.NameEn}, e.AltAr, e.AltEn} {
		for _, name := range list {
			u.name(name, of)
			u.name(withoutClass(plainKey(name)), of)
		}
	}
}

func (u units) name(name string, of unit) {
	if of.admin1 == "" || name == "" {
		return
	}
	key := plainKey(name)
	u.put(key, of)
	if skeleton := skeletonOfKey(key); len(skeleton) >= unitFrom {
		u.put("/"+skeleton, of)
	}
}

func (u units) put(key string, of unit) {
	if key != "" && !slices.Contains(u[key], of) {
		u[key] = append(u[key], of)
	}
}

// named are the units that the folded words name.
func (u units) named(words []string) []unit {
	key := strings.Join(words, " ")
	if found := u[key]; found != nil {
		return found
	}
	return u["/"+skeletonOfKey(key)]
}

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
// of either.
func (x *index) parses(q string) []parse {
	out := []parse{{words: strings.Fields(plainKey(q))}}
	if outside := strings.Fields(plainKey(aside.ReplaceAllLiteralString(q, " "))); len(outside) > 0 && len(outside) < len(out[0].words) {
		out = append(out, parse{words: outside, aside: true})
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
	p.words = rest
	if kinds := x.kindsOf(words); kinds != nil && p.context.kinds == nil {
		more := p
		more.context.kinds = kinds
		to = append(to, more)
	}
	for _, of := range x.units.named(words) {
		more := p
		more.context.unit = of
		if c := p.context.unit; c == (unit{}) || c == of {
			to = append(to, more)
		}
	}
	return to
}

// reason is what the context says, in words, behind that of the name.
func (c *context) reason() string {
	out := ""
	if c.kinds != nil {
		out += "; of that kind"
	}
	if c.admin2 != "" {
		out += "; in " + c.admin2
	}
	if c.admin1 != "" {
		out += "; in " + c.admin1
	}
	return out
}
