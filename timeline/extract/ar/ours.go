package ar

import (
	"strings"

	"frontline/geo/arabic"
	"frontline/timeline"
	"frontline/timeline/extract/draft"
)

// sayingReach is how many nodes before a first person the word of saying may stand.
const sayingReach = 60

// voiceReach is how many nodes may stand between a word of saying and who says it.
const voiceReach = 6

// ours gives "our forces", "our fighters", "the mujahideen" to whoever speaks: who
// is said to say so in the sentence, else the one side of the text that is not
// called as its enemies call it. Where that is nobody, or several, they stay
// without a name, and nothing is said of them.
func (g *Grammar) ours(text string, nodes []node) []node {
	narrator, asked := timeline.Actor(""), false
	for i := range nodes {
		n := &nodes[i]
		if n.role != "own" || n.value[0] != 'o' {
			continue
		}
		who := speaker(nodes, i)
		if who == "" {
			if !asked {
				narrator, asked = g.narrator(text, nodes), true
			}
			who = narrator
		}
		if who != "" {
			n.entry = &entry{role: "actor", value: string(who), agree: n.value[1], traits: traits("actor")}
		}
	}
	return nodes
}

// speaker is who is said to say what stands at node i: named behind the last word
// of saying before it in the sentence, else right before that; "" where nobody is.
func speaker(nodes []node, i int) timeline.Actor {
	for j := i - 1; j >= max(0, i-sayingReach) && !endsSaying(nodes, j); j-- {
		if !says(&nodes[j]) {
			continue
		}
		for k := j + 1; k < min(i, j+voiceReach); k++ {
			if n := &nodes[k]; n.role == "actor" && n.value != "civilians" {
				return timeline.Actor(n.value)
			}
		}
		for k := j - 1; k >= max(0, j-voiceReach) && nodes[k].role != roleStop && nodes[k].role != roleComma; k-- {
			if n := &nodes[k]; n.role == "actor" && n.value != "civilians" {
				return timeline.Actor(n.value)
			}
		}
	}
	return ""
}

// endsSaying says whether what was said before node j is over: at a stop, but for
// a colon and the end of the line behind one.
func endsSaying(nodes []node, j int) bool {
	n := &nodes[j]
	return n.role == roleStop && n.text != ":" && !(strings.HasPrefix(n.text, "\n") && j > 0 && nodes[j-1].text == ":")
}

// says says whether the node is a word of saying, of a statement or a spokesman.
func says(n *node) bool {
	if n.role == "verb" {
		return n.value == "say"
	}
	switch arabic.Bare(n.text) {
	case "بيان", "بيانا", "بيانه", "بيانها", "ناطق", "متحدث", "بلاغ", "مركز", "مكتب", "قياده":
		return true
	}
	return false
}

// narrator is whose voice the text is: the most named of the one side in it that
// is never called by a name that only enemies use; "" where there is none, or
// more than one.
func (g *Grammar) narrator(text string, nodes []node) timeline.Actor {
	var named draft.Forces
	foes := map[string]bool{}
	for i := range nodes {
		n := &nodes[i]
		if n.role != "actor" || n.value == "civilians" {
			continue
		}
		if side := g.sides[timeline.Actor(n.value)]; hostile(text, nodes, i) {
			foes[side] = true
		} else {
			named.Count(timeline.Actor(n.value))
		}
	}
	named.Sort()
	voice := timeline.Actor("")
	for _, f := range named {
		switch side := g.sides[f.Actor]; {
		case foes[side]:
		case voice == "":
			voice = f.Actor
		case g.sides[voice] != side:
			return ""
		}
	}
	return voice
}

// hostile says whether the force at node i is called by a name that it does not
// give itself.
func hostile(text string, nodes []node, i int) bool {
	name := arabic.Fold(text[nodes[i].start:nodes[i].end])
	for _, by := range []string{"داعش", "دواعش", "تنظيم", "نظام", "الاسد", "ميليشي", "مليشي", "مرتزق", "ارهاب", "نصيري", "ملاحد", "مرتدي", "احتلال", "pkk"} {
		if strings.Contains(name, by) {
			return true
		}
	}
	return false
}
