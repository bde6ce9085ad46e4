package gpkg

import (
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"frontline/timeline"
	"frontline/timeline/export"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
)

// srs is the number of WGS84 in gpkg_spatial_ref_sys.
const srs = 4326

// columnTypes are the types of columns by those of fields.
var columnTypes = map[export.Type]string{
	export.Text: "TEXT", export.Date: "DATE", export.Integer: "INTEGER", export.Real: "DOUBLE",
	export.Boolean: "BOOLEAN", export.List: "TEXT", export.Object: "TEXT",
}

// layer is a table that is being filled.
type layer struct {
	export.Part
	rows, index *sql.Stmt
	fid         int64     // of the last row
	seen        []string  // who rows are of, each once: values of the layer's protagonist
	bound       orb.Bound // of all features; empty before the first
}

// addLayer writes a part as a table with its index, and enters both and its style.
func addLayer(tx *sql.Tx, p export.Part, actors []timeline.ActorInfo) error {
	l, err := newLayer(tx, p)
	if err != nil {
		return fmt.Errorf("gpkg: layer %s: %w", p.Layer, err)
	}
	defer l.rows.Close() // the transaction says what is wrong
	defer l.index.Close()
	if err := p.Rows(l.add); err != nil {
		return err
	}
	if err := l.enter(tx); err != nil {
		return fmt.Errorf("gpkg: layer %s: %w", p.Layer, err)
	}
	if err := l.styled(tx, actors); err != nil {
		return fmt.Errorf("gpkg: layer %s: style: %w", p.Layer, err)
	}
	return nil
}

// newLayer creates the tables. The names of layers and fields are the program's own,
// and need no escaping.
func newLayer(tx *sql.Tx, p export.Part) (*layer, error) {
	var columns, names strings.Builder
	for _, f := range p.Fields {
		fmt.Fprintf(&columns, ", %q %s", f.Name, columnTypes[f.Type])
		fmt.Fprintf(&names, ", %q", f.Name)
	}
	kind := strings.ToUpper(p.Geometry)
	if kind == "" {
		kind = "GEOMETRY"
	}
	create := fmt.Sprintf(`CREATE TABLE %q (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom %s%s);
		CREATE VIRTUAL TABLE %q USING rtree(id, minx, maxx, miny, maxy)`, p.Layer, kind, columns.String(), indexOf(p.Layer))
	if _, err := tx.Exec(create); err != nil {
		return nil, err
	}
	_, err := tx.Exec(`INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES (?1, 'features', ?1, ?2, ?3)`,
		string(p.Layer), export.Validity, srs)
	if err != nil {
		return nil, err
	}
	if _, err = tx.Exec(`INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)`, string(p.Layer), kind, srs); err != nil {
		return nil, err
	}
	l := layer{Part: p, bound: nowhere()}
	l.rows, err = tx.Prepare(fmt.Sprintf(`INSERT INTO %q (fid, geom%s) VALUES (?, ?%s)`, p.Layer, names.String(), strings.Repeat(", ?", len(p.Fields))))
	if err != nil {
		return nil, err
	}
	l.index, err = tx.Prepare(fmt.Sprintf(`INSERT INTO %q VALUES (?, ?, ?, ?, ?)`, indexOf(p.Layer)))
	return &l, err
}

func indexOf(l export.Layer) string { return fmt.Sprintf("rtree_%s_geom", l) }

// add writes a feature.
func (l *layer) add(f *geojson.Feature, row []any) error {
	l.fid++
	geom, err := encoded(f.Geometry)
	if err != nil {
		return fmt.Errorf("gpkg: layer %s, feature %v: %w", l.Layer, f.ID, err)
	}
	values := append(make([]any, 0, len(row)+2), l.fid, geom)
	for i, v := range row {
		if who, said := v.(string); said && l.Fields[i].Name == l.Layer.Protagonist() && !slices.Contains(l.seen, who) {
			l.seen = append(l.seen, who)
		}
		if t := l.Fields[i].Type; v != nil && (t == export.List || t == export.Object) {
			if v, err = export.JSON(v); err != nil {
				return err
			}
		}
		values = append(values, v)
	}
	if _, err := l.rows.Exec(values...); err != nil {
		return fmt.Errorf("gpkg: layer %s, feature %v: %w", l.Layer, f.ID, err)
	}
	if geom == nil {
		return nil
	}
	b := f.Geometry.Bound()
	l.bound = l.bound.Union(b)
	_, err = l.index.Exec(l.fid, b.Min.Lon(), b.Max.Lon(), b.Min.Lat(), b.Max.Lat())
	return err
}

// enter says what the layer has come to, and that it is indexed.
func (l *layer) enter(tx *sql.Tx) error {
	if !l.bound.IsEmpty() {
		_, err := tx.Exec(`UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?`,
			l.bound.Min.Lon(), l.bound.Min.Lat(), l.bound.Max.Lon(), l.bound.Max.Lat(), string(l.Layer))
		if err != nil {
			return err
		}
	}
	_, err := tx.Exec(`INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')`,
		string(l.Layer))
	if err != nil {
		return err
	}
	_, err = tx.Exec(strings.ReplaceAll(triggers, "{t}", string(l.Layer)))
	return err
}
