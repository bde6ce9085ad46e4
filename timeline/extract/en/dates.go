package en

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"frontline/timeline"
	"frontline/timeline/extract/draft"
)

// date is a day named in a sentence.
type date struct {
	from, to int // nodes, half-open
	day      timeline.Day
	basis    timeline.Basis
	since    bool // "since …", "until …": no day of an event
}

// findDates reads the days of a sentence: 12 August 2017, Aug. 12, Saturday,
// yesterday, two days ago. Months or seasons alone name no day.
func (s *sentence) findDates() []date {
	var out []date
	for i := 0; i < len(s.n); i++ {
		d, ok := s.dateAt(i)
		if !ok {
			continue
		}
		for j := i - 1; j >= 0 && j > i-4; j-- {
			switch s.n[j].text {
			case "since", "until", "from", "till", "of":
				d.since = d.since || s.n[j].text != "of" || d.basis == timeline.Stated && s.after(j-1)
			}
			if s.n[j].role != "det" && s.n[j].role != roleWord {
				break
			}
		}
		if d.day != 0 {
			s.lastDay = d.day
		}
		out = append(out, d)
		i = d.to - 1
	}
	return out
}

// after says whether "agreement" or the like stands at node j: its day is not
// that of the event.
func (s *sentence) after(j int) bool {
	if j < 0 {
		return false
	}
	switch s.n[j].text {
	case "agreement", "deal", "accord", "memorandum", "offensive", "campaign", "statement":
		return true
	}
	return false
}

func (s *sentence) dateAt(i int) (date, bool) {
	n := &s.n[i]
	switch n.role {
	case roleNum:
		return s.numberDate(i)
	case "month":
		return s.monthDate(i)
	case "weekday":
		return s.weekdayDate(i)
	case "ago":
		v, err := strconv.Atoi(n.value)
		if err != nil {
			return date{}, false
		}
		if from := s.reckoned(n.text); from != 0 {
			return date{from: i, to: i + 1, day: from - timeline.Day(v), basis: timeline.Relative}, true
		}
		return s.relative(i, s.withDay(i+1, i), v)
	case "same_day":
		return date{from: i, to: i + 1, day: s.lastDay, basis: timeline.Relative}, s.lastDay != 0
	case "count":
		return s.daysAgo(i)
	}
	return date{}, false
}

// withDay passes over a weekday or date that only says again which day "this
// morning" is, and gives the node behind.
func (s *sentence) withDay(j, i int) int {
	if j < len(s.n) && s.n[j].role == roleComma {
		j++
	}
	if j < len(s.n) && (s.n[j].role == "weekday" || s.n[j].role == roleNum) {
		if d, ok := s.dateAt(j); ok {
			return d.to
		}
	}
	return i + 1
}

// numberDate reads "12 August 2017", "the 12th of August", 2017-08-12 and
// 12/8/2017, and "three days ago" with digits.
func (s *sentence) numberDate(i int) (date, bool) {
	j := i + 1
	if j < len(s.n) && s.n[j].role == "prep" && s.n[j].value == "of" {
		j++
	}
	if j < len(s.n) && s.n[j].role == "month" {
		return s.dayAndMonth(i, int(s.n[i].number), j, j+1)
	}
	if d, ok := s.daysAgo(i); ok {
		return d, true
	}
	return s.numericDate(i)
}

// monthDate reads "August 12", "August 12, 2017".
func (s *sentence) monthDate(i int) (date, bool) {
	j := i + 1
	if j < len(s.n) && s.n[j].role == roleMark && s.n[j].text == "." {
		j++
	}
	if j < len(s.n) && s.n[j].role == "det" {
		j++
	}
	if j >= len(s.n) || s.n[j].role != roleNum || isYear(s.n[j].number) {
		return date{}, false
	}
	return s.dayAndMonth(i, int(s.n[j].number), i, j+1)
}

// dayAndMonth finishes a date whose month is node month and which ends before
// node to but for its year.
func (s *sentence) dayAndMonth(from, day, month, to int) (date, bool) {
	m, _ := strconv.Atoi(s.n[month].value)
	if day < 1 || day > 31 {
		return date{}, false
	}
	year := 0
	for j := to; j < len(s.n) && j < to+3; j++ {
		if n := &s.n[j]; n.role == roleNum && isYear(n.number) {
			year, to = int(n.number), j+1
			break
		} else if n.role != roleComma && !(n.role == roleMark && n.text == ".") && n.role != "prep" {
			break
		}
	}
	weekday := -1
	for j := from - 1; j >= 0 && j > from-4; j-- {
		if s.n[j].role == "weekday" {
			weekday, _ = strconv.Atoi(s.n[j].value)
		}
	}
	d := s.resolve(year, m, day, weekday)
	return date{from: from, to: to, day: d, basis: timeline.Stated}, d != 0
}

func isYear(v float64) bool { return v >= 2010 && v < 2060 && v == float64(int(v)) }

// resolve finds the year of a day and month. A weekday of -1 is not said.
func (s *sentence) resolve(year, month, day, weekday int) timeline.Day {
	return draft.Calendar{Published: s.published, Years: s.years}.Day(year, month, day, time.Weekday(weekday))
}

// numericDate reads 2017-08-12, 12.8.2017 and 12/8/2017.
func (s *sentence) numericDate(i int) (date, bool) {
	var v [3]int
	k, j := 0, i
	for ; k < 3 && j < len(s.n); j++ {
		n := &s.n[j]
		if n.role != roleNum {
			return date{}, false
		}
		v[k] = int(n.number)
		k++
		if k < 3 {
			if j+1 < len(s.n) && s.n[j+1].role == roleMark && (s.n[j+1].text == "/" || s.n[j+1].text == "-") {
				j++
			} else if j+1 >= len(s.n) || s.n[j+1].role != roleNum || s.text[n.end] != '-' {
				return date{}, false
			}
		}
	}
	if k < 3 {
		return date{}, false
	}
	if v[0] < 100 {
		v[0], v[2] = v[2], v[0]
	}
	if !isYear(float64(v[0])) || v[1] < 1 || v[1] > 12 {
		return date{}, false
	}
	day := s.resolve(v[0], v[1], v[2], -1)
	return date{from: i, to: j, day: day, basis: timeline.Stated}, day != 0
}

func (s *sentence) relative(from, to, ago int) (date, bool) {
	if s.published == 0 {
		return date{}, false
	}
	return date{from: from, to: to, day: s.published - timeline.Day(ago), basis: timeline.Relative}, true
}

// daysAgo reads "three days ago".
func (s *sentence) daysAgo(i int) (date, bool) {
	if i+1 < len(s.n) && s.n[i+1].role == "vague_time" && strings.HasPrefix(s.n[i+1].text, "days ") && s.n[i].number > 1 { // "three" "days earlier"
		return s.reckon(i, i+2, int(s.n[i].number), s.n[i+1].text)
	}
	if i+2 >= len(s.n) || s.n[i+1].role != "days" {
		return date{}, false
	}
	v, _ := strconv.Atoi(s.n[i+1].value)
	switch s.n[i+2].text {
	case "ago", "earlier", "later":
		if v <= 7 {
			return s.reckon(i, i+3, v*int(s.n[i].number), s.n[i+2].text)
		}
	}
	return date{}, false
}

// reckon is the day that lies so many days off: of "ago" from the day of the
// report, of "earlier" and "later" from the last day named.
func (s *sentence) reckon(from, to, days int, word string) (date, bool) {
	base := s.reckoned(word)
	switch {
	case base != 0 && strings.HasSuffix(word, "later"):
		return date{from: from, to: to, day: base + timeline.Day(days), basis: timeline.Relative}, true
	case strings.HasSuffix(word, "later"):
		return date{}, false
	case base != 0:
		return date{from: from, to: to, day: base - timeline.Day(days), basis: timeline.Relative}, true
	}
	return s.relative(from, to, days)
}

// reckoned is the day from which a phrase counts: the last day named for
// "earlier", "before" and "later"; zero for the day of the report.
func (s *sentence) reckoned(phrase string) timeline.Day {
	for _, end := range []string{"earlier", "before", "later", "previous day", "next day", "following day", "next morning", "following morning"} {
		if strings.HasSuffix(phrase, end) {
			return s.lastDay
		}
	}
	return 0
}

// weekdayDate: the last such day up to the report; one beside a day of the
// month is that day.
func (s *sentence) weekdayDate(i int) (date, bool) {
	for j := i + 1; j < len(s.n) && j < i+4; j++ {
		if r := s.n[j].role; r == roleNum || r == "month" {
			if d, ok := s.dateAt(j); ok && d.basis == timeline.Stated {
				d.from = i
				return d, true
			}
		} else if r != roleComma && r != "det" && r != roleMark {
			break
		}
	}
	if s.published == 0 {
		return date{}, false
	}
	v, _ := strconv.Atoi(s.n[i].value)
	back := (int(s.published.Time().Weekday()) - v + 7) % 7
	if back == 0 && i > 0 && s.n[i-1].text == "last" {
		back = 7
	}
	return s.relative(i, i+1, back)
}

// statedYears are the years the text names, each once, in order.
func statedYears(nodes []node) []int {
	var out []int
	for i := range nodes {
		if n := &nodes[i]; n.role == roleNum && isYear(n.number) {
			out = append(out, int(n.number))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
