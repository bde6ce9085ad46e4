package sqlite

import (
	"context"
	"fmt"

	"frontline/geo/gazetteer"
	"frontline/geo/overlay"
)

const recordColumns = `source, key, place, name_ar, name_en, alt_ar, alt_en, kind, lon, lat, admin1, admin2,
	population, geonames, pcode, precision`

func recordFields(r *gazetteer.Record) []any {
	return []any{&r.Source, &r.Key, &r.ID, &r.NameAr, &r.NameEn, namesColumn{&r.AltAr}, namesColumn{&r.AltEn}, &r.Kind,
		&r.At[0], &r.At[1], &r.Admin1, &r.Admin2, &r.Population, &r.GeoNames, &r.PCode, &r.Precision}
}

func scanRecord(scan scanner) (r gazetteer.Record, err error) {
	err = scan(recordFields(&r)...)
	return r, err
}

// Records are what imported gazetteers say of places, each with the id of its
// place, in the order in which they were first imported.
func (s *Store) Records(ctx context.Context) ([]gazetteer.Record, error) {
	records, err := query(ctx, s.db, scanRecord, `SELECT `+recordColumns+` FROM records ORDER BY rowid`)
	if err != nil {
		return nil, fmt.Errorf("read records of places: %w", err)
	}
	return records, nil
}

// GazetteerCount says how much of the gazetteer is from one source.
type GazetteerCount struct {
	Source  string `json:"source"`
	Records int    `json:"records"`
	Places  int    `json:"places"` // of its own: no other gazetteer had them before
}

// Gazetteers counts the records of each source of places, by its name.
func (s *Store) Gazetteers(ctx context.Context) ([]GazetteerCount, error) {
	list, err := query(ctx, s.db, func(scan scanner) (c GazetteerCount, err error) {
		err = scan(&c.Source, &c.Records, &c.Places)
		return c, err
	}, `SELECT source, count(*), sum(place = source || ':' || key) FROM records GROUP BY source ORDER BY source`)
	if err != nil {
		return nil, fmt.Errorf("count records of places: %w", err)
	}
	return list, nil
}

// Areas are the administrative units that were imported, by level and p-code.
// Outlines are valid: those of a database that took them in with faults are
// mended here. One that cannot be is an error that names the unit.
func (s *Store) Areas(ctx context.Context) ([]gazetteer.Area, error) {
	areas, err := query(ctx, s.db, func(scan scanner) (a gazetteer.Area, err error) {
		if err = scan(areaFields(&a)...); err != nil {
			return a, err
		}
		if a.Outline, err = overlay.Repaired(a.Outline); err != nil {
			err = fmt.Errorf("outline of %s (level %d) %w: want its boundaries imported again", a.PCode, a.Level, err)
		}
		return a, err
	}, `SELECT `+areaColumns+` FROM areas ORDER BY level, pcode`)
	if err != nil {
		return nil, fmt.Errorf("read areas: %w", err)
	}
	return areas, nil
}

const areaColumns = `level, pcode, name_ar, name_en, parent, outline`

func areaFields(a *gazetteer.Area) []any {
	return []any{&a.Level, &a.PCode, &a.NameAr, &a.NameEn, &a.Parent, outlineColumn{&a.Outline}}
}
