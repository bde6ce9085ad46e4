package sqlite

import (
	"context"
	"fmt"
	"strings"

	"frontline/geo"
	"frontline/timeline"
)

func insertReport(ctx context.Context, tx *transaction, args []any) (added bool, err error) {
	res, err := tx.ExecContext(ctx, insertInto("reports", reportColumns+", text, outcome, reason, recorded_at")+
		` ON CONFLICT (id) DO NOTHING`, args...)
	if err != nil {
		return false, err
	}
	n, err := res.RowsAffected()
	return n == 1, err
}

func putPlaces(ctx context.Context, tx *transaction, mentions []timeline.Mention) error {
	stmt, err := tx.PrepareContext(ctx, insertInto("places", placeColumns)+` ON CONFLICT (id) DO UPDATE SET
		name_ar = excluded.name_ar, name_en = excluded.name_en, kind = excluded.kind, lon = excluded.lon, lat = excluded.lat,
		admin1 = excluded.admin1, admin2 = excluded.admin2, precision = excluded.precision`)
	if err != nil {
		return err
	}
	defer stmt.Close()
	for _, m := range mentions {
		if m.Place == nil {
			continue
		}
		if err := geo.CheckLonLat(m.Place.At); err != nil {
			return fmt.Errorf("place %s: %w", m.Place.ID, err)
		}
		if _, err := stmt.ExecContext(ctx, placeFields(m.Place)...); err != nil {
			return fmt.Errorf("place %s: %w", m.Place.ID, err)
		}
	}
	return nil
}

func insertMentions(ctx context.Context, tx *transaction, report string, mentions []timeline.Mention) error {
	stmt, err := tx.PrepareContext(ctx, insertInto("mentions", mentionColumns+", report, position, recorded_at"))
	if err != nil {
		return err
	}
	defer stmt.Close()
	for i, m := range mentions {
		var place *string
		if m.Place != nil {
			place = &m.Place.ID
		}
		others := candidatesOf(m.Candidates)
		if _, err := stmt.ExecContext(ctx, append(mentionFields(&m, &others, &place), report, i, tx.now)...); err != nil {
			return fmt.Errorf("mention %d (%s): %w", i, m.Surface, err)
		}
	}
	return nil
}

func insertClaims(ctx context.Context, tx *transaction, claims []timeline.Claim) error {
	stmt, err := tx.PrepareContext(ctx, insertInto("claims", claimColumns+", position, recorded_at"))
	if err != nil {
		return err
	}
	defer stmt.Close()
	for i, c := range claims {
		p := spotOf(c.Place)
		if _, err := stmt.ExecContext(ctx, append(claimFields(&c, &p), i, tx.now)...); err != nil {
			return fmt.Errorf("claim %d (%s): %w", i, c.ID, err)
		}
	}
	return nil
}

// insertInto is an INSERT with as many placeholders as columns.
func insertInto(table, columns string) string {
	marks := strings.Repeat(", ?", strings.Count(columns, ",")+1)
	return fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s)", table, columns, marks[2:])
}
