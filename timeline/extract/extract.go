// Package extract reads reports: words → names and statements → places on the
// ground → claims. The rules of a language live in a folder of their own.
package extract

import (
	"fmt"
	"io/fs"
	"math"
	"slices"
	"unicode"

	"frontline/geo/gazetteer"
	"frontline/timeline"
	"frontline/timeline/extract/ar"
)

// Reader reads reports. It is immutable and safe for concurrent use.
type Reader struct {
	arabic *ar.Grammar
	places *gazetteer.Gazetteer
}

// New makes a reader from the word lists (a folder a language: words/ar), the
// gazetteer, and the actors with their sides.
func New(words fs.FS, places *gazetteer.Gazetteer, actors []timeline.ActorInfo) (*Reader, error) {
	lists, err := fs.Sub(words, "ar")
	if err != nil {
		return nil, err
	}
	g, err := ar.New([]fs.FS{lists}, places, actors)
	if err != nil {
		return nil, err
	}
	return &Reader{g, places}, nil
}

// Read reads one report. Where r has no day of publication, one is inferred
// from the text if it says enough. A report in a language that is not read is
// an error; one that says nothing is not.
func (x *Reader) Read(r timeline.Report) (timeline.Reading, error) {
	body := r.Text[r.Body:]
	if r.Language == "" {
		r.Language = language(body)
	}
	if r.Language != "ar" {
		return timeline.Reading{}, fmt.Errorf("the text is not Arabic (language %q): only ar is read", r.Language)
	}
	text := x.arabic.Read(body, r.Published, r.PublishedBasis, false)
	r.Published, r.PublishedBasis = text.Published, text.PublishedBasis
	located := locate(text.Names)
	out := timeline.Reading{Report: r, Places: located.mentions, Claims: text.Claims}
	for i := range out.Claims {
		located.put(&out.Claims[i])
	}
	held := controlled(out.Claims)
	for i := range out.Claims {
		c := &out.Claims[i]
		c.Report = r.ID
		if c.Kind == timeline.Distance {
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
	return out, nil
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

// language is "ar" if a quarter of the letters are Arabic (addresses and what is
// left of markup are Latin), "en" if most are Latin, "und" otherwise.
func language(text string) string {
	arabicLetters, latin, all := 0, 0, 0
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Arabic, r):
			arabicLetters++
		case unicode.Is(unicode.Latin, r):
			latin++
		}
		if unicode.IsLetter(r) {
			all++
		}
	}
	switch {
	case arabicLetters > 0 && arabicLetters*4 >= all:
		return "ar"
	case latin*2 > all:
		return "en"
	}
	return "und"
}
