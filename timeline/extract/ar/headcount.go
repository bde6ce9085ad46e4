package ar

import (
	"strconv"

	"frontline/timeline"
)

// loss is a number of dead or wounded, and whose they are.
type loss struct {
	from, to int // nodes, half-open: the number, its noun, and "of X"
	n        int // 0: not said, "dozens"
	hurt     int // the wounded told with n dead
	killed   bool
	wounded  bool
	fused    bool           // "11 killed and wounded": n counts both
	side     timeline.Actor // "" where no word says it
	people   bool           // its noun, or "of X", shows that it counts people
	others   bool           // "7 others": of the side before
	soldiers bool           // "3 soldiers"
	fighters bool           // "9 fighters"
	among    bool           // part of the loss before it
	whole    timeline.Actor // the side of that
	killer   timeline.Actor // who is said to have done it; never to its own
	them     bool           // "6 of them"
	anyone   bool           // "61 people": they need not be civilians
	civil    bool           // "12 civilians"
}

// lossAt reads the loss whose number, or whose one dead, is node i; told are
// those before it. Where it is none, to is still the node behind what was read.
func (s *sentence) lossAt(i int, told []loss) (loss, bool) {
	l, ok := s.counts(i)
	if !ok {
		return l, false
	}
	s.headNoun(&l)
	if !l.killed && !l.wounded {
		s.risen(&l)
		s.summed(&l, told)
	}
	if !l.killed && !l.wounded {
		s.governed(&l, told)
	}
	if !l.killed && !l.wounded {
		s.fateBehind(&l)
	}
	if !l.killed && !l.wounded {
		return l, false
	}
	s.partOf(&l, told)
	s.victims(&l, told)
	return l, true
}

// counts says whether node i can count people, and how many.
func (s *sentence) counts(i int) (loss, bool) {
	n := &s.n[i]
	l := loss{from: i, to: i + 1}
	switch n.role {
	case roleNum:
		if n.number == 0 || n.number != float64(int(n.number)) || s.inDate(i) || s.ofMonth(i) || s.secondOfRange(i) {
			return l, false
		}
		l.n = int(n.number)
		l.to = s.rangeEnd(i + 1)
		return l, !isYear(n.number) || i+1 < len(s.n) && person(&s.n[i+1])
	case "dozens":
		return l, true
	case "one", "members", "soldier":
		return s.single(i)
	}
	return l, false
}

// single reads one or two dead without a number: a man, two children, a woman
// and her child.
func (s *sentence) single(i int) (loss, bool) {
	l := loss{from: i, to: i + 1, people: true}
	l.n = singular(&s.n[i])
	if s.n[i].role != "one" {
		l.soldiers, l.fighters = s.n[i].role == "soldier", s.n[i].role == "members"
		return l, l.n > 0
	}
	l.n, l.side = max(l.n, 1), "civilians"
	for ; l.to < len(s.n) && s.n[l.to].role == "one" && s.n[l.to].conj; l.to++ {
		l.n += max(singular(&s.n[l.to]), 1)
	}
	return l, true
}

// singular is how many people the noun means by its form: 1, 2 for a dual, 0
// where the lists do not say.
func singular(n *node) int {
	v, err := strconv.Atoi(n.value)
	if err != nil {
		return 0
	}
	return v
}

func (s *sentence) inDate(i int) bool {
	for _, d := range s.dates {
		if d.from <= i && i < d.to {
			return true
		}
	}
	return false
}

// ofMonth says whether the number at node i is a day of a month, though no date
// came of it: "the 19th of June".
func (s *sentence) ofMonth(i int) bool {
	j := i + 1
	if j < len(s.n) && s.n[j].text == "من" {
		j++
	}
	return j < len(s.n) && s.n[j].role == "month" && !s.n[j].conj
}

// rangeEnd is the node behind the numbers that go on from node i: "12 to 15"
// counts its lower one.
func (s *sentence) rangeEnd(i int) int {
	for j := i; j < len(s.n) && j < i+2; j++ {
		if s.n[j].role == roleNum && s.secondOfRange(j) {
			return j + 1
		}
	}
	return i
}

// secondOfRange says whether the number at node i only ends a range.
func (s *sentence) secondOfRange(i int) bool {
	if i > 0 && s.n[i-1].role == roleNum {
		return true
	}
	return i > 1 && s.n[i-2].role == roleNum && (s.n[i-1].text == "الي" || s.n[i-1].text == "-" || s.n[i-1].text == "او")
}

// person says whether the node is a noun of people.
func person(n *node) bool {
	switch n.role {
	case "person", "one", "soldier", "members", "dead", "hurt", "others", "rebels":
		return true
	}
	return n.role == "men" && n.value == "p"
}
