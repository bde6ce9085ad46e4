package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"frontline/geo/gazetteer"
	"frontline/timeline"
	"frontline/timeline/ingest"
)

func findCommand() *cobra.Command {
	db, format := "", formatFlag{value: "text", allowed: []string{"text", "jsonl"}}
	c := &cobra.Command{
		Use:   "find FILE...",
		Short: "List the gazetteer's Arabic names that stand in texts",
		Long: `List the Arabic names of the gazetteer that stand in each FILE ("-" is standard
input, a directory stands for its *.txt and *.md), in any spelling and with
clitics before them: the bytes, and all places that bear the name. No grammar is
asked whether a word is meant as a name: that is what frontline extract does.`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			places, err := placesOf(c.Context(), db)
			if err != nil {
				return err
			}
			out := bufio.NewWriter(c.OutOrStdout())
			defer out.Flush()
			finder, failed := places.Finder(), false
			for _, s := range ingest.Sources(args, c.InOrStdin()) {
				r, err := s.Report(0)
				if err == nil {
					err = printFound(out, finder, r, format.value)
				}
				if err != nil {
					fmt.Fprintln(c.ErrOrStderr(), "frontline:", named(s.Name, err))
					failed = true
				}
			}
			if failed {
				return errSaid
			}
			return out.Flush()
		},
	}
	c.Flags().Var(&format, "format", "output: `text|jsonl`")
	placesFlag(c, &db)
	return c
}

// foundView is a name in a text as answers show it.
type foundView struct {
	File    string               `json:"file"`
	Surface string               `json:"surface"`
	Start   int                  `json:"start"`
	End     int                  `json:"end"`
	Places  []timeline.PlaceView `json:"places"`
}

// printFound lists the names in a report, a line a name.
func printFound(w io.Writer, finder *gazetteer.Finder, r timeline.Report, format string) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, f := range finder.Find(nil, r.Text) {
		if format == "jsonl" {
			v := foundView{r.File, r.Text[f.Start:f.End], f.Start, f.End, nil}
			for _, e := range f.Entries {
				v.Places = append(v.Places, timeline.PlaceJSON(e.Place))
			}
			if err := enc.Encode(v); err != nil {
				return err
			}
			continue
		}
		ids := make([]string, len(f.Entries))
		for i, e := range f.Entries {
			ids[i] = e.ID
		}
		surface := strings.Join(strings.Fields(r.Text[f.Start:f.End]), " ")
		if _, err := fmt.Fprintf(w, "%s:%d-%d  %s  %s\n", r.File, f.Start, f.End, surface, strings.Join(ids, ", ")); err != nil {
			return err
		}
	}
	return nil
}
