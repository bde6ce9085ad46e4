package en

// colons makes a colon the opening of a list where names of places follow, and
// else a stop.
func (w *namer) colons() {
	for i := range w.n {
		if w.role(i) != roleColon {
			continue
		}
		w.n[i].entry = plain[roleStop]
		if next := w.role(i + 1); i > 0 && (next == rolePlace || next == "class" && w.n[i+1].plural || next == "det" && w.role(i+2) == "class") && (w.role(i-1) != rolePlace || w.manyBefore(i)) {
			w.n[i].entry = plain["such"]
		}
	}
}

// manyBefore says whether several are spoken of right before node i: "the capitals
// of X".
func (w *namer) manyBefore(i int) bool {
	for k := i - 2; k >= 0 && k > i-6; k-- {
		switch w.role(k) {
		case "class":
			return w.n[k].plural
		case "prep", "det":
		default:
			return false
		}
	}
	return false
}

// semicolons makes commas of the semicolons of a list: "near A; south of B near
// C; and west of D".
func (w *namer) semicolons() {
	for i := range w.n {
		if w.n[i].text != ";" || w.role(i) != "strong" {
			continue
		}
		place := false
		k := i + 1
		for ; w.role(k) != roleStop && w.n[k].text != ";"; k++ {
			switch n := &w.n[k]; n.role {
			case rolePlace:
				place = true
			case "be", "have", "modal", "do":
				place, k = false, len(w.n)
			case "verb":
				if n.form&(past|third) != 0 && n.form&noun == 0 {
					place, k = false, len(w.n)
				}
			}
		}
		if place {
			w.n[i].entry = plain[roleComma]
		}
	}
}
