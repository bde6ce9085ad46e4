package gazetteer

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"frontline/geo"
)

var columns = []string{"id", "name_ar", "name_en", "alt_ar", "alt_en", "kind", "lat", "lon", "admin1", "admin2",
	"population", "geonames_id", "pcode", "precision", "sources"}

// Load reads the project's own table: tab-separated, no quoting, a head line
// with the columns id, name_ar, name_en, alt_ar, alt_en, kind, lat, lon,
// admin1, admin2, population, geonames_id, pcode, precision, sources; several
// alternates are separated by "|", degrees are WGS84. A row that is short, has
// no name, repeats an id, or stands off the globe is an error that names its
// line.
func Load(r io.Reader) (*Gazetteer, error) {
	in := bufio.NewScanner(r)
	in.Buffer(nil, 1<<20)
	var entries []Entry
	seen := map[string]bool{}
	line := 1
	for ; in.Scan(); line++ {
		f := strings.Split(in.Text(), "\t")
		if line == 1 {
			if !slices.Equal(f, columns) {
				return nil, fmt.Errorf("gazetteer: line 1: columns %q: want %q", f, columns)
			}
			continue
		}
		e, err := parseRow(f)
		if err == nil && seen[e.ID] {
			err = fmt.Errorf("id %q is there twice", e.ID)
		}
		if err != nil {
			return nil, fmt.Errorf("gazetteer: line %d: %w", line, err)
		}
		seen[e.ID] = true
		entries = append(entries, e)
	}
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("gazetteer: line %d: %w", line, err)
	}
	if line == 1 {
		return nil, fmt.Errorf("gazetteer: no lines: want the columns %q", columns)
	}
	return New(entries), nil
}

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
