package plain

import (
	"fmt"
	"net/url"
	"slices"
)

// Path is where the plain view is.
const Path = "/plain"

// Address makes the links of a page. What a reader has chosen goes along: language
// and day, and how the data is to be seen.
type Address struct {
	path  string // of this page
	asked url.Values
}

// kept are the parameters that go along with every link.
var kept = []string{"lang", "day", "as_known_on", "without", "reach_km"}

// To is the address of another page: name, value, name, value. An empty value takes
// a parameter away.
func (a Address) To(pairs ...any) string { return a.with(Path, false, pairs) }

// Same is the address of this page with something changed.
func (a Address) Same(pairs ...any) string { return a.with(a.path, true, pairs) }

func (a Address) with(path string, all bool, pairs []any) string {
	q := url.Values{}
	for name, values := range a.asked {
		if all || slices.Contains(kept, name) {
			q[name] = values
		}
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		name, value := fmt.Sprint(pairs[i]), fmt.Sprint(pairs[i+1])
		if q.Del(name); value != "" {
			q.Set(name, value)
		}
	}
	if len(q) == 0 {
		return path
	}
	return path + "?" + q.Encode()
}

// Field is a parameter that a form hands on.
type Field struct{ Name, Value string }

// Fields are the parameters that go along, for a form that asks for some of them
// itself.
func (a Address) Fields(but ...string) []Field {
	var out []Field
	for _, name := range kept {
		for _, value := range a.asked[name] {
			if !slices.Contains(but, name) {
				out = append(out, Field{name, value})
			}
		}
	}
	return out
}

// Given is the value of a parameter, "" where it was not given.
func (a Address) Given(name string) string { return a.asked.Get(name) }

// Picture is the address of the map of a day as a picture, in a language.
func (a Address) Picture(day, lang string, width int) string {
	q := url.Values{"day": {day}, "lang": {lang}, "width": {fmt.Sprint(width)}, "bare": {"1"}}
	for _, name := range []string{"as_known_on", "without", "reach_km"} {
		if values := a.asked[name]; len(values) > 0 {
			q[name] = values
		}
	}
	return "/api/picture?" + q.Encode()
}
