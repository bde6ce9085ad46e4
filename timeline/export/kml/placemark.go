package kml

import (
	"encoding/xml"
	"fmt"

	"frontline/timeline"
	"frontline/timeline/export"

	"github.com/paulmach/orb"
	"github.com/twpayne/go-kml/v3"
)

// simpleTypes are the types of values by those of fields.
var simpleTypes = map[export.Type]string{
	export.Text: "string", export.Date: "string", export.Integer: "int", export.Real: "double",
	export.Boolean: "bool", export.List: "string", export.Object: "string",
}

// schemaOf names the fields of a layer.
func schemaOf(p export.Part) kml.Element {
	s := kml.NamedSchema(string(p.Layer), string(p.Layer))
	for _, f := range p.Fields {
		s.Append(kml.SimpleField(f.Name, simpleTypes[f.Type]))
	}
	return s
}

// values are those of a feature, by the names of the fields; what is not known is
// left out.
type values map[string]any

// placemark is a feature. Its elements stand in the order that the schema of KML
// wants them in.
func (w writer) placemark(p export.Part, g orb.Geometry, row []any) (kml.Element, error) {
	known := values{}
	data := kml.SchemaData("#" + string(p.Layer))
	for i, v := range row {
		if v == nil {
			continue
		}
		name := p.Fields[i].Name
		text, err := simple(v)
		if err != nil {
			return nil, err
		}
		known[name] = v
		data.Append(kml.SimpleData(name, text))
	}
	mark := kml.Placemark(kml.Name(w.cast.nameOf(p.Layer, known)), kml.Description(escaped(descriptionOf(known))))
	if span := timeSpan(known); span != nil {
		mark.Append(span)
	}
	mark.Append(kml.StyleURL("#"+w.cast.styleOf(p.Layer, known)), kml.ExtendedData(data))
	if g == nil {
		return mark, nil
	}
	shape, err := geometryOf(g)
	if err != nil {
		return nil, fmt.Errorf("kml: layer %s, feature %v: %w", p.Layer, known["id"], err)
	}
	return mark.Append(shape), nil
}

// simple is a value as SimpleData has it. A bool is a digit, which XML Schema allows
// too: GDAL reads words as 0.
func simple(v any) (string, error) {
	switch v {
	case true:
		return "1", nil
	case false:
		return "0", nil
	}
	return export.Words(v)
}

// timeSpan is the days on which a feature is so, the last one included; nil where
// neither end is known, and for two days of which the second is the earlier.
func timeSpan(v values) kml.Element {
	first, last := dayOf(v["start"]), dayOf(v["end"])
	if last.Known() {
		last--
	}
	if last.Known() && last < first || !first.Known() && !last.Known() {
		return nil
	}
	span := kml.TimeSpan()
	if first.Known() {
		span.Append(date{"begin", first})
	}
	if last.Known() {
		span.Append(date{"end", last})
	}
	return span
}

// dayOf is a value of a Date; zero for nil.
func dayOf(v any) timeline.Day {
	text, _ := v.(string)
	day, _ := timeline.ParseDay(text) // dates come from days
	return day
}

// date is an element with a day, which the library would write as a moment.
type date struct {
	name string
	day  timeline.Day
}

// MarshalXML makes a date an element.
func (d date) MarshalXML(out *xml.Encoder, _ xml.StartElement) error {
	return out.EncodeElement(d.day.String(), start(d.name))
}
