package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/atlas"
)

func whoCommand() *cobra.Command {
	q := question{format: formatFlag{value: "text", allowed: []string{"text", "json"}}}
	c := &cobra.Command{
		Use:   "who PLACE --on DAY",
		Short: "Say who held a place on a day, and because of which words",
		Long: `Say who held PLACE (a name in Arabic or English, or an id) on a day: since when,
when it was last confirmed, whether it was contested, and the clauses of the
reports that say so. --at LON,LAT asks for a point instead.

Where nothing is known the answer is "unknown". For a name that no place, or
more than one, bears, the candidates are listed and the exit status is 2; --in
says in which governorate the place lies that is meant.`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 1 {
				q.place = args[0]
			}
			if (q.place == "") == (q.at == "") {
				return errors.New("want either PLACE or --at LON,LAT")
			}
			return q.answer(c)
		},
	}
	c.Flags().Var(&q.on, "on", "day asked about (`YYYY-MM-DD`); required")
	c.Flags().StringVar(&q.in, "in", "", "`GOVERNORATE` that the place lies in, in Arabic or English")
	c.Flags().StringVar(&q.at, "at", "", "point asked about (`LON,LAT` in degrees, WGS84)")
	c.Flags().StringVar(&q.db, "db", defaultDB, "database `FILE`")
	c.Flags().Var(&q.known, "as-known-on", "answer from what had been stored by this day (`YYYY-MM-DD`)")
	c.Flags().Var(&q.format, "format", "output: `text|json`")
	_ = c.MarkFlagRequired("on") // fails only for a flag that is not there
	return c
}

type question struct {
	place, in, at, db string
	on, known         dayFlag
	format            formatFlag
}

func (q question) answer(c *cobra.Command) error {
	ctx := c.Context()
	store, err := readStore(ctx, q.db)
	if err != nil {
		return err
	}
	defer store.Close()
	var place geo.Place
	if q.place != "" {
		places, err := placesIn(ctx, store)
		if err != nil {
			return err
		}
		in, err := governorateNamed("--in", q.in, places)
		if err != nil {
			return err
		}
		found := names{places}.Find(q.place, in)
		if len(found) != 1 {
			return q.undecided(c.OutOrStdout(), found, places.Search(q.place, 10))
		}
		place = found[0].Place
	}
	a, err := loadAtlas(ctx, store, "", nil)
	if err != nil {
		return err
	}
	a = a.As(atlas.View{KnownAt: timeline.EndOf(q.known.Day)})
	var ans atlas.Answer
	if q.at != "" {
		p, err := geo.ParseLonLat(q.at)
		if err != nil {
			return fmt.Errorf("--at: %w", err)
		}
		ans, err = a.WhoAt(p, q.on.Day)
	} else {
		ans, err = a.Who(place, q.on.Day)
	}
	if err != nil {
		return err
	}
	if q.format.value == "json" {
		return printJSON(c.OutOrStdout(), ans)
	}
	return printAnswer(c.OutOrStdout(), ans)
}

// undecided lists what the name can mean.
func (q question) undecided(w io.Writer, found, like []geo.Ranked) error {
	why, candidates := fmt.Sprintf("%d places are named %q", len(found), q.place), found
	if len(found) == 0 {
		why, candidates = fmt.Sprintf("no place is named %q", q.place), like
	}
	if q.format.value == "json" {
		out := struct {
			Error      string                `json:"error"`
			Candidates []timeline.RankedView `json:"candidates"`
		}{why, timeline.RankedJSON(candidates)}
		if err := printJSON(w, out); err != nil {
			return err
		}
		return errUndecided
	}
	fmt.Fprintln(w, why)
	for _, r := range candidates {
		fmt.Fprintf(w, "  %s  %s  %s, %s, %s  (%s)\n", r.Place.ID, r.Place.NameAr, r.Place.NameEn, r.Place.Kind, r.Place.Admin1, r.Reason)
	}
	return errUndecided
}

func printJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
