package ar

import (
	"strconv"
	"strings"

	"frontline/timeline"
	"frontline/timeline/extract/draft"
)

// km is the distance in kilometres whose number is part i.
func (s *sentence) km(i int) (float64, bool) {
	p := &s.p[i]
	if p.is("length") {
		v, err := strconv.ParseFloat(p.value, 64)
		return v, err == nil
	}
	if p.kind != partNumber {
		return 0, false
	}
	for j := p.from + 1; j < len(s.n) && j < p.from+3; j++ {
		if n := &s.n[j]; n.role == "unit" {
			u, err := strconv.ParseFloat(n.value, 64)
			if err != nil || j+1 < len(s.n) && strings.HasPrefix(s.n[j+1].text, "مربع") {
				return 0, false
			}
			return p.number * u, true
		} else if n.role != roleWord && n.role != "none" {
			break
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
	if k := s.advanceOf(i); k >= 0 && s.p[k].verb("advance") {
		return
	}
	if s.remaining(i) {
		c.DistanceRole = timeline.Remaining
	}
	for j := i + 1; j < len(s.p) && j < i+6; j++ {
		if p := &s.p[j]; p.kind == partGround && p.objects[0].place != nil {
			o := p.objects[0]
			o.near = false
			c.Place = s.ref(o)
			break
		}
	}
	s.say(i, s.clauseEnd(i), c)
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
