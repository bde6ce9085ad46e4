package features

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/mattn/go-sqlite3"
)

// patience is how long a feature may take: a view can be made to count for ever.
const patience = time.Minute

// maxRows is the most features of a layer: what is in a table ends with the file,
// and what is in a view need not.
const maxRows = 50_000_000

// OpenGeoPackage opens a layer of a GeoPackage for reading; "" is the only one that
// can hold points or polygons. It is an error that lists the layers where there is no
// such layer or several, and one where the layer is of another reference system
// than WGS84, or where another program is writing to the file. The caller closes the
// reader.
func OpenGeoPackage(path, layer string) (*Reader, error) {
	return openGeoPackage(path, layer, patience)
}

// openGeoPackage is OpenGeoPackage with so much time for a feature.
func openGeoPackage(path, layer string, patience time.Duration) (*Reader, error) {
	db, err := openDatabase(path)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancel(context.Background())
	p := &pkg{db: db, ctx: ctx, cancel: cancel, patience: patience, alarm: time.AfterFunc(patience, cancel)}
	defer p.alarm.Stop()
	if err := p.open(layer); err != nil {
		return nil, errors.Join(p.reason(err), p.Close())
	}
	return newReader(p), nil
}

// openDatabase opens a file of SQLite as one that nobody writes to: it takes no lock
// and leaves nothing beside the file.
func openDatabase(path string) (*sql.DB, error) {
	for _, beside := range []string{"-wal", "-journal"} {
		info, err := os.Stat(path + beside)
		if err == nil && info.Size() > 0 {
			return nil, fmt.Errorf("a program writes to it, or left off in the middle (%s lies beside it): want the file closed there", filepath.Base(path)+beside)
		} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	file := url.URL{Path: filepath.ToSlash(path)}
	db, err := sql.Open("sqlite3", "file:"+file.EscapedPath()+"?mode=ro&immutable=1&_query_only=true")
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	return db, nil
}

// pkg is a layer of a GeoPackage that is being read.
type pkg struct {
	db     *sql.DB
	ctx    context.Context //nolint:containedctx // it ends with the reader, or when the alarm rings
	cancel context.CancelFunc
	layer  layer
	rows   *sql.Rows
	read   int
	names  []string
	column []int // of each name; the geometry is the first of all

	patience time.Duration
	alarm    *time.Timer
}

func (p *pkg) format() (Format, string) { return GeoPackage, p.layer.name }

func (p *pkg) Close() error {
	p.alarm.Stop()
	p.cancel()
	return p.db.Close()
}

// reason is what an error means.
func (p *pkg) reason(err error) error {
	var broken sqlite3.Error
	switch {
	case err == nil:
		return nil
	case p.ctx.Err() != nil:
		return fmt.Errorf("a feature takes longer than %v: damaged, or made to count for ever", p.patience)
	case errors.As(err, &broken) && (broken.Code == sqlite3.ErrCorrupt || broken.Code == sqlite3.ErrNotADB):
		return fmt.Errorf("damaged or cut off: %w", err)
	default:
		return err
	}
}

func (p *pkg) open(want string) error {
	conn, err := p.db.Conn(p.ctx)
	if err != nil {
		return err
	}
	err = conn.Raw(func(driver any) error {
		c, is := driver.(*sqlite3.SQLiteConn)
		if !is {
			return fmt.Errorf("driver %T: want that of SQLite", driver)
		}
		c.SetLimit(sqlite3.SQLITE_LIMIT_LENGTH, maxFeature) // bytes of a value, and of a row
		return nil
	})
	if err == nil {
		_, err = conn.ExecContext(p.ctx, `PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON`)
	}
	if err = errors.Join(err, conn.Close()); err != nil {
		return err
	}
	if p.layer, err = p.choose(want); err != nil {
		return err
	}
	return p.begin()
}

// begin asks for the rows of the layer.
func (p *pkg) begin() error {
	columns, err := p.texts(`SELECT name FROM pragma_table_info(?)`, p.layer.name)
	if err != nil {
		return err
	}
	named := slices.DeleteFunc(slices.Clone(columns), func(c string) bool { return strings.EqualFold(c, p.layer.geometry) })
	if len(named) == len(columns) {
		return fmt.Errorf("layer %q: has no column %q, where its geometries should be, among %q", p.layer.name, p.layer.geometry, columns[:min(len(columns), 60)])
	}
	// A plus before a column keeps the driver from making days and truth values of it.
	selected := []string{quoted(p.layer.geometry)}
	for _, c := range named {
		selected = append(selected, "+"+quoted(c))
	}
	p.names = slices.Sorted(slices.Values(named))
	for _, name := range p.names {
		p.column = append(p.column, 1+slices.Index(named, name))
	}
	p.rows, err = p.db.QueryContext(p.ctx, "SELECT "+strings.Join(selected, ", ")+" FROM "+quoted(p.layer.name)) //nolint:rowserrcheck // by next, at the end
	return err
}

// quoted is a name as SQL has it, whatever it is.
func quoted(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

// texts are the first columns of a query's rows.
func (p *pkg) texts(query string, args ...any) (out []string, err error) {
	rows, err := p.db.QueryContext(p.ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, rows.Err()
}
