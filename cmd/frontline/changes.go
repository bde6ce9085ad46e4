package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"frontline/geo/gazetteer"
	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/sqlite"
)

func changesCommand() *cobra.Command {
	q := changesQuestion{inquiry: newInquiry(), by: formatFlag{allowed: words(atlas.Groupings)}}
	c := &cobra.Command{
		Use:   "changes FROM..TO",
		Short: "Say what moved on the ground in a range of days, and because of which words",
		Long: `Say what moved on the ground from the day FROM up to but not including TO, by day:
which places changed hands, came to be contested or were so no longer, with the
clauses that say so. Either day may be left out.

--by counts instead: how often each place, or the places of each governorate, came
into other hands, or how many each actor gained and lost.`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			span, err := parseRange(args[0])
			if err != nil {
				return err
			}
			return q.ask(c, func(store *sqlite.Store, places *gazetteer.Gazetteer) error { return q.answer(c, span, store, places) })
		},
	}
	c.Flags().StringSliceVar(&q.actors, "actor", nil, "only where one of these `ACTORS` was in the place before or after (ids, or names in Arabic or English)")
	q.placeFlag(c, &q.place)
	c.Flags().Var(&q.by, "by", "count changes of hands: `place|actor|governorate`")
	q.scope.flags(c)
	q.flags(c)
	return c
}

type changesQuestion struct {
	inquiry
	scope  scope
	actors []string
	place  string
	by     formatFlag
}

func (q *changesQuestion) answer(c *cobra.Command, span timeline.Span, store *sqlite.Store, places *gazetteer.Gazetteer) error {
	f, err := q.filterAt(c, q.scope, q.place, places)
	if err != nil {
		return err
	}
	f.Span = span
	if f.Actors, err = actorsNamed(q.actors); err != nil {
		return err
	}
	a, err := q.atlasOf(c.Context(), store, f)
	if err != nil {
		return err
	}
	return q.show(c.OutOrStdout(), a.Changes(f))
}

func (q *changesQuestion) show(w io.Writer, changes atlas.Changes) error {
	counts, inJSON := changes.Counted(atlas.Grouping(q.by.value)), q.format.value == "json"
	switch {
	case q.by.value == "" && inJSON:
		return q.printJSON(w, changes)
	case q.by.value == "":
		return printChanges(w, changes.Changes)
	case inJSON:
		return q.printJSON(w, counts)
	}
	return printCounts(w, counts.Counts)
}

// printChanges says what moved, by day.
func printChanges(w io.Writer, changes []atlas.Change) error {
	var b strings.Builder
	var day timeline.Day
	for _, c := range changes {
		if c.Day != day {
			day = c.Day
			fmt.Fprintln(&b, day)
		}
		fmt.Fprintf(&b, "  %s: %s\n", placeWords(c.Place), changeWords(c))
		for _, e := range c.Because {
			printEvidence(&b, e)
		}
	}
	if len(changes) == 0 {
		b.WriteString("nothing is known to have changed\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func changeWords(c atlas.Change) string {
	after := holderWords(c.To, c.Others, c.Disputes)
	switch {
	case c.Uncertain:
		return "until " + orUnknown(c.Until) + " " + after
	case c.From == nil:
		after = "nothing known → " + after
	case *c.From != c.To:
		after = string(*c.From) + " → " + after
	case len(c.Others) == 0:
		after += ", no longer contested"
	}
	if c.ByThen {
		after += ", by then: nobody says since when"
	}
	return after
}

// printCounts lists counts, the greatest first.
func printCounts(w io.Writer, counts []atlas.Count) error {
	var b strings.Builder
	for _, n := range counts {
		of := orElse(n.Of, "governorate not known")
		if n.Place != nil {
			of = placeWords(*n.Place) + "  " + n.Of
		}
		fmt.Fprintf(&b, "%5d  %s", n.Times, of)
		if n.Gained != nil {
			fmt.Fprintf(&b, ": gained %d, lost %d", *n.Gained, *n.Lost)
		}
		fmt.Fprintf(&b, "  (%s to %s)\n", n.First, n.Last)
	}
	if len(counts) == 0 {
		b.WriteString("nothing is known to have changed hands\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}
