package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// BackupOptions say how a store is copied.
type BackupOptions struct {
	Overwrite bool                    // a store that is at the path gives way
	Progress  func(done, total int64) // bytes; nil: nobody asks
}

// Backup copies the store as it is at one moment into a file at path, whole or
// not at all, while others read and write. The copy is checked before it gets its
// name. What is at the path already is fs.ErrExist, unless it is to be
// overwritten; then it must be a store that is not in use, and not this one.
func (s *Store) Backup(ctx context.Context, path string, o BackupOptions) error {
	err := frozen(ctx, s.db, func(from *sql.Conn) error {
		want, err := version(ctx, from)
		if err != nil {
			return err
		}
		return backup(ctx, from, path, o, func(copied *sql.DB) error {
			if have, err := version(ctx, copied); err != nil || have != want {
				return errors.Join(err, fmt.Errorf("the copy is of version %s: want %s", have, want))
			}
			return nil
		})
	})
	if err != nil {
		return fmt.Errorf("back up to %s: %w", path, err)
	}
	return nil
}

// keepOlder copies a file of an older schema beside it, before it is brought up
// to date, and says where; "" where there is nothing to keep. Earlier copies stay.
func keepOlder(ctx context.Context, db *sql.DB, path string) (kept string, schema int64, err error) {
	have, want, err := versions(ctx, db)
	if err != nil || have == 0 || have == want {
		return "", 0, err
	}
	err = frozen(ctx, db, func(from *sql.Conn) error {
		if schema, err = schemaOf(ctx, from); err != nil || schema == want { // somebody else was faster
			return err
		}
		for n := 1; ; n++ {
			kept = fmt.Sprintf("%s.schema-%d.backup", path, schema)
			if n > 1 {
				kept = fmt.Sprintf("%s-%d", kept, n)
			}
			err := backup(ctx, from, kept, BackupOptions{}, func(copied *sql.DB) error {
				if have, err := schemaOf(ctx, copied); err != nil || have != schema {
					return errors.Join(err, fmt.Errorf("the copy has schema %d: want %d", have, schema))
				}
				return nil
			})
			if !errors.Is(err, fs.ErrExist) {
				return err
			}
		}
	})
	if err != nil {
		return "", 0, fmt.Errorf("back it up before its schema %d is brought up to date: %w", have, err)
	}
	return kept, schema, nil
}

// backup copies what a connection sees. check says what is wrong with the copy.
func backup(ctx context.Context, from *sql.Conn, path string, o BackupOptions, check func(copied *sql.DB) error) error {
	if err := mayWrite(ctx, from, path, o.Overwrite); err != nil {
		return err
	}
	part, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*.part")
	if err != nil {
		return err
	}
	defer os.Remove(part.Name()) // there only where something went wrong
	if err := part.Close(); err != nil {
		return err
	}
	if err := copyPages(ctx, from, part.Name(), o.Progress); err != nil {
		return err
	}
	if err := checkCopy(ctx, part.Name(), check); err != nil {
		return err
	}
	return name(part.Name(), path, o.Overwrite)
}

// mayWrite says why a backup must not be written at a path.
func mayWrite(ctx context.Context, from *sql.Conn, path string, overwrite bool) error {
	there, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if !overwrite {
		return fs.ErrExist
	}
	own, err := query(ctx, from, oneString, `SELECT file FROM pragma_database_list WHERE name = 'main'`)
	if err != nil {
		return err
	}
	if this, err := os.Stat(own[0]); err != nil || os.SameFile(there, this) {
		return errors.Join(err, errors.New("it is the database itself"))
	}
	earlier, err := inspect(ctx, path)
	if err != nil {
		return err
	}
	earlier.Close() // only read from
	if fileHolds(path + "-wal") {
		return errors.New("it is a database in use")
	}
	return nil
}
