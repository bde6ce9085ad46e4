package ar

import "strings"

// heading marks the headline: the first sentence, or the line under the lines
// that only say who reports, where and when; with what a colon inside its line
// announces. A text of one sentence has none.
func (d *document) heading() {
	last := len(d.sentences) - 1 // nothing stands under it
	if last < 1 {
		return
	}
	at := d.underSource(min(3, last))
	for d.mark(at); at < last && d.goesOn(&d.sentences[at].stop); d.mark(at) {
		at++
	}
}

// mark makes sentence i the end of the headline.
func (d *document) mark(i int) {
	s := &d.sentences[i]
	s.headline, d.headEnd = true, s.n[len(s.n)-1].end
}

// underSource is the line of the first n sentences that says more than who
// reports, where and when; the first where a line holds several sentences.
func (d *document) underSource(n int) int {
	for k := range d.sentences[:n] {
		if s := &d.sentences[k]; !strings.HasPrefix(s.stop.text, "\n") {
			break
		} else if !s.onlySource() {
			return k
		}
	}
	return 0
}

// onlySource says whether the line only says who reports, where and when.
func (s *sentence) onlySource() bool {
	if len(s.n) > 10 {
		return false
	}
	for i := range s.n {
		switch s.n[i].role {
		case roleWord, rolePlace, roleNum, roleMark, roleComma, "month", "weekday", "common", "era", "narrator", "prep", "year":
		default:
			return false
		}
	}
	return true
}

// goesOn says whether the stop of a sentence is a colon, or two dots, inside the
// line of a headline: "Yarmouk camp: raids and fighting", with text below.
func (d *document) goesOn(stop *node) bool {
	rest := d.text[stop.end:]
	switch {
	case stop.text == ":" && !strings.HasPrefix(rest, ":"), stop.text == "." && strings.HasPrefix(rest, "."), stop.text == "…":
	default:
		return false
	}
	line := strings.IndexByte(rest, '\n')
	return line > 0 && line < longHeadline && strings.TrimSpace(rest[:line]) != "" && strings.TrimSpace(rest[line:]) != ""
}

// longHeadline is the bytes that a line behind such a stop may have and still be the
// rest of a headline.
const longHeadline = 240
