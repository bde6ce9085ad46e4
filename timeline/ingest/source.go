package ingest

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"frontline/timeline"
)

// maxBytes is the largest report that is read. A day's news is a thousandth
// of it; what is larger was handed in by mistake, or has no end.
const maxBytes = 16 << 20

// Source is a report that can be opened.
type Source struct {
	Name string // as errors and reports show it
	Open func() (io.ReadCloser, error)
}

// Report reads the source. A report that states no day of publication gets
// assume, which is zero for none, with the basis given. An error is of type
// Failure; the report then still has an ID and its File, as in ReadReport. The
// ID of a source that cannot be opened is a digest of its name and the reason.
func (s Source) Report(assume timeline.Day) (timeline.Report, error) {
	raw, err := s.bytes()
	if err != nil {
		f := Failure{s.Name, reason(err)}
		return timeline.Report{ID: timeline.ReportID(f.Error()), File: s.Name}, f
	}
	r, err := ReadReport(s.Name, raw)
	if err == nil && !r.Published.Known() && assume.Known() {
		r.Published, r.PublishedBasis = assume, timeline.Given
	}
	return r, err
}

func (s Source) bytes() ([]byte, error) {
	f, err := s.Open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	raw, err := io.ReadAll(io.LimitReader(f, maxBytes+1))
	if len(raw) > maxBytes {
		return nil, fmt.Errorf("larger than %d MiB: want one report", maxBytes>>20)
	}
	return raw, err
}

// reason is err without the path, which a Failure names already.
func reason(err error) string {
	if p := (*fs.PathError)(nil); errors.As(err, &p) {
		err = p.Err
	}
	return err.Error()
}

// Sources are the reports behind the arguments of a command, in their order: a
// file of any name; of a directory, what FromFS finds; or "-", the standard
// input, which counts once. An argument that cannot be opened is a source
// whose Open says why.
func Sources(args []string, stdin io.Reader) []Source {
	var out []Source
	input := false
	for _, arg := range args {
		info, err := os.Stat(arg)
		switch {
		case arg == "-":
			if !input {
				out = append(out, Source{arg, func() (io.ReadCloser, error) { return io.NopCloser(stdin), nil }})
			}
			input = true
		case err == nil && info.IsDir():
			found := FromFS(os.DirFS(arg))
			for i := range found {
				found[i].Name = filepath.Join(arg, filepath.FromSlash(found[i].Name))
			}
			out = append(out, found...)
		default:
			out = append(out, Source{arg, func() (io.ReadCloser, error) { return os.Open(arg) }})
		}
	}
	return out
}

// FromFS are the files *.txt and *.md of a tree, by name. What begins with a
// dot is passed over, file or folder. A folder that cannot be listed is a
// source whose Open says why.
func FromFS(tree fs.FS) []Source {
	var out []Source
	// The function returns no error but SkipDir, so neither does WalkDir.
	_ = fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		hidden := name != "." && strings.HasPrefix(path.Base(name), ".")
		switch {
		case err != nil:
			out = append(out, Source{name, func() (io.ReadCloser, error) { return nil, err }})
			return fs.SkipDir
		case d.IsDir() && hidden:
			return fs.SkipDir
		case d.IsDir() || hidden || !slices.Contains([]string{".txt", ".md"}, strings.ToLower(path.Ext(name))):
			return nil
		}
		out = append(out, Source{name, func() (io.ReadCloser, error) { return tree.Open(name) }})
		return nil
	})
	return out
}
