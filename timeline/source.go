package timeline

import (
	"encoding/csv"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// Source is somebody who publishes reports, and how far to believe it.
type Source struct {
	ID        string   `json:"id"`
	NameEn    string   `json:"name_en"`
	NameAr    string   `json:"name_ar"`
	Signs     []string `json:"signs"` // other names it goes by, and the hosts of its addresses
	Side      string   `json:"side"`  // of the actors it speaks for; "" for none
	Languages []string `json:"languages"`
	Weight    float64  `json:"weight"` // 0…1: how far it is believed when nobody else says so
	Licence   string   `json:"licence"`
}

// UnlistedWeight is how far a source is believed that no registry lists.
const UnlistedWeight = 0.8

// Unnamed is the id of the source of reports that name none. It may be many, and
// no two of its reports confirm each other less than two sources do.
const Unnamed = "unnamed"

// sourceColumns are the columns of a registry.
const sourceColumns = "id\tname_en\tname_ar\tsigns\tside\tlanguages\tweight\tlicence"

// LoadSources reads a tab-separated registry with a head line: id, name_en,
// name_ar, signs and languages (with | between), side (of an actor, or empty),
// weight (0 to 1), licence. sides are those allowed. An id that is there twice,
// a side nobody is on, a weight out of range or a name that two sources go by is
// an error that names its line.
func LoadSources(r io.Reader, sides []string) ([]Source, error) {
	in := csv.NewReader(r)
	in.Comma, in.FieldsPerRecord, in.LazyQuotes = '\t', strings.Count(sourceColumns, "\t")+1, true
	rows, err := in.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("sources: %w", err)
	}
	if len(rows) == 0 || strings.Join(rows[0], "\t") != sourceColumns {
		return nil, fmt.Errorf("sources: line 1: want the head line %q", strings.ReplaceAll(sourceColumns, "\t", " "))
	}
	goes := map[string]string{}
	out := make([]Source, 0, len(rows)-1)
	for i, f := range rows[1:] {
		s, err := parseSource(f, sides)
		for _, name := range s.names() {
			if other, taken := goes[name]; err == nil && taken && other != s.ID {
				err = fmt.Errorf("%q is a name of %s already", name, other)
			}
			goes[name] = s.ID
		}
		if err == nil && slices.ContainsFunc(out, func(o Source) bool { return o.ID == s.ID }) {
			err = fmt.Errorf("id %q is there twice", s.ID)
		}
		if err != nil {
			return nil, fmt.Errorf("sources: line %d: %w", i+2, err)
		}
		out = append(out, s)
	}
	return out, nil
}

func parseSource(f []string, sides []string) (Source, error) {
	s := Source{ID: f[0], NameEn: f[1], NameAr: f[2], Signs: list(f[3]), Side: f[4], Languages: list(f[5]), Licence: f[7]}
	weight, err := strconv.ParseFloat(f[6], 64)
	switch {
	case s.ID == "" || s.ID == Unnamed || strings.ContainsAny(s.ID, ", \t"):
		return s, fmt.Errorf("id %q: want a word, and not %q", s.ID, Unnamed)
	case s.Side != "" && !slices.Contains(sides, s.Side):
		return s, fmt.Errorf("%s: side %q: want one of %s, or nothing", s.ID, s.Side, strings.Join(sides, ", "))
	case err != nil || weight < 0 || weight > 1:
		return s, fmt.Errorf("%s: weight %q: want a number from 0 to 1", s.ID, f[6])
	}
	s.Weight = weight
	return s, nil
}

// list is what stands between bars; nothing gives an empty list.
func list(s string) []string {
	out := []string{}
	for part := range strings.SplitSeq(s, "|") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// names are all that a source goes by, as they are compared.
func (s Source) names() []string {
	out := []string{signature(s.ID)}
	for _, name := range append([]string{s.NameEn, s.NameAr}, s.Signs...) {
		if name != "" && !slices.Contains(out, signature(name)) {
			out = append(out, signature(name))
		}
	}
	return out
}

func signature(name string) string { return strings.ToLower(strings.Join(strings.Fields(name), " ")) }

// Registry finds the source of a report.
type Registry struct {
	list []*Source
	by   map[string]*Source // by signature
}

// NewRegistry lists sources; of two with one id, or one name, the later counts.
func NewRegistry(lists ...[]Source) *Registry {
	r := &Registry{by: map[string]*Source{}}
	for _, sources := range lists {
		for _, s := range sources {
			r.list = slices.DeleteFunc(r.list, func(o *Source) bool { return o.ID == s.ID })
			r.list = append(r.list, &s)
			for _, name := range s.names() {
				r.by[name] = &s
			}
		}
	}
	slices.SortFunc(r.list, func(a, b *Source) int { return strings.Compare(a.ID, b.ID) })
	return r
}

// Sources are those listed, by id.
func (r *Registry) Sources() []*Source { return r.list }

// Of is the source of a report: the one that goes by the name it states, or by
// the host of its address where it states none. One that is not listed is a
// source of that name, on no side, of UnlistedWeight; a report that names
// nobody has a source with no id. Never nil.
func (r *Registry) Of(report Report) *Source {
	name := signature(report.Source)
	if s, ok := r.by[name]; ok && name != "" {
		return s
	}
	if name == "" {
		if u, err := url.Parse(report.URL); err == nil && u.Host != "" {
			name = strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
		}
		if s, ok := r.by[name]; ok {
			return s
		}
	}
	return &Source{ID: name, NameEn: name, Signs: []string{}, Languages: []string{}, Weight: UnlistedWeight}
}
