// Package sqlite keeps reports, what they say and the places they point to in
// one SQLite file. It is the only package that knows the driver.
//
// Reports and claims are only ever added, each with the moment it was added,
// so that the file answers two questions: what was so, and what was known.
// A report is added in one transaction, so it is there whole or not at all.
package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"github.com/mattn/go-sqlite3" // the driver "sqlite3"
)

// Store is an open file. It may be used by several goroutines at once, and the
// file by several processes: readers never wait, writers wait for each other.
type Store struct {
	db   *sql.DB
	now  func() time.Time
	law  Law
	seen *glance
}

// Options change how a store is opened. The zero value is what is wanted
// outside of tests.
type Options struct {
	Now func() time.Time // the clock for what is recorded; nil is time.Now
	Law Law              // how claims become holdings
	// Kept is told where a file of an older schema was copied before it is
	// brought up to date; nil: nobody asks.
	Kept func(path string, schema int64)
}

// Open opens the file for reading and writing. It creates the file where it is
// missing or empty, and brings an older schema up to date, once the file as it
// was is copied beside it, to FILE.schema-2.backup or the like. Where it cannot be
// copied, nothing is brought up to date. A file that is not a store of this
// program, or that a newer program has written, is an error and stays as it was.
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	kept, schema, err := keepAsItIs(ctx, path)
	if err != nil {
		return nil, fmt.Errorf("open store %s: %w", path, err)
	}
	if kept != "" && o.Kept != nil {
		o.Kept(kept, schema)
	}
	db, err := connect(path, url.Values{
		// WAL lets readers go on while a report is written.
		"_journal_mode": {"WAL"},
		// FULL waits for the disk at each commit: what Add has returned
		// survives kill -9, which NORMAL does too, and also a power cut, after
		// which NORMAL would forget the last commits without a word.
		"_synchronous": {"FULL"},
		// SQLite does not check foreign keys unless told to, by connection.
		"_foreign_keys": {"on"},
		// A transaction here always writes: taking the lock at once makes it
		// wait its turn, where a lock taken half way can only fail.
		"_txlock": {"immediate"},
	})
	if err != nil {
		return nil, fmt.Errorf("open store %s: %w", path, err)
	}
	if err := migrate(ctx, db); err != nil {
		db.Close()
		return nil, fmt.Errorf("open store %s: %w", path, err)
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	s := &Store{db: db, now: o.Now, law: o.Law, seen: &glance{path: path}}
	if err := errors.Join(s.keepLaw(ctx), s.keepWords(ctx)); err != nil {
		db.Close()
		return nil, fmt.Errorf("open store %s: %w", path, err)
	}
	return s, nil
}

// keepAsItIs looks whether a file is fit for this program, and keeps one of an
// older schema. It changes nothing in the file; one that is not there is fit.
func keepAsItIs(ctx context.Context, path string) (kept string, schema int64, err error) {
	seen, err := inspect(ctx, path)
	if errors.Is(err, fs.ErrNotExist) {
		return "", 0, nil
	}
	if err != nil {
		return "", 0, err
	}
	defer seen.Close() // only read from
	return keepOlder(ctx, seen, path)
}

// OpenReadOnly opens a file that is there, for reading only; Add and
// AddUnreadable then fail. A missing or empty file is an error, as is one with
// an older schema, which only Open can bring up to date.
func OpenReadOnly(ctx context.Context, path string, law Law) (*Store, error) {
	db, err := inspect(ctx, path)
	if err != nil {
		return nil, fmt.Errorf("open store %s: %w", path, err)
	}
	if err := requireCurrent(ctx, db); err != nil {
		db.Close()
		return nil, fmt.Errorf("open store %s: %w", path, err)
	}
	return &Store{db: db, now: time.Now, law: law, seen: &glance{path: path}}, nil
}

// Close lets go of the file.
func (s *Store) Close() error { return s.db.Close() }

// inspect opens the file read-only and says what makes it unfit for this
// program, if anything does.
func inspect(ctx context.Context, path string) (*sql.DB, error) {
	if err := requireMagic(path); err != nil {
		return nil, err
	}
	db, err := connect(path, url.Values{"mode": {"ro"}})
	if err != nil {
		return nil, err
	}
	err = requireOurs(ctx, db)
	if cannotShare(err) && !fileHolds(path+"-wal") {
		// WAL wants to write beside the file even to read it. Where it must
		// not, and no write is waiting there, the file is read as it stands.
		db.Close()
		if db, err = connect(path, url.Values{"mode": {"ro"}, "immutable": {"1"}}); err != nil {
			return nil, err
		}
		err = requireOurs(ctx, db)
	}
	if err != nil {
		db.Close()
		return nil, err
	}
	return db, nil
}

// cannotShare says whether SQLite failed for want of a place to write to.
func cannotShare(err error) bool {
	var e sqlite3.Error
	return errors.As(err, &e) && (e.Code == sqlite3.ErrReadonly || e.Code == sqlite3.ErrCantOpen)
}

// fileHolds says whether the file is there and not empty.
func fileHolds(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Size() > 0
}

// magic is how every SQLite file begins.
const magic = "SQLite format 3\x00"

// requireMagic refuses a file that is neither empty nor SQLite's. SQLite itself
// takes a file of a few bytes for an empty one, and writes over it.
func requireMagic(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	head := make([]byte, len(magic))
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return err
	}
	if n > 0 && string(head) != magic {
		return errors.New("is not a database of SQLite")
	}
	return nil
}

// connect names the file and its pragmas in one address, because a pragma sent
// as a statement would reach a single connection of the pool. The driver sets
// busy_timeout before all others, since they may have to wait for a lock too.
func connect(path string, pragmas url.Values) (*sql.DB, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	pragmas.Set("_busy_timeout", "10000") // milliseconds
	pragmas.Set("_cache_size", "-65536")  // KiB a connection may keep of the file
	file := url.URL{Path: filepath.ToSlash(abs)}
	return sql.OpenDB(connector{"file:" + file.EscapedPath() + "?" + pragmas.Encode()}), nil
}

// connector opens connections with what the address cannot say: that the file is
// mapped into memory, which halves the time to read claims that lie all over it.
type connector struct{ address string }

func (c connector) Connect(context.Context) (driver.Conn, error) { return c.Driver().Open(c.address) }

func (c connector) Driver() driver.Driver {
	return &sqlite3.SQLiteDriver{ConnectHook: func(conn *sqlite3.SQLiteConn) error {
		_, err := conn.Exec("PRAGMA mmap_size = 1073741824", nil) // bytes at most
		return err
	}}
}
