package ar

import (
	"strings"

	"frontline/geo/arabic"
)

// governed says whether a verb or preposition that takes places stands right
// before.
func (w *namer) governed() bool {
	if len(w.out) == 0 {
		return false
	}
	p := &w.out[len(w.out)-1]
	return p.role == "prep" && (p.text == "علي" || p.text == "في" || p.text == "الي" || p.text == "من") ||
		p.role == "verb" && (p.value == "enter" || p.value == "capture" || p.value == "recapture") && p.object != "على"
}

// described says whether a relative pronoun at node i speaks of the unknown word
// before it, which stands behind a preposition and without an article: only a
// proper name can be spoken of so.
func (w *namer) described(i int) bool {
	if i < len(w.in) && w.in[i].role == roleComma {
		i++
	}
	if i >= len(w.in) || w.in[i].role != "relative" || len(w.out) == 0 {
		return false
	}
	k := i - 1
	if w.in[k].role == roleComma {
		k--
	}
	p := &w.out[len(w.out)-1]
	led := p.role == "toward" || p.text == "نحو" || p.role == "prep" && (p.text == "علي" || p.text == "في" || p.text == "الي" || p.text == "من")
	return led && !strings.HasPrefix(w.in[k].text, arabic.Article)
}

// joins says whether a name, known or not, is joined to a list at node i.
func (w *namer) joins(i int) bool {
	return i < len(w.in) && (w.in[i].conj && w.in[i].role == rolePlace || w.in[i].role == roleWord && (w.in[i].conj || hasConj(w.in[i].text)))
}

// object says whether what follows is where a verb of control has its object:
// behind it, its preposition, or a word of time.
func (w *namer) object() bool {
	for j := len(w.out) - 1; j >= 0 && j > len(w.out)-7; j-- {
		switch p := &w.out[j]; {
		case p.role == "verb" && p.value == "fall" && p.form == noun:
			return j == len(w.out)-1
		case p.role == "verb" && (p.value == "capture" || p.value == "recapture" || p.value == "enter"):
			return (p.object == "على") == (w.out[len(w.out)-1].text == "علي") && (p.suffix == 0 || p.form == noun && p.object == "على")
		case p.role == "prep" && p.text == "علي" && j == len(w.out)-1, p.role == "ago", p.role == "weekday", p.role == "none", p.role == "also", p.role == "then", p.role == "full", p.role == "vague_time",
			p.role == roleWord && w.accusative(p):
		case p.role == "actor" && j < len(w.out)-1 && w.out[len(w.out)-1].role == "prep":
		case p.role == "common" && j < len(w.out)-1:
		default:
			return false
		}
	}
	return false
}

// governs says whether a preposition or pronoun follows node i, as behind a
// verb: "and overlooks".
func (w *namer) governs(i int) bool {
	return i+1 < len(w.in) && (w.in[i+1].role == "prep" && w.in[i+1].text != "في" || w.in[i+1].role == "it")
}
