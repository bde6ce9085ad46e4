package ar

import "frontline/timeline"

// inside are words for "in it" and "on to it".
var inside = map[string]bool{"به": true, "بها": true, "بهما": true, "فيها": true, "فيه": true, "داخلها": true, "داخله": true, "عليها": true, "عليه": true}

// keep reads "X keeps the town", "X still holds on to it": the preposition
// that the word takes leads to the places.
func (s *sentence) keep(i int, preposition string) {
	who := s.doer(i)
	if s.n[i].role != "verb" {
		who = s.participleOf(i)
	}
	for j := i + 1; j < len(s.n) && j < i+8; j++ {
		switch n := s.n[j]; {
		case n.prep == "ب" && preposition == "ب", n.role == "class" && n.prep == "ب":
			s.control(i, event{timeline.Holds, who, "", s.objects(j), "holds.keeps"})
			return
		case n.role == "prep" && (n.text == "علي" || n.text == "في"):
			s.control(i, event{timeline.Holds, who, "", s.objects(j + 1), "holds.keeps"})
			return
		case inside[n.text]:
			s.control(i, event{timeline.Holds, who, "", group{to: j + 1, objects: s.groupBefore(i, n.text == "بهما")}, "holds.keeps"})
			return
		case n.role == "strong", n.role == roleComma, n.role == "verb":
			return
		}
	}
}

// participleOf is whom a participle such as "holding on" speaks of: the actor
// before it, behind "still" or not.
func (s *sentence) participleOf(i int) subject {
	for j := i - 1; j >= 0 && j > i-5; j-- {
		if n := s.n[j]; n.role == "actor" && !s.helper(j) {
			return subject{at: i, actor: timeline.Actor(n.value), agree: n.agree}
		}
	}
	return s.antecedent(i, 0)
}

// toThem are words for "to it" and "to them", with what they agree with.
var toThem = map[string]byte{"اليها": 'f', "اليه": 'm', "اليهم": 'p', "اليهما": 'd'}

// passed reads "X passed, or returned, to Y".
func (s *sentence) passed(i int) {
	kind := timeline.Captured
	if s.n[i].value == "return" {
		kind = timeline.Recaptured
	}
	for j := i + 1; j < len(s.n) && j < i+10; j++ {
		n := s.n[j]
		var who subject
		switch {
		case n.role == "strong", n.role == "verb", n.role == "under", n.role == "under_pronoun":
			return
		case n.role == "actor" && s.n[j-1].text == "الي":
			who = subject{at: i, actor: timeline.Actor(n.value), agree: n.agree}
		case toThem[n.text] != 0:
			who = s.antecedent(i, toThem[n.text])
			j++ // as if the actor stood there
		default:
			continue
		}
		g := s.keptPlaces(i, j-1)
		g.to = j + 1
		s.control(i, event{kind, who, s.loser(i, g, who.actor), g, "control.passed_to"})
		return
	}
}

// fallBack reads "X fell back on the town": there it stands now.
func (s *sentence) fallBack(i int) {
	who := s.doer(i)
	for j := i + 1; j < len(s.n) && j < i+5; j++ {
		if s.n[j].role == "prep" && s.n[j].text == "الي" {
			s.control(i, event{timeline.Holds, who, "", s.objects(j + 1), "holds.fell_back_on"})
			return
		}
	}
}

// last reads "X, the last town of Y", "the last town of Y is X".
func (s *sentence) last(i int) {
	if i+1 >= len(s.n) || s.n[i+1].role != "class" && s.n[i+1].role != "stronghold" {
		return
	}
	for j := i + 2; j < len(s.n) && j < i+6; j++ {
		n := s.n[j]
		switch {
		case n.role == "actor" && n.prep == "ل":
			who := subject{at: i, actor: timeline.Actor(n.value), agree: n.agree}
			s.control(i, event{timeline.Holds, who, "", group{to: j + 1, objects: s.groupBefore(i, false)}, "holds.last"})
			return
		case n.role == "verb", n.role == roleComma, n.role == "under":
			return
		}
	}
}
