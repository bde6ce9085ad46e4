package web

import "frontline/timeline"

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
	type report struct {
		timeline.ReportView
		Text string `json:"text"`
		Body int    `json:"body"`
	}
	return c.reply(struct {
		Report report             `json:"report"`
		Claims []timeline.Claim   `json:"claims"`
		Places []timeline.Mention `json:"places"`
	}{
		report{timeline.ViewReport(r.Report), r.Report.Text, r.Report.Body},
		append([]timeline.Claim{}, r.Claims...),
		append([]timeline.Mention{}, r.Places...),
	})
}
