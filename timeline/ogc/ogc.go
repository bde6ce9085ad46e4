// Package ogc says of an atlas what OGC API – Features asks (Part 1: Core 1.0.1, 17-069r4;
// of Part 2 what one coordinate system needs, 18-058r1; of Part 3 queryables and filters
// in Basic CQL2 as text, 19-079r2): which collections there are, what can be asked of
// them, and their features a page at a time. It knows nothing of HTTP.
//
// Longitude comes before latitude, in degrees of WGS84 (CRS84). Days are half-open spans
// [start, end); a feature is of an interval that shares a day with its span.
package ogc

import (
	"net/url"

	"frontline/timeline/export"
)

// CRS84 is longitude and latitude in degrees of WGS84: the one coordinate system.
const CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"

// gregorian is the calendar of all days.
const gregorian = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"

// The media types of answers.
const (
	JSON    = "application/json"
	GeoJSON = "application/geo+json"
	HTML    = "text/html"
	Schema  = "application/schema+json"
	OpenAPI = "application/vnd.oai.openapi+json;version=3.0"
)

// Formats are the values of the parameter f.
var Formats = []string{"json", "html"}

// Relations that no registry knows by a shorter name.
const (
	relQueryables  = "http://www.opengis.net/def/rel/ogc/1.0/queryables"
	relConformance = "http://www.opengis.net/def/rel/ogc/1.0/conformance"
)

// ConformsTo lists the classes of requirements that are met.
var ConformsTo = []string{
	"http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core",
	"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
	"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
	"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
	"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
	"http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
	"http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables",
	"http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables-query-parameters",
	"http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/filter",
	"http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/features-filter",
	"http://www.opengis.net/spec/cql2/1.0/conf/cql2-text",
	"http://www.opengis.net/spec/cql2/1.0/conf/basic-cql2",
	"http://www.opengis.net/spec/cql2/1.0/conf/advanced-comparison-operators",
}

// Service is where the service is, and how it speaks.
type Service struct {
	Origin  string                  // the server's: scheme and host, as "https://example.org"
	Path    string                  // of the landing page, as "/ogc"
	View    url.Values              // parameters that say how the data is seen: all links keep them
	Say     func(key string) string // the words of a language
	Files   []File                  // what collections can be had as
	Licence Link                    // of the data
}

// File is a format that a collection can be kept in.
type File struct{ Name, MediaType string }

// Link leads to something.
type Link struct {
	Href  string `json:"href"`
	Rel   string `json:"rel"`
	Type  string `json:"type,omitempty"`
	Title string `json:"title,omitempty"`
}

// At is the address of a path below the landing page.
func (s Service) At(path string) string {
	address := s.Origin + s.Path + path
	if len(s.View) > 0 {
		address += "?" + s.View.Encode()
	}
	return address
}

// In is the address of a path below the landing page in a format.
func (s Service) In(format, path string) string {
	address := s.Origin + s.Path + path + "?f=" + format
	if len(s.View) > 0 {
		address += "&" + s.View.Encode()
	}
	return address
}

// selfAnd are links to an address as JSON of a type and as HTML, its alternate.
func (s Service) selfAnd(path, title, mediaType string) []Link {
	return []Link{{s.In("json", path), "self", mediaType, title}, {s.In("html", path), "alternate", HTML, title}}
}

// as are links to an address as JSON of a type and as HTML, with the same relation.
func (s Service) as(path, rel, title, mediaType string) []Link {
	return []Link{{s.In("json", path), rel, mediaType, title}, {s.In("html", path), rel, HTML, title}}
}

// Landing is the page that leads to all others.
type Landing struct {
	Title       string `json:"title"`
	Description string `json:"description"`
	Version     string `json:"version"` // of the data and the program
	Licence     string `json:"licence"`
	Links       []Link `json:"links"`
}

// Landing is the landing page, of a version of the data. definition and documentation
// are the paths of what defines the API, for programs and for people.
func (s Service) Landing(version, definition, documentation string) Landing {
	l := Landing{Title: s.Say("ogc_title"), Description: s.Say("ogc_about"), Version: version, Licence: s.Licence.Title,
		Links: s.selfAnd("", s.Say("ogc_title"), JSON)}
	l.Links = append(l.Links,
		Link{s.Origin + definition, "service-desc", OpenAPI, s.Say("ogc_definition")},
		Link{s.Origin + documentation, "service-doc", HTML, s.Say("ogc_documentation")})
	l.Links = append(l.Links, s.as("/conformance", "conformance", s.Say("ogc_conformance"), JSON)...)
	l.Links = append(l.Links, Link{s.In("json", "/conformance"), relConformance, JSON, s.Say("ogc_conformance")})
	l.Links = append(l.Links, s.as("/collections", "data", s.Say("ogc_collections"), JSON)...)
	l.Links = append(l.Links, s.Licence)
	return l
}

// Conformance says which classes of requirements are met.
type Conformance struct {
	ConformsTo []string `json:"conformsTo"`
}

// LayerOf is the layer of a collection's id; false where there is none.
func LayerOf(id string) (export.Layer, bool) {
	for _, layer := range Layers {
		if string(layer) == id {
			return layer, true
		}
	}
	return "", false
}
