package en

import (
	"strings"

	"frontline/timeline"
)

// deny reads who denies what: what follows is in its own mode; where nothing
// of it follows ("denied it", "rejected the claim"), what was claimed before is
// denied.
func (s *sentence) deny(i int, who subject) {
	end := s.clauseEnd(i)
	for j := i + 1; j < end; j++ {
		p := &s.p[j]
		if p.kind == partVerb && !p.sense("say") && s.mode[j] == timeline.Denied && !s.anyOf(j) {
			return
		}
	}
	if who.linked {
		who.actor = "" // "officials": whose, nobody says
	}
	s.retract(who.actor, timeline.Denied)
}

// anyOf says whether the verb at part j is done to "any of them".
func (s *sentence) anyOf(j int) bool {
	for k := j + 1; k < len(s.p) && k < j+4; k++ {
		if p := &s.p[k]; p.kind == partIt || p.kind == partCue && p.role == "one" {
			return true
		}
	}
	return false
}

// doubt reads "has not observed confirmation of this claim": what was claimed
// before is not confirmed.
func (s *sentence) doubt(i int) {
	if end := s.clauseEnd(i); s.barely(i, end) || strings.Contains(s.p[i].text, "only") { // "but has seen no confirmation"
		s.retract("", timeline.Unconfirmed)
		return
	}
	for j := s.p[i].to; j < len(s.n) && j < s.p[i].to+6; j++ {
		switch n := &s.n[j]; n.text {
		case "this", "these", "the", "that", "claim", "claims", "reports", "report", "it", "them":
			if n.role == "that" && (j+1 >= len(s.n) || s.n[j+1].role != "verb") {
				return // "confirmation that …"
			}
			if n.text == "claim" || n.text == "claims" || n.text == "reports" || n.text == "report" || n.role == "pron" {
				s.retract("", timeline.Unconfirmed)
				return
			}
		}
	}
}

// barely says whether nothing but the word for what is lacking, and "of this",
// stands between the cue at part i and part end.
func (s *sentence) barely(i, end int) bool {
	if i == 0 || end < len(s.p) && s.p[end].kind != partComma && s.p[end].kind != partStrong {
		return false
	}
	for j := i + 1; j < end; j++ {
		if p := &s.p[j]; p.noun() && p.sense("say") || p.kind == partWord || p.is("this") {
			continue
		}
		return false
	}
	return true
}

// retract turns what was claimed just before part i into what is denied: in
// this sentence, else in the one before. by is who denies it; "" where that is
// not said.
func (s *sentence) retract(by timeline.Actor, mode timeline.Modality) {
	for _, made := range append([][]int{s.made}, s.document.recent...) {
		found := false
		for _, k := range made {
			c := &s.claims[k]
			if c.Kind.Changes() && c.Modality == timeline.Asserted && (c.ClaimedBy != "" || mode == timeline.Unconfirmed) && (by == "" || s.against(by, c.Actor) || by == c.From) {
				c.Modality, found = mode, true
			}
		}
		if found {
			s.unhold(made, mode)
			return
		}
	}
}

// unhold takes back that somebody holds the ground whose taking is taken back:
// what was said of it in one breath.
func (s *sentence) unhold(made []int, mode timeline.Modality) {
	for _, k := range made {
		c := &s.claims[k]
		if c.Kind != timeline.Holds || c.Modality != timeline.Asserted || c.Place == nil {
			continue
		}
		for _, m := range made {
			if x := &s.claims[m]; x.Modality == mode && x.Place != nil && x.Actor == c.Actor && x.Place.Start == c.Place.Start {
				c.Modality = mode
			}
		}
	}
}

// claimed reads "claimed X": said that it had taken it.
func (s *sentence) claimed(i int, who subject) {
	p := &s.p[i]
	if p.noun() || s.declared(i, who) || p.node.text != "claimed" && p.node.text != "claims" || who.actor == "" {
		return
	}
	if k := s.controlNoun(i); k >= 0 && s.p[k].sense("control") {
		t := s.ofGround(k)
		s.p[k].told = true
		s.ownClaim(i, event{timeline.Captured, who, s.opponent(who.actor), t.objects, t.to, "control.claimed"})
		return
	}
	for j := i + 1; j < len(s.p) && j < i+3; j++ {
		switch q := &s.p[j]; {
		case q.kind == partGround && q.before == "" && !q.objects[0].near, q.kind == partIt && q.before == "":
			if j+1 < len(s.p) && (s.p[j+1].kind == partVerb || s.p[j+1].kind == partHands) {
				return
			}
			objs := q.objects
			if q.kind == partIt {
				objs = s.groundBefore(j, q.value == "p")
			}
			s.ownClaim(i, event{timeline.Captured, who, s.opponent(who.actor), objs, j + 1, "control.claimed"})
			return
		case !q.filler():
			return
		}
	}
}

// ownClaim says of the objects of an event what only who did it claims.
func (s *sentence) ownClaim(i int, e event) {
	n := len(s.claims)
	s.control(i, e)
	for k := n; k < len(s.claims); k++ {
		s.claims[k].ClaimedBy = e.who.actor
	}
}
