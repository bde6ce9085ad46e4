package baseline

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"frontline/timeline"
)

// rule names how these claims were read.
const rule = "baseline"

// reading is the report of a snapshot: a table, with a claim for each holder
// that a line of it names.
func (s *Series) reading(n int) timeline.Reading {
	shot := s.shots[n]
	t := &table{series: s, shot: shot}
	t.head(n)
	for _, l := range s.lines[n] {
		t.line(l)
	}
	for _, u := range shot.lost {
		t.unplaced(u)
	}
	text := t.text.String()
	out := timeline.Reading{Places: t.mentions, Claims: t.claims, Drawing: shot.drawing, Report: timeline.Report{
		ID: timeline.ReportID(text), File: shot.path, Title: fmt.Sprintf("Control on %s: %s", shot.day, shot.file), Source: s.origin.Source,
		URL: s.origin.URL, Language: "en", Published: shot.day, PublishedBasis: shot.basis, Text: text, Form: timeline.Table,
	}}
	for i := range out.Claims {
		c := &out.Claims[i]
		c.Report, c.Quote = out.Report.ID, text[c.Start:c.End]
		c.Identify()
	}
	return out
}

// table is the text of a report while it is written, and what it says.
type table struct {
	series   *Series
	shot     *snapshot
	text     strings.Builder
	mentions []timeline.Mention
	claims   []timeline.Claim
}

// head says what the table was made from.
func (t *table) head(n int) {
	s := t.series
	t.note("control on %s, as read from %s", t.shot.day, cell(t.shot.file))
	t.note("sha256: %s", t.shot.sha256)
	t.note("source: %s", cmp.Or(cell(s.origin.Source), "not stated"))
	t.note("url: %s", cmp.Or(cell(s.origin.URL), "not stated"))
	t.note("licence: %s", cmp.Or(cell(s.origin.Licence), "not stated"))
	kind := "a list, rows"
	if t.shot.unit == "feature" {
		kind = "a list, points"
	}
	if t.shot.complete {
		kind = "a map, polygons"
	}
	t.note("%s: %d", kind, t.shot.features)
	if n > 0 {
		gap := "none"
		if m := s.Snapshots[n].Missing; days(m) > 0 {
			gap = fmt.Sprintf("%d, %s", days(m), inWords(m))
		}
		t.note("days missing before it, of one a day: %s", gap)
	}
	t.note("below: what it is the first or the last of its series to show so")
	t.text.WriteString("id\tname_ar\tname_en\tholder\tshown\twhere\n")
}

func (t *table) note(format string, args ...any) { fmt.Fprintf(&t.text, "# "+format+"\n", args...) }

// line writes what the snapshot shows of a place.
func (t *table) line(l line) {
	place := &t.series.entries[l.place].Place
	start := t.text.Len()
	fmt.Fprintf(&t.text, "%s\t", place.ID)
	at := t.text.Len()
	ar, en := cell(place.NameAr), cell(place.NameEn)
	surface := ar
	if ar == "" {
		surface, at = en, at+1
	}
	if surface == "" {
		surface, at = place.ID, start
	}
	fmt.Fprintf(&t.text, "%s\t%s\t%s\t%s\t%s", ar, en, t.holders(l), l.shown, t.where(l))
	end := t.text.Len()
	t.text.WriteByte('\n')

	ref := timeline.PlaceRef{Surface: surface, Named: true, Start: at, End: at + len(surface), ID: place.ID, At: &place.At, Score: 1}
	t.mentions = append(t.mentions, timeline.Mention{Surface: surface, Start: ref.Start, End: ref.End, Place: place, Score: 1, Reason: t.reason()})
	for _, m := range l.marks {
		here := ref
		c := timeline.Claim{Kind: timeline.Holds, Modality: timeline.Asserted, Actor: t.actor(m), Place: &here, Extent: timeline.Full,
			Date: t.shot.day, DateBasis: timeline.Baseline, Start: start, End: end, Rule: rule, Confidence: 1}
		if (len(l.marks) > 1 || m.part) && !l.ledBy(m) {
			c.Extent = timeline.Partial
		}
		if l.shown == shownGone {
			c.Kind, c.Actor, c.From, c.Extent = timeline.Lost, "", c.Actor, timeline.Full
		}
		t.claims = append(t.claims, c)
	}
}

// ledBy says whether one that is shown is the holder, and the only one.
func (l line) ledBy(m mark) bool {
	return m.leads && !slices.ContainsFunc(l.marks, func(o mark) bool { return o.leads && o.actor != m.actor })
}

func (t *table) actor(m mark) timeline.Actor { return t.series.actors[m.actor].ID }

func (t *table) holders(l line) string {
	names := make([]string, len(l.marks))
	for i, m := range l.marks {
		names[i] = string(t.actor(m))
	}
	return strings.Join(names, ", ")
}

// where says what of the file shows it.
func (t *table) where(l line) string {
	if l.shown == shownGone {
		return fmt.Sprintf("outside every polygon; in one on %s", l.last)
	}
	var out []string
	for _, m := range l.marks {
		switch {
		case m.feature == 0:
			out = append(out, "outside every polygon")
		case t.shot.complete:
			out = append(out, fmt.Sprintf("feature %d", m.feature))
		default:
			out = append(out, fmt.Sprintf("%s %d: %s", t.shot.unit, m.feature, t.shot.rows[m.feature]))
		}
	}
	return strings.Join(out, "; ")
}

func (t *table) reason() string {
	if t.shot.complete {
		return "lies there, by its coordinates"
	}
	return "named by the row"
}

// unplaced writes a row of a list that no place was found for.
func (t *table) unplaced(u Unplaced) {
	t.text.WriteString("\t")
	start, name := t.text.Len(), cell(u.Name)
	fmt.Fprintf(&t.text, "%s\t\t%s\tnot placed\t%s %d: %s\n", name, u.Holder, u.What, u.Line, t.shot.rows[int32(u.Line)])
	t.mentions = append(t.mentions, timeline.Mention{Surface: name, Start: start, End: start + len(name), Reason: u.Reason, Candidates: u.Candidates})
}
