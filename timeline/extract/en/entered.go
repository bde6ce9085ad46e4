package en

import (
	"slices"

	"frontline/timeline"
)

// entered reads "entered X": part of it, unless the others left.
func (s *sentence) entered(i int, who subject) {
	t := s.object(i)
	if s.p[i].verb.passive && who.actor == "" && s.mode[i] == timeline.Asserted && s.agreed(i) {
		who = s.rival(i)
	}
	extent := true
	for j := range s.p {
		if s.p[j].sense("withdraw", "leave", "evacuate") && s.mode[j] == timeline.Asserted || j > i && s.p[j].sense("expel") && !s.p[j].verb.passive && s.mode[j] == timeline.Asserted {
			extent = false
		}
	}
	if len(s.document.recent) > 0 {
		for _, c := range s.document.recent[0] {
			if k := s.claims[c].Kind; k == timeline.Withdrew || k == timeline.Lost {
				extent = false
			}
		}
	}
	objs := slices.Clone(t.objects)
	for k := range objs {
		objs[k].partial = objs[k].partial || extent
	}
	if s.leaves(i) {
		s.mode[i] = timeline.Raid
	}
	kind := timeline.Captured
	if s.agreed(i) {
		kind = timeline.HandedOver
		objs = t.objects
	}
	s.control(i, event{kind, who, s.loser(i, t.to, who.actor), objs, t.to, "control.entered"})
}

// agreed says whether the clause of part i tells of an agreement.
func (s *sentence) agreed(i int) bool {
	end := s.clauseEnd(i)
	for end < len(s.p) && s.p[end].kind == partComma {
		end = s.clauseEnd(end)
	}
	for j := s.p[s.clauseStart(i)].from; j < s.p[end-1].to; j++ {
		switch s.n[j].text {
		case "agreement", "deal", "reconciliation", "accord":
			return true
		}
	}
	return false
}

// leaves says whether those who come in at part i go out again.
func (s *sentence) leaves(i int) bool {
	for j := i + 1; j < len(s.p); j++ {
		if p := &s.p[j]; p.sense("expel", "repel") && p.verb.passive && (s.p[j-1].text == "but" || s.p[j-1].kind == partAnd) {
			return true // "but were driven out"
		}
		if p := &s.p[j]; p.sense("withdraw", "leave") && !p.noun() && !p.verb.passive && s.moved(j).actor != "civilians" {
			if k := s.ahead(j); k >= 0 && (s.p[k].kind == partVerb || s.p[k].kind == partIt) {
				return true
			}
		}
	}
	return false
}

// raid reads "combed X", "searched X": they were there, and no more.
func (s *sentence) raid(i int, who subject) {
	if who.air {
		s.strike(i, who)
		return
	}
	t := s.object(i)
	if len(t.objects) == 0 || who.actor == "" {
		return
	}
	if s.mode[i] == timeline.Asserted {
		s.mode[i] = timeline.Raid
	}
	s.control(i, event{timeline.Captured, who, "", t.objects, t.to, "control.raid"})
}
