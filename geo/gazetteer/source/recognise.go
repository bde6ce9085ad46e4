package source

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"frontline/geo/features"
	"frontline/geo/gazetteer"
)

// finding is what a file was recognised as.
type finding struct {
	kind    Kind
	content Content
	json    bool
	packed  bool // a GeoPackage
	comma   rune // between the columns of a table
}

// recogniseFile tells a file's kind by how it begins, whatever its name is.
func recogniseFile(path string, s settings, h headings) (finding, error) {
	text, err := unpack(path, nil)
	if err != nil {
		return finding{}, err
	}
	defer text.Close()
	start, err := text.Peek(peeked)
	if err != nil && !errors.Is(err, io.EOF) {
		return finding{}, noEOF(err)
	}
	if features.IsGeoPackage(start) {
		return s.recognisePackage(path, text, h)
	}
	if s.Layer != "" {
		return finding{}, features.NoLayersError(s.Layer)
	}
	begin := strings.ToLower(string(first(bytes.TrimSpace(start), 200)))
	switch {
	case begin == "":
		return finding{}, errors.New("is empty")
	case strings.HasPrefix(begin, "<"):
		return finding{}, fmt.Errorf("is a page of HTML or XML (%.40q), not data: did a server answer with an error?", begin)
	case bytes.IndexByte(start, 0) >= 0:
		return finding{}, errors.New("is binary: want text, or a .gz or .zip of it")
	case strings.ContainsAny(begin[:1], "{[\x1e"):
		return s.recogniseFeatures(features.Read(text), "GeoJSON", h)
	default:
		return s.recogniseText(string(start), h)
	}
}

// recogniseText tells the kinds of tables apart by the first lines.
func (s *settings) recogniseText(start string, h headings) (finding, error) {
	comma, head := columnsOf(start)
	layout := h.lay(head, s.Fields)
	dump, names := false, false
	for _, line := range first(strings.Split(start, "\n"), 5) {
		dump = dump || looksLikeDump(strings.TrimSuffix(line, "\r"))
		names = names || looksLikeAlternates(strings.TrimSuffix(line, "\r"))
	}
	found := finding{kind: s.Kind, content: Records, comma: comma}
	switch {
	case s.Kind == GeoJSON || s.Kind == Areas:
		return found, fmt.Errorf("is a table: %s is GeoJSON", s.Kind)
	case s.Kind == GeoNames && !dump && !names:
		return found, fmt.Errorf("line 1 has %d columns: want the %d of a dump or the %d of alternateNamesV2, tab-separated, without a head line",
			len(head), dumpColumns, alternateColumns)
	case s.Kind != "" && s.Kind != GeoNames:
	case dump:
		found.kind = GeoNames
	case names:
		found.kind, found.content = GeoNames, Alternates
	case slices.Equal(head, gazetteer.Columns()):
		found.kind = Frontline
	case layout.hasCode() && layout.enough(OCHA) == nil:
		found.kind = OCHA
	case layout.enough(Table) == nil:
		found.kind = Table
	default:
		return found, fmt.Errorf("kind cannot be told from its columns %q (%w): want one of %q said", first(head, 60), layout.enough(Table), Kinds())
	}
	return found, nil
}

// columnsOf are the mark that parts the columns of a table, the one that makes
// most of the head line, and the columns.
func columnsOf(start string) (rune, []string) {
	comma, columns := ',', []string{}
	for _, c := range "\t,;|" {
		in := csv.NewReader(strings.NewReader(start))
		in.Comma, in.LazyQuotes = c, c == '\t'
		if f, err := in.Read(); err == nil && len(f) > len(columns) {
			comma, columns = c, f
		}
	}
	for i := range columns {
		columns[i] = cleaned(columns[i])
	}
	return comma, columns
}

// tries is how many features are looked at until one can be read.
const tries = 100

func (s *settings) recognisePackage(path string, text *unpacked, h headings) (finding, error) {
	if len(text.close) > 1 {
		return finding{}, errors.New("is a packed GeoPackage: want it unpacked")
	}
	in, err := features.OpenGeoPackage(path, s.Layer)
	if err != nil {
		return finding{}, err
	}
	defer in.Close()
	found, err := s.recogniseFeatures(in, "a GeoPackage", h)
	found.json, found.packed = false, true
	return found, err
}

// recogniseFeatures tells the kinds of features apart by the first one that can be
// read.
func (s *settings) recogniseFeatures(in *features.Reader, format string, h headings) (finding, error) {
	found := finding{kind: s.Kind, content: Records, json: true}
	if s.Kind == Areas {
		found.content = Outlines
		return found, nil
	}
	switch s.Kind {
	case GeoNames, Frontline, Table:
		return found, fmt.Errorf("is %s: %s is a table", format, s.Kind)
	case GeoJSON, OCHA:
		return found, nil
	}
	f := newRowsOf(in, h, s.Fields)
	for range tries {
		r, err := f.next()
		if errors.As(err, new(Fault)) {
			continue
		}
		if errors.Is(err, io.EOF) {
			return found, errors.New("holds no features: want some that have names")
		}
		if err != nil {
			return found, fmt.Errorf("kind cannot be told, for no feature can be read: %w", noEOF(err))
		}
		found.kind, found.content = s.kindOf(r)
		return found, nil
	}
	return found, fmt.Errorf("kind cannot be told, for none of the first %d features can be read: want one of %q said", tries, Kinds())
}

// kindOf is the kind of features by its feature: polygons of a level down
// to sub-districts are areas; other features with p-codes are from OCHA.
func (s *settings) kindOf(r row) (Kind, Content) {
	_, err := outlineOf(r)
	level, noLevel := (&reader{settings: *s}).areaLevel(r)
	switch {
	case err == nil && noLevel == nil && level <= maxArea && r.layout.hasCode():
		return Areas, Outlines
	case r.layout.hasCode() && !r.layout.has("geonames"):
		return OCHA, Records
	default:
		return GeoJSON, Records
	}
}
