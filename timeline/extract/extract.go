// Package extract reads reports: words → names and statements → places on the
// ground → claims. The rules of a language live in a folder of their own.
package extract

import (
	"fmt"
	"io/fs"
	"math"
	"slices"
	"strings"

	"frontline/geo/gazetteer"
	"frontline/timeline"
	"frontline/timeline/extract/draft"
)

// Reader reads reports. It is safe for concurrent use, and what it gives does
// not depend on what it read before.
type Reader struct {
	grammars map[string]grammar // by language
	places   *gazetteer.Gazetteer
	weights  gazetteer.Weights
	regions  *regions
}

// New makes a reader from folders of word lists (each with a folder a
// language: ar, en), of which what an earlier one says of a word counts over a
// later one; the last has to be complete. places are those whose names it
// knows, actors those whose sides it knows.
func New(words []fs.FS, places *gazetteer.Gazetteer, actors []timeline.ActorInfo) (*Reader, error) {
	x := &Reader{grammars: map[string]grammar{}, places: places, weights: gazetteer.Learned(), regions: regionsOf(places)}
	for _, l := range languages() {
		folders, err := foldersOf(words, l.code)
		if err != nil {
			return nil, err
		}
		if x.grammars[l.code], err = l.grammar(folders, places, actors); err != nil {
			return nil, fmt.Errorf("language %s: %w", l.code, err)
		}
	}
	return x, nil
}

// foldersOf are the folders of a language; only the last has to have one.
func foldersOf(words []fs.FS, language string) ([]fs.FS, error) {
	var out []fs.FS
	for i, w := range words {
		if _, err := fs.Stat(w, language); err != nil && i < len(words)-1 {
			continue
		}
		f, err := fs.Sub(w, language)
		if err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	return out, nil
}

// Read reads one report. Where r has no day of publication, one is inferred
// from the text if it says enough. A report in a language that is not read is
// an error; one that says nothing is not.
func (x *Reader) Read(r timeline.Report) (timeline.Reading, error) {
	out, _, err := x.read(r, nil, false)
	return out, err
}

// Explain reads one report, and notes clause by clause what every rule made of
// it, or why it made nothing. The spans of the notes are bytes of r.Text.
func (x *Reader) Explain(r timeline.Report) (timeline.Reading, []draft.Note, error) {
	return x.read(r, nil, true)
}

// read reads a report; ground is nil where nobody knows it.
func (x *Reader) read(r timeline.Report, ground Ground, explain bool) (timeline.Reading, []draft.Note, error) {
	body := r.Text[r.Body:]
	code, foreign := language(body)
	if r.Language == "" {
		r.Language = code
	}
	if x.grammars[r.Language] == nil {
		return timeline.Reading{}, nil, fmt.Errorf("the text is in a language that is not read (%q): want %s", r.Language, codes())
	}
	text := x.whole(passages(body, r.Language, foreign), r, explain)
	r.Published, r.PublishedBasis = text.Published, text.PublishedBasis
	located := x.locate(&text, ground)
	out := timeline.Reading{Report: r, Places: located.mentions, Claims: text.Claims}
	for i := range out.Claims {
		located.put(&out.Claims[i])
		x.regions.relate(&located, &out.Claims[i], text.Relations[i])
	}
	var held map[string]bool // nil until it is asked for
	for i := range out.Claims {
		c := &out.Claims[i]
		c.Report = r.ID
		if c.Kind == timeline.Distance {
			if held == nil {
				held = controlled(out.Claims)
			}
			located.measure(c, held)
		}
		c.Confidence = math.Round(c.Confidence*100) / 100
		shift(c, r.Body)
		c.Identify()
	}
	out.Claims = distinct(out.Claims)
	for i := range out.Places {
		out.Places[i].Start += r.Body
		out.Places[i].End += r.Body
	}
	for i := range text.Notes {
		text.Notes[i].Start += r.Body
		text.Notes[i].End += r.Body
	}
	return out, text.Notes, nil
}

// whole reads each passage of a report by the grammar of its language, as one
// text.
func (x *Reader) whole(passages []passage, r timeline.Report, explain bool) draft.Text {
	body := r.Text[r.Body:]
	whole := draft.Text{Published: r.Published, PublishedBasis: r.PublishedBasis}
	for _, p := range passages {
		g := x.grammars[p.language]
		if g == nil {
			continue
		}
		part := g.Read(body[p.start:p.end], whole.Published, whole.PublishedBasis, explain)
		whole.Published, whole.PublishedBasis = part.Published, part.PublishedBasis
		part.Shift(p.start)
		if part.Relations == nil {
			part.Relations = make([]draft.Relation, len(part.Claims))
		}
		whole.Relations = joined(whole.Relations, part.Relations)
		whole.Names = joined(whole.Names, part.Names)
		whole.Claims = joined(whole.Claims, part.Claims)
		whole.Notes = joined(whole.Notes, part.Notes)
	}
	slices.SortStableFunc(whole.Notes, func(a, b draft.Note) int { return a.Start - b.Start })
	return whole
}

// joined is a and behind it b, of which most texts have only one.
func joined[T any](a, b []T) []T {
	if len(a) == 0 {
		return b
	}
	return append(a, b...)
}

// distinct leaves out a claim whose id was there before: the clause says it
// twice, and it is said once.
func distinct(claims []timeline.Claim) []timeline.Claim {
	seen := make(map[string]bool, len(claims))
	return slices.DeleteFunc(claims, func(c timeline.Claim) bool {
		again := seen[c.ID]
		seen[c.ID] = true
		return again
	})
}

// shift moves the spans of a claim from the body to the whole text.
func shift(c *timeline.Claim, by int) {
	c.Start += by
	c.End += by
	if c.Place != nil {
		c.Place.Start += by
		c.Place.End += by
	}
}

// codes are the languages that are read, with commas between.
func codes() string {
	var out []string
	for _, l := range languages() {
		out = append(out, l.code)
	}
	return strings.Join(out, ", ")
}
