package gpkg

import (
	"encoding/xml"
	"fmt"
	"image/color"
)

// qml is a style as QGIS keeps it: rules that give features their symbols, and the
// fields that have their days.
type qml struct {
	XMLName    xml.Name  `xml:"qgis"`
	Version    string    `xml:"version,attr"`
	Categories string    `xml:"styleCategories,attr"`
	Temporal   *temporal `xml:"temporal"`
	Renderer   renderer  `xml:"renderer-v2"`
}

// temporal says in which fields features begin and end to be so.
type temporal struct {
	Enabled    int    `xml:"enabled,attr"`
	Mode       int    `xml:"mode,attr"`
	StartField string `xml:"startField,attr"`
	EndField   string `xml:"endField,attr"`
	LimitMode  int    `xml:"limitMode,attr"`
	Unit       string `xml:"durationUnit,attr"`
}

// The numbers that QGIS has for days in two fields, and for spans that have their
// first day in them and not their last.
const (
	startAndEndFields     = 2
	includeBeginNotTheEnd = 0
)

type renderer struct {
	Type    string   `xml:"type,attr"`
	Rules   rules    `xml:"rules"`
	Symbols []symbol `xml:"symbols>symbol"`
}

type rules struct {
	Key   string `xml:"key,attr"`
	Rules []rule `xml:"rule"`
}

// rule gives the features that pass its filter a symbol, or to the rules in it.
type rule struct {
	Key    string `xml:"key,attr"`
	Filter string `xml:"filter,attr,omitempty"`
	Label  string `xml:"label,attr,omitempty"`
	Symbol string `xml:"symbol,attr,omitempty"`
	Rules  []rule `xml:"rule"`
}

type symbol struct {
	Name   string        `xml:"name,attr"`
	Type   string        `xml:"type,attr"`
	Alpha  string        `xml:"alpha,attr"`
	Layers []symbolLayer `xml:"layer"`
}

type symbolLayer struct {
	Class   string   `xml:"class,attr"`
	Enabled int      `xml:"enabled,attr"`
	Options options  `xml:"Option"`
	Symbol  []symbol `xml:"symbol"`
}

type options struct {
	Type    string   `xml:"type,attr"`
	Options []option `xml:"Option"`
}

type option struct {
	Type  string `xml:"type,attr"`
	Name  string `xml:"name,attr"`
	Value string `xml:"value,attr"`
}

// layerOf is a layer of a symbol. Its properties come as name and value in turn.
func layerOf(class string, properties ...string) symbolLayer {
	l := symbolLayer{Class: class, Enabled: 1, Options: options{Type: "Map"}}
	for i := 0; i+1 < len(properties); i += 2 {
		l.Options.Options = append(l.Options.Options, option{"QString", properties[i], properties[i+1]})
	}
	return l
}

// rgba is a colour as QGIS writes it, as dense as a byte says.
func rgba(c color.RGBA, dense uint8) string { return fmt.Sprintf("%d,%d,%d,%d", c.R, c.G, c.B, dense) }
