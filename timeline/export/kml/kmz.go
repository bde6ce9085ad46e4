package kml

import (
	"archive/zip"
	"io"

	"frontline/timeline/export"
)

// WriteZip writes a dataset as KMZ: an archive with doc.kml in it, which is what Write
// writes.
func WriteZip(w io.Writer, d export.Dataset) error {
	archive := zip.NewWriter(w)
	doc, err := archive.Create("doc.kml")
	if err != nil {
		return err
	}
	if err := Write(doc, d); err != nil {
		return err
	}
	return archive.Close()
}
