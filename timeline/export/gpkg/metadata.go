package gpkg

import (
	"database/sql"
	"encoding/xml"

	"frontline/timeline/export"
)

// dublinCore is the vocabulary that metadata are in.
const dublinCore = "http://purl.org/dc/terms/"

// metadata are what is said of the file as a whole.
type metadata struct {
	XMLName     xml.Name `xml:"http://purl.org/dc/terms/ metadata"`
	Title       string   `xml:"title"`
	Description string   `xml:"description"`
	Version     string   `xml:"hasVersion,omitempty"`
	Licence     string   `xml:"license,omitempty"`
}

// describe says what the days of the file mean, which data it has and under which
// licence.
func describe(tx *sql.Tx, d export.Dataset) error {
	text, err := xml.Marshal(metadata{Title: d.Name, Description: export.Validity, Version: d.Version, Licence: d.Licence})
	if err != nil {
		return err
	}
	if _, err := tx.Exec(`INSERT INTO gpkg_metadata (id, md_standard_uri, metadata) VALUES (1, ?, ?)`, dublinCore, string(text)); err != nil {
		return err
	}
	_, err = tx.Exec(`INSERT INTO gpkg_metadata_reference (reference_scope, md_file_id) VALUES ('geopackage', 1)`)
	return err
}
