package source

import (
	_ "embed"
	"strconv"
	"strings"
	"unicode"
)

//go:embed kinds.tsv
var kindTable string

// none is the kind of what no report could say is held.
const none = "-"

// kindsByScheme are kinds of the gazetteer by a scheme's codes, in lower case.
type kindsByScheme map[string]map[string]string

func readKinds() kindsByScheme {
	out := kindsByScheme{}
	for _, f := range tableRows(kindTable) {
		scheme, code, kind := f[0], strings.ToLower(f[1]), f[2]
		if out[scheme] == nil {
			out[scheme] = map[string]string{}
		}
		out[scheme][code] = kind
	}
	return out
}

// ofWord is the kind of a code or word of any scheme: the whole of it
// ("neighbourhood"), or what it begins with ("airfield:small_airport",
// "neighbourhood of Homs", "locality pop=2"). A word nobody knows is its own
// kind.
func (k kindsByScheme) ofWord(word string) string {
	code := strings.ToLower(word)
	for {
		for _, scheme := range []string{"word", "geonames"} {
			if kind, ok := k[scheme][code]; ok {
				return kind
			}
		}
		cut := strings.LastIndexFunc(code, func(r rune) bool {
			return r != '_' && !unicode.IsLetter(r) && !unicode.IsNumber(r)
		})
		if cut <= 0 {
			return word
		}
		code = strings.TrimRightFunc(code[:cut], unicode.IsSpace)
	}
}

// ofFeature is the kind of a class and code of GeoNames: that of the code, or
// of all others of its class.
func (k kindsByScheme) ofFeature(class, code string) string {
	if kind, ok := k["geonames"][strings.ToLower(code)]; ok {
		return kind
	}
	if kind, ok := k["class"][strings.ToLower(class)]; ok {
		return kind
	}
	if code == "" {
		return class
	}
	return code
}

// ofLevel is the kind of a unit of OCHA by its level.
func (k kindsByScheme) ofLevel(level int) string {
	return k["level"][strconv.Itoa(min(level, levels-1))]
}

// tableRows are the rows of an embedded table: tab-separated, lines with "# "
// are comments.
func tableRows(text string) [][]string {
	var out [][]string
	for line := range strings.Lines(text) {
		if line = strings.TrimRight(line, "\n"); line != "" && !strings.HasPrefix(line, "# ") {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	return out
}
