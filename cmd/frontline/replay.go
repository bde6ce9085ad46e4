package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/fold"
	"frontline/timeline/replay"
	"frontline/timeline/sqlite"
)

func replayCommand() *cobra.Command {
	r := replaying{format: formatFlag{value: "text", allowed: []string{"text", "json"}}}
	c := &cobra.Command{
		Use:   "replay",
		Short: "Read all stored reports again, with the gazetteer and decisions of today",
		Long: `Read all stored reports again: with the gazetteer as imports and decisions have
made it, and by the rules of this program. First it prints what changes: claims
that are put elsewhere, read otherwise, new or gone, and places whose holder is
another one for some days. Then it stores that, all of it in one transaction.
What was believed before stays on record: --as-known-on still answers by it.

With --dry-run nothing is stored.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return r.run(c) },
	}
	c.Flags().BoolVar(&r.dry, "dry-run", false, "say what would change, and store nothing")
	c.Flags().Var(&r.format, "format", "output: `text|json`")
	c.Flags().StringVar(&r.db, "db", defaultDB, "database `FILE`")
	lexiconFlag(c, &r.lexicon)
	return c
}

// replaying is how reports are read again.
type replaying struct {
	db, lexicon string
	dry         bool
	format      formatFlag
}

func (r replaying) run(c *cobra.Command) error {
	ctx := c.Context()
	return editKept(c, r.db, func(s *sqlite.Store) error {
		places, err := placesIn(ctx, s)
		if err != nil {
			return err
		}
		reader, err := readerWith(places, r.lexicon)
		if err != nil {
			return err
		}
		reports, err := s.Filings(ctx, nil)
		if err != nil {
			return err
		}
		law, err := replayLaw(ctx, s)
		if err != nil {
			return err
		}
		show, done := progress(c.ErrOrStderr(), "reading again")
		plan, err := replay.Prepare(ctx, s, rereader{reader}, law, func(n int) {
			if show != nil {
				show(n, len(reports))
			}
		})
		done()
		if err != nil {
			return err
		}
		shifts, err := shiftsOf(ctx, s, nil, func(in *atlas.Input) { readOtherwise(in, plan.Read) })
		if err != nil {
			return err
		}
		if r.format.value == "json" {
			err = printJSON(c.OutOrStdout(), planView(plan, shifts, !r.dry))
		} else {
			err = printPlan(c.OutOrStdout(), plan, shifts)
		}
		if err != nil || r.dry {
			return err
		}
		if err := plan.Apply(ctx, s, "frontline "+release()+", gazetteer "+places.Version()); err != nil {
			if errors.Is(err, sqlite.ErrChanged) {
				return fmt.Errorf("%w: run it again", err)
			}
			return err
		}
		if r.format.value != "json" {
			fmt.Fprintln(c.OutOrStdout(), "stored")
		}
		return nil
	})
}

// readOtherwise puts readings in the place of those of the same reports.
func readOtherwise(in *atlas.Input, readings []timeline.Reading) {
	anew := map[string]timeline.Report{}
	entries, reports, places := []timeline.Entry{}, slices.Clone(in.Reports), slices.Clone(in.Places)
	for _, r := range readings {
		anew[r.Report.ID] = r.Report
		for _, c := range r.Claims {
			entries = append(entries, timeline.Entry{Claim: c})
		}
		for _, m := range r.Places {
			if m.Place != nil {
				places = append(places, *m.Place)
			}
		}
	}
	for _, e := range in.Entries {
		if _, is := anew[e.Report]; !is || !e.At(0) {
			entries = append(entries, e)
		}
	}
	for i := range reports {
		if report, is := anew[reports[i].ID]; is {
			reports[i].Report = report
		}
	}
	in.Entries, in.Reports, in.Places = entries, reports, places
}

// replayLaw is how claims become history by the sources and the retractions of a
// store.
func replayLaw(ctx context.Context, s *sqlite.Store) (replay.Law, error) {
	actors, err := shippedActors()
	if err != nil {
		return replay.Law{}, err
	}
	listings, err := s.Listings(ctx)
	if err != nil {
		return replay.Law{}, err
	}
	list, err := s.Retractions(ctx)
	retracted := func(report, claim string) bool {
		return slices.ContainsFunc(list, func(r timeline.Retraction) bool { return r.Of(report, claim) && r.At(0) })
	}
	return replay.Law{Rules: fold.New(actors), Sources: timeline.RegistryAt(listings, 0), Retracted: retracted}, err
}
