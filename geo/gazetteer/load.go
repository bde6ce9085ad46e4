package gazetteer

import (
	"errors"
	"fmt"
	"io"
)

// Load reads the project's own table: tab-separated, no quoting, a head line
// with the columns id, name_ar, name_en, alt_ar, alt_en, kind, lat, lon,
// admin1, admin2, population, geonames_id, pcode, precision, sources; several
// alternates are separated by "|", degrees are WGS84. A row that is short, has
// no name, repeats an id, or stands off the globe is an error that names its
// line.
func Load(r io.Reader) (*Gazetteer, error) {
	in := NewReader(r)
	var entries []Entry
	seen := map[string]bool{}
	for {
		e, err := in.Read()
		if errors.Is(err, io.EOF) {
			return New(entries), nil
		}
		if err == nil && seen[e.ID] {
			err = &RowError{Line: in.Line(), Err: fmt.Errorf("id %q is there twice", e.ID)}
		}
		if err != nil {
			return nil, fmt.Errorf("gazetteer: %w", err)
		}
		seen[e.ID] = true
		entries = append(entries, e)
	}
}
