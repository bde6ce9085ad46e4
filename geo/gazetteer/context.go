package gazetteer

import "slices"

// context is what words of a query say of a place beside its name. The zero
// context says nothing.
type context struct {
	unit
	kinds []string
}

func (c *context) said() bool { return c.admin1 != "" || c.kinds != nil }

// holds says whether an entry is as the context says.
func (c *context) holds(e *Entry) bool {
	return (c.admin1 == "" || e.Admin1 == c.admin1) && (c.admin2 == "" || e.Admin2 == c.admin2) &&
		(c.kinds == nil || slices.Contains(c.kinds, e.Kind))
}

// reason is what the context says, in words, behind that of the name.
func (c *context) reason() string {
	out := ""
	if c.kinds != nil {
		out += "; of that kind"
	}
	if c.admin1 != "" {
		out += "; in "
		if c.admin2 != "" {
			out += c.admin2 + ", "
		}
		out += c.admin1
	}
	return out
}
