package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"frontline/geo"
	"frontline/geo/gazetteer"
	"frontline/geo/gazetteer/link"
	"frontline/geo/gazetteer/source"
	"frontline/timeline/sqlite"
)

func importPlacesCommand() *cobra.Command {
	f := placesFlags{format: formatFlag{value: "text", allowed: []string{"text", "json"}}}
	c := &cobra.Command{
		Use:   "places FILE|URL...",
		Short: "Take in places, alternate names and administrative areas from other gazetteers",
		Long: `Take in what another gazetteer says, from files or from the web:

  geonames   a dump of GeoNames (SY.zip, SY.txt, allCountries.zip), and with it or
             later alternateNamesV2
  ocha       OCHA's populated places or units with p-codes, CSV or features
  geojson    any features that have names
  table      any CSV or TSV with a head line
  frontline  the project's own table
  areas      polygons of governorates, districts or sub-districts, features

Features are GeoJSON, a sequence of it (RFC 8142, or a feature a line) or a GeoPackage,
as the content says; WGS84, longitude first. The kind is recognised from the content where --kind does not say it. Columns are
guessed by their names where --map does not name them (name_ar=NAME_A,…).

A record that means a place the gazetteer has (the same p-code or GeoNames id, or
the same name on the same spot) adds its names and ids to that place; any other is
a new one. What was matched, added, and contradicts what is known is reported.
Everything is taken in, or, where a file is damaged, nothing. What is downloaded is
kept until then, so that a download that broke off goes on where it stopped.

Stored reports are put by the new places when they are read again: frontline replay.`,
		Args: cobra.MinimumNArgs(1),
		RunE: f.run,
	}
	fl := c.Flags()
	fl.StringVar(&f.kind, "kind", "", "format, a `KIND` (default: recognised from the content)")
	fl.StringVar(&f.source, "source", "", "`NAME` of the source where the file does not say it (default: by the kind, or the file's name)")
	fl.StringToStringVar(&f.fields, "map", nil, "which column or property is which field: `FIELD=COLUMN,…`")
	fl.StringSliceVar(&f.countries, "country", nil, "only of these `COUNTRIES` (ISO 3166: SY,IQ)")
	fl.StringVar(&f.within, "within", "", "only what lies in `WEST,SOUTH,EAST,NORTH` (degrees)")
	fl.IntVar(&f.level, "level", 0, "of areas that do not say it: `LEVEL` 0 (country) to 3 (sub-district)")
	fl.StringVar(&f.layer, "layer", "", "`LAYER` of a GeoPackage (default: the only one of points or polygons)")
	fl.BoolVar(&f.dry, "dry-run", false, "say what would be taken in, and take in nothing")
	fl.Var(&f.format, "format", "output: `text|json`")
	fl.StringVar(&f.db, "db", defaultDB, "database `FILE`; made if it is not there")
	return c
}

type placesFlags struct {
	kind, source, within, db string
	fields                   map[string]string
	countries                []string
	level                    int
	layer                    string
	dry                      bool
	format                   formatFlag
}

// options are the flags as the reader of files wants them.
func (f *placesFlags) options(c *cobra.Command) (source.Options, error) {
	o := source.Options{Kind: source.Kind(f.kind), Source: f.source, Fields: f.fields, Countries: f.countries, Layer: f.layer}
	if f.kind != "" && !slices.Contains(source.Kinds(), o.Kind) {
		return o, fmt.Errorf("--kind %q: want %s", f.kind, strings.Join(words(source.Kinds()), ", "))
	}
	if f.within != "" {
		b, err := geo.ParseBound(f.within)
		if err != nil {
			return o, fmt.Errorf("--within: %w", err)
		}
		o.Within = &b
	}
	if c.Flags().Changed("level") {
		if f.level < 0 || f.level > 3 {
			return o, fmt.Errorf("--level %d: want 0 to 3", f.level)
		}
		o.Level = &f.level
	}
	return o, nil
}

func (f *placesFlags) run(c *cobra.Command, args []string) error {
	o, err := f.options(c)
	if err != nil {
		return err
	}
	ctx := c.Context()
	files, err := fetchAll(ctx, args, c.ErrOrStderr())
	if err != nil {
		return err
	}
	in, err := openSources(files, o, c.ErrOrStderr())
	defer in.close()
	if err != nil {
		return err
	}
	edit := editWhole
	if f.dry {
		edit = editCopy
	}
	var report link.Report
	err = edit(c, f.db, func(s *sqlite.Store) error {
		report, err = in.into(ctx, s)
		return err
	})
	if err != nil {
		return err
	}
	if !f.dry {
		files.discard()
	}
	v := importView(in, report)
	v.Taken = !f.dry
	if f.format.value == "json" {
		return printJSON(c.OutOrStdout(), v)
	}
	return printImport(c.OutOrStdout(), v)
}

// editCopy is editStore with a copy of the database that goes again: what would come
// of a change is not guessed, but made and looked at.
func editCopy(c *cobra.Command, db string, do func(*sqlite.Store) error) (err error) {
	dir, err := os.MkdirTemp("", "frontline-preview-*")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	copied := filepath.Join(dir, "preview.db")
	if _, err := os.Stat(db); err == nil {
		show, done := progressBytes(c.ErrOrStderr(), "copying")
		err = withStore(c.Context(), db, func(s *sqlite.Store) error {
			return s.Backup(c.Context(), copied, sqlite.BackupOptions{Progress: show})
		})
		done()
		if err != nil {
			return err
		}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("--db: %w", err)
	}
	return editStore(c, copied, do)
}

// intakeFiles are the opened files of an import: places first, then what adds
// names to them, then areas.
type intakeFiles struct {
	inputs  []*source.Input
	names   []string
	samples map[*source.Input][]placeSampleJSON // the first of each
	end     func()                              // of the progress that is shown
}

// maxSamples is how many places of a file are shown.
const maxSamples = 5

func (in *intakeFiles) sample(x *source.Input, s placeSampleJSON) {
	if len(in.samples[x]) < maxSamples {
		in.samples[x] = append(in.samples[x], s)
	}
}

func openSources(files fetchedFiles, o source.Options, status io.Writer) (*intakeFiles, error) {
	in := &intakeFiles{end: func() {}, samples: map[*source.Input][]placeSampleJSON{}}
	for _, f := range files {
		show, end := progressBytes(status, "reading "+f.name)
		o.Progress = show
		x, err := source.Open(f.path, o)
		if err != nil {
			return in, err
		}
		last := in.end
		in.end = func() { last(); end() }
		in.inputs, in.names = append(in.inputs, x), append(in.names, f.name)
	}
	return in, nil
}

func (in *intakeFiles) close() {
	in.end()
	for _, x := range in.inputs {
		_ = x.Close() // was only read from
	}
}

// of are the inputs of one content.
func (in *intakeFiles) of(content source.Content) (out []*source.Input) {
	for _, x := range in.inputs {
		if x.Content() == content {
			out = append(out, x)
		}
	}
	return out
}

// into takes everything into the store.
func (in *intakeFiles) into(ctx context.Context, s *sqlite.Store) (report link.Report, err error) {
	about := strings.Join(in.names, ", ")
	if places, names := in.of(source.Records), in.of(source.Alternates); len(places)+len(names) > 0 {
		shipped, err := shippedGazetteer()
		if err != nil {
			return report, err
		}
		report, err = s.Import(ctx, link.New(shipped), about, func(im *sqlite.Import) error {
			for _, x := range places {
				if err := in.takeRecords(ctx, im, x); err != nil {
					return err
				}
			}
			for _, x := range names {
				if err := takeNames(ctx, im, x); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return report, err
		}
	}
	var areas []gazetteer.Area
	for _, x := range in.of(source.Outlines) {
		for a, err := range x.Areas() {
			if err != nil {
				return report, err
			}
			in.sample(x, placeSampleJSON{Key: a.PCode, NameAr: a.NameAr, NameEn: a.NameEn, Kind: fmt.Sprint("level ", a.Level)})
			areas = append(areas, a)
		}
	}
	if len(areas) == 0 {
		return report, nil
	}
	return report, s.PutAreas(ctx, areas, about)
}

func (in *intakeFiles) takeRecords(ctx context.Context, im *sqlite.Import, x *source.Input) error {
	sources := map[string]bool{}
	for r, err := range x.Records() {
		if err == nil {
			sources[r.Source] = true
			in.sample(x, placeSampleJSON{Key: r.Key, NameAr: r.NameAr, NameEn: r.NameEn, Kind: r.Kind, Admin1: r.Admin1, Lon: &r.At[0], Lat: &r.At[1]})
			err = im.Record(ctx, r)
		}
		if err != nil {
			return err
		}
	}
	names := map[string]string{}
	for code, u := range x.Summary().Admin1 {
		if name := cmp.Or(u.NameEn, u.NameAr); name != code && name != "" {
			names[code] = name
		}
	}
	for _, name := range slices.Sorted(maps.Keys(sources)) {
		if err := im.Governorates(ctx, name, names); err != nil {
			return err
		}
	}
	return nil
}

func takeNames(ctx context.Context, im *sqlite.Import, x *source.Input) error {
	for a, err := range x.Alternates() {
		if err == nil {
			err = im.Alternate(ctx, a)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
