package web

import "frontline/timeline/atlas"

// getCorrections answers /api/corrections?from=&to=&place=&in=: what we changed
// our mind about on these days, and why. place is an id or a name.
func (s *Server) getCorrections(c *call) error {
	of := atlas.Review{Recorded: c.span()}
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
		of.Place = place.ID
	} else {
		of.Admin1 = in
	}
	return c.reply(struct {
		Corrections []atlas.Correction `json:"corrections"`
	}{c.atlas.Corrections(of)})
}
