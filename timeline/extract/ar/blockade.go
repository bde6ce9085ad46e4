package ar

import (
	"strings"

	"frontline/geo/arabic"
)

// outlet says whether a word means the ways out of a place, folded: whoever
// closes them all, or the last, besieges it.
func outlet(word string) bool {
	word = strings.TrimPrefix(arabic.Bare(word), arabic.Article)
	return strings.HasPrefix(word, "منافذ") || strings.HasPrefix(word, "منفذ") || strings.HasPrefix(word, "مخارج") || strings.HasPrefix(word, "متنفس")
}

// closed reads "X closed all the ways out of the town", "the last way to it".
func (s *sentence) closed(i int, who subject) {
	end, out := s.clauseEnd(i), -1
	for j := i + 1; j < end && j < i+6 && out < 0; j++ {
		if outlet(s.p[j].text) {
			out = j
		}
	}
	if out < 0 || s.headline && who.actor == "" {
		return
	}
	objs, to := s.scene(out, end, func(j int) bool { return s.p[j].kind == partGround })
	if len(objs) == 0 {
		objs, to = s.here(i, false), end
	}
	if s.p[i].form == noun && s.p[i].before == "ب" && s.p[i-1].kind == partForce {
		who = s.named(i, i-1) // "X goes on with closing"
	}
	if who.actor == "" {
		who.force = s.besieger(i)
	}
	s.sieged(i, who.force, objs, to, "siege.closed")
}

// siegeOf reads the noun "siege" with who besieges behind it, "X's siege of the
// town", and what became of it: ended, broken, or going on.
func (s *sentence) siegeOf(i int) {
	if s.headline {
		return
	}
	end := s.clauseEnd(i)
	objs, to := s.scene(i, end, func(j int) bool {
		p := &s.p[j]
		return p.kind == partGround && (p.before == "" || p.before == "ل" || p.before == "علي")
	})
	for j := i + 1; j < end && len(objs) == 0; j++ {
		if p := &s.p[j]; p.kind == partGround && (p.before == "ل" || p.before == "علي") {
			objs, to = p.objects, j+1 // "on the western quarters"
			for k := to; k < end && k < j+8; k++ {
				if q := &s.p[k]; q.kind == partGround && q.before == "من" && len(s.namedOf(q.objects)) > 0 && len(s.namedOf(objs)) == 0 {
					objs, to = s.namedOf(q.objects), k+1 // "the quarters that Y holds of the city of X"
				}
			}
		}
	}
	if v := s.endOf(i); v >= 0 {
		if k := s.imposer(i); k >= 0 || len(objs) > 0 || s.next(i, func(p *part) bool { return p.kind == partForce }) >= 0 {
			s.broken(v, i, objs, max(to, i+1))
		}
		return
	}
	if k := s.imposer(i); k >= 0 {
		s.ringSet(i, k, objs, to)
		return
	}
	k := s.next(i, func(p *part) bool { return p.kind == partForce && (p.before == "" || p.before == "من") })
	if k < 0 || len(objs) == 0 || objs[0].start < s.p[k].start {
		return
	}
	who := s.named(i, k).force
	if v := s.driver(i); v >= 0 { // "X goes on with the siege of Y in the town"
		if d := s.doer(v); !d.linked && s.against(d.actor, who.actor) {
			who = d.force
		}
	}
	s.sieged(i, who, objs, to, "siege.ongoing")
}

// endOf is the verb before part i that says its siege to be over: "ended",
// "turned the page of"; -1 for none.
func (s *sentence) endOf(i int) int {
	for j := i - 1; j >= s.clauseStart(i) && j > i-9; j-- {
		if s.p[j].verb("end", "break") {
			return j
		}
	}
	return -1
}

// driver is the verb that says of the noun at part i that it goes on; -1 for
// none.
func (s *sentence) driver(i int) int {
	for j := i - 1; j >= s.clauseStart(i) && j > i-4; j-- {
		if s.p[j].verb("none", "go_on", "light") && s.p[j].finite() {
			return j
		}
	}
	return -1
}

// fewSides says whether the place that the verb at part i says to be surrounded
// is so from some sides only, or the ring is said not to be closed: "from its
// northern side", "without tightening the siege".
func (s *sentence) fewSides(i int) bool {
	end := s.clauseEnd(i)
	if s.cueIn(i, end, "sides") {
		return true
	}
	ring := false
	for j := end - 1; j > i; j-- {
		p := &s.p[j]
		ring = ring || p.is("ring") || p.verb("besiege")
		if p.is("negation") && ring {
			return true
		}
		if j+1 < end && strings.HasPrefix(p.text, "جهات") && quarterOfSky(s.p[j+1].text) {
			return true
		}
	}
	return false
}

// quarterOfSky says whether the word is the adjective of one side: northern.
func quarterOfSky(word string) bool {
	switch strings.TrimSuffix(strings.TrimPrefix(arabic.Bare(word), arabic.Article), "ه") {
	case "شمالي", "جنوبي", "شرقي", "غربي":
		return true
	}
	return false
}

// longSiege reads "after 27 days of the siege": of the place that the text is
// about, by whoever it is against.
func (s *sentence) longSiege(i int) bool {
	if s.p[i].before != "من" || i == 0 || s.headline {
		return false
	}
	for j := i - 1; j >= 0 && j > i-4; j-- {
		if s.p[j].kind == partNumber {
			who := s.besieger(i)
			if k := len(s.claims) - 1; k >= 0 && s.claims[k].From != "" && s.claims[k].Start >= s.n[0].start {
				who = force{actor: s.opponent(s.claims[k].From)} // who withdrew was besieged
			}
			s.sieged(i, who, s.here(i, false), i+1, "siege.ongoing")
			return true
		}
	}
	return false
}

// seizer is who the sentence goes on to say has taken ground at the surrounded
// place of part i, or whom one who lost it there faces; nobody where it says
// neither: "the besieged pocket, where X took A and B".
func (s *sentence) seizer(i int) force {
	for j := i + 1; j < len(s.p) && j < i+12; j++ {
		p := &s.p[j]
		if p.kind == partStrong {
			break
		}
		if !p.finite() || s.overt(j) < 0 {
			continue
		}
		switch who := s.doer(j); p.value {
		case "capture", "recapture", "enter", "advance":
			return who.force
		case "lose", "withdraw", "evacuate":
			return force{actor: s.opponent(who.actor)}
		}
	}
	return force{}
}

// exactly is whom a pronoun before part i speaks of, the last subject of just its
// gender before any other.
func (s *sentence) exactly(i int, agree byte) subject {
	for k := len(s.subjects) - 1; k >= 0; k-- {
		if sub := s.subjects[k]; sub.at < i && !sub.air && sub.agree == agree {
			return sub
		}
	}
	return s.antecedent(i, agree)
}

// byThem is the force that "by them" behind part i means, as the agent of what
// it says; nobody where it stands not there.
func (s *sentence) byThem(i int) force {
	for j := i + 1; j < len(s.p) && j < i+4; j++ {
		for _, suffix := range pronouns {
			if s.p[j].before == "من" && s.p[j].text == "قبل"+suffix.form || s.p[j].kind == partWord && s.n[s.p[j].from].text == "قبل"+suffix.form && s.p[j-1].text == "من" {
				return s.exactly(i, suffix.agree).force
			}
		}
	}
	return force{}
}
