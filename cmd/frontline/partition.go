package main

import (
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/paulmach/orb/geojson"
	"github.com/spf13/cobra"

	"frontline/geo"
	"frontline/geo/partition"
	"frontline/timeline/export"
)

// partitionFlags are the words of the partition command.
type partitionFlags struct {
	places, outline, areas, fronts string
	plane                          formatFlag
}

func partitionCommand() *cobra.Command {
	f := partitionFlags{plane: formatFlag{value: "degrees", allowed: []string{"degrees", "country"}}}
	c := &cobra.Command{
		Use:   "partition --places FILE --outline FILE [--areas FILE] [--fronts FILE]",
		Short: "Divide ground between places of your own, by who holds them",
		Long: `Divide the ground inside an outline between places, each taking what is nearer to
it than to any other; join what one holder has, and draw the lines between holders.
No database is needed.

The places are a CSV table with the columns lon, lat (degrees) and holder, in any
order and among others; rows without a holder take ground that is nobody's. The
outline is GeoJSON: a Polygon or MultiPolygon, alone or in features.

Areas come out as one MultiPolygon a holder with its square kilometres, fronts as
LineStrings with the holders on their left (a) and right (b) and their kilometres.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return f.run(c.OutOrStdout()) },
	}
	fl := c.Flags()
	fl.StringVar(&f.places, "places", "", "CSV `FILE` of places; required")
	fl.StringVar(&f.outline, "outline", "", "GeoJSON `FILE` of the ground to divide; required")
	fl.StringVar(&f.areas, "areas", "", "write areas to `FILE`; - is standard output")
	fl.StringVar(&f.fronts, "fronts", "", "write fronts to `FILE`; - is standard output")
	fl.Var(&f.plane, "plane", "in what nearest is meant: `degrees|country`, longitude and latitude as they stand "+
		"(as planar GIS tools do), or true to scale at the outline's middle latitude (as the map does)")
	_ = c.MarkFlagRequired("places") // fails only for a flag that is not there
	_ = c.MarkFlagRequired("outline")
	return c
}

func (f partitionFlags) run(out io.Writer) error {
	if f.areas == "" && f.fronts == "" {
		return errors.New("nothing to write: want --areas, --fronts or both")
	}
	places, err := readHeldPlaces(f.places)
	if err != nil {
		return fmt.Errorf("--places: %w", err)
	}
	outline, err := readOutline(f.outline)
	if err != nil {
		return fmt.Errorf("--outline: %w", err)
	}
	divide := partition.NewPlain
	if f.plane.value == "country" {
		divide = partition.New
	}
	p, err := divide(places.at, outline)
	if err != nil {
		return err
	}
	label := places.labels(p)
	if f.areas != "" {
		write := func(w io.Writer) error { return export.WriteCollection(w, areaFeatures(p.Join(label), places.holders)) }
		if err := toFile(f.areas, out, write); err != nil {
			return err
		}
	}
	if f.fronts == "" {
		return nil
	}
	return toFile(f.fronts, out, func(w io.Writer) error {
		return export.WriteCollection(w, frontFeatures(p.Borders(label), places.holders))
	})
}

func areaFeatures(regions []partition.Region, holders []string) iter.Seq2[*geojson.Feature, error] {
	return func(yield func(*geojson.Feature, error) bool) {
		for _, r := range regions {
			f := geojson.NewFeature(r.Shape)
			f.Properties = geojson.Properties{"holder": holders[r.Label], "area_km2": r.Km2}
			if !yield(f, nil) {
				return
			}
		}
	}
}

func frontFeatures(borders []partition.Border, holders []string) iter.Seq2[*geojson.Feature, error] {
	return func(yield func(*geojson.Feature, error) bool) {
		for _, b := range borders {
			f := geojson.NewFeature(b.Line)
			f.Properties = geojson.Properties{"a": holders[b.Left], "b": holders[b.Right], "km": geo.LengthKm(b.Line)}
			if !yield(f, nil) {
				return
			}
		}
	}
}
