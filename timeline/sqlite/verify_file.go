package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"regexp"
	"strings"

	"frontline/timeline/verify"
)

// file has SQLite prove that the file is sound. It does not look at CHECKs in a
// file that is open for reading alone: days that are none are found as rows.
func (p *proof) file(ctx context.Context) error {
	verdicts, err := query(ctx, p.from, oneString, `PRAGMA integrity_check(1000)`)
	if err != nil {
		return err
	}
	for _, v := range verdicts {
		if v != "ok" {
			p.found(verify.Finding{Promise: verify.File, About: verify.About{Row: "the file"}, Want: "ok from SQLite's integrity_check", Have: v})
		}
	}
	return nil
}

// schema proves that the tables and indexes are those that the steps of the
// schema make: without its index, say, nothing keeps two readings of a claim
// apart.
func (p *proof) schema(ctx context.Context) error {
	db, err := sql.Open("sqlite3", ":memory:")
	if err != nil {
		return err
	}
	defer db.Close()
	db.SetMaxOpenConns(1) // another connection would be another database
	if err := migrate(ctx, db); err != nil {
		return err
	}
	want, err := definitions(ctx, db)
	if err != nil {
		return err
	}
	have, err := definitions(ctx, p.from)
	if err != nil {
		return err
	}
	there := map[string]string{}
	for _, d := range have {
		there[d.name] = d.words
	}
	for _, d := range want {
		if got := cmp.Or(there[d.name], "none"); got != d.words {
			p.found(verify.Finding{Promise: verify.Schema, About: verify.About{Row: d.name}, Want: d.words, Have: got})
		}
	}
	return nil
}

// definition is how a table or an index was made, without comments.
type definition struct{ name, words string }

var comments = regexp.MustCompile(`--[^\n]*`)

func definitions(ctx context.Context, from asker) ([]definition, error) {
	return query(ctx, from, func(scan scanner) (d definition, err error) {
		err = scan(&d.name, &d.words)
		d.words = strings.Join(strings.Fields(comments.ReplaceAllString(d.words, "")), " ")
		return d, err
	}, `SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name NOT LIKE 'goose\_%' ESCAPE '\'
		ORDER BY name`)
}

// reference is a column that has to point to a row of another table.
type reference struct{ table, column, parent, key string }

// references has SQLite look for rows that point to none, and names them.
func (p *proof) references(ctx context.Context) error {
	broken, err := query(ctx, p.from, func(scan scanner) (r reference, err error) {
		err = scan(&r.table, &r.column, &r.parent, &r.key)
		return r, err
	}, `SELECT DISTINCT c."table", l."from", l."table", l."to" FROM pragma_foreign_key_check c
		JOIN pragma_foreign_key_list(c."table") l ON l.id = c.fkid ORDER BY 1, 2`)
	if err != nil {
		return err
	}
	for _, r := range broken {
		if err := p.reference(ctx, r); err != nil {
			return err
		}
	}
	return nil
}

func (p *proof) reference(ctx context.Context, r reference) error {
	return p.each(ctx, func(scan scanner) {
		var about verify.About
		var value string
		err := scan(&about.Report, &about.Claim, &about.Place, &about.Row, &value)
		if p.row(about, err) {
			p.found(verify.Finding{Promise: verify.References, About: about, Want: "a row of " + r.parent + " for its " + r.column,
				Have: fmt.Sprintf("%q, which is not there", value)})
		}
	}, fmt.Sprintf(`SELECT %[1]s, %[3]s FROM %[2]s WHERE %[3]s IS NOT NULL AND %[3]s NOT IN (SELECT %[5]s FROM %[4]s) ORDER BY 1, 2, 3, 4`,
		identity(r.table), r.table, r.column, r.parent, r.key))
}

// identity are the columns of a table that say what a row is about: its report,
// its claim, its place and which of them it is.
func identity(table string) string {
	switch table {
	case "claims":
		return `report, id, '', ''`
	case "mentions":
		return `report, '', '', 'mention ' || position`
	case "datings":
		return `report, '', '', 'earlier day of publication'`
	case "drawings":
		return `report, '', '', 'drawing'`
	case "drawn_shapes":
		return `report, '', '', 'feature ' || feature`
	case "retractions":
		return `report, claim, '', 'retraction ' || seq`
	case "deliveries":
		return `'', '', '', 'delivery ' || id`
	case "holdings":
		return `'', '', place, 'holding since ' || valid_from`
	}
	return `'', '', '', 'a row of ` + table + `'`
}
