package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"frontline/geo/gazetteer/check"
	"frontline/timeline"
)

func checkCommand() *cobra.Command {
	db, format := "", formatFlag{value: "text", allowed: []string{"text", "json"}}
	c := &cobra.Command{
		Use:   "check",
		Short: "List what cannot be right in the gazetteer, or will mislead",
		Long: `List places whose longitude and latitude are swapped, that lie at 0,0, outside
the country or outside the governorate they are said to be in (where polygons of
governorates were imported), that are there twice, and that share a folded name
within a governorate, so that a report can mean either. The exit status is 1
where there is anything but the last.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			found, err := checked(c, db)
			if err != nil {
				return err
			}
			if format.value == "json" {
				err = printJSON(c.OutOrStdout(), findingViews(found))
			} else {
				err = printFindings(c, found)
			}
			for _, f := range found {
				if f.Problem != check.Homonyms && err == nil {
					return errSaid
				}
			}
			return err
		},
	}
	c.Flags().Var(&format, "format", "output: `text|json`")
	placesFlag(c, &db)
	return c
}

// checked checks the gazetteer of a database; the shipped one where there is
// none.
func checked(c *cobra.Command, db string) ([]check.Finding, error) {
	outline, err := shippedOutline()
	if err != nil {
		return nil, err
	}
	places, err := placesOf(c.Context(), db)
	if err != nil {
		return nil, err
	}
	return check.Check(places, outline), nil
}

// findingView is a finding as answers show it.
type findingView struct {
	Problem check.Problem        `json:"problem"`
	What    string               `json:"what"`
	Places  []timeline.PlaceView `json:"places"`
}

func findingViews(found []check.Finding) []findingView {
	out := make([]findingView, len(found))
	for i, f := range found {
		out[i] = findingView{Problem: f.Problem, What: f.What}
		for _, p := range f.Places {
			out[i].Places = append(out[i].Places, timeline.PlaceJSON(p))
		}
	}
	return out
}

func printFindings(c *cobra.Command, found []check.Finding) error {
	t := tabwriter.NewWriter(c.OutOrStdout(), 2, 0, 2, ' ', 0)
	count := map[check.Problem]int{}
	for _, f := range found {
		count[f.Problem]++
		var who []string
		for _, p := range f.Places {
			who = append(who, p.ID)
		}
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\n", f.Problem, f.Places[0].NameAr, f.What, strings.Join(who, ", "))
	}
	if err := t.Flush(); err != nil {
		return err
	}
	for _, p := range check.Problems {
		fmt.Fprintf(c.OutOrStdout(), "%s: %d\n", p, count[p])
	}
	return nil
}
