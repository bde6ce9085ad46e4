package gazetteer_test

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"frontline/geo/gazetteer"
)

func TestSearch(t *testing.T) {
	g := load(t,
		"village, السخنة, Al-Sukhnah, , , village, 33.00, 37.00, Homs",
		"town, السخنة, Al-Sukhnah, , Sukhna, town, 34.88, 38.87, Homs",
		"field, حقل السخنة, Sukhnah Field, , , gas_field, 34.90, 38.80, Homs",
		"tanf, التنف, al-Tanf, , , base, 33.50, 38.62, Homs")
	for _, c := range []struct {
		phenomenon, q string
		limit         int
		want          string
	}{
		{"whole name, the larger first", "Al-Sukhnah", 10, "town village field"},
		{"without article", "sukhnah", 10, "town village field"},
		{"another article", "as-sukhnah", 10, "town village field"},
		{"begins so", "sukh", 10, "town village field"},
		{"a word of the name begins so", "field", 10, "field"},
		{"Arabic", "السخنة", 10, "town village field"},
		{"Arabic, without article", "سخنة", 10, "town village field"},
		{"Arabic, begins so", "السخ", 10, "town village field"},
		{"Arabic, another spelling", "سُخنه", 10, "town village field"},
		{"Arabic, two words", "حقل السخنة", 10, "field"},
		{"at most", "sukh", 1, "town"},
		{"none asked for", "sukh", 0, ""},
		{"no such name", "palmyra", 10, ""},
		{"no name", "", 10, ""},
		{"marks", "«»", 10, ""},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			got := g.Search(c.q, c.limit)
			if rankedIDs(got) != c.want {
				t.Errorf("%q: %s: want %s", c.q, rankedIDs(got), c.want)
			}
			for i, r := range got {
				if r.Score <= 0 || r.Score > 1 || i > 0 && r.Score > got[i-1].Score {
					t.Errorf("score %v at rank %d", r.Score, i)
				}
			}
		})
	}
	for q, want := range map[string]string{"sukhna": "name Sukhna", "sukh": "name begins so: Al-Sukhnah", "التن": "name begins so: التنف", "fiel": "a word of the name begins so: Sukhnah Field"} {
		if got := g.Search(q, 1); len(got) == 0 || got[0].Reason != want {
			t.Errorf("%q: %+v: want the reason %q", q, got, want)
		}
	}
}

// What people type, and the place they mean.
func TestSearchMeetsWhatIsTyped(t *testing.T) {
	g := load(t,
		"zor, دير الزور, Deir ez-Zor, , Dayr az-Zawr, city, 35.34, 40.14, Deir ez-Zor",
		"zor-governorate, محافظة دير الزور, Deir ez-Zor Governorate, دير الزور, , governorate, 35.20, 40.30, Deir ez-Zor",
		"homs-governorate, محافظة حمص, Homs Governorate, حمص, , governorate, 34.50, 38.20, Homs",
		"sukhnah, السخنة, Al-Sukhnah, , , town, 34.88, 38.87, Homs",
		"shughur, جسر الشغور, Jisr ash-Shughur, , , town, 35.81, 36.32, Idlib",
		"mush-homs, المشيرفة, al-Mushayrifah, , , village, 34.90, 37.00, Homs",
		"mush-hama, المشيرفة, al-Mushayrifah, , , village, 35.10, 37.40, Hama",
		"umar, حقل العمر, al-Omar oil field, , , oil_field, 35.10, 40.55, Deir ez-Zor",
		"umar-village, العمر, al-Umar, , , village, 36.90, 40.10, Hasakah",
		"ghouta, الغوطة الشرقية, , , , region, 33.50, 36.50, Rif Dimashq",
		"kobani, , Kobani, , , town, 36.90, 38.35, Aleppo",
		"kamal, البوكمال, Abu Kamal, , , city, 34.45, 40.92, Deir ez-Zor",
		"t4, مطار التيفور العسكري, T4 airbase, , , airbase, 34.52, 37.63, Homs")
	for _, c := range []struct{ phenomenon, q, best, reason string }{
		{"another transliteration", "Soukhné", "sukhnah", "another transliteration of Al-Sukhnah"},
		{"of two words", "Dair az Zor", "zor", "another transliteration of Deir ez-Zor"},
		{"written together", "Deirezzor", "zor", "another transliteration of Deir ez-Zor"},
		{"written apart", "Al Bu Kamal", "kamal", "another transliteration of Abu Kamal"},
		{"Arabic, spelt otherwise", "السخنا", "sukhnah", "spelt otherwise: السخنة"},
		{"Arabic for a name in Latin script alone", "كوباني", "kobani", "another transliteration of Kobani"},
		{"Latin for a name in Arabic alone, begun", "Ghout", "ghouta", "name begins so: الغوطة الشرقية, spelt otherwise"},
		{"an adjective translated", "eastern ghouta", "ghouta", "its words in another order: الغوطة الشرقية, in other words"},
		{"one letter wrong", "Sukhnsh", "sukhnah", "one letter differs from Al-Sukhnah"},
		{"two letters wrong", "Mushatrifan", "mush-hama", "two letters differ from al-Mushayrifah"},
		{"letters swapped, Arabic", "المشيفرة", "mush-hama", "one letter differs from المشيرفة"},
		{"another order", "zor deir", "zor", "its words in another order: Deir ez-Zor"},
		{"without its article", "jisr shughur", "shughur", "name Jisr ash-Shughur"},
		{"words begun", "ji shu", "shughur", "name begins so: Jisr ash-Shughur"},
		{"an article begun", "deir ez-", "zor", "name begins so: Deir ez-Zor"},
		{"a governorate behind it", "mushayrifah homs", "mush-homs", "name al-Mushayrifah; in Homs"},
		{"a governorate in Arabic", "المشيرفة حمص", "mush-homs", "name المشيرفة; in Homs"},
		{"a governorate in the other script", "المشيرفة Homs", "mush-homs", "name المشيرفة; in Homs"},
		{"a governorate before it, spelt otherwise", "Dayr al-Zor, Omar oil field", "umar", "name al-Omar oil field; in Deir ez-Zor"},
		{"in parentheses", "al-Mushayrifah (east of Salamiyah)", "mush-hama", "name al-Mushayrifah; what stands in parentheses is left out"},
		{"a class noun", "حقل العمر", "umar", "name حقل العمر"},
		{"a class noun that is not in the name", "قرية العمر", "umar-village", "name العمر; of that kind"},
		{"more than its name", "Kobani fort", "kobani", "name Kobani; one word that is typed is not in it"},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			if got := g.Search(c.q, 5); len(got) == 0 || got[0].Place.ID != c.best || got[0].Reason != c.reason {
				t.Errorf("%q: %+v: want %s, %q", c.q, got, c.best, c.reason)
			}
		})
	}
	for _, q := range []string{"xyzzy", "Atlantis Homs", "غغغغغ", strings.Repeat("a ", 1000), strings.Repeat("x", 100_000), "\xff\xfe", "(((", "()"} {
		if got := g.Search(q, 5); len(got) > 0 {
			t.Errorf("%.40q: %s: want nothing", q, rankedIDs(got))
		}
	}
}

// An id, a p-code or a GeoNames id finds its place alone.
func TestSearchByCode(t *testing.T) {
	g, err := gazetteer.Load(strings.NewReader(head +
		"\nx-arak\tآراك\tArak\t\t\ttown\t34.65\t38.57\tHoms\t\t\t174434\tC2990\texact\tmade up" +
		"\nx-99\tالسخنة\tSukhnah\t\t\ttown\t34.88\t38.87\tHoms\t\t\t\t\texact\tmade up\n"))
	if err != nil {
		t.Fatal(err)
	}
	for q, want := range map[string]string{"x-arak": "by its id", "C2990": "by its p-code C2990", " c2990 ": "by its p-code C2990",
		"174434": "by its GeoNames id 174434", "geonames:174434": "by its GeoNames id 174434"} {
		if got := g.Search(q, 5); len(got) != 1 || got[0].Place.ID != "x-arak" || got[0].Score != 1 || got[0].Reason != want {
			t.Errorf("%q: %+v: want x-arak, %q", q, got, want)
		}
	}
	for _, q := range []string{"C299", "geonames:", "174435"} {
		if got := g.Search(q, 5); len(got) != 0 {
			t.Errorf("%q: %s: want nothing", q, rankedIDs(got))
		}
	}
}

func TestSimilar(t *testing.T) {
	g := load(t,
		"sukhnah, السخنة, Al-Sukhnah, , , town, 34.88, 38.87, Homs",
		"field, حقل السخنة, Sukhnah Field, , , gas_field, 34.90, 38.80, Homs",
		"khanasir, خناصر, Khanasir, , , town, 35.78, 37.50, Aleppo",
		"naya, كفر نايا, Kafr Naya, , , village, 36.40, 37.05, Aleppo",
		"nimr, نمر, Nimr, , , village, 32.9, 36.2, Daraa",
		"barda, , Barda, , , village, 35.0, 37.0, Hama")
	for _, c := range []struct{ phenomenon, name, ids string }{
		{"another transliteration", "Soukhneh", "sukhnah"},
		{"the name itself", "Al-Sukhnah", "sukhnah"},
		{"another spelling in Arabic", "الخناصر", "khanasir"},
		{"a long vowel in Arabic is not left out", "نامر", ""},
		{"of a name in Latin script alone", "بردة", "barda"},
		{"the beginning is not a name", "Sukh", ""},
		{"a word of it is not", "Field", ""},
		{"another name", "Palmyra", ""},
		{"nothing", "", ""},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			if got := rankedIDs(g.Similar(c.name, 5)); got != c.ids {
				t.Errorf("%q: %q: want %q", c.name, got, c.ids)
			}
		})
	}
	if got := g.Similar("Soukhneh", 0); len(got) != 0 {
		t.Errorf("none asked for: %s", rankedIDs(got))
	}
}

// The table that ships: every place is found by each of its names, in both
// scripts, and by its id.
func TestShippedPlacesBearTheirNames(t *testing.T) {
	table, err := os.ReadFile("../../data/gazetteer/places.tsv")
	if err != nil {
		t.Fatal(err)
	}
	g, err := gazetteer.Load(bytes.NewReader(table))
	if err != nil {
		t.Fatal(err)
	}
	rows := strings.Split(strings.TrimSpace(string(table)), "\n")[1:]
	if g.Len() != len(rows) || g.Len() < 1000 {
		t.Fatalf("%d places of %d rows", g.Len(), len(rows))
	}
	for _, row := range rows {
		col := strings.Split(row, "\t")
		names := []string{col[1], col[2]}
		for _, alternates := range col[3:5] {
			if alternates != "" {
				names = append(names, strings.Split(alternates, "|")...)
			}
		}
		for _, n := range names {
			if found := g.Lookup(n); !slices.ContainsFunc(found, func(e *gazetteer.Entry) bool { return e.ID == col[0] }) {
				t.Errorf("%s is not found by its name %q", col[0], n)
			}
		}
		if p, ok := g.Get(col[0]); !ok || p.ID != col[0] {
			t.Errorf("%s is not found by its id", col[0])
		}
	}
}
