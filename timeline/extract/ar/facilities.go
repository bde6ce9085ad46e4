package ar

import (
	"slices"

	"frontline/geo/gazetteer"
)

// facility says whether the class noun right before is part of the name that
// the gazetteer has without it: the checkpoint or the hill of a village is not
// the village.
func (w *namer) facility() bool {
	switch w.class.value {
	case "hill", "checkpoint", "airbase", "dam", "crossing", "silo", "camp", "bridge", "castle", "depot", "factory", "station", "hospital":
		return w.class.number == 's'
	case "base":
		switch w.out[len(w.out)-1].text {
		case "قاعده", "معسكر", "ثكنه", "كتيبه", "فوج":
			return true
		}
	}
	return false
}

// withHead are the places that bear a name with its class noun before it: of
// "the fields A and B", حقل A.
func (g *Grammar) withHead(class *entry, name string) []*gazetteer.Entry {
	for _, head := range g.lex.heads[class.value] {
		if found := ofKinds(g.places.Lookup(head+" "+name), class.kinds); len(found) > 0 {
			return found
		}
	}
	return nil
}

// unit says whether a folded word begins the name of a military unit, which is
// called so whatever stands before it: the base of الفرقة 17.
func unit(word string) bool {
	switch word {
	case "الفرقه", "اللواء", "الفوج", "لواء", "فوج":
		return true
	}
	return false
}

// ofKinds are the places of one of the kinds.
func ofKinds(places []*gazetteer.Entry, kinds []string) []*gazetteer.Entry {
	var out []*gazetteer.Entry
	for _, e := range places {
		if slices.Contains(kinds, e.Kind) {
			out = append(out, e)
		}
	}
	return out
}

// proper says whether an adjective makes a proper name of the class noun with
// its article at node i: المدينة الصناعية.
func (w *namer) proper(i int) bool {
	if i+1 >= len(w.in) || w.in[i+1].first != w.in[i].last+1 {
		return false
	}
	switch w.in[i+1].text {
	case "الصناعيه", "القديمه", "المركزي", "الوطني", "الجديده", "الجويه":
		return true
	}
	return false
}

// named2 puts out the nodes up to end, which begin with n, as one name.
func (w *namer) named2(n node, end int) {
	class := n.entry
	n.entry, n.class, n.places = plainPlace, class, nil
	n.last, n.end = w.in[end].last, w.in[end].end
	w.out = append(w.out, n)
	w.row++
}
