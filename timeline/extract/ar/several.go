package ar

import (
	"slices"

	"frontline/geo/arabic"
)

// listOf is the last list of as many places as the number behind the class noun
// says: "the three towns"; nil where no number stands there, or no such list.
func (s *sentence) listOf(class *node, o object) []object {
	want := 0
	if k := class.at + 1; k < len(s.nodes) {
		want = several(arabic.Bare(s.nodes[k].text))
	}
	if want == 0 {
		return nil
	}
	var run []object
	for k := class.at - 1; k >= max(0, class.at-meantReach); k-- {
		n := &s.nodes[k]
		switch {
		case n.role == rolePlace && !inCountry(s.nodes, k) && s.canBe(n, class):
			o.place = n
			run = append(run, o)
			if n.conj || k > 0 && s.nodes[k-1].role == roleComma {
				continue
			}
		case n.role == roleComma, n.role == roleMark:
			continue
		}
		if len(run) == want {
			slices.Reverse(run)
			return run
		}
		run = nil
	}
	return nil
}

// several is the number that a bare word behind a plural says; 0 for none.
func several(word string) int {
	for n, w := range []string{"ثلاث", "اربع", "خمس", "ست", "سبع", "ثمان"} {
		if word == w || word == w+"ه" || word == w+"ي" {
			return n + 3
		}
	}
	return 0
}
