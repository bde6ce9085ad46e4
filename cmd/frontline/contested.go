package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"frontline/geo/gazetteer"
	"frontline/timeline/atlas"
	"frontline/timeline/sqlite"
)

func contestedCommand() *cobra.Command {
	q := contestedQuestion{inquiry: newInquiry()}
	c := &cobra.Command{
		Use:   "contested --on DAY",
		Short: "List the places that were contested on a day, by whom, since when and why",
		Long: `List the places that were contested on a day, by name: by whom, since when, because
of which words, and why:

  fighting           part of the place is said to be taken or left
  own_word           a party says so of itself, or a source on its side, and nobody else yet
  sources_disagree   one source says this, another that
  passing            it passed from one to the other, and nobody says when`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return q.ask(c, func(store *sqlite.Store, places *gazetteer.Gazetteer) error { return q.answer(c, store, places) })
		},
	}
	c.Flags().Var(&q.on, "on", "day asked about (`YYYY-MM-DD`); required")
	q.scope.flags(c)
	q.flags(c)
	_ = c.MarkFlagRequired("on") // fails only for a flag that is not there
	return c
}

type contestedQuestion struct {
	inquiry
	scope scope
	on    dayFlag
}

func (q *contestedQuestion) answer(c *cobra.Command, store *sqlite.Store, places *gazetteer.Gazetteer) error {
	f, err := q.scope.filter(places)
	if err != nil {
		return err
	}
	a, err := q.atlasOf(c.Context(), store, f)
	if err != nil {
		return err
	}
	ans := a.Contested(q.on.Day, f)
	if q.format.value == "json" {
		return q.printJSON(c.OutOrStdout(), ans)
	}
	return printContested(c.OutOrStdout(), ans)
}

// printContested lists contested places, with the words.
func printContested(w io.Writer, ans atlas.Contested) error {
	var b strings.Builder
	fmt.Fprintf(&b, "on %s: %s contested\n", ans.Day, counted(len(ans.Places), "place"))
	for _, p := range ans.Places {
		fmt.Fprintf(&b, "%s  %s\n", placeWords(*p.Place), p.Place.ID)
		fmt.Fprintf(&b, "  %s, contested since %s\n", holderWords(p.Holder, p.Others, p.Disputes), orUnknown(p.ContestedFrom))
		for _, e := range p.Because {
			printEvidence(&b, e)
		}
		printAgainst(&b, p.Against)
	}
	_, err := io.WriteString(w, b.String())
	return err
}
