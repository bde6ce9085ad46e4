package en

import (
	"slices"

	"frontline/timeline"
	"frontline/timeline/extract/draft"
)

// sentence is a run of nodes between two stops.
type sentence struct {
	*document
	n        []node
	p        []part
	headline bool
	dates    []date
	mode     []timeline.Modality // of each part
	forces   draft.Forces
	subjects []subject
	made     []int // claims made so far
}

// remembered is how many sentences back a denial can speak of a claim.
const remembered = 3

// read lets the rules read the sentence, part by part.
func (s *sentence) read() {
	s.dates = s.findDates()
	s.cut()
	s.rejoin()
	s.hang()
	s.mode = s.modalities()
	s.forces = forcesIn(s.n)
	for i := range s.p {
		switch p := &s.p[i]; p.kind {
		case partVerb:
			s.reads(i)
		case partHands:
			s.held(i)
		case partNumber:
			s.distance(i)
		case partCue:
			s.cue(i)
		case partGround:
			s.owned(i)
		}
	}
	s.remainder()
	s.tolls()
	if g := s.groundBefore(len(s.p), false); len(g) > 0 {
		s.document.ground = g
	}
	s.document.recent = append([][]int{s.made}, s.document.recent[:min(len(s.document.recent), remembered-1)]...)
	for i := range s.p {
		p := &s.p[i]
		if p.kind == partGround && allNamed(p.objects, 0) && !p.objects[0].near {
			s.document.list = p.objects
			if len(p.objects) == 2 {
				s.document.two = p.objects
			}
		}
	}
}

// reads lets the rules read a verb by its sense.
func (s *sentence) reads(i int) {
	p := &s.p[i]
	if p.told {
		return
	}
	who := s.doer(i)
	s.note(i, who)
	switch p.value {
	case "capture", "recapture", "light", "control":
		s.capture(i, who)
	case "keep":
		s.keep(i, who)
	case "have":
		s.has(i, who)
	case "enter":
		s.entered(i, who)
	case "lose":
		s.lose(i, who)
	case "leave", "withdraw":
		s.withdraw(i, who)
	case "pull", "expel", "push":
		s.expel(i, who)
	case "hand", "receive":
		s.hand(i, who)
	case "fall":
		if !s.dropped(i) {
			s.fell(i)
		}
	case "return", "become":
		s.passed(i)
	case "join":
		s.joins(i)
	case "be", "remain", "stand", "subject":
		if !s.underFire(i) {
			s.remains(i)
		}
	case "confine":
		s.confined(i)
	case "echo":
		s.echo(i)
	case "repel":
		s.repels(i, who)
	case "raise", "flag":
		s.raise(i, who)
	case "present":
		s.present(i, who)
	case "raid":
		s.raid(i, who)
	default:
		s.tells(i, who)
	}
}

// tells lets the rules read what changes no holder.
func (s *sentence) tells(i int, who subject) {
	switch s.p[i].value {
	case "advance", "reach":
		s.advance(i, who)
	case "cut":
		s.sever(i, who)
	case "manage":
		s.managed(i)
	case "besiege":
		s.besiege(i, who)
	case "lift":
		s.lift(i, who)
	case "strike", "explode":
		s.strike(i, who)
	case "attack", "ambush", "stall":
		s.attack(i, who)
	case "clash", "clash_on":
		s.clash(i)
	case "exchange":
		if s.weapon(min(i+1, len(s.p)-1)) || s.p[i].verb.passive && s.weapon(max(i-1, 0)) {
			s.clash(i)
		}
	case "shoot", "light_on":
		s.shoots(i, who)
	case "try":
		s.tried(i)
	case "land":
		s.landing(i, who)
	case "say":
		s.claimed(i, who)
	case "deny":
		s.deny(i, who)
	}
}

// cue lets the rules read what no verb says.
func (s *sentence) cue(i int) {
	switch p := &s.p[i]; p.role {
	case "base_of":
		s.stronghold(i)
	case "siege":
		s.ring(i)
	case "false":
		s.retract("", timeline.Denied)
	case "unconfirmed":
		s.doubt(i)
	case "unit":
		s.distance(i)
	case "flag":
		s.raise(i, subject{})
	case "fire":
		s.inRange(i)
	}
}

// filler says whether the part can stand between a verb and what belongs to it.
func (p *part) filler() bool {
	switch p.kind {
	case partWord, partWhen:
		return true
	case partCue:
		switch p.role {
		case "again", "still", "hedge", "vague_time", "narrator", "title", "det", "vague", "last", "other", "fire", "compass", "this", "sides", "unit", "actor", "ago", "weekday", "same_day", "month", "era":
			return true
		}
	}
	return false
}

// clauseStart is the first part of the clause that part i stands in.
func (s *sentence) clauseStart(i int) int {
	for j := i; j > 0; j-- {
		if k := s.p[j-1].kind; k == partComma || k == partStrong || s.p[j-1].is("if") {
			return j
		}
	}
	return 0
}

// clauseEnd is the part after the last of the clause that part i stands in.
func (s *sentence) clauseEnd(i int) int {
	for j := i + 1; j < len(s.p); j++ {
		switch p := &s.p[j]; {
		case p.kind == partComma, p.kind == partStrong, p.kind == partRelative, p.finite() && s.freshSubject(j, i):
			return j
		case p.kind == partAnd && j+1 < len(s.p) && s.opensClause(j+1):
			return j
		}
	}
	return len(s.p)
}

// opensClause says whether a new statement begins at part j behind "and".
func (s *sentence) opensClause(j int) bool {
	for k := j; k < len(s.p) && k < j+4; k++ {
		switch p := &s.p[k]; {
		case p.finite():
			return true
		case p.kind == partForce && p.before == "", p.kind == partIt, p.filler(), p.kind == partGround && p.before == "", p.kind == partWord:
		default:
			return false
		}
	}
	return false
}

// freshSubject says whether the finite verb at part j has a subject of its own
// behind part i: "said it took", "before the army left".
func (s *sentence) freshSubject(j, i int) bool {
	for k := j - 1; k > i; k-- {
		switch p := &s.p[k]; {
		case p.filler():
		case (p.kind == partForce || p.kind == partIt || p.kind == partGround) && p.before == "":
			return true
		default:
			return false
		}
	}
	return false
}

// reject notes why a rule made nothing of the clause at part i.
func (s *sentence) reject(i int, rule, why string) {
	if s.explain {
		from, to := s.clauseStart(i), s.clauseEnd(i)
		s.notes = append(s.notes, draft.Note{Start: s.n[s.p[from].from].start, End: s.n[s.p[to-1].to-1].end, Rule: rule, Rejected: why})
	}
}

// spelt is the part, behind part i, of just as many named places as part i
// counts: "two villages besieged by X, A and B"; -1 if there is none.
func (s *sentence) spelt(i int) int {
	p := &s.p[i]
	if p.kind != partGround || len(p.objects) != 1 || p.objects[0].place != nil || p.objects[0].count < 2 {
		return -1
	}
	for j := i + 2; j < len(s.p) && j < i+6; j++ {
		if q := &s.p[j]; q.kind == partGround && q.before == "" && s.p[j-1].kind == partComma && allNamed(q.objects, p.objects[0].count) {
			return j
		} else if q.finite() {
			break
		}
	}
	return -1
}

// hang hangs lists on what they spell out: "six villages, among them A and B".
func (s *sentence) hang() {
	for i := range s.p {
		if j := s.spelt(i); j >= 0 {
			s.p[i].objects, s.p[i].list = slices.Clone(s.p[j].objects), true
		}
	}
	for i := 1; i+1 < len(s.p); i++ {
		they := s.p[i].sense("be") && s.p[i-1].kind == partIt && s.p[i-1].value == "p" && s.p[i+1].kind == partGround && s.p[i+1].before == "" && s.p[i+1].objects[0].place != nil
		if !they && !s.p[i].is("such") || s.p[i+1].kind != partGround {
			continue
		}
		for j := i - 1; j >= 0 && s.p[j].kind != partStrong; j-- {
			if p := &s.p[j]; p.kind == partGround && p.objects[len(p.objects)-1].place == nil {
				p.objects, p.list = append(p.objects, s.p[i+1].objects...), true
				s.p[i+1].told = true
				break
			}
		}
	}
}
