package atlas

import "frontline/timeline"

// Evidence is a claim beside the report that makes it.
type Evidence struct {
	Claim  *timeline.Claim `json:"claim"`
	Report Source          `json:"report"`
}

// Source is what leads a reader to a report, and says whose it is.
type Source struct {
	ID        string       `json:"id"`
	Title     string       `json:"title"`
	Source    string       `json:"source"`    // as the report names it
	SourceID  string       `json:"source_id"` // in the registry; timeline.Unnamed where it names none
	Side      string       `json:"side"`      // that the source speaks for; "" for none
	URL       string       `json:"url"`
	Published timeline.Day `json:"published"`
}

// Evidence puts claims beside their reports, in the order given; never nil.
func (a *Atlas) Evidence(claims []*timeline.Claim) []Evidence {
	out := make([]Evidence, 0, len(claims))
	for _, c := range claims {
		out = append(out, Evidence{c, a.SourceOf(c.Report)})
	}
	return out
}

// SourceOf leads to the report of an id, which must be known.
func (a *Atlas) SourceOf(report string) Source {
	r, source := a.reports[report], a.voices()[report]
	return Source{r.ID, r.Title, r.Source, source.ID, source.Side, r.URL, r.PublishedAt(a.view.KnownAt)}
}

// SourceID is the id of a report's source in the registry, whether or not the
// report counts; timeline.Unnamed where it names none.
func (a *Atlas) SourceID(r timeline.Report) string { return a.registry.Of(r).ID }
