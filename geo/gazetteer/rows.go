package gazetteer

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"frontline/geo"
)

var columns = []string{"id", "name_ar", "name_en", "alt_ar", "alt_en", "kind", "lat", "lon", "admin1", "admin2",
	"population", "geonames_id", "pcode", "precision", "sources"}

// Columns is the head line of the project's own table: see Load.
func Columns() []string { return slices.Clone(columns) }

// Reader reads the project's own table a row at a time, in constant memory. It
// is not safe for concurrent use.
type Reader struct {
	in   *bufio.Scanner
	line int
}

// NewReader reads from r. Nothing is read before the first Read.
func NewReader(r io.Reader) *Reader {
	in := bufio.NewScanner(r)
	in.Buffer(nil, 1<<20)
	return &Reader{in: in}
}

// Line is the line of the row that Read gave last, from 1 for the head line.
func (r *Reader) Line() int { return r.line }

// Read gives the next row. A row that cannot be read is a *RowError, and the
// one behind it can be read; io.EOF is the end, and any other error too.
func (r *Reader) Read() (Entry, error) {
	if r.line == 0 {
		if err := r.head(); err != nil {
			return Entry{}, err
		}
	}
	f, err := r.next()
	if err != nil {
		return Entry{}, err
	}
	e, err := parseRow(f)
	if err != nil {
		return Entry{}, &RowError{Line: r.line, Err: err}
	}
	return e, nil
}

func (r *Reader) head() error {
	f, err := r.next()
	if errors.Is(err, io.EOF) {
		return fmt.Errorf("no lines: want the columns %q", columns)
	}
	if err == nil && !slices.Equal(f, columns) {
		return fmt.Errorf("line 1: columns %q: want %q", f, columns)
	}
	return err
}

func (r *Reader) next() ([]string, error) {
	if !r.in.Scan() {
		if err := r.in.Err(); err != nil {
			return nil, fmt.Errorf("line %d: %w", r.line+1, err)
		}
		return nil, io.EOF
	}
	r.line++
	return strings.Split(r.in.Text(), "\t"), nil
}

// RowError is a row of the project's own table that cannot be read.
type RowError struct {
	Line int // from 1 for the head line
	Err  error
}

func (e *RowError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

func (e *RowError) Unwrap() error { return e.Err }

func parseRow(f []string) (Entry, error) {
	if len(f) != len(columns) {
		return Entry{}, fmt.Errorf("%d columns: want %d", len(f), len(columns))
	}
	if f[0] == "" || f[1] == "" && f[2] == "" {
		return Entry{}, fmt.Errorf("id %q, names %q and %q: want an id and a name", f[0], f[1], f[2])
	}
	at, err := geo.ParseLonLat(f[7] + "," + f[6])
	if err != nil {
		return Entry{}, fmt.Errorf("%s: %w", f[0], err)
	}
	population := 0
	if f[10] != "" {
		if population, err = strconv.Atoi(f[10]); err != nil || population < 0 {
			return Entry{}, fmt.Errorf("%s: population %q: want a whole number", f[0], f[10])
		}
	}
	switch geo.Precision(f[13]) {
	case geo.Exact, geo.Approximate, geo.Area:
	default:
		return Entry{}, fmt.Errorf("%s: precision %q: want exact, approximate or area", f[0], f[13])
	}
	return Entry{Place: geo.Place{ID: f[0], NameAr: f[1], NameEn: f[2], Kind: f[5], At: at,
		Admin1: f[8], Admin2: f[9], Precision: geo.Precision(f[13])},
		AltAr: split(f[3]), AltEn: split(f[4]), Population: population, GeoNames: f[11], PCode: f[12]}, nil
}

func split(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}
