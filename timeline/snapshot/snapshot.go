// Package snapshot writes what is known as a bundle to be cited, and checks such
// bundles: a zip of GeoJSON, a layer a file, with a manifest that says what it was made
// from, on what terms it may be used and how well reports were read, the sums of all
// files, and a citation.
//
// The same data and the same program give the same bytes: nothing in a bundle says when
// it was made. Its id is the SHA-256 of the manifest, which has that of each other file.
package snapshot

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"slices"
	"time"

	"github.com/paulmach/orb/geojson"

	"frontline/timeline/export"
)

// The files of a bundle beside the layers, in its one folder.
const (
	manifestFile = "manifest.json"
	sumsFile     = "SHA256SUMS"
	citationFile = "CITATION.cff"
	readmeFile   = "README.txt"
	licenceFile  = "LICENCE.md"
)

// epoch is when all files are said to be from: the first moment that a zip can say.
var epoch = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// Write writes a bundle, a feature at a time, and gives its id. The manifest is what is
// known before the layers are written; its files are filled in. terms are the licence
// in full. Part of the bundle has been written where an error is returned.
func Write(w io.Writer, m Manifest, d export.Dataset, terms string) (id string, err error) {
	b := bundle{zip: zip.NewWriter(w), folder: d.Name}
	for _, p := range d.Parts {
		one := d
		features := 0
		p.Features = counted(p.Features, &features)
		one.Parts = []export.Part{p}
		f, err := b.add(string(p.Layer)+".geojson", func(w io.Writer) error { return export.WriteGeoJSON(w, one) })
		if err != nil {
			return "", err
		}
		f.Layer, f.Features, f.MediaType = &p.Layer, &features, "application/geo+json"
		m.Files = append(m.Files, f)
	}
	m.Format, m.FormatVersion, m.Title, m.Verify = formatName, formatVersion, d.Name, howToVerify
	for _, paper := range []struct{ name, text, media string }{{licenceFile, terms, "text/markdown"}, {readmeFile, m.readme(), "text/plain"}} {
		f, err := b.addText(paper.name, paper.text)
		if err != nil {
			return "", err
		}
		f.MediaType = paper.media
		m.Files = append(m.Files, f)
	}
	m.Sources = append([]Source{}, m.Sources...) // [] and not null where there are none
	m.Without = append([]string{}, slices.Sorted(slices.Values(m.Without))...)
	text, err := m.encoded()
	if err != nil {
		return "", err
	}
	f, err := b.addText(manifestFile, string(text))
	if err != nil {
		return "", err
	}
	if _, err := b.addText(citationFile, m.citation(f.SHA256)); err != nil {
		return "", err
	}
	if _, err := b.addText(sumsFile, b.sums.String()); err != nil {
		return "", err
	}
	return f.SHA256, b.zip.Close()
}

func counted(features iter.Seq2[*geojson.Feature, error], n *int) iter.Seq2[*geojson.Feature, error] {
	return func(yield func(*geojson.Feature, error) bool) {
		for f, err := range features {
			if err == nil {
				*n++
			}
			if !yield(f, err) {
				return
			}
		}
	}
}

// encoded is the manifest as the bundle has it.
func (m Manifest) encoded() ([]byte, error) {
	var b bytes.Buffer
	out := json.NewEncoder(&b)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	err := out.Encode(m)
	return b.Bytes(), err
}

// bundle is a zip that is being written.
type bundle struct {
	zip    *zip.Writer
	folder string
	sums   bytes.Buffer
}

func (b *bundle) addText(name, text string) (File, error) {
	return b.add(name, func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	})
}

// add writes a file, and says how long it is and its sum.
func (b *bundle) add(name string, write func(io.Writer) error) (File, error) {
	h := &zip.FileHeader{Name: b.folder + "/" + name, Method: zip.Deflate, Modified: epoch}
	h.SetMode(0o444)
	member, err := b.zip.CreateHeader(h)
	if err != nil {
		return File{}, fmt.Errorf("%s: %w", name, err)
	}
	sum := sha256.New()
	n := &length{}
	if err := write(io.MultiWriter(member, sum, n)); err != nil {
		return File{}, fmt.Errorf("%s: %w", name, err)
	}
	f := File{Name: name, Bytes: n.bytes, SHA256: hex.EncodeToString(sum.Sum(nil))}
	b.sums.WriteString(f.sumLine())
	return f, nil
}

// sumLine is a file's line in the sums, as sha256sum writes it.
func (f File) sumLine() string { return f.SHA256 + "  " + f.Name + "\n" }

// length counts what is written to it.
type length struct{ bytes int64 }

func (l *length) Write(p []byte) (int, error) {
	l.bytes += int64(len(p))
	return len(p), nil
}
