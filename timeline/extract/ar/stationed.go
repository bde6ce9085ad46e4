package ar

import "frontline/timeline"

// present reads "X, in which Y is stationed" and "Y is stationed in X".
func (s *sentence) present(i int, who subject) {
	if k := s.antecedentOf(i); s.mode[i] == timeline.Denied && k >= 0 && s.p[k].kind == partGround {
		s.mode[i] = timeline.Asserted // "no truth in the fall of the base, in which X stands": it describes it
	}
	if s.mode[i] != timeline.Asserted {
		return
	}
	if s.p[i].form == noun {
		if !s.begun(i) {
			return
		}
		if s.p[i].suffix == 0 {
			if j := s.next(i, func(p *part) bool { return p.kind == partForce }); j >= 0 && s.p[j].before == "" {
				who = s.named(i, j)
			}
		}
	}
	if j := i + 2; j < len(s.p) && s.p[i+1].verb("presence") && s.p[j].kind == partForce && s.p[j].before == "" {
		who = s.named(i, j) // "the presence of X is confined to"
	}
	for j := i + 1; j < s.clauseEnd(i) && j < i+6; j++ {
		switch p := &s.p[j]; {
		case p.is("in_it"): // "in which X has dug in"
			if j+1 < len(s.p) && s.p[j+1].kind == partForce && s.p[j+1].before == "" {
				who = s.named(i, j+1)
			}
			s.holds(i, who, s.groundBefore(i, 0), s.clauseEnd(i), "holds.stationed")
			return
		case p.kind == partIt && p.before == "في":
			if j+1 < len(s.p) && s.p[j+1].kind == partForce && s.p[j+1].before == "" {
				who = s.named(i, j+1)
			}
			s.holds(i, who, s.pointed(i, j).objects, s.clauseEnd(i), "holds.stationed")
			return
		case p.kind == partGround && s.p[i].object == "على" && p.before == "في" && j+1 < len(s.p) && s.p[j+1].before == "علي": // "is confined, in the province, to"
		case p.kind == partGround && (p.before == "في" || p.before == "ب" || p.before == "" && s.p[j-1].is("inside") && j == i+2 && !s.ofGround(i) || p.before == "علي" && s.p[i].object == "على"):
			if k := j + 1; k < len(s.p) && s.p[k].kind == partForce && s.p[k].before == "" && !s.p[k].and && inForm(&s.p[i], &s.p[k].force) && (who.linked || who.actor == "") {
				who = s.named(i, k) // "in the village stand X"
			}
			if objs := s.postIn(j); len(objs) > 0 {
				s.holds(i, who, objs, j+1, "holds.stationed")
				return
			}
			if from := s.vacated(j, who); from != "" {
				s.control(i, event{timeline.Captured, who, from, s.continued(j), j + 1, "control.moved_in"})
				return
			}
			if i > 0 && s.p[i-1].verb("return") && s.p[i-1].finite() { // "came back and spread in"
				objs := places(s.continued(j))
				s.control(i, event{timeline.Recaptured, who, s.loser(i, j, who.actor), objs, j + 1, "control.moved_in"})
				return
			}
			s.holds(i, who, s.continued(j), j+1, "holds.stationed")
			return
		}
	}
	if s.cueIn(i-3, i, "where") {
		s.holds(i, who, s.listBefore(i), s.clauseEnd(i), "holds.where")
	}
}

// ofGround says whether the verb at part i stands in a relative clause that
// describes ground.
func (s *sentence) ofGround(i int) bool {
	k := s.antecedentOf(i)
	return k >= 0 && s.p[k].kind == partGround
}

// rules says whether the verb at part i is يحكم, "rules", with its place or its
// subject and place behind it, and not يُحكم, "tightens".
func (s *sentence) rules(i int) bool {
	if t := s.p[i].text; t != "يحكم" && t != "تحكم" {
		return false
	}
	j := i + 1
	if j < len(s.p) && s.p[j].kind == partForce && s.p[j].before == "" {
		j++
	}
	return j < len(s.p) && s.p[j].kind == partGround && s.p[j].before == ""
}

// begun says whether a verb that only says that it began, or goes on, governs
// the verbal noun at part i: "began their deployment in".
func (s *sentence) begun(i int) bool {
	for j := i - 1; j >= 0 && j > i-4; j-- {
		switch p := &s.p[j]; {
		case p.kind == partVerb:
			return p.finite() && p.verb("none", "go_on", "light") && s.mode[j] == timeline.Asserted
		case p.is("weak"):
			return caused(p.text)
		case p.kind == partForce && p.before == "", p.filler():
			if caused(p.text) {
				return true
			}
		default:
			return false
		}
	}
	return false
}

// caused says whether the folded word makes what stands behind it the cause of
// something, and so a fact: "because of the presence of X in".
func caused(word string) bool {
	switch word {
	case "جراء", "بسبب", "نتيجه":
		return true
	}
	return false
}

// vacated is who of the other side left right behind part j: "spread in the
// town after X had left it"; "" where nobody did.
func (s *sentence) vacated(j int, who subject) timeline.Actor {
	for k := j + 1; k < len(s.p) && k < j+9 && s.p[k].kind != partStrong; k++ {
		if !s.p[k].verb("withdraw", "evacuate") || !s.p[k-1].is("weak") {
			continue
		}
		if left := s.doer(k); left.actor != "" && s.against(left.actor, who.actor) {
			return left.actor
		}
	}
	return ""
}

// posted reads "its forces that stand in X", "still holding on to X".
func (s *sentence) posted(i int) {
	if s.cueIn(i-4, i, "left") {
		s.reject(i, "holds."+s.p[i].role, "no longer")
		return
	}
	who := subject{}
	for j := i - 1; j >= 0 && j > i-5 && who.actor == ""; j-- {
		switch p := &s.p[j]; {
		case p.kind == partForce && (p.before == "" || p.before == "من" || s.p[i].role == "posted") && !s.helper(j):
			who = s.named(i, j)
		case p.kind == partStrong, p.kind == partGround && s.p[i].role == "posted":
			j = -1
		}
	}
	if who.actor == "" && s.p[i].role == "holding" {
		who = s.antecedent(i, 0)
	}
	for j := i + 1; j < len(s.p) && j < i+4; j++ {
		switch p := &s.p[j]; {
		case p.kind == partGround && (p.before != "" && p.before != "من" && p.before != "عن" && p.before != "ل" && p.before != "بين" || s.p[j-1].is("inside")):
			s.holds(i, who, s.continued(j), j+1, "holds."+s.p[i].role)
			return
		case p.kind == partIt && p.before != "من" && p.before != "ل", p.is("in_it"):
			s.holds(i, who, s.groundBefore(i, agreement(p)), j+1, "holds."+s.p[i].role)
			return
		case p.kind == partStrong, p.kind == partComma, p.kind == partVerb:
			j = len(s.p)
		}
	}
	if s.p[i].role == "holding" && s.cueIn(i-5, i, "where") {
		s.holds(i, who, s.groundBefore(i, 0), i+1, "holds.where")
	}
}

// beside reads "the town, where X is".
func (s *sentence) beside(i int) {
	if i < 2 || s.p[i].before != "" || i+1 < len(s.p) && s.p[i+1].finite() {
		return
	}
	w := &s.p[i-1]
	if !w.is("where") && !(w.kind == partIt && w.before == "في" && w.and) {
		return
	}
	for j := i - 2; j >= 0 && j > i-6; j-- {
		if p := &s.p[j]; p.kind == partGround && !s.regional(p) {
			s.holds(i, s.named(i, i), places(p.objects), i+1, "holds.where")
			return
		}
	}
}
