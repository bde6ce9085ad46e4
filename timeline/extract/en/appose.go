package en

import "slices"

// appose takes "a village", or "two towns", behind a comma, for the places that
// it describes.
func (s *sentence) appose(i int, objs []object) []object {
	k := len(s.p) - 1
	if len(objs) != 1 || objs[0].place != nil || k < 1 || s.p[k].kind != partComma {
		return objs
	}
	o := objs[0]
	if p := &s.p[k-1]; o.count > 1 && p.kind == partGround && len(p.objects) == o.count {
		out := slices.Clone(p.objects)
		for m := range out {
			out[m].back = true
		}
		return out
	}
	if o.class.plural || s.n[i].text != "a" && s.n[i].text != "an" && s.n[i].text != "another" {
		return objs
	}
	for j := k - 1; j >= 0 && j > k-6; j-- {
		p := &s.p[j]
		if p.kind == partVerb || p.kind == partStrong {
			break
		}
		if p.kind != partGround {
			continue
		}
		if x := p.objects[len(p.objects)-1]; x.place != nil && fits(x.place, o.class, false) {
			o.place, o.back = x.place, true
			if x.place.class == nil {
				x.place.class = o.class
			}
			return []object{o}
		}
	}
	return objs
}

// spelledOut leaves out what only counts the places that the rest of a list
// names: "three villages, A, B and C".
func spelledOut(objs []object) []object {
	if len(objs) > 2 && objs[0].place == nil && objs[0].count == len(objs)-1 && allNamed(objs[1:], objs[0].count) {
		return objs[1:]
	}
	return objs
}
