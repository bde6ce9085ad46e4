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
	d.published, d.basis = yesterdays(sentences)
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
	for i := 0; i < x.from; i++ {
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
