package en

import (
	"slices"

	"frontline/timeline"
	"frontline/timeline/extract/draft"
)

// nearBytes is how far from its clause a place may stand for the quote to reach
// out to it: about one more clause.
const nearBytes = 200

// say adds a claim read at part i: its modality and day are those of the part,
// its clause runs from the clause of i up to part upTo.
func (s *sentence) say(i, upTo int, c timeline.Claim) {
	if c.Modality == "" {
		c.Modality = s.mode[i]
	}
	switch {
	case c.Modality == timeline.Hypothetical, c.Modality == timeline.Future: // on no day as yet
		c.Date, c.DateBasis = 0, timeline.BasisUnknown
	case c.Date == 0:
		c.Date, c.DateBasis = s.day(i, c.Kind)
	}
	from, last := s.clauseStart(i), min(max(upTo, i+1), len(s.p))
	c.Start, c.End = s.n[s.p[from].from].start, s.n[s.p[last-1].to-1].end
	if p := c.Place; p != nil && p.Start > c.Start-nearBytes && p.End < c.End+nearBytes {
		c.Start, c.End = min(c.Start, p.Start), max(c.End, p.End)
	}
	c.Quote = s.text[c.Start:c.End]
	if c.ClaimedBy == "" {
		c.ClaimedBy = s.announcer(i, c.Actor)
	}
	if c.Confidence == 0 {
		c.Confidence = draft.SureOwn
	}
	if s.headline {
		c.Confidence -= 0.05
	}
	s.made = append(s.made, len(s.claims))
	s.claims = append(s.claims, c)
	if s.explain {
		s.notes = append(s.notes, draft.Told(&c))
	}
}

// announcer is the party whose own announcement the clause of part i passes
// on, where it speaks of an actor of its own side.
func (s *sentence) announcer(i int, of timeline.Actor) timeline.Actor {
	ours := func(j int) timeline.Actor {
		if a := s.doer(j).actor; a != "" && a != "civilians" && !s.against(a, of) {
			return a
		}
		return ""
	}
	for j := i - 1; j >= 0; j-- {
		if p := &s.p[j]; p.sense("say") && p.finite() {
			return ours(j)
		} else if p.kind == partStrong {
			break
		}
	}
	for j := i + 1; j < len(s.p); j++ {
		if p := &s.p[j]; p.sense("say") && p.finite() {
			return ours(j)
		} else if p.kind == partStrong || p.finite() {
			break
		}
	}
	return ""
}

// event is what happened to objects: who has them now, and from whom.
type event struct {
	kind timeline.Kind
	who  subject
	from timeline.Actor
	objs []object
	to   int // part behind the last word of it
	rule string
}

// dated is the day of what is told with a day of its own behind it; zero for that
// of the verb.
type dated struct {
	objs []object
	when *part
	to   int
}

// control says of each object that it came to, or is with, an actor.
func (s *sentence) control(i int, e event) { s.controlOn(i, e, nil) }

// controlOn says it of a day; nil for the day that the words around part i tell.
func (s *sentence) controlOn(i int, e event, when *part) {
	if s.mode[i] == timeline.Repelled && e.who.air { // who tells of it threw it back
		e.who = subject{force: force{actor: s.opponent(e.who.actor)}, at: i, linked: true}
	}
	switch {
	case e.who.actor == "":
		s.reject(i, e.rule, "nobody to do it")
		return
	case e.who.actor == "civilians":
		s.reject(i, e.rule, "civilians hold no ground")
		return
	case e.who.air && e.kind != timeline.Holds:
		s.reject(i, e.rule, "an air force takes no ground")
		return
	case len(e.objs) == 0:
		s.reject(i, e.rule, "no ground")
		return
	}
	for _, o := range e.objs {
		c := timeline.Claim{Kind: e.kind, Actor: e.who.actor, CoActors: e.who.co, From: e.from, Extent: timeline.Full,
			Place: s.ref(o), Count: o.count, Rule: e.rule, Confidence: draft.SureOwn}
		if when != nil {
			c.Date, c.DateBasis = when.day, when.basis
		}
		if o.partial {
			c.Extent = timeline.Partial
		}
		if o.near && e.kind.Changes() && o.class == nil {
			c.Kind, c.Extent, c.From = timeline.Advanced, "", ""
		} else if o.near {
			c.Extent = timeline.Partial
		}
		if e.who.linked {
			c.Confidence = draft.SureLinked
		}
		s.say(i, e.to, c)
	}
}

// opponent is the one side against an actor that is in play here.
func (s *sentence) opponent(of timeline.Actor) timeline.Actor {
	if a := s.g.sides.Opponent(s.forces, s.document.forces, of, s.allied); a != "" {
		return a
	}
	return s.g.sides.Foe(of, s.spoken)
}

// allied says whether the sentence names two actors in one breath: they are
// not against each other.
func (s *sentence) allied(a, b timeline.Actor) bool {
	if (a == "local" || b == "local" || a == "israel" || b == "israel") && len(s.document.forces) > 2 && s.thirdSide(a, b) {
		return true // bystanders, where armies meet
	}
	for i := range s.p {
		if p := &s.p[i]; p.kind == partForce && p.before != "between" && p.before != "against" {
			if all := p.force.all(); slices.Contains(all, a) && slices.Contains(all, b) {
				return true
			}
		}
	}
	return false
}

// thirdSide says whether the text speaks of a force against both actors that is
// no bystander itself.
func (s *sentence) thirdSide(a, b timeline.Actor) bool {
	return slices.ContainsFunc(s.document.forces, func(f draft.Force) bool {
		return s.against(f.Actor, a) && s.against(f.Actor, b) && f.Actor != "local" && f.Actor != "israel"
	})
}

// onlyOther is the first force of the sentence against an actor, if they are
// all of one side; "" otherwise.
func (s *sentence) onlyOther(of timeline.Actor) timeline.Actor {
	found := timeline.Actor("")
	for _, f := range s.forces {
		switch {
		case !s.against(f.Actor, of):
		case found == "":
			found = f.Actor
		case s.against(found, f.Actor):
			return ""
		}
	}
	return found
}

// against says whether two actors are of different sides.
func (s *sentence) against(a, b timeline.Actor) bool { return s.g.sides[a] != s.g.sides[b] }
