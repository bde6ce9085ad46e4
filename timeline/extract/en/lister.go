package en

// lister reads a list of places: class nouns, names, "and", commas, and the
// words that only say where they are.
type lister struct {
	s       *sentence
	from    int
	to      int // node behind the last of the list
	objs    []object
	list    bool
	plural  *entry // class noun in force for the whole list: "the villages of"
	partial bool
	near    bool
	owner   bool // of the object that is being read: whose it is has been said
	back    bool // it is spoken of again: "the town"
}

// item reads one object of the list at node i with what only locates it, and
// leaves l.to behind it.
func (l *lister) item(i int) bool {
	s := l.s
	l.owner, l.back = false, false
	o := object{start: s.n[i].start, partial: l.partial && len(l.objs) > 0, near: l.near && len(l.objs) > 0}
	j := i
	for ; j < len(s.n) && j < i+12; j++ {
		switch l.step(&o, j, i) {
		case ends:
			return l.close(o, j, l.back)
		case isName:
			return l.named(o, j)
		}
		if n := &s.n[j]; n.percent && s.partOf(j) {
			j = s.partEnd(j)
		}
	}
	return l.close(o, j, l.back)
}

// step takes node j into the object, which begins at node i.
func (l *lister) step(o *object, j, i int) step {
	s := l.s
	switch n := &s.n[j]; n.role {
	case "det", "this", "own", "that":
		if o.class != nil {
			return ends
		}
		l.back = n.role != "det" || n.text == "the" || n.text == "these" || n.text == "those" || n.text == "both"
	case roleWord, "last", "country", "again", "others", "vague", "dozens", "dozen", "border":
		if o.class != nil && n.role != "country" || n.caps != anyCase && n.role == roleWord && !n.opens || !s.placeAhead(j) {
			return ends
		}
		o.several = o.several || n.role == "vague" || n.role == "dozens"
		l.back = l.back && !o.several && n.role != "others" && !s.modified(j)
		o.region = o.region || n.role == "country"
	case "actor", "members", "heldby":
		return l.possessor(o, j)
	case "abroad": // "Alawite villages"
		if o.class != nil || j+1 >= len(s.n) || s.n[j+1].role != "class" {
			return ends
		}
	case "other":
		if !quantifies(n) || !s.placeAhead(j) {
			return ends
		}
	case "compass":
		o.partial = o.partial || s.named(j+1)
	case "count", roleNum:
		if o.class != nil || n.owner || n.percent && !s.partOf(j) {
			return ends
		}
		if o.count == 0 {
			o.count = int(n.number)
		}
		o.partial = o.partial || n.percent
	case "partial":
		o.partial, l.back = true, false
	case "near":
		return l.nearStep(o, j, i)
	case "class":
		if o.class != nil && o.class.kept {
			return ends
		}
		o.class, o.end = n.entry, n.end
		o.region = o.region || n.value == "governorate"
		o.several = o.several || n.plural
	case "prep":
		if o.class == nil && o.count == 0 && !o.several || n.value != "of" || !s.ofPlace(j+1) || s.describing(i, j) {
			return ends
		}
	case rolePlace:
		return l.placeStep(o, j, i)
	default:
		return ends
	}
	return goOn
}

// nearStep takes "near", or a side of something, into the object.
func (l *lister) nearStep(o *object, j, i int) step {
	n := &l.s.n[j]
	switch {
	case o.class != nil:
		return ends
	case j > 0 && l.s.n[j-1].text == "the" && compassOf(n.text):
		o.partial = true // in the north of X
	default:
		if o.count == 0 && !o.several && !o.near && j > i && l.s.n[j-1].role == roleWord {
			o.start = n.start // "slightly south of X"
		}
		o.near = true
	}
	return goOn
}

// quantifies says whether a phrase only says how exact a number is.
func quantifies(n *node) bool { return n.text == "at least" || n.text == "more than" }

// modified says whether the word at node j makes of the area behind it one of its
// own: "the university area" is none named before.
func (s *sentence) modified(j int) bool {
	return s.n[j].role == roleWord && j+1 < len(s.n) && s.n[j+1].role == "class" && s.n[j+1].value == "area" && s.n[j].text != "same"
}

// describing says whether the words from node i to "of" at node j describe a
// place and do not name it: "a rebel-held suburb of Damascus".
func (s *sentence) describing(i, j int) bool {
	return j > 0 && !s.n[j-1].plural && s.n[j-1].role == "class" && (s.n[i].text == "a" || s.n[i].text == "an")
}

// possessor takes in a force before ground: "Ukraine's Kharkiv region", "rebel
// positions".
func (l *lister) possessor(o *object, j int) step {
	s := l.s
	n := &s.n[j]
	if n.owner && o.class == nil && s.groundOwner(j+1) {
		o.start = n.end
		return goOn
	}
	if o.class != nil || !l.owner && !s.modifies(j) {
		return ends
	}
	l.owner = true
	return goOn
}

// placeStep takes in the name at node j: the object's own, or only that of
// where it lies ("Mariupol's Azovstal plant").
func (l *lister) placeStep(o *object, j, i int) step {
	s := l.s
	n := &s.n[j]
	switch {
	case n.owner && o.class == nil && s.ownsNoun(j+1):
		return ends
	case n.owner && o.class == nil && j+1 < len(s.n) && s.n[j+1].role == rolePlace:
		o.start = s.n[j+1].start
		return goOn
	case o.class != nil && !l.nameOf(j) && (j == i || s.n[j-1].role != "prep"):
		return ends
	}
	return isName
}

// nameOf says whether the name at node j stands right behind its class noun.
func (l *lister) nameOf(j int) bool { return j > 0 && l.s.n[j-1].role == "class" }

// named ends an object at its name.
func (l *lister) named(o object, j int) bool {
	s := l.s
	n := &s.n[j]
	if o.class == nil {
		o.class = n.class
	}
	if o.class != nil && o.class.plural {
		l.plural, l.list = o.class, true
	}
	o.place, o.end = n, n.end
	if !o.near && !o.region && (o.class == nil || !o.class.kept || !o.class.plural) {
		o.start = n.start
	}
	if o.class != nil && o.class.kept && o.class.value == "post" && n.start > o.start && n.class != n.entry {
		o.partial = true
	}
	if n.class != nil && n.class.value == "governorate" {
		o.region = true
	}
	l.partial, l.near = o.partial, o.near
	l.to = j + 1
	if n.owner && l.to < len(s.n) && s.n[l.to].role == "near" { // "X's outskirts"
		o.near, o.end = true, s.n[l.to].end
		l.to++
	}
	l.objs = append(l.objs, o)
	l.to = l.located(l.to)
	return true
}

// close ends an object without a name before node j: "6 villages", "the
// town", "wells near it".
func (l *lister) close(o object, j int, back bool) bool {
	s := l.s
	if o.class == nil {
		return false
	}
	to := j
	for to > 0 && s.n[to-1].end > o.end {
		to--
	}
	l.to = l.located(to)
	for l.to > to && (o.count > 0 || o.several) && l.to+1 < len(s.n) && s.n[l.to].role == "and" && s.n[l.to+1].role == rolePlace {
		l.to += 2 // "six villages near A and B"
	}
	if l.to > to {
		o.end = s.n[l.to-1].end
	}
	if (back && o.count == 0 || back && o.class.plural) && !l.pins(to) {
		l.objs = append(l.objs, s.meant(o, o.class)...)
		return true
	}
	l.list = l.list || o.class.plural
	l.partial, l.near = false, false
	l.objs = append(l.objs, o)
	return true
}

// pins says whether what locates the object behind node to names a place: "the
// pocket around X" is told by it.
func (l *lister) pins(to int) bool {
	for k := to; k < l.to; k++ {
		if l.s.n[k].role == rolePlace && (l.s.n[k-1].role == "near" || l.s.n[k-1].value == "of") {
			return true
		}
	}
	return false
}
