package web

import (
	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/export"
)

// getDifference answers /api/difference?from=&to=&map=&actor=&in=&bbox=&within=:
// the ground that passed from one holder to another between two days, with the band
// in which its border lies, and what its places went through; with a source, as its
// own maps have it.
func (s *Server) getDifference(c *call) error {
	from, to, source := c.neededDay("from"), c.neededDay("to"), c.mapOf()
	f := atlas.Filter{Actors: each(c.params, "actor", s.actors())}
	c.region(&f)
	if err := c.done(); err != nil {
		return err
	}
	difference := c.atlas.Difference
	if source != "" {
		difference = func(from, to timeline.Day, f atlas.Filter) ([]atlas.GroundChange, error) {
			return c.atlas.DrawnDifference(source, from, to, f)
		}
	}
	changes, err := difference(from, to, f)
	if err != nil {
		return err
	}
	return c.replyFeatures(export.Changed(changes, from, to))
}

// getCorrected answers /api/corrected?day=&known_on=&actor=&in=&bbox=&within=: the
// ground of a day that was seen in other hands by what was known on another day
// than it is by what the question's view knows.
func (s *Server) getCorrected(c *call) error {
	day, known := c.day(), c.neededDay("known_on")
	f := atlas.Filter{Actors: each(c.params, "actor", s.actors())}
	c.region(&f)
	if err := c.done(); err != nil {
		return err
	}
	changes, err := c.atlas.Corrected(c.atlas.KnownAt(timeline.EndOf(known)), day, f)
	if err != nil {
		return err
	}
	return c.replyFeatures(export.Correction(changes, day))
}

// getSeries answers /api/series?from=&to=&map=&in=&bbox=&within=: the square
// kilometres of each holder over time, in spans through which they stay the same;
// with a source, as its own maps have it.
func (s *Server) getSeries(c *call) error {
	f, source := atlas.Filter{Span: c.span()}, c.mapOf()
	c.region(&f)
	if err := c.done(); err != nil {
		return err
	}
	series := c.atlas.Series
	if source != "" {
		series = func(f atlas.Filter) (atlas.Series, error) { return c.atlas.DrawnSeries(source, f) }
	}
	said, err := series(f)
	if err != nil {
		return err
	}
	return c.reply(said)
}
