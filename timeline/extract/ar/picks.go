package ar

import (
	"strings"

	"frontline/geo/arabic"
)

// listBefore is the whole list of places that stands nearest before part i.
func (s *sentence) listBefore(i int) []object {
	for j := i - 1; j >= 0 && j > i-5; j-- {
		if p := &s.p[j]; p.kind == partGround && !(j > 0 && s.p[j-1].is("unit") && p.before == "الي") { // not "35 km south of the town"
			return places(p.objects)
		}
	}
	return nil
}

// pick is what of the ground a pronoun means: the places themselves, even where
// the ground is only near them.
func (s *sentence) pick(p *part, all bool) []object {
	if len(p.objects) == 0 {
		return nil
	}
	out := p.objects
	if !all && !(p.list && s.classed(p)) {
		out = out[len(out)-1:]
	}
	return places(out)
}

// places are the objects without "near" and "parts of", and without the day
// they were first told with.
func places(objs []object) []object {
	out := append([]object(nil), objs...)
	for k := range out {
		out[k].day, out[k].basis = 0, ""
		if out[k].place != nil {
			out[k].near, out[k].partial = false, false
		}
	}
	return out
}

// right is what of the ground a relative clause right behind it speaks of: the
// place that stands last, though it may only locate another: "the villages A
// and B, near C, which X holds" speaks of C.
func (s *sentence) right(p *part, all bool) []object {
	if all || len(p.objects) > 0 && s.classed(p) && s.last(p) == p.objects[len(p.objects)-1].place {
		return s.pick(p, all)
	}
	if n := s.last(p); n != nil {
		return []object{{place: n, start: n.start, end: n.end}}
	}
	return s.pick(p, all)
}

// relatedTo is what of the ground at part k the relative clause behind it speaks
// of: a dual pronoun of the two named last, a singular one behind a comma of a
// whole list of three and more.
func (s *sentence) relatedTo(k int, all bool) []object {
	r := k + 1
	comma := r < len(s.p) && s.p[r].kind == partComma
	for r < len(s.p) && s.p[r].kind != partRelative && r < k+3 {
		r++
	}
	p := &s.p[k]
	if r < len(s.p) && s.p[r].kind == partRelative {
		switch text := s.p[r].text; {
		case strings.HasPrefix(text, "اللت"), strings.HasPrefix(text, "اللذ"):
			if pair := s.lastPair(p); len(pair) == 2 {
				return pair
			}
			return s.right(p, true)
		case comma && !all && len(p.objects) > 2 && p.objects[len(p.objects)-1].place != nil && s.last(p) == p.objects[len(p.objects)-1].place:
			return s.right(p, true)
		}
	}
	return s.right(p, all)
}

// last is the name that stands last in the ground, if it is no country around;
// nil where there is none.
func (s *sentence) last(p *part) *node {
	for j := p.to - 1; j >= p.from; j-- {
		if n := &s.n[j]; n.role == rolePlace && !inCountry(s.nodes, n.at) {
			return n
		}
	}
	return nil
}

// lastPair is "A and B" where the ground ends with it: the two that a dual
// behind it speaks of, though they may only locate something; nil where not.
func (s *sentence) lastPair(p *part) []object {
	var out []object
	for j := p.to - 1; j > p.from; j-- {
		b, a := &s.n[j], &s.n[j-1]
		if b.role == rolePlace && b.conj && a.role == rolePlace {
			for _, n := range []*node{a, b} {
				out = append(out, object{place: n, start: n.start, end: n.end})
			}
			return out
		}
	}
	return nil
}

// classed says whether a class noun in the dual or plural opens the list: "it"
// then means all of it.
func (s *sentence) classed(p *part) bool {
	for j := p.from; j < p.to; j++ {
		if n := &s.n[j]; n.role == "class" && n.entry.number != 's' && (n.conj || j == p.from || j == p.from+1) {
			return true
		}
	}
	return false
}

// regional says whether the ground names nothing but the country around:
// nobody takes a governorate by a pronoun.
func (s *sentence) regional(p *part) bool {
	province := s.className(p) == "governorate"
	for _, o := range p.objects {
		if province && (o.back || o.place == nil) {
			continue // "of the governorate"
		}
		if o.place == nil || !inCountry(s.nodes, o.place.at) {
			return false
		}
	}
	return true
}

// lastGround is the last ground before part i that a pronoun can speak of.
func (s *sentence) lastGround(i int) []object {
	for j := i - 1; j >= 0; j-- {
		if p := &s.p[j]; p.kind == partGround && !s.regional(p) {
			return s.pick(p, false)
		}
	}
	return s.ground
}

// all says whether "all of them" stands among the parts from i up to j.
func (s *sentence) all(i, j int) bool {
	for _, n := range s.n[s.p[max(0, i)].from:s.p[min(j, len(s.p)-1)].to] {
		switch arabic.Bare(n.text) {
		case "كلها", "كلهم", "جميعها", "جميعا", "كلاهما", "كلتاهما":
			return true
		}
	}
	return false
}
