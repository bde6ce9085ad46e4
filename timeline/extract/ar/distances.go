package ar

import (
	"strconv"
	"strings"

	"frontline/timeline"
)

// kmAt is the distance in kilometres whose number stands at node i.
func (s *sentence) kmAt(i int) (float64, bool) {
	for j := i + 1; j < len(s.n) && j < i+3; j++ {
		if s.n[j].role == "unit" {
			u, err := strconv.ParseFloat(s.n[j].value, 64)
			if err != nil {
				return 0, false
			}
			if j+1 < len(s.n) && (s.n[j+1].text == "مربع" || s.n[j+1].text == "مربعا") {
				return 0, false
			}
			return s.n[i].number * u, true
		}
		if s.n[j].role != roleWord && s.n[j].role != "none" {
			break
		}
	}
	return 0, false
}

// distance reads a number of kilometres that stands for itself: what separates
// what. Numbers that say how far an advance went are told there.
func (s *sentence) distance(i int) {
	km, ok := s.kmAt(i)
	if !ok {
		return
	}
	c := timeline.Claim{Kind: timeline.Distance, Modality: timeline.Asserted, DistanceKm: km, Rule: "distance", Confidence: sureOwn}
	if s.advanceOf(i) >= 0 {
		return
	}
	if s.find(max(0, i-8), 16, "gap") >= 0 || s.remaining(i) {
		c.DistanceRole = timeline.Remaining
	}
	for j := i + 1; j < len(s.n) && j < i+8; j++ {
		if s.n[j].role == rolePlace {
			c.Place = s.ref(object{place: &s.n[j], start: s.n[j].start, end: s.n[j].end})
			break
		}
	}
	s.say(i, s.clauseEnd(i), c)
}

func (s *sentence) remaining(i int) bool {
	for j := max(0, i-8); j < min(len(s.n), i+4); j++ {
		t := s.n[j].text
		if strings.HasPrefix(t, "الفاصل") || strings.HasPrefix(t, "المتبقي") || s.n[j].value == "gap" {
			return true
		}
	}
	return false
}
