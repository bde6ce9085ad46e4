package en

import "strings"

// nounDoer is who does what the noun at part i tells: "the army's capture of",
// "its loss of", "RSF shelling", "the withdrawal of Y", "launched an attack".
func (s *sentence) nounDoer(i, depth int) subject {
	p := &s.p[i]
	for k := i - 1; k >= 0 && k > i-4; k-- {
		q := &s.p[k]
		if q.kind == partForce && (q.to == p.from || q.node.owner || k == i-1) && !s.objectOf(k) {
			return s.force(k, i)
		}
		if q.kind == partCue && q.role == "actor" || q.kind == partCue && q.role == "capital" {
			return subject{force: s.adjectives(k), at: i}
		}
		if q.kind != partWord {
			break
		}
	}
	if p.own {
		return s.antecedent(i, 's')
	}
	for k := i + 1; k < len(s.p) && k < i+3; k++ {
		if q := &s.p[k]; q.kind == partForce && (q.before == "of" && !p.sense("kill", "expel") || q.before == "by") {
			return s.force(k, i)
		} else if !q.filler() {
			break
		}
	}
	for k := i - 1; k >= 0 && k > i-5; k-- {
		q := &s.p[k]
		if q.kind == partVerb && !q.noun() && (q.sense("light_on", "go_on", "try", "light", "fail") || q.sense("none") && takesObject(q.node.entry) || q.sense("kill") && strings.HasPrefix(q.node.text, "execut")) {
			return s.doerIn(k, depth+1)
		}
		if q.kind == partComma || q.kind == partStrong {
			break
		}
	}
	return subject{}
}

// adjectives are the actors of the adjectives up to part k: "Russian and
// regime shelling".
func (s *sentence) adjectives(k int) force {
	f := force{actor: s.p[k].node.actor}
	if k > 1 && s.p[k-1].kind == partAnd && s.p[k-2].kind == partCue && s.p[k-2].role == "actor" {
		f = force{actor: s.p[k-2].node.actor}
		f.with(s.p[k].node.actor)
	}
	return f
}

// governed is who does what an infinitive or gerund at part i says: who does
// what governs it, or whom somebody orders.
func (s *sentence) governed(i, depth int) subject {
	for j := i - 1; j >= 0; j-- {
		p := &s.p[j]
		switch {
		case p.kind == partForce && j == i-1 && s.p[i].verb.form == gerund:
			return s.force(j, i) // "resulted in X advancing"
		case p.kind == partForce && p.before == "" && s.objectOf(j) && (s.p[i].verb.to || s.p[i].verb.form == gerund && s.blamed(j)):
			return s.force(j, i)
		case p.kind == partForce && p.before == "for" && s.p[i].verb.to:
			return s.force(j, i)
		case p.kind == partVerb && p.noun() && j >= i-2 && p.sense("try", "future", "fail"):
			if who := s.doerIn(j, depth+1); who.actor != "" {
				return who
			}
		case p.kind == partVerb && !p.noun() && (!p.verb.passive || p.sense("future", "try")):
			if p.verb.passive {
				if k := s.ahead(j); k >= 0 && s.p[k].kind == partForce {
					return s.force(k, i)
				}
				return subject{}
			}
			return s.doerIn(j, depth+1)
		case p.kind == partStrong:
			return subject{}
		}
	}
	for j := i + 1; j < len(s.p); j++ { // "After taking X, the army …"
		if p := &s.p[j]; p.kind == partComma && j+1 < len(s.p) {
			for k := j + 1; k < len(s.p) && k < j+4; k++ {
				if q := &s.p[k]; (q.kind == partForce || q.kind == partIt) && q.before == "" {
					return s.force(k, i)
				}
			}
		}
	}
	return subject{}
}

// blamed says whether the force at part j is accused of what follows.
func (s *sentence) blamed(j int) bool {
	for k := j - 1; k >= 0 && k > j-3; k-- {
		if s.p[k].sense("blame") {
			return true
		}
	}
	return false
}
