package web

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"slices"

	"frontline/timeline"
	"frontline/timeline/export"
	"frontline/timeline/export/format"

	"github.com/labstack/echo/v4"
)

// getExport answers /api/export?layer=&format=&day=&from=&to=&map=&actor=&kind=&in=
// &bbox=&within=&place=&source=&sure=&modality=: one file with all layers that are asked for, to be kept.
// layer, actor and kind may be given several times; place is an id or a name. What
// shows how things stood is of the day, claims and advances of the span from…to, or
// for want of one of the day too, and a difference is that between from and to. kind
// narrows claims alone; with a source, areas and differences are as its own maps have
// them.
func (s *Server) getExport(c *call) error {
	r := c.exported()
	r.Actors, r.Kinds = each(c.params, "actor", s.actors()), each(c.params, "kind", timeline.Kinds)
	if len(r.Kinds) > 0 && !slices.Contains(r.Layers, export.Claims) {
		c.wrong("kind", string(r.Kinds[0]), "beside layer=claims", "only claims have kinds: want it beside layer=claims")
	}
	c.evidence(&r.Filter)
	for _, name := range []string{"source", "sure"} {
		if c.query.Has(name) && !slices.ContainsFunc(r.Layers, export.Layer.Quotes) {
			const allowed = "beside layer=claims or layer=holdings"
			c.wrong(name, c.query.Get(name), allowed, "only claims and holdings can be narrowed by it: want it "+allowed)
		}
	}
	if len(r.Modalities) > 0 && !slices.Contains(r.Layers, export.Claims) {
		c.wrong("modality", string(r.Modalities[0]), "beside layer=claims", "only claims have modalities: want it beside layer=claims")
	}
	c.drawn(&r)
	name := choice(c.params, "format", format.Names)
	if name == "" {
		name = format.GeoJSON
	}
	place, named := c.text("place")
	if err := c.done(); err != nil {
		return err
	}
	if named {
		found, err := c.placeOf(place, r.Admin1)
		if err != nil {
			return err
		}
		r.Place = found.ID
	}
	f, _ := format.Of(name)
	return c.replyFile(f, r.Dataset(c.atlas, s.cfg.Actors))
}

// exported reads layers, days and region.
func (c *call) exported() (r export.Request) {
	r.Layers = each(c.params, "layer", export.Layers)
	if len(r.Layers) == 0 {
		c.missing("layer", joined(export.Layers))
	}
	r.Day, r.Span = c.optionalDay("day"), c.span()
	if !c.query.Has("day") && slices.ContainsFunc(r.Layers, export.Layer.Stands) {
		c.missing("day", dayForm)
	}
	if slices.Contains(r.Layers, export.Difference) {
		for _, name := range []string{"from", "to"} {
			if !c.query.Has(name) {
				c.missing(name, dayForm)
			}
		}
	}
	c.region(&r.Filter)
	return r
}

// drawn reads the source whose map stands for areas and differences.
func (c *call) drawn(r *export.Request) {
	r.Map = c.mapOf()
	switch {
	case r.Map == "":
	case !slices.ContainsFunc(r.Layers, export.Layer.Drawn):
		const allowed = "beside layer=areas or layer=difference"
		c.wrong("map", r.Map, allowed, "only areas are drawn: want it "+allowed)
	case slices.Contains(r.Layers, export.Areas):
		c.wholeMap(r.Map, &r.Filter)
	}
}

// replyFile answers with a dataset as a file. It is made on the disk first: it may
// be large, and a failure halfway must not look like an answer.
func (c *call) replyFile(f format.Format, d export.Dataset) error {
	file, err := os.CreateTemp("", "frontline-export-*")
	if err != nil {
		return err
	}
	defer os.Remove(file.Name())
	defer file.Close()
	if err := f.Write(file, d); err != nil {
		return err
	}
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	h := c.Response().Header()
	h.Set("ETag", c.etag)
	h.Set(echo.HeaderContentDisposition, fmt.Sprintf("attachment; filename=%q", d.Name+"."+string(f.Name)))
	return c.Stream(http.StatusOK, f.MediaType, file)
}
