package words_test

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"frontline/timeline/extract/words"
)

const head = "# frontline words 1\n"

// folder is a folder of lists with the line of the version before each.
func folder(lists map[string]string) fs.FS {
	out := fstest.MapFS{}
	for name, lines := range lists {
		out[name] = &fstest.MapFile{Data: []byte(head + lines)}
	}
	return out
}

// noted reads the lists a.tsv (two columns) and b.tsv (one), and gives the
// lines in the order in which they came.
func noted(folders ...fs.FS) ([]string, error) {
	var got []string
	list := func(name string, columns int) words.List {
		return words.List{Name: name, Columns: columns, Add: func(f []string) error {
			if f[columns-1] == "bad" {
				return errors.New("bad is not allowed")
			}
			got = append(got, name+" "+strings.Join(f, "="))
			return nil
		}}
	}
	err := words.Read(folders, []words.List{list("a.tsv", 2), list("b.tsv", 1)})
	return got, err
}

func TestReadLists(t *testing.T) {
	whole := folder(map[string]string{"a.tsv": "x\t1\n# a comment\n\ny\t\n", "b.tsv": "z\n"})
	for _, c := range []struct {
		how     string
		folders []fs.FS
		want    string
	}{
		{"one folder, without comments and empty lines", []fs.FS{whole}, "a.tsv x=1|a.tsv y=|b.tsv z"},
		{"an own folder comes first", []fs.FS{folder(map[string]string{"b.tsv": "own\n"}), whole}, "b.tsv own|a.tsv x=1|a.tsv y=|b.tsv z"},
		{"two own folders, in turn", []fs.FS{folder(map[string]string{"b.tsv": "one\n"}), folder(map[string]string{"b.tsv": "two\n"}), whole},
			"b.tsv one|b.tsv two|a.tsv x=1|a.tsv y=|b.tsv z"},
		{"an own folder without lists", []fs.FS{folder(nil), whole}, "a.tsv x=1|a.tsv y=|b.tsv z"},
		{"no end of line at the end", []fs.FS{folder(map[string]string{"a.tsv": "x\t1", "b.tsv": "z"})}, "a.tsv x=1|b.tsv z"},
		{"lists with nothing in them", []fs.FS{folder(map[string]string{"a.tsv": "", "b.tsv": ""})}, ""},
	} {
		t.Run(c.how, func(t *testing.T) {
			got, err := noted(c.folders...)
			if err != nil || strings.Join(got, "|") != c.want {
				t.Errorf("%q, %v: want %q", got, err, c.want)
			}
		})
	}
}

// What is wrong with a list is told with its file, its line, what stands there
// and what is allowed.
func TestWrongListsAreTold(t *testing.T) {
	whole := folder(map[string]string{"a.tsv": "x\t1\n", "b.tsv": "z\n"})
	raw := func(name, data string) fs.FS { return fstest.MapFS{name: {Data: []byte(data)}} }
	for _, c := range []struct {
		how     string
		folders []fs.FS
		says    []string
	}{
		{"another version", []fs.FS{raw("a.tsv", "# frontline words 2\nx\t1\n"), whole}, []string{"a.tsv", "line 1", `"# frontline words 2"`, `"# frontline words 1"`}},
		{"no version", []fs.FS{raw("a.tsv", "x\t1\n"), whole}, []string{"a.tsv", "line 1", `"x\t1"`, `"# frontline words 1"`}},
		{"an empty first line", []fs.FS{raw("a.tsv", "\nx\t1\n"), whole}, []string{"a.tsv", "line 1", `""`}},
		{"a column too few", []fs.FS{folder(map[string]string{"a.tsv": "x\t1\n\ny\n"}), whole}, []string{"a.tsv", "line 4", "1 columns", "want 2"}},
		{"a column too many", []fs.FS{folder(map[string]string{"b.tsv": "x\t1\n"}), whole}, []string{"b.tsv", "line 2", "2 columns", "want 1"}},
		{"an empty form", []fs.FS{folder(map[string]string{"a.tsv": "\t1\n"}), whole}, []string{"a.tsv", "line 2", "first not empty"}},
		{"what Add refuses", []fs.FS{folder(map[string]string{"a.tsv": "x\t1\ny\tbad\n"}), whole}, []string{"a.tsv", "line 3", "bad is not allowed"}},
		{"what Add refuses in the last folder", []fs.FS{folder(map[string]string{"a.tsv": "", "b.tsv": "bad\n"})}, []string{"b.tsv", "line 2", "bad is not allowed"}},
		{"a list of another name in an own folder", []fs.FS{folder(map[string]string{"actor.tsv": ""}), whole}, []string{"actor.tsv", "a.tsv, b.tsv"}},
		{"a list that is missing in the last folder", []fs.FS{folder(map[string]string{"a.tsv": "x\t1\n"})}, []string{"b.tsv"}},
		{"an endless line", []fs.FS{folder(map[string]string{"b.tsv": strings.Repeat("x", 1<<20)}), whole}, []string{"b.tsv", "line 2"}},
	} {
		t.Run(c.how, func(t *testing.T) {
			_, err := noted(c.folders...)
			if err == nil {
				t.Fatal("was taken")
			}
			for _, s := range c.says {
				if !strings.Contains(err.Error(), s) {
					t.Errorf("%q does not say %q", err, s)
				}
			}
		})
	}
}

// Editors on Windows end lines in their way.
func TestListsWithWindowsLineEnds(t *testing.T) {
	got, err := noted(fstest.MapFS{"a.tsv": {Data: []byte(head)}, "b.tsv": {Data: []byte("# frontline words 1\r\nz\r\n")}})
	if err != nil || !slices.Equal(got, []string{"b.tsv z"}) {
		t.Errorf("%q, %v: want z alone", got, err)
	}
}

func TestAmong(t *testing.T) {
	if err := words.Among("role", "where", "when where"); err != nil {
		t.Error(err)
	}
	for _, word := range []string{"whe", "", "when where"} {
		if err := words.Among("role", word, "when where"); err == nil || !strings.Contains(err.Error(), "role") || !strings.Contains(err.Error(), "when where") {
			t.Errorf("%q: %v: want an error that names the role and what is allowed", word, err)
		}
	}
}
