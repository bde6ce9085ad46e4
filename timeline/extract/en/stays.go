package en

import (
	"slices"
	"strings"

	"frontline/timeline"
)

// remains reads "Y remains in X", "X stays with Y", "X is still Y's": nothing
// changed, and it is theirs.
func (s *sentence) remains(i int) {
	j := s.ahead(i)
	if j < 0 || s.mode[i] != timeline.Asserted || s.p[i].verb.had {
		return
	}
	k := s.next(i)
	if k < 0 {
		return
	}
	p, q := &s.p[j], &s.p[k]
	switch {
	case p.kind == partGround && q.kind == partForce && (q.before == "with" || q.before == "" && s.n[q.to-1].owner && s.clauseEnd(i) == k+1):
		s.control(i, event{timeline.Holds, s.force(k, i), "", s.groundAt(j), k + 1, "holds.theirs"})
	case p.kind == partGround && q.is("freed") && k+1 < len(s.p) && s.p[k+1].kind == partForce:
		from := s.force(k+1, i).actor
		s.control(i, event{timeline.Captured, subject{force: force{actor: s.opponent(from)}, at: i, linked: true}, from, s.groundAt(j), k + 2, "control.freed"})
	case q.kind != partGround || p.kind != partForce && p.kind != partIt:
	case s.threshold(q):
		if who := s.force(j, i); who.actor != "" && !who.air {
			s.say(i, k+1, timeline.Claim{Kind: timeline.Advanced, Actor: who.actor, CoActors: who.co, Place: s.ref(q.objects[0]), Rule: "advance.gates"})
		}
	case (q.before == "in" || q.before == "at") && !q.objects[0].near && !s.allRegional(q.objects) && (s.p[i].sense("remain") || s.still(i)):
		if who := s.force(j, i); !who.air {
			s.control(i, event{timeline.Holds, who, "", s.placesIn(q.objects), k + 1, "holds.remains"})
		}
	}
}

// next is the part behind part i, past what only says when; -1 if there is
// none.
func (s *sentence) next(i int) int {
	for j := i + 1; j < len(s.p); j++ {
		if p := &s.p[j]; p.kind != partWhen && !p.is("still", "hedge", "vague_time") && (p.kind != partWord || !slices.Contains([]string{"now", "currently", "firmly", "also"}, p.text)) {
			return j
		}
	}
	return -1
}

// still says whether the verb at part i says that nothing has changed.
func (s *sentence) still(i int) bool {
	for j := s.p[i].from; j < s.p[i].to; j++ {
		if s.n[j].role == "still" {
			return true
		}
	}
	return false
}

// groundAt is the ground of part j, or what it refers to.
func (s *sentence) groundAt(j int) []object {
	if p := &s.p[j]; p.list {
		return p.objects
	}
	return pick(&s.p[j], false)
}

// threshold says whether the ground of a part is where one comes in: "at the
// gates of X".
func (s *sentence) threshold(p *part) bool {
	for j := p.from; j < p.to; j++ {
		if n := &s.n[j]; n.role == "near" && (strings.HasPrefix(n.text, "gate") || strings.Contains(n.text, "approaches") || strings.HasPrefix(n.text, "door") || strings.HasPrefix(n.text, "threshold")) {
			return true
		}
	}
	return false
}

// confined reads "Y's presence is limited to X", "Y has been reduced to X":
// that is what it has left.
func (s *sentence) confined(i int) {
	if !s.p[i].verb.passive || s.mode[i] != timeline.Asserted {
		return
	}
	t := s.complement(i, []string{"to"})
	for j := i - 1; j >= 0 && j > i-5; j-- {
		who := subject{}
		if p := &s.p[j]; p.kind == partForce && p.before != "by" {
			who = s.force(j, i)
		} else if f, _, ok := s.forceAt(p.from); ok && p.kind == partGround && p.objects[0].class != nil && p.objects[0].class.value == "post" {
			who = subject{force: f, at: i} // its presence
		}
		if who.actor != "" {
			s.control(i, event{timeline.Holds, who, "", s.placesIn(t.objects), t.to, "holds.confined"})
			return
		}
	}
}

// declared reads "declared X liberated", "announced X free of Y": that it has
// been taken, by those who say so or are said to.
func (s *sentence) declared(i int, who subject) bool {
	for j := i + 1; j+1 < len(s.p) && j < i+3; j++ {
		p := &s.p[j]
		if p.kind != partGround || p.before != "" || p.objects[0].near {
			continue
		}
		k := s.next(j)
		if k < 0 || !s.p[k].is("freed") && !(s.p[k].sense("capture", "recapture") && s.p[k].verb.form&(past|participle) != 0) {
			return false
		}
		from := s.opponent(who.actor)
		if m := k + 1; s.p[k].is("freed") && m < len(s.p) && s.p[m].kind == partForce {
			if from = s.force(m, i).actor; from == who.actor {
				return true
			}
		}
		if s.agent(k) >= 0 {
			who = s.force(s.agent(k), k)
		} else if who.actor == "" {
			who = s.rival(i)
		}
		s.p[k].told = true
		s.control(i, event{timeline.Captured, who, from, s.groundAt(j), k + 1, "control.declared"})
		return true
	}
	return false
}
