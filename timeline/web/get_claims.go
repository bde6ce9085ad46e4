package web

import (
	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/export"
)

// getClaims answers /api/claims?from=&to=&bbox=&in=&actor=&kind=&place=:
// what reports say. actor and kind may be given several times; place is an id or
// a name.
func (s *Server) getClaims(c *call) error {
	f := atlas.Filter{Span: c.span(),
		Actors: each(c.params, "actor", s.actors()), Kinds: each(c.params, "kind", timeline.Kinds)}
	if err := c.ground(&f); err != nil {
		return err
	}
	return c.replyFeatures(export.Features(c.atlas, export.Options{Layer: export.Claims, Filter: f}))
}
