// Package data holds what ships inside the binary: the gazetteer, the actors,
// the sources, the word lists, the country's outline and the sample reports.
package data

import (
	"embed"
	"io/fs"
)

//go:embed actors.tsv sources.tsv boundary gazetteer words reports
var files embed.FS

// FS is all of it: actors.tsv, sources.tsv, gazetteer/places.tsv,
// words/<language>/*.tsv, boundary/outline.geojson, reports/*.txt.
func FS() fs.FS { return files }
