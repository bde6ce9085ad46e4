package ar

import "frontline/timeline"

// joinedAt says whether the number at node i goes on from a loss before it:
// "and 9", "as well as 9", "as against 9".
func (s *sentence) joinedAt(i int) bool {
	if s.n[i].conj {
		return true
	}
	for j := i - 1; j >= 0 && j > i-3; j-- {
		switch n := &s.n[j]; {
		case n.role == "also", n.text == "مقابل":
			return true
		case n.role != "other" && n.role != "none":
			return false
		}
	}
	return false
}

// inherit gives a loss that is joined to the one before, or is part of it, its
// fate and, where none is named, its side.
func (s *sentence) inherit(l *loss, told []loss) {
	if len(told) == 0 {
		return
	}
	prev := &told[len(told)-1]
	if l.from > prev.to+fateReach || !s.joinedAt(l.from) && !s.amongAt(l.from) || !l.people && !s.bare(l) {
		return
	}
	l.killed, l.wounded = prev.killed, prev.wounded && !prev.killed
}

// amongAt says whether "among them" stands right before the number at node i.
func (s *sentence) amongAt(i int) bool {
	for j := i - 1; j >= 0 && j > i-5; j-- {
		switch s.n[j].role {
		case "among", "such":
			return true
		case "other", "none", roleWord, "prep":
		default:
			return false
		}
	}
	return false
}

// partOf finds whether the loss is part of the one before it: "among them", or
// joined to such a part.
func (s *sentence) partOf(l *loss, told []loss) {
	if len(told) == 0 {
		return
	}
	prev := &told[len(told)-1]
	switch {
	case s.amongAt(l.from) && prev.anyone && l.civil:
		prev.side, l.among, l.whole = timeline.Unknown, true, timeline.Unknown // "61 people, among them 12 civilians"
	case s.amongAt(l.from):
		l.among, l.whole = true, prev.side
		if prev.among {
			l.whole = prev.whole
		}
	case prev.among && s.n[l.from].conj && l.from < prev.to+4:
		l.among, l.whole = true, prev.whole
	}
}
