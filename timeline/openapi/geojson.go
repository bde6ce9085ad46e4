package openapi

import (
	"frontline/timeline/export"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/paulmach/orb/geojson"
)

// geometries are the components of GeoJSON: a position, the geometries that there are,
// and Geometry, which is any of them.
func geometries() openapi3.Schemas {
	position := openapi3.NewArraySchema().WithItems(openapi3.NewFloat64Schema()).WithMinItems(2).WithMaxItems(2)
	position.Description = "Longitude and latitude, degrees of WGS84."
	out := openapi3.Schemas{"Position": position.NewRef()}
	each := &openapi3.Schema{Description: "A geometry of GeoJSON (RFC 7946): right-handed rings, six decimals."}
	for _, g := range []struct {
		kind string
		deep int // lists around positions
	}{{geojson.TypePoint, 0}, {geojson.TypeMultiPoint, 1}, {geojson.TypeLineString, 1}, {geojson.TypePolygon, 2}, {geojson.TypeMultiPolygon, 3}} {
		coordinates := refTo("Position")
		for range g.deep {
			list := openapi3.NewArraySchema()
			list.Items = coordinates
			coordinates = list.NewRef()
		}
		s := openapi3.NewObjectSchema().WithProperty("type", openapi3.NewStringSchema().WithEnum(g.kind)).WithRequired([]string{"type", "coordinates"})
		s.WithPropertyRef("coordinates", coordinates)
		out[g.kind] = s.NewRef()
		each.OneOf = append(each.OneOf, refTo(g.kind))
	}
	out["Geometry"] = each.NewRef()
	return out
}

// Features is the schema of a FeatureCollection whose features are each of one of the
// layers, with further members beside type and features. Without a layer, features can
// have any properties.
func Features(members openapi3.Schemas, layers ...export.Schema) *openapi3.Schema {
	features := openapi3.NewArraySchema()
	switch len(layers) {
	case 0:
		features.Items = Feature(export.Schema{}, nil).NewRef()
	case 1:
		features.Items = Feature(layers[0], nil).NewRef()
	default:
		one := &openapi3.Schema{}
		for _, l := range layers {
			one.AnyOf = append(one.AnyOf, Feature(l, nil).NewRef())
		}
		features.Items = one.NewRef()
	}
	out := openapi3.NewObjectSchema().WithProperty("type", openapi3.NewStringSchema().WithEnum("FeatureCollection")).
		WithProperty("features", features).WithRequired([]string{"type", "features"})
	for name, s := range members {
		out.WithPropertyRef(name, s)
	}
	return out
}

// Feature is the schema of a feature of a layer, with further members.
func Feature(layer export.Schema, members openapi3.Schemas) *openapi3.Schema {
	geometry := "Geometry"
	if layer.Geometry != "" {
		geometry = layer.Geometry
	}
	properties := openapi3.NewObjectSchema()
	for _, f := range layer.Fields {
		properties.WithProperty(f.Name, valueOf(f.Type))
	}
	out := openapi3.NewObjectSchema().WithProperty("type", openapi3.NewStringSchema().WithEnum("Feature")).WithProperty("id", openapi3.NewStringSchema()).
		WithProperty("properties", properties).WithRequired([]string{"type", "geometry", "properties"})
	for name, s := range members {
		out.WithPropertyRef(name, s)
	}
	return out.WithPropertyRef("geometry", openapi3.NewSchemaRef("", &openapi3.Schema{Nullable: true, AllOf: openapi3.SchemaRefs{refTo(geometry)}}))
}

// valueOf is the schema of the values of a type, any of which may not be known.
func valueOf(t export.Type) *openapi3.Schema {
	switch t {
	case export.Date:
		return openapi3.NewStringSchema().WithFormat("date").WithNullable()
	case export.Integer:
		return openapi3.NewIntegerSchema().WithNullable()
	case export.Real:
		return openapi3.NewFloat64Schema().WithNullable()
	case export.Boolean:
		return openapi3.NewBoolSchema().WithNullable()
	case export.List:
		return openapi3.NewArraySchema().WithItems(&openapi3.Schema{}).WithNullable()
	case export.Object:
		return (&openapi3.Schema{}).WithNullable()
	}
	return openapi3.NewStringSchema().WithNullable()
}
