// Package openapi describes an API in OpenAPI 3.0.3: a table of operations becomes a
// document, in which the bodies of answers are described by the very Go types that are
// written as JSON. It knows nothing of HTTP servers.
package openapi

import (
	"context"
	"fmt"
	"strconv"

	"github.com/getkin/kin-openapi/openapi3"
)

// Operation is a question that can be asked with GET, and HEAD.
type Operation struct {
	Path    string // with {name} where the path has a parameter
	ID      string // stable: clients are made from it
	Group   string
	Summary string // one line
	About   string // what there is to say beyond that; "" for nothing
	Params  openapi3.Parameters
	Answers []Answer // of status 200, the one that is given unasked first
	// Statuses are those that are answered beside 200, among those of this package.
	Statuses []int
	// Try is the path and query of an example, in which {name} stands for something
	// that is known; "" where there is none.
	Try string
}

// Answer is one form of an answer.
type Answer struct {
	MediaType string
	// Body is a value of the type that is written as JSON, or an *openapi3.Schema where
	// no Go type says it; nil for bytes that are no JSON.
	Body any
}

// Group is a part of the API.
type Group struct{ Name, About string }

// API is all that a document says.
type API struct {
	Info       *openapi3.Info
	Groups     []Group
	Operations []Operation
}

// Document is the definition of an API that is at server, scheme and host and the path
// before those of the operations. It is checked: what OpenAPI does not allow is an error.
func (a API) Document(server string) (*openapi3.T, error) {
	b := newBuilder()
	doc := &openapi3.T{OpenAPI: "3.0.3", Info: a.Info, Servers: openapi3.Servers{{URL: server}}, Paths: openapi3.NewPaths(),
		Components: &openapi3.Components{Schemas: b.schemas, Parameters: openapi3.ParametersMap{}, Headers: b.headers(), Responses: b.responses()}}
	for _, g := range a.Groups {
		doc.Tags = append(doc.Tags, &openapi3.Tag{Name: g.Name, Description: g.About})
	}
	for _, o := range a.Operations {
		op, err := b.operation(o)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", o.ID, err)
		}
		for _, p := range o.Params {
			if name := referred(p.Ref); name != "" {
				doc.Components.Parameters[name] = &openapi3.ParameterRef{Value: p.Value}
			}
		}
		if doc.Paths.Value(o.Path) != nil {
			return nil, fmt.Errorf("%s: path %s is there already", o.ID, o.Path)
		}
		doc.Paths.Set(o.Path, &openapi3.PathItem{Get: op})
	}
	if b.err != nil {
		return nil, b.err
	}
	// Only what references lead to can be checked; of both, the reference is written.
	if err := openapi3.NewLoader().ResolveRefsIn(doc, nil); err != nil {
		return nil, err
	}
	return doc, doc.Validate(context.Background())
}

func (b *builder) operation(o Operation) (*openapi3.Operation, error) {
	op := &openapi3.Operation{OperationID: o.ID, Tags: []string{o.Group}, Summary: o.Summary, Description: o.About, Parameters: o.Params,
		Responses: openapi3.NewResponsesWithCapacity(len(o.Statuses) + 1)}
	content := openapi3.Content{}
	for _, a := range o.Answers {
		schema, err := b.body(a.Body)
		if err != nil {
			return nil, err
		}
		content[a.MediaType] = &openapi3.MediaType{Schema: schema}
	}
	ok := openapi3.NewResponse().WithDescription("The answer.").WithContent(content)
	ok.Headers = openapi3.Headers{}
	for name := range b.headers() {
		ok.Headers[name] = &openapi3.HeaderRef{Ref: "#/components/headers/" + name}
	}
	op.Responses.Set("200", &openapi3.ResponseRef{Value: ok})
	for _, status := range o.Statuses {
		name, known := others[status]
		if !known {
			return nil, fmt.Errorf("status %d: want one of those that are described", status)
		}
		op.Responses.Set(strconv.Itoa(status), &openapi3.ResponseRef{Ref: "#/components/responses/" + name})
	}
	return op, nil
}

// others are the names of what is answered otherwise.
var others = map[int]string{204: "Nothing", 300: "SeveralPlaces", 304: "NotModified", 400: "BadRequest", 404: "NotFound", 406: "NotAcceptable", 503: "Busy"}
