package sqlite

import (
	"context"
	"database/sql"
	"slices"

	"frontline/geo/gazetteer"
	"frontline/geo/gazetteer/link"
)

// maxHeld is how many records a neighbourhood keeps in memory at most: those of
// a country or two.
const maxHeld = 200_000

// neighbourhood finds the records of other sources that may mean the same
// place. It remembers the cells it has read, as many as memory may hold, so that
// a country is read once and the whole globe can still be gone through.
type neighbourhood struct {
	sources []string // that have records
	cells   map[int64][]*link.Candidate
	held    int

	inCell, byCode *sql.Stmt
}

func newNeighbourhood(ctx context.Context, tx *transaction, sources []string) (*neighbourhood, error) {
	n := &neighbourhood{sources: sources, cells: map[int64][]*link.Candidate{}}
	var err error
	if n.inCell, err = tx.PrepareContext(ctx, `SELECT `+recordColumns+` FROM records WHERE cell = ? ORDER BY rowid`); err != nil {
		return nil, err
	}
	n.byCode, err = tx.PrepareContext(ctx, `SELECT `+recordColumns+` FROM records
		WHERE pcode <> '' AND pcode = ? OR geonames <> '' AND geonames = ? ORDER BY rowid`)
	return n, err
}

func (n *neighbourhood) close() {
	for _, stmt := range []*sql.Stmt{n.inCell, n.byCode} {
		if stmt != nil {
			stmt.Close()
		}
	}
}

// of are the records around r, and those that share a code with it. Those of
// its own source may be among them.
func (n *neighbourhood) of(ctx context.Context, r *gazetteer.Record) ([]*link.Candidate, error) {
	if !slices.ContainsFunc(n.sources, func(s string) bool { return s != r.Source }) {
		return nil, nil
	}
	var out []*link.Candidate
	if r.PCode != "" || r.GeoNames != "" {
		list, err := candidates(n.byCode.QueryContext(ctx, r.PCode, r.GeoNames))
		if err != nil {
			return nil, err
		}
		out = list
	}
	for _, row := range link.CellsAround(r.At) {
		for c := row[0]; c <= row[1]; c++ {
			list, err := n.cell(ctx, c)
			if err != nil {
				return nil, err
			}
			out = append(out, list...)
		}
	}
	return out, nil
}

// cell are the records in a cell.
func (n *neighbourhood) cell(ctx context.Context, cell int64) ([]*link.Candidate, error) {
	if list, there := n.cells[cell]; there {
		return list, nil
	}
	list, err := candidates(n.inCell.QueryContext(ctx, cell))
	if err != nil {
		return nil, err
	}
	if n.held += len(list) + 1; n.held > maxHeld {
		clear(n.cells)
		n.held = len(list) + 1
	}
	n.cells[cell] = list
	return list, nil
}

func candidates(rows *sql.Rows, err error) ([]*link.Candidate, error) {
	if err != nil {
		return nil, err
	}
	return collect(rows, func(scan scanner) (*link.Candidate, error) {
		r, err := scanRecord(scan)
		return &link.Candidate{Record: r}, err
	})
}

// add takes note of a record that is being put into the store.
func (n *neighbourhood) add(r gazetteer.Record) {
	if !slices.Contains(n.sources, r.Source) {
		n.sources = append(n.sources, r.Source)
	}
	cell := link.CellOf(r.At)
	list, read := n.cells[cell]
	if !read {
		return
	}
	list = slices.DeleteFunc(list, func(o *link.Candidate) bool { return o.Source == r.Source && o.Key == r.Key })
	n.cells[cell] = append(list, &link.Candidate{Record: r})
	n.held++
}
