package ar

import (
	"strconv"
	"strings"

	"frontline/geo/arabic"
	"frontline/timeline"
)

// ordinal is the number that the ordinal at node i says, and its last node: the
// fourth, the twelfth, the twenty-first; 0 where it is none.
func (s *sentence) ordinal(i int) (value, last int) {
	o := arabic.Ordinal(s.n[i].text)
	if o == 0 || i+1 >= len(s.n) {
		return o, i
	}
	units := o
	if units == 11 {
		units = 1 // الحادي
	}
	switch s.text[s.n[i+1].start:s.n[i+1].end] {
	case "عشر", "عشرة":
		return 10 + units, i + 1
	case "العشرين", "والعشرين", "العشرون", "والعشرون":
		return 20 + units, i + 1
	case "الثلاثين", "والثلاثين", "الثلاثون", "والثلاثون":
		return 30 + units, i + 1
	}
	return o, i
}

// monthDate reads "12 of August / August of the year 2017, last".
func (s *sentence) monthDate(i, day int) (date, bool) {
	j := i + 1
	for j < len(s.n) && j < i+4 && (s.n[j].text == "من" || s.n[j].text == "شهر" || s.n[j].role == roleMark && dateMark(s.n[j].text)) {
		j++
	}
	if j >= len(s.n) || s.n[j].role != "month" || day < 1 || day > 31 {
		return date{}, false
	}
	month, _ := strconv.Atoi(s.n[j].value)
	d := date{from: i, basis: timeline.Stated}
	year, era := 0, ""
	for j++; j < len(s.n) && j < i+14; j++ {
		n := &s.n[j]
		switch {
		case n.role == roleNum && isYear(n.number):
			year = int(n.number)
			d.to = j + 1
		case n.role == "vague_time" && strings.HasPrefix(n.text, "العام") && era == "" && s.published != 0:
			era = "last"
			if j+1 >= len(s.n) || s.n[j+1].role != roleNum {
				year, _, _ = s.published.Time().Date()
				year--
			}
		case n.role == "era":
			if era == "" {
				era = n.value
			}
		case n.role == "month", n.role == "year", n.role == roleMark && dateMark(n.text), n.text == "من":
		default:
			d.to = j
		}
		if d.to != 0 {
			break
		}
	}
	if d.to == 0 {
		d.to = j
	}
	weekday := -1
	for k := i - 1; k >= 0 && k > i-4; k-- {
		if s.n[k].role == "weekday" {
			weekday, _ = strconv.Atoi(s.n[k].value)
		}
	}
	ago, said := s.agoBefore(i)
	d.current, d.ago = era == "this" || said, ago
	d.year, d.bare = year, year == 0 && era == "" && !said && weekday < 0
	d.day = s.resolve(year, month, day, weekday)
	return d, d.day != 0
}

// thisMonth reads "the 12th of the month", "… of last month", and "the 13th of
// it" after a day that names the month.
func (s *sentence) thisMonth(i int) (date, bool) {
	if i == 0 || s.n[i-1].text != "ال" && !(s.n[i-1].text == "في" && i+1 < len(s.n) && s.n[i+1].text == "منه") && !(i+2 < len(s.n) && s.n[i+1].text == "من" && s.n[i+2].text == "الشهر") {
		return date{}, false
	}
	return s.dayOfMonth(i, int(s.n[i].number))
}

func (s *sentence) dayOfMonth(i, day int) (date, bool) {
	if i+1 >= len(s.n) || day < 1 || day > 31 {
		return date{}, false
	}
	base, to := s.published, i+2
	switch {
	case s.n[i+1].text == "منه":
		base = s.month
	case i+2 < len(s.n) && s.n[i+1].text == "من" && s.n[i+2].text == "الشهر":
		to = i + 3
		if w := s.n[min(to, len(s.n)-1)].text; w == "ذاته" || w == "نفسه" || w == "عينه" {
			base, to = s.lastDay, to+1
		}
	default:
		return date{}, false
	}
	if base == 0 {
		return date{}, false
	}
	y, m, _ := base.Time().Date()
	if to < len(s.n) && s.n[to].role == "era" && s.n[to].value == "last" || s.n[to-1].role == "vague_time" {
		m-- // "of last month"
	}
	return date{from: i, to: to, day: timeline.Date(y, m, day), basis: timeline.Stated}, true
}

// agoBefore is how many days ago the day whose number is node i is said to be:
// "yesterday, Wednesday the 3rd of February".
func (s *sentence) agoBefore(i int) (ago int, said bool) {
	for k := i - 1; k >= 0 && k > i-4; k-- {
		if s.n[k].role == "ago" {
			ago, _ = strconv.Atoi(s.n[k].value)
			return ago, ago < 2
		}
	}
	return 0, false
}

func isYear(v float64) bool { return v >= 2010 && v < 2060 }

// numericDate reads 2017-08-12, 12-8-2017 and 12/8/2017.
func (s *sentence) numericDate(i int) (date, bool) {
	if text := s.n[i].text; strings.Count(text, ".") == 2 { // 12.8.2017 is one token
		parts := strings.Split(text, ".")
		d, _ := strconv.Atoi(parts[0])
		m, _ := strconv.Atoi(parts[1])
		y, _ := strconv.Atoi(parts[2])
		if isYear(float64(y)) && m >= 1 && m <= 12 {
			day := s.resolve(y, m, d, -1)
			return date{from: i, to: i + 1, day: day, basis: timeline.Stated, year: y}, day != 0
		}
	}
	if i+4 >= len(s.n) {
		return date{}, false
	}
	var v [3]int
	for k := range v {
		n := &s.n[i+2*k]
		if n.role != roleNum || k < 2 && (s.n[i+2*k+1].text != "-" && s.n[i+2*k+1].text != "/") {
			return date{}, false
		}
		v[k] = int(n.number)
	}
	if v[0] < 100 {
		v[0], v[2] = v[2], v[0]
	}
	if !isYear(float64(v[0])) || v[1] < 1 || v[1] > 12 {
		return date{}, false
	}
	day := s.resolve(v[0], v[1], v[2], -1)
	return date{from: i, to: i + 5, day: day, basis: timeline.Stated, year: v[0]}, day != 0
}
