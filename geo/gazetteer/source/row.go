package source

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/geo/gazetteer"
)

// row is a row of a table or a feature, its values by their columns.
type row struct {
	line   int
	values []string
	layout *layout
	shape  orb.Geometry // of a feature; nil in tables, and where it is null
}

// value is the first value of a field that is not empty, or "".
func (r row) value(field string) string {
	for _, i := range r.layout.fields[field] {
		if v := cleaned(r.values[i]); v != "" {
			return v
		}
	}
	return ""
}

func (r row) all(fields ...string) []string {
	var out []string
	for _, f := range fields {
		for _, i := range r.layout.fields[f] {
			out = append(out, r.values[i])
		}
	}
	return out
}

// bad is the fault of a row: a field, its value, and what is allowed.
func (r row) bad(field, value, want string) error {
	return Fault{Line: r.line, What: fmt.Sprintf("%s %q: want %s", field, value, want)}
}

// ownLevel is what the fields of a row's own name and p-code begin with: "4" if
// it is a unit of level 4, "" if they are no level's.
func (r row) ownLevel() string {
	if n := r.layout.unit(); n >= 0 {
		return strconv.Itoa(n)
	}
	return ""
}

// names are the names of a level, best first, or with "" those of the row.
func (r row) names(level string) []string {
	var out []string
	for _, n := range r.all(level+"name_ar", level+"name_en", level+"name") {
		if n = cleaned(n); n != "" {
			out = append(out, n)
		}
	}
	return out
}

// unit is what a row says of the unit of a level, and the name it goes by in
// records: English, else Arabic, else its code.
func (r row) unit(level string) (string, Unit) {
	var e gazetteer.Entry
	if field := "admin" + level; r.layout.guessed[field] {
		setNames(&e, append(r.names(level), r.value(field)))
	} else {
		setNames(&e, append([]string{r.value(field)}, r.names(level)...)) // the user's word first
	}
	u := Unit{Code: r.value(level + "pcode"), NameAr: e.NameAr, NameEn: e.NameEn}
	switch {
	case u.NameEn != "":
		return u.NameEn, u
	case u.NameAr != "":
		return u.NameAr, u
	default:
		return u.Code, u
	}
}

// country is the code of the country a row is in, "" where it does not say.
func (r row) country() string {
	if c := r.value("country"); c != "" {
		return c
	}
	for _, field := range append([]string{"0pcode", "1pcode", "2pcode", "3pcode", "4pcode", "5pcode"}, "pcode") {
		code := r.value(field)
		letters := code[:strings.IndexFunc(code+"0", func(c rune) bool { return c < 'A' || c > 'Z' })]
		for _, prefix := range []string{letters, letters[:min(2, len(letters))]} { // SY01, SYR-1, IQG01
			if iso := countryCode(prefix); iso != "" {
				return iso
			}
		}
	}
	return ""
}

// point is where a row says its place is. A place without a position is left
// out; one that cannot be is a fault.
func (r row) point() (orb.Point, error) {
	if r.shape != nil {
		p, ok := representative(r.shape)
		if !ok {
			return p, leftOut("geometry " + r.shape.GeoJSONType())
		}
		return p, r.onGlobe(p)
	}
	lat, lon := r.value("lat"), r.value("lon")
	if lat == "" && lon == "" {
		return orb.Point{}, leftOut("no position")
	}
	var p orb.Point
	for i, v := range []string{lon, lat} {
		f, err := strconv.ParseFloat(v, 64)
		if err != nil || math.IsNaN(f) {
			return p, r.bad([]string{"lon", "lat"}[i], v, "decimal degrees")
		}
		p[i] = f
	}
	return p, r.onGlobe(p)
}

func (r row) onGlobe(p orb.Point) error {
	if err := geo.CheckLonLat(p); err != nil {
		return Fault{Line: r.line, What: err.Error() + " degrees, WGS84"}
	}
	if p == (orb.Point{}) {
		return Fault{Line: r.line, What: "position 0, 0: want a known one, or none"}
	}
	return nil
}

// count is a number of people. Statistics write it with commas ("1,234") or as
// a decimal ("1234.0"); what is no number, or less than 0, is unknown.
func (r row) count(field string) int {
	n, err := strconv.ParseFloat(strings.ReplaceAll(r.value(field), ",", ""), 64)
	if err != nil || !(n >= 0 && n <= 1e10) {
		return 0
	}
	return int(n)
}
