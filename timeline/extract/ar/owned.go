package ar

// owns reads whose base or area it is: "the Turkish post in X", "areas of Y in
// X".
func (l *lister) owns(j int) bool {
	n := &l.s.n[j]
	if l.start < 0 || l.from > 0 && l.s.n[l.from-1].role == "last" || l.class == nil || l.owner != nil || n.conj || n.prep != "" && n.prep != "ل" || !ownable(l.class.entry) {
		return false
	}
	for k := j + 1; k < len(l.s.n) && k < j+6; k++ {
		switch m := &l.s.n[k]; m.role {
		case "prep", "inside":
			if m.role == "prep" && m.text != "في" {
				return false
			}
			l.owner = n
			return true
		case "common", roleMark, roleWord, "full", "actor", "beside", "of":
		case rolePlace, "class":
			if m.prep != "ب" {
				return false
			}
			l.owner = n
			return true
		default:
			return false
		}
	}
	return false
}

// ownable says whether a force that has one of the class in a place has the
// place, or part of it: a base, a post, its areas.
func ownable(class *entry) bool {
	switch class.value {
	case "base", "post", "prison":
		return class.number == 's'
	case "checkpoint":
		return true
	case "area":
		return class.number == 'p'
	}
	return false
}
