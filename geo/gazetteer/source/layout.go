package source

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

//go:embed columns.tsv
var columnTable string

// FieldNames are what Options.Fields can map. A name goes where its letters
// say, Arabic or Latin; name is for columns of either. Several names are parted
// by "|" or ";", in alt by commas too. lat and lon are decimal degrees, WGS84.
// level and parent are those of areas.
func FieldNames() []string {
	return []string{"id", "source", "name", "name_ar", "name_en", "alt", "kind", "lat", "lon", "country",
		"admin1", "admin2", "population", "geonames", "pcode", "precision", "level", "parent"}
}

// levels of administration that columns can speak of: 0 to 5.
const levels = 6

// heading is what a column is known as: its field, and how good a guess it is.
type heading struct {
	field  string
	rank   int
	beside string
}

// headings are all columns known by name, as key writes them.
type headings map[string][]heading

func readHeadings() headings {
	out := headings{}
	for i, f := range tableRows(columnTable) {
		h := heading{field: f[0], rank: i}
		if len(f) > 2 {
			h.beside = f[2]
		}
		out[f[1]] = append(out[f[1]], h)
	}
	return out
}

// key is a column's name as it is looked up: its letters and digits, in lower
// case.
func key(column string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, column)
}

// layout says which columns of a row hold which field, best first. A field of
// a level is "1name_en" for that of level 1.
type layout struct {
	columns []string
	fields  map[string][]int
	guessed map[string]bool
	deepest int  // level that columns speak of; -1 where none does
	own     bool // rows have a name or p-code beside those of levels
}

// unit is the level that rows are of: the deepest, where they have no name or
// p-code beside it; else -1.
func (l *layout) unit() int {
	if l.own {
		return -1
	}
	return l.deepest
}

// lay finds the fields of columns: those that the user has mapped are his, the
// others are guessed.
func (h headings) lay(columns []string, mapped map[string]string) *layout {
	l := &layout{columns: slices.Clone(columns), fields: map[string][]int{}, guessed: map[string]bool{}}
	keys := make([]string, len(columns))
	taken := map[int]bool{}
	for i, c := range columns {
		keys[i] = key(c)
	}
	for field, column := range mapped {
		if i := slices.Index(columns, column); i >= 0 {
			l.fields[field], taken[i] = []int{i}, true
		}
	}
	ranks := map[string][]int{}
	for i, k := range keys {
		if taken[i] || k == "" {
			continue
		}
		for _, found := range h.of(k, keys) {
			if _, his := mapped[found.field]; his || slices.Contains(keys[:i], k) {
				continue
			}
			f := found.field
			at, _ := slices.BinarySearch(ranks[f], found.rank)
			ranks[f] = slices.Insert(ranks[f], at, found.rank)
			l.fields[f] = slices.Insert(l.fields[f], at, i)
			l.guessed[f] = true
		}
	}
	if _, his := mapped["name"]; !his && !l.hasOwnName() && !l.hasNameOf("4") && !l.hasNameOf("5") && l.has("~name") {
		l.fields["name"], l.guessed["name"] = l.fields["~name"][:1], true
	}
	l.settle()
	return l
}

// settle makes out what rows are. The p-code of a level below sub-districts
// whose name has no level is the row's own.
func (l *layout) settle() {
	l.deepest = -1
	for n, level := range levelDigits() {
		if l.has(level+"pcode") || l.hasNameOf(level) {
			l.deepest = n
		}
	}
	l.own = l.has("pcode") || l.hasNameOf("")
	if level := strconv.Itoa(l.deepest); l.own && !l.has("pcode") && l.deepest > maxArea && !l.hasNameOf(level) {
		l.fields["pcode"], l.guessed["pcode"] = l.fields[level+"pcode"], true
	}
}

// of is what a column can be: by its own name, else as one of a level.
func (h headings) of(k string, keys []string) []heading {
	fits := func(list []heading, level string) []heading {
		var out []heading
		for _, f := range list {
			if f.beside == "" || slices.Contains(keys, strings.Replace(f.beside, "#", level, 1)) {
				f.field = strings.Replace(f.field, "#", level, 1)
				out = append(out, f)
			}
		}
		return out
	}
	if out := fits(h[k], ""); len(out) > 0 {
		return out
	}
	i := strings.IndexAny(k, "012345")
	if i < 0 {
		return nil
	}
	return fits(h[k[:i]+"#"+k[i+1:]], k[i:i+1])
}

func (l *layout) has(field string) bool { return len(l.fields[field]) > 0 }

// hasCode says whether rows have a p-code of their own or of a level.
func (l *layout) hasCode() bool {
	return l.has("pcode") || slices.ContainsFunc(levelDigits(), func(n string) bool { return l.has(n + "pcode") })
}

// hasOwnName says whether rows have a name that is not one of a level.
func (l *layout) hasOwnName() bool { return l.hasNameOf("") || l.has("alt") }

func (l *layout) hasNameOf(level string) bool {
	return l.has(level+"name") || l.has(level+"name_ar") || l.has(level+"name_en")
}

// hasName says whether rows have a name of their own or of a level.
func (l *layout) hasName() bool {
	return l.hasOwnName() || slices.ContainsFunc(levelDigits(), l.hasNameOf)
}

func levelDigits() []string { return []string{"0", "1", "2", "3", "4", "5"}[:levels] }

// missing says what a mapping names and the columns do not have, or nil.
func missing(mapped map[string]string, columns []string) error {
	for _, field := range FieldNames() {
		if column := mapped[field]; column != "" && !slices.Contains(columns, column) {
			return fmt.Errorf("field %s: no column %q: want one of %q", field, column, first(columns, 60))
		}
	}
	return nil
}

// told are the columns for a summary, in the order of fields.
func (l *layout) told() []Column {
	var out []Column
	tell := func(as, field string) {
		for _, i := range l.fields[field] {
			out = append(out, Column{Field: as, Name: l.columns[i], Guessed: l.guessed[field]})
		}
	}
	for _, f := range FieldNames() {
		tell(f, f)
	}
	for _, n := range levelDigits() {
		for _, f := range []string{"name", "name_ar", "name_en", "pcode"} {
			tell("adm"+n+"_"+f, n+f)
		}
	}
	return out
}
