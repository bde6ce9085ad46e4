package ar

import (
	"strings"

	"frontline/timeline"
	"frontline/timeline/extract/draft"
)

// sentence is a run of nodes between two stops.
type sentence struct {
	*document
	n        []node
	p        []part
	headline bool
	stop     node // what ends it; none at the end of the text
	dates    []date
	mode     []timeline.Modality // of each part
	forces   draft.Forces
	subjects []subject
}

// asked says whether the mark at the end makes it a question: nothing of it is
// said.
func (s *sentence) asked() bool { return s.stop.text == "؟" || s.stop.text == "?" }

// parse cuts the sentence into parts, and notes which forces stand together.
func (s *sentence) parse() {
	s.dates = s.findDates()
	s.cut()
	s.hang()
	s.mode = s.modalities()
	s.forces = s.forcesIn(s.n)
	for i := range s.p {
		if f := &s.p[i].force; s.p[i].kind == partForce && len(f.co) > 0 && s.p[i].before != "بين" {
			s.document.parties = append(s.document.parties, f.all())
		}
	}
}

// read lets the rules read the sentence, part by part.
func (s *sentence) read() {
	s.document.sentence++
	s.subjects = s.document.subjects[:0]
	told := len(s.claims)
	for i := range s.p {
		s.denials(i)
		switch p := &s.p[i]; p.kind {
		case partVerb:
			s.verb(i)
		case partHands:
			s.held(i)
		case partForce:
			s.asFor(i)
			s.beside(i)
			s.rolled(i)
		case partIt:
			s.theirs(i)
		case partGround:
			s.owned(i)
			s.elided(i)
			s.allotted(i)
		case partNumber:
			s.distance(i)
		case partCue:
			s.cue(i)
		}
	}
	s.topics()
	s.assaults(told)
	s.tolls()
	if who := s.thoseForces(len(s.p)); who.actor != "" {
		s.document.troops = who.force
	}
	s.document.ground = s.lastGround(len(s.p))
	s.document.subjects = s.subjects
}

// topics remembers whom a headline that says of nobody what he does speaks of.
func (s *sentence) topics() {
	for i := 0; s.headline && s.document.subject.actor == "" && i < len(s.p); i++ {
		if p := &s.p[i]; p.kind == partForce && p.before == "" && p.force.own == 0 && !p.force.air {
			s.document.subject = p.force
		}
	}
}

// verb lets the rules read a verb by its sense.
func (s *sentence) verb(i int) {
	p := &s.p[i]
	who := s.doer(i)
	if !p.verb("rumour") { // "it is said that": nobody's deed
		s.note(i, who)
	}
	switch p.value {
	case "capture", "recapture":
		s.capture(i, who)
	case "enter":
		s.entered(i, who)
	case "lose":
		s.lose(i, who)
	case "withdraw", "evacuate":
		if s.givesUp(i) {
			s.lose(i, s.giver(i, who))
			return
		}
		s.withdraw(i, who)
	case "expel":
		s.expel(i, who)
	case "hand":
		if j := s.next(i, func(q *part) bool { return q.kind == partForce }); j >= 0 && p.form == present && strings.HasPrefix(p.text, "تسلم") && s.p[j].before == "" && s.p[j].force.agree == 'm' {
			s.receive(i, s.named(i, j)) // تسلّم, he received: it looks like تسلم, she hands
			return
		}
		s.hand(i, who)
	case "receive":
		s.receive(i, who)
	case "present", "presence":
		if !s.gone(i) {
			s.present(i, who)
		}
	case "fall_back":
		s.fallBack(i, who)
	case "keep":
		s.keep(i, who)
	case "light":
		if p.form == present && (s.next(i, func(p *part) bool { return p.kind == partGround && p.before == "في" }) >= 0 || s.rules(i)) {
			s.keep(i, who) // يحكم: rules, where no "its control" follows
		}
	case "return", "return_to":
		if !s.goesAlong(i) {
			s.passed(i)
		}
	case "join":
		s.joined(i)
	case "watch":
		s.heldByFire(i, who)
	case "replace":
		s.replaced(i, who)
	case "fall":
		if !s.goesAlong(i) {
			s.fell(i)
		}
	case "end":
		s.ended(i, who)
	case "clear":
		s.cleared(i)
	case "remain", "become":
		s.remains(i)
	default:
		s.deed(i, who)
	}
}

// deed lets the rules read the other verbs: those of posts and of giving, and
// those that change no hands.
func (s *sentence) deed(i int, who subject) {
	p := &s.p[i]
	switch p.value {
	case "again":
		s.giveBack(i, who)
	case "pull":
		s.pull(i, who)
	case "build":
		s.build(i, who)
	case "adopt":
		s.adopt(i, who)
	case "decide":
		s.decided(i, who)
	case "advance", "reach":
		s.advance(i, who)
	case "infiltrate":
		if s.mode[i] == timeline.Repelled {
			s.thwarted(i, who)
		}
	case "besiege":
		s.besiege(i, who)
	case "close":
		s.closed(i, who)
	case "blast":
		s.suicide(i, who)
	case "cut":
		if !s.heldByFire(i, who) {
			s.cutOff(i, who)
		}
	case "strike", "hit":
		s.strike(i, who)
	case "destroy":
		if who.air || s.armsAhead(i) >= 0 || s.next(i, func(q *part) bool { return q.is("aircraft") }) >= 0 {
			s.strike(i, who)
		}
	case "raid":
		s.raid(i, who)
	case "attack":
		s.attack(i, who)
	case "land":
		if p.form != noun { // the noun is told by its phrases in cues.tsv
			s.landing(i)
		}
	case "clash":
		s.clash(i)
	case "conquer":
		s.conquered(i, who)
	case "repel":
		s.warded(i, who)
	}
}

// cue lets the rules read what no verb says.
func (s *sentence) cue(i int) {
	switch p := &s.p[i]; p.role {
	case "posted", "holding":
		s.posted(i)
	case "commander":
		s.commander(i)
	case "last", "stronghold":
		s.stronghold(i)
	case "left":
		s.left(i)
	case "like":
		s.joined(i)
	case "also":
		if i > 0 && s.p[i-1].kind == partComma {
			s.joined(i)
		}
	case "such":
		s.spellsOut(i)
	case "fight":
		s.clash(i)
	case "raid_air", "shelling":
		s.strikeNoun(i)
	case "onslaught":
		s.repelled(i)
		s.onslaught(i)
	case "own_post":
		s.ownPost(i)
	case "taking":
		s.taking(i)
	case "subject_to":
		s.subjected(i)
	case "from":
		s.outOf(i)
	case "length", "unit":
		s.distance(i)
	case "landing":
		s.landing(i)
	case "ring", "ringed":
		s.ring(i)
	case "cover":
		s.covered(i)
	}
}

// next is the first part behind i, up to and without end, that ok accepts, with
// nothing but fillers before it: words without a role, days, and cues that only
// colour. -1 if something else stands first.
func (s *sentence) next(i int, ok func(*part) bool) int {
	for j := i + 1; j < len(s.p); j++ {
		p := &s.p[j]
		if ok(p) {
			return j
		}
		if !p.filler() {
			if p.kind == partComma && (j+1 < len(s.p) && s.p[j+1].time() || s.p[j-1].time()) {
				continue
			}
			return -1
		}
	}
	return -1
}

// filler says whether the part can stand between a verb and what belongs to it.
func (p *part) filler() bool {
	switch p.kind {
	case partWord, partWhen:
		return !p.and || p.kind == partWhen
	case partCue:
		switch p.role {
		case "then", "vague_time", "same_day", "again", "fire", "in_it", "claimed", "members", "partial", "such", "side":
			return true
		}
	}
	return false
}

// clauseStart is the first part of the clause that part i stands in.
func (s *sentence) clauseStart(i int) int {
	for j := i; j > 0; j-- {
		switch {
		case s.p[j-1].kind == partComma || s.p[j].kind == partStrong:
			return j
		case j < i && s.p[j].and && s.p[j].finite():
			return j
		}
	}
	return 0
}

// clauseEnd is the part after the last of the clause that part i stands in.
func (s *sentence) clauseEnd(i int) int {
	for j := i + 1; j < len(s.p); j++ {
		p := &s.p[j]
		if p.kind == partComma || p.kind == partStrong || p.and && p.finite() {
			return j
		}
	}
	return len(s.p)
}

// reject notes why a rule made nothing of the clause at part i.
func (s *sentence) reject(i int, rule, why string) {
	if s.explain {
		s.notes = append(s.notes, draft.Note{Start: s.p[s.clauseStart(i)].start, End: s.n[s.p[s.clauseEnd(i)-1].to-1].end, Rule: rule, Rejected: why})
	}
}
