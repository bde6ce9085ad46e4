package ar

import (
	"strings"

	"frontline/geo/arabic"
	"frontline/timeline"
)

// fateReach is how many nodes before a number what governs it may stand.
const fateReach = 16

// governed finds what befell those who are counted in what stands before the
// number: "were killed", "the dead of X reached", "X lost", or the loss that
// this one is joined to.
func (s *sentence) governed(l *loss, told []loss) {
	for j := l.from - 1; j >= 0 && j > l.from-fateReach; j-- {
		switch n := &s.n[j]; n.role {
		case "dead", "hurt":
			if k := len(told) - 1; k >= 0 && told[k].from <= j && j < told[k].to {
				s.inherit(l, told) // the noun of those counted before
			} else if s.sums(j, l) {
				l.killed, l.wounded = n.role == "dead", n.role == "hurt"
				s.deadOf(l, j)
			}
			return
		case "verb":
			if s.governs(l, j, told) {
				return
			}
		case roleNum, "dozens", "one":
			if k := len(told) - 1; k >= 0 && told[k].from <= j && j < told[k].to {
				s.inherit(l, told)
				return
			}
		case "among":
			s.inherit(l, told)
			return
		case roleComma:
			if !s.joinedAt(l.from) {
				return
			}
		case "strong":
			return
		default:
			if n.text == "خسائر" && s.sums(j, l) {
				l.killed = true // "the losses of X came to 922"
				s.deadOf(l, j)
				return
			}
		}
	}
}

// sums says whether the noun of dead at node j is what the number counts: it
// is not counted itself.
func (s *sentence) sums(j int, l *loss) bool {
	return (l.people || s.bare(l)) && (j == 0 || s.n[j-1].role != roleNum)
}

// bare says whether nothing countable stands behind the number.
func (s *sentence) bare(l *loss) bool {
	if l.to >= len(s.n) {
		return true
	}
	switch n := &s.n[l.to]; n.role {
	case roleComma, roleStop, "prep", "verb", "strong", "weak", "among", "it", "ago", "weekday", "relative":
		return true
	case "other":
		return strings.HasPrefix(arabic.Bare(n.text), "بجر") || n.conj // "wounded"
	case "common":
		return n.text == "منذ" || n.text == "حتي" || n.conj || n.prep != ""
	default:
		return n.conj || n.prep != ""
	}
}

// captive says whether those who fell, by the verb at node j, "fell into
// captivity".
func (s *sentence) captive(j int) bool {
	for k := j + 1; k < len(s.n) && k < j+9 && s.n[k].role != roleComma; k++ {
		if arabic.Bare(s.n[k].text) == "اسر" {
			return true
		}
	}
	return false
}

// deadOf reads whose dead the noun at node j means, where the number says
// nothing: "the dead of X reached 40".
func (s *sentence) deadOf(l *loss, j int) {
	if l.side != "" {
		return
	}
	for k := j + 1; k < len(s.n) && k < j+4; k++ {
		switch s.n[k].role {
		case "actor", "own":
			to := l.to
			s.ofForce(l, k)
			l.to = to
			return
		case "person":
			l.side = "civilians"
			return
		}
	}
	if s.n[j].value != "" {
		l.side = timeline.Actor(s.n[j].value)
	}
}

// governs reads the verb at node j before the loss; false where the search
// goes on past it.
func (s *sentence) governs(l *loss, j int, told []loss) bool {
	n := &s.n[j]
	countable := l.people || s.bare(l) && l.from-j < 6
	switch n.value {
	case "kill", "wound":
		if !countable {
			return true
		}
		l.killed, l.wounded = n.value == "kill", n.value == "wound"
		l.killer = s.killer(s.partAt(j))
		if k := j - 1; n.conj && k >= 0 && s.n[k].role == "verb" && s.n[k].form == n.form && (s.n[k].value == "kill" || s.n[k].value == "wound") && !counted(told, k) {
			l.killed, l.wounded, l.fused = true, true, true // "killed and wounded dozens"
		}
	case "lose", "incur":
		if !l.people || n.form == noun && l.side == "" {
			return true
		}
		l.killed = true
		if l.side == "" {
			l.side = s.mourner(s.partAt(j))
		}
	case "fall":
		l.killed = l.people && !s.captive(j)
	case "light", "none":
		return n.form != noun && n.conj
	default:
		return n.form != noun
	}
	return true
}

// counted says whether a loss is told whose fate the verb at node k is: "9 of X
// were killed, and wounded 28 others".
func counted(told []loss, k int) bool {
	return len(told) > 0 && told[len(told)-1].killed && k-told[len(told)-1].to < 3
}

// fateBehind finds what befell those who are counted in the verb behind them:
// "25 of X were killed".
func (s *sentence) fateBehind(l *loss) {
	for j := l.to; j < len(s.n) && j < l.to+8; j++ {
		switch n := &s.n[j]; n.role {
		case "dead":
			if l.killed = l.people || n.text == "عدد"; l.killed { // "rose to 115 the number of dead of X"
				s.deadOf(l, j)
			}
			return
		case "verb":
			if n.conj || !l.people {
				return
			}
			switch n.value {
			case "kill":
				l.killed = true
			case "wound":
				l.wounded = true
			case "fall":
				l.killed = n.form != noun && !s.captive(j)
			}
			if n.form != noun || l.killed || l.wounded {
				return
			}
		case roleComma, roleNum, "strong":
			return
		}
	}
}
