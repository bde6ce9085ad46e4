package en

import (
	"slices"
	"strings"

	"frontline/timeline"
)

// loss is a number of dead or wounded, and whose they are.
type loss struct {
	part    int
	node    int
	n       int // 0: not said, "dozens"
	wounded bool
	side    timeline.Actor // "" where the words beside it do not say
}

// tolls reads "25 fighters of X were killed and 8 wounded": all losses of the
// sentence, the wounded with the dead they are told with.
func (s *sentence) tolls() {
	var dead, hurt []loss
	for i := range s.p {
		for j := s.p[i].from; j < s.p[i].to && j < len(s.n); j++ {
			l, ok := s.lossAt(i, j)
			switch {
			case !ok:
			case l.wounded:
				hurt = append(hurt, l)
			default:
				dead = append(dead, l)
			}
		}
	}
	for k := range dead { // "228 persons, 126 of them of X"
		if k+1 < len(dead) && dead[k].side == "civilians" && dead[k+1].side != "civilians" && (s.ofThem(dead[k+1].node) || dead[k+1].node > 0 && s.n[dead[k+1].node-1].role == "such") {
			dead[k].side = timeline.Unknown
		}
	}
	for k := range dead {
		var wounded *int
		for m := range hurt {
			if h := &hurt[m]; h.part >= 0 && (h.side == "" || h.side == dead[k].side || dead[k].side == "") && near(h.node, dead[k].node) {
				wounded = &h.n
				if dead[k].side == "" {
					dead[k].side = h.side
				}
				h.part = -1
				break
			}
		}
		s.toll(dead[k], wounded)
	}
	for m := range hurt {
		if h := &hurt[m]; h.part >= 0 {
			n := h.n
			if h.side == "" && len(dead) == 0 && s.nameless(h.node) {
				h.side = timeline.Unknown
			}
			s.toll(*h, &n)
		}
	}
}

func near(a, b int) bool { return a-b < 16 && b-a < 16 }

// ofThem says whether the number at node j is one of those counted before.
func (s *sentence) ofThem(j int) bool {
	return j+2 < len(s.n) && s.n[j+1].text == "of" && s.n[j+2].role == "pron"
}

func (s *sentence) toll(l loss, wounded *int) {
	if l.side == "" {
		return
	}
	c := timeline.Claim{Kind: timeline.Casualties, Actor: l.side, Rule: "toll", Modality: timeline.Asserted}
	if wounded != nil && *wounded > 0 {
		c.WoundedMin = wounded
	}
	if l.n > 0 && !l.wounded {
		n := l.n
		c.KilledMin = &n
	}
	s.say(l.part, s.clauseEnd(l.part), c)
}

// lossAt reads the loss whose number, or whose one dead, is node j of part i.
func (s *sentence) lossAt(i, j int) (loss, bool) {
	n := &s.n[j]
	l := loss{part: i, node: j, n: 1}
	switch n.role {
	case roleNum, "count", "dozen":
		if s.dateFrom(j) != nil || isYear(n.number) || n.number == 0 || n.percent || s.measured(j) || n.text == "both" || s.inDate(j) {
			return l, false
		}
		l.n = int(n.number)
		if j+1 < len(s.n) && s.n[j+1].role == "dozen" {
			l.n *= 12
		}
	case "dozens":
		l.n = 0
	case "vague":
		if !strings.HasSuffix(n.text, "s of") { // "dozens of"
			return l, false
		}
		l.n = 0
	case "one":
	case "det":
		if !s.single(j) {
			return l, false
		}
	default:
		return l, false
	}
	how, known := s.fate(j)
	if !known {
		return l, false
	}
	for k := j - 1; k >= 0 && k > j-4; k-- {
		if side := s.sideOf(j); s.n[k].role == "such" && (side == "civilians" || side == "") {
			return l, false // "including two children": counted before
		}
	}
	l.wounded = how
	if how && !s.counts(j) {
		return l, true // "and wounded 13": of those told with them
	}
	l.side = s.sideOf(j)
	if l.side == "" && !how && n.role != "dozens" && s.nameless(j) {
		l.side = timeline.Unknown
	}
	return l, l.side != "" || l.wounded
}

// single says whether one person is spoken of at node j, whatever describes them:
// "a Turkish soldier".
func (s *sentence) single(j int) bool {
	if t := s.n[j].text; t != "a" && t != "an" {
		return false
	}
	for k := j + 1; k < len(s.n) && k < j+4; k++ {
		switch n := &s.n[k]; n.role {
		case "members", "soldier", "person":
			return k > j+1 && slices.Contains([]string{"soldier", "fighter", "officer", "commander", "militant", "member", "child", "woman", "man", "journalist", "girl", "boy", "doctor", "driver", "teacher", "student", "farmer"}, n.text)
		case "actor", "compass":
		case roleWord:
			if n.caps != anyCase {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// nameless says whether the number at node j counts dead of whom nothing is
// said: "left six dead", "killed 15 and".
func (s *sentence) nameless(j int) bool {
	if j+1 == len(s.n) {
		return true
	}
	switch n := &s.n[j+1]; n.role {
	case "dead", "and", "be", "have", roleComma, "prep":
		return n.role != "prep" || n.value != "of"
	}
	return false
}

// counts says whether a noun of people stands behind the number at node j.
func (s *sentence) counts(j int) bool {
	for k := j + 1; k < len(s.n) && k < j+5; k++ {
		switch s.n[k].role {
		case "members", "person", "actor", "soldier":
			return true
		case roleWord, "prep", "det", "dozen", "own":
		default:
			return false
		}
	}
	return false
}

func (s *sentence) inDate(j int) bool {
	for _, d := range s.dates {
		if d.from <= j && j < d.to {
			return true
		}
	}
	return false
}

// measured says whether the number at node j counts kilometres or days.
func (s *sentence) measured(j int) bool {
	for k := j + 1; k < len(s.n) && k < j+3; k++ {
		if strings.HasPrefix(s.n[k].text, "year") {
			return true
		}
		switch s.n[k].role {
		case "unit", "days", "hours", "class", "square", "unit2":
			return true
		case roleWord, roleMark:
		default:
			return false
		}
	}
	return false
}

// fate says whether those counted at node j were wounded, or killed: by the
// verb or noun nearest to the number in its clause.
func (s *sentence) fate(j int) (wounded, known bool) {
	for k := j - 1; k >= 0 && k > j-5; k-- { // "killed at least six"
		n := &s.n[k]
		if n.role == "and" || n.role == roleComma || n.role == "be" {
			break
		}
		if n.role == "verb" && (n.value == "kill" || n.value == "wound") && n.form&(past|gerund) != 0 {
			return n.value == "wound", true
		}
		if n.role == "verb" && n.value == "lose" && n.form&noun == 0 && s.counts(j) { // "lost 20 soldiers"
			return false, true
		}
	}
	for k := j + 1; k < len(s.n) && k < j+16; k++ {
		if k = s.insertedAt(k); k >= len(s.n) {
			break
		}
		switch n := &s.n[k]; {
		case n.role == "dead", n.role == "verb" && n.value == "kill" && (n.form&noun == 0 || n.form&participle != 0):
			return false, true
		case n.role == "hurt", n.role == "verb" && n.value == "wound" && (n.form&noun == 0 || n.form&participle != 0):
			return true, true
		case (n.role == roleNum || n.role == "count") && s.n[k-1].role == "and": // "3 of X and 4 of Y dead"
		case n.role == roleNum, n.role == "count", n.role == "strong", n.role == roleComma && k > j+3, n.role == "verb" && n.form&noun == 0, n.role == "relative" && n.text != "whom":
			k = len(s.n)
		}
	}
	for k := j - 1; k >= 0 && k > j-14; k-- {
		switch n := &s.n[k]; {
		case n.role == "dead", n.role == "verb" && n.value == "kill":
			return false, true
		case n.role == "hurt", n.role == "verb" && n.value == "wound":
			return true, true
		case n.role == "strong", n.role == "verb" && n.form&noun == 0, n.role == "relative":
			return false, false
		}
	}
	return false, false
}

// insertedAt is the node behind what is put in at the comma at node k: "11 people,
// including two children, were"; k where nothing of the kind is.
func (s *sentence) insertedAt(k int) int {
	if s.n[k].role != roleComma || k+3 >= len(s.n) || s.n[k+1].role != "such" && !s.ofThem(k+1) {
		return k
	}
	for m := k + 2; m < len(s.n) && m < k+14; m++ {
		if s.n[m].role == roleComma {
			return m + 1
		}
	}
	return k
}
