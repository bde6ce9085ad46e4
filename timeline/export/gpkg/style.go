package gpkg

import (
	"database/sql"
	"encoding/xml"
	"fmt"
	"image/color"
	"slices"
	"strconv"
	"strings"

	"frontline/timeline"
	"frontline/timeline/export"
)

// look is how features of one filter are drawn.
type look struct {
	filter, label string
	line, fill    color.RGBA
	contested     bool
}

// styled enters how a layer is drawn, whose protagonists are those seen: ground and
// points in the colours of the actors, what is contested hatched or hollow.
func (l *layer) styled(tx *sql.Tx, actors []timeline.ActorInfo) error {
	style, err := xml.Marshal(l.style(actors))
	if err != nil {
		return err
	}
	_, err = tx.Exec(`INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, useAsDefault, description, owner)
		VALUES ('', '', ?1, 'geom', ?1, ?2, 1, 'by actor', '')`, string(l.Layer), string(style))
	return err
}

func (l *layer) style(actors []timeline.ActorInfo) qml {
	out := qml{Version: "3.22.0", Categories: "Symbology|Temporal", Renderer: renderer{Type: "RuleRenderer", Rules: rules{Key: "root"}}}
	if l.Layer != export.Places { // which have no days
		out.Temporal = &temporal{Enabled: 1, Mode: startAndEndFields, StartField: "start", EndField: "end", LimitMode: includeBeginNotTheEnd, Unit: "days"}
	}
	looks := l.looks(actors)
	r := &out.Renderer
	add := func(kind string) (all []rule) {
		for _, x := range looks {
			name := strconv.Itoa(len(r.Symbols))
			r.Symbols = append(r.Symbols, x.symbol(name, kind))
			all = append(all, rule{Key: "look" + name, Filter: x.filter, Label: x.label, Symbol: name})
		}
		return all
	}
	if kind, one := symbolTypes[l.Geometry]; one {
		r.Rules.Rules = add(kind)
		return out
	}
	for _, kind := range []string{"Point", "Line", "Polygon"} { // a symbol draws geometries of one type alone
		r.Rules.Rules = append(r.Rules.Rules, rule{Key: kind, Filter: fmt.Sprintf("geometry_type($geometry) = '%s'", kind), Label: kind, Rules: add(symbolTypes[kind])})
	}
	return out
}

// symbolTypes are the types of symbols by those of geometries.
var symbolTypes = map[string]string{"Point": "marker", "MultiPoint": "marker", "Line": "line", "LineString": "line", "Polygon": "fill", "MultiPolygon": "fill"}

// looks are those of a layer: of what is contested, of each actor that was seen in it,
// and of everything else.
func (l *layer) looks(actors []timeline.ActorInfo) (all []look) {
	unless := ""
	switch {
	case l.Layer == export.Difference:
		all = append(all, look{`"to" IS NULL`, "Contested · متنازع عليه", export.Ink, export.Paper, true})
	case slices.ContainsFunc(l.Fields, func(f export.Field) bool { return f.Name == "contested" }):
		all = append(all, look{`"contested"`, "Contested · متنازع عليه", export.Ink, export.Paper, true})
		unless = ` AND NOT "contested"`
	}
	cast := export.NewCast(actors)
	for _, value := range slices.Sorted(slices.Values(l.seen)) {
		if a, known := cast.Protagonist(l.Layer, value); known {
			colour := export.ColourOf(a.Colour)
			filter := fmt.Sprintf(`"%s" = '%s'%s`, l.Layer.Protagonist(), strings.ReplaceAll(value, "'", "''"), unless)
			all = append(all, look{filter, a.NameEn + " · " + a.NameAr, colour, colour, false})
		}
	}
	rest := look{"ELSE", "Other · غير ذلك", export.Grey, export.Grey, false}
	if len(all) == 0 {
		rest.filter, rest.label = "", ""
	}
	if l.Layer == export.Fronts {
		rest.line = export.Ink
	}
	return append(all, rest)
}

// symbol is a symbol of a type; sizes are millimetres.
func (x look) symbol(name, kind string) symbol {
	s := symbol{Name: name, Type: kind, Alpha: "1"}
	line, pattern := rgba(x.line, 0xff), "solid"
	if x.contested {
		pattern = "dash"
	}
	switch kind {
	case "marker":
		s.Layers = []symbolLayer{layerOf("SimpleMarker", "name", "circle", "size", "2.4", "color", rgba(x.fill, 0xff), "outline_color", line, "outline_width", "0.4")}
	case "line":
		s.Layers = []symbolLayer{layerOf("SimpleLine", "line_color", line, "line_width", "0.7", "line_style", pattern)}
	case "fill":
		s.Layers = []symbolLayer{layerOf("SimpleFill", "color", rgba(x.fill, export.Dense), "outline_color", line, "outline_width", "0.3", "style", "solid")}
		if x.contested {
			hatch := layerOf("LinePatternFill", "angle", "45", "distance", "2", "line_width", "0.3")
			hatch.Symbol = []symbol{{Name: "@" + name + "@1", Type: "line", Alpha: "1", Layers: []symbolLayer{layerOf("SimpleLine", "line_color", line, "line_width", "0.3")}}}
			s.Layers = append(s.Layers, hatch)
		}
	}
	return s
}
