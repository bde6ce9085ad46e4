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
	o.back = true
	want := namesOf(class.entry.number)
	if want > 2 {
		want = 0 // nobody can tell how many
	}
	if k := class.at - 2; want == 1 && k >= 0 && s.nodes[k+1].role == roleComma && s.nodes[k].role == rolePlace && !inCountry(s.nodes, k) {
		o.place = &s.nodes[k] // "Tanf, the crossing"
		return []object{o}
	}
	var out []object
	for j := class.at - 1; j >= max(0, class.at-meantReach) && len(out) < want; j-- {
		n := &s.nodes[j]
		if n.role != rolePlace || inCountry(s.nodes, j) {
			continue
		}
		fits := n.class != nil && n.class.value == class.value || n.class == nil && class.value != "area" && n.fits(class.kinds)
		if want == 2 {
			fits = n.class != nil && n.class.value == class.value && n.class.number != 's' || len(out) > 0
		}
		if !fits || len(out) > 0 && arabic.Key(out[0].place.surface(s.text)) == arabic.Key(n.surface(s.text)) {
			continue
		}
		o.place = n
		out = append(out, o)
	}
	if want == 2 && len(out) < 2 {
		out = s.pairBefore(class.at, o)
	}
	if len(out) < want || want == 0 {
		o.place = nil
		return []object{o}
	}
	return out
}

// pairBefore is the last two places before a node that are named as "A and B".
func (s *sentence) pairBefore(at int, o object) []object {
	for j := at - 1; j > max(0, at-meantReach); j-- {
		a, b := &s.nodes[j-1], &s.nodes[j]
		if b.role == rolePlace && b.conj && a.role == rolePlace {
			first, second := o, o
			first.place, second.place = a, b
			return []object{first, second}
		}
	}
	return nil
}
