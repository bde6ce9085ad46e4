package ogc

import (
	"maps"
	"net/url"
	"slices"

	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/export"
	"frontline/timeline/ogc/cql"
)

// Layers are the layers that are collections, in the order in which they are shown.
var Layers = []export.Layer{export.Holdings, export.Areas, export.Fronts, export.Claims, export.Places, export.Reports}

// Collection describes a collection of features.
type Collection struct {
	ID          export.Layer `json:"id"`
	Title       string       `json:"title"`
	Description string       `json:"description"`
	Links       []Link       `json:"links"`
	Extent      Extent       `json:"extent"`
	ItemType    string       `json:"itemType"`
	CRS         []string     `json:"crs"`
	StorageCRS  string       `json:"storageCrs"`
}

// Extent is where and when the features of a collection lie.
type Extent struct {
	Spatial  *SpatialExtent  `json:"spatial,omitempty"`  // nil where nothing is known
	Temporal *TemporalExtent `json:"temporal,omitempty"` // nil where features have no time
}

// SpatialExtent is a box: west, south, east, north in degrees.
type SpatialExtent struct {
	BBox [][4]float64 `json:"bbox"`
	CRS  string       `json:"crs"`
}

// TemporalExtent is a first and a last moment (RFC 3339, UTC), null where it is open.
type TemporalExtent struct {
	Interval [][2]*string `json:"interval"`
	TRS      string       `json:"trs"`
}

// Collections lists the collections.
type Collections struct {
	Links       []Link       `json:"links"`
	Collections []Collection `json:"collections"`
}

// Collections are all collections of an atlas.
func (s Service) Collections(a *atlas.Atlas) Collections {
	out := Collections{Links: s.selfAnd("/collections", s.Say("ogc_collections"), JSON)}
	for _, layer := range Layers {
		out.Collections = append(out.Collections, s.Collection(a, layer))
	}
	return out
}

// Collection is the collection of a layer.
func (s Service) Collection(a *atlas.Atlas, layer export.Layer) Collection {
	at, title := "/collections/"+string(layer), s.Title(layer)
	c := Collection{ID: layer, Title: title, Description: s.Say("layer_" + string(layer) + "_about"), ItemType: "feature",
		CRS: []string{CRS84}, StorageCRS: CRS84, Extent: extentOf(a, layer)}
	c.Links = slices.Concat(s.selfAnd(at, title, JSON), s.as(at+"/items", "items", s.Say("ogc_items"), GeoJSON),
		s.as(at+"/queryables", relQueryables, s.Say("ogc_queryables"), Schema))
	if day := lastDay(a); day.Known() {
		for _, f := range s.Files {
			asked := url.Values{"layer": {string(layer)}, "format": {f.Name}, "day": {day.String()}}
			maps.Copy(asked, s.View)
			c.Links = append(c.Links, Link{s.Origin + "/api/export?" + asked.Encode(), "enclosure", f.MediaType, f.Name + ", " + day.String()})
		}
	}
	c.Links = append(c.Links, s.Licence)
	return c
}

// Title is what a collection is called.
func (s Service) Title(layer export.Layer) string { return s.Say("layer_" + string(layer)) }

// lastDay is the last day of which claims speak; zero for none.
func lastDay(a *atlas.Atlas) timeline.Day {
	if to := a.Days().To; to.Known() {
		return to - 1
	}
	return 0
}

// extentOf is where and when features of a layer may lie.
func extentOf(a *atlas.Atlas, layer export.Layer) (e Extent) {
	if b := a.Extent(); !b.IsEmpty() {
		e.Spatial = &SpatialExtent{[][4]float64{{b.Min.Lon(), b.Min.Lat(), b.Max.Lon(), b.Max.Lat()}}, CRS84}
	}
	var first, last *string // places have no days, and reports may be of any
	switch layer {
	case export.Places:
		return e
	case export.Claims:
		first, last = moment(a.Days().From), moment(lastDay(a))
	case export.Reports:
	default: // lasts
		first = moment(a.HeldFrom())
	}
	e.Temporal = &TemporalExtent{[][2]*string{{first, last}}, gregorian}
	return e
}

// moment is midnight of a day; nil for none.
func moment(d timeline.Day) *string {
	if !d.Known() {
		return nil
	}
	s := d.String() + "T00:00:00Z"
	return &s
}

// Queryables is the JSON Schema of what can be asked of the features of a collection.
type Queryables struct {
	Schema     string               `json:"$schema"`
	ID         string               `json:"$id"`
	Type       string               `json:"type"`
	Title      string               `json:"title"`
	Properties map[string]Queryable `json:"properties"`
	Additional bool                 `json:"additionalProperties"`
}

// Queryable is a property that can be asked for.
type Queryable struct {
	Title  string `json:"title,omitempty"`
	Type   string `json:"type,omitempty"`
	Format string `json:"format,omitempty"`
}

// Queryables are those of a collection.
func (s Service) Queryables(layer export.Layer) Queryables {
	q := Queryables{Schema: "https://json-schema.org/draft/2020-12/schema", ID: s.At("/collections/" + string(layer) + "/queryables"), Type: "object",
		Title: s.Title(layer), Properties: map[string]Queryable{}}
	for _, f := range FieldsOf(layer) {
		if cql.Queryable(f) {
			q.Properties[f.Name] = Queryable{f.Name, kinds[f.Type], formats[f.Type]}
		}
	}
	return q
}

// FieldsOf are the fields of a collection's features.
func FieldsOf(layer export.Layer) []export.Field {
	return export.SchemaOf(export.Options{Layer: layer}).Fields
}

// How JSON Schema names the types that can be asked for.
var (
	kinds = map[export.Type]string{export.Text: "string", export.Date: "string", export.Integer: "integer", export.Real: "number",
		export.Boolean: "boolean"}
	formats = map[export.Type]string{export.Date: "date"}
)
