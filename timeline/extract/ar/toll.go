package ar

import "frontline/timeline"

// tolls reads "25 fighters of X were killed and 8 wounded": all losses of the
// sentence, the wounded with the dead they are told with.
func (s *sentence) tolls() {
	var told []loss
	for i := 0; i < len(s.n); {
		if !s.n[i].has(opensCount) {
			i++
			continue
		}
		l, ok := s.lossAt(i, told)
		if ok {
			told = s.tell(told, l)
		}
		i = max(l.to, i+1)
	}
	for k := range told {
		s.sayLoss(&told[k])
	}
}

// togetherReach is how many nodes behind the dead the wounded can stand that
// are told with them.
const togetherReach = 20

// besideReach is how many nodes lie between dead and wounded that "of X" is said
// of once: "13 dead and more than 20 wounded of X".
const besideReach = 4

// tell adds a loss to those that are told. Wounded without a side of their own
// are those of the dead before them, and the dead without one are of whom the
// wounded right behind them are. Those counted among the dead are passed over.
func (s *sentence) tell(told []loss, l loss) []loss {
	k := len(told) - 1
	for k > 0 && told[k].among {
		k--
	}
	if k < 0 || !l.wounded || l.killed || l.among {
		return append(told, l)
	}
	prev := &told[k]
	if !prev.killed || prev.wounded || l.from >= prev.to+togetherReach || s.apart(prev.to, l.from) {
		return append(told, l)
	}
	switch {
	case l.side == "" || l.side == prev.side:
	case prev.side == "" && l.from < prev.to+besideReach:
		prev.side = l.side
	default:
		return append(told, l)
	}
	prev.wounded, prev.hurt, prev.to = true, l.n, l.to
	return told
}

// apart says whether a new statement begins between two nodes: "…, while 36
// were wounded".
func (s *sentence) apart(from, to int) bool {
	for j := from; j < to; j++ {
		if s.n[j].role == "strong" {
			return true
		}
	}
	return false
}

// sayLoss makes the claim of a loss. Where killed and wounded are counted
// together, neither number is known. What is part of a loss told before it is
// told again only where it is of another side.
func (s *sentence) sayLoss(l *loss) {
	part := s.partAt(l.from)
	switch s.mode[part] {
	case timeline.Future, timeline.Denied, timeline.Unconfirmed:
		return
	}
	if s.headline && s.toldBelow(l) {
		return
	}
	if l.side == "" || l.among && l.side == l.whole {
		return
	}
	c := timeline.Claim{Kind: timeline.Casualties, Modality: timeline.Asserted, Actor: l.side, Rule: "toll"}
	if l.n > 0 && !l.fused {
		if l.killed {
			c.KilledMin = &l.n
		} else {
			c.WoundedMin = &l.n
		}
	}
	if l.killed && l.wounded && l.hurt > 0 {
		c.WoundedMin = &l.hurt
	}
	s.say(part, s.clauseEnd(part), c)
}

// toldBelow says whether the text under the headline counts the loss in parts,
// or more closely: it tells of dead, and the number of the headline does not
// come again.
func (s *sentence) toldBelow(l *loss) bool {
	below := false
	for k := s.n[len(s.n)-1].at + 1; k < len(s.nodes); k++ {
		n := &s.nodes[k]
		if n.role == roleNum && int(n.number) == l.n {
			return false
		}
		below = below || n.role == "dead" || n.role == "verb" && n.value == "kill"
	}
	return below
}

// partAt is the part that node i stands in.
func (s *sentence) partAt(i int) int {
	for k := range s.p {
		if i < s.p[k].to {
			return k
		}
	}
	return len(s.p) - 1
}

// commander reads "losses of both sides, among them a commander of X": one at
// least.
func (s *sentence) commander(i int) {
	if i == 0 || !s.p[i-1].is("among") {
		return
	}
	for j := i - 2; j >= s.clauseStart(i); j-- {
		if s.p[j].kind == partNumber {
			return // one of those that are counted
		}
	}
	j := s.next(i, func(p *part) bool { return p.kind == partForce })
	if j < 0 {
		return
	}
	one := 1
	s.say(i, j+1, timeline.Claim{Kind: timeline.Casualties, Modality: timeline.Asserted, Actor: s.named(i, j).actor, KilledMin: &one, Rule: "toll.commander"})
}
