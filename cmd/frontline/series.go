package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"frontline/geo/gazetteer"
	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/sqlite"
)

func seriesCommand() *cobra.Command {
	q := seriesQuestion{inquiry: newInquiry(), every: formatFlag{value: "change", allowed: []string{"change", "day", "week", "month"}}}
	q.format.allowed = append(q.format.allowed, "csv")
	c := &cobra.Command{
		Use:   "series [FROM..TO]",
		Short: "Say how much ground each holder had over time, in square kilometres",
		Long: `Say how much ground each holder had from the day FROM up to but not including TO,
in square kilometres: a line for every day on which that changed, or every so often.
Either day may be left out. What is farther than the reach from every place that was
spoken of is in none of the figures.

CSV has a line for each holder: start, end (half-open), holder, parties where it is
contested, km2, and km2_reported: around places of which a report says so.`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			var span timeline.Span
			if len(args) == 1 {
				var err error
				if span, err = parseRange(args[0]); err != nil {
					return err
				}
			}
			return q.ask(c, func(store *sqlite.Store, places *gazetteer.Gazetteer) error { return q.answer(c, span, store, places) })
		},
	}
	c.Flags().Var(&q.every, "every", "how often: `change|day|week|month`")
	c.Flags().Var(&q.format, "format", "output: `text|json|csv`")
	c.Flags().StringVar(&q.drawn, "map", "", "by the own maps of this `SOURCE` (an id, see frontline sources)")
	c.Flags().StringVarP(&q.out, "out", "o", "", "write to `FILE`, whole or not at all")
	q.region.flags(c)
	q.reachFlag(c)
	q.viewFlags(c)
	return c
}

type seriesQuestion struct {
	inquiry
	region region
	every  formatFlag
	drawn  string
	out    string
}

func (q *seriesQuestion) answer(c *cobra.Command, span timeline.Span, store *sqlite.Store, places *gazetteer.Gazetteer) error {
	f, err := q.region.filter(places)
	if err != nil {
		return err
	}
	f.Span = span
	a, err := q.atlas(c.Context(), store, nil)
	if err != nil {
		return err
	}
	ask := a.Series
	if q.drawn != "" {
		ask = func(f atlas.Filter) (atlas.Series, error) { return a.DrawnSeries(q.drawn, f) }
	}
	series, err := ask(f)
	if err != nil {
		return err
	}
	if next, often := rhythms()[q.every.value]; often {
		series = sampled(series, next, a.Days().To)
	}
	return toFile(q.out, c.OutOrStdout(), func(w io.Writer) error {
		switch q.format.value {
		case "json":
			return q.printJSON(w, series)
		case "csv":
			return writeSeries(w, series)
		}
		return printSeries(w, series)
	})
}

// rhythms say which day comes after one.
func rhythms() map[string]func(timeline.Day) timeline.Day {
	return map[string]func(timeline.Day) timeline.Day{
		"day":  func(d timeline.Day) timeline.Day { return d + 1 },
		"week": func(d timeline.Day) timeline.Day { return d + 7 },
		"month": func(d timeline.Day) timeline.Day {
			t := d.Time()
			return timeline.Date(t.Year(), t.Month()+1, 1)
		},
	}
}

// sampled are the shares on one day after the other, from the first of the series
// to its last, or where it has none to last.
func sampled(s atlas.Series, next func(timeline.Day) timeline.Day, last timeline.Day) atlas.Series {
	out := atlas.Series{Periods: []atlas.Period{}}
	var day timeline.Day
	for _, p := range s.Periods {
		if day == 0 {
			day = p.Start
		}
		end := p.End
		if !end.Known() {
			end = max(last, p.Start+1)
		}
		for ; day < end; day = next(day) {
			until := next(day)
			if to := s.Periods[len(s.Periods)-1].End; to.Known() {
				until = min(until, to)
			}
			out.Periods = append(out.Periods, atlas.Period{Start: day, End: until, Shares: p.Shares})
		}
	}
	return out
}

func writeSeries(w io.Writer, s atlas.Series) error {
	out := csv.NewWriter(w)
	rows := [][]string{{"start", "end", "holder", "parties", "km2", "km2_reported"}}
	for _, p := range s.Periods {
		end := ""
		if p.End.Known() {
			end = p.End.String()
		}
		for _, share := range p.Shares {
			holder := ""
			if share.Holder != nil {
				holder = string(*share.Holder)
			}
			rows = append(rows, []string{p.Start.String(), end, holder, strings.Join(words(share.Parties), "|"),
				strconv.FormatFloat(share.Km2, 'f', 3, 64), strconv.FormatFloat(share.Km2Reported, 'f', 3, 64)})
		}
	}
	if err := out.WriteAll(rows); err != nil {
		return err
	}
	return out.Error()
}

// printSeries is a table: a line a day, a column a holder, contested ground in one.
func printSeries(w io.Writer, s atlas.Series) error {
	if len(s.Periods) == 0 {
		_, err := io.WriteString(w, "nothing is known of these days\n")
		return err
	}
	const contested = "contested"
	var columns []string
	for _, p := range s.Periods {
		for _, share := range p.Shares {
			if share.Holder != nil && !slices.Contains(columns, string(*share.Holder)) {
				columns = append(columns, string(*share.Holder))
			}
		}
	}
	slices.Sort(columns)
	columns = slices.DeleteFunc(columns, func(c string) bool { return c == string(timeline.Unknown) })
	columns = append(columns, contested, string(timeline.Unknown))
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(table, "km² on\t%s\t\n", strings.Join(columns, "\t"))
	for _, p := range s.Periods {
		km2 := map[string]float64{}
		for _, share := range p.Shares {
			of := contested
			if share.Holder != nil {
				of = string(*share.Holder)
			}
			km2[of] += share.Km2
		}
		fmt.Fprintf(table, "%s\t", p.Start)
		for _, c := range columns {
			fmt.Fprintf(table, "%.0f\t", km2[c])
		}
		fmt.Fprintln(table)
	}
	return table.Flush()
}
