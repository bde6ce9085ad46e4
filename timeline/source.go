package timeline

import (
	"cmp"
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
// each of its reports speaks for itself.
const Unnamed = "unnamed"

// sourceColumns are the columns of a registry.
const sourceColumns = "id\tname_en\tname_ar\tsigns\tside\tlanguages\tweight\tlicence"

// LoadSources reads a tab-separated registry with a head line: id, name_en,
// name_ar, signs and languages (with | between), side (of an actor, or empty),
// weight (0 to 1), licence. sides are those allowed; known are the sources that
// are there already, of which one with an id of the table gives way to it. An
// id that is there twice, a side nobody is on, a weight out of range or a name
// that another source goes by is an error that names its line.
func LoadSources(r io.Reader, sides []string, known []*Source) ([]Source, error) {
	raw, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("sources: %w", err)
	}
	lines := strings.Split(strings.TrimPrefix(string(raw), "\ufeff"), "\n")
	for i := range lines {
		lines[i] = strings.TrimSuffix(lines[i], "\r")
	}
	if lines[0] != sourceColumns {
		return nil, fmt.Errorf("sources: line 1: want the head line %q, with tabs between", strings.ReplaceAll(sourceColumns, "\t", " "))
	}
	ids := map[string]int{} // the line of each
	for i, line := range lines[1:] {
		id, _, _ := strings.Cut(line, "\t")
		if first, twice := ids[id]; twice && id != "" {
			return nil, fmt.Errorf("sources: line %d: id %q is in line %d already", i+2, id, first)
		}
		ids[id] = i + 2
	}
	all := NewRegistry()
	for _, s := range known {
		if _, replaced := ids[s.ID]; !replaced {
			all.name(s)
		}
	}
	var out []Source
	for i, line := range lines[1:] {
		if line == "" {
			continue
		}
		s, err := parseSource(strings.Split(line, "\t"))
		if err == nil {
			err = all.Check(s, sides)
		}
		if err != nil {
			return nil, fmt.Errorf("sources: line %d: %w", i+2, err)
		}
		all.name(&s)
		out = append(out, s)
	}
	return out, nil
}

func parseSource(f []string) (Source, error) {
	if want := strings.Count(sourceColumns, "\t") + 1; len(f) != want {
		return Source{}, fmt.Errorf("%d fields: want %d, with tabs between", len(f), want)
	}
	weight, err := strconv.ParseFloat(f[6], 64)
	if err != nil {
		return Source{}, fmt.Errorf("%s: weight %q: want a number from 0 to 1", f[0], f[6])
	}
	return Source{ID: f[0], NameEn: f[1], NameAr: f[2], Signs: list(f[3]), Side: f[4], Languages: list(f[5]), Weight: weight, Licence: f[7]}, nil
}

// Check says what is wrong with a source that is to be listed in r, in the place
// of the one with its id if there is one: an id that is no word, a side that is
// none of sides, a weight out of range, a name that another source goes by, or
// signs of the table inside a field.
func (r *Registry) Check(s Source, sides []string) error {
	switch {
	case s.ID == "" || s.ID == Unnamed || strings.ContainsAny(s.ID, ", \t\r\n|"):
		return fmt.Errorf("id %q: want a word, and not %q", s.ID, Unnamed)
	case s.Side != "" && !slices.Contains(sides, s.Side):
		return fmt.Errorf("%s: side %q: want one of %s, or nothing", s.ID, s.Side, strings.Join(sides, ", "))
	case !(s.Weight >= 0 && s.Weight <= 1): // NaN too
		return fmt.Errorf("%s: weight %v: want a number from 0 to 1", s.ID, s.Weight)
	}
	for _, field := range slices.Concat([]string{s.NameEn, s.NameAr, s.Licence}, s.Signs, s.Languages) {
		if strings.ContainsAny(field, "\t\r\n|") {
			return fmt.Errorf("%s: %q: want no tab, line or | in it", s.ID, field)
		}
	}
	for _, name := range s.names() {
		if other, taken := r.by[name]; taken && other.ID != s.ID {
			return fmt.Errorf("%s: %q is a name of %s already", s.ID, name, other.ID)
		}
	}
	return nil
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
// What one that was replaced went by is nobody's name then.
func NewRegistry(lists ...[]Source) *Registry {
	r := &Registry{by: map[string]*Source{}}
	for _, sources := range lists {
		for _, s := range sources {
			r.list = slices.DeleteFunc(r.list, func(o *Source) bool { return o.ID == s.ID })
			r.list = append(r.list, &s)
		}
	}
	for _, s := range r.list {
		r.name(s)
	}
	slices.SortFunc(r.list, func(a, b *Source) int { return strings.Compare(a.ID, b.ID) })
	return r
}

// name lets a source be found by all that it goes by.
func (r *Registry) name(s *Source) {
	for _, name := range s.names() {
		r.by[name] = s
	}
}

// Get is the listed source of an id, or false.
func (r *Registry) Get(id string) (Source, bool) {
	i := slices.IndexFunc(r.list, func(s *Source) bool { return s.ID == id })
	if i < 0 {
		return Source{}, false
	}
	return *r.list[i], true
}

// Sources are those listed, by id.
func (r *Registry) Sources() []*Source { return r.list }

// Of is the source of a report: the one that goes by the name it states, or by
// the host of its address where it states none. One that is not listed is a
// source of that name, on no side, of UnlistedWeight; that of a report that
// names nobody is Unnamed. Never nil.
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
	return &Source{ID: cmp.Or(name, Unnamed), NameEn: name, Signs: []string{}, Languages: []string{}, Weight: UnlistedWeight}
}
