package link

import (
	"reflect"

	"frontline/geo/gazetteer"
)

// Report says what became of the records of an import.
type Report struct {
	Records int           // that were taken: all of those below
	Same    int           // of an earlier import, saying what they said
	Updated int           // of an earlier import, saying something else now
	Matched map[Basis]int // new ones that mean a place the gazetteer had, by how that is known
	Added   int           // new ones of places the gazetteer had not
	Names   int           // names added from lists of alternate names

	Conflicts int        // records that contradict what is known of the place they mean, or whose code they bear
	Examples  []Conflict // the first of them
}

// Conflict is a record that contradicts what is known.
type Conflict struct {
	Source, Key, Name string
	Place             string // id of the gazetteer
	By                Basis
	What              string // the contradiction, in words
}

// maxExamples is how many conflicts a report names.
const maxExamples = 20

// Note counts a record and the match that was found of it. old is what the source
// said before, nil for nothing.
func (m *Report) Note(r *gazetteer.Record, l Match, old *gazetteer.Record) {
	m.Records++
	switch {
	case old != nil && reflect.DeepEqual(old, r):
		m.Same++
	case old != nil:
		m.Updated++
	case l.By == ByNothing:
		m.Added++
	default:
		if m.Matched == nil {
			m.Matched = map[Basis]int{}
		}
		m.Matched[l.By]++
	}
	if l.Conflict == "" {
		return
	}
	m.Conflicts++
	if len(m.Examples) < maxExamples {
		name := r.NameAr
		if name == "" {
			name = r.NameEn
		}
		m.Examples = append(m.Examples, Conflict{r.Source, r.Key, name, l.Place, l.By, l.Conflict})
	}
}
