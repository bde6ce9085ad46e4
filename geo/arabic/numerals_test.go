package arabic_test

import (
	"strings"
	"testing"

	"frontline/geo/arabic"
)

func TestParseNumber(t *testing.T) {
	for _, c := range []struct {
		phenomenon, in string
		want           float64
	}{
		{"European", "1700", 1700},
		{"Arabic-Indic", "١٧٠٠", 1700},
		{"Persian", "۱۷", 17},
		{"Arabic thousands", "١٬٧٠٠", 1700},
		{"comma of thousands", "1,700", 1700},
		{"point of thousands", "1.700", 1700},
		{"thousands of thousands", "1,700,000", 1700000},
		{"decimal point", "2.5", 2.5},
		{"decimal comma", "2,5", 2.5},
		{"Arabic decimal", "٢٫٥", 2.5},
		{"Arabic decimal of three places", "١٫٧٥٠", 1.75},
		{"thousands and a fraction", "١٬٧٠٠٫٥", 1700.5},
		{"less than one", "0.250", 0.25},
		{"a year is no thousand", "2017", 2017},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			if got, ok := arabic.ParseNumber(arabic.Fold(c.in)); !ok || got != c.want {
				t.Errorf("%q: %v, %v: want %v", c.in, got, ok, c.want)
			}
		})
	}
	for _, s := range []string{"", "سبعة", "1.2.3", ",", "१२"} {
		if got, ok := arabic.ParseNumber(s); ok {
			t.Errorf("%q is read as %v", s, got)
		}
	}
}

func TestNumberWords(t *testing.T) {
	for _, c := range []struct {
		phenomenon, in string
		value, taken   int
	}{
		{"unit", "ثلاث قرى", 3, 1},
		{"feminine unit", "سبعة عناصر", 7, 1},
		{"ten", "عشرة مقاتلين", 10, 1},
		{"eleven", "أحد عشر عنصراً", 11, 2},
		{"eleven, feminine", "إحدى عشرة قرية", 11, 2},
		{"twelve", "اثنا عشر عنصراً", 12, 2},
		{"thirteen", "ثلاثة عشر مقاتلاً", 13, 2},
		{"nineteen", "تسع عشرة قرية", 19, 2},
		{"twenty", "عشرين مقاتلاً", 20, 1},
		{"units and tens", "خمسة وعشرون عنصراً", 25, 2},
		{"a hundred", "مئة عنصر", 100, 1},
		{"a hundred, old spelling", "مائة عنصر", 100, 1},
		{"a hundred and tens", "مئة وعشرين عنصراً", 120, 2},
		{"a hundred, units and tens", "مئة وخمسة وعشرين عنصراً", 125, 3},
		{"a hundred and a teen", "مئة وثلاثة عشر عنصراً", 113, 3},
		{"a hundred and eleven", "مئة وأحد عشر عنصراً", 111, 3},
		{"two hundred, before what is counted", "مئتي عنصر", 200, 1},
		{"two hundred and tens", "مئتان وخمسون عنصراً", 250, 2},
		{"hundreds in one word", "ثلاثمئة وخمسين مقاتلاً", 350, 2},
		{"hundreds in two words", "ثلاث مئة وخمسين مقاتلاً", 350, 3},
		{"a thousand", "ألف مقاتل", 1000, 1},
		{"thousands", "ثلاثة آلاف ومئتي مقاتل", 3200, 3},
		{"tens of thousands", "خمسة وعشرين ألفاً", 25000, 3},
		{"a hundred thousand", "مئة ألف نازح", 100000, 2},
		{"thousands without a number", "آلاف النازحين", 0, 0},
		{"what is joined is no number", "ثلاثة وأربع", 7, 2},
		{"the next thing counted", "أربعة وقرية", 4, 1},
		{"no number", "قرية الكدير", 0, 0},
		{"no words", "", 0, 0},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			value, taken := arabic.NumberWords(strings.Fields(arabic.Fold(c.in)))
			if value != c.value || taken != c.taken {
				t.Errorf("%q: %d in %d words: want %d in %d", c.in, value, taken, c.value, c.taken)
			}
		})
	}
}

func TestOrdinal(t *testing.T) {
	for word, want := range map[string]int{
		"الأول": 1, "أول": 1, "الثاني": 2, "الثامن": 8, "العاشر": 10, "الحادي": 11, "العشرين": 20, "الثلاثين": 30,
		"السخنة": 0, "ثمانية": 0, "": 0,
	} {
		if got := arabic.Ordinal(arabic.Fold(word)); got != want {
			t.Errorf("%q: %d: want %d", word, got, want)
		}
	}
}
