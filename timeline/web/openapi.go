package web

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"frontline/timeline/ogc"
	"frontline/timeline/openapi"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/labstack/echo/v4"
)

// apiVersion is the version of the API, as semantic versioning counts: what stabilityPromised
// says is kept while its first number stays.
const apiVersion = "1.0.0"

// stabilityPromised is what whoever builds on the API can rely on.
const stabilityPromised = "The API is versioned by info.version (semantic versioning). While its first number stays the same, no path, parameter, " +
	"property or value goes, none changes its meaning, and operation ids stay; new ones may come, so clients pass over what they do not know. " +
	"The data have versions of their own: every answer names them in Frontline-Data-Version, and its ETag changes whenever the answer may."

// The parts of the API.
const (
	groupPlaces   = "places"
	groupGround   = "ground"
	groupEvidence = "evidence"
	groupFiles    = "files"
	groupNews     = "news"
	groupTiles    = "tiles"
	groupOGC      = "ogc"
	groupService  = "service"
)

// ogcDefinitionPath is where the definition is for clients of OGC API – Features, which
// look for paths as the standard has them, below its landing page.
const ogcDefinitionPath = ogcPath + "/openapi.json"

func (s *Server) routeDefinition(get func(path string, h echo.HandlerFunc)) {
	s.whole = sync.OnceValues(func() (*openapi3.T, error) { return s.api().Document("/") })
	s.standard = sync.OnceValues(func() (*openapi3.T, error) { return standardAlone(s.api()).Document(ogcPath) })
	get(definitionPath, s.asked(func(c *call) error { return s.define(c, s.whole, "") }))
	get(ogcDefinitionPath, s.asked(func(c *call) error { return s.define(c, s.standard, ogcPath) }))
	get(docsPath, s.getDocs)
}

// api is the definition of all that can be asked.
func (s *Server) api() openapi.API {
	return openapi.API{
		Info: &openapi3.Info{Title: "Frontline", Version: apiVersion,
			Description: "Who held what, on any day, and because of which words. Everything is asked with GET, or HEAD for the headers alone. " +
				"Days are YYYY-MM-DD in UTC, spans are half-open, positions are longitude and latitude in degrees of WGS84, in that order. " +
				"What is not known is null. A parameter that an operation does not have is refused with the list of those that it has. " + stabilityPromised,
			License: s.cfg.Licence.defined()},
		Groups: []openapi.Group{
			{Name: groupPlaces, About: "Who held a place, and over time."},
			{Name: groupGround, About: "The ground by holder, the lines between holders, and how they changed."},
			{Name: groupEvidence, About: "What reports say, who publishes them, and what was known when."},
			{Name: groupFiles, About: "Files and pictures to keep."},
			{Name: groupNews, About: "What changes, as it becomes known."},
			{Name: groupTiles, About: "The map of a day as vector tiles."},
			{Name: groupOGC, About: "OGC API – Features, for QGIS, GDAL and other programs that speak it."},
			{Name: groupService, About: "What there is to be asked about, and how."},
		},
		Operations: slices.Concat(s.placeOperations(), s.groundOperations(), s.evidenceOperations(), s.fileOperations(), s.newsOperations(), s.tileOperations(), s.ogcOperations(), s.serviceOperations()),
	}
}

// standardAlone is the part for clients of the standard, with paths below its landing page.
func standardAlone(a openapi.API) openapi.API {
	a.Groups = slices.DeleteFunc(a.Groups, func(g openapi.Group) bool { return g.Name != groupOGC })
	var own []openapi.Operation
	for _, o := range a.Operations {
		path, below := strings.CutPrefix(o.Path, ogcPath)
		if o.Path = cmp.Or(path, "/"); below {
			own = append(own, o)
		}
	}
	a.Operations = own
	return a
}

// define answers /api/openapi.json and /ogc/openapi.json: a definition of the API, which
// is below a path of the host that was asked.
func (s *Server) define(c *call, definition func() (*openapi3.T, error), path string) error {
	if err := c.done(); err != nil {
		return err
	}
	if had, err := c.had(c.atlas.Version(), c.site()); had {
		return err
	}
	made, err := definition()
	if err != nil {
		return err
	}
	doc, info := *made, *made.Info
	doc.Servers = openapi3.Servers{{URL: c.site() + path}}
	info.Extensions = map[string]any{"x-data-version": c.atlas.Version(), "x-attribution": s.cfg.Licence.Attribution}
	doc.Info = &info
	body, err := doc.MarshalJSON()
	if err != nil {
		return err
	}
	return c.send(ogc.OpenAPI, body)
}

// defined is the licence as a definition says it; nil for none.
func (l Licence) defined() *openapi3.License {
	if l.Name == "" {
		return nil
	}
	return &openapi3.License{Name: l.Name, URL: l.URL}
}
