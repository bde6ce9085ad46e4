package sqlite_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"frontline/geo"
	"frontline/timeline"
)

func TestSeveralReadingsAreThereTogetherOrNotAtAll(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"), today)
	good, bad := []timeline.Reading{sample(1, 3), sample(2, 2)}, sample(3, 2)
	bad.Claims[1].ID = ""
	before := version(t, s)
	added, err := s.AddAll(t.Context(), slices.Values(append(slices.Clone(good), bad)))
	if added != 0 || err == nil || !strings.Contains(err.Error(), bad.Report.ID) {
		t.Errorf("%d added, %v: want none, and the report named", added, err)
	}
	if after := version(t, s); after != before {
		t.Errorf("version went from %s to %s: want no change", before, after)
	}
	for _, want := range []int{2, 0} {
		if added, err := s.AddAll(t.Context(), slices.Values(good)); added != want || err != nil {
			t.Errorf("%d added, %v: want %d", added, err, want)
		}
	}
	if got := known(t, s, 0); len(got) != 5 {
		t.Errorf("%d claims: want 5", len(got))
	}
}

// A table comes back as one, and has no words in which a name could be open.
func TestTablesAreNeverOpen(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "a.db"), today)
	r := sample(1, 1)
	r.Report.Form = timeline.Table
	r.Places = append(r.Places, timeline.Mention{Surface: "x", Candidates: []geo.Ranked{{Place: *r.Places[0].Place, Score: 0.4, Reason: "one of two"}}, Reason: "several"})
	add(t, s, r)
	n := 0
	for x, err := range s.Readings(t.Context()) {
		if n++; err != nil || x.Report.Form != timeline.Table {
			t.Errorf("%+v, %v: want a table", x.Report, err)
		}
	}
	if n != 1 {
		t.Errorf("%d readings: want the one", n)
	}
	if open, err := s.Open(t.Context()); err != nil || len(open) != 0 {
		t.Errorf("open: %v, %v: want none", open, err)
	}
}
