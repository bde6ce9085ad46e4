package gazetteer_test

import (
	"testing"

	"frontline/geo/arabic"
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

func TestFind(t *testing.T) {
	g := country(t)
	for _, c := range []struct {
		phenomenon, text string
		written, ids     string // what of the text is the name; "" for no name
		prefix           string
	}{
		{"one word", "السخنة بعد قتال", "السخنة", "sukhnah", ""},
		{"without its article", "سخنة", "سخنة", "sukhnah", ""},
		{"other spelling", "السُّخنه", "السُّخنه", "sukhnah", ""},
		{"an alternate name", "أبو كمال", "أبو كمال", "bukamal", ""},
		{"the longest of three", "مطار دير الزور العسكري ومحيطه", "مطار دير الزور العسكري", "zor-airbase", ""},
		{"the longest there is", "دير الزور العسكري", "دير الزور", "zor", ""},
		{"a short one where the long one breaks off", "دير بعيد", "دير", "dayr", ""},
		{"nothing where only the beginning is there", "مطار بعيد", "", "", ""},
		{"behind and", "والسخنة", "السخنة", "sukhnah", "و"},
		{"behind in", "بدير الزور", "دير الزور", "zor", "ب"},
		{"behind for, its article's alef lost", "للسخنة", "لسخنة", "sukhnah", "ل"},
		{"behind and for", "وللسخنة", "لسخنة", "sukhnah", "ول"},
		{"behind so", "فالسخنة", "السخنة", "sukhnah", "ف"},
		{"a quotation mark inside", "دير «الزور»", "دير «الزور", "zor", ""},
		{"a hyphen", "تل-أبيض", "تل-أبيض", "abyad", ""},
		{"a dash", "تل – أبيض", "تل – أبيض", "abyad", ""},
		{"a line break inside", "دير\nالزور", "دير\nالزور", "zor", ""},
		{"a blank line parts names", "دير\n\nالزور", "دير", "dayr", ""},
		{"a comma parts names", "دير، الزور", "دير", "dayr", ""},
		{"a number in the name", "اللواء ١٣٧ غرب المدينة", "اللواء ١٣٧", "brigade", ""},
		{"a number with another name", "اللواء 138", "", "", ""},
		{"a short word is no clitic and name", "فتح", "", "", ""},
		{"no name", "المدينة", "", "", ""},
		{"not at a number", "137", "", "", ""},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			tokens := arabic.Tokens(c.text)
			n, ok := g.Find(tokens, 0)
			if ok != (c.written != "") {
				t.Fatalf("%q: found %v", c.text, ok)
			}
			if !ok {
				return
			}
			written := c.text[arabic.Cut(c.text, tokens[n.First], len([]rune(n.Prefix))):tokens[n.Last].End]
			if written != c.written || n.Prefix != c.prefix || ids(g.Entries(n)) != c.ids {
				t.Errorf("%q: %q behind %q is %s: want %q behind %q, %s", c.text, written, n.Prefix, ids(g.Entries(n)), c.written, c.prefix, c.ids)
			}
		})
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
