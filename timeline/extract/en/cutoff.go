package en

import "slices"

// liftedFrom is the ground that the siege at part i is lifted from: "lifted the
// siege off X", "ended the blockade from the town".
func (s *sentence) liftedFrom(i int) target {
	for j := i + 1; j < len(s.p) && j < i+3; j++ {
		if p := &s.p[j]; p.kind == partGround && p.before == "from" && !s.allRegional(p.objects) {
			return target{referred(p.objects), j + 1}
		} else if !p.filler() {
			break
		}
	}
	return target{}
}

// starved is the ground that the siege at part i does something to: "the city
// has been starved by Y's blockade", "Y's siege has strangled X".
func (s *sentence) starved(i int) target {
	for j := i - 1; j >= 0 && j > i-5; j-- {
		switch p := &s.p[j]; {
		case p.kind == partVerb && p.verb.passive:
			return target{s.placesIn(s.patient(j)), i + 1}
		case p.kind == partForce && p.before == "by", p.filler(), p.kind == partCue:
		default:
			return target{}
		}
	}
	return target{}
}

// allRound says whether the cutting off at part i is from everywhere: "cut off
// on all sides", "completely cut off".
func (s *sentence) allRound(i int) bool {
	p := &s.p[i]
	if !slices.Contains([]string{"cut off", "shut in", "sealed off"}, p.node.text) {
		return false
	}
	for j := p.from; j < len(s.n) && j < p.to+6; j++ {
		switch n := &s.n[j]; n.text {
		case "completely", "entirely", "totally", "fully":
			return true
		case "sides", "directions":
			return s.n[j-1].text == "all"
		}
	}
	return false
}
