package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/sqlite"
)

// amending is a change of what counts: first it says of which places something
// else will be said, and then it is made.
type amending struct {
	db     string
	dry    bool
	format formatFlag
}

func newAmending() amending {
	return amending{format: formatFlag{value: "text", allowed: []string{"text", "json"}}}
}

func (a *amending) flags(c *cobra.Command, db string) {
	c.Flags().StringVar(&a.db, "db", defaultDB, db)
	c.Flags().BoolVar(&a.dry, "dry-run", false, "say what would change, and store nothing")
	c.Flags().Var(&a.format, "format", "output: `text|json`")
}

// edit opens the database; it is made if it is not there, and anything is to be
// stored.
func (a *amending) edit(c *cobra.Command, do func(*sqlite.Store) error) error {
	if a.dry {
		return editKept(c, a.db, do)
	}
	return editStore(c, a.db, do)
}

// amended is what an amendment changes.
type amended struct {
	Stored  bool             `json:"stored"`
	Said    string           `json:"said"` // what was stored, in words; "" where nothing was
	Holders []timeline.Shift `json:"holders"`
}

// amend says what a change of the input of an atlas comes to, at places of these
// ids or, for nil, at all of them, and has it stored. store says in words what
// it did. change must not write into what the input shares.
func (a *amending) amend(c *cobra.Command, s *sqlite.Store, places []string, change func(*atlas.Input), store func() (string, error)) error {
	shifts, err := shiftsOf(c.Context(), s, places, change)
	if err != nil {
		return err
	}
	out := amended{Holders: append([]timeline.Shift{}, shifts...)}
	if a.format.value == "text" {
		for _, shift := range shifts {
			fmt.Fprintln(c.OutOrStdout(), shiftWords(shift))
		}
		fmt.Fprintf(c.OutOrStdout(), "%d spans of days with another holder\n", len(shifts))
	}
	if !a.dry {
		if out.Said, err = store(); err != nil {
			return err
		}
		out.Stored = true
	}
	switch {
	case a.format.value == "json":
		return printJSON(c.OutOrStdout(), out)
	case out.Stored:
		fmt.Fprintln(c.OutOrStdout(), out.Said)
	}
	return nil
}

// shiftsOf are the places of which something else would be said if what is
// stored were changed so.
func shiftsOf(ctx context.Context, s *sqlite.Store, places []string, change func(*atlas.Input)) ([]timeline.Shift, error) {
	in, err := atlasInput(ctx, s, places)
	if err != nil {
		return nil, err
	}
	before, err := atlas.New(in)
	if err != nil {
		return nil, err
	}
	change(&in)
	after, err := atlas.New(in)
	if err != nil {
		return nil, err
	}
	return before.Shifts(after), nil
}
