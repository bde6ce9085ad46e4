package ingest_test

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"frontline/timeline"
	"frontline/timeline/ingest"
)

// tree writes files into a new directory and gives its path.
func tree(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func names(sources []ingest.Source) (out []string) {
	for _, s := range sources {
		out = append(out, s.Name)
	}
	return out
}

func TestSourcesOfDirectoriesFilesAndInput(t *testing.T) {
	dir := tree(t, map[string]string{"b.txt": "b", "a.md": "a", "deep/er/c.TXT": "c", "notes.pdf": "p",
		".hidden.txt": "h", ".git/d.txt": "d", "report": "r"})
	file, missing := filepath.Join(dir, "report"), filepath.Join(dir, "missing.txt")
	sources := ingest.Sources([]string{"-", dir, file, missing, "-"}, strings.NewReader("من المدخل"))
	want := []string{"-", filepath.Join(dir, "a.md"), filepath.Join(dir, "b.txt"), filepath.Join(dir, "deep", "er", "c.TXT"), file, missing}
	if got := names(sources); !reflect.DeepEqual(got, want) {
		t.Fatalf("sources %q\nwant %q", got, want)
	}
	for i, text := range []string{"من المدخل", "a", "b", "c", "r"} {
		if r, err := sources[i].Report(0); err != nil || r.Text != text || r.File != want[i] {
			t.Errorf("report of %s = %+v, %v: want the text %q", want[i], r, err, text)
		}
	}
	r, err := sources[5].Report(0)
	var f ingest.Failure
	if !errors.As(err, &f) || f != (ingest.Failure{File: missing, Reason: "no such file or directory"}) {
		t.Errorf("error %v: want that %s is missing", err, missing)
	}
	if r.ID != timeline.ReportID(missing+": no such file or directory") {
		t.Errorf("ID %q: want one of the name and the reason", r.ID)
	}
}

func TestSourcesOfAnEmbeddedTree(t *testing.T) {
	sources := ingest.FromFS(fstest.MapFS{"reports/2.txt": {Data: []byte("ب")}, "reports/1.txt": {Data: []byte("ا")}, "actors.tsv": {}})
	if got, want := names(sources), []string{"reports/1.txt", "reports/2.txt"}; !reflect.DeepEqual(got, want) {
		t.Fatalf("sources %q: want %q", got, want)
	}
	if r, err := sources[1].Report(0); err != nil || r.Text != "ب" {
		t.Errorf("report = %+v, %v", r, err)
	}
}

func TestAssumedDayYieldsToTheStatedOne(t *testing.T) {
	dir := tree(t, map[string]string{"a.txt": "نص", "b.txt": "---\npublished: 2017-08-12\n---\nنص"})
	assumed := timeline.Date(2017, 8, 13)
	for i, s := range ingest.Sources([]string{dir}, nil) {
		want := []timeline.Day{assumed, assumed - 1}[i]
		if r, err := s.Report(assumed); err != nil || r.Published != want || r.PublishedBasis != timeline.Given {
			t.Errorf("%s published %v (%s), %v: want %v, given", s.Name, r.Published, r.PublishedBasis, err, want)
		}
	}
}

func TestEndlessInputIsRefused(t *testing.T) {
	_, err := ingest.Sources([]string{"-"}, endless{})[0].Report(0)
	if err == nil || !strings.Contains(err.Error(), "larger than 16 MiB") {
		t.Errorf("error %v: want one that says it is too large", err)
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	return len(p), nil
}
