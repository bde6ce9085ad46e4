package en

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

// day is the day a claim read at part i speaks of, and how it is known: the
// day told with its verb, else the one that opens the sentence or that a verb
// before it in the row has. What had happened before, or somewhen, has none
// without a day of its own. What is held is held when the report comes out.
func (s *sentence) day(i int, kind timeline.Kind) (timeline.Day, timeline.Basis) {
	if p, ok := s.ownDay(i); ok {
		return p.day, p.basis
	}
	if kind != timeline.Holds {
		if p := s.whenClause(i); p != nil {
			return p.day, p.basis
		}
		for j := i; j >= 0 && !s.fresh(j, i); j-- {
			if s.p[j].kind == partVerb && !s.p[j].sense("say") {
				if p, ok := s.ownDay(j); ok {
					return p.day, p.basis
				}
			}
		}
		if s.vague(i) || s.earlier(i) {
			return 0, timeline.BasisUnknown
		}
	}
	if s.published == 0 {
		return 0, timeline.BasisUnknown
	}
	return s.published, timeline.Published
}

// whenClause is the day before "when", in whose clause the verb at part i
// stands: "since Thursday, when X entered"; nil if there is none.
func (s *sentence) whenClause(i int) *part {
	for j := i - 1; j > 0; j-- {
		p := &s.p[j]
		if p.kind != partStrong {
			continue
		}
		if k := j - 1; p.text == "when" {
			if s.p[k].kind == partComma && k > 0 {
				k--
			}
			if s.p[k].kind == partWhen {
				return &s.p[k]
			}
		}
		return nil
	}
	return nil
}

// fresh says whether a new statement begins at part j, before part i.
func (s *sentence) fresh(j, i int) bool {
	return j < i && (s.p[j].kind == partStrong || s.p[j].kind == partRelative)
}

// ownDay is the part of the day that is told with the verb at part i.
func (s *sentence) ownDay(i int) (*part, bool) {
	for j := range s.p {
		if p := &s.p[j]; p.kind == partWhen && p.before != "since" && p.before != "until" && s.teller(j) == i && !s.sinceAt(p) {
			return p, true
		}
	}
	return nil, false
}

func (s *sentence) sinceAt(p *part) bool {
	for _, d := range s.dates {
		if d.day == p.day && d.from >= p.from && d.from < p.to {
			return d.since
		}
	}
	return false
}

// teller is the verb, or noun, that the day at part j is told with: of a day
// that opens a statement the next verb, else the last one before it.
func (s *sentence) teller(j int) int {
	if s.opening(j) {
		for k := j + 1; k < len(s.p); k++ {
			if p := &s.p[k]; p.kind == partVerb && (p.finite() || s.headline) || p.kind == partHands {
				return k
			}
		}
	}
	for k := j - 1; k >= 0; k-- {
		switch p := &s.p[k]; {
		case p.kind == partHands:
			return k
		case p.kind == partVerb && !(p.noun() && k > 0 && s.governs(k)):
			return k
		case p.kind == partStrong:
			return -1
		}
	}
	for k := j + 1; k < len(s.p); k++ {
		if s.p[k].finite() {
			return k
		}
	}
	return -1
}

// governs says whether a verb right before the noun at part k takes it in: the
// day of "took control on Monday" is that of the taking.
func (s *sentence) governs(k int) bool {
	for j := k - 1; j >= 0; j-- {
		if p := &s.p[j]; p.kind == partVerb && !p.noun() {
			return true
		} else if !p.filler() {
			return false
		}
	}
	return false
}

// opening says whether the day at part j opens a statement.
func (s *sentence) opening(j int) bool {
	for k := j - 1; k >= 0; k-- {
		switch p := &s.p[k]; p.kind {
		case partWord, partCue:
		case partStrong:
			return true
		case partAnd, partComma:
			return j+1 < len(s.p) && s.opensClause(j+1)
		default:
			return false
		}
	}
	return true
}

// earlier says whether the verb at part i, or what governs it, speaks of what
// had happened before.
func (s *sentence) earlier(i int) bool {
	if s.p[i].verb.had {
		for j := i - 1; j >= 0; j-- { // "said it had taken" is no background
			if p := &s.p[j]; p.sense("say") {
				return false
			} else if p.kind == partStrong || p.kind == partRelative {
				break
			}
		}
		return true
	}
	return false
}

// vague says whether the clause of part i names a time that is no day.
func (s *sentence) vague(i int) bool {
	from, to := s.p[s.clauseStart(i)].from, s.p[s.clauseEnd(i)-1].to
	for j := from; j < to; j++ {
		switch n := &s.n[j]; n.role {
		case "vague_time", "hours":
			return true
		case "month":
			return s.dateFrom(j) == nil && s.inMonth(j)
		case "ago", "same_day":
			return s.dateFrom(j) == nil
		case "days":
			return true
		}
	}
	return false
}

// inMonth says whether the month at node j stands for itself: "in September
// 2022".
func (s *sentence) inMonth(j int) bool {
	for k := range s.dates {
		if d := &s.dates[k]; d.from <= j && j < d.to {
			return false
		}
	}
	return true
}
