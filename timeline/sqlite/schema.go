package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"
)

//go:embed schema/*.sql
var schema embed.FS

// applicationID is what the first step of the schema writes into the file's
// head: the letters FRLN.
const applicationID = 0x46524C4E

// migrate takes the steps of the schema that the file has not seen yet, each
// in a transaction of its own. A step fails where another process takes it at
// the same time: as long as the file gets on, trying again is right.
func migrate(ctx context.Context, db *sql.DB) error {
	steps, err := migrations(db)
	if err != nil {
		return err
	}
	for last := int64(-1); ; {
		_, failed := steps.Up(ctx)
		if failed == nil {
			return nil
		}
		have, _, err := versions(ctx, db)
		if err != nil || have == last {
			return fmt.Errorf("bring schema up to date: %w", failed)
		}
		last = have
	}
}

func migrations(db *sql.DB) (*goose.Provider, error) {
	dir, err := fs.Sub(schema, "schema")
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(goose.DialectSQLite3, db, dir, goose.WithDisableGlobalRegistry(true))
}

// requireOurs says what is wrong if the file is no store that this program
// could read or bring up to date. It only reads.
func requireOurs(ctx context.Context, db *sql.DB) error {
	have, want, err := versions(ctx, db)
	if err != nil {
		return err
	}
	if have > want {
		return fmt.Errorf("schema %d is newer than this program, which knows %d: use a newer program", have, want)
	}
	return nil
}

// requireCurrent says what is wrong if the file's schema is not the program's.
// It only reads.
func requireCurrent(ctx context.Context, db *sql.DB) error {
	have, want, err := versions(ctx, db)
	if err != nil {
		return err
	}
	if have != want {
		return fmt.Errorf("schema %d: want %d; `frontline replay` brings it up to date", have, want)
	}
	return nil
}

// versions are the numbers of the last step that the file has taken, 0 for an
// empty one, and of the last that there is. A file that is not SQLite's, or
// belongs to another program, is an error.
func versions(ctx context.Context, db *sql.DB) (have, want int64, err error) {
	if have, err = schemaOf(ctx, db); err != nil {
		return 0, 0, err
	}
	steps, err := migrations(db)
	if err != nil {
		return 0, 0, err
	}
	list := steps.ListSources()
	return have, list[len(list)-1].Version, nil
}

// schemaOf is the number of the last step that a file has taken.
func schemaOf(ctx context.Context, from asker) (int64, error) {
	var tables int64
	owner, err := query(ctx, from, func(scan scanner) (owner int64, err error) {
		err = scan(&owner, &tables)
		return owner, err
	}, `SELECT application_id, (SELECT count(*) FROM sqlite_schema WHERE name NOT IN ('goose_db_version', 'sqlite_sequence'))
		FROM pragma_application_id`)
	switch {
	case err != nil:
		return 0, err
	case owner[0] == 0 && tables == 0:
		return 0, nil
	case owner[0] != applicationID:
		return 0, fmt.Errorf("is a database of another program (application id %#x, want %#x)", owner[0], applicationID)
	}
	last, err := query(ctx, from, func(scan scanner) (n int64, err error) {
		err = scan(&n)
		return n, err
	}, `SELECT coalesce(max(version_id), 0) FROM goose_db_version`)
	if err != nil {
		return 0, fmt.Errorf("read schema number: %w", err)
	}
	return last[0], nil
}
