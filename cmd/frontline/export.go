package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"frontline/geo/gazetteer"
	"frontline/timeline"
	"frontline/timeline/export"
	"frontline/timeline/sqlite"
)

// exportFlags are the words of the export command.
type exportFlags struct {
	layer         formatFlag
	on, from, to  dayFlag
	actors, kinds []string
	place, out    string
	drawn         string // source
	region        region
	inquiry
}

func exportCommand() *cobra.Command {
	f := exportFlags{layer: formatFlag{value: "holdings", allowed: words(export.Layers)}}
	c := &cobra.Command{
		Use:   "export",
		Short: "Write claims, holdings, areas, front lines, pockets or advances as GeoJSON",
		Long: `Write what is known as GeoJSON (RFC 7946), with start and end of validity as ISO
days (half-open) and the words it rests on. Without --out it goes to standard
output.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			o, err := f.options()
			if err != nil {
				return err
			}
			return f.ask(c, func(store *sqlite.Store, places *gazetteer.Gazetteer) error {
				if err := f.narrow(&o, places); err != nil {
					return err
				}
				a, err := f.atlas(c.Context(), store, nil)
				if err != nil {
					return err
				}
				if o.Map != "" {
					if _, err := a.Drawn(o.Map); err != nil {
						return fmt.Errorf("--map: %w", err)
					}
				}
				return toFile(f.out, c.OutOrStdout(), func(w io.Writer) error { return export.Write(w, a, o) })
			})
		},
	}
	fl := c.Flags()
	fl.Var(&f.layer, "layer", "what to write: `claims|holdings|areas|cells|fronts|pockets|necks|advances`")
	fl.Var(&f.on, "on", "one day (`YYYY-MM-DD`)")
	fl.Var(&f.from, "from", "first day of a range (`YYYY-MM-DD`)")
	fl.Var(&f.to, "to", "day after the last of a range (`YYYY-MM-DD`)")
	fl.StringSliceVar(&f.actors, "actor", nil, "only of these `ACTORS`")
	fl.StringSliceVar(&f.kinds, "kind", nil, "only claims of these `KINDS`")
	fl.StringVar(&f.place, "place", "", "only of `PLACE`: a name that one place bears, or an id")
	fl.StringVar(&f.drawn, "map", "", "areas of the own map of this `SOURCE`, the last one of the day or before it (an id, see frontline sources)")
	fl.StringVarP(&f.out, "out", "o", "", "write to `FILE`, whole or not at all")
	f.region.flags(c)
	f.reachFlag(c)
	f.viewFlags(c)
	return c
}

func (f exportFlags) options() (export.Options, error) {
	o := export.Options{Layer: export.Layer(f.layer.value), Map: f.drawn}
	if o.Map != "" && o.Layer != export.Areas {
		return o, fmt.Errorf("--map %s: only areas are drawn: want --layer areas", o.Map)
	}
	var err error
	if o.Span, err = f.span(); err != nil {
		return o, err
	}
	if o.Actors, err = actorsNamed(f.actors); err != nil {
		return o, err
	}
	o.Kinds, err = pick("--kind", f.kinds, timeline.Kinds)
	return o, err
}

// narrow says where what is wanted lies.
func (f exportFlags) narrow(o *export.Options, places *gazetteer.Gazetteer) error {
	ground, err := f.region.filter(places)
	if err != nil {
		return err
	}
	o.Bound, o.Admin1, o.Within = ground.Bound, ground.Admin1, ground.Within
	if o.Map != "" && (o.Within != nil || o.Admin1 != "") {
		return errors.New("--map: the areas of a drawn map come whole: want neither --in nor --within")
	}
	o.Place, err = f.placeID(places)
	return err
}

// placeID is the id of --place, "" where it is left out.
func (f exportFlags) placeID(places *gazetteer.Gazetteer) (string, error) {
	if f.place == "" {
		return "", nil
	}
	found := names{places}.Find(f.place, "")
	if len(found) == 1 {
		return found[0].Place.ID, nil
	}
	ids := make([]string, len(found))
	for i, r := range found {
		ids[i] = r.Place.ID
	}
	return "", fmt.Errorf("--place: %d places are named %q %v: want the name of one, or an id", len(found), f.place, ids)
}

// span is --on, or --from and --to, either end of which may be open.
func (f exportFlags) span() (timeline.Span, error) {
	on, from, to := f.on.Day, f.from.Day, f.to.Day
	switch {
	case on != 0 && (from != 0 || to != 0):
		return timeline.Span{}, errors.New("--on: want either one day or a range (--from, --to)")
	case on != 0:
		return timeline.Span{From: on, To: on + 1}, nil
	case to != 0 && to <= from:
		return timeline.Span{}, fmt.Errorf("--to: %s is not after --from %s: a range is half-open", to, from)
	}
	return timeline.Span{From: from, To: to}, nil
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

// toFile writes to a file, which is there whole or as it was; or to std where
// no file is named.
func toFile(name string, std io.Writer, write func(io.Writer) error) error {
	if name == "" || name == "-" {
		return write(std)
	}
	if target, err := filepath.EvalSymlinks(name); err == nil {
		name = target // the file behind a link is written, not the link
	}
	tmp, err := os.CreateTemp(filepath.Dir(name), ".frontline-*")
	if err != nil {
		return fmt.Errorf("--out: %w", err)
	}
	defer os.Remove(tmp.Name()) // gone already once it has been renamed
	buffered := bufio.NewWriter(tmp)
	err = write(buffered)
	if err == nil {
		err = buffered.Flush()
	}
	if err == nil {
		err = tmp.Chmod(0o644)
	}
	if cerr := tmp.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = os.Rename(tmp.Name(), name)
	}
	if err != nil {
		return fmt.Errorf("--out: %w", err)
	}
	return nil
}
