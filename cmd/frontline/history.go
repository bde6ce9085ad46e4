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

func historyCommand() *cobra.Command {
	q := historyQuestion{inquiry: newInquiry()}
	c := &cobra.Command{
		Use:   "history PLACE [FROM..TO]",
		Short: "Say who held a place over time, and because of which words",
		Long: `Say who held PLACE (a name in Arabic or English, an id or a p-code) over time: its
holdings in order, each with since when and how that is known, when it was last
confirmed, the clauses that say so and those that were outweighed; and how often
the place changed hands. Where it passed from one to another and nobody says when,
that is said.

FROM..TO narrows it to a range of days, TO not included; either may be left out.
--actor tells of one actor: when it was in the place, and how many days.`,
		Args: cobra.RangeArgs(1, 2),
		RunE: func(c *cobra.Command, args []string) error {
			return q.ask(c, func(store *sqlite.Store, places *gazetteer.Gazetteer) error { return q.answer(c, args, store, places) })
		},
	}
	c.Flags().StringVar(&q.actor, "actor", "", "only `ACTOR` (an id, or a name in Arabic or English)")
	c.Flags().StringVar(&q.in, "in", "", "`GOVERNORATE` that the place lies in (its name in Arabic or English, or its p-code)")
	q.flags(c)
	return c
}

type historyQuestion struct {
	inquiry
	actor, in string
}

func (q *historyQuestion) answer(c *cobra.Command, args []string, store *sqlite.Store, places *gazetteer.Gazetteer) error {
	var span timeline.Span
	var actor timeline.Actor
	var err error
	if len(args) == 2 {
		if span, err = parseRange(args[1]); err != nil {
			return err
		}
	}
	if q.actor != "" {
		if actor, err = actorNamed("--actor", q.actor); err != nil {
			return err
		}
	}
	place, err := q.placeNamed(c, args[0], q.in, places)
	if err != nil {
		return err
	}
	a, err := q.atlasOf(c.Context(), store, atlas.Filter{Place: place.ID})
	if err != nil {
		return err
	}
	ans := a.Chronicle(place, span, actor)
	if q.format.value == "json" {
		return q.printJSON(c.OutOrStdout(), ans)
	}
	return printChronicle(c.OutOrStdout(), ans)
}

// printChronicle says in words what is known of a place over time.
func printChronicle(w io.Writer, ans atlas.Chronicle) error {
	var b strings.Builder
	fmt.Fprintln(&b, placeWords(ans.Place))
	if ans.From.Known() || ans.To.Known() {
		fmt.Fprintf(&b, "of the days %s\n", daysWords(ans.From, ans.To))
	}
	switch {
	case ans.Stays != nil:
		printStays(&b, *ans.Stays)
	case len(ans.Holdings) == 0:
		fmt.Fprintln(&b, "nothing is known of who held it")
	}
	if len(ans.Holdings) > 0 {
		fmt.Fprintf(&b, "changed hands: %d\n", ans.ChangedHands)
	}
	for _, h := range ans.Holdings {
		printHolding(&b, h)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func printHolding(b *strings.Builder, h atlas.HoldingView) {
	fmt.Fprintf(b, "%s  %s\n", daysWords(h.From, h.To), holderWords(h.Holder, h.Others, h.Disputes))
	if !h.Uncertain {
		fmt.Fprintf(b, "  since %s (%s)", orUnknown(h.From), h.SinceBasis)
		if h.LastConfirmed.Known() {
			fmt.Fprintf(b, ", last confirmed %s", h.LastConfirmed)
		}
		fmt.Fprintf(b, ", confidence %.2f\n", h.Confidence)
	}
	for _, e := range h.Because {
		printEvidence(b, e)
	}
	printAgainst(b, h.Against)
}

func printStays(b *strings.Builder, s atlas.Stays) {
	if len(s.Spans) == 0 {
		fmt.Fprintf(b, "%s is not known to have been there\n", s.Actor)
		return
	}
	fmt.Fprintf(b, "%s held it on %s, contested it on %d, and may have held it on %d more\n", s.Actor, counted(s.Days, "day"), s.ContestedDays, s.UncertainDays)
	for _, stay := range s.Spans {
		fmt.Fprintf(b, "  %s  %s", daysWords(stay.From, stay.To), strings.ReplaceAll(string(stay.How), "_", " "))
		switch {
		case stay.Days == nil:
			b.WriteString(", nobody says since when")
		case stay.To.Known():
			fmt.Fprintf(b, ", %s", counted(*stay.Days, "day"))
		default:
			fmt.Fprintf(b, ", %s to when it was last confirmed", counted(*stay.Days, "day"))
		}
		b.WriteString("\n")
	}
}

// daysWords is a half-open span of days whose ends may not be known.
func daysWords(from, to timeline.Day) string {
	return fmt.Sprintf("[%s, %s)", orElse(from.String(), "…"), orElse(to.String(), "…"))
}
