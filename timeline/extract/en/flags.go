package en

import (
	"slices"

	"frontline/timeline"
)

// raise reads "raised its flag over X": it is theirs.
func (s *sentence) raise(i int, who subject) {
	p := &s.p[i]
	if p.kind == partCue { // read with its verb
		return
	}
	flag := -1
	for j := max(0, i-5); j < len(s.p) && j < i+5; j++ {
		if s.flagIn(&s.p[j]) {
			flag = j
		}
	}
	if flag < 0 {
		return
	}
	if p.sense("raise") && !p.verb.passive && !p.noun() && (who.actor == "" || who.actor == "civilians") {
		s.reject(i, "control.flag", "no force raises it")
		return
	}
	if a := s.flagOwner(flag); a != "" {
		who = subject{force: force{actor: a}, at: i}
	}
	for j := i + 1; j < s.clauseEnd(i); j++ {
		if q := &s.p[j]; q.kind == partGround && slices.Contains([]string{"over", "in", "on", "at", "of", "above", "across"}, q.before) && q.objects[0].place != nil {
			t := s.continued(j)
			s.control(i, event{timeline.Captured, who, s.loser(i, t.to, who.actor), t.objects, t.to, "control.flag"})
			return
		}
	}
}

func (s *sentence) flagIn(p *part) bool {
	for j := p.from; j < p.to; j++ {
		if s.n[j].role == "flag" {
			return true
		}
	}
	return false
}

// flagOwner is the actor of the adjective before the flag in part k.
func (s *sentence) flagOwner(k int) timeline.Actor {
	for j := s.p[k].to - 1; j >= max(0, s.p[k].from-2); j-- {
		if n := &s.n[j]; n.role == "actor" {
			return n.actor
		}
	}
	return ""
}
