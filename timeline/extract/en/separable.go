package en

import (
	"slices"
	"strings"

	"frontline/timeline"
)

// particles are the second words of verbs that their object can stand before.
var particles = []string{"up", "over", "back", "off", "in"}

// rejoin makes one verb of those whose second word stands behind their object:
// "gave X up", "turned it over to Y", "got the town back".
func (s *sentence) rejoin() {
	for i := 0; i+1 < len(s.p); i++ {
		p, q := &s.p[i], &s.p[i+1]
		if p.kind != partVerb || p.noun() || p.verb.passive || q.kind != partGround && q.kind != partIt || q.before != "" || q.to >= len(s.n) || strings.Contains(p.node.text, " ") {
			continue
		}
		w := &s.n[q.to]
		if !slices.Contains(particles, w.text) || s.governsNoun(q.to) {
			continue
		}
		found := s.g.lex.phrases.Get([]string{p.node.text, w.text})
		if found == nil {
			continue
		}
		for _, e := range *found {
			if e.role == "verb" && e.form&^noun != 0 {
				n := *p.node
				n.entry = e
				p.node = &n
				break
			}
		}
	}
}

// governsNoun says whether the particle at node i is a preposition after all:
// "took X over the weekend".
func (s *sentence) governsNoun(i int) bool {
	if i+1 >= len(s.n) {
		return false
	}
	switch s.n[i+1].role {
	case "det", "own", "this", "that", "count", roleNum, rolePlace, "class", "compass", "month", "weekday":
		return true
	}
	return false
}

// echo reads "Y followed", "Y met the same fate": what was told of the last
// ground is told of another.
func (s *sentence) echo(i int) {
	j := s.ahead(i)
	if j < 0 || s.p[j].kind != partGround || !s.gap(i) || s.p[i].noun() || s.p[i].verb.passive {
		return
	}
	from := len(s.claims)
	for _, made := range append([][]int{s.made}, s.document.recent[:min(1, len(s.document.recent))]...) {
		for _, k := range made {
			from = min(from, k)
		}
	}
	for k := len(s.claims) - 1; k >= from; k-- {
		c := &s.claims[k]
		if c.Kind != timeline.Captured && c.Kind != timeline.Recaptured || c.Modality != timeline.Asserted {
			continue
		}
		who := subject{force: force{actor: c.Actor, co: c.CoActors}, at: i, linked: true}
		s.control(i, event{timeline.Captured, who, c.From, s.groundAt(j), i + 1, "control.followed"})
		return
	}
}
