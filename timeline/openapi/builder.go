package openapi

import (
	"strings"

	"frontline/timeline/answer"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3gen"
)

// builder gathers what the operations of a document share.
type builder struct {
	generator *openapi3gen.Generator
	schemas   openapi3.Schemas
	made      map[string]string // the Go type of each component, by its name
	err       error             // the first of the types
}

func newBuilder() *builder {
	b := &builder{schemas: geometries(), made: map[string]string{}}
	b.generator = openapi3gen.NewGenerator(openapi3gen.SchemaCustomizer(b.customize))
	return b
}

const schemaPrefix = "#/components/schemas/"

func refTo(name string) *openapi3.SchemaRef { return openapi3.NewSchemaRef(schemaPrefix+name, nil) }

// referred is the name of what is referred to; "" for no reference.
func referred(ref string) string { return ref[strings.LastIndex(ref, "/")+1:] }

// headers are those of every answer.
func (b *builder) headers() openapi3.Headers {
	header := func(about, example string) *openapi3.HeaderRef {
		return &openapi3.HeaderRef{Value: &openapi3.Header{Parameter: openapi3.Parameter{Description: about, Example: example, Schema: openapi3.NewStringSchema().NewRef()}}}
	}
	return openapi3.Headers{
		"ETag":                   header("Names the answer. Sent back in If-None-Match it is answered with 304 while the answer is the same.", `W/"6d1c4d6b4f0c7a9e"`),
		"Frontline-Data-Version": header("Names all that the answer comes from: the data and the program. Who cites an answer names it.", "1f0c3d2a-dev"),
	}
}

// responses are what is answered beside 200.
func (b *builder) responses() openapi3.ResponseBodies {
	failed := func(about string, bodies ...any) *openapi3.ResponseRef {
		schema := &openapi3.Schema{}
		for _, body := range bodies {
			ref, err := b.body(body)
			if err != nil && b.err == nil {
				b.err = err
			}
			schema.AnyOf = append(schema.AnyOf, ref)
		}
		return &openapi3.ResponseRef{Value: openapi3.NewResponse().WithDescription(about).WithJSONSchema(schema)}
	}
	said := func(about string) *openapi3.ResponseRef {
		return &openapi3.ResponseRef{Value: openapi3.NewResponse().WithDescription(about)}
	}
	return openapi3.ResponseBodies{
		"Nothing":       said("There is nothing there."),
		"NotModified":   said("The answer is still the one that If-None-Match names."),
		"SeveralPlaces": failed("The name is that of several places: ask again with the id of one of the candidates.", answer.PlaceFailure{}),
		"BadRequest":    failed("A parameter cannot be understood: its name, its value and what is allowed.", answer.ParameterFailure{}, answer.Failure{}),
		"NotFound":      failed("There is no such thing; of places, candidates that may be meant.", answer.PlaceFailure{}, answer.Failure{}),
		"NotAcceptable": failed("There is no answer of a type that Accept lists.", answer.Failure{}),
		"Busy":          failed("Too many ask at once: try again later.", answer.Failure{}),
	}
}
