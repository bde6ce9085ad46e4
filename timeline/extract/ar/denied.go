package ar

import (
	"strings"

	"frontline/geo/arabic"
	"frontline/timeline"
)

// denialReach is how far behind what was said, in bytes, it can be denied:
// about two clauses.
const denialReach = 350

// said is a claim that the text only passes on, and where.
type said struct {
	claim int // index among the claims
	end   int // byte
}

// deny turns the changes that somebody told of into denied where somebody denies
// them right behind, and the narrator takes no side. from is the byte behind
// which it was said, at the byte of the denial, of the ground it is about; none
// where it denies all of it.
func (d *document) deny(from, at int, of []object) { d.undo(from, at, of, timeline.Kind.Changes) }

// undo turns into denied what was said of the kinds.
func (d *document) undo(from, at int, of []object, kinds func(timeline.Kind) bool) {
	for k := len(d.said) - 1; k >= 0; k-- {
		x := d.said[k]
		if c := &d.claims[x.claim]; x.end > from && x.end <= at && (at-x.end < denialReach || d.headed(c, k)) && c.Modality == timeline.Asserted && kinds(c.Kind) && d.about(c, of) {
			c.Modality = timeline.Denied
			c.Date, c.DateBasis = 0, timeline.BasisUnknown
		}
	}
}

// headed says whether a claim, of the headline say, passes on what is told again in
// one of the claims said behind the k-th, and was denied there.
func (d *document) headed(c *timeline.Claim, k int) bool {
	for _, x := range d.said[k+1:] {
		if b := &d.claims[x.claim]; b.Modality == timeline.Denied && b.Actor == c.Actor && arabic.Key(b.Place.Surface) == arabic.Key(c.Place.Surface) {
			return true
		}
	}
	return false
}

// about says whether a claim is about one of the objects; about anything where
// there are none.
func (d *document) about(c *timeline.Claim, of []object) bool {
	for _, o := range of {
		if o.place != nil && arabic.Key(o.place.surface(d.text)) == arabic.Key(c.Place.Surface) {
			return true
		}
	}
	return len(of) == 0
}

// reported says whether a verb of saying governs part i: the narrator passes it
// on.
func (s *sentence) reported(i int) bool {
	for j := i - 1; j >= 0; j-- {
		p := &s.p[j]
		if p.verb("say", "rumour") {
			return !s.narrates(j)
		}
		if p.kind == partStrong {
			return false
		}
	}
	return false
}

// narrates says whether the narrator himself is the subject of the verb of
// saying at part i.
func (s *sentence) narrates(i int) bool {
	for j := max(0, i-3); j < len(s.p) && j < i+4; j++ {
		if s.p[j].is("narrator") {
			return true
		}
	}
	return false
}

// confirmed says whether the narrator confirms, by the verb at part i, what was
// said before: "which the Observatory confirmed". Nobody's denial undoes it then.
func (s *sentence) confirmed(i int) bool {
	if p := &s.p[i]; !p.verb("say") || !p.finite() || !strings.Contains(p.text, "كد") || !s.narrates(i) {
		return false
	}
	if i > 0 && s.p[i-1].text == "ما" {
		return true
	}
	for j := i + 1; j < len(s.p) && j < i+4; j++ {
		if t := s.p[j].text; t == "ذلك" || t == "الامر" || t == "النبا" {
			return true
		}
	}
	return false
}

// denials reads who denies in the sentence, and who confirms.
func (s *sentence) denials(i int) {
	if s.confirmed(i) {
		s.said = s.said[:0]
	}
	if s.retracted(i) {
		s.undo(0, s.p[i].start, nil, timeline.Kind.Controls)
	}
	if p := &s.p[i]; p.verb("deny") || p.is("negation") && p.value == string(timeline.Denied) && p.text != "ليس" && p.text != "ليست" {
		var of []object
		for j := i + 1; j < len(s.p) && j < i+8 && s.p[j].kind != partStrong && !(s.p[j].and && s.p[j].finite()); j++ {
			if s.p[j].kind == partGround {
				of = append(of, s.p[j].objects...)
			}
		}
		if len(of) == 0 && s.next(i, func(q *part) bool { return q.kind == partVerb && !q.and }) >= 0 {
			return // it is something else that is denied
		}
		from := 0
		if i > 0 && s.p[i-1].text == "ما" { // "which X denied": what the sentence said
			from = s.n[0].start
		}
		s.deny(from, p.start, of)
	}
}

// retracted says whether the narrator takes back, at part i, what others said:
// "which did not come about", "it turned out that it had not".
func (s *sentence) retracted(i int) bool {
	switch p := &s.p[i]; {
	case p.is("undone"):
		return !s.cueIn(i, min(i+3, len(s.p)), "vague_time") && s.next(i, func(q *part) bool { return q.text == "منذ" }) < 0 // "had not come about for years"
	case p.is("turned"):
		for j := i + 1; j < len(s.p) && j < i+6 && s.p[j].kind != partStrong; j++ {
			if s.p[j].is("negation") || s.p[j].is("undone") {
				return true
			}
			if s.p[j].finite() {
				return false
			}
		}
	}
	return false
}
