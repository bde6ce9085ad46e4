package web

import (
	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/export"
)

// getClaims answers /api/claims?from=&to=&bbox=&in=&actor=&kind=&place=&source=&sure=
// &modality=: what reports say. actor, kind, source and modality may be given several
// times; sure is the least confidence; place is an id or a name.
func (s *Server) getClaims(c *call) error {
	f := atlas.Filter{Span: c.span(),
		Actors: each(c.params, "actor", s.actors()), Kinds: each(c.params, "kind", timeline.Kinds)}
	c.evidence(&f)
	if err := c.ground(&f); err != nil {
		return err
	}
	return c.replyFeatures(export.Features(c.atlas, export.Options{Layer: export.Claims, Filter: f}))
}
