package en

import "frontline/timeline"

// inferPublished finds the day of the report in its own words: a dateline or
// heading at the top that names a full date, or else a full date that the text
// calls today.
func (d *document) inferPublished(sentences []*sentence) {
	defer func() { d.lastDay = 0 }() // "the same day" is read from the start again
	d.basis = timeline.BasisUnknown
	for k, s := range sentences {
		for _, x := range s.findDates() {
			if x.basis != timeline.Stated || x.since {
				continue
			}
			switch {
			case k < 5 && s.heads(x), k < 3 && s.alone(x):
				d.published, d.basis = x.day, timeline.Stated
				return
			case s.today(x) && x.day > d.published:
				d.published, d.basis = x.day, timeline.Inferred
			}
		}
	}
	if d.published != 0 {
		return
	}
	if d.published, d.basis = yesterdays(sentences); d.published != 0 {
		return
	}
	d.published, d.basis = leading(sentences)
}

// leading infers the day of a report from its lead: a full date there that does
// not open it, as the day of a story does.
func leading(sentences []*sentence) (timeline.Day, timeline.Basis) {
	for k, s := range sentences {
		if k > 2 {
			break
		}
		for _, x := range s.findDates() {
			if x.basis == timeline.Stated && !x.since && x.from > 2 && s.year(x) && !s.pluperfect() {
				return x.day, timeline.Inferred
			}
		}
	}
	return 0, timeline.BasisUnknown
}

// year says whether the date names its year.
func (s *sentence) year(x date) bool {
	for i := x.from; i < x.to; i++ {
		if isYear(s.n[i].number) {
			return true
		}
	}
	return false
}

// pluperfect says whether the sentence tells of what had been before.
func (s *sentence) pluperfect() bool {
	for i := range s.n {
		if n := &s.n[i]; n.role == "have" && n.value == "past" && (i == 0 || s.n[i-1].role != "members") {
			return !s.saying()
		}
	}
	return false
}

func (s *sentence) saying() bool {
	for i := range s.n {
		if s.n[i].role == "verb" && s.n[i].value == "say" {
			return true
		}
	}
	return false
}

// alone says whether a sentence is hardly more than the date.
func (s *sentence) alone(x date) bool {
	return len(s.n) < 16 && x.to-x.from+12 >= len(s.n) && !s.verbal()
}

func (s *sentence) verbal() bool {
	for i := range s.n {
		if s.n[i].role == "verb" || s.n[i].role == "be" {
			return true
		}
	}
	return false
}

// heads says whether the date stands in a dateline: before a dash, near the
// beginning, without a verb before it.
func (s *sentence) heads(x date) bool {
	for i := range x.from {
		if s.n[i].role == "verb" {
			return false
		}
	}
	for i := x.to; i < len(s.n) && i < x.to+8; i++ {
		switch n := &s.n[i]; {
		case n.role == roleMark && (n.text == "–" || n.text == "—" || n.text == "-"):
			return x.from < 12
		case n.role == "verb":
			return false
		}
	}
	return false
}

// today says whether "today", "this morning" stands beside the date.
func (s *sentence) today(x date) bool {
	for i := max(0, x.from-4); i < min(len(s.n), x.to+2); i++ {
		if s.n[i].role == "ago" && s.n[i].value == "0" {
			return true
		}
	}
	return false
}

// yesterdays infers the day of a report from a full date beside "yesterday".
func yesterdays(sentences []*sentence) (timeline.Day, timeline.Basis) {
	for _, s := range sentences {
		for _, x := range s.findDates() {
			for i := max(0, x.from-4); i < x.from; i++ {
				if s.n[i].text == "yesterday" && x.basis == timeline.Stated {
					return x.day + 1, timeline.Inferred
				}
			}
		}
	}
	return 0, timeline.BasisUnknown
}
