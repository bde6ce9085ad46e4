// Package format lists the formats that datasets can be written in.
package format

import (
	"io"
	"path/filepath"
	"slices"
	"strings"

	"frontline/timeline/export"
	"frontline/timeline/export/csv"
	"frontline/timeline/export/gpkg"
	"frontline/timeline/export/kml"
)

// Name is what a format is asked for by.
type Name string

// The formats.
const (
	GeoJSON    Name = "geojson"
	GeoJSONSeq Name = "geojsonseq"
	CSV        Name = "csv"
	KML        Name = "kml"
	KMZ        Name = "kmz"
	GeoPackage Name = "gpkg"
)

// Format is a way to write a dataset.
type Format struct {
	Name
	Endings   []string // of the names of files, behind the dot; what is written has the first
	MediaType string
	File      bool // a database, which nothing can read as it comes
	// Write writes a dataset, a feature at a time. Part of it may have been written
	// when an error is returned.
	Write func(w io.Writer, d export.Dataset) error
}

var formats = []Format{
	{GeoJSON, []string{"geojson", "json"}, "application/geo+json", false, export.WriteGeoJSON},
	{GeoJSONSeq, []string{"geojsons", "geojsonl"}, "application/geo+json-seq", false, export.WriteSequence},
	{CSV, []string{"csv"}, "text/csv; charset=utf-8; header=present", false, csv.Write},
	{KML, []string{"kml"}, "application/vnd.google-earth.kml+xml", false, kml.Write},
	{KMZ, []string{"kmz"}, "application/vnd.google-earth.kmz", false, kml.WriteZip},
	{GeoPackage, []string{"gpkg"}, "application/geopackage+sqlite3", true, gpkg.Write},
}

// Names lists every format.
var Names = []Name{GeoJSON, GeoJSONSeq, CSV, KML, KMZ, GeoPackage}

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
	ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(name), "."))
	for _, f := range formats {
		if slices.Contains(f.Endings, ending) {
			return f
		}
	}
	return formats[0]
}
