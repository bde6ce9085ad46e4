// Package format lists the formats that datasets can be written in.
package format

import (
	"io"
	"path/filepath"
	"strings"

	"frontline/timeline/export"
	"frontline/timeline/export/csv"
	"frontline/timeline/export/gpkg"
	"frontline/timeline/export/kml"
)

// Name is what a format is asked for by; files of it end in a dot and the name.
type Name string

// The formats.
const (
	GeoJSON    Name = "geojson"
	CSV        Name = "csv"
	KML        Name = "kml"
	GeoPackage Name = "gpkg"
)

// Format is a way to write a dataset.
type Format struct {
	Name
	MediaType string
	File      bool // a database, which nothing can read as it comes
	// Write writes a dataset, a feature at a time. Part of it may have been written
	// when an error is returned.
	Write func(w io.Writer, d export.Dataset) error
}

var formats = []Format{
	{GeoJSON, "application/geo+json", false, export.WriteGeoJSON},
	{CSV, "text/csv; charset=utf-8; header=present", false, csv.Write},
	{KML, "application/vnd.google-earth.kml+xml", false, kml.Write},
	{GeoPackage, "application/geopackage+sqlite3", true, gpkg.Write},
}

// Names lists every format.
var Names = []Name{GeoJSON, CSV, KML, GeoPackage}

// Of is the format of a name; false where there is none of it.
func Of(name Name) (Format, bool) {
	for _, f := range formats {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

// OfFile is the format that the ending of a file names, in either case; GeoJSON
// where it names none.
func OfFile(name string) Format {
	if f, ok := Of(Name(strings.ToLower(strings.TrimPrefix(filepath.Ext(name), ".")))); ok {
		return f
	}
	return formats[0]
}
