package arabic

import (
	"strconv"
	"strings"
)

var units = map[string]int{
	"واحد": 1, "واحده": 1, "اثنان": 2, "اثنين": 2, "اثنتان": 2, "اثنتين": 2,
	"ثلاث": 3, "ثلاثه": 3, "اربع": 4, "اربعه": 4, "خمس": 5, "خمسه": 5, "ست": 6, "سته": 6,
	"سبع": 7, "سبعه": 7, "ثمان": 8, "ثماني": 8, "ثمانيه": 8, "تسع": 9, "تسعه": 9, "عشر": 10, "عشره": 10,
	"احد": 11, "احدي": 11, "اثنا": 12, "اثني": 12, "اثنتا": 12, "اثنتي": 12,
	"عشرون": 20, "عشرين": 20, "ثلاثون": 30, "ثلاثين": 30, "اربعون": 40, "اربعين": 40,
	"خمسون": 50, "خمسين": 50, "ستون": 60, "ستين": 60, "سبعون": 70, "سبعين": 70,
	"ثمانون": 80, "ثمانين": 80, "تسعون": 90, "تسعين": 90,
	"مئه": 100, "مايه": 100, "ميه": 100, "مئتان": 200, "مئتين": 200, "مايتين": 200, "ميتين": 200,
}

// ordinals are the days of a month as words, masculine, without the article.
var ordinals = map[string]int{
	"اول": 1, "ثاني": 2, "ثالث": 3, "رابع": 4, "خامس": 5, "سادس": 6, "سابع": 7, "ثامن": 8, "تاسع": 9, "عاشر": 10,
	"حادي": 11, "عشرين": 20, "ثلاثين": 30,
}

// ParseNumber reads the digits of a Number token: Arabic-Indic or European,
// with separators of thousands. "1,700" is 1700 and "2.5" is 2.5.
func ParseNumber(folded string) (float64, bool) {
	s := strings.NewReplacer("٬", "", "٫", ".").Replace(folded)
	if i := strings.IndexAny(s, ",."); i >= 0 && len(s)-i-1 == 3 {
		s = strings.NewReplacer(",", "", ".", "").Replace(s)
	}
	v, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	return v, err == nil
}

// NumberWords reads a number written in words at the start of the folded
// words: units, teens (ثلاثه عشر) and tens joined by و. It says how many words
// it took; 0 where there is no number.
func NumberWords(words []string) (value, taken int) {
	for taken < len(words) {
		w := words[taken]
		if taken > 0 {
			w = strings.TrimPrefix(w, "و")
		}
		v, ok := units[w]
		joined := taken > 0 && w != words[taken]
		switch {
		case !ok, taken > 0 && !joined && v != 10:
			return value, taken
		case v == 10 && taken > 0 && value >= 11: // احد عشر, اثنا عشر
		default:
			value += v
		}
		taken++
	}
	return value, taken
}

// Ordinal is the number an ordinal word stands for (الثاني → 2), or 0.
func Ordinal(word string) int { return ordinals[Bare(word)] }
