package web

import (
	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/export"
)

// getPockets answers /api/pockets?day=&actor=&in=&bbox=&place=&neck_km=: the
// pockets of a day, and then the necks that are at most so wide. actor may be given
// several times; place is an id or a name.
func (s *Server) getPockets(c *call) error {
	f := atlas.Filter{Span: on(c.day()), Actors: each(c.params, "actor", s.actors())}
	width := c.integer("neck_km", 1, atlas.MaxNeckKm, atlas.DefaultNeckKm)
	if err := c.ground(&f); err != nil {
		return err
	}
	return c.replyFeatures(export.Enclosed(c.atlas, f, float64(width)))
}

// maxWindow is a few centuries in days: longer than any war that is reported on.
const maxWindow = 100_000

// getAdvances answers /api/advances?day=&window=&actor=&in=&bbox=&place=: the arrows
// of what is said of advances on the window days up to a day, a week unless asked
// otherwise. actor may be given several times; place is an id or a name.
func (s *Server) getAdvances(c *call) error {
	day, window := c.day(), c.integer("window", 1, maxWindow, 7)
	f := atlas.Filter{Span: timeline.Span{From: day - timeline.Day(window) + 1, To: day + 1}, Actors: each(c.params, "actor", s.actors())}
	if err := c.ground(&f); err != nil {
		return err
	}
	return c.replyFeatures(export.Features(c.atlas, export.Options{Layer: export.Advances, Filter: f}))
}
