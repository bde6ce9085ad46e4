package web

import (
	"cmp"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"frontline/timeline"
	"frontline/timeline/export"
	"frontline/timeline/export/format"
	"frontline/timeline/ogc"

	"github.com/elnormous/contenttype"
	"github.com/labstack/echo/v4"
)

// The paths of the service for programs that speak OGC API – Features, and of what
// defines and documents all questions.
const (
	ogcPath        = "/ogc"
	definitionPath = "/api/openapi.json"
	docsPath       = "/api/docs"
)

func (s *Server) routeOGC(get func(path string, h echo.HandlerFunc)) {
	const collection = ogcPath + "/collections/:collection"
	get(ogcPath, s.spoken(s.getLanding))
	get(ogcPath+"/", s.spoken(s.getLanding))
	get(ogcPath+"/conformance", s.spoken(s.getConformance))
	get(ogcPath+"/collections", s.spoken(s.getCollections))
	get(collection, s.spoken(s.getCollection))
	get(collection+"/queryables", s.spoken(s.getQueryables))
	get(collection+"/items", s.spoken(s.getItems))
	get(collection+"/items/:id", s.spoken(s.getItem))
}

// spoken makes a handler of the answer to a question that is answered as JSON or HTML,
// in a language. What was not said by f and lang is read from the headers, and the
// question is then as if it had been said: its tag is that of one answer.
func (s *Server) spoken(answer func(*ogcCall) error) echo.HandlerFunc {
	return func(c echo.Context) error {
		r := c.Request()
		c.Response().Header().Add(echo.HeaderVary, "Accept, Accept-Language")
		query, err := url.ParseQuery(r.URL.RawQuery)
		if err != nil {
			return s.asked(nil)(c) // which says what is wrong with it
		}
		if !query.Has("f") {
			f, err := accepted(r)
			if err != nil {
				return err
			}
			query.Set("f", f)
		}
		if !query.Has("lang") {
			query.Set("lang", s.plain.Preferred(cmp.Or(r.Header.Get("Accept-Language"), "en"))) // programs say nothing
		}
		r.URL.RawQuery = query.Encode()
		return s.asked(func(c *call) error {
			asked := &ogcCall{call: c, lang: choice(c.params, "lang", s.plain.Languages()), html: choice(c.params, "f", ogc.Formats) == "html"}
			asked.service = s.service(c, asked.lang)
			return answer(asked)
		})(c)
	}
}

// available are the types of answers, the one that is given where all do first. What
// asks for JSON of any kind gets the kind that there is.
var available = map[string]string{"application/json": "json", "application/geo+json": "json", "application/schema+json": "json", "text/html": "html"}

// accepted is the format that the header Accept wants most.
func accepted(r *http.Request) (string, error) {
	if r.Header.Get(echo.HeaderAccept) == "" {
		return ogc.Formats[0], nil
	}
	types := []contenttype.MediaType{contenttype.NewMediaType("application/json"), contenttype.NewMediaType("application/geo+json"),
		contenttype.NewMediaType("application/schema+json"), contenttype.NewMediaType("text/html")}
	wanted, _, err := contenttype.GetAcceptableMediaTypeFromHeader(unadorned(r.Header.Get(echo.HeaderAccept)), types)
	if errors.Is(err, contenttype.ErrNoAcceptableTypeFound) {
		return "", echo.NewHTTPError(http.StatusNotAcceptable)
	}
	format, known := available[wanted.Type+"/"+wanted.Subtype]
	if !known { // a header of no sense prefers nothing
		format = ogc.Formats[0]
	}
	return format, nil
}

// unadorned is a header Accept without the parameters of its types but how much each is
// wanted: there are no two forms of an answer that differ in them.
func unadorned(accept string) string {
	wanted := strings.Split(accept, ",")
	for i, kind := range wanted {
		parts := strings.Split(kind, ";")
		wanted[i] = strings.Join(slices.DeleteFunc(parts, func(p string) bool {
			name, _, _ := strings.Cut(strings.TrimSpace(p), "=")
			return strings.Contains(p, "=") && !strings.EqualFold(name, "q")
		}), ";")
	}
	return strings.Join(wanted, ",")
}

// ogcCall is a question to the service.
type ogcCall struct {
	*call
	service ogc.Service
	lang    string
	html    bool
}

// service is where the service is, as whoever asks sees it.
func (s *Server) service(c *call, lang string) ogc.Service {
	out := ogc.Service{Origin: c.Scheme() + "://" + c.Request().Host, Path: ogcPath, View: c.asSeen(), Say: s.plain.Say(lang),
		Licence: ogc.Link{Href: s.cfg.Licence.URL, Rel: "license", Type: ogc.HTML, Title: s.cfg.Licence.Name}}
	for _, name := range format.Names {
		f, _ := format.Of(name)
		out.Files = append(out.Files, ogc.File{Name: string(name), MediaType: f.MediaType})
	}
	return out
}

// layer is the collection that the path names.
func (c *ogcCall) layer() (export.Layer, error) {
	layer, known := ogc.LayerOf(segment(c, "collection"))
	if !known {
		return "", timeline.ErrNotFound
	}
	return layer, nil
}

// say is a text in the language of the answer.
func (c *ogcCall) say(key string) string { return c.service.Say(key) }

// here is the address of this question with other parameters: name, value, name,
// value. An empty value takes a parameter away.
func (c *ogcCall) here(pairs ...string) string {
	query := url.Values{}
	for name, values := range c.query {
		query[name] = slices.Clone(values)
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		if query.Del(pairs[i]); pairs[i+1] != "" {
			query.Set(pairs[i], pairs[i+1])
		}
	}
	return c.service.Origin + c.Request().URL.EscapedPath() + "?" + query.Encode()
}

// forms are the links from this answer to itself and to its other form.
func (c *ogcCall) forms(mediaType, title string) []ogc.Link {
	self, other := ogc.Link{Href: c.here("f", "json"), Rel: "self", Type: mediaType, Title: title}, ogc.Link{Href: c.here("f", "html"), Rel: "alternate", Type: ogc.HTML, Title: title}
	if c.html {
		self.Rel, other.Rel = "alternate", "self"
	}
	return []ogc.Link{self, other}
}
