package web

import (
	"fmt"

	"frontline/timeline/atlas"
	"frontline/timeline/compact"
	"frontline/timeline/export"
	"frontline/timeline/openapi"
)

// gapFields are the properties of gaps.
var gapFields = []export.Field{{Name: "start", Type: export.Date}, {Name: "end", Type: export.Date}, {Name: "between"}, {Name: "km", Type: export.Real},
	{Name: "places", Type: export.List}, {Name: "stated", Type: export.List}, {Name: "parts", Type: export.List}, {Name: "front", Type: export.Object}}

// labelledAs is a layer whose features say which of several they are of.
func labelledAs(l export.Layer) export.Schema {
	s := layer(l)
	s.Fields = append([]export.Field{{Name: "layer"}}, s.Fields...)
	return s
}

func (s *Server) groundOperations() []openapi.Operation {
	drawn := export.SchemaOf(export.Options{Layer: export.Areas, Map: "any"})
	return []openapi.Operation{
		{Path: "/api/areas", ID: "getAreas", Group: groupGround, Summary: "The ground by holder on a day, with its square kilometres.",
			About: "Inside a governorate or polygons; of a box, the areas that meet it, whole. map is not beside in and within.", Statuses: usual,
			Answers: asFeatures(drawn), Try: "/api/areas?day={day}", Params: together(given(dayAsked(), mapAsked()), region())},
		{Path: "/api/cells", ID: "getCells", Group: groupGround, Summary: "The ground nearest to each place on a day, and how well it is known.", Statuses: usual,
			Answers: asFeatures(layer(export.Cells)), Try: "/api/cells?day={day}", Params: together(given(dayAsked()), region())},
		{Path: "/api/fronts", ID: "getFronts", Group: groupGround, Summary: "The lines between holders on a day.", Statuses: usual,
			Answers: asFeatures(layer(export.Fronts)), Try: "/api/fronts?day={day}", Params: together(given(dayAsked()), region())},
		{Path: "/api/ground", ID: "getGround", Group: groupGround, Summary: "The cells of all places and the edges between them, in compact whole numbers.",
			About: "For programs that draw every day themselves, with /api/course.", Statuses: usual, Answers: asJSON(compact.Ground{}), Try: "/api/ground", Params: together()},
		{Path: "/api/course", ID: "getCourse", Group: groupGround, Summary: "In which state each cell of the ground was, day by day, in compact whole numbers.",
			Statuses: usual, Answers: asJSON(compact.Course{}), Try: "/api/course", Params: together()},
		{Path: "/api/series", ID: "getSeries", Group: groupGround, Summary: "The square kilometres of each holder over time.", Statuses: usual,
			Answers: asJSON(atlas.Series{}), Try: "/api/series?from={from}&to={to}", Params: together(fromTo("of the span"), given(mapAsked()), region())},
		{Path: "/api/difference", ID: "getDifference", Group: groupGround, Summary: "The ground that passed from one holder to another between two days.",
			About: "Each change is two features: the ground itself, and the band in which its border lies.", Statuses: usual, Answers: asFeatures(layer(export.Difference)),
			Try: "/api/difference?from={from}&to={day}", Params: together(twoDays(), given(mapAsked(), s.actorsAsked()), region())},
		{Path: "/api/corrected", ID: "getCorrected", Group: groupGround, Summary: "The ground of a day that was seen in other hands by what was known on another day.",
			Statuses: usual, Answers: asFeatures(layer(export.Difference)), Try: "/api/corrected?day={day}&known_on={day}",
			Params: together(given(dayAsked(), needed(asking("known_on", "The day at whose end the data is to be as known.", dayText())), s.actorsAsked()), region())},
		{Path: "/api/pockets", ID: "getPockets", Group: groupGround, Summary: "Ground that is shut in on a day, and the necks where ground is nearly cut off.",
			Statuses: ofPlace, Answers: asFeatures(labelledAs(export.Pockets), labelledAs(export.Necks)), Try: "/api/pockets?day={day}",
			Params: together(given(dayAsked(), s.actorsAsked(), asking("neck_km", "The widest neck that is wanted, in km.", whole(1, atlas.MaxNeckKm, atlas.DefaultNeckKm))), groundAsked())},
		{Path: "/api/gaps", ID: "getGaps", Group: groupGround, Summary: "Gaps between the parts of a side, the distance of two places, or the nearest front to a place.",
			About:    "With actor, the gaps of its side; with place and to, their distance; with place alone, the nearest front. bbox and within_km are beside actor alone.",
			Statuses: ofPlace, Answers: asFeatures(export.Schema{Geometry: "LineString", Fields: gapFields}), Try: "/api/gaps?actor={actor}&day={day}",
			Params: together(given(dayAsked(), s.actorAsked("The actor whose side it is."),
				asking("window", "Of how many days up to day the words are told beside a gap.", whole(1, atlas.MaxGapDays, atlas.DefaultGapDays)),
				asking("within_km", fmt.Sprintf("The widest gap that is wanted, in km; %d unasked.", atlas.DefaultGapKm), whole(1, atlas.MaxGapKm, 0)),
				placeAsked(), asking("to", "Another place, as place names it.", shortText()), boxAsked(), inAsked()))},
		{Path: "/api/advances", ID: "getAdvances", Group: groupGround, Summary: "Arrows by what is said of who went where. They say nothing of control.",
			Statuses: ofPlace, Answers: asFeatures(layer(export.Advances)), Try: "/api/advances?day={day}",
			Params: together(given(dayAsked(), asking("window", "Of how many days up to day.", whole(1, maxWindow, 7)), s.actorsAsked()), groundAsked())},
	}
}
