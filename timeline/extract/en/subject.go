package en

import "slices"

// subject is who does what a verb says.
type subject struct {
	force
	at     int  // part of the verb
	linked bool // carried over from elsewhere, by a pronoun or the form alone
}

// note remembers who did what the finite verb at part i says.
func (s *sentence) note(i int, who subject) {
	if !s.p[i].finite() || s.p[i].verb.passive || who.actor == "" || who.air || who.actor == "civilians" || s.p[i].sense("be") {
		return
	}
	who.at = i
	s.subjects = append(s.subjects, who)
	if !s.subordinate(i) || s.document.subject.actor == "" {
		s.document.subject = who.force
	}
}

// subordinate says whether the verb at part i stands in a clause of time or
// reason behind the main one: those that follow speak of the main one.
func (s *sentence) subordinate(i int) bool {
	for j := i - 1; j > 0; j-- {
		switch p := &s.p[j]; {
		case p.kind == partComma:
			return false
		case p.kind == partStrong:
			return slices.Contains([]string{"after", "before", "because", "when", "once"}, p.text)
		}
	}
	return false
}

// mainBefore is the connector that opens the clause of the verb at part j, where
// the main clause stands before it; -1 where it does not.
func (s *sentence) mainBefore(j int) int {
	if !s.subordinate(j) {
		return -1
	}
	for j--; j > 0 && s.p[j].kind != partStrong; j-- {
	}
	for k := j - 1; k >= 0; k-- {
		if s.p[k].finite() {
			return j
		}
	}
	return -1
}

// doer is who does what the verb or noun at part i says.
func (s *sentence) doer(i int) subject { return s.doerIn(i, 0) }

// deepest is how many verbs a subject is looked for through.
const deepest = 6

func (s *sentence) doerIn(i, depth int) subject {
	p := &s.p[i]
	if depth > deepest {
		return subject{}
	}
	if k := s.agent(i); k >= 0 {
		return s.force(k, i)
	}
	switch {
	case p.noun():
		return s.nounDoer(i, depth)
	case p.verb.passive:
		return subject{}
	case p.verb.to || p.verb.form == gerund && !p.verb.be:
		return s.governed(i, depth)
	}
	j := s.ahead(i)
	if j < 0 {
		return subject{}
	}
	switch q := &s.p[j]; q.kind {
	case partVerb:
		return s.doerIn(j, depth+1)
	case partRelative:
		if k := s.antecedentOf(j); k >= 0 && s.p[k].kind == partForce {
			return s.force(k, i)
		}
		return subject{}
	case partForce:
		return s.force(j, i)
	case partIt:
		return s.antecedent(i, q.value[0])
	}
	return subject{}
}

// aside is the comma before the verb of saying at part j where that is only put
// in: "took X, the monitor said, and"; -1 where it is not.
func (s *sentence) aside(j int) int {
	if !s.p[j].sense("say") || j+1 < len(s.p) && s.p[j+1].kind != partComma && s.p[j+1].kind != partWhen {
		return -1
	}
	for k := j - 1; k > 0 && k > j-7; k-- {
		switch p := &s.p[k]; {
		case p.kind == partComma:
			return k
		case p.kind == partVerb || p.kind == partStrong:
			return -1
		}
	}
	return -1
}

// agent is the force behind "by" in the clause of part i, -1 if none.
func (s *sentence) agent(i int) int {
	p := &s.p[i]
	if !p.verb.passive && !p.noun() {
		return -1
	}
	for j := i + 1; j < len(s.p) && j < i+9; j++ {
		switch q := &s.p[j]; {
		case q.kind == partForce && q.before == "by":
			return j
		case p.noun() && q.kind == partVerb && q.verb.passive, q.is("heldby"):
			return -1 // "the capture of X, held by Y"
		case q.kind == partStrong, q.finite(), q.kind == partRelative, q.kind == partComma && s.p[j-1].kind != partGround:
			return -1
		}
	}
	return -1
}

// ahead is the subject before the finite verb at part i: a force, pronoun or
// ground, a relative pronoun, or an earlier verb that shares its subject; -1
// where something else does it.
func (s *sentence) ahead(i int) int {
	for j := i - 1; j >= 0; j-- {
		switch p := &s.p[j]; p.kind {
		case partForce, partIt:
			if p.before == "" && !(p.kind == partForce && s.p[i-1].kind == partAnd && s.objectOf(j)) { // but "X fought Y and took"
				return j
			}
		case partRelative:
			return j
		case partGround:
			if p.before == "" && !s.objectOf(j) {
				return j
			}
		case partVerb:
			if p.finite() {
				if k := s.aside(j); k >= 0 {
					j = k
					continue
				}
				if r := j - 1; r > 0 && s.p[r].kind == partRelative && s.p[r].before == "" && !s.shares(j, i) {
					j = r // "those who had taken X took Y"
					continue
				}
				if k := s.mainBefore(j); k >= 0 && s.p[i-1].kind == partAnd && i > 1 && s.p[i-2].kind == partComma {
					j = k // "took X after Y left, and advanced"
					continue
				}
				if s.shares(j, i) {
					return j
				}
				return -1
			}
			if p.noun() && p.before == "" && !s.objectOf(j) {
				return -1
			}
		case partStrong:
			if p.text != "but" || s.next(j) != i { // "took X but left it"
				return -1
			}
		case partComma:
			if k := s.relativeOf(j); k >= 0 {
				j = k
			}
		case partCue:
			if p.is("narrator") && p.before == "" && j == i-1 {
				return -1
			}
		}
	}
	return -1
}

// objectOf says whether the part at j is what a verb before it is done to.
func (s *sentence) objectOf(j int) bool {
	for k := j - 1; k >= 0; k-- {
		switch p := &s.p[k]; {
		case p.kind == partVerb && !p.noun() && !p.verb.passive:
			return !p.sense("say", "be", "become", "deny")
		case !p.filler():
			return false
		}
	}
	return false
}

// shares says whether the verb at part i goes on with the subject of the verb
// at part j: "and" or a comma stands between.
func (s *sentence) shares(j, i int) bool {
	for k := i - 1; k > j; k-- {
		if kind := s.p[k].kind; kind == partAnd || kind == partComma || kind == partStrong && s.p[k].text == "but" || s.p[k].is("also") || s.p[k].kind == partVerb {
			return true
		}
	}
	return false
}

// relativeOf is the part before the relative clause, or the participle, that
// the comma at part j closes; -1 where it closes none.
func (s *sentence) relativeOf(j int) int {
	for k := j - 1; k >= 0 && k > j-16; k-- {
		switch p := &s.p[k]; {
		case (p.kind == partRelative || p.is("beside")) && k > 0 && s.p[k-1].kind == partComma:
			return k - 1
		case p.kind == partStrong:
			return -1
		}
	}
	return -1
}

// antecedentOf is the part that the relative pronoun at part j speaks of; -1
// where there is none.
func (s *sentence) antecedentOf(j int) int {
	for k := j - 1; k >= 0 && k > j-7; k-- {
		switch p := &s.p[k]; {
		case p.kind == partForce, p.kind == partGround:
			if p.kind == partForce && p.before != "" && k > 0 && s.p[k-1].kind == partGround && s.p[j].text != "who" {
				continue
			}
			return k
		case p.sense("be") && s.p[j].text != "who": // "X is the last town that Y holds"
		case p.kind == partVerb && !p.noun(), p.kind == partStrong:
			return -1
		}
	}
	return -1
}

// force is the force of part j as the subject of the verb at part i.
func (s *sentence) force(j, i int) subject {
	p := &s.p[j]
	if p.kind == partIt {
		return s.antecedent(j, p.value[0])
	}
	if p.force.own == 'g' && p.force.air && s.unmanned(j) {
		return subject{force: force{air: true}, at: i} // "warplanes": nobody says whose
	}
	if p.force.own == 'g' && len(p.force.co) > 0 && !p.force.air { // "soldiers and fighters of X"
		return subject{force: force{actor: p.force.co[0], co: p.force.co[1:]}, at: i}
	}
	if p.force.own == 'g' && p.node.text == "group" && p.to > 1 && s.n[p.to-2].text == "the" && s.spoken["islamic_state"] && !s.spoken["hts"] {
		return subject{force: force{actor: "islamic_state"}, at: i, linked: true} // as it is called for short
	}
	if p.force.own != 0 {
		who := s.antecedent(j, p.force.own)
		who.air = who.air || p.force.air
		return who
	}
	return subject{force: p.force, at: i}
}

// unmanned says whether part j names what strikes, and no people.
func (s *sentence) unmanned(j int) bool {
	v := s.p[j].node
	return v.role == "members" && v.value == "air"
}

// antecedent is whom a pronoun at part i speaks of: the last subject, else the
// nearest force named before it, else the subject of the sentence before.
// "The latter" is the nearest.
func (s *sentence) antecedent(i int, own byte) subject {
	if own != 'l' {
		for k := len(s.subjects) - 1; k >= 0; k-- {
			if sub := s.subjects[k]; sub.at < i {
				sub.linked, sub.at = true, i
				return sub
			}
		}
	}
	for j := i - 1; j >= 0; j-- {
		p := &s.p[j]
		if p.kind == partForce && p.force.air && s.document.subject.actor != "" && own == 's' && !s.against(p.force.actor, s.document.subject.actor) {
			break // its spokesman: of whom the text speaks
		}
		if p.kind == partForce && p.force.own == 0 && p.force.actor != "civilians" && p.force.actor != "" && (own == 'l' || p.before == "" || p.before == "by") {
			f := p.force
			f.air = false
			return subject{force: f, at: i, linked: true}
		}
	}
	if f := s.document.subject; f.actor != "" {
		return subject{force: f, at: i, linked: true}
	}
	if len(s.document.forces) > 0 && own == 'g' && len(s.claims) == 0 {
		return subject{}
	}
	return subject{}
}
