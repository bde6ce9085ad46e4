package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"iter"
	"net/http"
	"net/url"
	"strings"

	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/export"

	"github.com/labstack/echo/v4"
	"github.com/paulmach/orb/geojson"
)

func (s *Server) route() {
	get := func(path string, h echo.HandlerFunc) {
		s.echo.Match([]string{http.MethodGet, http.MethodHead}, path, h)
	}
	get("/api/meta", s.asked(s.getMeta))
	get("/api/days", s.asked(s.getDays))
	get("/api/areas", s.asked(s.getAreas))
	get("/api/cells", s.asked(s.getCells))
	get("/api/fronts", s.asked(s.getFronts))
	get("/api/ground", s.asked(s.getGround))
	get("/api/course", s.asked(s.getCourse))
	get("/api/holdings", s.asked(s.getHoldings))
	get("/api/claims", s.asked(s.getClaims))
	get("/api/who", s.asked(s.getWho))
	get("/api/places", s.asked(s.getPlaces))
	get("/api/places/:id/history", s.asked(s.getHistory))
	get("/api/labels", s.asked(s.getLabels))
	get("/api/held", s.asked(s.getHeld))
	get("/api/contested", s.asked(s.getContested))
	get("/api/pockets", s.asked(s.getPockets))
	get("/api/gaps", s.asked(s.getGaps))
	get("/api/advances", s.asked(s.getAdvances))
	get("/api/changes", s.asked(s.getChanges))
	get("/api/changes/counts", s.asked(s.getChangeCounts))
	get("/api/difference", s.asked(s.getDifference))
	get("/api/corrected", s.asked(s.getCorrected))
	get("/api/export", s.asked(s.getExport))
	get("/api/series", s.asked(s.getSeries))
	get("/api/picture", s.asked(s.getPicture))
	get("/api/sources", s.asked(s.getSources))
	get("/api/corrections", s.asked(s.getCorrections))
	get("/api/reports", s.asked(s.getReports))
	get("/api/reports/:id", s.asked(s.getReport))
	get(plainPath, s.asked(s.getPlain))
	get(plainPath+".css", s.getPlainStyle)
	s.routeFeeds(get)
	get("/tiles.json", s.asked(s.getTileJSON))
	get("/tiles/:z/:x/:y", s.asked(s.getTile))
	s.routeOGC(get)
	s.routeDefinition(get)
	nothing := func(echo.Context) error { return timeline.ErrNotFound }
	get("/api", nothing)
	get("/api/*", nothing)
	get("/tiles/*", nothing)
	get(ogcPath+"/*", nothing)
	get("/*", s.getPage)
}

// call is one question, and the atlas and places that answer all of it.
type call struct {
	echo.Context
	*params
	atlas  *atlas.Atlas
	places Places
	etag   string
	terms  string // of use
}

// id is the id in the path, as it was before it was escaped: clients escape more
// than has to be.
func (c *call) id() string { return segment(c, "id") }

// segment is a part of the path that a route names, as it was before it was escaped.
func segment(c echo.Context, name string) string {
	said, err := url.PathUnescape(c.Param(name))
	if err != nil || c.Request().URL.RawPath == "" {
		return c.Param(name) // the path has been unescaped already
	}
	return said
}

// versionHeader names what an answer comes from, whatever its format: see
// atlas.Version.
const versionHeader = "Frontline-Data-Version"

// asked makes a handler of the answer to a question. Whoever has the current
// answer already is told so, and it is not made again.
func (s *Server) asked(answer func(*call) error) echo.HandlerFunc {
	return func(c echo.Context) error {
		r, h := c.Request(), c.Response().Header()
		query, err := url.ParseQuery(r.URL.RawQuery)
		if err != nil {
			return &paramError{Parameter: "query", Value: r.URL.RawQuery, Allowed: "name=value&…, percent-encoded", problem: err.Error()}
		}
		p := &params{query: query}
		a, places, err := s.cfg.Source.Atlas(r.Context(), p.view())
		if err != nil {
			return fmt.Errorf("atlas: %w", err)
		}
		h.Set(versionHeader, a.Version())
		h.Set(echo.HeaderCacheControl, "no-cache")
		etag := tag(a.Version(), c.Scheme(), r.Host, r.URL.Path, query.Encode()) // answers lead to where they were asked for
		if matches(r.Header.Get("If-None-Match"), etag) {
			h.Set("ETag", etag)
			return c.NoContent(http.StatusNotModified)
		}
		asked := &call{c, p, a, places, etag, s.cfg.Licence.Terms}
		asked.checkWithout()
		return answer(asked)
	}
}

// tag is an entity tag, weak because answers may be compressed on the way.
func tag(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return `W/"` + hex.EncodeToString(sum[:12]) + `"`
}

// matches says whether an If-None-Match header lists the tag, strong or weak, or any.
func matches(header, etag string) bool {
	for t := range strings.SplitSeq(header, ",") {
		t = strings.TrimSpace(t)
		if t == "*" || t != "" && strings.TrimPrefix(t, "W/") == strings.TrimPrefix(etag, "W/") {
			return true
		}
	}
	return false
}

// reply answers with v as JSON.
func (c *call) reply(v any) error {
	body, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return c.send(echo.MIMEApplicationJSON, body)
}

// replyFeatures answers with a FeatureCollection, once all of it is made: a
// failure halfway must not look like an answer.
func (c *call) replyFeatures(features iter.Seq2[*geojson.Feature, error]) error {
	var body bytes.Buffer
	d := export.Dataset{Version: c.atlas.Version(), Licence: c.terms, Parts: []export.Part{{Features: features}}}
	if err := export.WriteGeoJSON(&body, d); err != nil {
		return err
	}
	return c.send("application/geo+json", body.Bytes())
}

// replyAs answers with v as JSON under a tag of its own, to which the answer keeps
// while the rest of the data goes on; whoever has it already is told so.
func (c *call) replyAs(id string, v any) error {
	if had, err := c.had(id); had {
		return err
	}
	return c.reply(v)
}

// had gives the answer a tag of its own, and says whether whoever asks has that answer
// already, who is then told so.
func (c *call) had(parts ...string) (bool, error) {
	c.etag = tag(append([]string{c.Request().URL.Path}, parts...)...)
	if !matches(c.Request().Header.Get("If-None-Match"), c.etag) {
		return false, nil
	}
	c.Response().Header().Set("ETag", c.etag)
	return true, c.NoContent(http.StatusNotModified)
}

func (c *call) send(contentType string, body []byte) error {
	c.Response().Header().Set("ETag", c.etag)
	return c.Blob(http.StatusOK, contentType, body)
}
