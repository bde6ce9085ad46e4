package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"frontline/timeline/sqlite"
)

func foldCommand() *cobra.Command {
	db := ""
	c := &cobra.Command{
		Use:   "fold",
		Short: "Make all holdings anew from the claims, and the words by which reports are found",
		Long: `Make anew who held what, from all claims that are stored and count, and by which
words each report is found. This is hardly ever needed: the database keeps both
with every report, retraction and change of sources, and makes them anew by itself
where another version of this program goes by other rules. It is needed after
the database was edited by hand, or where frontline verify says so.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return editKept(c, db, func(s *sqlite.Store) error {
				show, done := progress(c.ErrOrStderr(), "folding")
				defer done()
				places := 0
				if err := s.Refold(c.Context(), func(n, total int) {
					places = total
					if show != nil {
						show(n, total)
					}
				}); err != nil {
					return err
				}
				if err := s.Reword(c.Context()); err != nil {
					return err
				}
				_, err := fmt.Fprintf(c.OutOrStdout(), "holdings made anew: %s\n", counted(places, "place"))
				return err
			})
		},
	}
	c.Flags().StringVar(&db, "db", defaultDB, "database `FILE`")
	return c
}
