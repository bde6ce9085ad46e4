package web

import (
	"frontline/timeline/atlas"
	"frontline/timeline/export"
)

// getGaps answers /api/gaps: with actor=, the gaps between the parts of its side,
// in=, bbox= and within_km= narrowing them; with place= and to=, the distance of two
// places; with place= alone, the nearest front. day= and window= say of which day,
// and of how many days up to it the words are told beside a gap. Places are ids or
// names, and in= says which of several that bear one.
func (s *Server) getGaps(c *call) error {
	q := atlas.GapQuestion{Day: c.day(), Actor: choice(c.params, "actor", s.actors())}
	q.Days = c.integer("window", 1, maxWindow, atlas.DefaultGapDays)
	q.WithinKm = float64(c.integer("within_km", 1, 1000, atlas.DefaultGapKm))
	from, named := c.text("place")
	to, both := c.text("to")
	q.Bound, q.Admin1 = c.bound(), c.governorate()
	const allowed = "actor, or place, or place and to"
	switch {
	case named && q.Actor != "":
		c.wrong("place", from, allowed, "given together with actor: want "+allowed)
	case both && !named:
		c.wrong("to", to, allowed, "given without place: want "+allowed)
	case !named && q.Actor == "":
		c.missing("actor", allowed)
	}
	if err := c.done(); err != nil {
		return err
	}
	if named {
		p, err := c.placeOf(from, q.Admin1)
		if err != nil {
			return err
		}
		q.From = &p
	}
	if both {
		p, err := c.placeOf(to, q.Admin1)
		if err != nil {
			return err
		}
		q.To = &p
	}
	return c.replyFeatures(export.Gaps(c.atlas, q))
}
