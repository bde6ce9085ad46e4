package source

import (
	"errors"
	"fmt"

	"frontline/geo/features"
	"frontline/geo/gazetteer"
)

// Open opens a file to be read: plain, as .gz, or as a .zip with one table in
// it, UTF-8 with or without a byte order mark; or a layer of a GeoPackage, plain. It is an error where the kind
// cannot be recognised or is not the one asked for, where columns that are
// needed are missing, and where an option is wrong; the error names the file.
// The caller closes the input.
func Open(path string, o Options) (*Input, error) {
	in, err := open(path, o)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return in, nil
}

func open(path string, o Options) (*Input, error) {
	s, err := o.checked()
	if err != nil {
		return nil, err
	}
	h := readHeadings()
	found, err := recogniseFile(path, s, h)
	if err != nil {
		return nil, err
	}
	in := &Input{path: path, kind: found.kind, content: found.content, tally: newTally()}
	rd := &reader{settings: s, kind: found.kind, source: s.sourceOf(path, found.kind), kinds: readKinds(), tally: in.tally}
	if found.packed {
		p, err := features.OpenGeoPackage(path, o.Layer)
		if err != nil {
			return nil, err
		}
		in.file = p
		in.connectRows(rd, newRowsOf(p, h, rd.Fields))
		return in, nil
	}
	text, err := unpack(path, o.Progress)
	if err != nil {
		return nil, err
	}
	in.file = text
	if err := in.connect(rd, text, found, h); err != nil {
		_ = text.Close()
		return nil, err
	}
	return in, nil
}

// connect lays the pipes from a text to what it gives.
func (in *Input) connect(rd *reader, text *unpacked, found finding, h headings) error {
	fixed := found.kind == GeoNames || found.kind == Frontline
	if fixed && len(rd.Fields) > 0 {
		return fmt.Errorf("fields: the columns of %s are fixed: want none", found.kind)
	}
	switch {
	case found.content == Alternates:
		in.alternates = &alternates{lines: newLines(text), source: rd.source}
	case found.kind == GeoNames:
		in.records = &dump{lines: newLines(text), reader: rd}
	case found.kind == Frontline:
		if len(rd.countries) > 0 {
			return errors.New("countries: the project's own table does not say them: want none")
		}
		in.records = newOwn(text, rd)
	case found.json:
		in.connectRows(rd, newRowsOf(features.Read(text), h, rd.Fields))
	default:
		return in.connectTable(rd, text, found, h)
	}
	return nil
}

func (in *Input) connectTable(rd *reader, text *unpacked, found finding, h headings) error {
	t, err := openTable(text.Reader, found.comma, h, rd.Fields)
	if err != nil {
		return err
	}
	if err := t.layout.enough(found.kind); err != nil {
		return err
	}
	in.columns, in.titles = t.layout.told, func() []string { return t.layout.columns }
	in.records = converted[gazetteer.Record]{stream: t, convert: rd.record}
	return nil
}

func (in *Input) connectRows(rd *reader, f *rowsOf) {
	in.columns, in.titles, in.seen = f.told, f.all, f.in.Seen
	if in.content == Outlines {
		in.areas = converted[gazetteer.Area]{stream: f, convert: rd.area}
	} else {
		in.records = converted[gazetteer.Record]{stream: f, convert: rd.record}
	}
}

// enough says what a table does not have that its kind needs, or nil.
func (l *layout) enough(kind Kind) error {
	lack := func(what, how string) error {
		return fmt.Errorf("no column of %s among %q: say which it is with %s", what, first(l.columns, 60), how)
	}
	switch {
	case !l.hasName():
		return lack("names", "name_ar=COLUMN or name_en=COLUMN")
	case !l.has("lat"):
		return lack("latitudes", "lat=COLUMN")
	case !l.has("lon"):
		return lack("longitudes", "lon=COLUMN")
	case kind == OCHA && !l.hasCode():
		return lack("p-codes", "pcode=COLUMN")
	default:
		return nil
	}
}
