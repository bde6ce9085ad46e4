// Package source reads the gazetteers of others: dumps of GeoNames, populated
// places and p-codes of OCHA, GeoJSON and GeoPackages, tables with a head line,
// administrative outlines, and the project's own table. Whatever the format, it gives records,
// alternates or areas one by one, in constant memory.
//
// A row that cannot be read does not end the stream: it is counted and told of
// in the Summary. A file that is damaged as a whole is an error at the end of
// the stream at the latest, so a caller who writes in one transaction never
// replaces a good gazetteer by a broken one: see Input.Records.
package source

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/paulmach/orb"
	"golang.org/x/text/language"
)

// Kind is a format that can be read.
type Kind string

// The kinds. GeoNames is a country dump (SY.txt, allCountries.txt) and the
// alternateNamesV2 that belong to it: Content tells which.
const (
	GeoNames  Kind = "geonames"
	OCHA      Kind = "ocha"      // populated places and units with p-codes, CSV or features
	GeoJSON   Kind = "geojson"   // any features with names: GeoJSON, a sequence of it, a GeoPackage
	Table     Kind = "table"     // any CSV or TSV with a head line
	Frontline Kind = "frontline" // the project's own table: see gazetteer.Load
	Areas     Kind = "areas"     // administrative polygons, features
)

// Kinds are all kinds, in the order they are told of.
func Kinds() []Kind { return []Kind{GeoNames, OCHA, GeoJSON, Table, Frontline, Areas} }

// Content is what an input is made of.
type Content string

// The contents: each has the method of Input that gives it.
const (
	Records    Content = "records"
	Alternates Content = "alternates"
	Outlines   Content = "areas"
)

// Options says how a file is to be read. The zero value recognises the kind,
// guesses the columns and takes all there is.
type Options struct {
	// Kind is the format; "" has it recognised from the content.
	Kind Kind
	// Source is what records are from where the file itself does not say; ""
	// is the kind for geonames, ocha and frontline, else the file's name
	// without what follows the first dot.
	Source string
	// Fields maps fields (see FieldNames) to the columns or properties that
	// hold them, for ocha, geojson, table and areas; "" says that none does.
	// What is not mapped is guessed.
	Fields map[string]string
	// Layer is that of a GeoPackage; "" is the only one that can hold points or
	// polygons.
	Layer string
	// Countries are ISO 3166 codes of two or three letters; none takes all.
	// Alternates do not say their country and are not chosen by it.
	Countries []string
	// Within takes only what lies in a box (lon, lat, edges included), of areas
	// what touches it; nil takes all.
	Within *orb.Bound
	// Level is that of areas (0 a country to 3 a sub-district) whose file does
	// not say it; nil has it found.
	Level *int
	// Progress is called as bytes of the file, packed as it lies there, are
	// read, from the goroutine that reads; total is its size. May be nil.
	Progress func(read, total int64)
}

// settings are the options, checked.
type settings struct {
	Options
	countries map[string]bool // ISO 3166 alpha-2; empty takes all
}

func (o Options) checked() (settings, error) {
	s := settings{Options: o, countries: map[string]bool{}}
	if o.Kind != "" && !slices.Contains(Kinds(), o.Kind) {
		return s, fmt.Errorf("kind %q: want one of %q", o.Kind, Kinds())
	}
	for _, c := range o.Countries {
		iso := countryCode(c)
		if iso == "" {
			return s, fmt.Errorf("country %q: want an ISO 3166 code such as SY or SYR", c)
		}
		s.countries[iso] = true
	}
	for name := range o.Fields {
		if !slices.Contains(FieldNames(), name) {
			return s, fmt.Errorf("field %q: want one of %q", name, FieldNames())
		}
	}
	if o.Level != nil && (*o.Level < 0 || *o.Level > maxArea) {
		return s, fmt.Errorf("level %d: want 0 to %d", *o.Level, maxArea)
	}
	if cleaned(o.Source) != o.Source {
		return s, fmt.Errorf("source %q: want a name without control characters and doubled spaces", o.Source)
	}
	return s, nil
}

// sourceOf is what records of a file are from where it does not say.
func (s *settings) sourceOf(path string, kind Kind) string {
	if s.Source != "" {
		return s.Source
	}
	switch kind {
	case GeoNames, OCHA, Frontline:
		return string(kind)
	default:
		stem, _, _ := strings.Cut(filepath.Base(path), ".")
		return cmp.Or(cleaned(stem), "unnamed")
	}
}

// countryCode is the ISO 3166 alpha-2 code of a country's code of two or three
// letters, or "".
func countryCode(s string) string {
	if len(s) != 2 && len(s) != 3 {
		return ""
	}
	r, err := language.ParseRegion(s)
	if err != nil || !r.IsCountry() {
		return ""
	}
	return r.Canonicalize().String()
}

// checkCountry says why a place is not taken by its country, or nil. The code
// is as the file has it, "" where it does not say.
func (s *settings) checkCountry(code string) error {
	if len(s.countries) == 0 || s.countries[code] {
		return nil
	}
	switch iso := countryCode(code); {
	case code == "":
		return leftOut("no country is said")
	case iso == "":
		return leftOut("the country is no ISO 3166 code")
	case !s.countries[iso]:
		return leftOut("another country")
	default:
		return nil
	}
}

// checkBox says why a place is not taken by its position, or nil.
func (s *settings) checkBox(at orb.Bound) error {
	if s.Within != nil && !s.Within.Intersects(at) {
		return leftOut("outside the box")
	}
	return nil
}
