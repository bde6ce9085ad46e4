package ar

import "frontline/timeline"

// riseReach is how many nodes may stand between a number and "the number of
// dead" behind it.
const riseReach = 9

// risen reads "rose to 38 the number of fighters of X who were killed": the
// number stands before what it counts.
func (s *sentence) risen(l *loss) {
	if l.from == 0 || s.n[l.from-1].text != "الي" && s.n[l.from].prep != "الي" {
		return
	}
	for j := l.to; j < len(s.n) && j < l.to+riseReach; j++ {
		switch n := &s.n[j]; {
		case n.text == "عدد" || n.text == "تعداد" || n.text == "حصيله":
			s.numberOf(l, j+1)
			return
		case n.role == "dead" || n.role == roleComma || n.role == "strong" || n.role == "verb" && n.form != noun:
			return
		}
	}
}

// numberOf reads whom "the number of" before node i counts, and their fate.
func (s *sentence) numberOf(l *loss, i int) {
	for j := i; j < len(s.n) && j < i+riseReach; j++ {
		switch n := &s.n[j]; n.role {
		case "dead", "hurt":
			l.killed, l.wounded = n.role == "dead", n.role == "hurt"
			s.deadOf(l, j)
		case "actor", "own":
			if to := l.to; l.side == "" {
				s.ofForce(l, j)
				l.to = to
			}
		case "person", "one":
			if l.side == "" {
				l.side = "civilians"
			}
		case "verb":
			switch n.value {
			case "kill", "lose":
				l.killed = true
				if l.side == "" && n.value == "kill" {
					l.side = "civilians" // "those who died": of no force
				}
			case "wound":
				l.wounded = !l.killed
			default:
				return
			}
			if n.value != "lose" {
				return
			}
		case roleComma, "strong", roleNum, "class", rolePlace:
			return
		}
	}
}

// summed reads "so that the number rises to 123": the sum of the losses that the
// sentence has told, of one side or of several.
func (s *sentence) summed(l *loss, told []loss) {
	if len(told) < 2 || l.from < 1 || s.n[l.from-1].text != "الي" && s.n[l.from].prep != "الي" || !l.people && !s.bare(l) {
		return
	}
	for j := l.from - 1; j > told[len(told)-1].to && j > l.from-5; j-- {
		switch s.n[j].text {
		case "العدد", "الحصيله", "المجموع", "الاجمالي":
			l.killed, l.side = told[0].killed, timeline.Unknown
			return
		}
	}
}
