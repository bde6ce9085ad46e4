package gazetteer_test

import (
	"strings"
	"testing"

	"frontline/geo/gazetteer"
)

func country(t *testing.T) *gazetteer.Gazetteer {
	return load(t,
		"zor, دير الزور, Deir ez-Zor, , Deir al-Zor|Dayr az Zawr, city, 35.34, 40.14, Deir ez-Zor",
		"zor-airbase, مطار دير الزور العسكري, Deir ez-Zor Airbase, , , airbase, 35.29, 40.18, Deir ez-Zor",
		"dayr, دير, Dayr, , , village, 36.00, 37.00, Aleppo",
		"sukhnah, السخنة, Al-Sukhnah, , Sukhna, town, 34.88, 38.87, Homs",
		"abyad, تل أبيض, Tell Abyad, , , town, 36.70, 38.95, Raqqa",
		"brigade, اللواء 137, Brigade 137, , , base, 35.32, 40.07, Deir ez-Zor",
		"bukamal, البوكمال, Al-Bukamal, أبو كمال|البو كمال, Abu Kamal, city, 34.45, 40.92, Deir ez-Zor",
		"tah, تح, Tah, , , village, 35.54, 36.70, Idlib")
}

// TestNames: all Arabic names of a place lead to it, word for word, bare of
// articles.
func TestNames(t *testing.T) {
	g := country(t)
	for _, c := range []struct{ phrase, ids string }{
		{"سخنه", "sukhnah"}, {"دير زور", "zor"}, {"مطار دير زور عسكري", "zor-airbase"}, {"ابو كمال", "bukamal"}, {"بوكمال", "bukamal"},
		{"لواء 137", "brigade"}, {"دير", "dayr"}, {"زور", ""}, {"مطار دير", ""}, {"السخنه", ""}, {"", ""},
	} {
		got := ""
		if entries := g.Names().Get(strings.Fields(c.phrase)); entries != nil {
			got = ids(*entries)
		}
		if got != c.ids {
			t.Errorf("%q: %q: want %q", c.phrase, got, c.ids)
		}
	}
}

// Places of one name are all found by it, in the order of the table, each once.
func TestNamesOfSeveralPlaces(t *testing.T) {
	g := homonyms(t)
	for name, want := range map[string]string{"المزرعة": "maz-homs maz-hama", "الشولا": "shula-town shula-hill", "حمص": "homs homs-governorate"} {
		if got := ids(g.Lookup(name)); got != want {
			t.Errorf("%s: %q: want %q", name, got, want)
		}
	}
	if all := g.All(); len(all) != g.Len() || all[0].ID != "maz-homs" || all[len(all)-1].ID != "dara-west" {
		t.Errorf("%d of %d places, from %s", len(all), g.Len(), all[0].ID)
	}
}

func TestLookup(t *testing.T) {
	g := country(t)
	for _, c := range []struct{ name, ids string }{
		{"السخنة", "sukhnah"}, {"سخنه", "sukhnah"}, {"أبو كمال", "bukamal"}, {"دير الزور", "zor"},
		{"Al-Sukhnah", "sukhnah"}, {"sukhnah", "sukhnah"}, {"as-Sukhnah", "sukhnah"}, {"SUKHNA", "sukhnah"},
		{"Deir ez-Zor", "zor"}, {"deir al-zor", "zor"}, {"Tell Abyad", "abyad"}, {"Téll Ābyad", "abyad"},
		{"السخ", ""}, {"Sukh", ""}, {"", ""}, {"؟", ""}, {"-", ""}, {"Zor", ""},
	} {
		if got := ids(g.Lookup(c.name)); got != c.ids {
			t.Errorf("%q: %q: want %q", c.name, got, c.ids)
		}
	}
}

// A place without a name in one script is not found by an empty one.
func TestNoNameIsNoKey(t *testing.T) {
	g := load(t, "a, السخنة, , , , town, 34.88, 38.87, Homs", "b, , Kadir, , , village, 35.1, 38.9, Raqqa")
	for _, q := range []string{"", "-", "؟", "«»"} {
		if got := g.Lookup(q); len(got) != 0 {
			t.Errorf("%q finds %s", q, ids(got))
		}
		if got := g.Search(q, 10); len(got) != 0 {
			t.Errorf("searching %q finds %s", q, rankedIDs(got))
		}
	}
}

func TestLatinKey(t *testing.T) {
	for in, want := range map[string]string{
		"Al-Sukhnah": "sukhnah", "as-Sukhnah": "sukhnah", "Ash Shaddādī": "shaddadi", "Deir ez-Zor": "deir zor",
		"Raʾs al-ʿAyn": "ras ayn", "Ra's al-'Ayn": "ras ayn", "Abu Butayhah": "abu butayhah", "As": "as", "al": "al",
		"Ar Badia": "ar badia", "T2 Station": "t2 station", "  ": "", "": "",
	} {
		if got := gazetteer.LatinKey(in); got != want {
			t.Errorf("%q: %q: want %q", in, got, want)
		}
	}
}
