package web

import "frontline/timeline/atlas"

// getWho answers /api/who?place=&in=&day= and /api/who?lon=&lat=&day=: who held a
// place, by id or name, or a bare point, on a day.
func (s *Server) getWho(c *call) error {
	day := c.day()
	name, named := c.text("place")
	in := c.governorate()
	p, pointed := c.point()
	if named == pointed {
		const allowed = "place, or lon and lat"
		problem := "missing: want " + allowed
		if named {
			problem = "given together with lon and lat: want " + allowed
		}
		c.wrong("place", name, allowed, problem)
	}
	if err := c.done(); err != nil {
		return err
	}
	if pointed {
		return c.answer(c.atlas.WhoAt(p, day))
	}
	place, err := c.placeOf("place", name, in)
	if err != nil {
		return err
	}
	return c.answer(c.atlas.Who(place, day))
}

func (c *call) answer(a atlas.Answer, err error) error {
	if err != nil {
		return err
	}
	return c.reply(a)
}
