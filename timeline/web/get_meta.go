package web

import (
	"frontline/timeline"
	"frontline/timeline/answer"
	"frontline/timeline/atlas"
)

// getMeta answers /api/meta: what there is to be asked about, and on what terms.
// version names all that answers come from, data_version the claims alone; first and
// last are the days of the first and last claim, null where none has a day.
func (s *Server) getMeta(c *call) error {
	if err := c.done(); err != nil {
		return err
	}
	days, n := c.atlas.Days(), c.atlas.Counts()
	last := days.To
	if last.Known() {
		last--
	}
	return c.reply(answer.Meta{Version: c.atlas.Version(), Data: c.atlas.Data(), Licence: s.cfg.Licence.Name, Terms: s.cfg.Licence.URL,
		Credits: s.cfg.Licence.Attribution, First: days.From, Last: last, Actors: append([]timeline.ActorInfo{}, s.cfg.Actors...),
		Kinds: timeline.Kinds, Reports: n.Reports, Claims: n.Claims, Places: n.Places})
}

// getDays answers /api/days?in=&bbox=&within=: how much is claimed of each day.
func (s *Server) getDays(c *call) error {
	var f atlas.Filter
	c.region(&f)
	if err := c.done(); err != nil {
		return err
	}
	return c.reply(answer.Days{Days: c.atlas.DayCounts(f)})
}
