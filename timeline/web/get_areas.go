package web

import (
	"errors"

	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/export"
)

// getAreas answers /api/areas?day=&map=: the ground by holder on a day; with a
// source, as its own map has it.
func (s *Server) getAreas(c *call) error {
	of := atlas.Filter{Span: on(c.day())}
	return c.replyGround(export.Options{Layer: export.Areas, Map: c.mapOf(), Filter: of})
}

// getFronts answers /api/fronts?day=: the lines between holders on a day.
func (s *Server) getFronts(c *call) error {
	return c.replyGround(export.Options{Layer: export.Fronts, Filter: atlas.Filter{Span: on(c.day())}})
}

func (c *call) replyGround(o export.Options) error {
	if err := c.done(); err != nil {
		return err
	}
	return c.replyFeatures(export.Features(c.atlas, o))
}

// mapOf reads the source whose map is asked for; "" where none is.
func (c *call) mapOf() string {
	source, given := c.one("map", "the id of a source that has a map")
	if !given {
		return ""
	}
	var none *atlas.NoMapError
	if _, err := c.atlas.Drawn(source); errors.As(err, &none) {
		c.wrong("map", source, none.Allowed(), err.Error())
	}
	return source
}

// getHoldings answers /api/holdings?day=&bbox=&actor=: the places that are
// held on a day. actor may be given several times.
func (s *Server) getHoldings(c *call) error {
	f := atlas.Filter{Span: on(c.day()), Bound: c.bound(), Actors: each(c.params, "actor", s.actors())}
	if err := c.done(); err != nil {
		return err
	}
	return c.replyFeatures(export.Features(c.atlas, export.Options{Layer: export.Holdings, Filter: f}))
}

// on is the span of one day.
func on(day timeline.Day) timeline.Span { return timeline.Span{From: day, To: day + 1} }

// actors are those a question may name.
func (s *Server) actors() []timeline.Actor {
	ids := []timeline.Actor{timeline.Unknown}
	for _, a := range s.cfg.Actors {
		if a.ID != timeline.Unknown {
			ids = append(ids, a.ID)
		}
	}
	return ids
}
