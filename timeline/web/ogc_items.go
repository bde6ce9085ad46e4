package web

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"frontline/timeline/export"
	"frontline/timeline/ogc"
	"frontline/timeline/ogc/cql"

	"github.com/labstack/echo/v4"
)

// headerCRS says in which coordinate system an answer is.
const headerCRS = "Content-Crs"

// cqlText is the one language of filters.
const cqlText = "cql2-text"

// getItems answers /ogc/collections/{id}/items?bbox=&datetime=&limit=&offset=&filter=
// &properties=&…: some of the features of a collection, with links to the next ones
// while there are more. Each queryable is a parameter too.
func (s *Server) getItems(c *ogcCall) error {
	layer, err := c.layer()
	if err != nil {
		return err
	}
	q := ogc.Query{Layer: layer, Limit: c.limit(), Offset: c.integer("offset", 0, math.MaxInt32, 0)}
	c.where(&q)
	c.which(&q)
	q.Properties = c.properties(layer)
	if err := c.done(); err != nil {
		return err
	}
	room := rooms.Get().(*[]byte) //nolint:forcetypeassert // the pool holds nothing else
	defer rooms.Put(room)
	ctx, cancel := c.answering()
	defer cancel()
	page, err := q.Page(ctx, c.atlas, *room)
	if err != nil {
		return err
	}
	if cap(page.Features) <= largestRoom {
		*room = page.Features
	}
	links := c.forms(ogc.GeoJSON, c.service.Title(layer))
	links = append(links, ogc.Link{Href: c.service.At("/collections/" + string(layer)), Rel: "collection", Type: ogc.JSON, Title: c.service.Title(layer)})
	if page.More {
		links = append(links, ogc.Link{Href: c.here("offset", strconv.Itoa(q.Offset+q.Limit)), Rel: "next", Type: c.itemType(), Title: c.say("page_after")})
	}
	if q.Offset > 0 {
		links = append(links, ogc.Link{Href: c.here("offset", orNone(q.Offset-q.Limit)), Rel: "prev", Type: c.itemType(), Title: c.say("page_before")})
	}
	if c.html {
		return s.pageOfItems(c, q, page, links)
	}
	c.inFeatures()
	return page.Write(c.Response(), c.atlas.Version(), links)
}

// rooms are what pages were made in, to be made in again: they are many and large.
//
//nolint:gochecknoglobals // a pool is there for all
var rooms = sync.Pool{New: func() any { return new([]byte) }}

// largestRoom is the most that one keeps, in bytes.
const largestRoom = 4 << 20

// getItem answers /ogc/collections/{id}/items/{feature}: a feature.
func (s *Server) getItem(c *ogcCall) error {
	layer, err := c.layer()
	if err != nil {
		return err
	}
	c.system()
	if err := c.done(); err != nil {
		return err
	}
	ctx, cancel := c.answering()
	defer cancel()
	feature, err := ogc.Feature(ctx, c.atlas, layer, c.id())
	if err != nil {
		return err
	}
	links := append(c.forms(ogc.GeoJSON, c.id()), ogc.Link{Href: c.service.At("/collections/" + string(layer)), Rel: "collection", Type: ogc.JSON, Title: c.service.Title(layer)})
	if c.html {
		return s.pageOfItem(c, layer, feature, links)
	}
	body, err := ogc.Linked(feature, links)
	if err != nil {
		return err
	}
	c.inFeatures()
	_, err = c.Response().Write(body)
	return err
}

// answerTimeout is how long making a page of features may take: what is left of
// writeTimeout then is enough to say so.
const answerTimeout = writeTimeout - 5*time.Second

// answering lasts while somebody waits for the answer, and no longer than it may take.
func (c *ogcCall) answering() (context.Context, context.CancelFunc) {
	return context.WithTimeout(c.Request().Context(), answerTimeout)
}

// inFeatures begins an answer of features.
func (c *ogcCall) inFeatures() {
	h := c.Response().Header()
	h.Set(headerCRS, "<"+ogc.CRS84+">")
	h.Set("ETag", c.etag)
	h.Set(echo.HeaderContentType, ogc.GeoJSON)
	c.Response().WriteHeader(http.StatusOK)
}

func (c *ogcCall) itemType() string {
	if c.html {
		return ogc.HTML
	}
	return ogc.GeoJSON
}

// orNone is a number as a parameter, none where that is as good.
func orNone(n int) string {
	if n <= 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// limit is how many features a page may have: what is more than the most that there
// can be is the most.
func (c *ogcCall) limit() int {
	allowed := fmt.Sprintf("1 to %d", ogc.MaxLimit)
	s, given := c.one("limit", allowed)
	if !given {
		return ogc.DefaultLimit
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil && !strings.Contains(err.Error(), strconv.ErrRange.Error()) || n < 1 {
		c.wrong("limit", s, allowed, fmt.Sprintf("%q: want %s", s, allowed))
	}
	return int(min(n, ogc.MaxLimit))
}

// system reads the coordinate system of the answer, of which there is one.
func (c *ogcCall) system() { choice(c.params, "crs", []string{ogc.CRS84}) }

// where reads which part of the ground and of time the features are to be in.
func (c *ogcCall) where(q *ogc.Query) {
	c.system()
	choice(c.params, "bbox-crs", []string{ogc.CRS84})
	const form = "WEST,SOUTH,EAST,NORTH in degrees"
	if s, given := c.one("bbox", form); given {
		var err error
		if q.Bounds, err = ogc.ParseBox(s); err != nil {
			c.wrong("bbox", s, form, err.Error())
		}
	}
	const interval = `YYYY-MM-DD, YYYY-MM-DDThh:mm:ssZ, or two of them with "/" between, of which ".." is an open end`
	if s, given := c.one("datetime", interval); given {
		var err error
		if q.Span, err = ogc.ParseInterval(s); err != nil {
			c.wrong("datetime", s, interval, err.Error())
		}
	}
}

// which reads what has to be true of the features: a filter, and properties that have
// to have a value.
func (c *ogcCall) which(q *ogc.Query) {
	fields := ogc.FieldsOf(q.Layer)
	choice(c.params, "filter-lang", []string{cqlText})
	choice(c.params, "filter-crs", []string{ogc.CRS84})
	const language = "a filter in Basic CQL2 as text, as in holder = 'sdf' AND contested = false"
	if s, given := c.one("filter", language); given {
		var err error
		if q.Filter, err = cql.Parse(s, fields); err != nil {
			c.wrong("filter", s, language, err.Error())
		}
	}
	for _, f := range fields {
		if !cql.Queryable(f) {
			continue
		}
		allowed := cmp.Or(valuesOf[f.Type], "a value of "+f.Name)
		s, given := c.one(f.Name, allowed)
		if !given {
			continue
		}
		equal, err := cql.Equal(f.Name, s, fields)
		if err != nil {
			c.wrong(f.Name, s, allowed, err.Error())
		}
		q.Filter = q.Filter.And(equal)
	}
}

// valuesOf are the values that fields of a type can have, in words.
var valuesOf = map[export.Type]string{export.Date: dayForm, export.Integer: "a number", export.Real: "a number", export.Boolean: "true or false"}

// properties are the names of those that features are to come with; none is all.
func (c *ogcCall) properties(layer export.Layer) []string {
	var allowed []string
	for _, f := range ogc.FieldsOf(layer) {
		if f.Name != "id" {
			allowed = append(allowed, f.Name)
		}
	}
	list := strings.Join(allowed, ", ")
	s, given := c.one("properties", list)
	if !given {
		return nil
	}
	names := strings.Split(s, ",")
	for _, name := range names {
		if !slices.Contains(allowed, name) {
			c.unlisted("properties", name, list)
		}
	}
	return names
}
