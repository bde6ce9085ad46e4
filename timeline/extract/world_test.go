package extract_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"frontline/geo/gazetteer"
	"frontline/timeline"
	"frontline/timeline/extract"
	"frontline/timeline/ingest"
)

const shipped = "../../data"

// reader reads with the places, actors and word lists that ship.
func reader(t testing.TB) *extract.Reader {
	t.Helper()
	return readerWith(t, shippedWords())
}

func shippedWords() fs.FS { return os.DirFS(filepath.Join(shipped, "words")) }

// readerWith reads with other folders of word lists.
func readerWith(t testing.TB, words ...fs.FS) *extract.Reader {
	t.Helper()
	r, err := newReader(t, words...)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// newReader may fail for the words alone.
func newReader(t testing.TB, words ...fs.FS) (*extract.Reader, error) {
	t.Helper()
	return extract.New(words, shippedPlaces(t), shippedActors(t))
}

// readerOf reads with other places.
func readerOf(t testing.TB, places *gazetteer.Gazetteer) *extract.Reader {
	t.Helper()
	r, err := extract.New([]fs.FS{shippedWords()}, places, shippedActors(t))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func shippedPlaces(t testing.TB) *gazetteer.Gazetteer {
	t.Helper()
	table, err := os.Open(filepath.Join(shipped, "gazetteer", "places.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer table.Close()
	places, err := gazetteer.Load(table)
	if err != nil {
		t.Fatal(err)
	}
	return places
}

func shippedActors(t testing.TB) []timeline.ActorInfo {
	t.Helper()
	list, err := os.Open(filepath.Join(shipped, "actors.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer list.Close()
	actors, err := timeline.LoadActors(list)
	if err != nil {
		t.Fatal(err)
	}
	return actors
}

// report is a text that came out on a Sunday, 20 August 2017.
func report(text string) timeline.Report {
	return timeline.Report{ID: timeline.ReportID(text), Text: text, Language: "ar",
		Published: timeline.Date(2017, 8, 20), PublishedBasis: timeline.Given}
}

func read(t testing.TB, x *extract.Reader, r timeline.Report) timeline.Reading {
	t.Helper()
	got, err := x.Read(r)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// sample is a report that ships.
type sample struct {
	name string
	timeline.Report
}

func samples(t testing.TB) []sample {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(shipped, "reports", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%d sample reports, %v", len(files), err)
	}
	out := make([]sample, len(files))
	for i, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(f), ".txt")
		r, err := ingest.ReadReport(name, raw)
		if err != nil {
			t.Fatal(err)
		}
		out[i] = sample{name, r}
	}
	return out
}
