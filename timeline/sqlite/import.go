package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"frontline/geo"
	"frontline/geo/gazetteer"
)

// Import is a set of records on its way into the gazetteer: all of it or
// nothing. It is good until the function returns that it was given to.
type Import struct {
	tx      *sql.Tx
	linker  *gazetteer.Linker
	report  gazetteer.MergeReport
	before  map[string]bool // sources that had records before
	covered map[string]*cellSet

	put, name, known, near *sql.Stmt
}

// Import takes records of places into the gazetteer, in one transaction: where
// fill fails, nothing has changed. linker knows the places that ship with the
// program; records of other sources count as places too. about says in words
// what is imported, for the journal. However many there are, memory stays
// bounded.
func (s *Store) Import(ctx context.Context, linker *gazetteer.Linker, about string, fill func(*Import) error) (gazetteer.MergeReport, error) {
	var report gazetteer.MergeReport
	err := s.inTx(ctx, func(tx *sql.Tx, now string) error {
		im := &Import{tx: tx, linker: linker, before: map[string]bool{}, covered: map[string]*cellSet{}}
		defer im.close()
		if err := im.prepare(ctx); err != nil {
			return err
		}
		if err := fill(im); err != nil {
			return err
		}
		if report = im.report; report.Records+report.Names == 0 {
			return errors.New("no records of places")
		}
		return note(ctx, tx, "import", about, now)
	})
	if err != nil {
		return gazetteer.MergeReport{}, fmt.Errorf("import places: %w", err)
	}
	return report, nil
}

// prepare finds where other sources have places, so that a place far from all
// of them is not looked for among them.
func (im *Import) prepare(ctx context.Context) (err error) {
	rows, err := im.tx.QueryContext(ctx, `SELECT DISTINCT source, cell FROM records`)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var source string
		var cell int64
		if err := rows.Scan(&source, &cell); err != nil {
			return err
		}
		im.before[source] = true
		im.cells(source).add(cell)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for stmt, text := range map[**sql.Stmt]string{
		&im.put: insertInto("records", recordColumns+", cell") + ` ON CONFLICT (source, key) DO UPDATE SET place = excluded.place,
			name_ar = excluded.name_ar, name_en = excluded.name_en, alt_ar = excluded.alt_ar, alt_en = excluded.alt_en,
			kind = excluded.kind, lon = excluded.lon, lat = excluded.lat, admin1 = excluded.admin1, admin2 = excluded.admin2,
			population = excluded.population, geonames = excluded.geonames, pcode = excluded.pcode,
			precision = excluded.precision, cell = excluded.cell`,
		&im.known: `SELECT ` + recordColumns + ` FROM records WHERE source = ? AND key = ?`,
		&im.name:  `UPDATE records SET name_ar = ?, name_en = ?, alt_ar = ?, alt_en = ? WHERE source = ? AND key = ?`,
		&im.near: `SELECT ` + recordColumns + ` FROM records WHERE source <> ?1 AND (cell BETWEEN ?2 AND ?3
			OR cell BETWEEN ?4 AND ?5 OR cell BETWEEN ?6 AND ?7 OR pcode <> '' AND pcode = ?8 OR geonames <> '' AND geonames = ?9)
			ORDER BY rowid`,
	} {
		if *stmt, err = im.tx.PrepareContext(ctx, text); err != nil {
			return err
		}
	}
	return nil
}

func (im *Import) close() {
	for _, stmt := range []*sql.Stmt{im.put, im.name, im.known, im.near} {
		if stmt != nil {
			stmt.Close()
		}
	}
}

func (im *Import) cells(source string) *cellSet {
	if im.covered[source] == nil {
		im.covered[source] = new(cellSet)
	}
	return im.covered[source]
}

// Record takes one record. Its id is what the source believes it to be, if it
// knows the gazetteer, or "". One with the same source and key as an earlier
// one replaces it.
func (im *Import) Record(ctx context.Context, r gazetteer.Record) error {
	if r.Source == "" || r.Key == "" {
		return fmt.Errorf("record %q of source %q: want both", r.Key, r.Source)
	}
	if err := geo.CheckLonLat(r.At); err != nil {
		return fmt.Errorf("record %s of %s: %w", r.Key, r.Source, err)
	}
	r.Admin1 = im.linker.Governorate(r.Admin1)
	others, err := im.others(ctx, &r)
	if err != nil {
		return err
	}
	link := im.linker.Link(&r, others)
	r.ID = link.Place
	old, err := im.earlier(ctx, &r)
	if err != nil {
		return err
	}
	im.report.Note(&r, link, old)
	cell := gazetteer.CellOf(r.At)
	im.cells(r.Source).add(cell)
	_, err = im.put.ExecContext(ctx, append(recordFields(&r), cell)...)
	return err
}

// earlier is what the source said of the place before this import; nil for
// nothing.
func (im *Import) earlier(ctx context.Context, r *gazetteer.Record) (*gazetteer.Record, error) {
	if !im.before[r.Source] {
		return nil, nil
	}
	old, err := scanRecord(im.known.QueryRowContext(ctx, r.Source, r.Key).Scan)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return &old, err
}

// others are the records of other sources that may mean the same place.
func (im *Import) others(ctx context.Context, r *gazetteer.Record) ([]gazetteer.Record, error) {
	around := gazetteer.CellsAround(r.At)
	if !im.covers(r, around) {
		return nil, nil
	}
	rows, err := im.near.QueryContext(ctx, r.Source, around[0][0], around[0][1], around[1][0], around[1][1],
		around[2][0], around[2][1], r.PCode, r.GeoNames)
	if err != nil {
		return nil, err
	}
	return collect(rows, scanRecord)
}

// covers says whether a source other than that of r may have the place.
func (im *Import) covers(r *gazetteer.Record, around [3][2]int64) bool {
	for source, cells := range im.covered {
		if source == r.Source {
			continue
		}
		if r.PCode != "" || r.GeoNames != "" {
			return true
		}
		for _, row := range around {
			for c := row[0]; c <= row[1]; c++ {
				if cells.has(c) {
					return true
				}
			}
		}
	}
	return false
}

// Governorates gives the records of a source, which name their governorates by
// codes, the names of these; a name that the gazetteer writes otherwise is
// written so.
func (im *Import) Governorates(ctx context.Context, source string, names map[string]string) error {
	codes := make(map[string]string, len(names))
	for code, name := range names {
		codes[code] = im.linker.Governorate(name)
	}
	list, err := json.Marshal(codes)
	if err != nil || len(codes) == 0 {
		return err
	}
	_, err = im.tx.ExecContext(ctx, `UPDATE records SET admin1 = name.value FROM json_each(?) AS name
		WHERE source = ? AND admin1 = name.key`, string(list), source)
	return err
}

// Alternate adds a name to a record that was taken before, in this import or
// an earlier one. A preferred one becomes the primary name of its script. A
// name of a record that is not there is passed over.
func (im *Import) Alternate(ctx context.Context, a gazetteer.Alternate) error {
	r, err := scanRecord(im.known.QueryRowContext(ctx, a.Source, a.Key).Scan)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil || !r.AddName(a) {
		return err
	}
	im.report.Names++
	_, err = im.name.ExecContext(ctx, r.NameAr, r.NameEn, namesColumn{&r.AltAr}, namesColumn{&r.AltEn}, r.Source, r.Key)
	return err
}

// cellSet is a set of cells of gazetteer.CellOf: a bit for each on the globe,
// by rows that are there once they have one.
type cellSet struct {
	pages map[int64]*[64]uint64
}

func (s *cellSet) add(cell int64) {
	if s.pages == nil {
		s.pages = map[int64]*[64]uint64{}
	}
	page := s.pages[cell>>12]
	if page == nil {
		page = new([64]uint64)
		s.pages[cell>>12] = page
	}
	page[cell>>6&63] |= 1 << (cell & 63)
}

func (s *cellSet) has(cell int64) bool {
	page := s.pages[cell>>12]
	return page != nil && page[cell>>6&63]>>(cell&63)&1 == 1
}

// PutAreas makes the administrative units the only ones of their levels, in one
// transaction. about says in words what is imported, for the journal.
func (s *Store) PutAreas(ctx context.Context, areas []gazetteer.Area, about string) error {
	err := s.inTx(ctx, func(tx *sql.Tx, now string) error {
		var levels []int
		for i := range areas {
			a := &areas[i]
			if !slices.Contains(levels, a.Level) {
				levels = append(levels, a.Level)
				if _, err := tx.ExecContext(ctx, `DELETE FROM areas WHERE level = ?`, a.Level); err != nil {
					return err
				}
			}
			if _, err := tx.ExecContext(ctx, insertInto("areas", areaColumns), areaFields(a)...); err != nil {
				return fmt.Errorf("%s (level %d): %w", a.PCode, a.Level, err)
			}
		}
		return note(ctx, tx, "areas", about, now)
	})
	if err != nil {
		return fmt.Errorf("import areas: %w", err)
	}
	return nil
}

// DropSource takes all records of a source out of the gazetteer, and says how
// many there were. None is an error that leaves all as it was.
func (s *Store) DropSource(ctx context.Context, source string) (n int64, err error) {
	err = s.inTx(ctx, func(tx *sql.Tx, now string) error {
		res, err := tx.ExecContext(ctx, `DELETE FROM records WHERE source = ?`, source)
		if err != nil {
			return err
		}
		if n, err = res.RowsAffected(); err == nil && n == 0 {
			err = errors.New("no records")
		}
		if err != nil {
			return err
		}
		return note(ctx, tx, "drop", source, now)
	})
	if err != nil {
		return 0, fmt.Errorf("drop source %q: %w", source, err)
	}
	return n, nil
}

// note writes into the journal what was done to the file.
func note(ctx context.Context, tx *sql.Tx, what, about, now string) error {
	_, err := tx.ExecContext(ctx, insertInto("journal", "what, about, recorded_at"), what, about, now)
	return err
}
