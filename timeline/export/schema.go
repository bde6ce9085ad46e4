package export

import (
	"fmt"
	"maps"
	"slices"

	"github.com/paulmach/orb/geojson"
)

// Type is what the values of a field are.
type Type int

// The types. Text: words of any length. Date: a day, as YYYY-MM-DD. List: words, or
// rows of words. Object: anything that JSON can say.
const (
	Text Type = iota
	Date
	Integer
	Real
	Boolean
	List
	Object
)

// Field is a property that the features of a layer can have.
type Field struct {
	Name string
	Type Type
}

// Schema is what the features of a layer have, whether there are any or not.
type Schema struct {
	Geometry string  // the type of all geometries, as GeoJSON names it; "" where there are several
	Fields   []Field // the first three are id, start and end
}

// SchemaOf is the schema of the features that are asked for.
func SchemaOf(o Options) Schema {
	fields := []Field{{"id", Text}, {"start", Date}, {"end", Date}}
	fields = append(fields, properties[o.Layer]...)
	if o.Map != "" && o.Layer == Areas {
		fields = append(fields, Field{"map", Text}, Field{"drawn_on", Date}, Field{"age_days", Integer})
	}
	return Schema{geometries[o.Layer], fields}
}

// geometries are the types of the geometries of layers. Claims lie on whatever
// ground their words tell.
var geometries = map[Layer]string{
	Holdings: geojson.TypePoint, Places: geojson.TypePoint, Reports: geojson.TypeMultiPoint,
	Areas: geojson.TypeMultiPolygon, Cells: geojson.TypeMultiPolygon, Pockets: geojson.TypeMultiPolygon, Difference: geojson.TypeMultiPolygon,
	Fronts: geojson.TypeLineString, Necks: geojson.TypeLineString, Advances: geojson.TypeLineString,
}

// cited are the properties that lead to the words, and whose they are.
var cited = []Field{{"quote", Text}, {"report", Text}, {"report_title", Text}, {"source", Text}, {"source_id", Text},
	{"side", Text}, {"url", Text}, {"published", Date}}

// properties are those that features of a layer have beside id, start and end.
var properties = map[Layer][]Field{
	Claims: append([]Field{{"kind", Text}, {"modality", Text}, {"actor", Text}, {"co_actors", List}, {"from", Text},
		{"extent", Text}, {"count", Integer}, {"date", Date}, {"date_basis", Text}, {"distance_km", Real}, {"distance_role", Text},
		{"measured_km", Real}, {"measured_between", List}, {"killed_min", Integer}, {"wounded_min", Integer}, {"claimed_by", Text},
		{"surface", Text}, {"named", Boolean}, {"place_id", Text}, {"name_ar", Text}, {"name_en", Text}, {"lon", Real}, {"lat", Real},
		{"relation", Text}, {"uncertainty_km", Real}, {"reason", Text}, {"quote_start", Integer}, {"quote_end", Integer},
		{"rule", Text}, {"confidence", Real}}, cited...),
	Holdings: append([]Field{{"place", Text}, {"name_ar", Text}, {"name_en", Text}, {"kind", Text}, {"admin1", Text}, {"precision", Text},
		{"holder", Text}, {"contested", Boolean}, {"others", List}, {"uncertain", Boolean}, {"inferred", Boolean}, {"since", Date},
		{"since_basis", Text}, {"last_confirmed", Date}, {"confidence", Real}, {"because", Object}}, cited...),
	Areas: {{"holder", Text}, {"contested", Boolean}, {"parties", List}, {"km2", Real}, {"km2_reported", Real}, {"places", List}},
	Cells: {{"holder", Text}, {"contested", Boolean}, {"parties", List}, {"km2", Real}, {"reported", Boolean}, {"said", Date},
		{"age_days", Integer}, {"confidence", Real}, {"places", List}},
	Fronts: {{"a", Text}, {"b", Text}, {"km", Real}, {"places", List}},
	Pockets: {{"side", Text}, {"since", Date}, {"until", Date}, {"km2", Real}, {"km2_held", Real}, {"km2_contested", Real},
		{"km2_unknown", Real}, {"places", List}, {"border", Object}, {"closed", Object}},
	Necks: {{"side", Text}, {"km", Real}, {"km_open", Real}, {"km_front", Real}, {"km2", Real}, {"km2_held", Real}, {"places", List},
		{"border", Object}, {"mouth", List}, {"beside", List}},
	Advances: append([]Field{{"actor", Text}, {"axis", Text}, {"km", Real}, {"from", Text}, {"toward", Text}, {"distance_km", Real},
		{"distance_role", Text}, {"because", Object}}, cited...),
	Difference: {{"what", Text}, {"part", Text}, {"from", Text}, {"from_parties", List}, {"to", Text}, {"to_parties", List}, {"km2", Real},
		{"km2_least", Real}, {"km2_most", Real}, {"places", List}, {"changes", Object}},
	Places: {{"name_ar", Text}, {"name_en", Text}, {"kind", Text}, {"admin1", Text}, {"admin2", Text}, {"precision", Text}, {"claims", Integer}},
	Reports: {{"title", Text}, {"source", Text}, {"source_id", Text}, {"side", Text}, {"url", Text}, {"language", Text}, {"published", Date},
		{"published_basis", Text}, {"form", Text}, {"claims", Integer}, {"places", List}},
}

// Row is a feature's values of the fields, in their order, whatever Go types its
// properties have: nil where it has none; else a string of a Text or Date, an int64,
// float64 or bool, and of a List or Object what encoding/json would read. A property
// that is no field, and one of another type, is an error.
func (s Schema) Row(f *geojson.Feature) ([]any, error) {
	row, known := make([]any, len(s.Fields)), 0
	for i, field := range s.Fields {
		v, there := f.Properties[field.Name]
		if there {
			known++
		}
		if field.Name == "id" {
			v = f.ID
		}
		var err error
		if row[i], err = valueOf(v, field.Type); err != nil {
			return nil, fmt.Errorf("feature %v: %s: %w", f.ID, field.Name, err)
		}
	}
	if known == len(f.Properties) {
		return row, nil
	}
	names := slices.Sorted(maps.Keys(f.Properties))
	strange := slices.DeleteFunc(names, func(name string) bool {
		return slices.ContainsFunc(s.Fields, func(field Field) bool { return field.Name == name })
	})
	return nil, fmt.Errorf("feature %v: no fields of its layer: %v", f.ID, strange)
}
