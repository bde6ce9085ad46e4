package ar

import (
	"slices"
	"strconv"
	"time"

	"frontline/timeline"
	"frontline/timeline/extract/draft"
)

// date is a day named in a sentence.
type date struct {
	from, to int // nodes, half-open
	day      timeline.Day
	basis    timeline.Basis
	since    bool // "since …": the begin of something, not the day of the event
	current  bool // "of the current August"
	ago      int  // how many days before the report it is said to be
	year     int  // the year said with it, or zero
	bare     bool // a day and month without a year, a weekday or "current"
}

// findDates reads the days of a sentence: 12 August 2017, Saturday, yesterday,
// two days ago. Months or seasons alone name no day.
func (s *sentence) findDates() []date {
	from := len(s.document.dates)
	for i := 0; i < len(s.n); i++ {
		if n := &s.n[i]; !n.dated && !n.has(opensDay) {
			continue
		}
		d, ok := s.dateAt(i)
		if !ok {
			continue
		}
		for j := i - 1; j >= 0 && j > i-4; j-- {
			if s.n[j].text == "منذ" && (d.basis == timeline.Stated || d.day == 0) {
				d.since = !s.dayWhen(d.to)
			}
		}
		if d.day != 0 {
			s.month = d.day
		}
		if !d.since && d.day != 0 {
			s.lastDay = d.day
		}
		s.document.dates = append(s.document.dates, d)
		i = d.to - 1
	}
	out := slices.Clip(s.document.dates[from:])
	s.lendYears(out)
	return out
}

// dayWhen says whether a comma at node j opens what happened on the day before
// it: "since 12 August, the day X drove Y out".
func (s *sentence) dayWhen(j int) bool {
	return j+2 < len(s.n) && s.n[j].role == roleComma && s.n[j+1].text == "يوم" && s.n[j+2].role == "verb"
}

// lendYears gives days of a month without a year the one said with another day
// of the sentence: the last before it, or else the first behind.
func (s *sentence) lendYears(dates []date) {
	for i := range dates {
		d := &dates[i]
		if !d.bare {
			continue
		}
		year := 0
		for j := range dates {
			if dates[j].year != 0 && !dates[j].since && (j < i || year == 0) {
				year = dates[j].year
			}
		}
		if year != 0 {
			_, m, day := d.day.Time().Date()
			d.day = timeline.Date(year, m, day)
		}
	}
}

// dateAt reads the day that begins at node i, of those with which one can.
func (s *sentence) dateAt(i int) (date, bool) {
	n := &s.n[i]
	switch n.role {
	case roleNum:
		if d, ok := s.monthDate(i, int(n.number)); ok {
			return d, true
		}
		if d, ok := s.thisMonth(i); ok {
			return d, true
		}
		return s.numericDate(i)
	case "ago":
		v, _ := strconv.Atoi(n.value)
		return s.relative(i, i+1, v)
	case "weekday":
		return s.weekdayDate(i)
	case "month":
		if m, _ := strconv.Atoi(n.value); m > 0 && s.published != 0 {
			s.month = s.resolve(0, m, 1, -1)
		}
		fallthrough
	case "vague_time":
		return date{from: i, to: i + 1, basis: timeline.BasisUnknown}, true // some day of it
	case "year":
		if i+1 < len(s.n) && s.n[i+1].role == roleNum && isYear(s.n[i+1].number) {
			return date{from: i, to: i + 2, basis: timeline.BasisUnknown}, true
		}
		return date{}, false
	case "same_day":
		later, _ := strconv.Atoi(n.value)
		base := s.lastDay
		if base == 0 && later < 0 {
			base = s.published // "the day before"
		}
		return date{from: i, to: i + 1, day: base + timeline.Day(later), basis: timeline.Relative}, base != 0
	}
	if o, last := s.ordinal(i); o > 0 && n.role != rolePlace {
		d, ok := s.monthDate(last, o)
		if !ok {
			d, ok = s.dayOfMonth(last, o)
		}
		if d.from = i; ok {
			return d, true
		}
	}
	if n.text == "منذ" || n.text == "قبل" {
		return s.daysAgo(i)
	}
	return date{}, false
}

// resolve finds the year of a day and month. A weekday of -1 is not said.
func (s *sentence) resolve(year, month, day, weekday int) timeline.Day {
	return draft.Calendar{Published: s.published, Years: s.years}.Day(year, month, day, time.Weekday(weekday))
}

func (s *sentence) relative(from, to, ago int) (date, bool) {
	if s.published == 0 {
		return date{}, false
	}
	return date{from: from, to: to, day: s.published - timeline.Day(ago), basis: timeline.Relative}, true
}

// daysAgo reads "three days ago".
func (s *sentence) daysAgo(i int) (date, bool) {
	if i+2 < len(s.n) && s.n[i+1].role == roleNum && (s.n[i+2].text == "ايام" || s.n[i+2].text == "يوما") {
		return s.relative(i, i+3, int(s.n[i+1].number))
	}
	return date{}, false
}

// weekdayDate: the last such day up to the report; one beside a day of the
// month is that day, and of a night between two the second.
func (s *sentence) weekdayDate(i int) (date, bool) {
	if i+2 < len(s.n) && s.n[i+1].role == roleMark && s.n[i+2].role == "weekday" {
		d, ok := s.weekdayDate(i + 2)
		d.from = i
		return d, ok
	}
	for j := i + 1; j < len(s.n) && j < i+4; j++ {
		if s.n[j].role == roleNum {
			if d, ok := s.monthDate(j, int(s.n[j].number)); ok {
				d.from = i
				return d, true
			}
		}
	}
	if s.published == 0 {
		return date{}, false
	}
	v, _ := strconv.Atoi(s.n[i].value)
	back := (int(s.published.Time().Weekday()) - v + 7) % 7
	if back == 0 && i+1 < len(s.n) && s.n[i+1].role == "era" && s.n[i+1].value == "last" {
		back = 7
	}
	return s.relative(i, i+1, back)
}
