package source

import (
	"fmt"
	"strconv"
	"strings"

	"frontline/geo/gazetteer"
)

// Columns of alternateNamesV2: its own id, geonameid, isolanguage, name,
// isPreferredName, isShortName, isColloquial, isHistoric, from, to.
const alternateColumns = 10

// alternates reads the alternateNamesV2 of GeoNames.
type alternates struct {
	*lines
	source string
}

func (a *alternates) next() (gazetteer.Alternate, error) {
	text, err := a.lines.next()
	if err != nil {
		return gazetteer.Alternate{}, err
	}
	return a.alternate(text)
}

func (a *alternates) alternate(text string) (out gazetteer.Alternate, err error) {
	var f [alternateColumns]string
	if n := cut(text, f[:]); n != alternateColumns {
		return out, Fault{Line: a.n, What: fmt.Sprintf("%d columns: want %d", n, alternateColumns)}
	}
	for i, what := range []string{"alternateNameId", "geonameid"} {
		if _, err := strconv.ParseUint(f[i], 10, 63); err != nil {
			return out, Fault{Line: a.n, What: fmt.Sprintf("%s %q: want a number", what, f[i])}
		}
	}
	for i, v := range f[4:8] {
		if v != "" && v != "1" {
			return out, Fault{Line: a.n, What: fmt.Sprintf("flag %q in column %d: want 1 or nothing", v, i+5)}
		}
	}
	if !isLanguage(f[2]) {
		return out, leftOut("no language but " + f[2])
	}
	out = gazetteer.Alternate{Source: a.source, Key: f[1], Name: cleaned(f[3]), Language: f[2],
		Preferred: f[4] == "1", Short: f[5] == "1", Colloquial: f[6] == "1", Historic: f[7] == "1"}
	if scriptOf(out.Name) == other || strings.Contains(out.Name, "://") {
		return out, leftOut("no name in Arabic or Latin letters")
	}
	return out, nil
}

// isLanguage says whether the isolanguage of a row is a language, or "": the
// rest are links, postal codes, codes of airports and ways of saying it.
func isLanguage(code string) bool {
	base, _, _ := strings.Cut(code, "-") // zh-Hant
	if len(base) > 3 || len(base) == 1 {
		return false
	}
	for _, r := range base {
		if r < 'a' || r > 'z' {
			return false
		}
	}
	return true
}

// looksLikeAlternates says whether a line is a row of alternateNamesV2.
func looksLikeAlternates(line string) bool {
	var f [alternateColumns]string
	return cut(line, f[:]) == alternateColumns && isNumber(f[0]) && isNumber(f[1])
}
