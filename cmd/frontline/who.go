package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/paulmach/orb"
	"github.com/spf13/cobra"

	"frontline/geo"
	"frontline/geo/gazetteer"
	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/sqlite"
)

func whoCommand() *cobra.Command {
	q := question{inquiry: newInquiry()}
	c := &cobra.Command{
		Use:   "who PLACE --on DAY",
		Short: "Say who held a place on a day, and because of which words",
		Long: `Say who held PLACE (a name in Arabic or English, an id or a p-code) on a day:
since when, when it was last confirmed, whether it was contested, and the clauses
of the reports that say so. --at LON,LAT asks for a point instead.

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
			return q.ask(c, func(store *sqlite.Store, places *gazetteer.Gazetteer) error { return q.answer(c, store, places) })
		},
	}
	c.Flags().Var(&q.on, "on", "day asked about (`YYYY-MM-DD`); required")
	c.Flags().StringVar(&q.in, "in", "", "`GOVERNORATE` that the place lies in, in Arabic or English")
	c.Flags().StringVar(&q.at, "at", "", "point asked about (`LON,LAT` in degrees, WGS84)")
	q.reachFlag(c)
	q.flags(c)
	_ = c.MarkFlagRequired("on") // fails only for a flag that is not there
	return c
}

type question struct {
	inquiry
	place, in, at string
	on            dayFlag
}

func (q question) answer(c *cobra.Command, store *sqlite.Store, places *gazetteer.Gazetteer) error {
	p, err := geo.ParseLonLat(q.at)
	if q.at != "" && err != nil {
		return fmt.Errorf("--at: %w", err)
	}
	var place geo.Place
	if q.place != "" {
		if place, err = q.placeNamed(c, q.place, q.in, places); err != nil {
			return err
		}
		p = place.At
	}
	near, err := q.around(c.Context(), store, place.ID, p)
	if err != nil {
		return err
	}
	a, err := q.atlas(c.Context(), store, near)
	if err != nil {
		return err
	}
	var ans atlas.Answer
	if q.at != "" {
		ans, err = a.WhoAt(p, q.on.Day)
	} else {
		ans, err = a.Who(place, q.on.Day)
	}
	if err != nil {
		return err
	}
	if q.format.value == "json" {
		return q.printJSON(c.OutOrStdout(), ans)
	}
	return printAnswer(c.OutOrStdout(), ans)
}

// around are the ids of the places that the answer for a place at p, or for p
// alone, can rest on: itself, and those within reach.
func (q *inquiry) around(ctx context.Context, store *sqlite.Store, id string, p orb.Point) ([]string, error) {
	places, err := store.Places(ctx)
	if err != nil {
		return nil, err
	}
	near := []string{id}
	for _, h := range places {
		if geo.DistanceKm(h.At, p) <= float64(q.reach.value) {
			near = append(near, h.ID)
		}
	}
	return near, nil
}

// undecided lists what the name can mean.
func (q *inquiry) undecided(w io.Writer, name string, found, like []geo.Ranked) error {
	why, candidates := fmt.Sprintf("%d places are named %q", len(found), name), found
	if len(found) == 0 {
		why, candidates = fmt.Sprintf("no place is named %q", name), like
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

// printJSON prints an answer, which is a JSON object, and of which data it is.
func (q *inquiry) printJSON(w io.Writer, answer any) error {
	var b bytes.Buffer
	if err := printJSON(&b, answer); err != nil {
		return err
	}
	named := append(fmt.Appendf(nil, `{"data_version":%q,`, q.data), b.Bytes()[len("{"):]...)
	return printJSON(w, json.RawMessage(named))
}

func printJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
