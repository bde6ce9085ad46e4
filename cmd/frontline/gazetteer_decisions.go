package main

import (
	"fmt"
	"strconv"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"frontline/timeline"
	"frontline/timeline/sqlite"
)

// decisionView is a decision as answers show it.
type decisionView struct {
	Seq         int64        `json:"seq"`
	Kind        string       `json:"kind"`
	Name        string       `json:"name"`
	NameOther   string       `json:"name_other"`
	Admin1      string       `json:"admin1"`
	Place       string       `json:"place"`
	PlaceKind   string       `json:"place_kind"`
	LonLat      *[2]float64  `json:"lon_lat"`
	Author      string       `json:"author"`
	Note        string       `json:"note"`
	Recorded    timeline.Day `json:"recorded"`
	Withdrawn   timeline.Day `json:"withdrawn"`
	WithdrawnBy string       `json:"withdrawn_by"`
}

func decisionsCommand() *cobra.Command {
	db, format := "", formatFlag{value: "text", allowed: []string{"text", "json"}}
	c := &cobra.Command{
		Use:   "decisions",
		Short: "List what editors have decided, withdrawn decisions too",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return withStore(c.Context(), db, func(s *sqlite.Store) error {
				list, err := s.Decisions(c.Context())
				if err != nil {
					return err
				}
				if format.value == "json" {
					views := make([]decisionView, len(list))
					for i, d := range list {
						views[i] = decisionView{d.Seq, string(d.Kind), d.Name, d.NameOther, d.Admin1, d.Place, d.PlaceKind,
							(*[2]float64)(d.At), d.Author, d.Note, d.Recorded, d.Withdrawn, d.WithdrawnBy}
					}
					return printJSON(c.OutOrStdout(), views)
				}
				t := tabwriter.NewWriter(c.OutOrStdout(), 2, 0, 2, ' ', 0)
				for _, d := range list {
					state := ""
					if d.Withdrawn.Known() {
						state = fmt.Sprintf("withdrawn %s by %s", d.Withdrawn, d.WithdrawnBy)
					}
					fmt.Fprintf(t, "%d\t%s\t%s\t%s\t%s\t%s\n", d.Seq, d.Recorded, d.Author, inWords(d.Decision), d.Note, state)
				}
				return t.Flush()
			})
		},
	}
	c.Flags().Var(&format, "format", "output: `text|json`")
	c.Flags().StringVar(&db, "db", defaultDB, "database `FILE`")
	return c
}

func withdrawCommand() *cobra.Command {
	f := editorFlags{}
	c := &cobra.Command{
		Use:   "withdraw NUMBER",
		Short: "Take a decision back; it stays on record",
		Args:  cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			seq, err := strconv.ParseInt(args[0], 10, 64)
			if err != nil {
				return fmt.Errorf("NUMBER %q: want that of a decision (see frontline gazetteer decisions)", args[0])
			}
			author, err := f.author.name()
			if err != nil {
				return err
			}
			return editStore(c, f.db, func(s *sqlite.Store) error {
				if err := s.Withdraw(c.Context(), seq, author); err != nil {
					return err
				}
				fmt.Fprintf(c.OutOrStdout(), "decision %d withdrawn\n", seq)
				return nil
			})
		},
	}
	f.addAuthor(c)
	return c
}
