package gazetteer

// MergeReport says what became of the records of an import.
type MergeReport struct {
	Records int               // that were taken
	Matched map[LinkBasis]int // those that mean a place the gazetteer had, by how that is known
	Added   int               // places the gazetteer had not
	Updated int               // records of an earlier import that say something else now
	Same    int               // records of an earlier import that say the same
	Names   int               // names added from lists of alternate names

	Conflicts int        // records that mean a place and contradict what is known of it
	Examples  []Conflict // the first of them
}

// Conflict is a record that means a place and contradicts what is known of it.
type Conflict struct {
	Source, Key, Name string
	Place             string // id of the gazetteer
	By                LinkBasis
	What              string // the contradiction, in words
}

// maxExamples is how many conflicts a report names.
const maxExamples = 20

// Note counts a record and the link that was made of it.
func (m *MergeReport) Note(r *Record, l Link) {
	m.Records++
	if l.By == ByNothing {
		m.Added++
		return
	}
	if m.Matched == nil {
		m.Matched = map[LinkBasis]int{}
	}
	m.Matched[l.By]++
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
