package arabic

import (
	"regexp"
	"strconv"
	"strings"
)

// units are the words that begin a number or are joined to one, folded.
var units = map[string]int{
	"واحد": 1, "واحده": 1, "اثنان": 2, "اثنين": 2, "اثنتان": 2, "اثنتين": 2,
	"ثلاث": 3, "ثلاثه": 3, "اربع": 4, "اربعه": 4, "خمس": 5, "خمسه": 5, "ست": 6, "سته": 6,
	"سبع": 7, "سبعه": 7, "ثمان": 8, "ثماني": 8, "ثمانيه": 8, "تسع": 9, "تسعه": 9, "عشر": 10, "عشره": 10,
	"احد": 11, "احدي": 11, "اثنا": 12, "اثني": 12, "اثنتا": 12, "اثنتي": 12,
	"عشرون": 20, "عشرين": 20, "ثلاثون": 30, "ثلاثين": 30, "اربعون": 40, "اربعين": 40,
	"خمسون": 50, "خمسين": 50, "ستون": 60, "ستين": 60, "سبعون": 70, "سبعين": 70,
	"ثمانون": 80, "ثمانين": 80, "تسعون": 90, "تسعين": 90,
	"ميه": 100, "مايه": 100, "ميتان": 200, "ميتين": 200, "ميتي": 200, "مايتان": 200, "مايتين": 200, "مايتي": 200,
	"ثلاثميه": 300, "اربعميه": 400, "خمسميه": 500, "ستميه": 600, "سبعميه": 700, "ثمانميه": 800, "تسعميه": 900,
	"الف": 1000, "الفان": 2000, "الفين": 2000,
}

// ordinals are the days of a month as words, masculine, without the article.
var ordinals = map[string]int{
	"اول": 1, "ثاني": 2, "ثالث": 3, "رابع": 4, "خامس": 5, "سادس": 6, "سابع": 7, "ثامن": 8, "تاسع": 9, "عاشر": 10,
	"حادي": 11, "عشرين": 20, "ثلاثين": 30,
}

// grouped are digits in groups of thousands: 1,700 and 1.700.000.
var grouped = regexp.MustCompile(`^[1-9][0-9]{0,2}([.,][0-9]{3})+$`)

// ParseNumber reads the digits of a Number token: Arabic-Indic or European,
// with separators of thousands. "1,700" is 1700 and "2.5" is 2.5.
func ParseNumber(folded string) (float64, bool) {
	if n, err := strconv.Atoi(folded); err == nil { // as most are
		return float64(n), true
	}
	s := strings.ReplaceAll(folded, "٬", "")
	if grouped.MatchString(s) {
		s = strings.ReplaceAll(strings.ReplaceAll(s, ",", ""), ".", "")
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(strings.ReplaceAll(s, ",", "."), "٫", "."), 64)
	return v, err == nil
}

// NumberWords reads a number written in words at the start of the folded
// words: units, teens (ثلاثه عشر), hundreds (ثلاث ميه) and thousands (ثلاثه
// الاف), joined by و. It says how many words it took; 0 where there is no
// number.
func NumberWords(words []string) (value, taken int) {
	last := 0 // what the word before has added
	for ; taken < len(words); taken++ {
		w, joined := words[taken], taken == 0
		if !joined {
			w, joined = strings.CutPrefix(w, "و")
		}
		v, known := units[w]
		switch {
		case joined && known:
			value, last = value+v, v
		case joined:
			return value, taken
		case v == 10 && last < 10:
			value += 10
		case v == 10 && (last == 11 || last == 12): // احد عشر, اثنا عشر
		case v == 100 && last < 10:
			value += last * 99
		case w == "الف", w == "الفا", w == "الاف":
			value *= 1000
		default:
			return value, taken
		}
	}
	return value, taken
}

// Ordinal is the number an ordinal word stands for (الثاني → 2), or 0.
func Ordinal(word string) int { return ordinals[Bare(word)] }
