package ar

import "frontline/timeline"

// capture reads "took control of X", "recovered X", in all their forms.
func (s *sentence) capture(i int, who subject) {
	p := &s.p[i]
	if i > 0 && s.p[i-1].is("extent") || p.form == noun && p.suffix == 0 && p.before != "ب" && s.governedBy(i, "end") {
		return // widened the extent of its control: an advance; ended the control of X: read there
	}
	if p.form == noun && p.suffix == 0 && i > 0 && (s.p[i-1].is("maybe_if") || s.p[i-1].is("that")) && s.mode[i] == timeline.Asserted {
		s.mode[i] = timeline.Hypothetical // "that the capture of X would …": it is spoken of, not told
	}
	if p.form == noun && !(i > 0 && s.p[i-1].text == "تاريخ") && s.governedBy(i, "lose", "exchange", "return_to", "return") {
		return // lost its control of: read there; took turns in it: nobody's
	}
	if s.fire(i) {
		s.mode[i] = timeline.FireControl
	}
	g, pointed := s.target(i)
	if len(g.objects) == 0 && p.form == noun && s.goesOn(i) {
		g, _ = s.complement(i, "في")
	}
	if len(g.objects) == 0 && i > 0 && s.p[i-1].kind == partGround && p.form == noun { // "the areas of its control in X"
		if g, _ = s.complement(i, "في"); len(g.objects) > 0 {
			s.control(i, event{timeline.Holds, who, "", g.objects, g.to, "holds.areas"})
		}
		return
	}
	if len(g.objects) == 1 && pointed && g.objects[0].place == nil {
		if of := s.spelledBehind(i); len(of.objects) > 0 {
			g = of // "the part that X holds of the city"
		}
	}
	if k := s.antecedentOf(i); len(g.objects) == 0 && pointed && k >= 0 && s.p[k].is("partial") {
		g = s.spelledBehind(i)
	}
	if j := g.to; (who.linked || who.actor == "") && !pointed && p.form != noun && j > i && j < len(s.p) {
		if b := &s.p[j]; b.kind == partForce && b.before == "" && !b.and && b.force.own == 0 && inForm(p, &b.force) {
			who = s.named(i, j) // "took the town, X"
		}
	}
	if p.form == noun && p.suffix == 0 && who.linked && !s.carried(i) && s.agent(i) < 0 && s.overt(i) < 0 {
		who = s.taker(i, who)
	}
	if j := g.to; p.form == noun && (who.actor == "" || who.linked) && j > i && j+1 < len(s.p) && s.p[j].is("to") && s.p[j+1].kind == partForce {
		who = s.named(i, j+1) // "the control of the town is with X"
	}
	if who.actor == "" && p.form == noun && s.mode[i] == timeline.Asserted { // "was wrested from the hands of X"
		if from := s.robbed(i); from != "" {
			who = subject{force: force{actor: s.opponent(from)}, at: i, linked: true}
		}
	}
	if who.actor == "" && s.mode[i] == timeline.Hypothetical {
		who = s.firstBehind(i) // "if X is taken, Y will have …"
	}
	if p.form == noun && who.linked && who.actor == "civilians" {
		who = s.armedBefore(i, p.suffix)
	}
	if s.antecedentOf(i) >= 0 && who.linked {
		who = s.presentAt(i, who, g.objects)
	}
	s.captured(i, who, g, pointed)
}

// presentAt is who took the objects of a relative clause that names nobody: those of
// whom it was just told that they are posted there, for "the forces in the town,
// which they had taken" are its subject.
func (s *sentence) presentAt(i int, who subject, objs []object) subject {
	if len(s.claims) == 0 || len(objs) != 1 || objs[0].place == nil {
		return who
	}
	if c := &s.claims[len(s.claims)-1]; c.Rule == "holds.posted" && c.Start >= s.n[0].start && s.against(c.Actor, who.actor) && c.Place != nil && c.Place.Start == objs[0].place.start {
		return subject{force: force{actor: c.Actor, co: c.CoActors, agree: 'f'}, at: i, linked: true}
	}
	return who
}

// conquered reads "X opened the town": so those speak who fight for a faith. Of
// others, and of roads and crossings, it is only that.
func (s *sentence) conquered(i int, who subject) {
	if who.actor != "islamic_state" && who.actor != "hts" || who.linked || !s.p[i].finite() {
		return
	}
	g, _ := s.complement(i, "")
	if len(g.objects) == 0 || g.objects[0].place == nil || g.to == 0 || !settlement(s.className(&s.p[g.to-1])) {
		return
	}
	s.control(i, event{timeline.Captured, who, s.loser(i, g.to, who.actor), g.objects, g.to, "control.conquered"})
}

// robbed is from whom the verbal noun at part i takes, where that is said.
func (s *sentence) robbed(i int) timeline.Actor {
	for j := i + 1; j+1 < len(s.p) && s.p[j].kind != partStrong && s.p[j].kind != partComma && !s.p[j].finite(); j++ {
		if s.p[j].is("from") && s.p[j+1].kind == partForce {
			return s.p[j+1].force.actor
		}
	}
	return ""
}

// firstBehind is the first force that is named behind part i as a subject.
func (s *sentence) firstBehind(i int) subject {
	for j := i + 1; j < len(s.p); j++ {
		if p := &s.p[j]; p.kind == partForce && p.before == "" {
			who := s.named(i, j)
			who.linked = true
			return who
		}
	}
	return subject{}
}

// governedBy says whether a verb of one of the senses stands before the verbal
// noun at part i, with nothing but its subject between.
func (s *sentence) governedBy(i int, senses ...string) bool {
	for j := i - 1; j >= 0 && j > i-5; j-- {
		switch p := &s.p[j]; {
		case p.verb(senses...):
			return true
		case p.kind == partForce, p.filler(), p.is("both"):
		default:
			return false
		}
	}
	return false
}

// taker is who took a place by a verbal noun that names nobody ("after the
// capture of X"): the subject of its clause if that moves forward, else who
// took the last one.
func (s *sentence) taker(i int, who subject) subject {
	for k := len(s.subjects) - 1; k >= 0; k-- {
		if sub := s.subjects[k]; sub.at < i && s.sameClause(sub.at, i) {
			if s.p[sub.at].verb("capture", "recapture", "advance", "reach", "enter", "manage", "light", "break", "go_on", "end", "none", "say", "expel", "again", "return") {
				return who
			}
			break
		}
	}
	if last := s.document.last; last != nil && last.kind.Changes() && last.who.actor != timeline.Unknown {
		last.who.linked = true
		return last.who
	}
	if last := s.takenLast(); len(s.subjects) == 0 && last != "" && last != who.actor {
		return subject{} // the text only went on to speak of others
	}
	return who
}

// takenReach is how many claims back the last taking may have been told.
const takenReach = 60

// takenLast is who took the last place that the text tells to have changed hands;
// "" where none did.
func (s *sentence) takenLast() timeline.Actor {
	for k := len(s.claims) - 1; k >= max(0, len(s.claims)-takenReach); k-- {
		if c := &s.claims[k]; c.Kind.Changes() && c.Modality == timeline.Asserted && c.Actor != timeline.Unknown {
			return c.Actor
		}
	}
	return ""
}
