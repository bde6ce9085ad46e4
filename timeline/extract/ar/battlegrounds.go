package ar

import (
	"strings"

	"frontline/geo/arabic"
	"frontline/timeline"
)

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
		if found := s.aroundIt(j); len(found) > 0 && len(objs) == 0 {
			return found, j + 1
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
	for j := i - 1; j >= s.clauseStart(i); j-- {
		if found := s.aroundIt(j); len(found) > 0 {
			return found, i + 1
		}
	}
	if won := s.wonIn(i); len(won) > 0 {
		return won, i + 1
	}
	definite := strings.HasPrefix(s.p[i].text, arabic.Article)
	for j := i - 1; j >= s.clauseStart(i); j-- {
		if p := &s.p[j]; p.kind == partGround && p.before != "من" && !p.told && (named || !definite || p.before == "") {
			return s.sites(j), i + 1
		}
	}
	if named && len(s.cameOf(i)) == 0 {
		return s.here(i, false), i + 1
	}
	return nil, i + 1
}

// victory is the verb of taking whose place was won in the fighting at part i:
// "took A and B, after fighting with Y"; -1 where it followed nothing of the
// kind.
func (s *sentence) victory(i int) int {
	if i == 0 || !s.p[i-1].is("weak") {
		return -1
	}
	for j := i - 2; j >= 0 && s.p[j].kind != partStrong; j-- {
		if p := &s.p[j]; p.verb("capture", "recapture", "enter") && s.mode[j] == timeline.Asserted {
			return j
		} else if p.finite() && !p.verb("say", "manage", "light", "none", "other") {
			return -1
		}
	}
	return -1
}

// wonIn is the ground that was won in the fighting at part i.
func (s *sentence) wonIn(i int) []object {
	v := s.victory(i)
	if v < 0 {
		return nil
	}
	g, _ := s.target(v)
	return s.namedOf(places(g.objects))
}

// fightEnds says whether what part j says is no longer where the fighting is:
// another statement, or what it is for.
func (s *sentence) fightEnds(j int) bool {
	p := &s.p[j]
	return p.kind == partStrong || p.is("purpose") || p.finite() && (p.and || !p.verb("clash", "none", "go_on")) || p.kind == partVerb && p.verb("capture", "recapture", "lose")
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
	if s.axis(j) {
		return false
	}
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
