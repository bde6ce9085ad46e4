package gazetteer

import (
	"cmp"
	"slices"
	"strings"
)

// unit is an administrative unit as a context: a governorate, or a district.
type unit struct{ admin1, admin2 string }

// units are administrative units by their folded names, and by their
// skeletons where these are long enough to tell them from other words.
type units map[string][]unit

// unitFrom is the classes a skeleton has to have to stand for a unit.
const unitFrom = 3

// unitsOf are the units that entries stand in, by their names in the table, and
// those that are entries, by all their names.
func unitsOf(entries []Entry) units {
	u, seen := units{}, map[unit]bool{}
	for i := range entries {
		e := &entries[i]
		if of := (unit{e.Admin1, e.Admin2}); !seen[of] {
			seen[of] = true
			u.name(e.Admin1, unit{e.Admin1, ""})
			u.name(e.Admin2, of)
		}
		u.add(e)
	}
	for _, of := range u {
		slices.SortFunc(of, func(a, b unit) int { return cmp.Or(cmp.Compare(a.admin1, b.admin1), cmp.Compare(a.admin2, b.admin2)) })
	}
	return u
}

// add adds the unit that an entry is, if it is one.
func (u units) add(e *Entry) {
	of := unit{e.Admin1, e.Admin2}
	switch e.Kind {
	case "governorate":
		of.admin2 = ""
	case "district":
	default:
		return
	}
	for _, list := range [][]string{{e.NameAr}, {e.NameEn}, e.AltAr, e.AltEn} {
		for _, name := range list {
			u.name(name, of)
			u.name(withoutClass(plainKey(name)), of)
		}
	}
}

func (u units) name(name string, of unit) {
	if of.admin1 == "" || name == "" {
		return
	}
	key := plainKey(name)
	u.put(key, of)
	if skeleton := skeletonOfKey(key); len(skeleton) >= unitFrom {
		u.put("/"+skeleton, of)
	}
}

func (u units) put(key string, of unit) {
	if key != "" && !slices.Contains(u[key], of) {
		u[key] = append(u[key], of)
	}
}

// named are the units that the folded words name.
func (u units) named(words []string) []unit {
	key := strings.Join(words, " ")
	if found := u[key]; found != nil {
		return found
	}
	return u["/"+skeletonOfKey(key)]
}
