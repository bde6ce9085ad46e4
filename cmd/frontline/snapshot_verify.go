package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"frontline/timeline/snapshot"
)

func snapshotVerifyCommand() *cobra.Command {
	format := formatFlag{value: "text", allowed: []string{"text", "json"}}
	c := &cobra.Command{
		Use:   "verify FILE",
		Short: "Hold every file of a snapshot to its sum",
		Long: `Hold every file of a snapshot to its SHA-256 in the manifest and in SHA256SUMS, and
say which is not as it was made. The id that is printed is the one to compare with
what a paper cites: who changes files and sums alike changes it. The exit status is 1
where anything differs.`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			v, err := verifySnapshot(args[0])
			if err != nil {
				return fmt.Errorf("%s: %w", args[0], err)
			}
			if format.value == "json" {
				err = printJSON(c.OutOrStdout(), verdictView(v))
			} else {
				for _, p := range v.Problems {
					fmt.Fprintf(c.OutOrStdout(), "%s: %s\n", p.File, p.What)
				}
				said := "all as made"
				if n := len(v.Problems); n > 0 {
					said = fmt.Sprintf("%d not as made", n)
				}
				_, err = fmt.Fprintf(c.OutOrStdout(), "snapshot %s: %s, %s\n", v.ID, counted(v.Files, "file"), said)
			}
			if err == nil && len(v.Problems) > 0 {
				err = errSaid
			}
			return err
		},
	}
	c.Flags().Var(&format, "format", "output: `text|json`")
	return c
}

func verifySnapshot(path string) (v snapshot.Verdict, err error) {
	file, err := os.Open(path)
	if err != nil {
		return v, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return v, err
	}
	return snapshot.Verify(file, info.Size())
}

// verdictJSON is what was found out about a snapshot.
type verdictJSON struct {
	ID       string                `json:"id"`
	Files    int                   `json:"files"`
	Problems []snapshotProblemJSON `json:"problems"`
}

type snapshotProblemJSON struct {
	File string `json:"file"`
	What string `json:"what"`
}

func verdictView(v snapshot.Verdict) verdictJSON {
	out := verdictJSON{v.ID, v.Files, []snapshotProblemJSON{}}
	for _, p := range v.Problems {
		out.Problems = append(out.Problems, snapshotProblemJSON(p))
	}
	return out
}
