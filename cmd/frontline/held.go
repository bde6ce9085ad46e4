package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"frontline/geo/gazetteer"
	"frontline/timeline/atlas"
	"frontline/timeline/sqlite"
)

func heldCommand() *cobra.Command {
	q := heldQuestion{inquiry: newInquiry()}
	c := &cobra.Command{
		Use:   "held ACTOR --on DAY",
		Short: "List the places that an actor held on a day",
		Long: `List the places that ACTOR (an id, or a name in Arabic or English) held on a day,
by name, those that it contested among them: since when, and how long ago that was
last confirmed. --unconfirmed-for DAYS lists those alone of which nobody has said so
for so long. Only places are listed of which reports speak, not the ground around.`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return q.ask(c, func(store *sqlite.Store, places *gazetteer.Gazetteer) error {
				return q.answer(c, args[0], store, places)
			})
		},
	}
	c.Flags().Var(&q.on, "on", "day asked about (`YYYY-MM-DD`); required")
	c.Flags().IntVar(&q.unconfirmed, "unconfirmed-for", 0, "only what was last confirmed so many `DAYS` before, or longer ago")
	q.scope.flags(c)
	q.flags(c)
	_ = c.MarkFlagRequired("on") // fails only for a flag that is not there
	return c
}

type heldQuestion struct {
	inquiry
	scope       scope
	on          dayFlag
	unconfirmed int
}

func (q *heldQuestion) answer(c *cobra.Command, name string, store *sqlite.Store, places *gazetteer.Gazetteer) error {
	if q.unconfirmed < 0 {
		return errors.New("--unconfirmed-for: want 0 days or more")
	}
	actor, err := actorNamed("ACTOR", name)
	if err != nil {
		return err
	}
	f, err := q.scope.filter(places)
	if err != nil {
		return err
	}
	a, err := q.atlasOf(c.Context(), store, f)
	if err != nil {
		return err
	}
	ans := a.Held(actor, q.on.Day, f).Unconfirmed(q.unconfirmed)
	if q.format.value == "json" {
		return q.printJSON(c.OutOrStdout(), ans)
	}
	return printHeld(c.OutOrStdout(), ans)
}

// printHeld lists the places that an actor held, a line a place.
func printHeld(w io.Writer, ans atlas.Held) error {
	var b strings.Builder
	contested := 0
	for _, p := range ans.Places {
		if p.Contested {
			contested++
		}
	}
	fmt.Fprintf(&b, "%s on %s: %s, %d of them contested\n", ans.Actor, ans.Day, counted(len(ans.Places), "place"), contested)
	for _, p := range ans.Places {
		fmt.Fprintf(&b, "  %s  %s", placeWords(*p.Place), p.Place.ID)
		if p.Contested {
			fmt.Fprintf(&b, "  %s", holderWords(p.Holder, p.Others, p.Disputes))
		}
		fmt.Fprintf(&b, "  since %s (%s)", orUnknown(p.Since), *p.SinceBasis)
		if p.LastConfirmed.Known() {
			fmt.Fprintf(&b, ", last confirmed %s, %s before", p.LastConfirmed, counted(*p.AgeDays, "day"))
		}
		b.WriteString("\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}
