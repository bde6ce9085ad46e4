package main

import (
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"frontline/timeline"
	"frontline/timeline/sqlite"
)

// retractionView is a retraction as answers show it.
type retractionView struct {
	Seq      int64           `json:"seq"`
	Report   string          `json:"report"`
	Claim    string          `json:"claim"` // "" for all of the report
	Source   string          `json:"source"`
	File     string          `json:"file"`
	Author   string          `json:"author"`
	Reason   string          `json:"reason"`
	Recorded timeline.Moment `json:"recorded"`
	Restored timeline.Moment `json:"restored"` // null while it holds
	By       string          `json:"restored_by"`
}

func retractionsCommand() *cobra.Command {
	db, format := "", formatFlag{value: "text", allowed: []string{"text", "json"}}
	c := &cobra.Command{
		Use:   "retractions",
		Short: "List the reports and claims that count no more, and those that do again",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return withStore(c.Context(), db, func(s *sqlite.Store) error {
				list, err := retractionViews(c, s)
				if err != nil {
					return err
				}
				if format.value == "json" {
					return printJSON(c.OutOrStdout(), list)
				}
				return printRetractions(c.OutOrStdout(), list)
			})
		},
	}
	c.Flags().Var(&format, "format", "output: `text|json`")
	c.Flags().StringVar(&db, "db", defaultDB, "database `FILE`")
	return c
}

// retractionViews are the retractions of a store by number; never nil.
func retractionViews(c *cobra.Command, s *sqlite.Store) ([]retractionView, error) {
	list, err := s.Retractions(c.Context())
	if err != nil {
		return nil, err
	}
	ids := []string{}
	for _, r := range list {
		ids = append(ids, r.Report)
	}
	reports, err := s.Filings(c.Context(), ids)
	if err != nil {
		return nil, err
	}
	by := make(map[string]timeline.Report, len(reports))
	for _, r := range reports {
		by[r.ID] = r.Report
	}
	out := make([]retractionView, len(list))
	for i, r := range list {
		of := by[r.Report]
		out[i] = retractionView{r.Seq, r.Report, r.Claim, of.Source, of.File, r.Author, r.Reason, r.Recorded, r.Superseded, r.By}
	}
	return out, nil
}

func printRetractions(w io.Writer, list []retractionView) error {
	t := tabwriter.NewWriter(w, 2, 0, 2, ' ', 0)
	for _, r := range list {
		state := ""
		if r.Restored.Known() {
			state = fmt.Sprintf("taken back %s by %s", r.Restored.Day(), r.By)
		}
		fmt.Fprintf(t, "%d\t%s\t%s\t%s\t%s, %s\t%s\t%s\n", r.Seq, r.Recorded.Day(), r.Author, sayingWords(r.Report, r.Claim),
			orElse(r.Source, "source not stated"), r.File, r.Reason, state)
	}
	return t.Flush()
}
