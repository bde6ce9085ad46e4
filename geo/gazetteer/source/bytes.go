package source

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// unpacked is the text of a file: of a .gz what is packed, of a .zip the one
// table in it, without a byte order mark.
type unpacked struct {
	*bufio.Reader
	close []io.Closer
}

// peeked is how much of a text is looked at to recognise it.
const peeked = 64 << 10

// unpack opens a file. What it is packed with is known by its first bytes, not
// by its name.
func unpack(file string, progress func(read, total int64)) (_ *unpacked, err error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	u := &unpacked{close: []io.Closer{f}}
	defer func() {
		if err != nil {
			_ = u.Close()
		}
	}()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("is no file: want a file to read")
	}
	raw := &counter{f: f, total: info.Size()}
	magic := make([]byte, 4)
	n, err := f.ReadAt(magic, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	var text io.Reader = raw
	switch magic = magic[:n]; {
	case bytes.HasPrefix(magic, []byte("\x1f\x8b")):
		z, err := gzip.NewReader(bufio.NewReaderSize(raw, peeked))
		if err != nil {
			return nil, fmt.Errorf("gzip: %w", err)
		}
		text, u.close = z, append(u.close, z)
	case bytes.HasPrefix(magic, []byte("PK\x03\x04")), bytes.HasPrefix(magic, []byte("PK\x05\x06")):
		z, err := u.openMember(raw, file)
		if err != nil {
			return nil, err
		}
		text, u.close = z, append(u.close, z)
	}
	raw.report = progress // of the text, not of what is read to find it
	u.Reader = bufio.NewReaderSize(text, peeked)
	return u, u.skipMark()
}

func (u *unpacked) openMember(raw *counter, file string) (io.ReadCloser, error) {
	z, err := zip.NewReader(raw, raw.total)
	if err != nil {
		return nil, fmt.Errorf("zip: cut off or damaged: %w", err)
	}
	m, err := tableIn(z.File, file)
	if err != nil {
		return nil, fmt.Errorf("zip: %w", err)
	}
	text, err := m.Open()
	raw.read, raw.total = 0, int64(m.CompressedSize64)
	return text, err
}

// tableIn is the one member of a zip that can be data: a table or GeoJSON, not
// what is said about it. Of several it is the one named like the zip.
func tableIn(members []*zip.File, file string) (*zip.File, error) {
	var tables []*zip.File
	var names, all []string
	for _, m := range members {
		base := strings.ToLower(path.Base(m.Name))
		all = append(all, m.Name)
		if m.FileInfo().IsDir() || strings.HasPrefix(base, ".") || strings.HasPrefix(m.Name, "__MACOSX/") ||
			strings.HasPrefix(base, "readme") || strings.HasPrefix(base, "license") ||
			!slices.Contains([]string{".txt", ".csv", ".tsv", ".tab", ".json", ".geojson", ".geojsonl", ".geojsons", ".ndjson"}, path.Ext(base)) {
			continue
		}
		tables, names = append(tables, m), append(names, m.Name)
	}
	stem, _, _ := strings.Cut(filepath.Base(file), ".")
	like := slices.IndexFunc(tables, func(m *zip.File) bool {
		name, _, _ := strings.Cut(path.Base(m.Name), ".")
		return strings.EqualFold(name, stem)
	})
	switch {
	case slices.Contains(all, "xl/workbook.xml"):
		return nil, errors.New("a workbook: want its sheet saved as CSV")
	case len(tables) == 0:
		return nil, fmt.Errorf("holds no table but %q: want a .txt, .csv, .tsv, .json or .geojson", first(all, 10))
	case len(tables) == 1:
		return tables[0], nil
	case like < 0:
		return nil, fmt.Errorf("holds several tables, %q: want one; unpack it and choose", first(names, 10))
	default:
		return tables[like], nil
	}
}

func first[T any](list []T, n int) []T { return list[:min(n, len(list))] }

func (u *unpacked) skipMark() error {
	start, err := u.Peek(3)
	switch {
	case err != nil && !errors.Is(err, io.EOF):
		return err
	case bytes.HasPrefix(start, []byte("\xff\xfe")), bytes.HasPrefix(start, []byte("\xfe\xff")):
		return errors.New("is in UTF-16: want UTF-8")
	case bytes.Equal(start, []byte("\xef\xbb\xbf")):
		_, err = u.Discard(3)
		return err
	default:
		return nil
	}
}

// Close closes the file.
func (u *unpacked) Close() error {
	var err error
	for _, c := range slices.Backward(u.close) {
		err = errors.Join(err, c.Close())
	}
	u.close = nil
	return err
}

// counter reads a file, in order or at a place, and reports how much was read.
type counter struct {
	f           *os.File
	read, total int64
	report      func(read, total int64)
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.f.Read(p)
	c.count(n)
	return n, err
}

// ReadAt is for the zip, which reads a member in order.
func (c *counter) ReadAt(p []byte, at int64) (int, error) {
	n, err := c.f.ReadAt(p, at)
	c.count(n)
	return n, err
}

func (c *counter) count(n int) {
	c.read = min(c.read+int64(n), c.total)
	if c.report != nil && n > 0 {
		c.report(c.read, c.total)
	}
}
