package ar

import (
	"strings"

	"frontline/timeline"
)

// under reads "X came under the control of Y", "X fell to Y", "X, subject to
// Y": the verb before says whether it changed hands or is so.
func (s *sentence) under(i int) {
	who, end := s.keeper(i)
	if who.actor == "" {
		return
	}
	v, kind := s.governor(i)
	if kind == timeline.Holds && v == i && s.headline && s.n[i].role != "subject_to" {
		kind = timeline.Captured
	}
	g := s.keptPlaces(v, i)
	if n := s.n[i]; strings.HasSuffix(n.text, "خضع") || len(g.objects) == 0 {
		if behind := s.objects(i + 1); len(behind.objects) > 0 && behind.to < end {
			g = behind
		}
	}
	if v < i && v >= i-2 && s.n[v].role == "verb" {
		if behind := s.postponed(end); len(behind.objects) > 0 {
			g, end = behind, behind.to
		}
	}
	if len(g.objects) == 0 {
		return
	}
	g.to = end
	from := timeline.Actor("")
	if kind != timeline.Holds {
		from = s.loser(i, g, who.actor)
	}
	if v < i && s.n[v].role == "verb" {
		s.mode[i] = s.mode[v]
	}
	s.control(i, event{kind, who, from, g, "under." + string(kind)})
}

// postponed is the subject of a verb that stands behind its complement: "fell
// into the hands of X on that day the village of Y".
func (s *sentence) postponed(from int) group {
	for j := from; j < len(s.n) && j < from+7; j++ {
		switch n := s.n[j]; n.role {
		case "class", rolePlace, roleNum, "partial":
			if n.prep == "" && !n.conj && (n.suffix == 0 || n.role != "class") && !inCountry(s.n, j) {
				return s.objects(j)
			}
			return group{}
		case "prep", roleWord, "common", "none", "ago", "weekday", "then", "vague_time", "month":
		default:
			return group{}
		}
	}
	return group{}
}

// keeper is whose hands are spoken of at i, and the node after.
func (s *sentence) keeper(i int) (subject, int) {
	if s.n[i].role == "under_pronoun" {
		return s.antecedent(i, s.n[i].value[0]), i + 1
	}
	if s.n[i].role == "subject_to" && i+1 < len(s.n) && (s.n[i+1].role == "under" || s.n[i+1].role == "under_pronoun") {
		return subject{}, i + 1 // read there
	}
	reach := 4
	if s.n[i].role == "subject_to" {
		reach = 16 // its places can stand between
	}
	for j := i + 1; j < len(s.n) && j < i+reach; j++ {
		n := s.n[j]
		switch {
		case n.role == "actor" && (reach == 4 || n.prep == "ل"):
			return subject{at: i, actor: timeline.Actor(n.value), co: s.joined(j), agree: n.agree}, j + 1
		case n.text == "له" || n.text == "لها" || n.text == "لهم":
			return s.antecedent(i, map[string]byte{"له": 'm', "لها": 'f', "لهم": 'p'}[n.text]), j + 1
		case n.role == "verb" && n.form != noun, n.role == "strong", n.role == "under":
			return subject{}, i + 1
		}
	}
	return subject{}, i + 1
}

// governor is the verb or particle that carries the phrase at i, and what kind
// of claim it makes.
func (s *sentence) governor(i int) (int, timeline.Kind) {
	if s.n[i].role == "subject_to" {
		return i, timeline.Holds
	}
	for j := i - 1; j >= 0 && j > i-30; j-- {
		n := s.n[j]
		switch n.role {
		case "still", "subject_to":
			return j, timeline.Holds
		case "relative":
			if j == i-1 {
				return j, timeline.Holds
			}
		case "strong":
			return i, timeline.Holds
		case "verb":
			switch n.value {
			case "become", "fall", "enter":
				return j, timeline.Captured
			case "return":
				return j, timeline.Recaptured
			case "return_to", "withdraw":
				return j, timeline.Captured
			}
			if n.value == "remain" {
				return j, timeline.Holds
			}
			if n.form != noun {
				return i, timeline.Holds
			}
		}
	}
	return i, timeline.Holds
}

// keptPlaces is what is in somebody's hands: named between the verb v and the
// phrase at i, or before the verb.
func (s *sentence) keptPlaces(v, i int) group {
	if v < i && s.n[v].role != "relative" {
		for j := v + 1; j < i && j < v+4; j++ {
			if g := s.objects(j); len(g.objects) > 0 && g.to <= i+1 {
				return g
			}
		}
	}
	return group{from: i, to: i, objects: s.groupBefore(v, s.n[v].role != "relative" || s.all(v, i))}
}

// all says whether "all of them" stands between v and i.
func (s *sentence) all(v, i int) bool {
	for j := max(0, v-3); j < i; j++ {
		switch s.n[j].text {
		case "كلها", "كلهم", "جميعها", "جميعا", "وكلها", "كلاهما":
			return true
		}
	}
	return false
}

// posted reads "its forces that stand in X".
func (s *sentence) posted(i int) {
	var who subject
	for j := i - 1; j >= 0 && j > i-4; j-- {
		switch n := s.n[j]; n.role {
		case "actor":
			who = subject{at: i, actor: timeline.Actor(n.value), agree: n.agree}
		case "own":
			who = s.antecedent(j, n.value[0])
		case "members", "common":
			continue
		}
		break
	}
	if who.actor == "" {
		return
	}
	for k := i + 1; k < len(s.n) && k < i+4; k++ {
		if n := s.n[k]; n.role == "prep" || n.text == "داخل" {
			s.control(i, event{timeline.Holds, who, "", s.objects(k + 1), "holds.posted"})
			return
		}
	}
}

// present reads "X, in which Y is stationed" and "Y is stationed in X".
func (s *sentence) present(i int) {
	n := s.n[i]
	if n.form == noun || s.mode[i] != timeline.Asserted {
		return
	}
	who := s.doer(i)
	for j := i + 1; j < len(s.n) && j < i+6; j++ {
		switch {
		case s.n[j].text == "فيه" || s.n[j].text == "فيها":
			s.control(i, event{timeline.Holds, s.doerBehind(i, j), "", group{to: s.clauseEnd(i), objects: s.groupBefore(i, false)}, "holds.stationed"})
			return
		case s.n[j].role == "prep" && s.n[j].text == "في":
			s.control(i, event{timeline.Holds, who, "", s.objects(j + 1), "holds.stationed"})
			return
		}
	}
}

// doerBehind is the actor right behind node j, or the doer of the verb.
func (s *sentence) doerBehind(i, j int) subject {
	if j+1 < len(s.n) && s.n[j+1].role == "actor" {
		return subject{at: i, actor: timeline.Actor(s.n[j+1].value)}
	}
	return s.doer(i)
}

// stronghold reads "X, the last stronghold of Y" and "its strongholds in X".
func (s *sentence) stronghold(i int) {
	var who subject
	for j := i + 1; j < len(s.n) && j < i+4; j++ {
		if s.n[j].role == "actor" {
			who = subject{at: i, actor: timeline.Actor(s.n[j].value)}
			break
		}
	}
	if who.actor == "" {
		if s.n[i].text != "معقله" && s.n[i].text != "معاقله" {
			return
		}
		who = s.antecedent(i, 'm')
	}
	objs := s.groupBefore(i, false)
	if len(objs) == 0 || who.actor == "" {
		return
	}
	s.control(i, event{timeline.Holds, who, "", group{from: i, to: s.clauseEnd(i), objects: objs}, "holds.stronghold"})
}
