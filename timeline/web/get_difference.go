package web

import (
	"frontline/timeline/atlas"
	"frontline/timeline/export"
)

// getDifference answers /api/difference?from=&to=&actor=&in=&bbox=&within=: the
// ground that passed from one holder to another between two days, with the band in
// which its border lies, and what its places went through.
func (s *Server) getDifference(c *call) error {
	from, to := c.neededDay("from"), c.neededDay("to")
	f := atlas.Filter{Actors: each(c.params, "actor", s.actors())}
	c.region(&f)
	if err := c.done(); err != nil {
		return err
	}
	return c.replyFeatures(export.Difference(c.atlas, from, to, f))
}

// getSeries answers /api/series?from=&to=&in=&bbox=&within=: the square kilometres
// of each holder over time, in spans through which they stay the same.
func (s *Server) getSeries(c *call) error {
	f := atlas.Filter{Span: c.span()}
	c.region(&f)
	if err := c.done(); err != nil {
		return err
	}
	series, err := c.atlas.Series(f)
	if err != nil {
		return err
	}
	return c.reply(series)
}
