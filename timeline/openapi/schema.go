package openapi

import (
	"fmt"
	"path"
	"reflect"
	"strings"

	"frontline/timeline"
	"frontline/timeline/atlas"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/paulmach/orb/geojson"
)

// viewed are the types whose JSON another type describes. Of those that are alike in
// all but being null, null is what nothing is.
var viewed = map[reflect.Type]reflect.Type{
	reflect.TypeFor[timeline.Claim]():    reflect.TypeFor[timeline.ClaimView](),
	reflect.TypeFor[timeline.PlaceRef](): reflect.TypeFor[timeline.PlaceRefView](),
	reflect.TypeFor[timeline.Held]():     reflect.TypeFor[timeline.HeldView](),
}

// nullable are the types whose values can be written as null though they are no
// pointers.
var nullable = map[reflect.Type]bool{reflect.TypeFor[timeline.Held](): true}

// renamed are components that would have the name of another.
var renamed = map[reflect.Type]string{reflect.TypeFor[atlas.Source](): "ReportSource"}

// own are packages whose types are named without them.
var own = map[string]bool{"timeline": true, "atlas": true, "answer": true}

// body is the schema of the body of an answer.
func (b *builder) body(v any) (*openapi3.SchemaRef, error) {
	switch v := v.(type) {
	case nil:
		return openapi3.NewStringSchema().WithFormat("binary").NewRef(), nil
	case *openapi3.Schema:
		return v.NewRef(), nil
	}
	ref := b.named(reflect.TypeOf(v))
	if ref == nil {
		return nil, fmt.Errorf("%T has no name: want a struct that has one", v)
	}
	return ref, b.err
}

// named is a reference to the component of a type, which is made when it is first
// asked for; nil for what is described where it stands.
func (b *builder) named(t reflect.Type) *openapi3.SchemaRef {
	if t == reflect.TypeFor[geojson.Geometry]() {
		return refTo("Geometry")
	}
	if view, has := viewed[t]; has {
		t = view
	}
	if t.Kind() != reflect.Struct || t.Name() == "" {
		return nil
	}
	name, id := nameOf(t), t.PkgPath()+"."+t.Name()
	if other, has := b.made[name]; !has {
		b.made[name] = id
		schema, err := b.generator.GenerateSchemaRef(t)
		if err != nil {
			b.fail(fmt.Errorf("%s: %w", id, err))
			return nil
		}
		b.schemas[name] = schema.Value.NewRef()
	} else if other != id {
		b.fail(fmt.Errorf("%s and %s are both named %s", id, other, name))
	}
	return refTo(name)
}

func (b *builder) fail(err error) {
	if b.err == nil {
		b.err = err
	}
}

// nameOf is what a type is called: as in Go, without what says that it is for answers,
// and with its package where that is not one of the common ones.
func nameOf(t reflect.Type) string {
	if name, has := renamed[t]; has {
		return name
	}
	name, room := strings.TrimSuffix(t.Name(), "View"), path.Base(t.PkgPath())
	if own[room] {
		return name
	}
	return strings.ToUpper(room[:1]) + room[1:] + strings.ToUpper(name[:1]) + name[1:]
}

// customize says of a type what the generator does not know: how our types are written,
// which values there are, that fields which are never left out are always there, and
// what has a name of its own.
func (b *builder) customize(_ string, t reflect.Type, _ reflect.StructTag, schema *openapi3.Schema) error {
	null := schema.Nullable
	switch t {
	case reflect.TypeFor[timeline.Day]():
		*schema = *openapi3.NewStringSchema().WithFormat("date").WithNullable()
		return nil
	case reflect.TypeFor[timeline.Moment]():
		*schema = *openapi3.NewDateTimeSchema().WithNullable()
		return nil
	case reflect.TypeFor[timeline.Kind]():
		schema.Enum = enum(timeline.Kinds)
	case reflect.TypeFor[timeline.Modality]():
		schema.Enum = enum(timeline.Modalities)
	}
	switch t.Kind() {
	case reflect.Array: // of which the generator knows nothing
		items, err := b.generator.GenerateSchemaRef(t.Elem())
		if err != nil {
			return err
		}
		n := uint64(t.Len()) //nolint:gosec // a length is never negative
		*schema = *openapi3.NewArraySchema().WithMinItems(int64(t.Len())).WithMaxItems(int64(t.Len()))
		schema.Items, schema.MaxItems, schema.Nullable = items, &n, null
	case reflect.Slice:
		schema.Items = b.child(t.Elem(), schema.Items)
	case reflect.Map:
		schema.AdditionalProperties.Schema = b.child(t.Elem(), schema.AdditionalProperties.Schema)
	case reflect.Struct:
		for _, f := range reflect.VisibleFields(t) {
			name, options, tagged := strings.Cut(f.Tag.Get("json"), ",")
			if name == "" || name == "-" {
				continue
			}
			if !tagged || !strings.Contains(options, "omitempty") {
				schema.Required = append(schema.Required, name)
			}
			schema.Properties[name] = b.child(f.Type, schema.Properties[name])
		}
		if name := "measured_between"; schema.Properties[name] != nil && t == reflect.TypeFor[timeline.ClaimView]() {
			schema.Properties[name].Value.Nullable = true // a list that may be none at all
		}
	}
	return nil
}

// child is what stands for a field or element of a type: a reference where the type
// has a name, and what the generator made of it elsewhere.
func (b *builder) child(t reflect.Type, made *openapi3.SchemaRef) *openapi3.SchemaRef {
	null := nullable[t]
	if t.Kind() == reflect.Pointer {
		t, null = t.Elem(), true
	}
	ref := b.named(t)
	switch {
	case ref == nil:
		return made
	case null: // of what stands beside a reference, nothing counts
		return openapi3.NewSchemaRef("", &openapi3.Schema{Nullable: true, AllOf: openapi3.SchemaRefs{ref}})
	}
	return ref
}

func enum[T any](values []T) []any {
	out := make([]any, len(values))
	for i, v := range values {
		out[i] = fmt.Sprint(v)
	}
	return out
}
