package verify

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"unicode/utf8"

	"frontline/geo"
	"frontline/timeline"
)

// Record is a report with all that was ever kept of it.
type Record struct {
	timeline.Report                       // with its Text
	Recorded        timeline.Moment       // zero where it cannot be read
	Unreadable      bool                  // its text is not kept, and nothing was taken from it
	Mentions        []Mention             // in any order
	Entries         []timeline.Entry      // in any order
	Drawing         *timeline.KeptDrawing // nil for none
}

// Mention is a mention as it is kept.
type Mention struct {
	Position int
	timeline.Mention
	timeline.Spell
}

// Prove finds what does not hold of the record.
func (r *Record) Prove(found func(Finding)) {
	about := About{Report: r.ID}
	if r.Unreadable {
		if n := len(r.Mentions) + len(r.Entries); n > 0 || r.Drawing != nil {
			found(Finding{References, about, "nothing that was taken from what could not be read", fmt.Sprintf("%d mentions and claims, or a map", n)})
		}
		return
	}
	if id := timeline.ReportID(r.Text); id != r.ID {
		found(Finding{ReportIDs, about, id + ", the digest of the text", r.ID})
	}
	r.span(about, "the beginning of the body", r.Body, len(r.Text), found)
	for i := range r.Mentions {
		m := &r.Mentions[i]
		about.Row = fmt.Sprintf("mention %d", m.Position)
		r.span(about, "the mention", m.Start, m.End, found)
		r.since(about, m.Spell, found)
	}
	for i := range r.Entries {
		r.entry(&r.Entries[i], found)
	}
	r.oneAtATime(found)
	r.drawing(found)
}

func (r *Record) entry(e *timeline.Entry, found func(Finding)) {
	about := About{Report: r.ID, Claim: e.ID}
	if r.span(about, "the clause", e.Start, e.End, found) && r.Text[e.Start:e.End] != e.Quote {
		found(Finding{Quotes, about, fmt.Sprintf("%q, bytes %d to %d of the text", r.Text[e.Start:e.End], e.Start, e.End), fmt.Sprintf("%q", e.Quote)})
	}
	if p := e.Place; p != nil {
		r.span(about, "the place", p.Start, p.End, found)
		if p.At != nil {
			Point(about, *p.At, found)
		} else if p.ID != "" {
			found(Finding{Points, about, "a point for place " + p.ID, "none"})
		}
	}
	again := e.Claim
	again.Identify()
	if again.ID != e.ID {
		found(Finding{ClaimIDs, about, again.ID + ", the digest of what it says", e.ID})
	}
	r.since(about, e.Spell, found)
}

// since proves a spell of what was taken from the report.
func (r *Record) since(about About, s timeline.Spell, found func(Finding)) {
	Spell(about, s, found)
	if s.Recorded < r.Recorded {
		found(Finding{Spells, about, "a beginning at or after " + r.Recorded.String() + ", when the report came", s.Recorded.String()})
	}
}

// oneAtATime proves that no two readings of a claim are believed at once.
func (r *Record) oneAtATime(found func(Finding)) {
	spells := make(map[string][]timeline.Spell, len(r.Entries))
	for i := range r.Entries {
		e := &r.Entries[i]
		spells[e.ID] = append(spells[e.ID], e.Spell)
	}
	for _, id := range slices.Sorted(maps.Keys(spells)) {
		OneAtATime(About{Report: r.ID, Claim: id}, spells[id], found)
	}
}

// OneAtATime proves that spells of one thing do not overlap. It puts them in
// order.
func OneAtATime(about About, spells []timeline.Spell, found func(Finding)) {
	end := func(s timeline.Spell) timeline.Moment {
		if !s.Superseded.Known() {
			return math.MaxInt64
		}
		return s.Superseded
	}
	slices.SortFunc(spells, func(a, b timeline.Spell) int {
		return cmp.Or(cmp.Compare(a.Recorded, b.Recorded), cmp.Compare(end(a), end(b)))
	})
	for i := 1; i < len(spells); i++ {
		if a, b := spells[i-1], spells[i]; end(a) > b.Recorded {
			found(Finding{Spells, about, "one at a time", "one since " + a.Recorded.String() + " and one since " + b.Recorded.String()})
		}
	}
}

// span says whether bytes start to end of the text are a span, between
// characters.
func (r *Record) span(about About, what string, start, end int, found func(Finding)) bool {
	var problem string
	switch {
	case start < 0 || end < start || end > len(r.Text):
		problem = fmt.Sprintf("0 to %d, in order", len(r.Text))
	case !boundary(r.Text, start) || !boundary(r.Text, end):
		problem = "no character cut in two"
	default:
		return true
	}
	found(Finding{Spans, about, fmt.Sprintf("bytes of %s within the text: %s", what, problem), fmt.Sprintf("%d to %d", start, end)})
	return false
}

func boundary(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) }

// Point proves that a point (lon, lat) is one of the globe.
func Point(about About, p [2]float64, found func(Finding)) {
	if err := geo.CheckLonLat(p); err != nil {
		found(Finding{Points, about, "a point on the globe", err.Error()})
	}
}
