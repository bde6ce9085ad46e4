package ar

import (
	"slices"
	"strconv"

	"frontline/timeline"
)

// statedYears are the years the text names, each once, in order; for last year,
// this one.
func statedYears(nodes []node) []int {
	var out []int
	for i := range nodes {
		n := &nodes[i]
		if n.role != roleNum || !isYear(n.number) || n.number != float64(int(n.number)) {
			continue
		}
		year := int(n.number)
		if i > 1 && nodes[i-1].role == "era" && nodes[i-1].value == "last" && (nodes[i-2].text == "العام" || nodes[i-2].text == "السنه") {
			year++ // "of the past year 2015"
		}
		out = append(out, year)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// inferPublished finds the day of the report in its own words: a line at the
// top that is nothing but a date, or else the latest day that the text calls
// "of the current month" or "today".
func (d *document) inferPublished() {
	defer func() { d.lastDay, d.dates = 0, d.dates[:0] }() // all is read from the start again
	for k := range d.sentences {
		s := &d.sentences[k]
		for _, x := range s.findDates() {
			switch {
			case k < 5 && x.basis == timeline.Stated && s.dateline(x):
				d.published, d.basis = x.day, timeline.Stated
				return
			case x.current && x.day != 0 && x.day+timeline.Day(x.ago) > d.published:
				d.published, d.basis = x.day+timeline.Day(x.ago), timeline.Inferred
			}
		}
	}
	if d.published == 0 {
		d.basis = timeline.BasisUnknown
		return
	}
	if w := d.todayIs(); w >= 0 { // the last day told of the month may be some days ago
		d.published += timeline.Day((w - int(d.published.Time().Weekday()) + 7) % 7)
	}
}

// todayIs is the weekday of the report, where the text says it beside "today" or
// "yesterday"; -1 where it does not.
func (d *document) todayIs() int {
	for i := range d.nodes[:max(0, len(d.nodes)-1)] {
		if n, next := &d.nodes[i], &d.nodes[i+1]; n.role == "ago" && next.role == "weekday" && (n.value == "0" || n.value == "1") {
			ago, _ := strconv.Atoi(n.value)
			weekday, _ := strconv.Atoi(next.value)
			return (weekday + ago) % 7
		}
	}
	return -1
}

// dateline says whether the line is nothing but a day, or ends with it behind
// the place and the agency.
func (s *sentence) dateline(x date) bool {
	if x.to-x.from >= len(s.n)-4 && len(s.n) < 14 {
		return true
	}
	if x.to < len(s.n) && x.year != 0 && x.from < 4 && s.n[x.to].role == roleMark && s.onlyPlaces(x.from) {
		return true // "Beirut, 5 December 2024 (agency) – …"
	}
	for i := range s.n {
		if n := &s.n[i]; n.role == "verb" && n.form != noun {
			return false
		}
	}
	return len(s.n) < 20 && x.to == len(s.n) && x.day != 0
}

// onlyPlaces says whether nothing but names of places and marks stands before
// node i of the line; the first may be one that nobody knows.
func (s *sentence) onlyPlaces(i int) bool {
	for k := range s.n[:i] {
		switch s.n[k].role {
		case rolePlace, roleMark, roleComma:
		default:
			if k > 0 || s.n[k].role != roleWord {
				return false
			}
		}
	}
	return true
}
