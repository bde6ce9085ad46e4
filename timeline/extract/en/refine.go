package en

import (
	"slices"
	"strings"

	"frontline/timeline"
)

// adjectives makes plain words of the participles that only describe the noun
// behind them: "the besieged city", "the withdrawing fighters".
func (w *namer) adjectives() {
	for i := range w.n {
		n := &w.n[i]
		if before := w.role(i - 1); n.role == "verb" && n.form == base && (before == "det" || before == "own" || (before == "compass" || before == "vague") && (w.role(i-2) == "own" || w.role(i-2) == "det")) {
			n.entry = plain[roleWord] // "a separate"
			continue
		}
		if n.role == "verb" && i > 0 && w.modifier(i) {
			n.entry = plain[roleWord]
			continue
		}
		if n.role != "verb" || n.form&(participle|gerund) == 0 || n.form&(noun|base) != 0 || i == 0 {
			continue
		}
		before := i - 1
		for before > 0 && w.role(before) == roleWord && strings.HasSuffix(w.n[before].text, "ly") {
			before--
		}
		switch w.role(before) {
		case "count":
			if before == i-1 {
				continue
			}
		case "verb":
			if before < i-1 {
				continue
			}
			if w.n[i-1].form&(past|third) == 0 || !takesObject(w.n[i-1].entry) {
				continue
			}
		case "prep": // "in besieged X"
			if n.form&gerund != 0 || n.value != "besiege" && n.value != "control" {
				continue
			}
		case "det", "own", "this", "that", "compass", "vague", "actor":
			if w.role(i-1) == "actor" && w.n[i-1].what != "nation" {
				continue
			}
		default:
			continue
		}
		j := i + 1
		if w.role(j) == roleWord && w.n[j].caps == anyCase || w.role(j) == "compass" {
			j++
		}
		switch w.role(j) {
		case "class", "members", "actor", "base_of", "near", "partial":
			n.entry = plain[roleWord]
		case "verb":
			if x := &w.n[j]; x.form&noun != 0 && x.form&(base|past) == 0 && w.role(before) == "verb" {
				n.entry = plain[roleWord] // "made confirmed advances"
			}
		case rolePlace:
			if n.form&gerund == 0 {
				n.entry = plain[roleWord]
			}
		}
	}
}

// modifier says whether the verb at node i is a piece of the name of a force:
// "Russian infiltration groups", "RSF-led government".
func (w *namer) modifier(i int) bool {
	n := &w.n[i]
	if w.role(i-1) != "actor" {
		return false
	}
	switch n.text {
	case "led", "affiliated", "linked", "aligned":
		return n.glued
	}
	return n.form&noun != 0 && w.n[i-1].what == "nation" && w.role(i+1) == "members" && w.n[i+1].text != "forces"
}

// units makes plain words of what stands in the name of a unit: the 80th Air
// Assault Brigade.
func (w *namer) units() {
	for i := range w.n {
		if w.role(i) != "members" || w.n[i].caps == anyCase {
			continue
		}
		switch w.n[i].text {
		case "brigade", "division", "regiment", "battalion", "corps", "army":
		default:
			continue
		}
		for k := i - 1; k >= 0 && k > i-5 && w.n[k].caps != anyCase && w.role(k) != rolePlace; k-- {
			if r := w.role(k); r == "verb" || r == "weapons" || r == roleName {
				w.n[k].entry = plain[roleWord]
			} else if r != roleWord {
				break
			}
		}
	}
}

// bases makes names of bases that are called by the number of who lay there:
// Brigade 137.
func (w *namer) bases(g *Grammar) {
	out := w.n[:0]
	for i := 0; i < len(w.n); i++ {
		n := w.n[i]
		if k := w.ordinalBase(i); k > 0 {
			last := &w.n[k]
			n.entry, n.end, n.last, n.class = plain[rolePlace], last.end, last.last, last.entry
			for m := i + 1; m <= k; m++ {
				n.text += " " + w.n[m].text
			}
			n.entries = g.suited(&n, last.kinds)
			i = k
		}
		if n.role == "members" && n.caps != anyCase && n.number == 0 && i+1 < len(w.n) && w.role(i+1) == roleNum && (i == 0 || w.role(i-1) == "prep" || w.role(i-1) == "and" || w.role(i-1) == "class") {
			next := &w.n[i+1]
			n.entry, n.end, n.last = plain[rolePlace], next.end, next.last
			n.text += " " + next.text
			n.class = baseClass
			n.entries = g.suited(&n, baseClass.kinds)
			i++
		}
		out = append(out, n)
	}
	w.n = out
}

// ordinalBase is the last node of a base that is called by who lies there, if
// its name begins at node i: the 17th Infantry Division base.
func (w *namer) ordinalBase(i int) int {
	if w.role(i) != roleNum || !ordinal(strings.TrimLeft(w.n[i].text, "0123456789")) {
		return 0
	}
	for k := i + 1; k < i+5; k++ {
		switch c := w.role(k); {
		case c == "class" && (w.n[k].value == "base" || w.n[k].value == "airbase") && !w.n[k].plural && (k > i+1 || strings.ContainsRune(w.n[k].text, ' ')):
			return k
		case c == "members" || c == roleWord || c == "actor" || c == roleName:
			if w.n[k].caps == anyCase {
				return 0
			}
		default:
			return 0
		}
	}
	return 0
}

// capitals decides which capital cities stand for themselves and which for
// governments: a government does something, a city has something done in it.
func (w *namer) capitals() {
	for i := range w.n {
		n := &w.n[i]
		if n.role != "capital" {
			continue
		}
		if w.role(i-1) == roleWord && w.n[i-1].text == "capital" || w.city(i) || w.n[i].entries != nil && w.subject(i) || w.n[i].text == "khartoum" && w.subject(i) {
			n.entry = plain[rolePlace]
			continue
		}
		n.entry = &entry{role: "actor", value: n.value, what: "land", actors: [][]timeline.Actor{{timeline.Actor(n.value)}}}
	}
}

// city says whether the capital at node i is spoken of as a city.
func (w *namer) city(i int) bool {
	n := &w.n[i]
	if n.entries == nil && n.text != "khartoum" && n.text != "kyiv" && n.text != "port sudan" {
		return false
	}
	if w.role(i+1) == "class" && !w.n[i+1].plural {
		return true
	}
	switch w.role(i - 1) {
	case "det":
		if strings.HasSuffix(w.n[i-1].text, " of") {
			return true // "all of X"
		}
	case "prep":
		return !slices.Contains([]string{"by", "with", "against", "between"}, w.n[i-1].value)
	case "near", "class", "to", "compass", "partial":
		return true
	case "verb":
		return w.n[i-1].form&^noun != 0 && takesPlace(w.n[i-1].value)
	case "and", roleComma:
		return w.role(i-2) == rolePlace
	}
	return w.role(i+1) == "class" || w.role(i+1) == rolePlace && w.n[i+1].glued
}
