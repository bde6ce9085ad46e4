package web

import "frontline/timeline/atlas"

// getChanges answers /api/changes?from=&to=&actor=&in=&bbox=&place=: what moved
// on the ground. actor may be given several times; place is an id or a name.
func (s *Server) getChanges(c *call) error {
	f, err := s.changesAsked(c)
	if err != nil {
		return err
	}
	return c.reply(c.atlas.Changes(f))
}

// getChangeCounts answers /api/changes/counts?by=&…, with the parameters of
// /api/changes: how often places changed hands.
func (s *Server) getChangeCounts(c *call) error {
	by := choice(c.params, "by", atlas.Groupings)
	if by == "" {
		c.missing("by", joined(atlas.Groupings))
	}
	f, err := s.changesAsked(c)
	if err != nil {
		return err
	}
	return c.reply(c.atlas.Changes(f).Counted(by))
}

func (s *Server) changesAsked(c *call) (atlas.Filter, error) {
	f := atlas.Filter{Span: c.span(), Actors: each(c.params, "actor", s.actors())}
	return f, c.ground(&f)
}

// ground reads the parameters that say where: in, bbox and place. Those that the
// question has beside them must have been read.
func (c *call) ground(f *atlas.Filter) error {
	f.Bound = c.bound()
	f.Admin1 = c.governorate()
	name, named := c.text("place")
	if err := c.done(); err != nil || !named {
		return err
	}
	place, err := c.placeOf("place", name, f.Admin1)
	f.Place, f.Admin1 = place.ID, "" // it says which of several, and has been heard
	return err
}
