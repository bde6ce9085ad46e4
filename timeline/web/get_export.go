package web

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"slices"
	"time"

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
// narrows claims alone, and places and reports by them; with a source, areas and differences are as its own maps have
// them.
func (s *Server) getExport(c *call) error {
	r := c.exported()
	r.Actors, r.Kinds = each(c.params, "actor", s.actors()), each(c.params, "kind", timeline.Kinds)
	claimed := slices.ContainsFunc(r.Layers, export.Layer.Claimed)
	const besideClaims = "beside layer=claims, layer=places or layer=reports"
	if len(r.Kinds) > 0 && !claimed {
		c.wrong("kind", string(r.Kinds[0]), besideClaims, "only claims have kinds: want it "+besideClaims)
	}
	c.evidence(&r.Filter)
	for _, name := range []string{"source", "sure"} {
		if c.query.Has(name) && !slices.ContainsFunc(r.Layers, export.Layer.Quotes) {
			const allowed = "beside layer=claims, layer=holdings, layer=places or layer=reports"
			c.wrong(name, c.query.Get(name), allowed, "only what rests on words of its own can be narrowed by it: want it "+allowed)
		}
	}
	if len(r.Modalities) > 0 && !claimed {
		c.wrong("modality", string(r.Modalities[0]), besideClaims, "only claims have modalities: want it "+besideClaims)
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
		found, err := c.placeOf("place", place, r.Admin1)
		if err != nil {
			return err
		}
		r.Place = found.ID
	}
	f, _ := format.Of(name)
	d := r.Dataset(c.atlas, s.cfg.Actors)
	d.Licence = c.terms
	return c.replyFile(f, d)
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
// be large, and a failure halfway must not look like an answer. The time that an answer
// has begins anew with every piece that is sent, so that a large one may take long, and
// one that nobody takes may not; one that nobody waits for any more is not made.
func (c *call) replyFile(f format.Format, d export.Dataset) error {
	file, err := os.CreateTemp("", "frontline-export-*")
	if err != nil {
		return err
	}
	defer os.Remove(file.Name())
	defer file.Close()
	asked := c.Request().Context()
	if err := f.Write(file, d.Watched(func(int) error { return asked.Err() })); err != nil {
		return err
	}
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	answer := unhurried{file, http.NewResponseController(c.Response())}
	if err := answer.wait(); err != nil { // here it is an error still; later it would be a file without an end
		return err
	}
	h := c.Response().Header()
	h.Set("ETag", c.etag)
	h.Set(echo.HeaderContentDisposition, fmt.Sprintf("attachment; filename=%q", d.Name+"."+f.Endings[0]))
	return c.Stream(http.StatusOK, f.MediaType, answer)
}

// unhurried is a reader of what is sent to a client: whoever takes a piece of it has all
// the time of an answer for the next.
type unhurried struct {
	io.Reader
	answer *http.ResponseController
}

func (u unhurried) Read(b []byte) (int, error) {
	if err := u.wait(); err != nil {
		return 0, err
	}
	return u.Reader.Read(b)
}

// wait gives the client all the time of an answer again.
func (u unhurried) wait() error {
	if err := u.answer.SetWriteDeadline(time.Now().Add(writeTimeout)); err != nil {
		return fmt.Errorf("more time for an answer: %w", err)
	}
	return nil
}
