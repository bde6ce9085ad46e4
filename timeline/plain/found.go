package plain

import (
	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/fulltext"
)

// Found is what was found for words.
type Found struct {
	Words   string // as they were typed
	Places  []timeline.RankedView
	Reports []FoundReport
	Total   int // of reports
	Page    int // of reports, from 1
	Pages   int
}

// FoundReport is a report in which words were found.
type FoundReport struct {
	atlas.Told
	Snippet *fulltext.Snippet
}

// Found is the page of what was found.
func (p *Pages) Found(v Visit, f Found) ([]byte, error) {
	out := p.begin(v)
	out.Title, out.Found = out.say("found_title", "q", f.Words), &f
	return out.made()
}

// Shown are the pieces of a snippet, in which what was found is marked.
func (p *page) Shown(s *fulltext.Snippet) []piece {
	var out []piece
	last := 0
	add := func(to int, marked bool) {
		if to <= last {
			return
		}
		out, last = append(out, piece{Text: s.Text[last:to], Marked: marked}), to
	}
	for _, m := range s.Matches {
		add(m[0], false)
		add(m[1], true)
	}
	add(len(s.Text), false)
	return out
}
