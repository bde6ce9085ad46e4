package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"frontline/geo"
	"frontline/geo/gazetteer"
	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/export"
	"frontline/timeline/sqlite"
)

func gapsCommand() *cobra.Command {
	q := gapsQuestion{inquiry: newInquiry(), within: wholeFlag{atlas.DefaultGapKm, 1, atlas.MaxGapKm},
		window: wholeFlag{atlas.DefaultGapDays, 1, atlas.MaxGapDays}}
	c := &cobra.Command{
		Use:   "gaps --on DAY (--actor ACTOR | PLACE [PLACE])",
		Short: "Say how far apart two forces stood on a day, and what reports say of it",
		Long: `Say what lay between the parts of a side on a day (--actor), how far apart two
places are, or how far a place was from the nearest front: along a great circle, as
the places lie on the map. Beside it stand the distances that reports state of the
same ground on the --window days up to then.

Parts are groups of places whose ground hangs together; a gap lies between the two
nearest places of two parts with no third between them. --in, --bbox and --within-km
narrow them; beside PLACE, --in says which of several that bear the name.

--format json writes the gaps as GeoJSON.`,
		Args: cobra.MaximumNArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			if (len(args) == 0) == (q.actor == "") {
				return errors.New("want either --actor ACTOR or PLACE [PLACE]")
			}
			for _, flag := range []string{"bbox", "within-km"} {
				if len(args) > 0 && c.Flags().Changed(flag) {
					return fmt.Errorf("--%s: given beside PLACE: it narrows the gaps of --actor alone", flag)
				}
			}
			return q.ask(c, func(store *sqlite.Store, places *gazetteer.Gazetteer) error { return q.answer(c, args, store, places) })
		},
	}
	c.Flags().Var(&q.on, "on", "day asked about (`YYYY-MM-DD`); required")
	c.Flags().StringVar(&q.actor, "actor", "", "between the parts of the side of `ACTOR` (an id, or a name in Arabic or English)")
	c.Flags().Var(&q.within, "within-km", "with --actor, the widest gap that is told, in `KM`")
	c.Flags().Var(&q.window, "window", "how many `DAYS` up to the day asked about reports are heard of")
	q.scope.flags(c)
	q.reachFlag(c)
	q.flags(c)
	_ = c.MarkFlagRequired("on") // fails only for a flag that is not there
	return c
}

type gapsQuestion struct {
	inquiry
	scope          scope
	on             dayFlag
	actor          string
	within, window wholeFlag
}

func (q *gapsQuestion) answer(c *cobra.Command, names []string, store *sqlite.Store, places *gazetteer.Gazetteer) error {
	asked, err := q.asked(c, names, places)
	if err != nil {
		return err
	}
	a, err := q.atlas(c.Context(), store, nil)
	if err != nil {
		return err
	}
	if q.format.value == "json" {
		return writeFeatures(c.OutOrStdout(), a, export.Gaps(a, asked))
	}
	gaps, err := a.Gaps(asked)
	if err != nil {
		return err
	}
	return printGaps(c.OutOrStdout(), a, asked, gaps)
}

// asked is the question that flags and arguments put.
func (q *gapsQuestion) asked(c *cobra.Command, names []string, places *gazetteer.Gazetteer) (atlas.GapQuestion, error) {
	asked := atlas.GapQuestion{Day: q.on.Day, WithinKm: float64(q.within.value), Days: q.window.value}
	var err error
	if asked.Filter, err = q.scope.filter(places); err != nil {
		return asked, err
	}
	if q.actor != "" {
		asked.Actor, err = actorNamed("--actor", q.actor)
		return asked, err
	}
	ends := make([]geo.Place, len(names))
	for i, name := range names {
		if ends[i], err = q.placeNamed(c, name, q.scope.in, places); err != nil {
			return asked, err
		}
	}
	asked.From = &ends[0]
	if len(ends) == 2 {
		if asked.To = &ends[1]; asked.To.At == asked.From.At {
			return asked, fmt.Errorf("%q and %q (%s, %s) lie at the same point: want two places", names[0], names[1], asked.From.ID, asked.To.ID)
		}
	}
	return asked, nil
}

// printGaps lists gaps, with what is said of them.
func printGaps(w io.Writer, a *atlas.Atlas, asked atlas.GapQuestion, gaps []atlas.Gap) error {
	var b strings.Builder
	fmt.Fprintf(&b, "on %s", asked.Day)
	if asked.Actor != "" {
		fmt.Fprintf(&b, ": %s between parts of the side of %s", counted(len(gaps), "gap"), asked.Actor)
	} else if len(gaps) == 0 {
		b.WriteString(": no front is known")
	}
	b.WriteString("\n")
	for _, g := range gaps {
		fmt.Fprintf(&b, "%.1f km from %s", g.Km, placeAndID(g.Places[0]))
		if g.Front != nil {
			fmt.Fprintf(&b, " to the front\n  between %s (%s)\n      and %s (%s)\n",
				placeOfID(a, g.Front.Places[0][0]), stateWords(g.Front.States[0]), placeOfID(a, g.Front.Places[1][0]), stateWords(g.Front.States[1]))
		} else {
			fmt.Fprintf(&b, "\n     to %s\n", placeAndID(g.Places[1]))
		}
		for _, p := range g.Parts {
			fmt.Fprintf(&b, "  a part of %.0f km², %s\n", p.Km2, counted(len(p.Places), "place"))
			printBorder(&b, p.Border)
		}
		for _, e := range g.Stated {
			printStated(&b, e)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// printStated is a distance that a report states, and how far it is on the map
// between the places that it names.
func printStated(b *strings.Builder, e atlas.Evidence) {
	fmt.Fprintf(b, "  %s stated %g km", orUnknown(e.Claim.Date), e.Claim.DistanceKm)
	if e.Claim.MeasuredKm > 0 {
		fmt.Fprintf(b, ", %g km on the map between %s", e.Claim.MeasuredKm, strings.Join(e.Claim.MeasuredBetween, " and "))
	}
	printSaid(b, e)
}

func placeAndID(p geo.Place) string { return placeWords(timeline.PlaceJSON(p)) + "  " + p.ID }
