package snapshot

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

// Problem is what is not as it was made.
type Problem struct {
	File string // of the bundle
	What string
}

// Verdict is what was found out about a bundle.
type Verdict struct {
	ID       string // the SHA-256 of its manifest, as that is now
	Manifest Manifest
	Files    int // that were looked at
	Problems []Problem
}

// maxPaper is the most bytes of a manifest or of the sums: neither holds data.
const maxPaper = 64 << 20

// Verify reads a bundle of so many bytes and holds every file of it to its sum. It is
// an error where it is no bundle that can be judged; what differs is a problem.
func Verify(r io.ReaderAt, size int64) (Verdict, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return Verdict{}, fmt.Errorf("is no zip, cut off or damaged: %w", err)
	}
	c := checker{members: map[string]*zip.File{}, sums: map[string]string{}}
	if err := c.open(z.File); err != nil {
		return c.Verdict, err
	}
	for _, name := range c.names() {
		c.check(name)
	}
	c.checkCitation()
	c.checkSums()
	slices.SortStableFunc(c.Problems, func(a, b Problem) int { return strings.Compare(a.File, b.File) })
	return c.Verdict, nil
}

// checker holds the files of a bundle to their sums.
type checker struct {
	Verdict
	members map[string]*zip.File // by their names in the folder
	sums    map[string]string    // of SHA256SUMS
}

func (c *checker) problem(file, format string, args ...any) {
	c.Problems = append(c.Problems, Problem{file, fmt.Sprintf(format, args...)})
}

// open finds the folder, and reads the manifest and the sums.
func (c *checker) open(files []*zip.File) error {
	i := slices.IndexFunc(files, func(f *zip.File) bool { return path.Base(f.Name) == manifestFile })
	if i < 0 {
		return fmt.Errorf("is no snapshot: it has no %s", manifestFile)
	}
	folder := strings.TrimSuffix(files[i].Name, manifestFile)
	for _, f := range files {
		name, inside := strings.CutPrefix(f.Name, folder)
		switch {
		case f.FileInfo().IsDir(): // which packers make of the folder
		case !inside:
			c.problem(f.Name, "does not belong to the bundle")
		case c.members[name] != nil:
			c.problem(name, "is there twice")
		default:
			c.members[name] = f
		}
	}
	text, err := c.text(manifestFile)
	if err != nil {
		return fmt.Errorf("%s: %w", manifestFile, err)
	}
	c.ID = sumOf(text)
	if err := json.Unmarshal(text, &c.Manifest); err != nil {
		return fmt.Errorf("%s: %w", manifestFile, err)
	}
	if c.Manifest.Format != formatName || c.Manifest.FormatVersion != formatVersion {
		return fmt.Errorf("%s: format %q, version %d: want %q, %d", manifestFile, c.Manifest.Format, c.Manifest.FormatVersion, formatName, formatVersion)
	}
	c.readSums()
	return nil
}

// readSums reads the sums, each in a line of its own.
func (c *checker) readSums() {
	sums, err := c.text(sumsFile)
	if err != nil {
		c.problem(sumsFile, "%v", err)
	}
	for line := range strings.Lines(string(sums)) {
		line = strings.TrimSuffix(line, "\n")
		sum, name, _ := strings.Cut(line, "  ")
		_, twice := c.sums[name]
		if raw, err := hex.DecodeString(sum); err != nil || len(raw) != sha256.Size || name == "" || twice {
			c.problem(sumsFile, "has the line %q: want a sum, two spaces and a name, each once", line)
			continue
		}
		c.sums[name] = sum
	}
}

func sumOf(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// names are those of all files that are there or should be, but for the sums.
func (c *checker) names() []string {
	var out []string
	for name := range c.members {
		out = append(out, name)
	}
	for name := range c.sums {
		out = append(out, name)
	}
	for _, f := range c.Manifest.Files {
		out = append(out, f.Name)
	}
	slices.Sort(out)
	return slices.DeleteFunc(slices.Compact(out), func(name string) bool { return name == sumsFile })
}

// check holds a file to the manifest and the sums.
func (c *checker) check(name string) {
	c.Files++
	member := c.members[name]
	if member == nil {
		c.problem(name, "is missing")
		return
	}
	in, err := member.Open()
	if err != nil {
		c.problem(name, "cannot be read: %v", err)
		return
	}
	defer in.Close()
	sum := sha256.New()
	n, err := io.Copy(sum, in)
	if err != nil {
		c.problem(name, "is damaged: %v", err)
		return
	}
	now := hex.EncodeToString(sum.Sum(nil))
	i := slices.IndexFunc(c.Manifest.Files, func(f File) bool { return f.Name == name })
	switch said, summed := c.sums[name]; {
	case i >= 0 && c.Manifest.Files[i].SHA256 != now:
		c.problem(name, "differs: sha256 %s, want %s as %s has it", now, c.Manifest.Files[i].SHA256, manifestFile)
	case i >= 0 && c.Manifest.Files[i].Bytes != n:
		c.problem(name, "has %d bytes, want %d as %s has it", n, c.Manifest.Files[i].Bytes, manifestFile)
	case i < 0 && name != manifestFile && name != citationFile:
		c.problem(name, "does not belong to the bundle")
	case !summed:
		c.problem(name, "is not in %s", sumsFile)
	case said != now:
		c.problem(name, "differs: sha256 %s, want %s as %s has it", now, said, sumsFile)
	}
}

// checkCitation sees to it that the citation is of this bundle.
func (c *checker) checkCitation() {
	text, err := c.text(citationFile)
	if err != nil {
		return // has been told
	}
	if want := c.Manifest.citation(c.ID); string(text) != want {
		c.problem(citationFile, "cites another snapshot than %s, or does so otherwise", c.ID)
	}
}

// checkSums sees to it that nothing of the sums differs from those that were made, as
// their order would, once each has been found right.
func (c *checker) checkSums() {
	text, err := c.text(sumsFile)
	if err != nil || len(c.Problems) > 0 {
		return // has been told, or there is worse
	}
	var want strings.Builder
	for _, f := range append(slices.Clone(c.Manifest.Files), File{Name: manifestFile, SHA256: c.ID}, File{Name: citationFile, SHA256: c.sums[citationFile]}) {
		want.WriteString(f.sumLine())
	}
	if string(text) != want.String() {
		c.problem(sumsFile, "has the sums of these files in other lines than it was made with")
	}
}

// text is all of a small file.
func (c *checker) text(name string) ([]byte, error) {
	member := c.members[name]
	if member == nil {
		return nil, errors.New("is missing")
	}
	in, err := member.Open()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	b, err := io.ReadAll(io.LimitReader(in, maxPaper+1))
	if err == nil && len(b) > maxPaper {
		err = fmt.Errorf("more than %d bytes", maxPaper)
	}
	return b, err
}
