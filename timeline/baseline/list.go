package baseline

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"frontline/timeline"
)

// listFile reads a list: a table with a head line. Rows that speak of days of
// their own make a snapshot a day.
func (r *reader) listFile(s snapshot, text []byte) error {
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
	if err != nil {
		return fmt.Errorf("line 1: %w", err)
	}
	if r.Holder == "" && !c.has(fieldHolder) {
		return fmt.Errorf("line 1: no column says who holds a place: want holder mapped to one of %q", titles)
	}
	r.series.Columns = append(r.series.Columns, s.file+": "+c.told(titles))
	if r.finder == nil {
		r.finder = newFinder(r.Options, r.entries, r.ground)
	}
	return r.takeRows(s, rows[1:], c)
}

// row is a row of a list, with the line it begins in.
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
func (r *reader) takeRows(s snapshot, rows []row, c columns) error {
	byDay := map[timeline.Day]*snapshot{}
	for _, w := range rows {
		day, basis, err := r.dayOfRow(s.file, c.value(w.cells, fieldDay))
		if err != nil {
			return fmt.Errorf("line %d: %w", w.line, err)
		}
		if byDay[day] == nil {
			of := s
			of.day, of.basis, of.rows = day, basis, map[int32]string{}
			byDay[day] = &of
		}
		if err := r.takeRow(byDay[day], w, c); err != nil {
			return fmt.Errorf("line %d: %w", w.line, err)
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

func (r *reader) takeRow(s *snapshot, w row, c columns) error {
	s.features++
	words := make([]string, len(w.cells))
	for i, v := range w.cells {
		words[i] = cell(v)
	}
	s.rows[int32(w.line)] = strings.Join(slices.DeleteFunc(words, func(v string) bool { return v == "" }), ", ")
	actor, value := r.actors.number(r.Holder), c.value(w.cells, fieldHolder)
	if r.Holder == "" {
		actor = r.actors.of(value)
	}
	if actor == nobody {
		r.series.refuse(Refused{File: s.path, What: "line", Number: w.line, Property: fieldHolder, Value: value})
		return nil
	}
	place, lost, err := r.finder.find(w, c)
	if err != nil {
		return err
	}
	if lost != nil {
		lost.File, lost.Line, lost.Holder = s.path, w.line, r.actors.list[actor].ID
		s.lost = append(s.lost, *lost)
		r.series.Unplaced = append(r.series.Unplaced, *lost)
		return nil
	}
	if actor != r.actors.unknown {
		s.marks = append(s.marks, mark{place, actor, int32(w.line)})
	}
	return nil
}
