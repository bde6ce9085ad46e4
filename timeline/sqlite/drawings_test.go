package sqlite_test

import (
	"encoding/hex"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkb"

	"frontline/timeline"
	"frontline/timeline/sqlite"
)

// drawn is the reading of a map of a day of August: two squares, one with a hole,
// and nobody known to hold the rest.
func drawn(day int) timeline.Reading {
	text := fmt.Sprintf("# control on %s\n", aug(day))
	island := orb.Polygon{{{40, 35}, {41, 35}, {41, 36}, {40, 36}, {40, 35}}}
	holed := orb.Polygon{{{37, 34}, {39, 34}, {39, 36}, {37, 36}, {37, 34}}, {{37.5, 34.5}, {37.5, 35.5}, {38.25, 35.25}, {37.5, 34.5}}}
	return timeline.Reading{
		Report: timeline.Report{ID: timeline.ReportID(text), File: fmt.Sprintf("%d.geojson", day), Source: "A mapmaker", Language: "en",
			Published: aug(day), PublishedBasis: timeline.Stated, Text: text, Form: timeline.Table},
		Drawing: &timeline.Drawing{Day: aug(day), Shapes: []timeline.DrawnShape{
			{Feature: 1, Holder: army, Shape: orb.MultiPolygon{holed, island}}, {Feature: 2, Holder: isis, Shape: orb.MultiPolygon{island}}}},
	}
}

// bow is a ring that crosses itself, as hexadecimal WKB.
func bow(t *testing.T) string {
	b, err := wkb.Marshal(orb.MultiPolygon{{{{0, 0}, {1, 1}, {1, 0}, {0, 1}, {0, 0}}}})
	if err != nil {
		t.Fatal(err)
	}
	return hex.EncodeToString(b)
}

func TestADrawingIsKeptAsItWas(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	s := openAs(t, path, today)
	first, second := drawn(1), drawn(5)
	second.Drawing.Elsewhere, second.Drawing.Shapes = isis, nil
	add(t, s, first)
	mark, err := s.Mark(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	add(t, s, second)
	want := []timeline.KeptDrawing{{Report: first.Report.ID, Drawing: *first.Drawing}, {Report: second.Report.ID, Drawing: *second.Drawing}}
	for i := range want {
		want[i].Recorded = timeline.EndOf(today-1) + 12*3600*1000
	}
	slices.SortFunc(want, func(a, b timeline.KeptDrawing) int { return strings.Compare(a.Report, b.Report) })
	got, err := s.Drawings(t.Context())
	if d := cmp.Diff(want, got); err != nil || d != "" {
		t.Errorf("%v: %s", err, d)
	}
	if got, err := s.DrawingsSince(t.Context(), mark.Report); err != nil || len(got) != 1 || got[0].Report != second.Report.ID {
		t.Errorf("%v, %v: want the second alone", got, err)
	}
	copied := path + ".copy"
	if err := s.Backup(t.Context(), copied, sqlite.BackupOptions{}); err != nil {
		t.Fatal(err)
	}
	for _, s := range []*sqlite.Store{s, readAs(t, copied, law())} {
		for _, want := range []timeline.Reading{first, second} {
			got, err := s.Report(t.Context(), want.Report.ID)
			if d := cmp.Diff(want, got); err != nil || d != "" {
				t.Errorf("%v: %s", err, d)
			}
		}
		if r, lines := verified(t, s); !r.Kept() {
			t.Errorf("found:\n%s", lines)
		}
	}
}

// A table that was taken in before maps were kept gets its map when it is taken in
// again. It counts from then on, and whoever keeps an answer can tell.
func TestADrawingIsAddedToItsReport(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	s := openAs(t, path, today)
	whole := drawn(1)
	table := whole
	table.Drawing = nil
	add(t, s, table)
	before := version(t, s)
	s.Close()
	s = openAs(t, path, today+1)
	for range 2 {
		if added, err := s.Add(t.Context(), whole); err != nil || added {
			t.Errorf("added %v, %v: want no new report", added, err)
		}
	}
	got, err := s.Drawings(t.Context())
	if err != nil || len(got) != 1 || got[0].Recorded.Day() != today+1 || version(t, s) == before {
		t.Errorf("%+v, %v: want one since the second day, and another version", got, err)
	}
	if journal, err := s.Journal(t.Context()); err != nil || len(journal) != 1 || journal[0].What != "drawing" {
		t.Errorf("journal %v, %v: want it told once", journal, err)
	}
	if r, lines := verified(t, s); !r.Kept() {
		t.Errorf("found:\n%s", lines)
	}
}
