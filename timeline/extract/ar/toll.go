package ar

import (
	"strconv"

	"frontline/timeline"
)

func digits(p *int) string {
	if p == nil {
		return "-"
	}
	return strconv.Itoa(*p)
}

// toll reads "25 fighters of X were killed": the number at i, what it counts,
// and whose they are.
func (s *sentence) toll(i int) {
	if _, isKm := s.kmAt(i); isKm || isYear(s.n[i].number) || s.n[i].number == 0 {
		return
	}
	for _, d := range s.dates {
		if i >= d.from && i < d.to {
			return
		}
	}
	counted, side, hurt, dead := false, timeline.Actor(""), false, s.killing(i)
	wounded := s.wounding(i)
	sides := map[timeline.Actor]bool{}
	for j := i + 1; j < len(s.n) && j < i+12; j++ {
		n := s.n[j]
		switch n.role {
		case "dead":
			counted, dead = true, true
		case "hurt":
			if j < i+3 {
				counted, hurt = true, true
			}
		case "members", "of":
			counted = true
		case "actor":
			if a := timeline.Actor(n.value); a == "civilians" || counted || s.after(j, "من") || dead || wounded {
				if side == "" {
					side = a
				}
				if n.conj || a == side {
					sides[a] = true
				}
				counted = true
			}
		case "verb":
			if n.value == "kill" {
				dead = true
			}
		}
		if n.role == roleComma || n.role == "strong" || n.role == roleNum || n.role == "among" {
			break
		}
	}
	if !counted || side == "" || !dead && !hurt && !wounded {
		return
	}
	if len(sides) > 1 && s.headline {
		side = timeline.Unknown
	}
	s.tolled(i, side, hurt || wounded && !dead)
}

func (s *sentence) after(j int, word string) bool { return j > 0 && s.n[j-1].text == word }

// killing says whether a verb or noun of killing governs the number at i.
func (s *sentence) killing(i int) bool  { return s.governs(i, "kill") }
func (s *sentence) wounding(i int) bool { return s.governs(i, "wound") }

func (s *sentence) governs(i int, sense string) bool {
	for j := i - 1; j >= 0 && j > i-7; j-- {
		n := s.n[j]
		if n.role == "verb" {
			return n.value == sense
		}
		if n.role == roleComma || n.role == "strong" || n.role == roleNum {
			return false
		}
	}
	return false
}

func (s *sentence) tolled(i int, side timeline.Actor, wounded bool) {
	v := int(s.n[i].number)
	c := timeline.Claim{Kind: timeline.Casualties, Actor: side, Rule: "toll"}
	if wounded {
		c.WoundedMin = &v
	} else {
		c.KilledMin = &v
	}
	s.say(i, s.clauseEnd(i), c)
}

// commander reads "among them a commander of X": one at least.
func (s *sentence) commander(i int) {
	among := false
	for j := i - 1; j >= 0 && j > i-3; j-- {
		among = among || s.n[j].role == "among"
	}
	if !among {
		return
	}
	for j := i + 1; j < len(s.n) && j < i+6; j++ {
		if n := s.n[j]; n.role == "actor" {
			one := 1
			s.say(i, j+1, timeline.Claim{Kind: timeline.Casualties, Actor: timeline.Actor(n.value), KilledMin: &one, Rule: "toll.commander"})
			return
		}
	}
}

// tollVerb reads deaths without a number: a commander, dozens.
func (s *sentence) tollVerb(i int) {
	if s.n[i].value != "kill" {
		return
	}
	for j := i + 1; j < len(s.n) && j < i+5; j++ {
		n := s.n[j]
		if n.role == roleNum || n.role == roleComma || n.role == "verb" {
			return
		}
		if n.text == "العشرات" || n.text == "عشرات" {
			for k := j + 1; k < len(s.n) && k < j+5; k++ {
				if s.n[k].role == "actor" {
					s.say(i, k+1, timeline.Claim{Kind: timeline.Casualties, Actor: timeline.Actor(s.n[k].value), Rule: "toll.dozens"})
					return
				}
			}
		}
	}
}
