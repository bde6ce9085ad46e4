package ar

import "frontline/timeline"

// sentence is a run of nodes between two stops.
type sentence struct {
	*document
	n        []node
	headline bool
	mode     []timeline.Modality
	groups   []group
	dates    []date
	subjects []subject
}

// read lets the rules read the sentence, verb by verb.
func (s *sentence) read() {
	s.mode = s.modalities()
	s.dates = s.findDates()
	s.groups = s.findGroups()
	for i := range s.n {
		switch n := s.n[i]; n.role {
		case "verb":
			s.verb(i)
		case "under", "under_pronoun", "subject_to":
			s.under(i)
		case "posted":
			s.posted(i)
		case "commander":
			s.commander(i)
		case "last":
			s.last(i)
		case "holding":
			s.keep(i, n.value)
		case "stronghold":
			s.stronghold(i)
		case "fight":
			s.clash(i)
		case "raid_air", "shelling":
			s.strikeNoun(i)
		case "onslaught":
			s.repelled(i)
		case "landing":
			s.landing(i)
		case "ring":
			s.ring(i)
		case roleNum:
			s.distance(i)
			s.toll(i)
		}
	}
}

func (s *sentence) verb(i int) {
	n := s.n[i]
	if n.form != noun {
		s.note(i)
	}
	switch n.value {
	case "capture", "recapture":
		if !s.ended(i) {
			s.capture(i)
		}
	case "presence":
		s.ended(i)
	case "enter":
		s.entered(i)
	case "lose":
		s.lose(i)
	case "withdraw", "evacuate":
		s.withdraw(i)
	case "expel":
		s.expel(i)
	case "hand":
		s.hand(i)
	case "receive":
		s.receive(i)
	case "present":
		s.present(i)
	case "fall_back":
		s.fallBack(i)
	case "keep":
		s.keep(i, n.object)
	case "return", "return_to":
		s.passed(i)
	case "advance", "reach":
		s.advance(i)
	case "besiege":
		s.besiege(i)
	case "strike":
		s.strike(i)
	case "land":
		if n.form != noun { // the noun is told by its phrases in cues.tsv
			s.landing(i)
		}
	case "kill", "wound":
		s.tollVerb(i)
	}
}

// find is the first node from i on, up to limit nodes away, that has one of
// the roles; -1 if there is none before a verb that is not a noun, a strong
// connector, or the end.
func (s *sentence) find(i, limit int, roles ...string) int {
	for j := i; j < len(s.n) && j < i+limit; j++ {
		n := s.n[j]
		for _, r := range roles {
			if n.role == r {
				return j
			}
		}
		if n.role == "strong" || n.role == "verb" && n.form != noun {
			return -1
		}
	}
	return -1
}

// clauseStart is the first node of the clause that node i stands in.
func (s *sentence) clauseStart(i int) int {
	for j := i; j > 0; j-- {
		switch p := s.n[j-1]; {
		case p.role == roleComma || s.n[j].role == "strong":
			return j
		case j < i && s.n[j].conj && s.n[j].role == "verb" && s.n[j].form != noun:
			return j
		}
	}
	return 0
}

// clauseEnd is the node after the last of the clause that node i stands in.
func (s *sentence) clauseEnd(i int) int {
	for j := i + 1; j < len(s.n); j++ {
		n := s.n[j]
		if n.role == roleComma || n.role == "strong" || n.conj && n.role == "verb" && n.form != noun {
			return j
		}
	}
	return len(s.n)
}
