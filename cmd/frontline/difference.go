package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"frontline/geo/gazetteer"
	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/export"
	"frontline/timeline/front"
	"frontline/timeline/sqlite"
)

func differenceCommand() *cobra.Command {
	q := differenceQuestion{inquiry: newInquiry()}
	c := &cobra.Command{
		Use:   "difference DAY DAY",
		Short: "Say what ground changed hands between two days: from whom to whom, how much, by which words",
		Long: `Say what ground passed from one holder to another between two days, in square
kilometres, with what its places went through and the clauses that say so.

The border of what changed lies anywhere between a place that changed and the next
one that did not: beside the figure stand those without all of that band and with it.

As JSON it is GeoJSON: two features a change, the ground and the band.`,
		Args: cobra.ExactArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			for i, day := range []*dayFlag{&q.from, &q.to} {
				if err := day.Set(args[i]); err != nil {
					return fmt.Errorf("DAY: %w", err)
				}
			}
			return q.ask(c, func(store *sqlite.Store, places *gazetteer.Gazetteer) error { return q.answer(c, store, places) })
		},
	}
	c.Flags().StringSliceVar(&q.actors, "actor", nil, "only what one of these `ACTORS` held or contested on either day (ids, or names in Arabic or English)")
	c.Flags().StringVarP(&q.out, "out", "o", "", "write to `FILE`, whole or not at all")
	q.region.flags(c)
	q.reachFlag(c)
	q.flags(c)
	return c
}

type differenceQuestion struct {
	inquiry
	region   region
	from, to dayFlag
	actors   []string
	out      string
}

func (q *differenceQuestion) answer(c *cobra.Command, store *sqlite.Store, places *gazetteer.Gazetteer) error {
	f, err := q.region.filter(places)
	if err != nil {
		return err
	}
	if f.Actors, err = actorsNamed(q.actors); err != nil {
		return err
	}
	a, err := q.atlas(c.Context(), store, nil)
	if err != nil {
		return err
	}
	if q.format.value == "json" {
		return toFile(q.out, c.OutOrStdout(), func(w io.Writer) error {
			return export.WriteCollection(w, export.Difference(a, q.from.Day, q.to.Day, f))
		})
	}
	changes, err := a.Difference(q.from.Day, q.to.Day, f)
	if err != nil {
		return err
	}
	return toFile(q.out, c.OutOrStdout(), func(w io.Writer) error { return printDifference(w, changes) })
}

// printDifference lists the ground that changed hands, and why.
func printDifference(w io.Writer, changes []atlas.GroundChange) error {
	var b strings.Builder
	for _, c := range changes {
		fmt.Fprintf(&b, "%s → %s: %.0f km² (%.0f to %.0f), %s\n", stateWords(c.From), stateWords(c.To),
			c.Km2, c.LeastKm2, c.MostKm2, counted(len(c.Places), "place"))
		for _, change := range c.Because {
			fmt.Fprintf(&b, "  %s  %s: %s\n", change.Day, placeWords(change.Place), changeWords(change))
			for _, e := range change.Because {
				printEvidence(&b, e)
			}
		}
	}
	if len(changes) == 0 {
		b.WriteString("nothing is known to have changed\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// stateWords is who holds ground.
func stateWords(s front.State) string {
	switch {
	case s.Contested():
		return "contested by " + joinActors(s.Parties)
	case s.Holder == timeline.Unknown:
		return "nobody known"
	}
	return string(s.Holder)
}

// counted is a number with the noun of what it counts.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
