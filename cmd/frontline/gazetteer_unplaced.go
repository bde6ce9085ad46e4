package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"frontline/geo/gazetteer"
	"frontline/timeline"
	"frontline/timeline/sqlite"
	"frontline/timeline/unplaced"
)

func unplacedCommand() *cobra.Command {
	db, limit, format := "", 50, formatFlag{value: "text", allowed: []string{"text", "json"}}
	c := &cobra.Command{
		Use:   "unplaced",
		Short: "List the names that could not be put on the ground, most often named first",
		Long: `List the names of stored reports that could not be put on the ground: how many
reports name them, how many claims wait for them, why, what they may mean, the
nearest spellings of the gazetteer, and the places they are named with. With
frontline gazetteer alias, place and forbid they are decided, once for all
reports.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if limit < 1 {
				return fmt.Errorf("--limit %d: want 1 or more", limit)
			}
			return withStore(c.Context(), db, func(s *sqlite.Store) error {
				places, err := placesIn(c.Context(), s)
				if err != nil {
					return err
				}
				list, err := unplaced.List(s.Readings(c.Context()))
				if err != nil {
					return err
				}
				views := unplacedViews(list[:min(limit, len(list))], places)
				if format.value == "json" {
					return printJSON(c.OutOrStdout(), struct {
						Total int            `json:"total"`
						Names []unplacedView `json:"names"`
					}{len(list), views})
				}
				return printUnplaced(c.OutOrStdout(), views, len(list))
			})
		},
	}
	c.Flags().IntVar(&limit, "limit", limit, "at most `N` names")
	c.Flags().Var(&format, "format", "output: `text|json`")
	c.Flags().StringVar(&db, "db", defaultDB, "database `FILE`")
	return c
}

// unplacedView is a name without a place as answers show it.
type unplacedView struct {
	Name       string                `json:"name"`
	Class      string                `json:"class"`
	Reports    int                   `json:"reports"`
	Claims     int                   `json:"claims"`
	Reason     string                `json:"reason"`
	Candidates []timeline.RankedView `json:"candidates"`
	Similar    []timeline.RankedView `json:"similar"`
	Neighbours []neighbourView       `json:"neighbours"`
	Examples   []exampleView         `json:"examples"`
}

type neighbourView struct {
	timeline.PlaceView
	Reports int `json:"reports"`
}

type exampleView struct {
	Report string `json:"report"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
}

// nearSpellings is how many spellings like it a name is shown with.
const nearSpellings = 5

func unplacedViews(list []unplaced.Name, places *gazetteer.Gazetteer) []unplacedView {
	out := make([]unplacedView, len(list))
	for i, n := range list {
		v := unplacedView{Name: n.Name, Class: n.Class, Reports: n.Reports, Claims: n.Claims, Reason: n.Reason,
			Candidates: timeline.RankedJSON(n.Candidates), Similar: []timeline.RankedView{}, Neighbours: []neighbourView{}}
		if len(n.Candidates) == 0 {
			v.Similar = timeline.RankedJSON(places.Similar(n.Name, nearSpellings))
		}
		for _, o := range n.Neighbours {
			v.Neighbours = append(v.Neighbours, neighbourView{timeline.PlaceJSON(o.Place), o.Reports})
		}
		for _, e := range n.Examples {
			v.Examples = append(v.Examples, exampleView(e))
		}
		out[i] = v
	}
	return out
}

// printUnplaced is names without a place for the eyes.
func printUnplaced(w io.Writer, list []unplacedView, total int) error {
	for _, v := range list {
		fmt.Fprintf(w, "%s", v.Name)
		if v.Class != "" {
			fmt.Fprintf(w, " (%s)", v.Class)
		}
		fmt.Fprintf(w, "  %s, %s: %s\n", counted(v.Reports, "report"), counted(v.Claims, "claim"), v.Reason)
		printCandidates(w, "may mean", v.Candidates)
		printCandidates(w, "spelt like", v.Similar)
		var near []string
		for _, n := range v.Neighbours {
			near = append(near, fmt.Sprintf("%s (%s)", n.NameAr, n.ID))
		}
		if len(near) > 0 {
			fmt.Fprintf(w, "  named with %s\n", strings.Join(near, ", "))
		}
	}
	_, err := fmt.Fprintf(w, "%d of %d names without a place\n", len(list), total)
	return err
}

func printCandidates(w io.Writer, how string, list []timeline.RankedView) {
	for _, c := range list {
		fmt.Fprintf(w, "  %s %s  %s  %.2f  %s\n", how, c.NameAr, c.ID, c.Score, c.Reason)
	}
}
