package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/baseline"
	"frontline/timeline/sqlite"
)

func takeInCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "import",
		Short: "Take in places, and who holds what, from the files of others",
		Long: `Take in what others know: places for names to be put on, or the state of control on
a day. --dry-run says what would be taken in, and which column, property and value is
taken for what; then nothing is changed.`,
	}
	c.AddCommand(importPlacesCommand(), importControlCommand())
	return c
}

func importControlCommand() *cobra.Command {
	f := controlFlags{format: formatFlag{value: "text", allowed: []string{"text", "json"}}}
	c := &cobra.Command{
		Use:   "control FILE...",
		Short: "Take in the state of control on a day, from maps or lists",
		Long: `Take in the state of control on a day, so that there is a known map to start from:

  a map    polygons; every place of the gazetteer that lies in one is held by its
           actor on that day, by several if it lies in those of several
  a list   points, or a table with a head line (CSV, TSV): a place (its name, an id or
           p-code, or where it lies) and its holder (id or name of an actor); who else
           is there, a governorate, a day

Polygons and points are GeoJSON, a sequence of it (RFC 8142, or a feature a line) or a
GeoPackage, as the content says; WGS84, longitude first. What frontline export writes
of holdings on a day comes back as it was, but that one who is where no holder is known
becomes it; of areas it is who had the places in them, but not who of several held them,
nor where nobody is known to.

Who holds a polygon or point is said by a property (--actor-from; otherwise guessed by
its name), whose values are actors or are made so (--actor VALUE=ACTOR), or is the same
for all (--actor ACTOR). What several have, with | or ; between them, they contest; those
who are said to be others contest it with the holder.
Ground of a value that is made unknown is nobody's that is known.

The day is --on, or stands in the name of each file (20240715, 2024-07-15). Several
files are a series: of the days through which a place is shown with the same holder
the first and the last are kept, and what happened between two files stays open. A
place that a map shows no more is lost to its holder; that somebody else has it is
said only by --elsewhere. A list says nothing of what it leaves out. To go on with a
series, import its last file again together with the new ones.

Each file becomes a report: a table in which each place has its line. Of a map the
polygons themselves are kept with it, whole, rings with faults mended: frontline
export --layer areas --map SOURCE answers from them, also where no place of the
gazetteer lies in them. The same file imported again
changes nothing, but that a table from before polygons were kept gets its own; where
one is damaged, nothing is taken in.`,
		Args: cobra.MinimumNArgs(1),
		RunE: f.run,
	}
	fl := c.Flags()
	fl.Var(&f.on, "on", "`DAY` of which the file speaks, YYYY-MM-DD (default: as its name says)")
	fl.StringVar(&f.layer, "layer", "", "`LAYER` of a GeoPackage (default: the only one of polygons or points)")
	fl.StringVar(&f.property, "actor-from", "", "`PROPERTY` of polygons or points that says who holds them (default: guessed by its name)")
	fl.StringArrayVar(&f.actors, "actor", nil, "`ACTOR`: who holds all that is shown; or VALUE=ACTOR: which actor a value means (repeatable)")
	fl.StringVar(&f.elsewhere, "elsewhere", "", "`ACTOR` who holds what lies outside all polygons: in --within, or in the areas of the gazetteer that the polygons lie in")
	fl.StringVar(&f.within, "within", "", "only places in `WEST,SOUTH,EAST,NORTH` (degrees)")
	fl.StringToStringVar(&f.columns, "map", nil, "which column or property is which field, of "+strings.Join(baseline.Fields(), ", ")+": `FIELD=COLUMN,…` (default: guessed by their names)")
	fl.StringVar(&f.source, "source", "", "`NAME` of whose map it is, as frontline sources lists it, or another")
	fl.StringVar(&f.url, "url", "", "`URL` where it was published")
	fl.BoolVar(&f.dry, "dry-run", false, "say what would be taken in, and take in nothing")
	fl.Var(&f.format, "format", "output: `text|json`")
	fl.StringVar(&f.db, "db", defaultDB, "database `FILE`; made if it is not there")
	return c
}

type controlFlags struct {
	on                dayFlag
	layer, property   string
	elsewhere, within string
	actors            []string
	columns           map[string]string
	source, url, db   string
	dry               bool
	format            formatFlag
}

// run reads the files, and takes them in unless nothing is to be changed.
func (f *controlFlags) run(c *cobra.Command, args []string) error {
	o, err := f.options()
	if err != nil {
		return err
	}
	if f.dry {
		return f.preview(c, args, o)
	}
	var series *baseline.Series
	var added int
	err = editWhole(c, f.db, func(store *sqlite.Store) error {
		if o.Places, err = placesIn(c.Context(), store); err != nil {
			return err
		}
		if o.Licence, err = licenceOf(c.Context(), store, f.source, f.url); err != nil {
			return err
		}
		series, err = baseline.Read(args, o)
		if err == nil {
			err = series.Ready()
		}
		if err != nil {
			return hinted(err)
		}
		added, err = store.AddAll(c.Context(), series.Readings())
		return err
	})
	if err != nil {
		return err
	}
	return f.print(c, controlView(series, o.Places, &added))
}

// preview says what would be taken in. The database need not be there.
func (f *controlFlags) preview(c *cobra.Command, args []string, o baseline.Options) (err error) {
	db := f.db
	if _, err := os.Stat(db); !c.Flags().Changed("db") || errors.Is(err, fs.ErrNotExist) {
		db = ""
	}
	if o.Places, err = placesOf(c.Context(), db); err != nil {
		return err
	}
	series, err := baseline.Read(args, o)
	if err != nil {
		return hinted(err)
	}
	if err := f.print(c, controlView(series, o.Places, nil)); err != nil {
		return err
	}
	return hinted(series.Ready())
}

func (f *controlFlags) print(c *cobra.Command, v controlJSON) error {
	if f.format.value == "json" {
		return printJSON(c.OutOrStdout(), v)
	}
	return printControl(c.OutOrStdout(), v)
}

// options are the flags as the reader of files wants them; without places.
func (f *controlFlags) options() (baseline.Options, error) {
	o := baseline.Options{Day: f.on.Day, Layer: f.layer, Property: f.property, Means: map[string]timeline.Actor{}, Columns: f.columns,
		Origin: baseline.Origin{Source: f.source, URL: f.url}}
	var err error
	if o.Actors, err = shippedActors(); err != nil {
		return o, err
	}
	if o.Elsewhere, err = actorOf(o.Actors, "--elsewhere", f.elsewhere); err != nil {
		return o, err
	}
	for _, a := range f.actors {
		i := strings.LastIndex(a, "=")
		actor, err := actorOf(o.Actors, "--actor", a[i+1:])
		switch {
		case err != nil:
			return o, err
		case i >= 0:
			o.Means[strings.TrimSpace(a[:i])] = actor
		case o.Holder != "":
			return o, fmt.Errorf("--actor %s: %s holds all that is shown already: want one, or VALUE=ACTOR", actor, o.Holder)
		default:
			o.Holder = actor
		}
	}
	if o.Holder != "" && (f.property != "" || len(o.Means) > 0) {
		return o, fmt.Errorf("--actor %s: holds all that is shown: want it without --actor-from and VALUE=ACTOR", o.Holder)
	}
	if f.within != "" {
		b, err := geo.ParseBound(f.within)
		if err != nil {
			return o, fmt.Errorf("--within: %w", err)
		}
		o.Within = &b
	}
	return o, nil
}

// actorOf is the actor of an id in a flag; "" for none.
func actorOf(actors []timeline.ActorInfo, flag, id string) (timeline.Actor, error) {
	known := make([]string, len(actors))
	for i, a := range actors {
		known[i] = string(a.ID)
	}
	if id != "" && !slices.Contains(known, id) || id == "" && flag == "--actor" {
		return "", fmt.Errorf("%s %q: want one of %s", flag, id, strings.Join(known, ", "))
	}
	return timeline.Actor(id), nil
}

// licenceOf is what the registry says of the licence of a source.
func licenceOf(ctx context.Context, store *sqlite.Store, source, url string) (string, error) {
	listings, err := store.Listings(ctx)
	if err != nil {
		return "", err
	}
	return timeline.RegistryAt(listings, 0).Of(timeline.Report{Source: source, URL: url}).Licence, nil
}

// hinted is an error with the flags that help.
func hinted(err error) error {
	switch {
	case errors.Is(err, baseline.ErrNoDay):
		return fmt.Errorf("%w: --on DAY", err)
	case errors.Is(err, baseline.ErrNobody):
		return fmt.Errorf("%w: --actor ACTOR, or --actor-from PROPERTY with --actor VALUE=ACTOR; --dry-run shows what there is", err)
	case errors.Is(err, baseline.ErrNowhere):
		return fmt.Errorf("%w: frontline import places", err)
	case errors.Is(err, baseline.ErrNoEdge):
		return fmt.Errorf("--elsewhere: %w: --within, or frontline import places --kind areas", err)
	}
	return err
}
