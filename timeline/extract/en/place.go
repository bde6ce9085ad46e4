package en

import (
	"slices"
	"sort"
	"strings"

	"frontline/geo/gazetteer"
)

// meantReach is how many nodes back "the town" can speak of one.
const meantReach = 200

// meant is the place that a class noun with an article speaks of ("the town"):
// the last one named before it that is called so or can be; for "the two
// villages" the last two, for "both towns" too. o is how it is spoken of.
func (s *sentence) meant(o object, class *entry) []object {
	o.back = true
	head := sort.Search(len(s.nodes), func(j int) bool { return s.nodes[j].start >= o.start }) - 1
	want := 1
	if class.plural {
		want = max(o.count, 2)
		if list := s.listed(o.count); list != nil && fits(list[0].place, class, false) {
			for k := range list {
				list[k].back, list[k].start, list[k].end, list[k].near = true, o.start, o.end, false
			}
			return list
		}
		if class.value == "neighbourhood" || class.value == "district" { // "the eastern districts": of the city spoken of
			want, o.partial = 1, true
		}
	}
	first := s.n[0].at
	if demonstrative(s.text[o.start:]) { // the last one named
		first = max(0, head-meantReach)
	}
	for _, try := range []struct {
		from  int
		exact bool
	}{{first, !demonstrative(s.text[o.start:])}, {first, false}, {max(0, head-meantReach), true}, {max(0, head-meantReach), false}} {
		var out []object
		for j := head; j >= try.from && len(out) < want; j-- {
			n := &s.nodes[j]
			if n.role != rolePlace || regional(s.nodes, j) || len(out) > 0 && out[len(out)-1].place.text == n.text || !fits(n, class, try.exact) {
				continue
			}
			x := o
			x.place = n
			out = append(out, x)
		}
		if len(out) == want {
			return out
		}
	}
	return []object{o}
}

func demonstrative(s string) bool {
	return strings.HasPrefix(s, "that ") || strings.HasPrefix(s, "this ")
}

// listed is the last list of named places, in this sentence or before; with a
// count, one of so many. nil if there is none.
func (s *sentence) listed(count int) []object {
	for j := len(s.p) - 1; j >= 0; j-- {
		if p := &s.p[j]; p.kind == partGround && allNamed(p.objects, count) {
			return slices.Clone(p.objects)
		}
	}
	if allNamed(s.document.list, count) {
		return slices.Clone(s.document.list)
	}
	if count == 2 {
		return slices.Clone(s.document.two)
	}
	return nil
}

// allNamed says whether there are several objects, or count of them, and all
// have names.
func allNamed(objs []object, count int) bool {
	if len(objs) < 2 || count > 0 && len(objs) != count {
		return false
	}
	return !slices.ContainsFunc(objs, func(o object) bool { return o.place == nil })
}

// fits says whether a place can be called by the class noun; exactly, if it is
// one, and nothing like it.
func fits(n *node, class *entry, exactly bool) bool {
	if exactly {
		return n.class != nil && n.class.value == class.value || n.class == nil && slices.ContainsFunc(n.entries, func(e *gazetteer.Entry) bool { return e.Kind == class.value })
	}
	if n.class != nil {
		return n.class.value == class.value || settled(n.class.value) && settled(class.value) || class.value == "area" && !n.class.kept
	}
	if class.value == "governorate" || class.value == "axis" {
		return false
	}
	if n.entries == nil {
		return settled(class.value) || class.value == "area"
	}
	for _, e := range n.entries {
		for _, k := range class.kinds {
			if e.Kind == k {
				return true
			}
		}
	}
	return false
}

// settled says whether people live in what the class noun names.
func settled(class string) bool {
	switch class {
	case "village", "town", "city", "subdistrict", "district", "neighbourhood":
		return true
	}
	return false
}

// regional says whether the place at node j is named only for the country
// around it: Homs province, the countryside of Homs.
func regional(nodes []node, j int) bool {
	if c := nodes[j].class; c != nil && c.value == "governorate" {
		return true
	}
	for k := j - 1; k >= 0 && k > j-4; k-- {
		switch nodes[k].role {
		case "country":
			return true
		case "prep", "det", "compass":
		default:
			return false
		}
	}
	return j+1 < len(nodes) && nodes[j+1].role == "country"
}

// allRegional says whether all of the objects name nothing but the country
// around.
func (s *sentence) allRegional(objs []object) bool {
	for _, o := range objs {
		if o.place == nil || !o.region && !regional(s.nodes, o.place.at) {
			return false
		}
	}
	return len(objs) > 0
}

// before is the ground that a pronoun or relative clause at part i speaks of:
// the last of the ground to the left, all of it where several are meant, else
// that of the sentence before.
func (s *sentence) groundBefore(i int, several bool) []object {
	var near []object
	for j := i - 1; j >= 0; j-- {
		p := &s.p[j]
		switch {
		case p.kind != partGround || p.told || s.allRegional(p.objects):
		case !p.objects[len(p.objects)-1].near:
			return pick(p, several)
		case near == nil: // "X, west of Y, …, it": X
			near = pick(p, several)
		}
	}
	if near != nil {
		return near
	}
	return s.ground
}

// where is the ground that the clause of part i is said of: "X, where Y is
// based".
func (s *sentence) where(i int) []object {
	for j := i - 1; j > 0 && j > i-9 && s.p[j].kind != partStrong; j-- {
		if !s.p[j].is("where") {
			continue
		}
		for k := j - 1; k >= 0 && k > j-7; k-- {
			if p := &s.p[k]; p.kind == partGround && !s.allRegional(p.objects) {
				if q := s.apposedTo(k); q >= 0 {
					p = &s.p[q]
				}
				return referred(pick(p, p.list))
			} else if p.kind == partVerb {
				break
			}
		}
	}
	return nil
}

// apposedTo is the ground that the ground at part k only helps to describe: X in
// "X, the last city in Y"; -1 if none.
func (s *sentence) apposedTo(k int) int {
	if s.p[k].before != "in" && s.p[k].before != "of" {
		return -1
	}
	for j := k - 1; j > 0 && j > k-6; j-- {
		switch p := &s.p[j]; {
		case p.kind == partComma && s.p[j-1].kind == partGround && s.p[j-1].objects[0].place != nil:
			return j - 1
		case p.kind == partWord, p.is("last", "base_of", "era"), p.kind == partGround && p.objects[0].place == nil:
		default:
			return -1
		}
	}
	return -1
}

// pick is the last object of the ground, or all of it where several are meant.
func pick(p *part, several bool) []object {
	if several || len(p.objects) < 2 {
		return p.objects
	}
	return p.objects[len(p.objects)-1:]
}

// topical is the ground that "it" speaks of at part i: the subject of the
// sentence or, failing that, what stands nearest.
func (s *sentence) topical(i int, several bool) []object {
	for j := range i {
		p := &s.p[j]
		if p.kind == partGround && p.before == "" && j+1 < len(s.p) && !s.allRegional(p.objects) {
			return pick(p, several)
		}
	}
	return s.groundBefore(i, several)
}
