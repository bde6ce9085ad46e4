package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"frontline/data"
	"frontline/timeline/ingest"
)

func demoCommand() *cobra.Command {
	db, o := "", serving{}
	c := &cobra.Command{
		Use:   "demo",
		Short: "Read the sample reports and serve their map",
		Long: `Read the sample reports inside the binary (central and eastern Syria, May to
December 2017) into a fresh database and serve it. The database lies in a
temporary folder and goes with the command, unless --db names a file.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if db == "" {
				dir, err := os.MkdirTemp("", "frontline-demo-")
				if err != nil {
					return err
				}
				defer os.RemoveAll(dir)
				db = filepath.Join(dir, defaultDB)
			}
			samples, err := fs.Sub(data.FS(), "reports")
			if err != nil {
				return err
			}
			sum, err := ingestInto(c.Context(), intake{db: db}, ingest.FromFS(samples), c.ErrOrStderr())
			if err != nil {
				return err
			}
			fmt.Fprintf(c.ErrOrStderr(), "%d sample reports in %s\n", sum.Added+sum.Already, db)
			return serve(c.Context(), db, o, streams{out: c.OutOrStdout(), err: c.ErrOrStderr()})
		},
	}
	c.Flags().StringVar(&db, "db", "", "keep the database in `FILE`")
	o.flags(c)
	return c
}
