package baseline

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"frontline/timeline"
)

// listFile reads a list: a table with a head line. Rows that speak of days of
// their own make a snapshot a day.
func (r *reader) listFile(s snapshot) error {
	text, err := os.ReadFile(s.path)
	if err != nil {
		return err
	}
	if text, err = plain(text); err != nil {
		return err
	}
	in := csv.NewReader(bytes.NewReader(text))
	head, _, _ := bytes.Cut(text, []byte("\n"))
	in.Comma = comma(string(head))
	in.LazyQuotes = in.Comma == '\t' // tables with tabs seldom quote
	rows, err := readRows(in)
	if err != nil {
		return err
	}
	titles := rows[0].cells
	for i := range titles {
		titles[i] = cell(titles[i])
	}
	c, err := lay(titles, r.Columns)
	if err == nil {
		err = c.placed(titles)
	}
	if err == nil && r.Holder == "" && !c.has(fieldHolder) {
		err = fmt.Errorf("no column says who holds a place: want holder mapped to one of %q", titles)
	}
	if err != nil {
		return fmt.Errorf("line 1: %w", err)
	}
	if err := c.pointed(titles, rows[1]); err != nil {
		return err
	}
	s.unit = "line"
	seen := newSight(File{Name: s.path, Format: "table", Features: len(rows) - 1})
	seen.Fields, seen.Unused = c.told(titles, r.Columns)
	if err := r.takeRows(s, rows[1:], c, seen); err != nil {
		return err
	}
	r.done(s.path, seen)
	return nil
}

// row is a row of a list, with the line it begins in, or the number of its feature.
type row struct {
	line  int
	cells []string
}

func readRows(in *csv.Reader) (rows []row, err error) {
	for {
		cells, err := in.Read()
		var wrong *csv.ParseError
		switch {
		case errors.As(err, &wrong) && errors.Is(err, csv.ErrFieldCount):
			return nil, fmt.Errorf("line %d: %d columns: want %d, as the head line has", wrong.StartLine, len(cells), in.FieldsPerRecord)
		case errors.As(err, &wrong):
			return nil, fmt.Errorf("line %d: %w: want quotes doubled in a quoted cell, and none in another", wrong.StartLine, wrong.Err)
		case errors.Is(err, io.EOF) && len(rows) < 2:
			return nil, errors.New("holds no rows: want a head line and a row for each place")
		case errors.Is(err, io.EOF):
			return rows, nil
		case err != nil:
			return nil, err
		}
		line, _ := in.FieldPos(0)
		rows = append(rows, row{line, cells})
	}
}

// comma is what parts the columns of a head line.
func comma(head string) rune {
	best, most := ',', 0
	for _, c := range ",\t;" {
		if n := strings.Count(head, string(c)); n > most {
			best, most = c, n
		}
	}
	return best
}

// takeRows puts the rows of a list into a snapshot for each day.
func (r *reader) takeRows(s snapshot, rows []row, c columns, seen *sight) error {
	if r.finder == nil {
		r.finder = newFinder(r.Options, r.entries, r.ground)
	}
	byDay := map[timeline.Day]*snapshot{}
	for _, w := range rows {
		day, basis, err := r.dayOfRow(s.file, c.value(w.cells, fieldDay))
		if err != nil {
			return fmt.Errorf("%s %d: %w", s.unit, w.line, err)
		}
		if byDay[day] == nil {
			of := s
			of.day, of.basis, of.rows = day, basis, map[int32]string{}
			byDay[day] = &of
		}
		if err := r.takeRow(byDay[day], w, c, seen); err != nil {
			return fmt.Errorf("%s %d: %w", s.unit, w.line, err)
		}
	}
	for _, of := range byDay {
		r.add(of)
	}
	return nil
}

func (r *reader) dayOfRow(file, value string) (timeline.Day, timeline.Basis, error) {
	if value == "" {
		return r.dayFor(file)
	}
	d, err := timeline.ParseDay(value)
	if err != nil {
		return 0, "", fmt.Errorf("day %w", err)
	}
	return d, timeline.Stated, nil
}

func (r *reader) takeRow(s *snapshot, w row, c columns, seen *sight) error {
	s.features++
	words := make([]string, len(w.cells))
	for i, v := range w.cells {
		words[i] = cell(v)
	}
	s.rows[int32(w.line)] = strings.Join(slices.DeleteFunc(words, func(v string) bool { return v == "" }), ", ")
	held := r.heldBy(c.value(w.cells, fieldHolder), c.value(w.cells, fieldOthers))
	sample := Sample{Number: w.line, Name: cmp.Or(c.value(w.cells, fieldPlace), c.value(w.cells, fieldID)), Said: held.said, Holders: r.names(held.actors)}
	defer func() { seen.row(sample) }()
	if held.strange {
		r.series.refuse(Refused{File: s.path, What: s.unit, Number: w.line, Property: fieldHolder, Value: held.said})
		return nil
	}
	place, lost, err := r.finder.find(w, c)
	if err != nil {
		return err
	}
	if lost != nil {
		lost.File, lost.What, lost.Line, lost.Holder = s.path, s.unit, w.line, r.actors.list[held.actors[0]].ID
		s.lost = append(s.lost, *lost)
		r.series.Unplaced = append(r.series.Unplaced, *lost)
		return nil
	}
	sample.Places = []string{r.entries[place].ID}
	actors := r.known(held.actors)
	if len(actors) == 0 {
		seen.nobodys++
	}
	for _, actor := range actors {
		s.marks = append(s.marks, held.mark(place, actor, w.line))
	}
	return nil
}
