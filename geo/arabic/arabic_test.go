package arabic_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"frontline/geo/arabic"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ phenomenon, in, want string }{
		{"alef with hamza above", "أرك", "ارك"},
		{"alef with hamza below", "إدلب", "ادلب"},
		{"alef with madda", "آرك", "ارك"},
		{"alef wasla", "ٱلكوم", "الكوم"},
		{"waw with hamza", "رؤوس", "رووس"},
		{"yeh with hamza", "بئر", "بير"},
		{"hamza on the line stays", "شعراء", "شعراء"},
		{"alef maksura", "منى", "مني"},
		{"Persian yeh", "حلبی", "حلبي"},
		{"teh marbuta", "السخنة", "السخنه"},
		{"Persian kaf", "الکدیر", "الكدير"},
		{"tatweel", "الرقــــة", "الرقه"},
		{"harakat and shadda", "مُحَرَّدَةٌ", "محرده"},
		{"superscript alef", "هٰذا", "هذا"},
		{"Arabic-Indic digits", "٠١٢٣٤٥٦٧٨٩", "0123456789"},
		{"Persian digits", "۰۱۲۳۴۵۶۷۸۹", "0123456789"},
		{"separators of numbers stay", "١٬٧٠٠٫٥", "1٬700٫5"},
		{"direction marks", "\u200fحمص\u200e \u202bحماة\u202c", "حمص حماه"},
		{"zero-width joiners", "می\u200cرود", "ميرود"},
		{"byte order mark", "\ufeffحلب", "حلب"},
		{"Latin letters", "T2 Station", "t2 station"},
		{"others stay", "é ß 村 «،؟", "é ß 村 «،؟"},
		{"nothing", "", ""},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			if got := arabic.Fold(c.in); got != c.want {
				t.Errorf("%q folds to %q: want %q", c.in, got, c.want)
			}
		})
	}
}

func TestFoldingTwiceChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.StringOf(rapid.RuneFrom(nil, arabicBlock))).Draw(t, "s")
		once := arabic.Fold(s)
		if twice := arabic.Fold(once); twice != once {
			t.Errorf("%q folds to %q, and that to %q", s, once, twice)
		}
	})
}

func TestStems(t *testing.T) {
	for _, c := range []struct {
		phenomenon, in string
		want           []arabic.Stem
	}{
		{"no clitic", "السخنة", []arabic.Stem{{"السخنه", ""}}},
		{"and", "والسخنة", []arabic.Stem{{"والسخنه", ""}, {"السخنه", "و"}}},
		{"so", "فسيطرت", []arabic.Stem{{"فسيطرت", ""}, {"سيطرت", "ف"}}},
		{"in", "بالرقة", []arabic.Stem{{"بالرقه", ""}, {"الرقه", "ب"}}},
		{"like", "كالميادين", []arabic.Stem{{"كالميادين", ""}, {"الميادين", "ك"}}},
		{"for, with the article's alef lost", "للسخنة", []arabic.Stem{{"للسخنه", ""}, {"السخنه", "ل"}, {"لسخنه", "ل"}}},
		{"for, without article", "لحمص", []arabic.Stem{{"لحمص", ""}, {"حمص", "ل"}}},
		{"and in", "وبالرقة", []arabic.Stem{{"وبالرقه", ""}, {"بالرقه", "و"}, {"الرقه", "وب"}}},
		{"and for", "وللسخنة", []arabic.Stem{{"وللسخنه", ""}, {"للسخنه", "و"}, {"السخنه", "ول"}, {"لسخنه", "ول"}}},
		{"two letters stay", "وتل", []arabic.Stem{{"وتل", ""}, {"تل", "و"}}},
		{"one letter is too few", "وب", []arabic.Stem{{"وب", ""}}},
		{"empty", "", []arabic.Stem{{"", ""}}},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			if got := arabic.Stems(arabic.Fold(c.in)); !slices.Equal(got, c.want) {
				t.Errorf("%q: %q: want %q", c.in, got, c.want)
			}
		})
	}
}

// Nothing is lost: prefix and rest are the word again, but for the alef that
// the article has lost behind ل.
func TestStemsOnlyTakeOffPrefixes(t *testing.T) {
	letters := rapid.SampledFrom([]rune("وفبلكاسخنهرقم"))
	rapid.Check(t, func(t *rapid.T) {
		word := string(rapid.SliceOfN(letters, 0, 9).Draw(t, "word"))
		for i, s := range arabic.Stems(word) {
			if i == 0 && s != (arabic.Stem{Text: word}) {
				t.Errorf("%q: the first reading is %q", word, s)
			}
			if joined := s.Prefix + s.Text; joined != word && strings.Replace(joined, "لال", "لل", 1) != word {
				t.Errorf("%q: read as %q before %q", word, s.Prefix, s.Text)
			}
			if s.Prefix != "" && len([]rune(s.Text)) < 2 {
				t.Errorf("%q: only %q is left", word, s.Text)
			}
		}
	})
}

func TestBare(t *testing.T) {
	for in, want := range map[string]string{"السخنه": "سخنه", "سخنه": "سخنه", "البو": "بو", "الب": "الب", "ال": "ال", "": ""} {
		if got := arabic.Bare(in); got != want {
			t.Errorf("%q: %q: want %q", in, got, want)
		}
	}
}

func TestKeysOfOneNameMeet(t *testing.T) {
	for _, c := range []struct {
		phenomenon string
		spellings  []string
		key        string
	}{
		{"article and teh marbuta", []string{"السخنة", "السخنه", "سخنة", "«السُّخنة»"}, "سخنه"},
		{"article of the second word", []string{"دير الزور", "دير زور", "دير  الزور", "دير\nالزور"}, "دير زور"},
		{"hyphen", []string{"تل-أبيض", "تل أبيض", "تل – ابيض"}, "تل ابيض"},
		{"number", []string{"اللواء 137", "لواء ١٣٧", "لواء «137»"}, "لواء 137"},
		{"hamza", []string{"بئر رحوم", "بير رحوم"}, "بير رحوم"},
		{"nothing but marks", []string{"", "،", "\u200f"}, ""},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			for _, s := range c.spellings {
				if got := arabic.Key(s); got != c.key {
					t.Errorf("%q: %q: want %q", s, got, c.key)
				}
			}
		})
	}
}

// The key of a name is its words, bare, with a space between, and is its own
// key.
func TestKeysAreBareWords(t *testing.T) {
	name := rapid.StringOf(rapid.SampledFrom([]rune("البيتدرهةىأإئؤءَّـ -–«»،\n٢3#")))
	rapid.Check(t, func(t *rapid.T) {
		n := name.Draw(t, "name")
		var want []string
		for _, k := range scanned(n) {
			if k.Class == arabic.Word || k.Class == arabic.Number {
				want = append(want, arabic.Bare(k.Text))
			}
		}
		if got := arabic.Key(n); got != strings.Join(want, " ") {
			t.Errorf("%q: %q: want %q", n, got, strings.Join(want, " "))
		}
	})
}
