-- What programs and people need beside the layers: how each is drawn (a table that
-- QGIS and others look for by its name), and what is said of the whole file.
CREATE TABLE layer_styles (
  id                INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  f_table_catalog   TEXT(256),
  f_table_schema    TEXT(256),
  f_table_name      TEXT(256),
  f_geometry_column TEXT(256),
  styleName         TEXT(30),
  styleQML          TEXT,
  styleSLD          TEXT,
  useAsDefault      BOOLEAN,
  description       TEXT,
  owner             TEXT(30),
  ui                TEXT(30),
  update_time       DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now'))
);
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id)
  VALUES ('layer_styles', 'attributes', 'layer_styles', 'How layers are drawn in QGIS', 0);

CREATE TABLE gpkg_metadata (
  id              INTEGER NOT NULL PRIMARY KEY,
  md_scope        TEXT    NOT NULL DEFAULT 'dataset',
  md_standard_uri TEXT    NOT NULL,
  mime_type       TEXT    NOT NULL DEFAULT 'text/xml',
  metadata        TEXT    NOT NULL DEFAULT ''
);
CREATE TABLE gpkg_metadata_reference (
  reference_scope TEXT     NOT NULL,
  table_name      TEXT,
  column_name     TEXT,
  row_id_value    INTEGER,
  timestamp       DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  md_file_id      INTEGER  NOT NULL,
  md_parent_id    INTEGER,
  CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata (id),
  CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata (id)
);
INSERT INTO gpkg_extensions VALUES
  ('gpkg_metadata', NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec120/#extension_metadata', 'read-write'),
  ('gpkg_metadata_reference', NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec120/#extension_metadata', 'read-write');
