package source

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/geo/gazetteer"
)

// Columns of a dump: geonameid, name, asciiname, alternatenames, latitude,
// longitude, feature class and code, country code, cc2, admin1 to admin4 code,
// population, elevation, dem, timezone, modification date.
const dumpColumns = 19

// dump reads the main table of GeoNames.
type dump struct {
	*lines
	*reader
}

func (d *dump) next() (gazetteer.Record, error) {
	text, err := d.lines.next()
	if err != nil {
		return gazetteer.Record{}, err
	}
	return d.record(text)
}

// record reads one row of the dump.
func (d *dump) record(text string) (out gazetteer.Record, err error) {
	var f [dumpColumns]string
	if n := cut(text, f[:]); n != dumpColumns {
		return out, Fault{Line: d.n, What: fmt.Sprintf("%d columns: want %d", n, dumpColumns)}
	}
	bad := func(what, value, want string) error {
		return Fault{Line: d.n, What: fmt.Sprintf("%s %q: want %s", what, value, want)}
	}
	if _, err := strconv.ParseUint(f[0], 10, 63); err != nil {
		return out, bad("geonameid", f[0], "a number")
	}
	if len(f[18]) != len("2006-01-02") {
		return out, bad("modification date", f[18], "a day as 2006-01-02")
	}
	lat, errLat := strconv.ParseFloat(f[4], 64)
	lon, errLon := strconv.ParseFloat(f[5], 64)
	at := orb.Point{lon, lat}
	if errLat != nil || errLon != nil || geo.CheckLonLat(at) != nil {
		return out, bad("latitude and longitude", f[4]+" "+f[5], "degrees, -90 to 90 and -180 to 180")
	}
	population := 0
	if f[14] != "" {
		if population, err = strconv.Atoi(f[14]); err != nil || population < 0 {
			return out, bad("population", f[14], "a whole number")
		}
	}
	out = gazetteer.Record{Source: d.source, Key: f[0], Entry: gazetteer.Entry{GeoNames: f[0], Population: population}}
	out.At = at
	if !setNames(&out.Entry, dumpNames(f[1], f[2], f[3])) {
		return out, leftOut("no name in Arabic or Latin letters")
	}
	country := f[8]
	for other := range strings.SplitSeq(f[9], ",") {
		if d.countries[other] {
			country = other
		}
	}
	if err := d.checkCountry(country); err != nil {
		return out, err
	}
	d.placed(&out, f[7], f[8], f[10:12])
	if err := d.checkBox(at.Bound()); err != nil {
		return out, err
	}
	if out.Kind = d.tally.meant(cmp.Or(f[7], f[6]), d.kinds.ofFeature(f[6], f[7])); out.Kind == none {
		return out, leftOut("kind " + cmp.Or(f[7], f[6]))
	}
	out.Precision = precisionOf(out.Kind, false, false)
	return out, nil
}

// placed says which units a row is in, by their codes, and keeps what the rows
// of units say these are called.
func (d *dump) placed(out *gazetteer.Record, code, country string, admin []string) {
	if admin[0] == "" || admin[0] == "00" { // 00 is unknown
		return
	}
	out.Admin1 = country + "." + admin[0]
	if admin[1] != "" {
		out.Admin2 = out.Admin1 + "." + admin[1]
	}
	u := Unit{NameAr: out.NameAr, NameEn: out.NameEn}
	switch code {
	case "ADM1":
		u.Code = out.Admin1
		remember(d.tally.Admin1, out.Admin1, u)
	case "ADM2":
		u.Code = out.Admin2
		remember(d.tally.Admin2, out.Admin2, u)
	}
}

// dumpNames are the names of a row, best first: its own, then those of Arabic
// letters alone before those of Persian or Kurdish.
func dumpNames(name, ascii, alternates string) []string {
	names := []string{name, ascii}
	var rest []string
	for n := range strings.SplitSeq(alternates, ",") {
		if scriptOf(n) == arabics {
			rest = append(rest, n)
		} else {
			names = append(names, n)
		}
	}
	return append(names, rest...)
}

// cut parts a line by tabs into f and says how many columns there are.
func cut(text string, f []string) int {
	n := 0
	for ; ; n++ {
		before, after, more := strings.Cut(text, "\t")
		if n < len(f) {
			f[n] = before
		}
		if text = after; !more {
			return n + 1
		}
	}
}

// looksLikeDump says whether a line is a row of a dump.
func looksLikeDump(line string) bool {
	var f [dumpColumns]string
	return cut(line, f[:]) == dumpColumns && isNumber(f[0]) && isNumber(f[4]) && isNumber(f[5])
}

func isNumber(s string) bool {
	_, err := strconv.ParseFloat(s, 64)
	return err == nil
}
