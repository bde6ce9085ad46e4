package ar

import (
	"slices"
	"strings"

	"frontline/geo/arabic"
	"frontline/timeline"
)

// Confidences of what a rule reads, by how much of it stands in the words.
const (
	sureOwn    = 0.95 // actor and place stand in the clause
	sureLinked = 0.85 // one of them is carried over from elsewhere
)

// nearBytes is how far from its clause a place may stand for the quote to reach
// out to it: about one more clause.
const nearBytes = 200

// say adds a claim read at node i: its modality and day are those of the node,
// its clause runs from the clause of i to upTo.
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
	from := s.clauseStart(i)
	last := min(max(upTo, i+1), len(s.n))
	c.Start, c.End = s.n[from].start, s.n[last-1].end
	if p := c.Place; p != nil && p.Start > c.Start-nearBytes && p.End < c.End+nearBytes {
		c.Start, c.End = min(c.Start, p.Start), max(c.End, p.End)
	}
	c.Quote = s.text[c.Start:c.End]
	c.ClaimedBy = s.announcer(i)
	if c.Confidence == 0 {
		c.Confidence = sureOwn
	}
	if s.headline {
		c.Confidence -= 0.05
	}
	s.claims = append(s.claims, c)
}

// announcer is the party whose own announcement the clause passes on.
func (s *sentence) announcer(i int) timeline.Actor {
	for j := i - 1; j >= 0 && j > i-14; j-- {
		if n := s.n[j]; n.role == "verb" && n.value == "say" {
			for _, sub := range s.subjects {
				if sub.at == j {
					return sub.actor
				}
			}
			return ""
		} else if n.role == "strong" {
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
	objs group
	rule string
}

// control says of each object that it came to, or is with, an actor.
func (s *sentence) control(i int, e event) {
	if e.who.actor == "" {
		return
	}
	for k, o := range e.objs.objects {
		c := timeline.Claim{Kind: e.kind, Actor: e.who.actor, CoActors: e.who.co, From: e.from, Extent: timeline.Full,
			Place: s.ref(o), Count: o.count, Rule: e.rule, Confidence: sureOwn}
		if o.partial {
			c.Extent = timeline.Partial
		}
		if o.near && e.kind.Changes() {
			c.Kind, c.Extent, c.From = timeline.Advanced, "", ""
		} else if o.near {
			c.Extent = timeline.Partial
		}
		if e.who.at != i {
			c.Confidence = sureLinked
		}
		if len(e.objs.objects) > 1 {
			c.Date, c.DateBasis = s.ownDay(e.objs, k)
		}
		s.say(i, e.objs.to, c)
	}
}

// ownDay is the day told right behind a member of a list, before the next one:
// "X on the 26th of February, then Y on the 29th of March".
func (s *sentence) ownDay(objs group, k int) (timeline.Day, timeline.Basis) {
	until := len(s.text)
	if k+1 < len(objs.objects) {
		until = objs.objects[k+1].start
	} else if end := s.clauseEnd(max(0, objs.to-1)); end > 0 {
		until = s.n[end-1].end
	}
	for _, d := range s.dates {
		if at := s.n[d.from].start; at >= objs.objects[k].end && at < until && !d.since {
			return d.day, d.basis
		}
	}
	return 0, ""
}

// merged drops what is said twice: headline and body, or a fact repeated. The
// body counts over the headline, a stated day over a presumed one.
func (d *document) merged() []timeline.Claim {
	var out []timeline.Claim
	at := map[string]int{}
	for _, c := range d.claims {
		key := mergeKey(c)
		if key == "" {
			out = append(out, c)
			continue
		}
		if k, seen := at[key]; seen {
			out[k] = better(out[k], c, d.headEnd)
			continue
		}
		at[key] = len(out)
		out = append(out, c)
	}
	out = withoutTotals(out, d.headEnd)
	all := slices.Clone(out)
	return slices.DeleteFunc(out, func(c timeline.Claim) bool { return replaced(c, all) })
}

// withoutTotals drops a headline's count over several sides where the text
// below counts each: nobody dies twice.
func withoutTotals(claims []timeline.Claim, headEnd int) []timeline.Claim {
	killed := 0
	for _, c := range claims {
		if c.Kind == timeline.Casualties && c.Start >= headEnd && c.KilledMin != nil {
			killed += *c.KilledMin
		}
	}
	return slices.DeleteFunc(claims, func(c timeline.Claim) bool {
		return c.Kind == timeline.Casualties && c.Actor == timeline.Unknown && c.Start < headEnd && c.KilledMin != nil && *c.KilledMin <= killed
	})
}

// replaced says whether a leave is told again by who came: one event.
func replaced(leave timeline.Claim, all []timeline.Claim) bool {
	if leave.Kind != timeline.Lost && leave.Kind != timeline.Withdrew || leave.Place == nil {
		return false
	}
	return slices.ContainsFunc(all, func(c timeline.Claim) bool {
		return c.Kind.Changes() && c.Actor != timeline.Unknown && c.Modality == timeline.Asserted && c.Place != nil &&
			arabic.Key(c.Place.Surface) == arabic.Key(leave.Place.Surface)
	})
}

func mergeKey(c timeline.Claim) string {
	kind := string(c.Kind)
	if c.Kind.Changes() {
		kind = "change"
	}
	switch c.Kind {
	case timeline.Landed: // one operation, told from several sides
		return kind + string(c.Modality) + string(c.Actor)
	case timeline.Casualties:
		return kind + string(c.Actor) + digits(c.KilledMin) + "/" + digits(c.WoundedMin)
	case timeline.Distance:
		return ""
	}
	if c.Place == nil {
		return ""
	}
	return strings.Join([]string{kind, string(c.Modality), string(c.Actor), arabic.Key(c.Place.Surface)}, "|")
}

// fuller is the telling of an operation that names more who took part, with
// the surer day of both.
func fuller(a, b timeline.Claim, fromHead bool) timeline.Claim {
	if fromHead && len(b.CoActors) >= len(a.CoActors) || len(b.CoActors) > len(a.CoActors) {
		a, b = b, a
	}
	if sureness[b.DateBasis] > sureness[a.DateBasis] {
		a.Date, a.DateBasis = b.Date, b.DateBasis
	}
	return a
}

// sureness ranks how a day is known.
var sureness = map[timeline.Basis]int{timeline.Stated: 3, timeline.Relative: 2, timeline.Published: 1}

func better(a, b timeline.Claim, headEnd int) timeline.Claim {
	fromHead := a.Start < headEnd && b.Start >= headEnd
	if a.Kind == timeline.Landed {
		return fuller(a, b, fromHead)
	}
	moreDay := sureness[b.DateBasis] > sureness[a.DateBasis] || a.DistanceKm == 0 && b.DistanceKm != 0
	if !fromHead && !moreDay {
		if a.From == "" {
			a.From = b.From
		}
		if len(a.CoActors) == 0 {
			a.CoActors = b.CoActors
		}
		return a
	}
	if b.Kind == timeline.Captured && a.Kind == timeline.Recaptured {
		b.Kind = a.Kind
	}
	if b.From == "" {
		b.From = a.From
	}
	return b
}
