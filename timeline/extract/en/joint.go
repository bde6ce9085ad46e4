package en

// joint passes over what joins the next object to the list, and says whether
// one follows.
func (l *lister) joint() bool {
	s, j := l.s, l.to
	comma := false
	for ; j < len(s.n); j++ {
		switch s.n[j].role {
		case roleComma:
			if comma {
				return false
			}
			comma = true
			continue
		case "and", "also", "such":
			l.list = l.list || s.n[j].role == "such"
			continue
		case roleMark:
			if s.n[j].text == "/" {
				continue
			}
			return false
		case "prep", "after": // "over A and over B"
			if j > l.to && j > 0 && (s.n[j-1].role == "and" || s.n[j-1].role == "also") && l.from > 0 && s.n[l.from-1].role == "prep" && s.n[l.from-1].value == s.n[j].value {
				continue
			}
			return false
		}
		break
	}
	j = s.pastLocation(l.to, j)
	if j == l.to || j >= len(s.n) || !s.opensItem(j) || s.forceHere(j) {
		return false
	}
	if s.n[j-1].role == roleComma && (s.apposed(j) || !l.enumerates(j)) {
		return false
	}
	if s.n[j-1].role == roleComma && s.n[j].role == rolePlace && regional(s.nodes, s.n[j].at) && !s.allRegional(l.objs) {
		return false // Dvorichna, Kharkiv Oblast
	}
	if s.n[j-1].role == roleComma && s.isSubject(j) {
		return false
	}
	if s.n[j].role == "near" && compassOf(s.n[j].text) {
		if k := s.place(j + 1); s.n[j-1].role == roleComma || k < len(s.n) && s.n[k].role == "near" {
			return false // "near A, south of B near C"
		}
	}
	if comma && s.setApart(l, j) {
		return false
	}
	l.near = l.near && !comma
	if s.n[j-1].text == ":" && l.plural != nil && len(l.objs) == 1 {
		l.objs = nil // "the capitals of X: A, B and C"
	}
	if s.n[j-1].role == "such" {
		l.near, l.partial = false, false
	}
	l.to = j
	return true
}

// pastLocation is the node behind what only says, between commas, where the
// object before it lies, if the list goes on there: "near A, north of B, and C";
// j otherwise.
func (s *sentence) pastLocation(from, j int) int {
	if j != from+1 || j >= len(s.n) || s.n[from].role != roleComma || s.n[j].role != "near" {
		return j
	}
	k := s.place(j + 1)
	if k+2 < len(s.n) && k > j+1 && s.n[k].role == roleComma && s.n[k+1].role == "and" && s.n[k+2].role == rolePlace {
		return k + 2
	}
	return j
}

// setApart says whether the list only locates what stands before it between
// commas, and what is joined at node j goes on with that: "X, on the road, along
// with Y".
func (s *sentence) setApart(l *lister, j int) bool {
	return l.from > 1 && s.n[l.from-1].role == "prep" && s.n[l.from-2].role == roleComma && s.n[j-1].role == "also"
}

// forceHere says whether a force begins at node j.
func (s *sentence) forceHere(j int) bool {
	_, to, ok := s.forceAt(j)
	return ok && to > j && !s.groundOwner(to)
}

// opensItem says whether an object of a list can begin at node j.
func (s *sentence) opensItem(j int) bool {
	switch n := &s.n[j]; n.role {
	case rolePlace, "class", "partial", "near":
		return true
	case "other":
		return quantifies(n) && s.placeAhead(j)
	case "det", "count", roleNum, "compass", roleWord, "vague", "dozens", "own", "last":
		return s.placeAhead(j)
	}
	return false
}

// apposed says whether what begins at node j behind a comma only describes
// what stands before: "Giad, an industrial town", "Aleppo, Syria's largest
// city".
func (s *sentence) apposed(j int) bool {
	n := &s.n[j]
	if n.role == rolePlace {
		return n.owner && s.ownsNoun(j+1)
	}
	if n.role == "near" {
		return true
	}
	for k := j; k < len(s.n) && k < j+8; k++ {
		switch x := &s.n[k]; x.role {
		case rolePlace:
			return false
		case "near":
			return k > j && s.n[j].role == roleWord
		case "class":
			return !x.plural && !(k+1 < len(s.n) && (s.n[k+1].role == rolePlace || s.n[k+1].role == "prep" && s.n[k+1].value == "of" && s.ofPlace(k+2) && n.text == "the")) || n.text == "a" || n.text == "an"
		}
	}
	return true
}

// enumerates says whether a comma before node j stands inside a list: the
// list has begun with a plural or goes on behind the object with "and" or
// another comma.
func (l *lister) enumerates(j int) bool {
	s := l.s
	if l.list || l.plural != nil {
		return true
	}
	for k := j; k < len(s.n) && k < j+9; k++ {
		switch s.n[k].role {
		case "and", "also":
			return k > j
		case roleComma:
			return k+1 < len(s.n) && s.n[k+1].role != "relative" && k > j
		case "verb", "be", "have", "relative", "prep", "actor":
			return false
		}
	}
	return len(l.objs) > 1
}

// isSubject says whether the place at node j is what a verb right behind it
// speaks of: a new statement.
func (s *sentence) isSubject(j int) bool {
	for k := j; k < len(s.n) && k < j+7; k++ {
		switch n := &s.n[k]; n.role {
		case rolePlace, "class", "det", "compass", "still", "count", "prep":
			if n.role == "prep" && n.value != "of" {
				return false
			}
		case "have", "be", "modal":
			return true
		case "verb":
			return n.form&(past|third) != 0 && n.form&noun == 0 && !(n.form&participle != 0 && k+1 < len(s.n) && s.n[k+1].text == "by")
		default:
			return false
		}
	}
	return false
}

// located passes over what only says where the object before node j is, and
// gives the node behind: "in the east of Homs", "west of X", "near Y", and a
// bracket.
func (l *lister) located(j int) int {
	s := l.s
	for j < len(s.n) {
		n := &s.n[j]
		k := j
		switch {
		case n.role == "class" && j > 0 && s.n[j-1].role == rolePlace && !n.plural:
			j++
			continue
		case n.role == roleMark && n.text == "(":
			for k < len(s.n) && k < j+8 && s.n[k].text != ")" {
				k++
			}
			if k < len(s.n) && s.n[k].text == ")" {
				j = k + 1
				continue
			}
			return j
		case n.role == "prep" && (n.value == "in" || n.value == "at" || n.value == "on" || n.value == "along"):
			k = s.place(j + 1)
		case n.role == "prep" && n.value == "of" && j > 0 && (s.n[j-1].role == rolePlace || s.n[j-1].role == "class"):
			k = s.place(j + 1)
		case n.role == "near" && l.offset():
			return j // "north of X near Y": at Y
		case n.role == "near", n.role == "country":
			k = s.place(j + 1)
			if k == j+1 && j+1 < len(s.n) && s.n[j+1].role == "pron" {
				k = j + 2
			}
			if k == j+1 && s.n[j].text == "nearby" {
				return j + 1
			}
		default:
			return j
		}
		if k == j || k <= j+1 && n.role != "near" {
			return j
		}
		j = k
	}
	return j
}

// offset says whether the object just read only gives a direction.
func (l *lister) offset() bool {
	k := len(l.objs) - 1
	return k >= 0 && l.objs[k].place != nil && (l.objs[k].near || l.objs[k].region)
}

// place is the node behind the one place, with its adjectives, at node j; j
// where there is none.
func (s *sentence) place(j int) int {
	if s.dateFrom(j) != nil {
		return j
	}
	for k := j; k < len(s.n) && k < j+9; k++ {
		switch n := &s.n[k]; n.role {
		case rolePlace:
			if k+1 < len(s.n) && (s.n[k+1].role == "class") && !s.n[k+1].plural {
				return k + 2
			}
			if n.owner {
				continue
			}
			return k + 1
		case "det", "compass", "country", "near", "class", "capital", "last", "own", "partial", "border":
		case roleWord:
			if n.caps != anyCase {
				return j
			}
		case "prep":
			if n.value != "of" && n.value != "in" {
				return s.lastClass(j, k)
			}
		default:
			return s.lastClass(j, k)
		}
	}
	return j
}

// lastClass is the node k if a class noun or compass word ends right before it
// that began at j: "in the north"; j otherwise.
func (s *sentence) lastClass(j, k int) int {
	if k > j && (s.n[k-1].role == "class" || s.n[k-1].role == "country" || s.n[k-1].role == "compass" || s.n[k-1].role == "capital" || s.n[k-1].role == "border") {
		return k
	}
	return j
}
