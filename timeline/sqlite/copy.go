package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"github.com/mattn/go-sqlite3"
)

// pagesAtOnce is how much is copied between looks at the context: with SQLite's
// pages of 4 KB, 4 MB.
const pagesAtOnce = 1024

// copyPages copies the file that a connection sees, page by page. The connection
// holds on to its moment, so that others may write meanwhile.
func copyPages(ctx context.Context, from *sql.Conn, path string, progress func(done, total int64)) error {
	sizes, err := query(ctx, from, func(scan scanner) (n int64, err error) {
		err = scan(&n)
		return n, err
	}, `PRAGMA page_size`)
	if err != nil {
		return err
	}
	db, err := connect(path, url.Values{"_synchronous": {"FULL"}}) // waits for the disk before it says that it is done
	if err != nil {
		return err
	}
	defer db.Close()
	to, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer to.Close()
	return to.Raw(func(target any) error {
		return from.Raw(func(source any) error {
			b, err := target.(*sqlite3.SQLiteConn).Backup("main", source.(*sqlite3.SQLiteConn), "main")
			if err != nil {
				return err
			}
			err = stepThrough(ctx, b, func() {
				if all := int64(b.PageCount()); progress != nil {
					progress((all-int64(b.Remaining()))*sizes[0], all*sizes[0])
				}
			})
			return errors.Join(err, b.Finish())
		})
	})
}

func stepThrough(ctx context.Context, b *sqlite3.SQLiteBackup, tell func()) error {
	for left := -1; ; left = b.Remaining() {
		if err := ctx.Err(); err != nil {
			return err
		}
		done, err := b.Step(pagesAtOnce)
		if err != nil {
			return err
		}
		tell()
		if done {
			return nil
		}
		if b.Remaining() == left { // somebody has locked the file
			time.Sleep(10 * time.Millisecond)
		}
	}
}

// checkCopy looks whether a copy is sound, and what check has to say of it.
func checkCopy(ctx context.Context, path string, check func(copied *sql.DB) error) error {
	db, err := connect(path, url.Values{"mode": {"ro"}, "immutable": {"1"}}) // leaves nothing beside it
	if err != nil {
		return err
	}
	defer db.Close()
	verdicts, err := query(ctx, db, oneString, `PRAGMA quick_check`)
	if err != nil {
		return err
	}
	if verdicts[0] != "ok" {
		return fmt.Errorf("the copy is damaged: %s", verdicts[0])
	}
	return check(db)
}

// name gives a file its name, for good.
func name(part, path string, overwrite bool) error {
	err := errors.ErrUnsupported
	if !overwrite {
		err = os.Link(part, path) // fails where something is meanwhile, as Rename does not
	}
	if errors.Is(err, fs.ErrExist) {
		return fs.ErrExist
	}
	if err != nil { // not all file systems know links
		err = os.Rename(part, path)
	}
	if err != nil {
		return err
	}
	dir, err := os.Open(filepath.Dir(path))
	if err != nil {
		return err
	}
	return errors.Join(dir.Sync(), dir.Close())
}
