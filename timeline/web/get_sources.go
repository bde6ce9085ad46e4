package web

import (
	"fmt"
	"slices"
	"strings"

	"frontline/timeline"
	"frontline/timeline/answer"
	"frontline/timeline/atlas"
)

// getSources answers /api/sources: who publishes what is known, and how far each
// is believed.
func (s *Server) getSources(c *call) error {
	if err := c.done(); err != nil {
		return err
	}
	return c.reply(answer.Sources{Sources: c.atlas.Sources()})
}

// checkWithout refuses a source that the view does not know: an answer that
// counts what somebody wanted left out would be a wrong one.
func (c *call) checkWithout() {
	without := c.query["without"]
	if len(without) == 0 {
		return
	}
	ids := c.sources()
	for _, id := range without {
		if !slices.Contains(ids, id) {
			allowed := strings.Join(ids, ", ")
			c.wrong("without", id, allowed, fmt.Sprintf("%q is no source: want one of %s", id, allowed))
		}
	}
}

// sources are the ids of those that a question may name.
func (c *call) sources() (ids []string) {
	for _, s := range c.atlas.Sources() {
		ids = append(ids, s.ID)
	}
	return ids
}

// evidence reads the parameters that say whose claims count for an answer, and how
// they are said: source and modality, each of which may be given several times, and
// sure.
func (c *call) evidence(f *atlas.Filter) {
	c.heldBy(f)
	f.Modalities = each(c.params, "modality", timeline.Modalities)
}

// heldBy reads source and sure.
func (c *call) heldBy(f *atlas.Filter) {
	f.Sources, f.Sure = each(c.params, "source", c.sources()), c.fraction("sure")
}
