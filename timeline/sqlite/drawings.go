package sqlite

import (
	"context"
	"database/sql/driver"
	"fmt"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkb"

	"frontline/timeline"
)

// groundColumn is a MultiPolygon as WKB, which GDAL, PostGIS and SpatiaLite read:
// the numbers as they are, in a third of the bytes of GeoJSON.
type groundColumn struct{ shape *orb.MultiPolygon }

func (c groundColumn) Value() (driver.Value, error) { return wkb.Marshal(*c.shape) }

func (c groundColumn) Scan(src any) error {
	b, ok := src.([]byte)
	if !ok {
		return fmt.Errorf("shape is a %T: want bytes of WKB", src)
	}
	g, err := wkb.Unmarshal(b)
	if err != nil {
		return fmt.Errorf("shape: %w", err)
	}
	if *c.shape, ok = g.(orb.MultiPolygon); !ok {
		return fmt.Errorf("shape is a %s: want a MultiPolygon", g.GeoJSONType())
	}
	return nil
}

const drawingColumns = `report, day, elsewhere, recorded_at`

func drawingFields(d *timeline.KeptDrawing) []any {
	return []any{&d.Report, dayColumn{&d.Day}, orNull(&d.Elsewhere), momentColumn{&d.Recorded}}
}

const drawnColumns = `report, feature, holder, shape`

func drawnFields(report *string, s *timeline.DrawnShape) []any {
	return []any{report, &s.Feature, &s.Holder, groundColumn{&s.Shape}}
}

// putDrawing keeps the map that a report was made from, and says whether it did:
// one that is kept already stays.
func putDrawing(ctx context.Context, tx *transaction, report string, d *timeline.Drawing) (added bool, err error) {
	res, err := tx.ExecContext(ctx, insertInto("drawings", drawingColumns)+` ON CONFLICT DO NOTHING`,
		report, dayColumn{&d.Day}, orNull(&d.Elsewhere), tx.now)
	if err != nil {
		return false, fmt.Errorf("drawing: %w", err)
	}
	if n, err := res.RowsAffected(); err != nil || n == 0 {
		return false, err
	}
	for i := range d.Shapes {
		if _, err := tx.ExecContext(ctx, insertInto("drawn_shapes", drawnColumns), drawnFields(&report, &d.Shapes[i])...); err != nil {
			return false, fmt.Errorf("feature %d: %w", d.Shapes[i].Feature, err)
		}
	}
	return true, nil
}

// Drawings are all maps that were ever taken in, by report.
func (s *Store) Drawings(ctx context.Context) ([]timeline.KeptDrawing, error) {
	return s.drawings(ctx, `1`)
}

// DrawingsSince are the maps of the reports that came after the one of a number,
// by report.
func (s *Store) DrawingsSince(ctx context.Context, seq int64) ([]timeline.KeptDrawing, error) {
	return s.drawings(ctx, `report IN (SELECT id FROM reports WHERE seq > ?)`, seq)
}

func (s *Store) drawings(ctx context.Context, where string, args ...any) (list []timeline.KeptDrawing, err error) {
	err = s.snapshot(ctx, func(from asker) error {
		list, err = drawingsOf(ctx, from, where, args...)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read drawn maps: %w", err)
	}
	return list, nil
}

func drawingsOf(ctx context.Context, from asker, where string, args ...any) ([]timeline.KeptDrawing, error) {
	list, err := query(ctx, from, func(scan scanner) (d timeline.KeptDrawing, err error) {
		err = scan(drawingFields(&d)...)
		return d, err
	}, `SELECT `+drawingColumns+` FROM drawings WHERE `+where+` ORDER BY report`, args...)
	if err != nil || len(list) == 0 {
		return nil, err
	}
	at := make(map[string]*timeline.KeptDrawing, len(list))
	for i := range list {
		at[list[i].Report] = &list[i]
	}
	_, err = query(ctx, from, func(scan scanner) (report string, err error) {
		var s timeline.DrawnShape
		if err = scan(drawnFields(&report, &s)...); err != nil {
			return report, fmt.Errorf("report %s, feature %d: %w", report, s.Feature, err)
		}
		if d := at[report]; d != nil {
			d.Shapes = append(d.Shapes, s)
		}
		return report, nil
	}, `SELECT `+drawnColumns+` FROM drawn_shapes WHERE `+where+` ORDER BY report, feature`, args...)
	return list, err
}
