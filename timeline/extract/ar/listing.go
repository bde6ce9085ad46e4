package ar

// ended says whether the list has ended before the class noun at node j.
func (l *lister) ended(j int) bool {
	n := &l.s.n[j]
	switch {
	case n.prep == "ب" && n.suffix == 'x' && j > l.from: // "keeps, in the city, the quarters"
		return true
	case l.where && !l.located && n.suffix == 0 && !n.conj && n.prep == "" && n.entry.number != 's' && len(l.objs) > 0 && l.owner == nil:
		return true // another list begins right behind this one
	}
	return l.opensAnew(j)
}

// theirs reads a class noun with a pronoun: "its quarters" are part of the town
// named last, "its castle" in a list has no name; false where the list ends.
func (l *lister) theirs(j int) bool {
	n := &l.s.n[j]
	if n.value == "neighbourhood" && len(l.objs) == 0 && (l.start < 0 || l.class == nil) {
		l.begin(j)
		return l.partOfIt(j)
	}
	if l.flush(j); len(l.objs) == 0 || !n.conj && n.prep != "ب" {
		return false
	}
	l.where, l.to = true, j+1
	return true
}

// former reads "the former", "the latter" of the last two places told together.
func (l *lister) former(j int) bool {
	n := &l.s.n[j]
	if len(l.objs) > 0 || l.start >= 0 {
		return false
	}
	for k := n.at - 1; k > max(0, n.at-meantReach); k-- {
		if a, b := &l.s.nodes[k-1], &l.s.nodes[k]; b.role == rolePlace && b.conj && a.role == rolePlace {
			if n.value == "2" {
				a = b
			}
			l.objs = append(l.objs, object{place: a, start: n.start, end: n.end, back: true})
			l.to = j + 1
			return false // nothing goes on behind it
		}
	}
	return false
}

// opensAnew says whether the class noun at node j begins what a verb is done to
// right behind the region where it is done: "lost, in the mountains of X, the
// town of Y".
func (l *lister) opensAnew(j int) bool {
	n, k := &l.s.n[j], j-1
	for k > l.from && quarterOfSky(l.s.n[k].text) {
		k-- // "in the eastern country of X"
	}
	if n.conj || n.prep != "" || n.suffix != 0 || len(l.objs) != 1 || l.from == 0 || l.s.n[l.from-1].text != "في" || l.s.n[k].role != rolePlace {
		return false
	}
	switch n.value {
	case "village", "town", "city", "airbase", "base", "field", "dam", "crossing", "neighbourhood", "checkpoint", "hill", "mountain", "prison":
		return l.class == nil || !settlement(l.class.value) || l.class.value == "governorate" || l.class.value == "area"
	}
	return false
}

// such reads "among them", "the following": members of the list follow.
func (l *lister) such(j int) {
	l.flush(j)
	if k := len(l.objs) - 1; k >= 0 && (l.objs[k].place == nil || l.objs[k].back && l.objs[k].partial) && l.objs[k].count == 0 && j+1 < len(l.s.n) && (l.s.n[j+1].role == rolePlace || l.s.n[j+1].role == "class") {
		l.objs = l.objs[:k] // "the following villages: …" are those
	}
	l.where, l.near, l.list = false, false, true
}

// also reads "as well as", "then": the list goes on if a place follows.
func (l *lister) also(j int) bool {
	l.flush(j)
	if j+1 >= len(l.s.n) || len(l.objs) == 0 {
		return false
	}
	switch n := &l.s.n[j+1]; n.role {
	case "class", rolePlace, roleNum, "partial", "near", "none":
	case "prep":
		if n.text != "علي" {
			return false
		}
	default:
		return false
	}
	l.where, l.near = false, false
	l.to, l.group = j+1, len(l.objs)
	return true
}

// compound says whether the class noun at j joins another into one phrase:
// "oil fields and wells".
func (l *lister) compound(j int) bool {
	n := &l.s.n[j]
	return n.role == "class" && n.suffix == 0 && l.class != nil && (l.start == j-1 && l.class.entry.number == 'p' || l.number != nil && l.s.n[j-1].role == "class")
}

// goesOn says whether the list goes on behind the comma at j.
func (l *lister) goesOn(j int) bool {
	if j+1 >= len(l.s.n) {
		return false
	}
	n := &l.s.n[j+1]
	on := false
	switch n.role {
	case "such":
		on = len(l.objs) > 0 && (l.class != nil || l.list) && !(n.value == "is" && l.unnamedAt(j+2))
	case "also", "beside":
		on = len(l.objs) > 0
	case "prep":
		on = n.conj && len(l.objs) > 0 && (n.text == "علي" || n.text == "في" && l.list && l.frontedAt(j+1))
	case "class", rolePlace:
		on = (l.list || n.conj || n.role == "class" && n.suffix == 0) && !l.s.isSubject(j+1)
		if on {
			l.where = false
		}
	case "near", "country":
		on = len(l.objs) > 0 && !n.conj
		l.where = on
	}
	if on {
		l.to = j + 1
	}
	return on
}

// unnamedAt says whether a class noun without a name stands at node j: "which
// are villages that …".
func (l *lister) unnamedAt(j int) bool {
	return j < len(l.s.n) && l.s.n[j].role == "class" && l.s.n[j].suffix == 0 && (j+1 == len(l.s.n) || l.s.n[j+1].role != rolePlace)
}

// frontedAt says whether the words behind the preposition at node j only
// locate a class noun that stands behind them: "and in the axis of X, the town
// of Y".
func (l *lister) frontedAt(j int) bool { return fronted(l.s.n[j+1:]) }

func fronted(nodes []node) bool {
	named := false
	for k := range nodes[:min(6, len(nodes))] {
		switch n := &nodes[k]; {
		case n.role == rolePlace:
			named = true
		case n.role == "class" && named && n.suffix == 0 && !n.conj:
			return true
		case n.role == "near", n.role == "country", n.role == "class", n.role == roleWord:
		default:
			return false
		}
	}
	return false
}

// stillBehind says whether "still" stands right behind the one place at node i:
// it is what is spoken of then, and no more of a list.
func (s *sentence) stillBehind(i int) bool {
	for j := i; j < len(s.n) && j < i+4; j++ {
		switch n := &s.n[j]; {
		case n.role == "class", n.role == rolePlace && (j == i || !n.conj):
		default:
			return n.role == "still" && !n.conj
		}
	}
	return false
}

// isSubject says whether the places at node i are what a verb right behind them
// speaks of.
func (s *sentence) isSubject(i int) bool {
	for j := i; j < len(s.n); j++ {
		switch n := &s.n[j]; n.role {
		case "class", rolePlace, "none", "near", "country":
		case "verb", "still", "was":
			return j > i && n.form != noun && !n.conj
		default:
			return false
		}
	}
	return false
}

func (l *lister) preposition(j int) bool {
	n := &l.s.n[j]
	empty := len(l.objs) == 0
	switch {
	case n.text == "علي" && (n.conj || j > 0 && l.s.n[j-1].role == "also"):
		l.group = len(l.objs)
		l.where, l.near = false, false
	case n.text == "في" && (n.conj || j > 0 && l.s.n[j-1].role == "such") && l.frontedAt(j):
		l.fronted = true
	case n.text == "في" && l.owner != nil && empty:
	case n.text == "في" && !n.conj && (!empty || l.class != nil):
		l.where, l.located = true, true
	case n.text == "من" && (l.partial || l.number != nil) && (empty || l.start >= 0 && l.s.n[l.start].role == "partial"):
	case n.text == "من" && l.start >= 0 && l.class != nil && l.class.suffix == 'x' && l.class.value == "neighbourhood" && l.number == nil:
		l.partial, l.class = true, nil // "the southern quarter of the town"
	case n.text == "من" && n.conj && l.partial:
		l.where = false
	case (n.text == "من" || n.text == "مع" || n.text == "عن") && (l.where || l.start >= 0) && !n.conj && j > 0 && l.s.n[j-1].role == "near":
	case n.text == "الي" && (!empty || l.start >= 0) && j+1 < len(l.s.n) && l.s.n[j+1].role == "near":
		l.where = true
	case n.text == "بين" && l.where && !n.conj && l.located:
		l.between = true
	case n.text == "مع" && l.where && j > 0 && l.s.n[j-1].role == "border", n.text == "بين" && l.where && !n.conj && j > 0 && locating(l.s.n[j-1].role):
	case n.text == "علي" && (l.where || l.start >= 0 && l.class != nil) && j > 0 && l.s.n[j-1].role == "common":
		l.where = true
	default:
		return false
	}
	l.to = j + 1
	return true
}

// word: a word that the lists do not know can describe what stands before it.
func (l *lister) word(j int) bool {
	n := &l.s.n[j]
	joined := n.conj || hasConj(n.text)
	if l.start < 0 && len(l.objs) == 0 {
		return !joined && j < l.from+2
	}
	if joined && l.start < 0 {
		return false
	}
	l.to = j + 1
	return true
}

// describe reads, at node j, what only describes the last object: a pronoun, a
// force that owns it, a word that the lists do not know; false where the list
// has ended before it.
func (l *lister) describe(j int) bool {
	switch n := &l.s.n[j]; n.role {
	case "it":
		if l.start >= 0 && l.partial && len(l.objs) == 0 && n.object == "من" {
			return l.partOfIt(j)
		}
		if !l.where || len(l.objs) == 0 || n.conj {
			return false
		}
	case "its":
		return l.theirs(j)
	case "nation", "actor":
		if !l.owns(j) {
			return n.role == "nation" && l.start < 0 && l.word(j)
		}
	default:
		return l.word(j)
	}
	l.to = j + 1
	return true
}
