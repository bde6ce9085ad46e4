package ar

import "frontline/geo/arabic"

// meantReach is how many words back "the town" can speak of one.
const meantReach = 300

// namesOf is how many names a class noun of the number can have.
func namesOf(number byte) int {
	switch number {
	case 's':
		return 1
	case 'd':
		return 2
	case 'p':
		return 99
	}
	return 0
}

// meant is the place that a class noun with the article speaks of ("the
// town"): the last one named before it that is called so or can be; for "the
// two villages" the last two. o is how it is spoken of.
func (s *sentence) meant(class *node, o object) []object {
	if class.at+1 < len(s.nodes) && s.nodes[class.at+1].text == "تلو" {
		return []object{o} // "one town after the other"
	}
	o.back = true
	want := namesOf(class.entry.number)
	if want > 2 {
		if out := s.listOf(class, o); out != nil {
			return out
		}
		want = 0 // nobody can tell how many
	}
	if k := class.at - 2; want == 1 && k >= 0 && s.nodes[k+1].role == roleComma && s.nodes[k].role == rolePlace && !inCountry(s.nodes, k) {
		o.place = &s.nodes[k] // "Tanf, the crossing"
		return []object{o}
	}
	if want == 1 {
		if n := s.topical(class); n != nil {
			o.place = n
			return []object{o}
		}
	}
	var out []object
	for j := class.at - 1; want == 2 && j >= max(0, class.at-meantReach) && len(out) < want; j-- {
		n := &s.nodes[j]
		if n.role != rolePlace || inCountry(s.nodes, j) {
			continue
		}
		fits := n.class != nil && n.class.value == class.value && n.class.number != 's' || len(out) > 0
		if !fits || len(out) > 0 && arabic.Key(out[0].place.surface(s.text)) == arabic.Key(n.surface(s.text)) {
			continue
		}
		o.place = n
		out = append(out, o)
	}
	if want == 2 && len(out) < 2 {
		if out = s.pairBefore(class, o); out == nil {
			out = s.twoBefore(class, o)
		}
	}
	if len(out) < want || want == 0 {
		o.place = nil
		return []object{o}
	}
	return out
}

// topical is the place that a class noun in the singular speaks of: the last
// that is called so and is no mere point of reference, then the last that can
// be called so; nil for none.
func (s *sentence) topical(class *node) *node {
	var second *node
	for j := class.at - 1; j >= max(0, class.at-meantReach); j-- {
		n := &s.nodes[j]
		if n.role != rolePlace || inCountry(s.nodes, j) {
			continue
		}
		fits := n.class != nil && n.class.value == class.value || n.class == nil && class.value != "area" && (n.fits(class.kinds) || len(n.places) == 0 && inhabited(class.value))
		if fits && !s.reference(j) {
			return n
		}
		if fits && second == nil && !s.boundFor(j) {
			second = n
		}
	}
	return second
}

// inhabited says whether people live in what the class noun names.
func inhabited(class string) bool { return class == "village" || class == "town" || class == "city" }

// reference says whether the name at node j of the text only says where
// something else is: "40 km from X", "north of X", "towards X".
func (s *sentence) reference(j int) bool {
	for k := j - 1; k >= 0 && k > j-3; k-- {
		switch n := &s.nodes[k]; {
		case n.role == "class" && n.suffix == 0:
		case n.role == "near", n.role == "toward", n.role == "side", n.role == "prep" && (n.text == "عن" || n.text == "بين"), n.text == "نحو", n.text == "جهه":
			return true
		case n.role == "prep" && n.text == "من" && k > 0: // "close to X", "coming from X"
			return s.nodes[k-1].role == roleWord || s.nodes[k-1].role == "common" || s.nodes[k-1].role == "near"
		default:
			return false
		}
	}
	return false
}

// boundFor says whether somebody leaves for the place at node j of the text:
// where he goes is not where he was.
func (s *sentence) boundFor(j int) bool {
	k := j - 1
	for k > 0 && s.nodes[k].role == "class" {
		k--
	}
	if k < 0 || s.nodes[k].text != "الي" && s.nodes[k].text != "نحو" && s.nodes[k].role != "toward" {
		return false
	}
	for ; k >= max(0, j-12) && s.nodes[k].role != roleStop; k-- {
		if n := &s.nodes[k]; n.role == "verb" && (n.value == "withdraw" || n.value == "evacuate") {
			return true
		}
	}
	return false
}

// pairBefore is the last two places before a node that are named as "A and B".
func (s *sentence) pairBefore(class *node, o object) []object {
	at := class.at
	for j := at - 1; j > max(0, at-meantReach); j-- {
		a, b := &s.nodes[j-1], &s.nodes[j]
		joined := b.conj
		if a.role == "also" && j > 1 {
			a, joined = &s.nodes[j-2], true
		}
		if b.role == rolePlace && joined && a.role == rolePlace {
			if !s.canBe(a, class) || !s.canBe(b, class) {
				continue
			}
			first, second := o, o
			first.place, second.place = a, b
			return []object{first, second}
		}
	}
	return nil
}

// twoBefore is the last two places before a class noun in the dual that are each
// called by that noun: "camp A … camp B …, the two camps".
func (s *sentence) twoBefore(class *node, o object) []object {
	var out []object
	for j := class.at - 1; j >= max(0, class.at-meantReach) && len(out) < 2; j-- {
		n := &s.nodes[j]
		if n.role != rolePlace || s.calledBy(n) != class.value || len(out) > 0 && out[0].place.surface(s.text) == n.surface(s.text) {
			continue
		}
		o.place = n
		out = append(out, o)
	}
	return out
}

// canBe says whether a place may be spoken of by the class noun: it is called
// by no noun of another kind.
func (s *sentence) canBe(n, class *node) bool {
	c := s.calledBy(n)
	return c == "" || c == class.value || settlement(c) && settlement(class.value)
}

// quarter says whether the place is a part of a town.
func (s *sentence) quarter(n *node) bool {
	return s.calledBy(n) == "neighbourhood" || n.places != nil && n.fits([]string{"neighbourhood"}) && !n.fits([]string{"city", "town"})
}

// calledBy is the class of the noun that a place is called by, before its name
// or as its first word; "" for none.
func (s *sentence) calledBy(n *node) string {
	if n.class != nil {
		return n.class.value
	}
	if e := s.g.lex.phrases.Get([]string{n.text}); n.first != n.last && e != nil && e.role == "class" {
		return e.value
	}
	return ""
}
