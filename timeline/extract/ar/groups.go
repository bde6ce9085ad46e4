package ar

import (
	"frontline/geo/arabic"
	"frontline/timeline"
)

// meant is the place that a class noun with the article speaks of ("the
// town"): the last one named before it that is called so or can be.
func (s *sentence) meant(class *node) *node {
	for j := len(s.nodes) - 1; j >= 0; j-- {
		n := &s.nodes[j]
		if n.role != rolePlace || n.start >= class.start || inCountry(s.nodes, j) {
			continue
		}
		if n.class != nil && n.class.value == class.value || n.class == nil && class.value != "area" && s.g.fits(n, class.kinds) {
			return n
		}
	}
	return nil
}

// findGroups lists all groups of a sentence, in order.
func (s *sentence) findGroups() []group {
	var out []group
	for i := 0; i < len(s.n); i++ {
		n := s.n[i]
		if n.role != "class" && n.role != rolePlace && n.role != "partial" {
			continue
		}
		if g := s.objects(i); len(g.objects) > 0 {
			out = append(out, g)
			i = max(i, g.to-1)
		}
	}
	return out
}

// groupBefore is the objects a relative clause or a pronoun before node i
// speaks of: the nearest list to the left, all of it if it is one of several
// of a class, else its last member.
func (s *sentence) groupBefore(i int, plural bool) []object {
	if o := s.rightBefore(i); o != nil && !plural {
		return []object{*o}
	}
	for k := len(s.groups) - 1; k >= 0; k-- {
		g := s.groups[k]
		if g.to > i || s.region(g) || g.from > 0 && s.n[g.from-1].role == "side" {
			continue
		}
		if g.to < i-30 {
			return nil
		}
		if g.list || plural {
			return g.objects
		}
		return g.objects[len(g.objects)-1:]
	}
	return nil
}

// rightBefore is the place that stands right before the relative pronoun that
// governs node i, though it may only locate another: "the villages A and B,
// near C, which X holds" speaks of C.
func (s *sentence) rightBefore(i int) *object {
	for j := i; j > 0 && j > i-8; j-- {
		if s.n[j].role != "relative" {
			continue
		}
		k := j - 1
		if s.n[k].role == roleComma && k > 0 {
			k--
		}
		if n := &s.n[k]; n.role == rolePlace && !inCountry(s.n, k) && (n.class == nil || n.class.count == 's') && !n.conj {
			return &object{place: n, start: n.start, end: n.end}
		}
		if w := &s.n[k]; w.role == "unit" || arabic.Bare(w.text) == "مساحه" {
			return &object{start: w.start, end: w.end}
		}
		return nil
	}
	return nil
}

// region says whether a list names nothing but the country around: nobody
// takes a governorate by a pronoun.
func (s *sentence) region(g group) bool {
	for j := g.from; j < g.to; j++ {
		if s.n[j].role == rolePlace && !inCountry(s.n, j) {
			return false
		}
	}
	return g.objects[0].place != nil
}

// ref is the place of a claim about an object.
func (s *sentence) ref(o object) *timeline.PlaceRef {
	if n := o.place; n != nil && !o.near {
		return &timeline.PlaceRef{Surface: n.surface(s.text), Named: true, Start: n.start, End: n.end}
	}
	return &timeline.PlaceRef{Surface: s.text[o.start:o.end], Start: o.start, End: o.end}
}
