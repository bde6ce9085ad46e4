package web

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"frontline/timeline"
	"frontline/timeline/tile"
)

// getTileJSON answers /tiles.json?day=: what the tiles of a day hold, and where they
// are, on the host that was asked.
func (s *Server) getTileJSON(c *call) error {
	day := c.day()
	if err := c.done(); err != nil {
		return err
	}
	situation, err := c.atlas.Situation(day)
	if err != nil {
		return err
	}
	address := c.Scheme() + "://" + c.Request().Host + "/tiles/{z}/{x}/{y}.mvt?" + c.query.Encode()
	return c.reply(tile.Describe(situation.Ground(), address))
}

// getTile answers /tiles/{z}/{x}/{y}.mvt?day=: a piece of the map of a day. A tile in
// which nothing lies is no content.
func (s *Server) getTile(c *call) error {
	day := c.day()
	row, ok := strings.CutSuffix(c.Param("y"), ".mvt")
	if !ok {
		return timeline.ErrNotFound
	}
	t, err := tile.New(c.number("z", c.Param("z")), c.number("x", c.Param("x")), c.number("y", row))
	if err != nil {
		c.wrong("tile", c.Request().URL.Path, fmt.Sprintf("zoom 0 to %d, and columns and rows below 2^zoom", tile.MaxZoom), err.Error())
	}
	if err := c.done(); err != nil {
		return err
	}
	situation, err := c.atlas.Situation(day)
	if err != nil {
		return err
	}
	body, err := tile.Of(situation, t)
	if err != nil {
		return err
	}
	if body == nil {
		c.Response().Header().Set("ETag", c.etag)
		return c.NoContent(http.StatusNoContent)
	}
	return c.send("application/vnd.mapbox-vector-tile", body)
}

// number is a whole number of the path.
func (c *call) number(name, value string) uint32 {
	n, err := strconv.ParseUint(value, 10, 32)
	if err != nil {
		const allowed = "a whole number"
		c.wrong(name, value, allowed, fmt.Sprintf("%q: want %s", value, allowed))
	}
	return uint32(n)
}
