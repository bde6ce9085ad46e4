package web

import (
	"math"

	"frontline/timeline/atlas"
)

// getHeld answers /api/held?actor=&day=&in=&bbox=&unconfirmed_for=: the places
// that an actor holds or contests on a day, by name.
func (s *Server) getHeld(c *call) error {
	day, actor := c.day(), choice(c.params, "actor", s.actors())
	if actor == "" {
		c.missing("actor", joined(s.actors()))
	}
	f := atlas.Filter{Bound: c.bound(), Admin1: c.governorate()}
	days := c.integer("unconfirmed_for", 0, math.MaxInt32, 0)
	if err := c.done(); err != nil {
		return err
	}
	return c.reply(c.atlas.Held(actor, day, f).Unconfirmed(days))
}

// getContested answers /api/contested?day=&in=&bbox=: the places that are
// contested on a day, by whom, since when and why, by name.
func (s *Server) getContested(c *call) error {
	day := c.day()
	f := atlas.Filter{Bound: c.bound(), Admin1: c.governorate()}
	if err := c.done(); err != nil {
		return err
	}
	return c.reply(c.atlas.Contested(day, f))
}
