package web

import (
	"math"

	"frontline/timeline"
	"frontline/timeline/front"

	"github.com/getkin/kin-openapi/openapi3"
)

// asking is a parameter of a question.
func asking(name, about string, schema *openapi3.Schema) *openapi3.Parameter {
	return openapi3.NewQueryParameter(name).WithDescription(about).WithSchema(schema)
}

// needed is a parameter that has to be given.
func needed(p *openapi3.Parameter) *openapi3.Parameter { return p.WithRequired(true) }

// inPath is a parameter that is a part of the path.
func inPath(name, about string, schema *openapi3.Schema) *openapi3.Parameter {
	return openapi3.NewPathParameter(name).WithDescription(about).WithSchema(schema)
}

// repeated is a parameter that may be given several times.
func repeated(name, about string, schema *openapi3.Schema) *openapi3.Parameter {
	p := asking(name, about+" May be given several times: one of them is enough.", openapi3.NewArraySchema().WithItems(schema))
	p.Style, p.Explode = openapi3.SerializationForm, openapi3.Ptr(true)
	return p
}

// listed is a parameter whose values stand with a comma between.
func listed(name, about string, schema *openapi3.Schema) *openapi3.Parameter {
	p := asking(name, about, schema)
	p.Style, p.Explode = openapi3.SerializationForm, openapi3.Ptr(false)
	return p
}

// given are parameters of one operation.
func given(list ...*openapi3.Parameter) (out openapi3.Parameters) {
	for _, p := range list {
		out = append(out, &openapi3.ParameterRef{Value: p})
	}
	return out
}

// shared are parameters that many operations have, named by what they are.
func shared(list ...*openapi3.Parameter) (out openapi3.Parameters) {
	for _, p := range list {
		out = append(out, &openapi3.ParameterRef{Ref: "#/components/parameters/" + p.Name, Value: p})
	}
	return out
}

func dayText() *openapi3.Schema { return openapi3.NewStringSchema().WithFormat("date") }

func oneOfText[T ~string](values []T) *openapi3.Schema {
	s := openapi3.NewStringSchema()
	for _, v := range values {
		s.Enum = append(s.Enum, string(v))
	}
	return s
}

// whole is a whole number from low to high; unasked it is missing, where that is not 0.
func whole(low, high, missing int) *openapi3.Schema {
	s := openapi3.NewIntegerSchema().WithMin(float64(low))
	if high < math.MaxInt32 {
		s.WithMax(float64(high))
	}
	if missing != 0 {
		s.WithDefault(missing)
	}
	return s
}

func fractionText() *openapi3.Schema { return openapi3.NewFloat64Schema().WithMin(0).WithMax(1) }

func shortText() *openapi3.Schema {
	return openapi3.NewStringSchema().WithMinLength(1).WithMaxLength(maxText)
}

// box is four numbers.
func box() *openapi3.Schema {
	return openapi3.NewArraySchema().WithItems(openapi3.NewFloat64Schema()).WithMinItems(4).WithMaxItems(4)
}

// The parameters that many questions have.
func dayAsked() *openapi3.Parameter {
	return needed(asking("day", "The day asked about, in UTC.", dayText()))
}

func fromTo(about string) openapi3.Parameters {
	return given(asking("from", "The first day "+about+". Left out, there is no first.", dayText()),
		asking("to", "The day after the last "+about+": the span is half-open. Left out, there is no last.", dayText()))
}

func twoDays() openapi3.Parameters {
	return given(needed(asking("from", "The earlier of the two days.", dayText())), needed(asking("to", "The later of the two days.", dayText())))
}

func boxAsked() *openapi3.Parameter {
	return listed("bbox", "A box: WEST,SOUTH,EAST,NORTH in degrees of WGS84.", box())
}

func inAsked() *openapi3.Parameter {
	return asking("in", "A governorate, by its name in English or Arabic. What it is called is said where it is none.", shortText())
}

func withinAsked() *openapi3.Parameter {
	return asking("within", "A Polygon or MultiPolygon of GeoJSON, longitude and latitude in degrees. Not beside in.", openapi3.NewStringSchema())
}

func region() openapi3.Parameters { return given(boxAsked(), inAsked(), withinAsked()) }

func placeAsked() *openapi3.Parameter {
	return asking("place", "A place, by its id, a code or a name in either script. in says which of several that bear the name.", shortText())
}

func groundAsked() openapi3.Parameters { return given(boxAsked(), inAsked(), placeAsked()) }

func mapAsked() *openapi3.Parameter {
	return asking("map", "The id of a source that draws maps: the answer is then as its own map has it. /api/sources says which do.", openapi3.NewStringSchema())
}

func (s *Server) actorAsked(about string) *openapi3.Parameter {
	return asking("actor", about, oneOfText(s.actors()))
}

func (s *Server) actorsAsked() *openapi3.Parameter {
	return repeated("actor", "An actor that takes part, or holds or contests the place.", oneOfText(s.actors()))
}

func kindsAsked() *openapi3.Parameter {
	return repeated("kind", "What a claim says happened.", oneOfText(timeline.Kinds))
}

func heldByAsked() openapi3.Parameters {
	return given(repeated("source", "The id of a source whose words count.", openapi3.NewStringSchema()),
		asking("sure", "The least confidence.", fractionText()))
}

func evidenceAsked() openapi3.Parameters {
	return append(heldByAsked(), given(repeated("modality", "How a claim is said.", oneOfText(timeline.Modalities)))...)
}

func pageAsked(most, some int) openapi3.Parameters {
	return given(asking("limit", "How many come at most.", whole(1, most, some)), asking("offset", "How many are left out before the first.", whole(0, math.MaxInt32, 0)))
}

func (s *Server) langAsked(about string) *openapi3.Parameter {
	return asking("lang", about, oneOfText(s.plain.Languages()))
}

// viewAsked are the parameters that every question about the data has.
func viewAsked() openapi3.Parameters {
	return shared(asking("as_known_on", "The data as it was known at the end of a day, in UTC. Left out, as it is known now.", dayText()),
		repeated("without", "The id of a source that is not to count.", openapi3.NewStringSchema()),
		asking("reach_km", "How far from a place its ground reaches, in km.", whole(front.MinReachKm, front.MaxReachKm, 0)))
}

// nearAsked are a place or point, and how far from it.
func nearAsked() openapi3.Parameters {
	return given(asking("near", "LON,LAT in degrees, or a place as place names it; beside within_km.", shortText()),
		asking("within_km", "How far from near, in km: above 0. Beside near.", openapi3.NewFloat64Schema().WithMin(0).WithExclusiveMin(true).WithMax(1000)))
}
