package ar

import (
	"strings"

	"frontline/geo/arabic"
)

// finites tells a verb in the past from the verbal noun that looks like it:
// "X shelled", at the head of its clause and in the form it takes before X, is
// no "shelling of X".
func finites(nodes []node) {
	for i := range nodes {
		n := &nodes[i]
		misread(nodes, i)
		if n.role != "verb" || n.entry.finite == nil || n.prep != "" || i > 0 && nodes[i-1].text == "ذلك" && n.suffix != 0 { // "that was preceded by its taking"
			continue
		}
		if n.suffix != 0 && i+1 < len(nodes) && nodes[i+1].role == "actor" && nodes[i+1].prep == "" && !nodes[i+1].conj {
			n.entry = n.entry.finite // "X took it back"
			continue
		}
		if n.suffix != 0 && !n.conj && i > 1 && nodes[i-1].role == "actor" && nodes[i-1].prep == "" && nodes[i-1].agree == 'f' && (nodes[i-2].role == "strong" || nodes[i-2].role == roleStop || nodes[i-2].role == roleComma) {
			n.entry = n.entry.finite // "but X took it back"
			continue
		}
		head := i == 0 || n.conj
		if !head {
			switch p := &nodes[i-1]; p.role {
			case roleStop, roleComma, "strong", "where", "narrator", "was":
				head = true
			case "weak":
				head = !governsNoun(p.text) // "after X drove" is not said without "that"
			case "none":
				n.entry = n.entry.finite // "قد" stands before verbs only
				continue
			}
			head = head || nodes[i-1].text == "يوم" && i > 1 && nodes[i-2].role == roleComma // "since the 12th, the day X drove out"
		}
		if next := i + 1; head && next < len(nodes) && (masculine(&nodes[next]) || whoever(nodes[next:])) {
			n.entry = n.entry.finite
		}
	}
}

// misread puts right a word at node i that is written like a verb: فقد before
// another verb is "and it has", not "it lost"; فجرا, at dawn, is nobody's blast.
func misread(nodes []node, i int) {
	n := &nodes[i]
	if n.role != "verb" {
		return
	}
	switch n.text {
	case "فجرا":
		n.entry = plainWord
	case "فقد":
		if i+1 == len(nodes) {
			return
		}
		next := &nodes[i+1]
		verb := next.role == "verb" && (next.form == past || next.entry.finite != nil)
		if next.prep == "" && !next.conj && (verb || i > 0 && nodes[i-1].role == roleComma && next.role == roleWord && !strings.HasPrefix(next.text, arabic.Article)) {
			n.entry, n.text, n.conj = plainParticle, "قد", true
		}
	}
}

// governsNoun says whether the folded word is a preposition of time or cause:
// behind it stands a noun, or "that".
func governsNoun(word string) bool {
	switch word {
	case "بعد", "قبل", "عقب", "اثر", "غداه", "رغم", "منذ", "قبيل", "بعيد":
		return true
	}
	return false
}

// controls tells "news of the control of X over Y" from "out of the control of
// X".
func (g *Grammar) controls(nodes []node) {
	for i := range nodes {
		n := &nodes[i]
		if n.role == "under" && n.prep == "" && (n.text == "لسيطره" || n.text == "الي" && n.last == n.first+1) && !(i > 0 && nodes[i-1].role == "subject_to") {
			g.taking(nodes, i)
		}
		if n.role != "from" || n.value != "" || n.last == n.first {
			continue
		}
		for j := i + 1; j < len(nodes) && j < i+12; j++ {
			m := &nodes[j]
			if m.role == "prep" && m.text == "علي" {
				if e := g.lex.phrases.Get([]string{"سيطره"}); e != nil {
					if n.prep = "عن"; n.text == "من" {
						n.prep = n.text // "a day after the taking of"
					}
					n.entry, n.text = e, "سيطره"
				}
				break
			}
			if m.role == "verb" || m.role == roleComma || m.role == roleStop || m.role == "strong" {
				break
			}
		}
	}
}

// taking tells "the day of the taking of the town by X" from "subject to X":
// where "over" follows, the word is the verbal noun.
func (g *Grammar) taking(nodes []node, i int) {
	for j := i + 1; j < len(nodes) && j < i+14; j++ {
		switch m := &nodes[j]; {
		case m.role == "prep" && m.text == "علي":
			if e := g.lex.phrases.Get([]string{"سيطره"}); e != nil {
				nodes[i].entry, nodes[i].text, nodes[i].prep = e, "سيطره", ""
			}
			return
		case m.role == "weak", m.role == "onslaught", m.role == "fight", m.role == "raid_air", m.role == "shelling":
			return
		case m.role == "verb", m.role == roleComma, m.role == roleStop, m.role == "strong", m.role == "relative", m.role == "common" && m.conj:
			return
		}
	}
}

// whoever says whether the nodes begin "who was left of".
func whoever(nodes []node) bool {
	return len(nodes) > 1 && nodes[0].text == "من" && nodes[1].role == "verb" && nodes[1].value == "remain"
}

// masculine says whether the node names who does something, in a form that the
// verb in the masculine stands before.
func masculine(n *node) bool {
	return n.prep == "" && !n.conj && (n.role == "actor" && n.agree != 'f' || n.role == "rebels" || n.role == "members" && strings.HasSuffix(n.text, "و") || n.role == "attackers" || n.role == "aircraft" || n.role == "narrator" || n.role == "men" && n.value == "p" || n.role == "own" && n.value == "m" && strings.HasPrefix(n.text, "الاخير"))
}
