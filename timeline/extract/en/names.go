package en

import (
	"slices"
	"strings"
)

// namer decides which capitals are names of places: those of the gazetteer,
// and unknown ones that stand where a place stands. A name taken for a place
// once is one throughout the text.
type namer struct {
	n      []node
	places map[string]bool
	people map[string]bool
}

// decide makes places, or plain words, of the nodes that only show a capital.
func (g *Grammar) decide(nodes []node) []node {
	w := &namer{n: nodes, places: map[string]bool{}, people: map[string]bool{}}
	w.datelines()
	titled := w.titled()
	for pass := range 3 { // what a list stands beside is known only later
		for k := range nodes {
			i := k
			if pass == 1 {
				i = len(nodes) - 1 - k
			}
			n := &nodes[i]
			switch {
			case n.role == rolePlace && w.person(i):
				w.people[n.text] = true
				n.entry = plain[roleName]
			case n.role == roleName && n.entries != nil && !w.person(i) && !w.body(i):
				n.entry = plain[rolePlace]
				w.places[n.text] = true
			case n.role == roleName && w.person(i):
				w.persons(n)
			case n.role == roleName && !titled[i] && w.placed(i):
				w.places[n.text] = true
			}
		}
	}
	for i := range nodes {
		if n := &nodes[i]; n.role == roleName {
			n.entry = plain[roleWord]
			if w.places[n.text] && !w.people[n.text] && !w.body(i) {
				n.entry = plain[rolePlace]
			}
		}
	}
	w.capitals()
	w.colons()
	w.semicolons()
	w.units()
	w.adjectives()
	w.bases(g)
	return roads(g.classes(w.n))
}

// persons remembers a person by the full name and by the last of it.
func (w *namer) persons(n *node) {
	w.people[n.text] = true
	if k := strings.LastIndexByte(n.text, ' '); k >= 0 {
		w.people[n.text[k+1:]] = true
	}
}

func (w *namer) role(i int) string {
	if i < 0 || i >= len(w.n) {
		return roleStop
	}
	return w.n[i].role
}

// titled are the nodes of headlines in which every word has a capital: there
// it says nothing.
func (w *namer) titled() []bool {
	out := make([]bool, len(w.n))
	for from := 0; from < len(w.n); {
		to := from
		small, big := 0, 0
		for ; to < len(w.n) && w.n[to].role != roleStop; to++ {
			if n := &w.n[to]; n.role == "verb" && n.caps == anyCase {
				small += 99 // a sentence, however many names
			} else if n.role != roleNum && n.end-n.start > 3 && n.role != rolePlace {
				if n.caps == anyCase {
					small++
				} else {
					big++
				}
			}
		}
		for i := from; i < to && big > 3 && small*3 < big; i++ {
			out[i] = true
		}
		from = to + 1
	}
	return out
}

// datelines takes the names out of the play that only say where a report was
// written: in capitals at the start of a paragraph, before a dash.
func (w *namer) datelines() {
	for i := range w.n {
		if !w.n[i].opens {
			continue
		}
		for j := i; j < len(w.n) && j < i+16; j++ {
			if n := &w.n[j]; n.role == roleMark && (n.text == "–" || n.text == "—" || n.text == "-") {
				for k := i; k < j; k++ {
					w.dateline(i, k)
				}
				break
			} else if n.role == roleStop && j > i+12 || n.role == "verb" {
				break
			}
		}
	}
}

func (w *namer) dateline(from, i int) {
	n := &w.n[i]
	upper := n.caps == allCaps && n.end-n.start > 3
	if upper && (n.role == rolePlace || n.role == roleName || n.role == "capital" || n.role == "abroad") {
		n.entry, n.entries = plain["other"], nil
	} else if i == from && n.role != "class" && w.role(i+1) == roleMark && w.n[i+1].text == "(" && n.role == rolePlace {
		n.entry, n.entries = plain["other"], nil
	}
}

// person says whether the name at node i is somebody's: behind a title, or
// what says something, or who is told of.
func (w *namer) person(i int) bool {
	if w.people[w.n[i].text] {
		return true
	}
	if w.role(i-1) == "title" || w.role(i-1) == roleMark && w.role(i-2) == "title" {
		return true
	}
	if w.officer(i) {
		return true
	}
	switch w.role(i + 1) {
	case "verb":
		return w.n[i+1].value == "say" && w.n[i+1].form&(past|third) != 0 && w.role(i-1) != "prep" && w.role(i-1) != "and" && w.role(i-1) != "near"
	case roleComma:
		return w.role(i+2) == "relative" && w.n[i+2].text == "who"
	case "relative":
		return w.n[i+1].text == "who"
	}
	return false
}

// body says whether the name at node i is part of the name of a force or of
// some other body: the 68th Jaeger Brigade, the Amal Institute.
func (w *namer) body(i int) bool {
	n := &w.n[i]
	for _, x := range strings.Fields(n.text) {
		switch x {
		case "brigade", "radio", "agency", "news", "tv", "institute", "university", "movement", "council", "party", "network",
			"post", "committee", "room", "operations", "front", "administration", "center", "centre", "institution", "ministry", "organization", "operation", "project", "agreement", "telegram":
			return true
		}
	}
	if next := w.role(i + 1); next == "members" && w.n[i+1].caps != anyCase || next == "operation" {
		return true
	}
	return n.caps == allCaps && n.entries == nil && !strings.ContainsAny(n.text, "0123456789") && !strings.ContainsAny(n.text, " ")
}

// placed says whether the unknown name at node i stands where a place stands.
func (w *namer) placed(i int) bool {
	if w.body(i) {
		return false
	}
	if w.role(i+1) == "class" && w.n[i+1].value != "bank" || w.subject(i) {
		return !w.n[i].opens || w.role(i+1) == "class" || w.listed(i) || w.subject(i)
	}
	if w.role(i-1) == "vague" && slices.Contains([]string{"neighbouring", "neighboring", "nearby", "adjacent"}, w.n[i-1].text) {
		return true
	}
	return w.behind(i) || w.listed(i) || !w.n[i].opens && toponym(w.n[i].text) || slavic(w.n[i].text)
}

// behind says whether what stands before node i asks for a place.
func (w *namer) behind(i int) bool {
	j := i - 1
	for j > 0 && (w.role(j) == "det" || w.role(j) == "compass" || w.role(j) == "vague" || w.role(j) == roleWord && w.n[j].caps == anyCase) && j > i-4 {
		j--
	}
	if j < 0 {
		return false
	}
	switch p := &w.n[j]; p.role {
	case "class":
		return j == i-1
	case "heldby":
		return j == i-1 && p.glued
	case roleColon: // "the other capitals: A, B and C"
		for k := j - 1; k >= 0 && k > j-8; k-- {
			if w.role(k) == "class" && w.n[k].plural {
				return j == i-1
			}
		}
	case "near", "country", "partial":
		return true
	case "such":
		return j == i-1
	case "prep":
		return w.preposition(i, j)
	case "to":
		return j > 0 && w.role(j-1) == "class" && w.n[j-1].value == "road" || w.moves(j, "advance", "reach", "withdraw", "return", "push", "become", "besiege", "lose", "keep") || w.role(j-1) == "near"
	case "verb":
		return p.form&^noun != 0 && slices.Contains(p.object, "direct") && takesPlace(p.value)
	}
	return false
}

// takesPlace says whether the object of a verb of this sense is a place, if it
// is no force.
func takesPlace(sense string) bool {
	switch sense {
	case "capture", "recapture", "control", "keep", "lose", "leave", "enter", "advance", "reach", "besiege", "strike", "raid", "attack", "hand", "receive":
		return true
	}
	return false
}

// preposition says whether the preposition at node j puts node i somewhere.
func (w *namer) preposition(i, j int) bool {
	switch w.n[j].value {
	case "in", "at", "towards", "into", "through", "across", "along", "beyond":
		return i == j+1 || w.role(i-1) != roleWord
	case "on":
		return w.role(j-1) == "siege" || w.role(j-1) == "members" && w.n[j-1].value == "air" || w.moves(j, "advance", "attack", "strike", "push", "raise", "return")
	case "over":
		return w.moves(j, "control", "raise", "flag", "capture", "clash")
	case "of":
		return w.role(j-1) == "class" || w.role(j-1) == "near" || w.role(j-1) == "siege" || w.role(j-1) == "base_of" || j > 0 && w.n[j-1].text == "capital" || w.moves(j, "capture", "recapture", "control", "keep", "lose", "fall", "leave", "withdraw", "besiege", "strike", "attack", "clash", "enter", "reach", "lift", "push", "raid")
	case "from":
		return w.role(j-1) == "unit" || w.role(j-1) == "near" || w.moves(j, "withdraw", "expel", "leave", "pull", "advance", "repel")
	case "between":
		return w.role(i+1) == "and" && w.moves(j, "none") || w.role(j-1) == "class"
	case "for":
		return w.moves(j, "clash")
	case "to":
		return true
	case "against":
		return w.moves(j, "attack", "strike", "clash")
	}
	return false
}

// moves says whether a verb or noun of one of the senses stands within a few
// nodes before node j.
func (w *namer) moves(j int, senses ...string) bool {
	for k := j - 1; k >= 0 && k > j-5; k-- {
		switch w.role(k) {
		case "verb":
			return slices.Contains(senses, w.n[k].value)
		case roleStop, roleComma, "prep", "class", rolePlace:
			return false
		}
	}
	return false
}

// listed says whether node i is joined to places in a list.
func (w *namer) listed(i int) bool {
	joint := func(k int) bool { return w.role(k) == roleComma || w.role(k) == "and" || w.role(k) == "also" }
	place := func(k int) bool {
		return w.role(k) == rolePlace || w.role(k) == "capital" || w.role(k) == roleName && w.places[w.n[k].text]
	}
	for j := i - 1; joint(j); j-- {
		if place(j - 1) {
			return w.role(i+1) != "verb" || joint(i-1) && w.role(i-1) == "and"
		}
	}
	for j := i + 1; joint(j); j++ {
		k := j + 1
		if w.role(k) == "det" || w.role(k) == "class" {
			k++
		}
		if place(k) {
			return true
		}
	}
	return false
}
