package web

import (
	"frontline/timeline/answer"
	"frontline/timeline/atlas"
)

// getCorrections answers /api/corrections?from=&to=&in=&bbox=&place=: what we
// changed our mind about on these days, and why. place is an id or a name.
func (s *Server) getCorrections(c *call) error {
	recorded, f := c.span(), atlas.Filter{}
	if err := c.ground(&f); err != nil {
		return err
	}
	return c.reply(answer.Corrections{Corrections: c.atlas.Corrections(recorded, f)})
}
