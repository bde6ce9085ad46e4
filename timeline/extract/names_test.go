package extract_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/geo/gazetteer"
)

// hamlets are places of these Arabic names, the alternate ones behind a bar.
func hamlets(names ...string) *gazetteer.Gazetteer {
	var entries []gazetteer.Entry
	for i, n := range names {
		all := strings.Split(n, "|")
		entries = append(entries, gazetteer.Entry{Place: geo.Place{ID: all[0], NameAr: all[0], NameEn: fmt.Sprintf("Place %d", i),
			Kind: "village", At: orb.Point{36 + float64(i)/10, 35}}, AltAr: all[1:]})
	}
	return gazetteer.New(entries)
}

func TestNamesInText(t *testing.T) {
	x := readerOf(t, hamlets("دير الزور", "مطار دير الزور العسكري", "دير", "السخنة", "تل أبيض", "اللواء 137", "البوكمال|أبو كمال", "شم", "كفر بطنا"))
	for _, c := range []struct{ phenomenon, text, surface, id string }{
		{"one word", "السخنة بعد قتال", "السخنة", "السخنة"},
		{"without its article", "سخنة بعد قتال", "سخنة", "السخنة"},
		{"another spelling", "السُّخنه", "السُّخنه", "السخنة"},
		{"an alternate name", "أبو كمال", "أبو كمال", "البوكمال"},
		{"the longest of three", "مطار دير الزور العسكري ومحيطه", "مطار دير الزور العسكري", "مطار دير الزور العسكري"},
		{"the longest there is", "دير الزور العسكري", "دير الزور", "دير الزور"},
		{"a short one where the long one breaks off", "دير، وبعده", "دير", "دير"},
		{"nothing where only the beginning is there", "أبو بعيد", "", ""},
		{"behind and", "والسخنة", "السخنة", "السخنة"},
		{"behind in", "بدير الزور", "دير الزور", "دير الزور"},
		{"behind for, its article's alif lost", "للسخنة", "السخنة", "السخنة"},
		{"behind and for", "وللسخنة", "السخنة", "السخنة"},
		{"behind so", "فالسخنة", "السخنة", "السخنة"},
		{"behind a clitic that stands alone", "و السخنة", "السخنة", "السخنة"},
		{"a quotation mark inside", "دير «الزور»", "دير «الزور", "دير الزور"},
		{"quotation marks around", "«دير الزور»", "دير الزور", "دير الزور"},
		{"a hyphen", "تل-أبيض", "تل-أبيض", "تل أبيض"},
		{"a dash", "تل – أبيض", "تل – أبيض", "تل أبيض"},
		{"two words as one", "كفربطنا", "كفربطنا", "كفر بطنا"},
		{"a line break inside", "دير\nالزور", "دير\nالزور", "دير الزور"},
		{"a blank line parts names", "دير\n\nالزور", "دير", "دير"},
		{"a comma parts names", "دير، الزور", "دير", "دير"},
		{"a number in the name", "اللواء ١٣٧ غرب المدينة", "اللواء ١٣٧", "اللواء 137"},
		{"a number of another name", "اللواء 138", "", ""},
		{"a short word is no clitic and name", "فشم", "", ""},
		{"too little is left for a name", "وشم", "", ""},
		{"the short name itself", "قرية شم", "شم", "شم"},
		{"a name inside a longer word", "والشمسية", "", ""},
		{"behind it no space", "السخنةالتي", "السخنة", "السخنة"},
		{"no name", "المدينة", "", ""},
		{"no name in a number", "137", "", ""},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			found := map[string]string{}
			for _, m := range read(t, x, report(c.text)).Places {
				if m.Place != nil {
					found[m.Surface] = m.Place.ID
				}
			}
			if c.surface == "" && len(found) > 0 || c.surface != "" && (len(found) != 1 || found[c.surface] != c.id) {
				t.Errorf("%q names %q: want %q, which is %q", c.text, found, c.surface, c.id)
			}
		})
	}
}
