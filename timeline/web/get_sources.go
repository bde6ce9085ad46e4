package web

import (
	"fmt"
	"slices"
	"strings"

	"frontline/timeline/atlas"
)

// getSources answers /api/sources: who publishes what is known, and how far each
// is believed.
func (s *Server) getSources(c *call) error {
	if err := c.done(); err != nil {
		return err
	}
	return c.reply(struct {
		Sources []atlas.SourceCount `json:"sources"`
	}{c.atlas.Sources()})
}

// checkWithout refuses a source that the view does not know: an answer that
// counts what somebody wanted left out would be a wrong one.
func (c *call) checkWithout() {
	without := c.query["without"]
	if len(without) == 0 {
		return
	}
	var ids []string
	for _, s := range c.atlas.Sources() {
		ids = append(ids, s.ID)
	}
	for _, id := range without {
		if !slices.Contains(ids, id) {
			allowed := strings.Join(ids, ", ")
			c.wrong("without", id, allowed, fmt.Sprintf("%q is no source: want one of %s", id, allowed))
		}
	}
}
