package atlas

import "frontline/timeline"

// Evidence is a claim beside the report that makes it.
type Evidence struct {
	Claim  timeline.Claim `json:"claim"`
	Report Source         `json:"report"`
}

// Source is what leads a reader to a report.
type Source struct {
	ID        string       `json:"id"`
	Title     string       `json:"title"`
	Source    string       `json:"source"`
	URL       string       `json:"url"`
	Published timeline.Day `json:"published"`
}

// Evidence puts claims beside their reports, in the order given; never nil.
func (a *Atlas) Evidence(claims []timeline.Claim) []Evidence {
	out := make([]Evidence, 0, len(claims))
	for _, c := range claims {
		r := a.reports[c.Report]
		out = append(out, Evidence{c, Source{r.ID, r.Title, r.Source, r.URL, r.Published}})
	}
	return out
}
