package ar

import (
	"slices"
	"strings"

	"frontline/geo/arabic"
	"frontline/timeline"
	"frontline/timeline/extract/draft"
)

// clash reads "fighting between X and Y in Z", "X clashed with Y in Z". Where
// it does not say between whom, it is between the two sides the text speaks of
// most. Fighting that is nowhere said to be, or did not come about, is none.
func (s *sentence) clash(i int) {
	p := &s.p[i]
	if s.headline || p.kind == partVerb && p.object != "مع" || s.unfought(i) {
		return // a headline's fighting is told below it; the noun tells what the verb begins
	}
	parties, end := s.parties(i)
	if len(parties) < 2 && p.kind == partVerb {
		if who := s.doer(i); who.actor != "" {
			parties = s.facing(who.force, parties)
		}
	}
	objs, to := s.battlegrounds(i, len(parties) > 0)
	if len(objs) == 0 && s.wonFight(i, parties) {
		return
	}
	if v := s.victory(i); v >= 0 && len(parties) == 1 {
		if who := s.doer(v); who.actor != "" && s.against(who.actor, parties[0]) {
			parties = s.facing(who.force, parties)
		}
	}
	if len(parties) == 1 {
		parties = s.facing(force{actor: parties[0]}, nil)
	}
	s.fought(i, max(end, to), parties, objs)
}

// unfought says whether the noun of fighting at part i is denied, avoided, or
// the name of an operation.
func (s *sentence) unfought(i int) bool {
	p := &s.p[i]
	if p.before == "عن" && strings.HasPrefix(p.text, arabic.Article) || p.before == "الي" || i > 0 && s.p[i-1].is("negation") {
		return true
	}
	if k := p.from - 1; k >= 0 && (s.n[k].text == "بلا" || s.n[k].text == "دونما" || s.n[k].text == "لا" && s.n[k].prep == "ب") {
		return true // "without a battle"
	}
	if p.kind == partCue && i+1 < len(s.p) {
		return strings.ContainsAny(s.text[p.end:s.n[s.p[i+1].from].start], `"“«'`) && s.p[i+1].kind != partForce
	}
	return false
}

// parties are those who fight, and the part behind the last of them: the two
// sides behind "between", or the one behind "with", commas or not.
func (s *sentence) parties(i int) (out []timeline.Actor, end int) {
	end = i + 1
	with := false
	sides := map[string]bool{}
	for j := i + 1; j < len(s.p) && j < i+24; j++ {
		p := &s.p[j]
		if p.kind == partStrong || p.kind == partNumber || p.finite() && !p.verb("clash", "none", "go_on") {
			break
		}
		if p.kind != partForce || p.force.own != 0 && p.force.own != 'r' || p.force.actor == "civilians" || p.force.air || len(sides) == 2 && !p.and {
			continue
		}
		with = with || p.before == "مع" || p.before == "ضد"
		for _, a := range s.named(i, j).all() {
			if !slices.Contains(out, a) {
				out, end = append(out, a), j+1
				sides[s.g.sides[a]] = true
			}
		}
	}
	if len(sides) < 2 && len(out) < 2 && !with {
		return nil, end
	}
	return out, end
}

// facing are a force and those it fights: who is named with it, else the one
// other side in play.
func (s *sentence) facing(f force, others []timeline.Actor) []timeline.Actor {
	out := f.all()
	for _, a := range others {
		if !slices.Contains(out, a) {
			out = append(out, a)
		}
	}
	if len(out) == len(f.all()) {
		if a := s.opponent(f.actor); a != "" {
			out = append(out, a)
		}
	}
	return out
}

// fought says that the parties, or else the rivals of the text, fight at the
// places.
func (s *sentence) fought(i, to int, parties []timeline.Actor, objs []object) {
	confidence := draft.SureOwn
	if len(parties) < 2 {
		parties, confidence = s.rivals(i), draft.SureLinked
	}
	if len(parties) < 2 || s.mode[i] == timeline.Hypothetical || s.mode[i] == timeline.Future {
		return
	}
	for _, o := range objs {
		if s.foughtBefore(o, parties) {
			continue
		}
		s.say(i, to, timeline.Claim{Kind: timeline.Clashed, Modality: timeline.Asserted, Actor: parties[0], CoActors: parties[1:],
			Place: s.ref(o), Rule: "clash", Confidence: confidence})
	}
}

// rivals are who does what the clause of part i says and whom they face, or two
// forces of different sides that it names, else those the sentence, or the text, speaks of most.
func (s *sentence) rivals(i int) []timeline.Actor {
	for j := i - 1; j >= s.clauseStart(i); j-- {
		if s.p[j].finite() && s.acts(j) {
			if out := s.facing(s.doer(j).force, nil); len(out) > 1 {
				return out
			}
		}
	}
	var near draft.Forces
	for j := s.clauseStart(i); j < s.clauseEnd(i); j++ {
		if p := &s.p[j]; p.kind == partForce && p.force.own == 0 && !p.force.air && p.force.actor != "civilians" {
			near.Count(p.force.actor)
		}
	}
	for _, forces := range []draft.Forces{near, s.forces, s.document.forces} {
		if out := s.g.sides.Rivals(forces); len(out) > 1 {
			return out
		}
	}
	return nil
}
