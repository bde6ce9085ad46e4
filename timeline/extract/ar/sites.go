package ar

import "slices"

// sites are the places where something happens that the ground at part j names:
// its objects by name; "the town" for the one it means; else the names that
// only say where it is ("posts of X around A and B"). Nothing without a name.
func (s *sentence) sites(j int) []object {
	p := &s.p[j]
	out := s.namedOf(p.objects)
	if len(p.objects) > 1 && len(out) > 0 {
		if o := &p.objects[0]; o.place == nil && !o.near && o.count == 0 { // "areas in the towns A and B"
			out = append(s.inside(o), out...)
		}
	}
	for k := p.from; k < p.to && len(out) == 0; k++ {
		if n := &s.n[k]; n.role == rolePlace {
			out = append(out, object{place: n, start: n.start, end: n.end})
			for k++; k < p.to; k++ { // and those joined to it
				if m := &s.n[k]; m.role == rolePlace && m.conj {
					out = append(out, object{place: m, start: m.start, end: m.end})
				}
			}
		}
	}
	return out
}

// inside is the one place that the words of the unnamed object say it to lie
// in; none where they say several, or a country.
func (s *sentence) inside(o *object) []object {
	var out []object
	for k := range s.n {
		n := &s.n[k]
		if n.role != rolePlace || n.start < o.start || n.start >= o.end {
			continue
		}
		if n.class == nil || inCountry(s.nodes, n.at) || len(out) > 0 || k == 0 || s.n[k-1].role != "class" || s.n[k-1].entry.number != 'd' {
			return nil
		}
		out = append(out, object{place: n, start: n.start, end: n.end})
	}
	return out
}

// namedOf are the objects that have a name, or speak of a place by its class:
// "the edge of the town" is at that town.
func (s *sentence) namedOf(objs []object) []object {
	out := slices.Grow([]object(nil), len(objs))
	for _, o := range objs {
		if o.place != nil {
			out = append(out, o)
			continue
		}
		known := len(out)
		for k := range s.n {
			n := &s.n[k]
			if n.start < o.start || n.start >= o.end {
				continue
			}
			if n.role == rolePlace && o.near { // "around A and near B"
				o.place = n
				out = append(out, o)
				break
			}
			if n.role != "class" || n.suffix == 0 {
				continue
			}
			for _, m := range s.meant(n, o) {
				if m.place != nil {
					m.near = false
					out = append(out, m)
				}
			}
			break
		}
		if len(out) == known && o.near && s.unknownIn(o) {
			out = append(out, o) // "the edge of X", whose name nobody knows
		}
	}
	return out
}

// unknownIn says whether the words of the object end with one that no list
// knows: a name, behind "around" and the like.
func (s *sentence) unknownIn(o object) bool {
	for k := range s.n {
		if n := &s.n[k]; n.end == o.end {
			return n.role == roleWord
		}
	}
	return false
}

// scene are the sites of the ground behind part i in the clause that accepts
// allows, those joined to it, and the part behind the last of them.
func (s *sentence) scene(i, end int, accepts func(j int) bool) (objs []object, to int) {
	before := ""
	for j := i + 1; j < end; j++ {
		p := &s.p[j]
		if p.kind != partGround && p.kind != partIt || p.told && len(objs) == 0 || !accepts(j) {
			continue
		}
		if len(objs) > 0 && !(p.and && p.before == before) {
			break
		}
		var found []object
		if p.kind == partIt {
			found = s.namedOf(places(s.groundBefore(j, p.value[0])))
		} else {
			found = s.sites(j)
		}
		if len(found) > 0 {
			objs, to, before = append(objs, found...), j+1, p.before
		}
	}
	return objs, to
}

// stretch is the part behind the clause of part i, with the days that stand in
// it between commas.
func (s *sentence) stretch(i int) int {
	end := s.clauseEnd(i)
	for end+1 < len(s.p) && s.p[end].kind == partComma && (s.p[end-1].kind == partWhen || s.p[end+1].kind == partWhen) {
		end = s.clauseEnd(end)
	}
	return end
}

// here are the sites last spoken of before part i, as far as the sentence goes
// back, or else before it; all of a list, or what it ends with.
func (s *sentence) here(i int, all bool) []object {
	for j := i - 1; j >= 0; j-- {
		if p := &s.p[j]; p.kind == partGround && !s.regional(p) && !p.told {
			if objs := s.namedOf(s.pick(p, all)); len(objs) > 0 {
				return objs
			}
		}
	}
	return s.namedOf(places(s.ground))
}
