package ar

import (
	"slices"
	"strings"

	"frontline/geo/arabic"
	"frontline/timeline"
)

// hands reads "under the control of X", "in its hands" at node i.
func (s *sentence) hands(i int) part {
	p := part{kind: partHands, node: &s.n[i], from: i, to: i + 1}
	if v := s.n[i].value; v != "" { // with a pronoun
		p.force = force{own: v[0]}
		return p
	}
	for j := i + 1; j < len(s.n) && j < i+5; j++ {
		switch n := &s.n[j]; n.role {
		case "actor", "own", "members", "attackers", "rebels":
			if f, ok := s.forcePart(j); ok {
				p.force, p.to = f.force, f.to
				return p
			}
		case "operation":
			p.force, p.to = force{actor: timeline.Actor(strings.Fields(n.value)[0]), agree: 'f'}, j+1
			return p
		case "none", "full", "common", "fire", roleWord, "prep":
			continue
		}
		break
	}
	p.kind = partCue
	return p
}

// keeper is whose hands part i speaks of.
func (s *sentence) keeper(i int) subject {
	switch s.p[i].force.own {
	case 'o':
		return subject{}
	case 'w':
		return s.thoseFactions(i)
	case 'a':
		return s.attackers(i)
	case 'r':
		return s.rebels(i, s.n[s.p[i].to-1].text)
	}
	if own := s.p[i].force.own; own != 0 {
		if last := &s.n[s.p[i].to-1]; strings.HasPrefix(last.text, "الاخير") {
			if k := s.latter(i, own); k >= 0 {
				return subject{force: s.p[k].force, at: i, linked: true}
			}
		}
		return s.antecedent(i, own)
	}
	return subject{force: s.p[i].force, at: i}
}

// held reads "X came under the control of Y", "X fell to Y", "X, subject to
// Y": the verb before says whether it changed hands or is so.
func (s *sentence) held(i int) {
	who := s.keeper(i)
	v, kind := s.governor(i)
	allotted := strings.HasSuffix(s.text[s.p[i].start:s.p[i].end], "نصيب")
	if v == i && !allotted && strings.HasPrefix(s.p[i].text, "من") && s.finiteIn(i) {
		s.reject(i, "under.holds", "only says from where")
		return
	}
	if v == i && !allotted && i > 1 && (s.p[i-1].is("was") && s.p[i-2].text == "ما" || s.p[i-1].kind == partGround && s.p[i-2].is("was")) {
		s.reject(i, "under.holds", "was so before")
		return
	}
	if s.spanOf(i) || v < i && s.p[v].verb("remain") && s.p[v].form == past && s.longTime(v, i) {
		s.reject(i, "under.holds", "only says how long it was so")
		return
	}
	objs, end := s.heldGround(v, i)
	if v == i && s.namesCountry(objs) {
		s.reject(i, "under.holds", "only a province is named")
		return
	}
	if kind == timeline.Holds && (v == i && (s.headline || allotted) || s.sinceDay(i)) {
		kind = timeline.Captured
	}
	from := timeline.Actor("")
	if kind != timeline.Holds {
		from = s.loser(i, end, who.actor)
	}
	if s.byFire(i) {
		s.mode[i], kind = timeline.FireControl, timeline.Captured
	} else if s.noLonger(i) {
		s.mode[i] = timeline.Denied
	} else if v < i && s.p[v].kind == partVerb && !(s.mode[i] == timeline.Future && s.cueIn(v, i, "purpose")) {
		s.mode[i] = s.mode[v]
	} else if v < i && s.p[v].is("still") && (s.mode[i] == timeline.Repelled || s.mode[i] == timeline.Attempt) {
		s.mode[i] = timeline.Asserted // "refused it, and is still in the hands of": as it was
	} else if v == i && i > 0 && (s.p[i-1].kind == partGround || s.p[i-1].role == "common") && s.mode[i] == timeline.Attempt {
		s.mode[i] = timeline.Asserted // "to take X, in the hands of Y": it only describes X
	}
	s.control(i, event{kind, who, from, objs, end, "under." + string(kind)})
}

// spanOf says whether the hands at part i only tell how long it was so: "after
// nine years in the hands of X".
func (s *sentence) spanOf(i int) bool {
	k := s.p[i].from - 1
	if k < 1 {
		return false
	}
	if !longSpan(s.n[k].text) {
		return false
	}
	for j := k - 1; j >= 0 && j > k-5; j-- {
		if s.n[j].text == "بعد" {
			return true
		}
	}
	return false
}

func longSpan(word string) bool {
	switch word {
	case "اعوام", "سنوات", "سنه", "عاما", "عامين", "سنتين", "اشهر", "شهرين", "اسابيع", "ايام":
		return true
	}
	return false
}

// longTime says whether words between two parts say how long something was so:
// "remained for years".
func (s *sentence) longTime(from, to int) bool {
	for k := s.p[from].to; k < s.p[to].from; k++ {
		if longSpan(strings.TrimPrefix(s.n[k].text, "ل")) || s.n[k].text == "طويلا" {
			return true
		}
	}
	return false
}

// sinceDay says whether a day stands right behind the hands at part i since
// which it is so: that day they took it.
func (s *sentence) sinceDay(i int) bool {
	to := s.p[i].to
	return slices.ContainsFunc(s.dates, func(d date) bool {
		return d.since && d.from >= to && d.from <= to+2 && d.day != 0 && d.basis != timeline.Published
	})
}

// noLonger says whether "no longer" governs the hands at part i, with nothing
// excepted: "is no longer in the hands of X".
func (s *sentence) noLonger(i int) bool {
	from, end := s.clauseStart(i), s.clauseEnd(i)
	for v := i - 1; v >= from; v-- {
		if !s.p[v].is("left") || s.cueIn(v, end, "except") {
			continue
		}
		words := strings.Fields(arabic.Fold(s.text[s.p[v].start:s.p[v].end]))
		switch words[len(words)-1] {
		case "يعد", "تعد", "عاد", "عادت":
			return true
		}
	}
	return false
}

// byFire says whether the hands at part i reach only by fire.
func (s *sentence) byFire(i int) bool {
	for j := s.p[i].from; j < s.p[i].to; j++ {
		if s.n[j].role == "fire" {
			return true
		}
	}
	return false
}

// finiteIn says whether a finite verb stands before part i in its clause.
func (s *sentence) finiteIn(i int) bool {
	for j := s.clauseStart(i); j < i; j++ {
		if s.p[j].finite() {
			return true
		}
	}
	return false
}

// governor is the verb or particle that carries the hands at part i, and what
// kind of claim it makes.
func (s *sentence) governor(i int) (int, timeline.Kind) {
	for j := i - 1; j >= 0 && j > i-14; j-- {
		p := &s.p[j]
		switch {
		case p.is("still"), p.is("subject_to"), p.is("left"):
			return j, timeline.Holds
		case p.kind == partRelative:
			if j == i-1 {
				return j, timeline.Holds
			}
		case p.kind == partStrong:
			return i, timeline.Holds
		case p.is("was"):
			return i, timeline.Holds
		case p.verb("withdraw", "none") && j != i-1 && !s.sameClause(j, i):
			return i, timeline.Holds
		case p.verb("fall") && p.form == present && s.antecedentOf(j) >= 0: // "which lies in the hands of"
			return j, timeline.Holds
		case p.verb("become", "fall", "enter", "return_to", "withdraw", "none"):
			if p.value == "none" && j != i-1 {
				return i, timeline.Holds
			}
			return j, timeline.Captured
		case p.verb("return", "recapture", "again"):
			return j, timeline.Recaptured
		case p.verb("remain", "keep"):
			return j, timeline.Holds
		case p.finite():
			return i, timeline.Holds
		}
	}
	return i, timeline.Holds
}
