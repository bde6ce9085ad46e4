// Package csv writes datasets as one table of comma-separated values (RFC 4180,
// UTF-8, lines that end in CR LF), a row a feature.
//
// The columns are layer, id, start, end, lon and lat (WGS84 degrees, where one point
// stands for the feature), then every field that any of the layers has, and last wkt,
// the geometry as Well-Known Text, lon before lat. What is not known is empty. Lists
// have semicolons between their words; what has more structure is JSON. Line breaks
// inside a cell become CR LF too.
//
// Spreadsheets take some text for a formula and run it. A cell that begins as one
// and is no number has an apostrophe put before it.
package csv

import (
	"encoding/csv"
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"frontline/timeline/export"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkt"
	"github.com/paulmach/orb/geojson"
)

// Write writes a dataset, a feature at a time. No features give the head line alone.
// It stops at the first error, of the features or of w, and returns it.
func Write(w io.Writer, d export.Dataset) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	columns := columnsOf(d)
	if err := out.Write(columns); err != nil {
		return err
	}
	for _, p := range d.Parts {
		t := table{columns: columns, part: p}
		for _, field := range p.Fields {
			t.at = append(t.at, slices.Index(columns, field.Name))
		}
		err := p.Rows(func(f *geojson.Feature, row []any) error {
			cells, err := t.cells(f.Geometry, row)
			if err != nil {
				return err
			}
			return out.Write(cells)
		})
		if err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// The columns that every table begins with, and the one it ends with.
var leading = []string{"layer", "id", "start", "end", "lon", "lat"}

const (
	layerColumn, lonColumn, latColumn = 0, 4, 5

	geometryColumn = "wkt" // programs know a geometry by this name
)

// columnsOf are the names of the columns: fields of several layers that have one
// name share one.
func columnsOf(d export.Dataset) []string {
	columns := slices.Clone(leading)
	for _, p := range d.Parts {
		for _, field := range p.Fields {
			if !slices.Contains(columns, field.Name) {
				columns = append(columns, field.Name)
			}
		}
	}
	return append(columns, geometryColumn)
}

// table is where the values of a layer go.
type table struct {
	columns []string
	part    export.Part
	at      []int // the column of each field
}

func (t table) cells(g orb.Geometry, row []any) ([]string, error) {
	cells := make([]string, len(t.columns))
	cells[layerColumn] = string(t.part.Layer)
	if p, ok := g.(orb.Point); ok {
		cells[lonColumn], _ = export.Words(p.Lon()) // numbers have no errors
		cells[latColumn], _ = export.Words(p.Lat())
	}
	for i, v := range row {
		if v == nil {
			continue
		}
		text, err := export.Words(v)
		if err != nil {
			return nil, err
		}
		if strings.Contains(text, "\r") {
			text = lineBreaks.Replace(text)
		}
		cells[t.at[i]] = harmless(text)
	}
	if g != nil {
		cells[len(cells)-1] = wkt.MarshalString(g)
	}
	return cells, nil
}

// lineBreaks makes all line breaks LF, of which the writer makes CR LF; it would drop
// a CR that stands alone.
//
//nolint:gochecknoglobals // a constant, which Go has none of this type for
var lineBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n")

var number = regexp.MustCompile(`^[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$`)

// harmless is text that no spreadsheet takes for a formula. The wide signs count as
// the narrow ones where Chinese or Japanese is written.
func harmless(text string) string {
	const begins = "=+-@\t\r\n＝＋－＠"
	first, _ := utf8.DecodeRuneInString(text)
	if text == "" || !strings.ContainsRune(begins, first) || number.MatchString(text) {
		return text
	}
	return "'" + text
}
