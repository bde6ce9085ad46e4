package plain

import (
	"net/url"
	"slices"

	"frontline/timeline"
	"frontline/timeline/atlas"
)

// report is what is told of a report.
type report struct {
	atlas.Source
	Whole  string // its text
	Pieces []piece
	Claims []*timeline.Claim // that count, in the order of the text
}

// piece is a part of a text, marked or not.
type piece struct {
	Text   string
	Marked bool
	Begins []string // ids of the claims whose clause begins here
}

// Report is the page of a report that the atlas knows, with its text and the claims of
// it that count marked in it.
func (p *Pages) Report(v Visit, r timeline.Reading) ([]byte, error) {
	out := p.begin(v)
	known, _ := v.Atlas.Report(r.Report.ID)
	told := &report{Source: v.Atlas.SourceOf(r.Report.ID), Claims: v.Atlas.Said(r.Report.ID)}
	told.Whole = r.Report.Text[min(max(0, r.Report.Body), len(r.Report.Text)):]
	told.Pieces = pieces(r.Report.Text, len(r.Report.Text)-len(told.Whole), told.Claims)
	out.Title, out.Report = orID(known.Title, out.say("report_untitled")), told
	return out.made()
}

// pieces cuts a text, from where it begins, at every end of a clause. Clauses that do
// not lie in the text are left out.
func pieces(text string, body int, claims []*timeline.Claim) []piece {
	cuts := []int{body, len(text)}
	var marked []*timeline.Claim
	for _, c := range claims {
		if body <= c.Start && c.Start < c.End && c.End <= len(text) {
			cuts, marked = append(cuts, c.Start, c.End), append(marked, c)
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var out []piece
	for i := 1; i < len(cuts); i++ {
		part := piece{Text: text[cuts[i-1]:cuts[i]]}
		for _, c := range marked {
			part.Marked = part.Marked || c.Start <= cuts[i-1] && cuts[i] <= c.End
			if c.Start == cuts[i-1] {
				part.Begins = append(part.Begins, c.ID)
			}
		}
		out = append(out, part)
	}
	return out
}

// WebAddress is an address that a link may lead to, escaped where it has to be, "" for
// any other than http and https.
func WebAddress(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return u.String()
}
