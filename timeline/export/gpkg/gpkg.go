// Package gpkg writes datasets as OGC GeoPackages (version 1.3): files of SQLite
// with a table a layer, indexed by an R-tree.
//
// A table has fid, geom (WGS84, lon before lat; NULL where a feature lies nowhere)
// and the fields of its layer. Days are DATE, numbers INTEGER or DOUBLE; lists and
// what has more structure are TEXT in JSON. What is not known is NULL.
//
// QGIS finds in layer_styles how each layer is drawn and which fields have its days,
// everybody in gpkg_metadata what the days mean, and the version and licence of the
// data, in the terms of Dublin Core.
package gpkg

import (
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"

	"frontline/timeline/export"

	_ "github.com/mattn/go-sqlite3" // the driver "sqlite3"
)

var (
	//go:embed schema.sql
	schema string
	//go:embed about.sql
	about string
	//go:embed triggers.sql
	triggers string
)

// Write writes a dataset, a feature at a time. SQLite needs a file to write to: it
// is made in the folder for temporary files, copied to w once it is whole, and
// removed. Nothing has been written where an error of the features is returned.
func Write(w io.Writer, d export.Dataset) error {
	dir, err := os.MkdirTemp("", "frontline-gpkg-*")
	if err != nil {
		return fmt.Errorf("gpkg: %w", err)
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "export.gpkg")
	if err := create(path, d); err != nil {
		return err
	}
	file, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("gpkg: %w", err)
	}
	defer file.Close()
	_, err = io.Copy(w, file)
	return err
}

// create makes the file, in one transaction and with no care for what a crash would
// leave: nobody sees the file before it is whole.
func create(path string, d export.Dataset) (err error) {
	file := url.URL{Path: filepath.ToSlash(path)}
	db, err := sql.Open("sqlite3", "file:"+file.EscapedPath()+"?_journal_mode=OFF&_synchronous=OFF")
	if err != nil {
		return fmt.Errorf("gpkg: %w", err)
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	db.SetMaxOpenConns(1)
	if _, err := db.Exec(schema + about); err != nil {
		return fmt.Errorf("gpkg: %w", err)
	}
	tx, err := db.Begin()
	if err != nil {
		return fmt.Errorf("gpkg: %w", err)
	}
	defer tx.Rollback()
	if err := describe(tx, d); err != nil {
		return fmt.Errorf("gpkg: %w", err)
	}
	for _, p := range d.Parts {
		if err := addLayer(tx, p, d.Actors); err != nil {
			return err
		}
	}
	return tx.Commit()
}
