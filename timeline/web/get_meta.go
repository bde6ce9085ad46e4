package web

import (
	"frontline/timeline"
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
	return c.reply(struct {
		Version string               `json:"version"`
		Data    string               `json:"data_version"`
		Licence string               `json:"licence"`
		Terms   string               `json:"licence_url"`
		Credits string               `json:"attribution"` // what whoever passes the data on has to say
		First   timeline.Day         `json:"first"`
		Last    timeline.Day         `json:"last"`
		Actors  []timeline.ActorInfo `json:"actors"`
		Kinds   []timeline.Kind      `json:"kinds"`
		Reports int                  `json:"reports"`
		Claims  int                  `json:"claims"`
		Places  int                  `json:"places"`
	}{c.atlas.Version(), c.atlas.Data(), s.cfg.Licence.Name, s.cfg.Licence.URL, s.cfg.Licence.Attribution, days.From, last, append([]timeline.ActorInfo{}, s.cfg.Actors...), timeline.Kinds,
		n.Reports, n.Claims, n.Places})
}

// getDays answers /api/days?in=&bbox=&within=: how much is claimed of each day.
func (s *Server) getDays(c *call) error {
	var f atlas.Filter
	c.region(&f)
	if err := c.done(); err != nil {
		return err
	}
	return c.reply(struct {
		Days []atlas.DayCount `json:"days"`
	}{c.atlas.DayCounts(f)})
}
