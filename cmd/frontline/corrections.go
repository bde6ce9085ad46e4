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

func correctionsCommand() *cobra.Command {
	q := correctionsQuestion{inquiry: newInquiry()}
	c := &cobra.Command{
		Use:   "corrections FROM..TO",
		Short: "Say what we changed our mind about, when and why",
		Long: `Say of which places and days something else came to be said on the days from FROM
up to but not including TO, in UTC, and why: a report that came late or says
otherwise, a retraction or its end, reports read again, another entry in the
registry of sources. Each with what was said before and after, and the claims
that came and went. What only carries on the story is news, and not listed.`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			recorded, err := parseRange(args[0])
			if err != nil {
				return err
			}
			return q.ask(c, func(store *sqlite.Store, places *gazetteer.Gazetteer) error {
				return q.answer(c, recorded, store, places)
			})
		},
	}
	q.placeFlag(c, &q.place)
	q.scope.flags(c)
	q.flags(c)
	return c
}

type correctionsQuestion struct {
	inquiry
	scope scope
	place string
}

func (q *correctionsQuestion) answer(c *cobra.Command, recorded timeline.Span, store *sqlite.Store, places *gazetteer.Gazetteer) error {
	f, err := q.filterAt(c, q.scope, q.place, places)
	if err != nil {
		return err
	}
	a, err := q.atlasOf(c.Context(), store, f)
	if err != nil {
		return err
	}
	corrections := a.Corrections(recorded, f)
	if q.format.value == "json" {
		return printJSON(c.OutOrStdout(), corrections)
	}
	return printCorrections(c.OutOrStdout(), corrections)
}

func printCorrections(w io.Writer, list []atlas.Correction) error {
	var b strings.Builder
	for _, x := range list {
		fmt.Fprintf(&b, "%s  %s (%s)  %s  %s → %s\n", x.Moment, x.Place.NameAr, x.Place.ID,
			spanWords(timeline.Span{From: x.From, To: x.To}), heldWords(x.Before), heldWords(x.After))
		fmt.Fprintf(&b, "  by a %s", revisedBy(x.Cause))
		if len(x.Words) > 0 {
			fmt.Fprintf(&b, ": %s", strings.Join(x.Words, "; "))
		}
		b.WriteByte('\n')
		for _, part := range []struct {
			title    string
			evidence []atlas.Evidence
		}{{"counts since", x.Came}, {"counts no more", x.Went}, {"counts otherwise", x.Otherwise}} {
			if len(part.evidence) > 0 {
				fmt.Fprintf(&b, "  %s:\n", part.title)
			}
			for _, e := range part.evidence {
				fmt.Fprintf(&b, "  %s %s", orUnknown(e.Claim.Date), e.Claim.Kind)
				if e.Claim.Actor != "" {
					fmt.Fprintf(&b, " by %s", e.Claim.Actor)
				}
				if e.Claim.From != "" {
					fmt.Fprintf(&b, " from %s", e.Claim.From)
				}
				printSaid(&b, e)
			}
		}
	}
	fmt.Fprintf(&b, "%d spans of days of which something else came to be said\n", len(list))
	_, err := io.WriteString(w, b.String())
	return err
}

func revisedBy(c atlas.Cause) string {
	switch c {
	case atlas.Reread:
		return "report that was read again"
	case atlas.Relisted:
		return "change of the registry of sources"
	}
	return string(c)
}
