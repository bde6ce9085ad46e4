package ar

import (
	"slices"
	"strings"

	"frontline/geo/arabic"
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
	c.Start, c.End = s.p[from].start, s.n[s.p[last-1].to-1].end
	if p := c.Place; p != nil && p.Start > c.Start-nearBytes && p.End < c.End+nearBytes {
		c.Start, c.End = min(c.Start, p.Start), max(c.End, p.End)
	} else if p != nil && p.Start >= c.End && p.End <= s.n[len(s.n)-1].end {
		c.End = p.End // of a list that spells out, behind asides, what the clause told of
	}
	c.Quote = s.text[c.Start:c.End]
	c.ClaimedBy = s.announcer(i)
	if c.Confidence == 0 {
		c.Confidence = draft.SureOwn
	}
	if s.headline {
		c.Confidence -= 0.05
	}
	s.claims = append(s.claims, c)
	if c.Kind.Controls() && s.reported(i) {
		s.document.said = append(s.document.said, said{len(s.claims) - 1, c.End})
	}
	if s.explain {
		s.notes = append(s.notes, draft.Told(&c))
	}
}

// announcer is the party whose own announcement the clause passes on.
func (s *sentence) announcer(i int) timeline.Actor {
	for j := i - 1; j >= 0 && j > i-14; j-- {
		if p := &s.p[j]; p.verb("say") {
			for _, sub := range s.subjects {
				if sub.at == j {
					return sub.actor
				}
			}
			return ""
		} else if p.kind == partStrong {
			return ""
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

// flaw is why nothing can have come of the event; "" if something can.
func (e *event) flaw() string {
	switch {
	case e.who.actor == "":
		return "nobody to do it"
	case e.who.actor == "civilians":
		return "civilians hold no ground"
	case e.who.air && e.kind != timeline.Holds && e.kind != timeline.HandedOver:
		return "an air force takes no ground"
	case len(e.objs) == 0:
		return "no ground"
	}
	return ""
}

// control says of each object that it came to, or is with, an actor.
func (s *sentence) control(i int, e event) {
	if why := e.flaw(); why != "" {
		s.reject(i, e.rule, why)
		return
	}
	if slices.Contains(e.who.co, e.from) {
		e.from = s.g.sides.Opponent(s.forces, s.document.forces, e.who.actor, func(a, b timeline.Actor) bool {
			return s.allied(a, b) || slices.Contains(e.who.co, a)
		})
	}
	for _, o := range e.objs {
		if (e.kind == timeline.Holds || e.kind == timeline.Withdrew) && s.anywhere(&o) {
			s.reject(i, e.rule, "no place is named")
			continue
		}
		c := timeline.Claim{Kind: e.kind, Actor: e.who.actor, CoActors: e.who.co, From: e.from, Extent: timeline.Full,
			Place: s.ref(o), Count: o.count, Rule: e.rule, Confidence: draft.SureOwn, Date: o.day, DateBasis: o.basis}
		if o.partial || e.kind != timeline.Holds && s.mostly(i, e.to) {
			c.Extent = timeline.Partial
		}
		if o.near && (e.kind == timeline.Withdrew || e.kind == timeline.Lost) {
			s.reject(i, e.rule, "only near the place")
			continue
		}
		if o.near && e.kind.Changes() {
			c.Kind, c.Extent, c.From = timeline.Advanced, "", ""
		} else if o.near {
			c.Extent = timeline.Partial
		}
		if e.who.linked {
			c.Confidence = draft.SureLinked
		}
		if c.From != "" && c.Actor != timeline.Unknown && c.From == s.opponent(c.Actor) {
			c.From = s.heldBy(&c)
		}
		if left := s.leftBy(&c, i); left != "" && e.kind.Changes() {
			c.From = left
			if e.rule == "control.entered" {
				c.Extent = timeline.Full // nobody else is there
			}
		}
		s.say(i, e.to, c)
	}
	if s.mode[i] == timeline.Asserted {
		if who := e.who; !who.linked && !s.p[i].finite() && who.actor != timeline.Unknown { // whoever got it is in mind now
			who.at, who.aside = i, e.kind == timeline.Holds && strings.HasPrefix(s.p[i].text, arabic.Article) // "the town, subject to X": less so
			s.subjects = append(s.subjects, who)
		}
		if e.kind == timeline.Withdrew && !s.p[i].finite() && e.from != "" { // "the exit of X": they are in mind
			s.subjects = append(s.subjects, subject{force: force{actor: e.from, agree: 'p'}, at: i, aside: true})
		}
		if last := s.document.last; e.kind == timeline.Withdrew && last != nil && s.document.lastIn == s.document.sentence && last.kind == timeline.Captured && samePlace(last.objs, e.objs) {
			return // "took X after Y had left it": the taking is what was told
		}
		e.from = timeline.Actor("")
		s.document.last, s.document.lastIn = s.kept(e), s.document.sentence
	}
}

// anywhere says whether the object is nothing but "the area", "the areas".
func (s *sentence) anywhere(o *object) bool {
	if o.place != nil || o.count != 0 || o.near {
		return false
	}
	switch arabic.Bare(arabic.Fold(s.text[o.start:o.end])) {
	case "مناطق", "منطقه":
		return true
	}
	return false
}

// heldBy is who had, as the sentence tells, the place that the claim says somebody
// else has now; the opponent in play where it does not tell.
func (s *sentence) heldBy(c *timeline.Claim) timeline.Actor {
	for k := len(s.claims) - 1; k >= 0 && s.claims[k].Start >= s.n[0].start; k-- {
		b := &s.claims[k]
		if b.Kind.Changes() && b.Modality == timeline.Asserted && b.Actor != timeline.Unknown && s.against(b.Actor, c.Actor) && b.Place != nil && b.Place.Surface == c.Place.Surface {
			return b.Actor
		}
	}
	return c.From
}

// leftReach is how far behind a withdrawal, in bytes, another can come into the
// place.
const leftReach = 400

// leftBy is who was just told to have left the place that the claim, read at
// part i, says somebody else has now; "" where nobody was.
func (s *sentence) leftBy(c *timeline.Claim, i int) timeline.Actor {
	for k := len(s.claims) - 1; k >= 0; k-- {
		b := &s.claims[k]
		if s.p[i].start-b.End > leftReach {
			break
		}
		if (b.Kind == timeline.Withdrew || b.Kind == timeline.Lost) && b.Modality == timeline.Asserted && b.From != c.Actor && b.Actor == timeline.Unknown && b.Place.Surface == c.Place.Surface {
			return b.From
		}
	}
	return ""
}

// mostly says whether words about part i, or right behind part to, say that it
// was not wholly so.
func (s *sentence) mostly(i, to int) bool {
	to = min(to, len(s.p))
	return s.cueIn(i-1, to, "mostly") || s.next(to-1, func(p *part) bool { return p.is("mostly") }) >= 0
}

// samePlace says whether the last of some objects and the first of others are
// one place by one name.
func samePlace(a, b []object) bool {
	x, y := a[len(a)-1].place, b[0].place
	return x != nil && y != nil && x.text == y.text
}

// opponent is the one side against an actor that is in play here: the enemy of
// the operation that the text names, or the likeliest of those named.
func (s *sentence) opponent(of timeline.Actor) timeline.Actor {
	if s.operation[1] != "" && s.operation[0] == of {
		return s.operation[1]
	}
	return s.g.sides.Opponent(s.forces, s.document.forces, of, s.allied)
}

// allied says whether the text names two actors together, as one party.
func (d *document) allied(a, b timeline.Actor) bool {
	for _, f := range d.parties {
		if slices.Contains(f, a) && slices.Contains(f, b) {
			return true
		}
	}
	return false
}

// against says whether two actors are of different sides.
func (s *sentence) against(a, b timeline.Actor) bool { return s.g.sides[a] != s.g.sides[b] }
