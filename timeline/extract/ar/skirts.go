package ar

import (
	"slices"
	"strings"
)

// surroundings are nouns of what lies around a place, or in it, that a pronoun
// can stand behind, folded: "its outskirts", "its streets".
var surroundings = []string{"اطراف", "محيط", "مشارف", "تخوم", "ضواحي", "ابواب", "مداخل", "مدخل", "شوارع", "جوار", "اسوار", "سور", "جنبات", "ازقت", "حارات"}

// skirts is the pronoun of part j where it is a noun of surroundings, by what
// it agrees with: أطرافها, in its outskirts; 0 for another word.
func (s *sentence) skirts(j int) byte {
	if p := &s.p[j]; p.is("in_it") || p.kind == partWord || p.kind == partGround && p.objects[0].back {
		for _, suffix := range pronouns {
			if noun, ok := strings.CutSuffix(p.text, suffix.form); ok && (slices.Contains(surroundings, noun) || noun == "داخل") {
				return suffix.agree
			}
		}
	}
	return 0
}

// aroundIt is the place whose surroundings part j names; nil where it names
// none.
func (s *sentence) aroundIt(j int) []object {
	agree := s.skirts(j)
	if agree == 0 {
		return nil
	}
	return s.namedOf(places(s.groundBefore(j, agree)))
}

// axis says whether the ground at part j is one of the lines along which
// somebody comes: who comes "from the axis of X" fights at X.
func (s *sentence) axis(j int) bool {
	for k := s.p[j].from; k < min(s.p[j].from+2, s.p[j].to); k++ {
		if n := &s.n[k]; n.role == "near" && (strings.HasPrefix(n.text, "محور") || strings.HasPrefix(n.text, "محاور") || strings.HasPrefix(n.text, "جبه")) {
			return true
		}
	}
	return false
}
