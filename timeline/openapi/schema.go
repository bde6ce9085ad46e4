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

// viewed are the types whose JSON another type describes.
var viewed = map[reflect.Type]reflect.Type{
	reflect.TypeFor[timeline.Claim]():    reflect.TypeFor[timeline.ClaimView](),
	reflect.TypeFor[timeline.PlaceRef](): reflect.TypeFor[timeline.PlaceRefView](),
	reflect.TypeFor[timeline.Held]():     reflect.TypeFor[timeline.HeldView](),
}

// nullable are the types whose values can be written as null though they are no
// pointers.
var nullable = map[reflect.Type]bool{reflect.TypeFor[timeline.Held](): true}

// renamed are components that would have the name of another.
var renamed = map[reflect.Type]string{reflect.TypeFor[atlas.Source](): "ReportSource", reflect.TypeFor[atlas.Held](): "HeldPlaces"}

// rooms say with what in front the types of a package are named.
var rooms = map[string]string{"timeline": "", "atlas": "", "answer": "", "fulltext": "", "compact": "Compact", "tile": "Tile", "ogc": "OGC"}

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
// and behind what tells its package from others.
func nameOf(t reflect.Type) string {
	if name, has := renamed[t]; has {
		return name
	}
	return rooms[path.Base(t.PkgPath())] + strings.TrimSuffix(t.Name(), "View")
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
		*schema = *openapi3.NewArraySchema().WithMinItems(int64(t.Len())).WithMaxItems(int64(t.Len()))
		items.Value.Nullable = items.Value.Nullable || t.Elem().Kind() == reflect.Pointer // which the generator forgets of what it begins with
		schema.Items, schema.Nullable = items.Value.NewRef(), null
	case reflect.Slice:
		schema.Items = b.child(t.Elem(), schema.Items)
	case reflect.Map:
		schema.AdditionalProperties.Schema = b.child(t.Elem(), schema.AdditionalProperties.Schema)
	case reflect.Struct:
		b.fields(t, schema)
	}
	return nil
}

// fields says of the fields of a struct, and of those that are embedded in it, which are
// always there, and what has a name.
func (b *builder) fields(t reflect.Type, schema *openapi3.Schema) {
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, tagged := strings.Cut(f.Tag.Get("json"), ",")
		if f.Anonymous && name == "" {
			embedded := f.Type
			if embedded.Kind() == reflect.Pointer {
				embedded = embedded.Elem()
			}
			b.fields(embedded, schema)
		}
		if schema.Properties[name] == nil {
			continue
		}
		if !tagged || !strings.Contains(options, "omitempty") {
			schema.Required = append(schema.Required, name)
		}
		schema.Properties[name] = b.child(f.Type, schema.Properties[name])
		if t == reflect.TypeFor[timeline.ClaimView]() && name == "measured_between" {
			schema.Properties[name].Value.Nullable = true // the one list that may be none at all
		}
	}
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
		return made.Value.NewRef() // its own reference is to nothing
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
