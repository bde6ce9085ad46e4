package ar

import "frontline/timeline"

// subject is an actor found to be the subject of a verb.
type subject struct {
	at    int // node of the verb
	actor timeline.Actor
	co    []timeline.Actor
	agree byte
	air   bool // an air force: takes no ground
}

// note remembers the subject of a finite verb, and of the document.
func (s *sentence) note(i int) {
	j := s.overtSubject(i)
	if j < 0 {
		j = s.subjectBefore(i)
	}
	if j < 0 {
		return
	}
	sub := subject{i, timeline.Actor(s.n[j].value), s.joined(j), s.n[j].agree, s.n[j].object == "air"}
	s.subjects = append(s.subjects, sub)
	if !sub.air {
		s.document.subject, s.agree = sub.actor, sub.agree
	}
}

// overtSubject is the actor behind verb i (VSO), or -1.
func (s *sentence) overtSubject(i int) int {
	words := 0
	for j := i + 1; j < len(s.n) && j < i+6; j++ {
		switch n := s.n[j]; n.role {
		case "actor":
			if n.prep != "" || n.conj && j > i+1 || words == 0 && !inForm(s.n[i], n) {
				return -1
			}
			return j
		case "none", "ago", "weekday", "then", "members", "common", "vague_time", "full", "commander", "own", "object_pronoun", "in_it":
		case roleWord:
			if words++; words > 1 {
				return -1
			}
		default:
			return -1
		}
	}
	return -1
}

// inForm says whether a finite verb has the form it takes before the actor: the
// feminine before قوات, the masculine before تنظيم and before people.
func inForm(verb, actor node) bool {
	if verb.form == noun || actor.agree == 'p' || verb.agree == 'p' || verb.agree == 'd' {
		return true
	}
	return verb.agree == actor.agree
}

// subjectBefore is the actor right before verb i (SVO), or -1: nothing but
// particles, or a list of actors, may stand between.
func (s *sentence) subjectBefore(i int) int {
	for j := i - 1; j >= 0 && j > i-5; j-- {
		switch n := s.n[j]; n.role {
		case "actor":
			if n.prep != "" || j > 0 && s.n[j-1].role == "prep" {
				return -1
			}
			for n.conj && j > 0 && s.n[j-1].role == "actor" {
				j--
				n = s.n[j]
			}
			return j
		case "none", "was", "common", "still":
		default:
			return -1
		}
	}
	return -1
}

// joined are the actors listed with the one at j, other than it.
func (s *sentence) joined(j int) []timeline.Actor {
	var out []timeline.Actor
	for k := j + 1; k < len(s.n) && k < j+6; k++ {
		n := s.n[k]
		switch {
		case n.role == "actor" && (n.conj || s.n[k-1].role == "beside" || n.prep == "ب" && k > j+1):
			if a := timeline.Actor(n.value); a != timeline.Actor(s.n[j].value) {
				out = append(out, a)
			}
		case n.role == "beside", n.role == "none", n.role == "common", n.role == roleWord && k == j+1:
		default:
			return out
		}
	}
	return out
}

// doer is who does what the verb or verbal noun at i says: the actor behind
// it, the one before it, the one its pronoun or form speaks of, or the one
// that did the last thing. The zero subject where nobody is in sight.
func (s *sentence) doer(i int) subject {
	n := s.n[i]
	if n.suffix == 0 || n.form != noun {
		if j := s.overtSubject(i); j >= 0 {
			return subject{at: i, actor: timeline.Actor(s.n[j].value), co: s.joined(j), agree: s.n[j].agree}
		}
	}
	agree := n.agree
	if n.form == noun {
		agree = n.suffix
		if j := i - 1; j > 0 && agree == 0 && s.n[j].role == "actor" && (s.n[j-1].role == "purpose" || s.n[j-1].role == "onslaught") {
			return subject{at: i, actor: timeline.Actor(s.n[j].value), agree: s.n[j].agree} // the attempt of X to take
		}
	} else if j := s.subjectBefore(i); j >= 0 {
		return subject{at: i, actor: timeline.Actor(s.n[j].value), co: s.joined(j), agree: s.n[j].agree}
	}
	return s.antecedent(i, agree)
}

// doerOf is the doer of the verb at i where its object comes first: "took
// control of the town, X".
func (s *sentence) doerOf(i int, g group) subject {
	if j := g.to; s.n[i].form != noun && len(g.objects) > 0 && j < len(s.n) && s.overtSubject(i) < 0 && s.subjectBefore(i) < 0 {
		if n := s.n[j]; n.role == "actor" && n.prep == "" && !n.conj && inForm(s.n[i], n) {
			return subject{at: i, actor: timeline.Actor(n.value), co: s.joined(j), agree: n.agree}
		}
	}
	return s.doer(i)
}

// antecedent is whom a pronoun or a verb without subject before node i speaks
// of: the last subject that agrees, else the nearest actor that agrees, else
// the subject of the sentence before.
func (s *sentence) antecedent(i int, agree byte) subject {
	for k := len(s.subjects) - 1; k >= 0; k-- {
		if sub := s.subjects[k]; sub.at < i && !sub.air && agrees(sub.agree, agree) {
			return sub
		}
	}
	for j := i - 1; j >= 0; j-- {
		if n := s.n[j]; n.role == "actor" && agrees(n.agree, agree) && n.value != "civilians" && !s.helper(j) {
			return subject{at: i, actor: timeline.Actor(n.value), agree: n.agree}
		}
	}
	if s.document.subject != "" && agrees(s.agree, agree) {
		return subject{at: i, actor: s.document.subject, agree: s.agree}
	}
	return subject{}
}

// helper says whether the actor at j only helps, or is only an air force: not
// who is meant by "it took the village".
func (s *sentence) helper(j int) bool {
	if s.n[j].object == "air" {
		return true
	}
	for k := j - 1; k >= 0 && k > j-3; k-- {
		if r := s.n[k].role; r == "beside" || r == "cover" {
			return true
		} else if r != "prep" {
			return false
		}
	}
	return s.n[j].prep == "ب"
}

// agrees says whether an actor of one gender can be meant by a form of
// another: fighters (p) stand for any force, and 0 fits all.
func agrees(actor, form byte) bool {
	return form == 0 || actor == form || actor == 'p' || form == 'p' || form == 'd'
}
