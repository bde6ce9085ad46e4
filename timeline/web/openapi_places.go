package web

import (
	"math"

	"frontline/timeline/answer"
	"frontline/timeline/atlas"
	"frontline/timeline/export"
	"frontline/timeline/openapi"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/labstack/echo/v4"
)

const (
	mediaJSON    = echo.MIMEApplicationJSON
	mediaGeoJSON = "application/geo+json"
)

// asJSON is an answer of a Go type.
func asJSON(body any) []openapi.Answer {
	return []openapi.Answer{{MediaType: mediaJSON, Body: body}}
}

// asFeatures is an answer of features of layers; of none, of features of any kind.
func asFeatures(layers ...export.Schema) []openapi.Answer {
	version, licence := openapi3.NewStringSchema(), openapi3.NewStringSchema()
	version.Description, licence.Description = "The version of the data, as Frontline-Data-Version.", "The licence of the data, and whom to name."
	return []openapi.Answer{{MediaType: mediaGeoJSON, Body: openapi.Features(openapi3.Schemas{"version": version.NewRef(), "licence": licence.NewRef()}, layers...)}}
}

func layer(l export.Layer) export.Schema { return export.SchemaOf(export.Options{Layer: l}) }

// What is answered beside 200: to all questions about the data, to those that name a
// place, and to those that lead to one thing.
var (
	usual   = []int{304, 400}
	ofPlace = []int{300, 304, 400, 404}
	ofOne   = []int{304, 400, 404}
)

// together are parameters of several kinds, with those of the view behind them.
func together(lists ...openapi3.Parameters) (out openapi3.Parameters) {
	for _, list := range append(lists, viewAsked()) {
		out = append(out, list...)
	}
	return out
}

func (s *Server) placeOperations() []openapi.Operation {
	lon, lat := openapi3.NewFloat64Schema().WithMin(-180).WithMax(180), openapi3.NewFloat64Schema().WithMin(-90).WithMax(90)
	return []openapi.Operation{
		{Path: "/api/who", ID: "getWho", Group: groupPlaces, Summary: "Who held a place, or a bare point, on a day, since when, and because of which words.",
			About: "Either place, or lon and lat.", Statuses: ofPlace, Answers: asJSON(atlas.Answer{}), Try: "/api/who?place={place}&day={day}",
			Params: together(given(dayAsked(), placeAsked(), inAsked(), asking("lon", "Longitude of a point, in degrees.", lon), asking("lat", "Latitude of a point, in degrees.", lat)))},
		{Path: "/api/places", ID: "getPlaces", Group: groupPlaces, Summary: "Places by what is typed, in either script, best first.",
			Statuses: usual, Answers: asJSON(answer.Places{}), Try: "/api/places?q={name}",
			Params: together(given(needed(asking("q", "A name, or a part of one.", shortText())), asking("limit", "How many come at most.", whole(1, maxPlaces, somePlaces))))},
		{Path: "/api/places/{id}/history", ID: "getHistory", Group: groupPlaces, Summary: "The holdings of a place, in order, each with its reasons; and when an actor was in it.",
			Statuses: ofPlace, Answers: asJSON(atlas.Chronicle{}), Try: "/api/places/{place}/history",
			Params: together(given(inPath("id", "The id of a place, or a name that one place bears.", openapi3.NewStringSchema())), fromTo("of the span"),
				given(s.actorAsked("The actor whose stays are told.")))},
		{Path: "/api/labels", ID: "getLabels", Group: groupPlaces, Summary: "The places to be named on a map that has no other labels.",
			Statuses: usual, Answers: asFeatures(export.Schema{Geometry: "Point", Fields: []export.Field{{Name: "name_ar"}, {Name: "name_en"}, {Name: "id"}, {Name: "kind"}, {Name: "admin1"}}}),
			Try: "/api/labels", Params: together()},
		{Path: "/api/holdings", ID: "getHoldings", Group: groupPlaces, Summary: "The places that are held on a day.",
			Statuses: usual, Answers: asFeatures(layer(export.Holdings)), Try: "/api/holdings?day={day}",
			Params: together(given(dayAsked(), boxAsked(), inAsked(), s.actorsAsked()), heldByAsked())},
		{Path: "/api/held", ID: "getHeld", Group: groupPlaces, Summary: "The places that an actor holds or contests on a day, by name.",
			Statuses: usual, Answers: asJSON(atlas.Held{}), Try: "/api/held?actor={actor}&day={day}",
			Params: together(given(dayAsked(), needed(s.actorAsked("The actor.")), boxAsked(), inAsked(),
				asking("unconfirmed_for", "Only places that no claim confirmed for at least so many days.", whole(0, math.MaxInt32, 0))))},
		{Path: "/api/contested", ID: "getContested", Group: groupPlaces, Summary: "The places that are contested on a day, by whom, since when and why.",
			Statuses: usual, Answers: asJSON(atlas.Contested{}), Try: "/api/contested?day={day}", Params: together(given(dayAsked(), boxAsked(), inAsked()))},
		{Path: "/api/changes", ID: "getChanges", Group: groupPlaces, Summary: "What changed hands, or came to be contested, on the days of a span.",
			Statuses: ofPlace, Answers: asJSON(atlas.Changes{}), Try: "/api/changes?from={from}&to={to}",
			Params: together(fromTo("of the span"), given(s.actorsAsked()), groundAsked())},
		{Path: "/api/changes/counts", ID: "getChangeCounts", Group: groupPlaces, Summary: "How often places changed hands, the most frequent first.",
			Statuses: ofPlace, Answers: asJSON(atlas.Counts{}), Try: "/api/changes/counts?by=actor",
			Params: together(given(needed(asking("by", "By what to count.", oneOfText(atlas.Groupings)))), fromTo("of the span"), given(s.actorsAsked()), groundAsked())},
	}
}
