package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"frontline/timeline"
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
		if r.format.value == "json" {
			err = printJSON(c.OutOrStdout(), planView(plan, !r.dry))
		} else {
			err = printPlan(c.OutOrStdout(), plan)
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

// replayLaw is how claims become history by the sources of a store.
func replayLaw(ctx context.Context, s *sqlite.Store) (replay.Law, error) {
	actors, err := shippedActors()
	if err != nil {
		return replay.Law{}, err
	}
	listings, err := s.Listings(ctx)
	return replay.Law{Rules: fold.New(actors), Sources: timeline.RegistryAt(listings, 0)}, err
}
