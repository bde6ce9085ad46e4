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
		if p.kind == partStrong || p.kind == partNumber || p.finite() && !p.verb("clash", "none") {
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

// battlegrounds are the places of fighting told at part i: behind it, "in X and
// around Y", or else before it in its clause. Where the parties are named, also
// those the sentence spoke of last.
func (s *sentence) battlegrounds(i int, named bool) (objs []object, to int) {
	region, repelled := -1, s.mode[i] == timeline.Repelled // what was tried there then tells where
	for j := i + 1; j < len(s.p) && j < i+24; j++ {
		p := &s.p[j]
		if s.fightEnds(j) && !(repelled && p.is("purpose")) || p.kind == partComma && len(objs) > 0 && j+1 < len(s.p) && !s.p[j+1].and || p.kind == partComma && !s.fightGoesOn(j+1) {
			break
		}
		if p.kind == partIt && p.before == "في" && len(objs) == 0 {
			return s.namedOf(places(s.groundBefore(j, p.value[0]))), j + 1
		}
		if p.kind != partGround || p.told || s.origin(j) || p.before == "" && j == i+1 && s.campaign(j) {
			continue
		}
		if s.regional(p) {
			region = j
			continue
		}
		if found := s.sites(j); len(found) > 0 {
			objs, to = append(objs, found...), j+1
		}
	}
	switch {
	case len(objs) > 0:
		return objs, to
	case region >= 0:
		return s.p[region].objects, region + 1
	}
	definite := strings.HasPrefix(s.p[i].text, arabic.Article)
	for j := i - 1; j >= s.clauseStart(i); j-- {
		if p := &s.p[j]; p.kind == partGround && p.before != "من" && !p.told && (named || !definite || p.before == "") {
			return s.sites(j), i + 1
		}
	}
	if named {
		return s.here(i, false), i + 1
	}
	return nil, i + 1
}

// fightEnds says whether what part j says is no longer where the fighting is:
// another statement, or what it is for.
func (s *sentence) fightEnds(j int) bool {
	p := &s.p[j]
	return p.kind == partStrong || p.is("purpose") || p.finite() && (p.and || !p.verb("clash", "none")) || p.kind == partVerb && p.verb("capture", "recapture", "lose")
}

// fightGoesOn says whether part j, behind a comma, can still tell who fights or
// where.
func (s *sentence) fightGoesOn(j int) bool {
	if j >= len(s.p) {
		return false
	}
	switch p := &s.p[j]; p.kind {
	case partForce, partWhen:
		return true
	case partGround:
		return p.before != ""
	case partCue:
		return p.is("side") || p.is("other_side") || p.is("such") || p.is("beside") || p.is("both")
	}
	return s.p[j-1].kind == partComma && j >= 2 && s.p[j-2].kind == partWhen
}

// origin says whether the ground at part j is where somebody comes from or goes
// to, not where the fighting is: "from its posts in X", "towards Y".
func (s *sentence) origin(j int) bool {
	switch s.p[j].before {
	case "من", "نحو", "عن":
		return true
	}
	return j > 0 && s.p[j-1].before == "من"
}

// campaign says whether the ground at part j, right behind a noun of fighting,
// is a bare name: "the battle of Raqqa" names a campaign, "the battle of the
// town of X" a fight there.
func (s *sentence) campaign(j int) bool {
	n := s.p[j].objects[0].place
	return s.className(&s.p[j]) == "" && n != nil && n.first == n.last
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

// foughtBefore says whether a fight of theirs at the place has been told.
func (s *sentence) foughtBefore(o object, parties []timeline.Actor) bool {
	name := s.text[o.start:o.end]
	if o.place != nil {
		name = o.place.surface(s.text)
	}
	return slices.ContainsFunc(s.claims, func(c timeline.Claim) bool {
		return c.Kind == timeline.Clashed && strings.Contains(arabic.Key(c.Place.Surface), arabic.Key(name)) &&
			(slices.Contains(parties, c.Actor) || slices.Contains(c.CoActors, parties[0]))
	})
}
