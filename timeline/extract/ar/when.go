package ar

import "frontline/timeline"

// dateFrom is the date that begins at node j; nil if none does.
func (s *sentence) dateFrom(j int) *date {
	for k := range s.dates {
		if s.dates[k].from == j {
			return &s.dates[k]
		}
	}
	return nil
}

// day is the day a claim read at part i speaks of, and how it is known: a day
// named behind it in the clause, else the last one before it. A background
// ("it had …") begins anew: without a day of its own it has none. What is
// held is held when the report comes out.
func (s *sentence) day(part int, kind timeline.Kind) (timeline.Day, timeline.Basis) {
	i, end := s.p[part].from, s.p[s.clauseEnd(part)-1].to
	if to := s.insertedDay(s.clauseEnd(part)); to > 0 {
		end = to // "took, on that day, the town of"
	}
	for _, d := range s.dates {
		if d.from > i && d.from < end && (!d.since || kind.Changes()) && !s.verbBetween(part, d.from) && !(d.day == 0 && s.dealBetween(part, d.from)) {
			return d.day, d.basis
		}
	}
	if n := s.daysEarlier(part); n > 0 {
		if base := s.dayBefore(i); base != 0 {
			return base - timeline.Day(n), timeline.Relative
		}
		return 0, timeline.BasisUnknown
	}
	background := s.background(i)
	if kind != timeline.Holds {
		for k := len(s.dates) - 1; k >= 0; k-- {
			d := s.dates[k]
			if d.to <= i && !d.since && d.from > background && !s.past(d, i) && !s.described(d, i) {
				return d.day, d.basis
			}
		}
		if background >= 0 || s.vague(i) {
			return 0, timeline.BasisUnknown
		}
	}
	if s.published == 0 {
		return 0, timeline.BasisUnknown
	}
	return s.published, timeline.Published
}

// aside says whether the "had" at node j opens a relative clause that node i has
// left: "from the town which it had taken, X took".
func (s *sentence) aside(j, i int) bool {
	if j == 0 || s.n[j-1].role != "relative" {
		return false
	}
	for j++; j < i; j++ {
		if s.n[j].role == roleComma && !(j+1 < len(s.n) && s.n[j+1].conj && s.n[j+1].role == "prep") {
			return true
		}
	}
	return false
}

// described says whether date d belongs to a relative clause that node i has
// left: "from the town it had taken on that day, X took".
func (s *sentence) described(d date, i int) bool {
	left := false
	for j := d.to; j < i && !left; j++ {
		left = s.n[j].role == roleComma && !s.dayWhen(j)
	}
	if !left {
		return false
	}
	verb := false
	for j := d.from - 1; j >= 0; j-- {
		switch n := &s.n[j]; {
		case n.role == "relative": // behind a comma it may go on with the story
			return verb && j > 0 && s.n[j-1].role != roleComma && !n.conj
		case n.role == roleComma, n.role == "strong":
			return false
		case n.role == "verb" && n.form != noun:
			verb = true
		}
	}
	return false
}

// insertedDay is the node behind a day that the comma at part c opens and
// another closes; 0 where it opens something else.
func (s *sentence) insertedDay(c int) int {
	if c+2 >= len(s.p) || s.p[c].kind != partComma || s.p[c+1].and || !s.p[c+1].time() {
		return 0
	}
	for j := c + 1; j < len(s.p); j++ {
		switch p := &s.p[j]; {
		case p.kind == partComma:
			return p.from
		case p.kind == partVerb, p.kind == partForce, p.kind == partGround, p.kind == partStrong:
			return 0
		}
	}
	return 0
}

// daysEarlier is how many days the thing told at a part lies before what it is
// told with: "a day after it took X", "on the morrow of"; 0 where no such words
// stand before it.
func (s *sentence) daysEarlier(part int) int {
	from := s.p[part].from
	for j := from - 1; j >= 0 && j > from-6; j-- {
		switch n := &s.n[j]; {
		case n.text == "غداه":
			return 1
		case n.role == roleComma, n.role == "verb" && n.form != noun:
			j = 0
		case n.role == "prep" && (n.text == "من" || n.text == "علي"):
			if days := s.daysAfter(j); days > 0 {
				return days
			}
		}
	}
	if p := &s.p[part]; p.before == "من" || p.before == "علي" { // the preposition is part of it
		return s.daysAfter(from)
	}
	return s.announced(part)
}

// announced is how many days before it is told what the verbal noun at a part
// tells was announced: "four days after X announced the taking of"; 0 where
// nobody did so.
func (s *sentence) announced(part int) int {
	for j := part - 1; j >= 0 && j > part-4 && s.p[part].form == noun; j-- {
		switch p := &s.p[j]; {
		case p.verb("say") && p.form == noun:
			return s.daysAfter(p.from)
		case p.kind == partForce, p.kind == partWord:
		default:
			return 0
		}
	}
	return 0
}

// daysAfter is the days of "so many days after" whose words end before node i;
// 0 where they don't. Hours count where they make whole days.
func (s *sentence) daysAfter(i int) int {
	k, number := i-1, 0
	for ; k >= 0; k-- {
		switch n := &s.n[k]; {
		case n.text == "بعد":
			return number
		case n.text == "يوم":
			number = 1
		case n.text == "يومين":
			number = 2
		case n.role == roleNum && k+1 < len(s.n) && s.n[k+1].text == "ايام":
			number = int(n.number)
		case n.role == roleNum && k+1 < len(s.n) && s.n[k+1].text == "ساعه":
			if number = int(n.number) / 24; float64(24*number) != n.number {
				return 0
			}
		case n.text == "واحد" && k == i-1, n.text == "ايام", n.text == "ساعه", n.text == "اثنين" && k == i-1, n.text == "فقط" && k == i-1:
		default:
			return 0
		}
	}
	return 0
}

// dayBefore is the last day named before node i, or else that of the report.
func (s *sentence) dayBefore(i int) timeline.Day {
	for k := len(s.dates) - 1; k >= 0; k-- {
		if d := s.dates[k]; d.to <= i && !d.since && d.day != 0 {
			return d.day
		}
	}
	return s.published
}

// verbBetween says whether a finite verb stands between the part and the node
// of a day: the day is that verb's.
func (s *sentence) verbBetween(part, node int) bool {
	for j := part + 1; j < len(s.p) && s.p[j].from < node; j++ {
		if s.p[j].finite() && !(s.p[j].verb("fall") && s.p[j-1].kind == partRelative) { // "the taking of A, which fell on Friday"
			return true
		}
	}
	return false
}

// dealBetween says whether an agreement stands between the part and the node of
// a day: "passed to X under a deal signed early this month".
func (s *sentence) dealBetween(part, node int) bool {
	for j := part + 1; j < len(s.p) && s.p[j].from < node; j++ {
		if s.p[j].is("deal") || s.p[j].is("peaceful") {
			return true
		}
	}
	return false
}

// had says whether the word at j puts what follows into the past of the report:
// "X had …", but not "the Observatory had reported …".
func (s *sentence) had(j int) bool {
	if s.n[j].role != "was" || j+1 < len(s.n) && s.n[j+1].role == "narrator" {
		return false
	}
	for k := j + 1; k < len(s.n) && s.n[k].role != roleComma; k++ {
		if n := &s.n[k]; n.text == "قد" || n.role == "verb" && n.form != noun || n.role == roleWord || n.role == "under" || n.role == "holding" {
			return true
		}
	}
	return j+1 == len(s.n) // "the advance was faster" is no background
}

// past says whether date d belongs to a background that node i has left: "it
// had, on that day, …, as …", unless "then" holds on to it.
func (s *sentence) past(d date, i int) bool {
	was := false
	for j := d.from - 1; j >= 0 && s.n[j].role != "strong"; j-- {
		was = was || s.had(j)
	}
	if !was {
		return false
	}
	for j := d.to; j < i; j++ {
		if s.n[j].role == "strong" && !s.thenNear(j, i) {
			return true
		}
	}
	return false
}

func (s *sentence) thenNear(from, to int) bool {
	for j := from; j < to+4 && j < len(s.n) && j < from+9; j++ {
		if s.n[j].role == "then" {
			return true
		}
	}
	return false
}

// background is the node of the "had" that makes node i background, or -1.
func (s *sentence) background(i int) int {
	for j := i - 1; j >= 0; j-- {
		switch n := &s.n[j]; n.role {
		case "was":
			if s.had(j) && !s.aside(j, i) {
				return j
			}
		case "strong":
			if j < i-2 && !s.thenNear(i-1, i) {
				return -1
			}
		case "still", "under":
			return -1
		}
	}
	return -1
}

func (s *sentence) vague(i int) bool {
	for j := max(0, i-4); j < len(s.n) && j < i+5; j++ {
		if s.n[j].role == "vague_time" {
			return true
		} else if j > i && s.n[j].role == roleComma {
			break
		}
	}
	return false
}
