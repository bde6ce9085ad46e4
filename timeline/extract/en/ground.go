package en

import (
	"strings"

	"frontline/timeline"
)

// object is a place, or an unnamed part of the ground, that something is done
// to.
type object struct {
	place   *node // the name; nil for an unnamed one
	start   int   // bytes of the words
	end     int
	partial bool // "parts of"
	near    bool // "around", "north of": not the place itself
	back    bool // "the town": named before
	count   int  // "6 villages"
	several bool
	class   *entry
	region  bool // it only says the country around
}

// nounPhrase reads the force or the ground that begins at node i.
func (s *sentence) nounPhrase(i int) (part, bool) {
	f, ok := s.forcePart(i)
	if ok && !s.groundOwner(f.to) && !((s.n[f.to-1].role == "actor" || s.n[f.to-1].role == "members") && s.modifies(f.to-1)) {
		return f, true
	}
	if g, is := s.groundPart(i); is {
		return g, true
	}
	return f, ok
}

// groundOwner says whether what stands at node j is ground that a force before
// it owns: "Ukraine's Kharkiv region", "regime positions".
func (s *sentence) groundOwner(j int) bool {
	if j >= len(s.n) || j == 0 || !s.n[j-1].owner {
		return false
	}
	for ; j < len(s.n); j++ {
		switch s.n[j].role {
		case rolePlace:
			return true
		case roleWord, "compass", "class":
			if s.n[j].role == "class" && s.n[j].value == "post" {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// groundPart reads the list that begins at node i; false where none does.
func (s *sentence) groundPart(i int) (part, bool) {
	l := lister{s: s, from: i, to: i}
	for l.item(l.to) && l.joint() {
	}
	if len(l.objs) == 0 {
		return part{}, false
	}
	l.objs = s.appose(i, spelledOut(l.objs))
	return part{kind: partGround, node: &s.n[i], from: i, to: l.to, objects: l.objs, list: l.list || len(l.objs) > 1}, true
}

// compassOf says whether a phrase like "north of" gives a direction.
func compassOf(phrase string) bool {
	return strings.HasPrefix(phrase, "north") || strings.HasPrefix(phrase, "south") || strings.HasPrefix(phrase, "east") || strings.HasPrefix(phrase, "west")
}

// step is what a node does to the object that is being read.
type step uint8

const (
	goOn   step = iota // it belongs to it
	ends               // the object ends before it
	isName             // it is its name
)

// placeAhead says whether a class noun or a place follows node j with nothing
// but adjectives between.
func (s *sentence) placeAhead(j int) bool {
	for k := j + 1; k < len(s.n) && k < j+6; k++ {
		switch n := &s.n[k]; n.role {
		case "class", rolePlace:
			return true
		case roleWord, "compass", "vague", "count", roleNum, "again", "country", "heldby", "partial", "last", "near", "border", "others":
		case "abroad":
			return k+1 < len(s.n) && s.n[k+1].role == "class"
		case "actor", "members":
			if !s.modifies(k) {
				return false
			}
		case "prep":
			if n.value != "of" {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// named says whether a name of a place, not of a country around, stands at
// node j.
func (s *sentence) named(j int) bool {
	if j >= len(s.n) || s.n[j].role != rolePlace {
		return false
	}
	c := s.n[j].class
	return c == nil || c.value != "governorate"
}

// modifies says whether the force at node j only describes ground behind it:
// "rebel areas", "regime positions", "rebel-held Azaz".
func (s *sentence) modifies(j int) bool {
	for k := j + 1; k < len(s.n) && k < j+4; k++ {
		switch s.n[k].role {
		case "class", "heldby":
			return true
		case roleWord, "compass", "actor", "border", "last", "others":
		default:
			return false
		}
	}
	return false
}

// partOf says whether the share at node j is one of ground: "60% of the city".
func (s *sentence) partOf(j int) bool { return s.partEnd(j) > j }

func (s *sentence) partEnd(j int) int {
	for k := j + 1; k < len(s.n) && k < j+4; k++ {
		if s.n[k].role == "prep" && s.n[k].value == "of" || s.n[k].role == "partial" {
			return k
		}
	}
	return j
}

// ofPlace says whether a place, or several, follow "of" at node j.
func (s *sentence) ofPlace(j int) bool {
	for k := j; k < len(s.n) && k < j+5; k++ {
		switch s.n[k].role {
		case rolePlace, "class":
			return true
		case "det", "compass", roleWord, "capital", "partial", "near", "country", "count", roleNum:
		default:
			return false
		}
	}
	return false
}

// ownsNoun says whether something other than ground follows the possessive
// before node j: "Kherson's residents".
func (s *sentence) ownsNoun(j int) bool {
	for k := j; k < len(s.n) && k < j+4; k++ {
		switch s.n[k].role {
		case "class", "near", "partial", rolePlace:
			return false
		case "compass", roleWord, "again", "last", "actor", "vague":
		default:
			return true
		}
	}
	return true
}

// ref is the place of a claim about an object.
func (s *sentence) ref(o object) *timeline.PlaceRef {
	if n := o.place; n != nil && !o.near {
		return &timeline.PlaceRef{Surface: s.text[n.start:n.end], Named: true, Start: n.start, End: n.end}
	}
	return &timeline.PlaceRef{Surface: s.text[o.start:o.end], Start: o.start, End: o.end}
}
