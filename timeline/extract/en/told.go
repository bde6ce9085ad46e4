package en

// subject says whether the verb behind node i says of it what is said of
// places: fell, was captured, came under.
func (w *namer) subject(i int) bool {
	if w.described(i) {
		return true
	}
	j := w.pastApposition(i + 1)
	be := false
	for ; j < len(w.n) && j < i+20; j++ {
		switch w.role(j) {
		case "be":
			be = true
			continue
		case "have", "not", "still", "modal", "again", "sides", "hedge":
			continue
		case roleWord:
			if w.n[j].caps == anyCase {
				continue
			}
		}
		break
	}
	switch v := &w.n[min(j, len(w.n)-1)]; w.role(j) {
	case "prep":
		return (be || w.role(j-1) == "verb") && (v.value == "under" || v.value == "in") && w.handed(j+1)
	case "base_of", "last", "freed":
		return be
	case "det", "actor", "own": // "X is the army's last stronghold"
		for k := j + 1; be && k < j+6; k++ {
			switch w.role(k) {
			case "base_of":
				return true
			case "actor", "last", roleWord, "members", "det", "era":
			default:
				return false
			}
		}
	case "verb":
		if v.value == "remain" || v.value == "become" {
			if k := j + 1; w.role(k) == "prep" && w.handed(k+1) || w.role(k) == "verb" && w.n[k].form&participle != 0 && takesPlace(w.n[k].value) {
				return true
			}
		}
		if v.value == "remain" && w.role(j+1) == "prep" && w.n[j+1].value == "with" && (w.role(j+2) == "actor" || w.role(j+2) == "det" && w.role(j+3) == "actor") {
			return true // "X stays with Y"
		}
		if v.value == "become" && w.role(j+1) == "prep" && w.n[j+1].value == "under" {
			return true
		}
		return v.value == "fall" && v.form&noun == 0 || be && v.value == "cut" || be && v.form&participle != 0 && (takesPlace(v.value) || v.value == "hand") && v.value != "lose" && v.value != "leave"
	}
	return false
}

// described says whether what stands behind node i and a comma says of it what is
// said of places: "X, where", "X, besieged by", "X, which Y took", "X, a town in".
func (w *namer) described(i int) bool {
	j := i + 1
	if w.role(j) == roleComma {
		j++
	} else if w.role(j) != "where" {
		return false
	}
	switch w.role(j) {
	case "where":
		return true
	case "verb":
		v := &w.n[j]
		return v.form&participle != 0 && v.form&noun == 0 && takesPlace(v.value) && w.role(j+1) != "class" && w.role(j+1) != "members"
	case "heldby":
		return w.role(j+1) == "prep"
	case roleNum, "count", "unit":
		return w.role(j+1) == "unit" // "X, 10 km from Y"
	case "prep":
		return w.n[j].value == "to" && w.role(j+1) == "det" && w.role(j+2) == "compass" // "X, to the north,"
	case rolePlace, "actor", "capital", roleName, "abroad":
		return w.n[j].owner && w.townAt(j+1) // "X, Z's second city,"
	case roleWord:
		return w.n[j].text == "capital" && w.role(j+1) == "prep"
	case "relative":
		for k := j + 1; k < j+9; k++ {
			switch w.role(k) {
			case "verb":
				return takesPlace(w.n[k].value) && w.n[k].value != "leave" && w.n[k].value != "lose"
			case roleComma, roleStop, roleColon:
				return false
			}
		}
	case "det":
		for k := j + 1; k < j+4; k++ {
			if c := w.role(k); c == "class" && settled(w.n[k].value) || c == "base_of" {
				return w.n[k].role != "class" || !w.n[k].plural
			} else if c == roleWord && w.n[k].text == "capital" && w.role(k+1) == "prep" {
				return true
			} else if c != roleWord && c != "compass" && c != "actor" && c != "last" && c != "border" {
				return false
			}
		}
	}
	return false
}

// townAt says whether a noun for where people live stands at node j, or behind
// adjectives there.
func (w *namer) townAt(j int) bool {
	for k := j; k < j+4; k++ {
		switch n := w.role(k); {
		case n == "class":
			return settled(w.n[k].value) && !w.n[k].plural
		case n == roleWord && w.n[k].text == "capital", n == "last", n == "base_of":
			return true
		case n != roleWord && n != "compass" && n != "era" && n != "others":
			return false
		}
	}
	return false
}

// handed says whether somebody's hands, or control, are spoken of at node j.
func (w *namer) handed(j int) bool {
	for k := j; k < j+6; k++ {
		switch w.role(k) {
		case "hand":
			return true
		case "verb":
			return w.n[k].value == "control" || w.n[k].value == "attack" || w.n[k].value == "strike"
		case "det", "actor", "members", "own", roleWord, "and":
		case "siege":
			return true
		default:
			return false
		}
	}
	return false
}

// pastApposition is the node behind an apposition, and what locates, that
// begins at node i: ", the former capital of Z in the north,".
func (w *namer) pastApposition(i int) int {
	if w.role(i) == "prep" && w.n[i].value == "in" && w.role(i+1) == rolePlace {
		i += 2
		if w.role(i) == "class" {
			i++
		}
	}
	if w.role(i) == roleComma && w.role(i+1) == roleWord && w.n[i+1].caps == anyCase && w.role(i+2) == roleComma {
		return i + 3 // "X, too, fell"
	}
	if next := w.role(i + 1); w.role(i) != roleComma || next != "det" && next != "near" && next != "prep" && next != roleNum && next != "count" && !(i+1 < len(w.n) && w.n[i+1].owner) && (next != roleWord || w.n[i+1].caps != anyCase) {
		return i
	}
	for j := i + 2; j < i+14; j++ {
		switch w.role(j) {
		case roleComma:
			return j + 1
		case roleStop, "verb", "be":
			return i
		}
	}
	return i
}
