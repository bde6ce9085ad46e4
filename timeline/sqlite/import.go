package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"frontline/geo"
	"frontline/geo/gazetteer"
	"frontline/geo/gazetteer/link"
)

// Import is a set of records on its way into the gazetteer: all of it or
// nothing. It is good until the function returns that it was given to.
type Import struct {
	tx     *transaction
	linker *link.Linker
	report link.Report
	before map[string]bool // sources that had records before
	near   *neighbourhood

	governorates map[string]string // as a source writes them → as the gazetteer does

	put, name, known *sql.Stmt
}

// Import takes records of places into the gazetteer, in one transaction: where
// fill fails, nothing has changed. linker knows the places that ship with the
// program; records of other sources count as places too. about says in words
// what is imported, for the journal. However many there are, memory stays
// bounded.
func (s *Store) Import(ctx context.Context, linker *link.Linker, about string, fill func(*Import) error) (link.Report, error) {
	var report link.Report
	err := s.inTx(ctx, func(tx *transaction) error {
		im := &Import{tx: tx, linker: linker, before: map[string]bool{}, governorates: map[string]string{}}
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
		return note(ctx, tx, "import", about)
	})
	if err != nil {
		return link.Report{}, fmt.Errorf("import places: %w", err)
	}
	return report, nil
}

// prepare finds out what is there, and readies the statements.
func (im *Import) prepare(ctx context.Context) (err error) {
	sources, err := query(ctx, im.tx, func(scan scanner) (source string, err error) {
		err = scan(&source)
		return source, err
	}, `SELECT DISTINCT source FROM records`)
	if err != nil {
		return err
	}
	for _, source := range sources {
		im.before[source] = true
	}
	if im.near, err = newNeighbourhood(ctx, im.tx, sources); err != nil {
		return err
	}
	if im.put, err = im.tx.PrepareContext(ctx, insertInto("records", recordColumns+", cell")+` ON CONFLICT (source, key) DO UPDATE SET
		place = excluded.place, name_ar = excluded.name_ar, name_en = excluded.name_en, alt_ar = excluded.alt_ar, alt_en = excluded.alt_en,
		kind = excluded.kind, lon = excluded.lon, lat = excluded.lat, admin1 = excluded.admin1, admin2 = excluded.admin2,
		population = excluded.population, geonames = excluded.geonames, pcode = excluded.pcode,
		precision = excluded.precision, cell = excluded.cell`); err != nil {
		return err
	}
	if im.known, err = im.tx.PrepareContext(ctx, `SELECT `+recordColumns+` FROM records WHERE source = ? AND key = ?`); err != nil {
		return err
	}
	im.name, err = im.tx.PrepareContext(ctx, `UPDATE records SET name_ar = ?, name_en = ?, alt_ar = ?, alt_en = ? WHERE source = ? AND key = ?`)
	return err
}

func (im *Import) close() {
	for _, stmt := range []*sql.Stmt{im.put, im.name, im.known} {
		if stmt != nil {
			stmt.Close()
		}
	}
	if im.near != nil {
		im.near.close()
	}
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
	r.Admin1 = im.governorate(r.Admin1)
	others, err := im.near.of(ctx, &r)
	if err != nil {
		return err
	}
	match := im.linker.Link(&r, others)
	r.ID = match.Place
	old, err := im.earlier(ctx, &r)
	if err != nil {
		return err
	}
	im.report.Note(&r, match, old)
	im.near.add(r)
	_, err = im.put.ExecContext(ctx, append(recordFields(&r), link.CellOf(r.At))...)
	return err
}

// governorate is the gazetteer's name of a governorate, remembered: a country
// has few, and its places are many.
func (im *Import) governorate(name string) string {
	known, there := im.governorates[name]
	if !there {
		known = im.linker.Governorate(name)
		im.governorates[name] = known
	}
	return known
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
