package gazetteer

import (
	"cmp"
	"slices"

	"frontline/geo"
	"frontline/geo/arabic"
)

// clone is the entry with names of its own.
func (e Entry) clone() Entry {
	e.AltAr, e.AltEn = slices.Clone(e.AltAr), slices.Clone(e.AltEn)
	return e
}

// merge adds what another source says of the same place: its names, and what
// was not known. Its point counts where it is known more precisely.
func (e *Entry) merge(o *Entry) {
	e.addNames(slices.Concat([]string{o.NameAr, o.NameEn}, o.AltAr, o.AltEn)...)
	if precise(o.Precision) < precise(e.Precision) {
		e.At, e.Precision = o.At, o.Precision
	}
	e.Kind, e.Admin1, e.Admin2 = cmp.Or(e.Kind, o.Kind), cmp.Or(e.Admin1, o.Admin1), cmp.Or(e.Admin2, o.Admin2)
	e.Population = cmp.Or(e.Population, o.Population)
	e.GeoNames, e.PCode = cmp.Or(e.GeoNames, o.GeoNames), cmp.Or(e.PCode, o.PCode)
}

// precise orders precisions, the best first.
func precise(p geo.Precision) int {
	switch p {
	case geo.Exact:
		return 0
	case geo.Approximate:
		return 1
	}
	return 2
}

// addNames adds names that the entry does not bear yet, each to those of its
// script; the first becomes the primary one where there is none. Empty ones are
// left out.
func (e *Entry) addNames(names ...string) {
	for _, n := range names {
		primary, others := e.script(n)
		switch {
		case NameKey(n) == "" || e.bears(n):
		case *primary == "":
			*primary = n
		default:
			*others = append(*others, n)
		}
	}
}

// AddName adds an alternate name, and says whether that changed anything. A
// preferred one becomes the primary name of its script.
func (e *Entry) AddName(a Alternate) bool {
	primary, others := e.script(a.Name)
	if a.Preferred && *primary != a.Name && NameKey(a.Name) != "" {
		old := *primary
		*others = slices.DeleteFunc(*others, func(n string) bool { return n == a.Name })
		*primary = a.Name
		e.addNames(old)
		return true
	}
	if NameKey(a.Name) == "" || e.bears(a.Name) {
		return false
	}
	e.addNames(a.Name)
	return true
}

// script are the names of the entry in the script of a name.
func (e *Entry) script(name string) (primary *string, others *[]string) {
	if isLatin(name) {
		return &e.NameEn, &e.AltEn
	}
	return &e.NameAr, &e.AltAr
}

// bears says whether the entry has the name already, folded.
func (e *Entry) bears(name string) bool {
	primary, others := e.script(name)
	if name == *primary || slices.Contains(*others, name) {
		return true
	}
	k := NameKey(name)
	return NameKey(*primary) == k || slices.ContainsFunc(*others, func(o string) bool { return NameKey(o) == k })
}

// NameKey is a name folded as its script is: arabic.Key or LatinKey. Names of one
// key are spellings of each other; "" has no letters.
func NameKey(name string) string {
	if isLatin(name) {
		return LatinKey(name)
	}
	return arabic.Key(name)
}

// Names are all names of the entry, the primary ones first.
func (e *Entry) Names() []string {
	out := slices.Concat([]string{e.NameAr, e.NameEn}, e.AltAr, e.AltEn)
	return slices.DeleteFunc(out, func(n string) bool { return n == "" })
}
