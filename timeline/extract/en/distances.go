package en

import (
	"math"
	"strconv"

	"frontline/timeline"
	"frontline/timeline/extract/draft"
)

// km is the distance in kilometres whose number is part i, to two places.
// Miles in brackets behind kilometres are left out.
func (s *sentence) km(i int) (float64, bool) {
	p := &s.p[i]
	if p.kind != partNumber || p.number == 0 {
		return 0, false
	}
	for j := p.from; j >= 0 && j > p.from-5; j-- {
		if s.n[j].text == "(" {
			return 0, false
		}
	}
	for j := p.to; j < len(s.n) && j < p.to+3; j++ {
		n := &s.n[j]
		switch {
		case n.role == "square":
			return 0, false
		case n.role == "unit":
			u, err := strconv.ParseFloat(n.value, 64)
			if err != nil || s.high(j) {
				return 0, false
			}
			return math.Round(p.number*u*100) / 100, true
		case n.role == roleMark && n.text == "-" || n.role == "square":
		default:
			return 0, false
		}
	}
	return 0, false
}

// high says whether the unit at node j measures a height or a square.
func (s *sentence) high(j int) bool {
	for k := j + 1; k < len(s.n) && k < j+4; k++ {
		switch s.n[k].text {
		case "altitude", "high", "squared", "above":
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
		if p.sense("advance") {
			return j
		}
		if p.kind == partComma || p.kind == partStrong || p.kind == partVerb || p.kind == partRelative || p.kind == partGround && p.before == "" {
			return -1
		}
	}
	return -1
}

// distance reads a number of kilometres that stands for itself: what separates
// what. Numbers that say how far an advance went are told there.
func (s *sentence) distance(i int) {
	km, ok := s.km(i)
	if !ok {
		return
	}
	c := timeline.Claim{Kind: timeline.Distance, Modality: timeline.Asserted, DistanceKm: km, Rule: "distance", Confidence: draft.SureOwn}
	if s.isLeft(i) && s.advanceOf(i) >= 0 {
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
