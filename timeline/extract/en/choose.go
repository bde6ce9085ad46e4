package en

import "slices"

// choose decides what a phrase is here, among the things that it can be, by
// the node before it: a verb behind a subject or an auxiliary, a noun behind a
// preposition, an article or an adjective.
func (g *Grammar) choose(found []*entry, before []node, tokens []token, last int) *entry {
	if len(found) == 1 {
		return found[0]
	}
	verb := slices.IndexFunc(found, func(e *entry) bool { return e.role == "verb" })
	other := slices.IndexFunc(found, func(e *entry) bool { return e.role != "verb" })
	if verb < 0 {
		return g.finer(found, before)
	}
	if k := slices.IndexFunc(found, func(e *entry) bool { return e.role == "heldby" }); k >= 0 && tokens[last].glued {
		return found[k] // rebel-held
	}
	v := sense(found, before, tokens, last)
	if other < 0 {
		return v
	}
	if v.form&(past|participle|gerund) != 0 && v.form&noun == 0 {
		return v
	}
	if k := last + 1; v.form&(base|third) != 0 && k < len(tokens) && tokens[k].class == classWord && (tokens[k].word.text == "it" || tokens[k].word.text == "them") {
		return v // "shells it"
	}
	if len(before) == 0 {
		return found[other]
	}
	switch p := &before[len(before)-1]; {
	case p.owner:
	case p.role == "to", p.role == "modal", p.role == "do", p.role == "pron", p.role == "relative" && p.text != "whose", p.role == "not":
		return v
	case p.role == "members" && v.form&(base|third) != 0, p.role == "actor" && p.what == "name":
		if last+1 < len(tokens) && tokens[last+1].class == classWord && (tokens[last+1].caps != anyCase || slices.Contains([]string{"the", "a", "an", "its", "their", "parts", "most", "control"}, tokens[last+1].word.text)) {
			return v
		}
	}
	rest := slices.DeleteFunc(slices.Clone(found), func(e *entry) bool { return e.role == "verb" })
	return g.finer(rest, before)
}

// finer prefers the entry that asks for a capital, and a noun of people where
// somebody is named before it.
func (g *Grammar) finer(found []*entry, before []node) *entry {
	for _, e := range found {
		if e.caps != anyCase {
			return e
		}
	}
	if k := len(before) - 1; k >= 0 && (before[k].role == "actor" || before[k].role == "members") && !before[k].owner {
		for _, e := range found {
			if e.role == "members" {
				return e
			}
		}
	}
	return found[0]
}

// sense decides between verbs that share a form: "raids" as a noun is an
// attack, as a verb a search.
func sense(found []*entry, before []node, tokens []token, last int) *entry {
	asNoun := last+1 < len(tokens) && tokens[last+1].class == classWord && slices.Contains([]string{"by", "of", "on", "in", "at", "from", "with", "near", "around", "along", "towards", "toward"}, tokens[last+1].word.text)
	if len(before) > 0 {
		p := &before[len(before)-1]
		asNoun = asNoun && p.role != "pron" && p.role != "to" && p.role != "modal" || p.role == "det" || p.role == "prep" || p.role == roleNum || p.role == "vague" || p.role == roleWord && p.caps == anyCase && asNoun || p.owner
	}
	var v *entry
	for _, e := range found {
		if e.role == "verb" && (v == nil || asNoun && v.form&noun == 0 && e.form&noun != 0 || !asNoun && v.form&^noun == 0 && e.form&^noun != 0) {
			v = e
		}
	}
	return v
}
