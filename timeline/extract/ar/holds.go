package ar

import "frontline/timeline"

// under reads "X came under the control of Y", "X fell to Y", "X, subject to
// Y": the verb before says whether it changed hands or is so.
func (s *sentence) under(i int) {
	who, end := s.keeper(i)
	if who.actor == "" {
		return
	}
	v, kind := s.governor(i)
	g := s.keptPlaces(v, i)
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
	s.control(i, kind, who, from, g, "under."+string(kind))
}

// keeper is whose hands are spoken of at i, and the node after.
func (s *sentence) keeper(i int) (subject, int) {
	if s.n[i].role == "under_pronoun" {
		return s.antecedent(i, s.n[i].value[0]), i + 1
	}
	if s.n[i].role == "subject_to" && i+1 < len(s.n) && (s.n[i+1].role == "under" || s.n[i+1].role == "under_pronoun") {
		return subject{}, i + 1 // read there
	}
	for j := i + 1; j < len(s.n) && j < i+4; j++ {
		if n := s.n[j]; n.role == "actor" {
			return subject{i, timeline.Actor(n.value), s.joined(j), n.agree}, j + 1
		} else if n.role == "prep" || n.role == "verb" {
			break
		}
	}
	return subject{}, i + 1
}

// governor is the verb or particle that carries the phrase at i, and what kind
// of claim it makes.
func (s *sentence) governor(i int) (int, timeline.Kind) {
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
			case "withdraw":
				return j, timeline.Captured
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
	if v < i && s.n[v].role == "verb" {
		for j := v + 1; j < i && j < v+4; j++ {
			if g := s.objects(j); len(g.objects) > 0 && g.to <= i+1 {
				return g
			}
		}
	}
	return group{from: i, to: i, objects: s.groupBefore(v, s.all(v, i))}
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
			who = subject{i, timeline.Actor(n.value), nil, n.agree}
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
	k := s.find(i+1, 3, "prep")
	if k < 0 {
		return
	}
	s.control(i, timeline.Holds, who, "", s.objects(k+1), "holds.posted")
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
			s.control(i, timeline.Holds, s.doerBehind(i, j), "", group{to: s.clauseEnd(i), objects: s.groupBefore(i, false)}, "holds.stationed")
			return
		case s.n[j].role == "prep" && s.n[j].text == "في":
			s.control(i, timeline.Holds, who, "", s.objects(j+1), "holds.stationed")
			return
		}
	}
}

// doerBehind is the actor right behind node j, or the doer of the verb.
func (s *sentence) doerBehind(i, j int) subject {
	if j+1 < len(s.n) && s.n[j+1].role == "actor" {
		return subject{i, timeline.Actor(s.n[j+1].value), nil, 0}
	}
	return s.doer(i)
}

// stronghold reads "X, the last stronghold of Y" and "its strongholds in X".
func (s *sentence) stronghold(i int) {
	var who subject
	for j := i + 1; j < len(s.n) && j < i+4; j++ {
		if s.n[j].role == "actor" {
			who = subject{i, timeline.Actor(s.n[j].value), nil, 0}
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
	if len(objs) == 0 || who.actor == "" || s.n[objs[len(objs)-1].place+1].start > s.n[i].start {
		return
	}
	s.control(i, timeline.Holds, who, "", group{from: i, to: s.clauseEnd(i), objects: objs}, "holds.stronghold")
}
