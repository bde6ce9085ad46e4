package web

import (
	"cmp"
	"math"
	"slices"

	"frontline/timeline"
	"frontline/timeline/answer"
	"frontline/timeline/atlas"
	"frontline/timeline/fulltext"
)

// maxReports is the most reports that can be asked for at once; someReports is how
// many come unasked.
const (
	maxReports  = 100
	someReports = 20
)

// getReports answers /api/reports?q=&from=&to=&source=&actor=&kind=&modality=&sure=
// &in=&bbox=&place=&limit=&offset=: the reports that count, published on these days
// and making a claim that meets the rest, newest first; those in which q is found,
// best match first, each with a piece of its text.
func (s *Server) getReports(c *call) error {
	q := c.words("q")
	f := atlas.Filter{Span: c.span(), Actors: each(c.params, "actor", s.actors()), Kinds: each(c.params, "kind", timeline.Kinds)}
	c.evidence(&f)
	page := window{Limit: c.integer("limit", 1, maxReports, someReports), Offset: c.integer("offset", 0, math.MaxInt32, 0)}
	if err := c.ground(&f); err != nil {
		return err
	}
	found, err := s.reports(c, q, f, page)
	if err != nil {
		return err
	}
	return c.reply(found)
}

// window is which of many are shown.
type window struct{ Limit, Offset int }

// reports are the reports that pass, those in which q is found where it is not nil.
func (s *Server) reports(c *call, q fulltext.Query, f atlas.Filter, page window) (answer.Reports, error) {
	list := c.atlas.Reports(f)
	if q != nil {
		matches, err := s.cfg.Source.Matches(c.Request().Context(), q)
		if err != nil {
			return answer.Reports{}, err
		}
		rank := make(map[string]int, len(matches))
		for i, m := range matches {
			rank[m.Report] = i
		}
		list = slices.DeleteFunc(list, func(r atlas.Told) bool { _, found := rank[r.ID]; return !found })
		slices.SortStableFunc(list, func(x, y atlas.Told) int { return cmp.Compare(rank[x.ID], rank[y.ID]) })
	}
	out := answer.Reports{Total: len(list), Limit: page.Limit, Offset: page.Offset, Reports: []answer.ListedReport{}}
	var ids []string
	for _, r := range list[min(page.Offset, len(list)):min(page.Offset+page.Limit, len(list))] {
		out.Reports = append(out.Reports, answer.ListedReport{Told: r})
		ids = append(ids, r.ID)
	}
	if q == nil {
		return out, nil
	}
	snippets, err := s.cfg.Source.Snippets(c.Request().Context(), q, ids)
	if err != nil {
		return answer.Reports{}, err
	}
	for i, r := range out.Reports {
		snippet := snippets[r.ID]
		out.Reports[i].Snippet = &snippet
	}
	return out, nil
}

// getReport answers /api/reports/{id}: a report with its text, and all that it
// says. The spans of claims and places are bytes of the text.
func (s *Server) getReport(c *call) error {
	if err := c.done(); err != nil {
		return err
	}
	r, err := s.cfg.Source.Report(c.Request().Context(), c.id())
	if err != nil {
		return err
	}
	out := answer.Report{Report: answer.ReportText{ReportView: timeline.ViewReport(r.Report), SourceID: c.atlas.SourceID(r.Report), Text: r.Report.Text, Body: r.Report.Body},
		Claims: append([]timeline.Claim{}, r.Claims...), Places: []timeline.MentionView{}}
	for _, m := range r.Places {
		out.Places = append(out.Places, timeline.ViewMention(m))
	}
	return c.reply(out)
}
