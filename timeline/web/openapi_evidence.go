package web

import (
	"strings"

	"frontline/timeline/answer"
	"frontline/timeline/export"
	"frontline/timeline/export/format"
	"frontline/timeline/feed"
	"frontline/timeline/openapi"
	"frontline/timeline/picture"
	"frontline/timeline/tile"

	"github.com/getkin/kin-openapi/openapi3"
)

func (s *Server) evidenceOperations() []openapi.Operation {
	return []openapi.Operation{
		{Path: "/api/claims", ID: "getClaims", Group: groupEvidence, Summary: "What reports say, each on its day and where its words put it.",
			About: "A claim that cannot be placed has no geometry.", Statuses: ofPlace, Answers: asFeatures(layer(export.Claims)), Try: "/api/claims?from={from}&to={to}",
			Params: together(fromTo("that claims are of"), given(s.actorsAsked(), kindsAsked()), evidenceAsked(), groundAsked())},
		{Path: "/api/reports", ID: "getReports", Group: groupEvidence, Summary: "The reports that count, newest first; those in which words are found, best match first.",
			Statuses: ofPlace, Answers: asJSON(answer.Reports{}), Try: "/api/reports?limit=5",
			Params: together(given(asking("q", `Words, and phrases in "quotation marks".`, shortText())), fromTo("of publication"), given(s.actorsAsked(), kindsAsked()),
				evidenceAsked(), groundAsked(), pageAsked(maxReports, someReports))},
		{Path: "/api/reports/{id}", ID: "getReport", Group: groupEvidence, Summary: "A report with its text, and all that it says.",
			About: "The spans of claims and places are bytes of the text.", Statuses: ofOne, Answers: asJSON(answer.Report{}), Try: "/api/reports/{report}",
			Params: together(given(inPath("id", "The id of a report.", openapi3.NewStringSchema())))},
		{Path: "/api/sources", ID: "getSources", Group: groupEvidence, Summary: "Who publishes what is known, and how far each is believed.",
			Statuses: usual, Answers: asJSON(answer.Sources{}), Try: "/api/sources", Params: together()},
		{Path: "/api/corrections", ID: "getCorrections", Group: groupEvidence, Summary: "What we changed our mind about on the days of a span, and why.",
			Statuses: ofPlace, Answers: asJSON(answer.Corrections{}), Try: "/api/corrections", Params: together(fromTo("on which it was recorded"), groundAsked())},
		{Path: "/api/days", ID: "getDays", Group: groupEvidence, Summary: "How much is claimed of each day.",
			Statuses: usual, Answers: asJSON(answer.Days{}), Try: "/api/days", Params: together(region())},
	}
}

func (s *Server) fileOperations() []openapi.Operation {
	var files []openapi.Answer
	for _, name := range format.Names {
		f, _ := format.Of(name)
		a := openapi.Answer{MediaType: bare(f.MediaType)}
		if name == format.GeoJSON {
			a.Body = asFeatures()[0].Body
		}
		files = append(files, a)
	}
	return []openapi.Operation{
		{Path: "/api/export", ID: "getExport", Group: groupFiles, Summary: "One file with all layers that are asked for, to be kept.",
			About: "What shows how things stood is of the day; claims, reports and advances are of the span, or for want of one of the day too; a difference is between from and to. " +
				"kind and modality narrow claims, and places and reports by them; source and sure holdings as well.",
			Statuses: ofPlace, Answers: files, Try: "/api/export?layer=holdings&day={day}&format=csv",
			Params: together(given(needed(repeated("layer", "What is wanted.", oneOfText(export.Layers)))),
				given(asking("day", "The day of what shows how things stood, in UTC.", dayText())), fromTo("of the span"), region(),
				given(s.actorsAsked(), kindsAsked()), evidenceAsked(), given(mapAsked(), withDefault(asking("format", "The format of the file.", oneOfText(format.Names)), string(format.GeoJSON)), placeAsked()))},
		{Path: "/api/picture", ID: "getPicture", Group: groupFiles, Summary: "The map of a day as a picture, with its legend and what it rests on.",
			About: "Of in and bbox one at most.", Statuses: usual, Answers: []openapi.Answer{{MediaType: "image/svg+xml"}, {MediaType: "image/png"}},
			Try: "/api/picture?day={day}&format=png&width=800",
			Params: together(given(dayAsked(), withDefault(asking("lang", "The language of the words.", oneOfText([]picture.Lang{picture.Arabic, picture.English})), string(picture.English)),
				asking("width", "In pixels.", whole(picture.MinWidth, maxWidth, usualWidth)), withDefault(asking("format", "The format.", oneOfText([]pictureFormat{svg, png})), string(svg)),
				asking("title", "A title over the map.", shortText()), asking("bare", "The map alone.", oneOfText([]string{"1"})), boxAsked(), inAsked()))},
	}
}

// bare is a media type without what is said beside it.
func bare(mediaType string) string {
	name, _, _ := strings.Cut(mediaType, ";")
	return name
}

func withDefault(p *openapi3.Parameter, value string) *openapi3.Parameter {
	p.Schema.Value.WithDefault(value)
	return p
}

func (s *Server) newsOperations() []openapi.Operation {
	paged := append(pageAsked(mostEntries, someEntries), given(s.langAsked("The language of the words; English unasked."))...)
	changes := append(append(fromTo("of the span"), given(s.actorsAsked())...), groundAsked()...)
	atom := []openapi.Answer{{MediaType: bare(feed.MediaType)}}
	return []openapi.Operation{
		{Path: changesFeed, ID: "getChangesFeed", Group: groupNews, Summary: "The changes of /api/changes as an Atom feed with GeoRSS, what became known last first.",
			Statuses: ofPlace, Answers: atom, Try: changesFeed + "?limit=5", Params: together(changes, nearAsked(), paged)},
		{Path: watchedFeeds + "{id}" + atomSuffix, ID: "getWatchFeed", Group: groupNews, Summary: "The changes that a saved query wants, as an Atom feed.",
			About: "Queries are saved by the command frontline watch.", Statuses: ofOne, Answers: atom,
			Params: together(given(inPath("id", "The id of a saved query.", openapi3.NewStringSchema())), paged)},
		{Path: livePath, ID: "getLive", Group: groupNews, Summary: "Server-sent events, as what is known changes.",
			About: "An event change or gone for each change that came to be believed or is so no more, and behind them version, whose id is sent back in Last-Event-ID by who comes back. " +
				"Either watch, or any of the others.",
			Statuses: []int{300, 400, 404, 503}, Answers: []openapi.Answer{{MediaType: "text/event-stream"}},
			Params: append(append(given(asking("watch", "The id of a saved query.", shortText()),
				openapi3.NewHeaderParameter("Last-Event-ID").WithDescription("The id of the last event that was heard.").WithSchema(openapi3.NewStringSchema())), changes...), nearAsked()...)},
	}
}

func (s *Server) tileOperations() []openapi.Operation {
	number := func(most int) *openapi3.Schema { return whole(0, most, 0) }
	return []openapi.Operation{
		{Path: "/tiles.json", ID: "getTileJSON", Group: groupTiles, Summary: "What the tiles of a day hold, and where they are (TileJSON 3.0).",
			Statuses: usual, Answers: asJSON(tile.JSON{}), Try: "/tiles.json?day={day}", Params: together(given(dayAsked()))},
		{Path: "/tiles/{z}/{x}/{y}.mvt", ID: "getTile", Group: groupTiles, Summary: "A piece of the map of a day, as a Mapbox vector tile.",
			Statuses: []int{204, 304, 400, 404}, Answers: []openapi.Answer{{MediaType: "application/vnd.mapbox-vector-tile"}}, Try: "/tiles/0/0/0.mvt?day={day}",
			Params: together(given(inPath("z", "Zoom.", number(int(tile.MaxZoom))), inPath("x", "Column, below 2^z.", number(1<<tile.MaxZoom-1)),
				inPath("y", "Row from the north, below 2^z.", number(1<<tile.MaxZoom-1)), dayAsked()))},
	}
}

func (s *Server) serviceOperations() []openapi.Operation {
	definition := []openapi.Answer{{MediaType: ogcMediaType, Body: openapi3.NewObjectSchema().WithRequired([]string{"openapi", "info", "paths"})}}
	return []openapi.Operation{
		{Path: "/api/meta", ID: "getMeta", Group: groupService, Summary: "What there is to be asked about, and on what terms.",
			Statuses: usual, Answers: asJSON(answer.Meta{}), Try: "/api/meta", Params: together()},
		{Path: definitionPath, ID: "getDefinition", Group: groupService, Summary: "This definition.", Statuses: usual, Answers: definition, Try: definitionPath, Params: together()},
		{Path: docsPath, ID: "getDocs", Group: groupService, Summary: "This definition as a page for people.", Statuses: usual,
			Answers: []openapi.Answer{{MediaType: "text/html"}}, Try: docsPath, Params: together(given(s.langAsked("The language of the headings; as Accept-Language unasked.")))},
	}
}
