package features

import (
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// layer is a table of features.
type layer struct {
	name, geometry string // and the column of its geometries
	kind           string // of its geometries, in capitals; GEOMETRY is any
	srs            int64
	reference      reference
}

// reference is a coordinate reference system as a GeoPackage describes it.
type reference struct {
	name, organization, definition sql.NullString
	number                         sql.NullInt64 // of the organization
}

// degrees says whether it is that of GeoJSON.
func (r reference) degrees() bool {
	switch strings.ToUpper(r.organization.String) {
	case "EPSG":
		return r.number.Int64 == 4326 || r.number.Int64 == 4979 // with heights
	case "OGC":
		return strings.Contains(strings.ToUpper(r.name.String+r.definition.String), "CRS84") || strings.Contains(strings.ToUpper(r.name.String), "CRS 84")
	}
	return false
}

func (r reference) String() string {
	name := r.name.String
	if name == "" {
		name = "not described"
	}
	if r.organization.String == "" || strings.EqualFold(r.organization.String, "NONE") {
		return name
	}
	return fmt.Sprintf("%s, %s:%d", name, r.organization.String, r.number.Int64)
}

// lines says whether the layer can hold neither points nor polygons.
func (l layer) lines() bool {
	return slices.Contains([]string{"LINESTRING", "MULTILINESTRING", "CURVE", "COMPOUNDCURVE", "CIRCULARSTRING", "MULTICURVE"}, l.kind)
}

// choose finds the layer of a name, "" for the only one that can be meant.
func (p *pkg) choose(want string) (layer, error) {
	all, err := p.layers()
	if err != nil {
		return layer{}, err
	}
	found := slices.DeleteFunc(slices.Clone(all), func(l layer) bool {
		return want == "" && l.lines() || want != "" && l.name != want
	})
	switch {
	case len(found) > 1:
		return layer{}, fmt.Errorf("holds several layers: want one named, of %s", listed(found))
	case len(found) == 0 && want != "":
		return layer{}, fmt.Errorf("layer %q: there is none: want one of %s", want, listed(all))
	case len(found) == 0:
		return layer{}, fmt.Errorf("holds no layer of points or polygons, but %s", listed(all))
	case !found[0].reference.degrees():
		return layer{}, fmt.Errorf("layer %q is of reference system %d (%s): want degrees, WGS84 (EPSG:4326)", found[0].name, found[0].srs, found[0].reference)
	}
	return found[0], nil
}

func listed(layers []layer) string {
	var out []string
	for _, l := range layers {
		out = append(out, fmt.Sprintf("%q (%s)", l.name, l.kind))
	}
	return strings.Join(out, ", ")
}

// maxLayers is how many layers are looked at.
const maxLayers = 1000

// layers are the tables of features that the GeoPackage lists, by name.
func (p *pkg) layers() ([]layer, error) {
	tables, err := p.texts(`SELECT name FROM sqlite_schema WHERE lower(name) IN ('gpkg_contents', 'gpkg_geometry_columns', 'gpkg_spatial_ref_sys')`)
	if err != nil {
		return nil, err
	}
	switch {
	case len(tables) == 0:
		return nil, errors.New("is a database of SQLite and no GeoPackage: it has no table gpkg_contents")
	case len(tables) < 3:
		return nil, fmt.Errorf("is a GeoPackage without features, or damaged: of gpkg_contents, gpkg_geometry_columns and gpkg_spatial_ref_sys it has %s", strings.Join(tables, ", "))
	}
	rows, err := p.db.QueryContext(p.ctx, `SELECT c.table_name, g.column_name, upper(g.geometry_type_name), g.srs_id, s.srs_name, s.organization, s.organization_coordsys_id, s.definition
		FROM gpkg_contents c JOIN gpkg_geometry_columns g ON g.table_name = c.table_name LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
		WHERE c.data_type = 'features' ORDER BY c.table_name LIMIT ?`, maxLayers)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []layer
	for rows.Next() {
		var l layer
		r := &l.reference
		if err := rows.Scan(&l.name, &l.geometry, &l.kind, &l.srs, &r.name, &r.organization, &r.number, &r.definition); err != nil {
			return nil, fmt.Errorf("its list of layers cannot be read: %w", err)
		}
		out = append(out, l)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	if len(out) == 0 {
		return nil, errors.New("is a GeoPackage without a layer of features")
	}
	return out, nil
}
