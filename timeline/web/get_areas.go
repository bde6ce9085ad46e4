package web

import (
	"errors"

	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/export"
)

// getAreas answers /api/areas?day=&map=&in=&bbox=&within=: the ground by holder on a
// day, inside a governorate or polygons; of a box, the areas that meet it, whole. With
// a source, it is as its own map has it, everywhere.
func (s *Server) getAreas(c *call) error {
	o := export.Options{Layer: export.Areas, Filter: atlas.Filter{Span: on(c.day())}}
	o.Map = c.mapOf()
	c.region(&o.Filter)
	c.wholeMap(o.Map, &o.Filter)
	return c.replyGround(o)
}

// wholeMap refuses regions beside the areas of a source's own map; "" is none.
func (c *call) wholeMap(source string, f *atlas.Filter) {
	if source != "" && (f.Within != nil || f.Admin1 != "") {
		c.wrong("map", source, "without in and within", "the areas of a drawn map come whole: want neither in nor within")
	}
}

// getCells answers /api/cells?day=&in=&bbox=&within=: the ground nearest to each
// place on a day, and how well it is known, in a region as areas are.
func (s *Server) getCells(c *call) error {
	o := export.Options{Layer: export.Cells, Filter: atlas.Filter{Span: on(c.day())}}
	c.region(&o.Filter)
	return c.replyGround(o)
}

// getFronts answers /api/fronts?day=&in=&bbox=&within=: the lines between holders on
// a day, in a region as areas are.
func (s *Server) getFronts(c *call) error {
	o := export.Options{Layer: export.Fronts, Filter: atlas.Filter{Span: on(c.day())}}
	c.region(&o.Filter)
	return c.replyGround(o)
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

// getHoldings answers /api/holdings?day=&in=&bbox=&actor=&source=&sure=: the places
// that are held on a day. actor and source may be given several times: a source is
// one of those because of which a place is held. sure is the least confidence, on the
// day on which the holder was last confirmed.
func (s *Server) getHoldings(c *call) error {
	f := atlas.Filter{Span: on(c.day()), Bound: c.bound(), Admin1: c.governorate(), Actors: each(c.params, "actor", s.actors())}
	c.heldBy(&f)
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
