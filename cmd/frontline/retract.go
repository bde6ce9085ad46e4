package main

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/sqlite"
)

func retractCommand() *cobra.Command {
	a, by, reason := newAmending(), author(""), ""
	c := &cobra.Command{
		Use:   "retract REPORT|CLAIM --reason TEXT",
		Short: "Let a report, or one of its claims, count no more",
		Long: `Let a report, or one claim of it, count no more: the id is the report's or the
claim's, or a beginning of it, of at least 6 hex digits, that no other id has.
First it prints the places whose holder is another one for some days because of
it. Nothing is deleted: --as-known-on still answers by what was known before, and
frontline restore takes the retraction back.`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			who, err := by.name()
			if err != nil {
				return err
			}
			if strings.TrimSpace(reason) == "" {
				return errors.New("--reason: want to know why, in words")
			}
			return editKept(c, a.db, func(s *sqlite.Store) error {
				said, err := sayingOf(c.Context(), s, args[0])
				if err != nil {
					return err
				}
				return a.retract(c, s, timeline.Retraction{Report: said.Report, Claim: said.Claim, Author: who, Reason: strings.TrimSpace(reason)})
			})
		},
	}
	c.Flags().StringVar(&reason, "reason", "", "why, in `WORDS`; required")
	by.add(c)
	a.flags(c, "database `FILE`")
	_ = c.MarkFlagRequired("reason") // fails only for a flag that is not there
	return c
}

// leastID is how many digits of an id are asked for at least.
const leastID = 6

var idForm = regexp.MustCompile(`^[0-9a-f]{6,16}$`)

// sayingOf is the report or the claim whose id is given, or begins so.
func sayingOf(ctx context.Context, s *sqlite.Store, id string) (sqlite.Saying, error) {
	if !idForm.MatchString(id) {
		return sqlite.Saying{}, fmt.Errorf("%q: want the id of a report or of a claim: %d to 16 hex digits", id, leastID)
	}
	const shown = 5
	found, err := s.Sayings(ctx, id, shown+1)
	switch {
	case err != nil:
		return sqlite.Saying{}, err
	case len(found) == 1:
		return found[0], nil
	case len(found) == 0:
		return sqlite.Saying{}, fmt.Errorf("%q: no report and no claim has an id that begins so", id)
	}
	names := make([]string, 0, shown+1)
	for _, x := range found[:min(len(found), shown)] {
		names = append(names, sayingWords(x.Report, x.Claim))
	}
	if len(found) > shown {
		names = append(names, "and more")
	}
	return sqlite.Saying{}, fmt.Errorf("%q: several ids begin so: want more of %s", id, strings.Join(names, ", "))
}

func sayingWords(report, claim string) string {
	if claim != "" {
		return fmt.Sprintf("claim %s (report %s)", claim, report)
	}
	return "report " + report
}

func (a *amending) retract(c *cobra.Command, s *sqlite.Store, r timeline.Retraction) error {
	places, err := spokenOf(c.Context(), s, r.Report)
	if err != nil {
		return err
	}
	all, err := s.Retractions(c.Context())
	if err != nil {
		return err
	}
	for _, o := range all {
		if o.Report == r.Report && o.Claim == r.Claim && o.At(0) {
			return fmt.Errorf("%s is retracted already: retraction %d, by %s: %s", sayingWords(r.Report, r.Claim), o.Seq, o.Author, o.Reason)
		}
	}
	without := func(in *atlas.Input) { in.Retractions = append(slices.Clip(in.Retractions), r) }
	return a.amend(c, s, places, without, func() (string, error) {
		seq, err := s.Retract(c.Context(), r)
		return fmt.Sprintf("retraction %d: %s counts no more", seq, sayingWords(r.Report, r.Claim)), err
	})
}

// spokenOf are the ids of the places that a report speaks of; never nil.
func spokenOf(ctx context.Context, s *sqlite.Store, report string) ([]string, error) {
	reading, err := s.Report(ctx, report)
	if err != nil {
		return nil, err
	}
	ids := []string{}
	for _, claim := range reading.Claims {
		if claim.Place.Listed() && !slices.Contains(ids, claim.Place.ID) {
			ids = append(ids, claim.Place.ID)
		}
	}
	return ids, nil
}

func restoreCommand() *cobra.Command {
	a, by := newAmending(), author("")
	c := &cobra.Command{
		Use:   "restore NUMBER",
		Short: "Take a retraction back; it stays on record",
		Long: `Take a retraction back, by its number: what it took out counts again from now on.
First it prints the places whose holder is another one for some days because of
it.`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			who, err := by.name()
			if err != nil {
				return err
			}
			seq, err := strconv.ParseInt(args[0], 10, 64)
			if err != nil {
				return fmt.Errorf("NUMBER %q: want that of a retraction (see frontline retractions)", args[0])
			}
			return editKept(c, a.db, func(s *sqlite.Store) error { return a.restore(c, s, seq, who) })
		},
	}
	by.add(c)
	a.flags(c, "database `FILE`")
	return c
}

func (a *amending) restore(c *cobra.Command, s *sqlite.Store, seq int64, who string) error {
	all, err := s.Retractions(c.Context())
	if err != nil {
		return err
	}
	i := slices.IndexFunc(all, func(r timeline.Retraction) bool { return r.Seq == seq })
	switch {
	case i < 0:
		return fmt.Errorf("NUMBER %d: there is no such retraction (see frontline retractions)", seq)
	case !all[i].At(0):
		return fmt.Errorf("NUMBER %d: it was taken back on %s by %s", seq, all[i].Superseded.Day(), all[i].By)
	}
	places, err := spokenOf(c.Context(), s, all[i].Report)
	if err != nil {
		return err
	}
	with := func(in *atlas.Input) {
		in.Retractions = slices.DeleteFunc(slices.Clone(in.Retractions), func(r timeline.Retraction) bool { return r.Seq == seq })
	}
	return a.amend(c, s, places, with, func() (string, error) {
		err := s.Restore(c.Context(), seq, who)
		return fmt.Sprintf("retraction %d taken back: %s counts again", seq, sayingWords(all[i].Report, all[i].Claim)), err
	})
}
