package ingest_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"frontline/timeline"
	"frontline/timeline/ingest"
	"frontline/timeline/sqlite"
)

// lines reads a report of lines "KIND NAME": each is an asserted claim about a
// place that nobody can find. A line of one word cannot be read, and "twice"
// is a claim that comes twice.
type lines struct{}

func (lines) Read(r timeline.Report) (timeline.Reading, error) {
	out := timeline.Reading{Report: r}
	out.Report.Language = "ar"
	for line := range strings.Lines(r.Text[r.Body:]) {
		kind, name, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok {
			return out, fmt.Errorf("no rule for %q", kind)
		}
		c := timeline.Claim{Report: r.ID, Kind: timeline.Kind(kind), Modality: timeline.Asserted, Start: len(out.Claims),
			Place: &timeline.PlaceRef{Surface: name}}
		c.Identify()
		out.Claims = append(out.Claims, c)
		out.Places = append(out.Places, timeline.Mention{Surface: name, Reason: "no entry"})
		if name == "twice" {
			out.Claims = append(out.Claims, c)
		}
	}
	return out, nil
}

func store(t testing.TB) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "a.db"), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestGoodReportsAreStoredAndBrokenOnesRecorded(t *testing.T) {
	dir := tree(t, map[string]string{
		"a.txt":        "captured السخنة\nholds تدمر\n",
		"b/nested.txt": "struck السخنة\n",
		"c-empty.txt":  "",
		"d-latin.txt":  "caf\xe9\n",
		"e-front.txt":  "---\npublished: soon\n---\nholds تدمر\n",
		"f-binary.txt": "a\x00b",
		"g-words.txt":  "غامض\n",
		"h-twice.txt":  "holds twice\n",
		"i-copy.txt":   "captured السخنة\nholds تدمر\n",
	})
	missing := filepath.Join(dir, "missing.txt")
	s := store(t)
	want := ingest.Summary{Reports: 11, Added: 3, Already: 1,
		Unreadable: []ingest.Failure{
			{missing, "no such file or directory"},
			{filepath.Join(dir, "c-empty.txt"), "no text"},
			{filepath.Join(dir, "d-latin.txt"), "byte 3 (0xe9) is not UTF-8: want text in UTF-8"},
			{filepath.Join(dir, "e-front.txt"), `front matter: published: "soon" is not a day: want YYYY-MM-DD`},
			{filepath.Join(dir, "f-binary.txt"), "byte 1 is NUL: want text, not binary"},
			{filepath.Join(dir, "g-words.txt"), `no rule for "غامض"`},
		},
		Claims:   map[timeline.Kind]int{timeline.Captured: 1, timeline.Holds: 1, timeline.Struck: 1, timeline.Lost: 1},
		Changes:  2,
		Unplaced: []ingest.Surface{{"السخنة", 2}, {"الطيبة", 1}, {"تدمر", 1}},
	}
	run := func() ingest.Summary {
		t.Helper()
		sources := ingest.Sources([]string{missing, dir, "-"}, strings.NewReader("lost الطيبة"))
		got, err := ingest.Ingest(t.Context(), s, lines{}, sources, ingest.Options{})
		if err != nil {
			t.Fatal(err)
		}
		twice := got.Unreadable[len(got.Unreadable)-1]
		if !strings.Contains(twice.File, "h-twice") || !strings.Contains(twice.Reason, "there twice") {
			t.Errorf("last failure %v: want that of the claim there twice", twice)
		}
		got.Unreadable = got.Unreadable[:len(got.Unreadable)-1]
		return got
	}
	if got := run(); !reflect.DeepEqual(got, want) {
		t.Errorf("summary\n%+v\nwant\n%+v", got, want)
	}
	if claims, err := s.Entries(t.Context(), nil); err != nil || len(claims) != 4 {
		t.Errorf("%d claims stored, %v: want 4", len(claims), err)
	}
	recorded, err := s.Unreadable(t.Context())
	if err != nil || len(recorded) != 7 {
		t.Fatalf("%d files recorded as unreadable, %v: want 7", len(recorded), err)
	}
	for i, f := range want.Unreadable {
		if recorded[i].File != f.File || recorded[i].Reason != f.Reason {
			t.Errorf("recorded %v: want %v", recorded[i], f)
		}
	}

	before, _ := s.Version(t.Context())
	want.Added, want.Already, want.Claims, want.Changes, want.Unplaced = 0, 4, map[timeline.Kind]int{}, 0, nil
	if got := run(); !reflect.DeepEqual(got, want) {
		t.Errorf("summary of the second time\n%+v\nwant\n%+v", got, want)
	}
	if after, err := s.Version(t.Context()); after != before || err != nil {
		t.Errorf("version went from %s to %s, %v: want no change", before, after, err)
	}
}

func many(t testing.TB, n int) []ingest.Source {
	files := map[string]string{}
	for i := range n {
		files[fmt.Sprintf("%03d.txt", i)] = fmt.Sprintf("holds %d\n", i)
	}
	return ingest.Sources([]string{tree(t, files)}, nil)
}

func TestCancelStopsBetweenReports(t *testing.T) {
	s, sources := store(t), many(t, 60)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	sum, err := ingest.Ingest(ctx, s, lines{}, sources, ingest.Options{Progress: func(done, total int) {
		if total != 60 {
			t.Errorf("total %d: want 60", total)
		}
		if done == 7 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) || sum.Reports != 7 || sum.Added != 7 {
		t.Errorf("stopped after %d reports, %d added: %v; want 7", sum.Reports, sum.Added, err)
	}
	for i, source := range sources {
		r, err := source.Report(0)
		if err != nil {
			t.Fatal(err)
		}
		if has, err := s.Has(t.Context(), r.ID); has != (i < 7) || err != nil {
			t.Errorf("report %d stored: %v, %v: want the first 7", i, has, err)
		}
	}
	if sum, err = ingest.Ingest(t.Context(), s, lines{}, sources, ingest.Options{}); err != nil || sum.Added != 53 || sum.Already != 7 {
		t.Errorf("going on: %+v, %v: want 53 added and 7 there", sum, err)
	}
}

func TestFailingStoreStops(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	s, err := sqlite.Open(t.Context(), path, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	if s, err = sqlite.OpenReadOnly(t.Context(), path, sqlite.Law{}); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	sum, err := ingest.Ingest(t.Context(), s, lines{}, many(t, 5), ingest.Options{})
	if err == nil || !strings.Contains(err.Error(), "000.txt") || !strings.Contains(err.Error(), "readonly") || sum.Reports != 0 {
		t.Errorf("%+v, %v: want an error that names the first report and the reason", sum, err)
	}
}

func TestNothingToReadIsNoError(t *testing.T) {
	sum, err := ingest.Ingest(t.Context(), store(t), lines{}, nil, ingest.Options{})
	if err != nil || sum.Reports != 0 {
		t.Errorf("%+v, %v", sum, err)
	}
}

func TestSummaryAsText(t *testing.T) {
	var b strings.Builder
	_, err := ingest.Summary{Reports: 4, Added: 2, Already: 1, Unreadable: []ingest.Failure{{"a.txt", "no text"}},
		Claims: map[timeline.Kind]int{timeline.Holds: 1, timeline.Captured: 2}, Changes: 2,
		Unplaced: []ingest.Surface{{"السخنة", 3}}}.WriteTo(&b)
	want := `reports: 2 added, 1 already there, 1 unreadable
  unreadable: a.txt: no text
claims added: 3, of which 2 change who holds a place
  2 captured, 1 holds
names not placed: 1
  السخنة (3)
`
	if err != nil || b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}
