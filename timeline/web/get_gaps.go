package web

import (
	"fmt"

	"frontline/timeline/atlas"
	"frontline/timeline/export"
)

// getGaps answers /api/gaps: with actor=, the gaps between the parts of its side,
// in=, bbox= and within_km= narrowing them; with place= and to=, the distance of two
// places; with place= alone, the nearest front. day= and window= say of which day,
// and of how many days up to it the words are told beside a gap. Places are ids or
// names, and in= says which of several that bear one; bbox= and within_km= beside them
// are refused.
func (s *Server) getGaps(c *call) error {
	q := atlas.GapQuestion{Day: c.day(), Actor: choice(c.params, "actor", s.actors())}
	q.Days = c.integer("window", 1, atlas.MaxGapDays, atlas.DefaultGapDays)
	q.WithinKm = float64(c.integer("within_km", 1, atlas.MaxGapKm, atlas.DefaultGapKm))
	from, named := c.text("place")
	to, both := c.text("to")
	q.Bound, q.Admin1 = c.bound(), c.governorate()
	if named {
		c.forActorAlone("bbox", "within_km")
	}
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
		p, err := c.placeOf("place", from, q.Admin1)
		if err != nil {
			return err
		}
		q.From = &p
	}
	if both {
		p, err := c.placeOf("to", to, q.Admin1)
		if err != nil {
			return err
		}
		if q.To = &p; q.To.At == q.From.At {
			const allowed = "a place at another point than place"
			return &paramError{"to", to, allowed, fmt.Sprintf("%s and %s lie at the same point: want %s", q.From.ID, q.To.ID, allowed)}
		}
	}
	return c.replyFeatures(export.Gaps(c.atlas, q))
}

// forActorAlone refuses parameters that narrow the gaps of a side, where places are
// asked about.
func (c *call) forActorAlone(names ...string) {
	const allowed = "without place, beside actor"
	for _, name := range names {
		if c.query.Has(name) {
			c.wrong(name, c.query.Get(name), allowed, "given beside place: want it "+allowed)
		}
	}
}
