package source

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/geo/gazetteer"
)

// reader is what turning rows into records, alternates and areas needs.
type reader struct {
	settings
	kind   Kind
	source string // of rows that do not say it
	kinds  kindsByScheme
	tally  *tally
}

// record is what a row says of a place.
func (rd *reader) record(r row) (gazetteer.Record, error) {
	out := gazetteer.Record{Source: cmp.Or(r.value("source"), rd.source)}
	names := r.names(r.ownLevel())
	for _, alt := range r.all("alt") {
		names = append(names, several(alt)...)
	}
	if !setNames(&out.Entry, names) {
		return out, leftOut("no name")
	}
	at, err := r.point()
	if err != nil {
		return out, err
	}
	if err := rd.check(r, at.Bound()); err != nil {
		return out, err
	}
	out.At = at
	if out.Kind = rd.tally.meant(r.value("kind"), rd.kindOf(r)); out.Kind == none {
		return out, leftOut("kind " + cmp.Or(r.value("kind"), "country"))
	}
	out.Population = r.count("population")
	if out.Precision, err = rd.precision(r, out.Kind); err != nil {
		return out, err
	}
	out.GeoNames, out.PCode = r.value("geonames"), r.value(r.ownLevel()+"pcode")
	out.Admin1 = rd.unitOf(r, "1", rd.tally.Admin1)
	out.Admin2 = rd.unitOf(r, "2", rd.tally.Admin2)
	out.Key = rd.keyOf(r, out.Entry)
	codes(&out)
	return out, nil
}

var (
	pcodeForm    = regexp.MustCompile(`^[A-Z]{1,3}[0-9]{2,}$`)
	geoNamesForm = regexp.MustCompile(`(?:^|;)gn:([0-9]+)(?:;|$)`) // as concordances write it: "wof:1;gn:2"
	digits       = regexp.MustCompile(`^[0-9]+$`)
)

// codes are the codes that others know the place by, where the key of a record
// is one: tables that were put together from several sources say no more.
func codes(r *gazetteer.Record) {
	if r.PCode == "" && strings.HasPrefix(r.Source, "ocha") && pcodeForm.MatchString(r.Key) {
		r.PCode = r.Key
	}
	if m := geoNamesForm.FindStringSubmatch(r.Key); r.GeoNames == "" && m != nil {
		r.GeoNames = m[1]
	}
	if r.GeoNames == "" && strings.HasPrefix(r.Source, "geonames") && digits.MatchString(r.Key) {
		r.GeoNames = r.Key
	}
}

// check says why the place of a row is not taken, or nil.
func (rd *reader) check(r row, at orb.Bound) error {
	if len(rd.countries) > 0 {
		if err := rd.checkCountry(r.country()); err != nil {
			return err
		}
	}
	return rd.checkBox(at)
}

// unitOf is the name of the unit of a level that a row is in, and keeps what
// else the row says of it.
func (rd *reader) unitOf(r row, level string, units map[string]Unit) string {
	name, u := r.unit(level)
	remember(units, name, u)
	return name
}

func (rd *reader) kindOf(r row) string {
	if word := r.value("kind"); word != "" {
		return rd.kinds.ofWord(word)
	}
	switch level := r.layout.unit(); {
	case level >= 0:
		return rd.kinds.ofLevel(level)
	case rd.kind == OCHA && r.layout.deepest >= 0 && r.shape != nil && r.shape.Dimensions() == 2:
		return rd.kinds.ofLevel(r.layout.deepest + 1) // the outline of a unit in those above it
	case rd.kind == OCHA:
		return rd.kinds.ofWord("community")
	default:
		return ""
	}
}

// keyOf is what a row calls its place. One that has no id goes by its name and
// where it is, which stay the same as long as nobody mends them.
func (rd *reader) keyOf(r row, e gazetteer.Entry) string {
	id := r.value("id")
	if rd.kind == OCHA {
		id = cmp.Or(e.PCode, id)
	}
	if id = cmp.Or(id, e.PCode, e.GeoNames); id != "" {
		return id
	}
	return fmt.Sprintf("%s@%.4f,%.4f", cmp.Or(e.NameEn, e.NameAr), e.At.Lat(), e.At.Lon())
}

// largeKm is how far across a shape is from which its middle says little.
const largeKm = 10

// precision is how far the point of a row can be trusted: as the row says, if a
// column of that name speaks of it; the middle of what is large for an area;
// exact for OCHA, which measured them; of anybody else nobody knows, and
// approximate claims less.
func (rd *reader) precision(r row, kind string) (geo.Precision, error) {
	switch p := geo.Precision(r.value("precision")); {
	case p == geo.Exact || p == geo.Approximate || p == geo.Area:
		return p, nil
	case p != "" && !r.layout.guessed["precision"]:
		return "", r.bad("precision", string(p), "exact, approximate or area")
	}
	large := false
	if r.shape != nil {
		b := r.shape.Bound()
		large = geo.DistanceKm(b.Min, b.Max) > largeKm
	}
	return precisionOf(kind, large, rd.kind == OCHA), nil
}

// widespread are kinds whose point is the middle of something large.
var widespread = []string{"governorate", "district", "region", "mountain", "river", "valley", "lake", "road"}

func precisionOf(kind string, large, measured bool) geo.Precision {
	switch {
	case large || slices.Contains(widespread, kind):
		return geo.Area
	case measured:
		return geo.Exact
	default:
		return geo.Approximate
	}
}
