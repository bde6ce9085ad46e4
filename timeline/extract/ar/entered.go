package ar

import (
	"slices"

	"frontline/geo/gazetteer"
	"frontline/timeline"
)

// leavesAgain says whether those who entered at part i go away again in the
// same breath: "…, before they went back where they had come from".
func (s *sentence) leavesAgain(i int, who subject) bool {
	for j := i + 1; j < len(s.p) && j < i+16 && s.p[j].kind != partStrong; j++ {
		p := &s.p[j]
		if p.is("retrace") {
			return true
		}
		if p.finite() && p.verb("withdraw", "evacuate") && !s.p[j-1].is("weak") && s.overt(j) < 0 && s.ahead(j) < 0 && matches(who.agree, p.agree) && p.suffix == 0 {
			return true
		}
	}
	return false
}

// relieves says whether the entry at part i is told with a siege that is
// broken.
func (s *sentence) relieves(i int) bool {
	for j := max(0, i-12); j < i; j++ {
		if s.p[j].verb("break") && s.cueIn(j, i, "ring") {
			return true
		}
	}
	return false
}

// entered reads "entered X": part of it, unless the others left or control is
// said as well.
func (s *sentence) entered(i int, who subject) {
	for j := i + 1; j < len(s.p) && j < i+8 && !s.p[j].finite() && s.p[j].kind != partStrong; j++ {
		if s.p[j].kind == partHands {
			return // "came under the control of"
		}
	}
	if s.p[i].form == noun && i > 0 && s.p[i-1].text == "قبل" || s.timeOnly(i) {
		s.reject(i, "control.entered", "only says when")
		return
	}
	g, pointed := s.target(i)
	extent := timeline.Partial
	aside := s.antecedentOf(i) >= 0
	for j := i - 1; j >= 0 && j > i-14; j-- {
		if s.p[j].verb("withdraw", "evacuate", "fall_back") && s.mode[j] == timeline.Asserted && (pointed || s.p[i].before == "ل") {
			extent = timeline.Full // "they left it, and X entered"
		}
	}
	for j := g.to; j < len(s.p) && j < g.to+6 && !(aside && s.p[j].kind == partComma); j++ {
		if s.p[j].verb("withdraw", "evacuate", "clear") {
			extent = timeline.Full
		}
	}
	if (aside && pointed || len(g.objects) > 2) && !s.cueIn(i-3, i, "still") && s.villages(g.objects) {
		extent = timeline.Full // "the village that X entered on Friday"; nobody enters parts of ten villages
	}
	if s.relieves(i) {
		s.advance(i, who) // into a base of its own
		return
	}
	if s.leavesAgain(i, who) {
		s.mode[i] = timeline.Raid
	}
	objs := append([]object(nil), g.objects...)
	for k := range objs {
		objs[k].partial = objs[k].partial || extent == timeline.Partial
	}
	kind := timeline.Captured
	if s.agreed(i) {
		kind = timeline.HandedOver
		for k := range objs {
			objs[k].partial = g.objects[k].partial
		}
	}
	s.control(i, event{kind, who, s.loser(i, g.to, who.actor), objs, g.to, "control.entered"})
}

// villages says whether the objects are nothing larger than villages: who enters
// one has it, who enters a town has to fight for it.
func (s *sentence) villages(objs []object) bool {
	for _, o := range objs {
		switch {
		case o.place == nil:
			return false
		case o.place.class != nil:
			if o.place.class.value != "village" {
				return false
			}
		case slices.ContainsFunc(o.place.places, func(e *gazetteer.Entry) bool { return e.Kind != "village" }):
			return false
		}
	}
	return true
}
