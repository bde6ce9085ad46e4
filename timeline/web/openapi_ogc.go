package web

import (
	"math"
	"strings"

	"frontline/timeline/export"
	"frontline/timeline/ogc"
	"frontline/timeline/ogc/cql"
	"frontline/timeline/openapi"

	"github.com/getkin/kin-openapi/openapi3"
)

// ogcMediaType is that of definitions.
const ogcMediaType = ogc.OpenAPI

// asDocument is an answer in both forms.
func asDocument(mediaType string, body any) []openapi.Answer {
	return []openapi.Answer{{MediaType: mediaType, Body: body}, {MediaType: ogc.HTML}}
}

// spokenAsked are the form and the language of an answer, which are asked for in the address
// or by headers.
func (s *Server) spokenAsked() openapi3.Parameters {
	return given(asking("f", "The form of the answer; as Accept unasked.", oneOfText(ogc.Formats)), s.langAsked("The language of titles; as Accept-Language unasked."))
}

func (s *Server) ogcOperations() []openapi.Operation {
	const collections = ogcPath + "/collections"
	id := func() openapi3.Parameters {
		return given(inPath("collectionId", "The id of a collection.", oneOfText(ogc.Layers)))
	}
	document := func(own openapi3.Parameters) openapi3.Parameters { return together(own, s.spokenAsked()) }
	statuses, ofOne := []int{304, 400, 406}, []int{304, 400, 404, 406}
	out := []openapi.Operation{
		{Path: ogcPath, ID: "getLandingPage", Group: groupOGC, Summary: "The landing page, which leads to all others.", Statuses: statuses,
			Answers: asDocument(ogc.JSON, ogc.Landing{}), Try: ogcPath, Params: document(nil)},
		{Path: ogcPath + "/conformance", ID: "getConformanceDeclaration", Group: groupOGC, Summary: "Which classes of requirements are met.", Statuses: statuses,
			Answers: asDocument(ogc.JSON, ogc.Conformance{}), Try: ogcPath + "/conformance", Params: document(nil)},
		{Path: collections, ID: "getCollections", Group: groupOGC, Summary: "The collections that there are.", Statuses: statuses,
			Answers: asDocument(ogc.JSON, ogc.Collections{}), Try: collections, Params: document(nil)},
		{Path: collections + "/{collectionId}", ID: "describeCollection", Group: groupOGC, Summary: "What a collection is.", Statuses: ofOne,
			Answers: asDocument(ogc.JSON, ogc.Collection{}), Try: collections + "/holdings", Params: document(id())},
		{Path: collections + "/{collectionId}/queryables", ID: "getQueryables", Group: groupOGC, Summary: "What features of a collection can be asked for.", Statuses: ofOne,
			Answers: asDocument(ogc.Schema, ogc.Queryables{}), Try: collections + "/holdings/queryables", Params: document(id())},
		{Path: ogcDefinitionPath, ID: "getStandardDefinition", Group: groupOGC, Summary: "The definition of this part alone, with paths below the landing page, for clients of the standard.",
			Statuses: usual, Answers: []openapi.Answer{{MediaType: ogcMediaType, Body: openapi3.NewObjectSchema().WithRequired([]string{"openapi", "info", "paths"})}}, Try: ogcDefinitionPath, Params: together()},
	}
	for _, l := range ogc.Layers {
		// Each collection has its own, for each has properties of its own.
		at, name := collections+"/"+string(l)+"/items", strings.ToUpper(string(l[:1]))+string(l[1:])
		out = append(out, openapi.Operation{Path: at, ID: "get" + name + "Features", Group: groupOGC, Summary: "Features of the collection " + string(l) + ", a page at a time.",
			About: "A link next leads to more while there are more. Each property that can be asked for is a parameter too.", Statuses: statuses,
			Answers: asDocument(ogc.GeoJSON, openapi.Features(pageMembers(), layer(l))), Try: at + "?limit=3", Params: document(itemsAsked(l))},
			openapi.Operation{Path: at + "/{featureId}", ID: "get" + name + "Feature", Group: groupOGC, Summary: "A feature of the collection " + string(l) + ".", Statuses: ofOne,
				Answers: asDocument(ogc.GeoJSON, openapi.Feature(layer(l), openapi3.Schemas{"links": links()})),
				Params:  document(given(inPath("featureId", "The id of a feature.", openapi3.NewStringSchema()), crsAsked("crs", "of the answer")))})
	}
	return out
}

// links are links, as the standard writes them.
func links() *openapi3.SchemaRef {
	link := openapi3.NewObjectSchema().WithRequired([]string{"href", "rel"})
	for _, name := range []string{"href", "rel", "type", "title"} {
		link.WithProperty(name, openapi3.NewStringSchema())
	}
	return openapi3.NewArraySchema().WithItems(link).NewRef()
}

// pageMembers are the members of a page beside its features.
func pageMembers() openapi3.Schemas {
	count := func() *openapi3.SchemaRef { return openapi3.NewIntegerSchema().WithMin(0).NewRef() }
	return openapi3.Schemas{"links": links(), "numberReturned": count(), "numberMatched": count(), "version": openapi3.NewStringSchema().NewRef()}
}

func crsAsked(name, of string) *openapi3.Parameter {
	return asking(name, "The coordinate system "+of+", of which there is one.", oneOfText([]string{ogc.CRS84}))
}

// itemsAsked are the parameters of the features of a collection.
func itemsAsked(l export.Layer) openapi3.Parameters {
	four, six := openapi3.NewArraySchema().WithMinItems(4).WithMaxItems(4), openapi3.NewArraySchema().WithMinItems(6).WithMaxItems(6)
	four.Items, six.Items = openapi3.NewFloat64Schema().NewRef(), openapi3.NewFloat64Schema().NewRef()
	bbox := openapi3.NewArraySchema().WithItems(openapi3.NewFloat64Schema())
	bbox.OneOf = openapi3.SchemaRefs{four.NewRef(), six.NewRef()}
	out := shared(listed("bbox", "A box that features meet, or they lie nowhere: WEST,SOUTH,EAST,NORTH in degrees of WGS84, or the same with a lowest and a highest height after SOUTH and NORTH. "+
		"West is greater than east where it lies over the 180th meridian.", bbox),
		listed("datetime", "A day or moment (RFC 3339), or two with a slash between, of which .. or nothing is an open end. Features are matched whose days overlap it, and those without days.", openapi3.NewStringSchema()),
		listed("limit", "How many features a page has at most. What is more than the most that there can be is that.", whole(1, ogc.MaxLimit, ogc.DefaultLimit)),
		asking("filter", "What has to be true of features: Basic CQL2 as text, as in confidence > 0.5 AND holder = 'sdf'.", openapi3.NewStringSchema()),
		asking("filter-lang", "The language of filter.", oneOfText([]string{cqlText})),
		crsAsked("filter-crs", "of filter"), crsAsked("bbox-crs", "of bbox"), crsAsked("crs", "of the answer"))
	out = append(out, given(asking("offset", "How many features are left out before the first.", whole(0, math.MaxInt32, 0)))...)
	var names []string
	for _, f := range ogc.FieldsOf(l) {
		if f.Name != "id" {
			names = append(names, f.Name)
		}
		if cql.Queryable(f) {
			out = append(out, given(listed(f.Name, "Features whose "+f.Name+" is this.", fieldAsked(f)))...)
		}
	}
	properties := openapi3.NewArraySchema().WithItems(oneOfText(names)).WithMinItems(1)
	named := asking("properties", "The names of the properties that features come with, with a comma between; all unasked.", properties)
	named.Explode = openapi3.Ptr(false)
	return append(out, given(named)...)
}

// fieldAsked is the schema of a value of a field.
func fieldAsked(f export.Field) *openapi3.Schema {
	switch f.Type {
	case export.Date:
		return dayText()
	case export.Integer:
		return openapi3.NewIntegerSchema()
	case export.Real:
		return openapi3.NewFloat64Schema()
	case export.Boolean:
		return openapi3.NewBoolSchema()
	}
	return openapi3.NewStringSchema()
}
