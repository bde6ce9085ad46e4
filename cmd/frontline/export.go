package main

import (
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/paulmach/orb/geojson"
	"github.com/spf13/cobra"

	"frontline/data"
	"frontline/geo/gazetteer"
	"frontline/timeline/atlas"
	"frontline/timeline/export"
	"frontline/timeline/export/format"
	"frontline/timeline/sqlite"
)

// exportFlags are the words of the export command.
type exportFlags struct {
	layers        []string
	file          formatFlag // "" is by the ending of out
	on, from, to  dayFlag
	actors, kinds []string
	modalities    []string
	sources       []string
	sure          shareFlag
	place, out    string
	drawn         string // source
	region        region
	inquiry
}

func exportCommand() *cobra.Command {
	f := exportFlags{file: formatFlag{allowed: words(format.Names)}}
	c := &cobra.Command{
		Use:   "export",
		Short: "Write claims, holdings, areas, front lines, places, reports or what changed to a file",
		Long: `Write what is known as GeoJSON (RFC 7946), a GeoJSON sequence (RFC 8142), CSV, KML, KMZ
or a GeoPackage: one file, with all layers that are asked for. Every feature has start
and end of validity as ISO days (half-open), but for places, and the words it rests on.
Without --out it goes to standard output; a GeoPackage is a database and needs a file. A
difference is what changed between the days --from and --to.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			write, err := f.format()
			if err != nil {
				return err
			}
			r, err := f.request()
			if err != nil {
				return err
			}
			return f.ask(c, func(store *sqlite.Store, places *gazetteer.Gazetteer) error {
				d, err := f.dataset(c.Context(), r, store, places)
				if err != nil {
					return err
				}
				return toFile(f.out, c.OutOrStdout(), func(w io.Writer) error { return written(c, w, d, write) })
			})
		},
	}
	fl := c.Flags()
	fl.StringSliceVar(&f.layers, "layer", []string{string(export.Holdings)}, "what to write, one or several `LAYERS` of "+strings.Join(words(export.Layers), ", "))
	fl.Var(&f.file, "format", "form of the file: `"+strings.Join(f.file.allowed, "|")+"`; left out: by the ending of --out, or else geojson")
	fl.Var(&f.on, "on", "one day (`YYYY-MM-DD`)")
	fl.Var(&f.from, "from", "first day of a range (`YYYY-MM-DD`)")
	fl.Var(&f.to, "to", "day after the last of a range (`YYYY-MM-DD`)")
	fl.StringSliceVar(&f.actors, "actor", nil, "only of these `ACTORS`")
	fl.StringSliceVar(&f.kinds, "kind", nil, "only claims of these `KINDS`, and places and reports with one")
	fl.StringSliceVar(&f.modalities, "modality", nil, "only claims of these `MODALITIES`, and places and reports with one")
	fl.StringSliceVar(&f.sources, "source", nil, "only claims of these `SOURCES`, or what is held, named or reported because of one (ids, see frontline sources)")
	fl.Var(&f.sure, "sure", "only claims and holdings of this `CONFIDENCE` or more, 0 to 1, and places and reports with one")
	fl.StringVar(&f.place, "place", "", "only of `PLACE`: a name that one place bears, or an id")
	fl.StringVar(&f.drawn, "map", "", "areas, and what changed of them, by the own maps of this `SOURCE`, the last one of the day or before it (an id, see frontline sources)")
	fl.StringVarP(&f.out, "out", "o", "", "write to `FILE`, whole or not at all")
	f.region.flags(c)
	f.reachFlag(c)
	f.viewFlags(c)
	return c
}

// written writes a dataset, shows on a terminal how many features have been, and stops
// when the command does.
func written(c *cobra.Command, w io.Writer, d export.Dataset, write func(io.Writer, export.Dataset) error) error {
	const often = 1000 // features: a bar takes longer to draw than one of them to write
	show, end := progress(c.ErrOrStderr(), "writing features")
	defer end()
	return write(w, d.Watched(func(done int) error {
		if show != nil && done%often == 0 {
			show(done, -1)
		}
		return c.Context().Err()
	}))
}

// pick checks words against those allowed.
func pick[T ~string](flag string, given []string, allowed []T) ([]T, error) {
	var out []T
	for _, g := range given {
		if !slices.Contains(allowed, T(g)) {
			return nil, fmt.Errorf("%s: %q: want %s", flag, g, strings.Join(words(allowed), ", "))
		}
		out = append(out, T(g))
	}
	return out, nil
}

func words[T ~string](in []T) []string {
	out := make([]string, len(in))
	for i, w := range in {
		out[i] = string(w)
	}
	return out
}

// writeFeatures writes features of an atlas as GeoJSON, with what they are of and on
// what terms they may be used, as the API does.
func writeFeatures(w io.Writer, a *atlas.Atlas, features iter.Seq2[*geojson.Feature, error]) error {
	return export.WriteGeoJSON(w, export.Dataset{Version: a.Version(), Licence: data.Terms, Parts: []export.Part{{Features: features}}})
}
