package web

import (
	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/export"
)

// getClaims answers /api/claims?from=&to=&bbox=&actor=&kind=&place=: what
// reports say. actor and kind may be given several times; place is an id or a
// name.
func (s *Server) getClaims(c *call) error {
	f := atlas.Filter{Span: c.span(), Bound: c.bound(),
		Actors: each(c.params, "actor", s.actors()), Kinds: each(c.params, "kind", timeline.Kinds)}
	name, named := c.text("place")
	in := c.governorate()
	if err := c.done(); err != nil {
		return err
	}
	if named {
		place, err := c.placeOf(name, in)
		if err != nil {
			return err
		}
		f.Place = place.ID
	}
	return c.replyFeatures(export.Features(c.atlas, export.Options{Layer: export.Claims, Filter: f}))
}

// getChanges answers /api/changes?from=&to=: what changed hands.
func (s *Server) getChanges(c *call) error {
	span := c.span()
	if err := c.done(); err != nil {
		return err
	}
	return c.reply(struct {
		Changes []atlas.Change `json:"changes"`
	}{c.atlas.Changes(span)})
}
