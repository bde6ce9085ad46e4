package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"frontline/timeline/sqlite"
)

func backupCommand() *cobra.Command {
	db, o := "", sqlite.BackupOptions{}
	c := &cobra.Command{
		Use:   "backup FILE",
		Short: "Copy the database to FILE while it is in use",
		Long: `Copy the database to FILE as it is at one moment, while it is served and written
to. The copy is checked before it gets its name, so that FILE is there whole or
not at all. It is a database like any other: --db FILE asks it, and a copy of it
takes the place of one that is lost.`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			show, done := progressBytes(c.ErrOrStderr(), "copying")
			defer done()
			o.Progress = show
			return withStore(c.Context(), db, func(s *sqlite.Store) error {
				err := s.Backup(c.Context(), args[0], o)
				if errors.Is(err, fs.ErrExist) {
					return fmt.Errorf("%w: --overwrite replaces an earlier backup", err)
				}
				if err != nil {
					return err
				}
				info, err := os.Stat(args[0])
				if err != nil {
					return err
				}
				_, err = fmt.Fprintf(c.OutOrStdout(), "%s: %d bytes\n", args[0], info.Size())
				return err
			})
		},
	}
	c.Flags().BoolVar(&o.Overwrite, "overwrite", false, "replace FILE if it is an earlier backup")
	c.Flags().StringVar(&db, "db", defaultDB, "database `FILE`")
	return c
}
