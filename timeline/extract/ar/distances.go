package ar

import (
	"math"
	"strconv"
	"strings"

	"frontline/timeline"
	"frontline/timeline/extract/draft"
)

// km is the distance in kilometres whose number, or lone unit ("a kilometre"),
// is part i.
func (s *sentence) km(i int) (float64, bool) {
	p := &s.p[i]
	switch {
	case p.is("length"):
		v, err := strconv.ParseFloat(p.value, 64)
		return v, err == nil
	case p.is("unit"):
		return s.lone(i)
	case p.kind != partNumber:
		return 0, false
	}
	at := p.from
	for at < p.to-1 && s.n[at].role != roleNum {
		at++ // the number behind its preposition
	}
	if s.secondOfRange(at) {
		return 0, false // of two, the lower counts
	}
	for j := at + 1; j < len(s.n) && j < at+4; j++ {
		switch n := &s.n[j]; {
		case n.role == "unit":
			u, err := strconv.ParseFloat(n.value, 64)
			if err != nil || j+1 < len(s.n) && strings.HasPrefix(s.n[j+1].text, "مربع") {
				return 0, false
			}
			return math.Round(p.number*u*1000) / 1000, true // to the metre
		case n.role == roleNum: // "between 30 and 35 km"
		case n.role != roleWord && n.role != "none" && n.role != "prep":
			return 0, false
		}
	}
	return 0, false
}

// lone is the distance of a unit that no number counts: "a kilometre", "a
// kilometre and a half".
func (s *sentence) lone(i int) (float64, bool) {
	at := s.p[i].to - 1
	if s.n[at].text != "كيلومتر" || at > 0 && s.n[at-1].role == roleNum {
		return 0, false
	}
	for j := i - 1; j >= 0 && j > i-5; j-- {
		if s.p[j].is("distance") || s.p[j].before == "علي" {
			if at+1 < len(s.n) && strings.HasSuffix(s.n[at+1].text, "نصف") {
				return 1.5, true
			}
			return 1, true
		}
	}
	return 0, false
}

// distance reads a number of kilometres that stands for itself: what separates
// what. Numbers that say how far an advance went are told there.
func (s *sentence) distance(i int) {
	km, ok := s.km(i)
	if !ok {
		return
	}
	c := timeline.Claim{Kind: timeline.Distance, Modality: timeline.Asserted, DistanceKm: km, Rule: "distance", Confidence: draft.SureOwn}
	if s.remaining(i) {
		c.DistanceRole = timeline.Remaining
	}
	if objs, _ := s.scene(i, min(len(s.p), i+6), func(int) bool { return true }); len(objs) > 0 {
		o := objs[0]
		o.near = false
		c.Place = s.ref(o)
	}
	s.say(i, s.clauseEnd(i), c)
	s.nearing(i, km)
}

// remaining says whether the distance at part i is what is left between two.
func (s *sentence) remaining(i int) bool {
	for j := max(0, i-8); j < min(len(s.p), i+4); j++ {
		if p := &s.p[j]; p.verb("gap") || strings.HasPrefix(p.text, "الفاصل") || strings.HasPrefix(p.text, "المتبقي") {
			return true
		}
	}
	return false
}

// advanceOf is the verb of movement whose extent the number at part i gives; -1
// if there is none.
func (s *sentence) advanceOf(i int) int {
	for j := i - 1; j >= 0 && j > i-7; j-- {
		p := &s.p[j]
		if p.verb("advance", "reach") {
			return j
		}
		if p.kind == partComma || p.kind == partStrong || p.kind == partVerb {
			return -1
		}
	}
	return -1
}
