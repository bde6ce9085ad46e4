package main

import (
	"errors"
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
		Use:   "difference DAY [DAY]",
		Short: "Say what ground changed hands between two days: from whom to whom, how much, by which words",
		Long: `Say what ground passed from one holder to another between two days, in square
kilometres, with what its places went through and the clauses that say so.

The border of what changed lies anywhere between a place that changed and the next
one that did not: beside the figure stand those without all of that band and with it.

With --known-from, what changed on the map of one day since then is said instead:
not because ground passed to anybody, but because more is known.

--map asks the own maps of a source instead, which have no such band and no words.
As JSON it is GeoJSON: two features a change, the ground and the band.`,
		Args: cobra.RangeArgs(1, 2),
		RunE: func(c *cobra.Command, args []string) error {
			if q.since.Known() == (len(args) == 2) {
				return errors.New("want two days, or one and --known-from")
			}
			q.from.Day, q.to.Day = 0, 0
			for i, day := range []*dayFlag{&q.from, &q.to}[:len(args)] {
				if err := day.Set(args[i]); err != nil {
					return fmt.Errorf("DAY: %w", err)
				}
			}
			return q.ask(c, func(store *sqlite.Store, places *gazetteer.Gazetteer) error { return q.answer(c, store, places) })
		},
	}
	c.Flags().StringSliceVar(&q.actors, "actor", nil, "only what one of these `ACTORS` held or contested on either day (ids, or names in Arabic or English)")
	c.Flags().Var(&q.since, "known-from", "compare with the map of DAY as it was known at the end of this day, UTC (`YYYY-MM-DD`)")
	c.Flags().StringVar(&q.drawn, "map", "", "by the own maps of this `SOURCE` (an id, see frontline sources)")
	c.Flags().StringVarP(&q.out, "out", "o", "", "write to `FILE`, whole or not at all")
	q.region.flags(c)
	q.reachFlag(c)
	q.flags(c)
	return c
}

type differenceQuestion struct {
	inquiry
	region          region
	from, to, since dayFlag
	actors          []string
	drawn, out      string
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
	changes, err := q.changes(a, f)
	if err != nil {
		return err
	}
	return toFile(q.out, c.OutOrStdout(), func(w io.Writer) error {
		switch {
		case q.format.value == "text":
			return printDifference(w, changes)
		case q.since.Known():
			return writeFeatures(w, a, export.Correction(changes, q.from.Day))
		}
		return writeFeatures(w, a, export.Changed(changes, q.from.Day, q.to.Day))
	})
}

// changes are those of our own map, of a source's, or of what is known.
func (q *differenceQuestion) changes(a *atlas.Atlas, f atlas.Filter) ([]atlas.GroundChange, error) {
	switch {
	case q.drawn != "" && q.since.Known():
		return nil, errors.New("--map: given beside --known-from: want one of the two")
	case q.drawn != "":
		return a.DrawnDifference(q.drawn, q.from.Day, q.to.Day, f)
	case q.since.Known():
		return a.Corrected(a.KnownAt(timeline.EndOf(q.since.Day)), q.from.Day, f)
	}
	return a.Difference(q.from.Day, q.to.Day, f)
}

// printDifference lists the ground that changed hands, and why.
func printDifference(w io.Writer, changes []atlas.GroundChange) error {
	var b strings.Builder
	for _, c := range changes {
		fmt.Fprintf(&b, "%s → %s: %.0f km²", stateWords(c.From), stateWords(c.To), c.Km2)
		if len(c.Band) > 0 {
			fmt.Fprintf(&b, " (%.0f to %.0f)", c.LeastKm2, c.MostKm2)
		}
		if len(c.Places) > 0 {
			fmt.Fprintf(&b, ", %s", counted(len(c.Places), "place"))
		}
		b.WriteString("\n")
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
