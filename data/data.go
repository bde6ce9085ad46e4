// Package data holds what ships inside the binary: the gazetteer, the actors,
// the sources, the word lists, the country's outline and the sample reports.
package data

import (
	"embed"
	"io/fs"
)

// Terms of the data that the project made, and of the places; see LICENCE.md.
const (
	// Licence is the short name of the licence, and LicenceURL its text.
	Licence    = "CC BY 4.0"
	LicenceID  = "CC-BY-4.0" // as SPDX has it
	LicenceURL = "https://creativecommons.org/licenses/by/4.0/"
	// Terms say in a line what a file of the data is under.
	Terms = Licence + "; quotes stay with their publishers. " + Attribution
	// Attribution names whom data with our places in it has to name.
	Attribution = "Contains data from OCHA Syria (CC BY 3.0 IGO), GeoNames (CC BY 4.0), Who's On First (CC0) and Global Energy Monitor (CC BY 4.0); " +
		"some positions after Wikipedia's map of the Syrian civil war (CC BY-SA 4.0); outlines after Natural Earth (public domain)."
)

//go:embed LICENCE.md
var licenceText string

// LicenceText is on what terms the data may be used, in full, as Markdown.
func LicenceText() string { return licenceText }

//go:embed actors.tsv sources.tsv boundary gazetteer words reports
var files embed.FS

// FS is all of it: actors.tsv, sources.tsv, gazetteer/places.tsv,
// words/<language>/*.tsv, boundary/outline.geojson, reports/*.txt.
func FS() fs.FS { return files }
