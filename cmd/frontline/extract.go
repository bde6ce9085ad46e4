package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/export"
	"frontline/timeline/ingest"
)

func extractCommand() *cobra.Command {
	published, format := dayFlag{}, formatFlag{value: "jsonl", allowed: []string{"jsonl", "geojson", "text"}}
	c := &cobra.Command{
		Use:   "extract FILE...",
		Short: "Print what reports say; store nothing",
		Long: `Read each FILE ("-" is standard input, a directory stands for its *.txt and *.md)
and print the places it names and what it claims, with the bytes it was read
from. Nothing is stored. A file that cannot be read is an error; the others are
still read.`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			places, err := shippedGazetteer()
			if err != nil {
				return err
			}
			reader, err := shippedReader(places)
			if err != nil {
				return err
			}
			out := bufio.NewWriter(c.OutOrStdout())
			defer out.Flush()
			show, done := readingPrinter(out, format.value)
			failed := false
			for _, s := range ingest.Sources(args, c.InOrStdin()) {
				r, err := s.Report(published.Day)
				var reading timeline.Reading
				if err == nil {
					reading, err = reader.Read(r)
					if err != nil {
						err = ingest.Failure{File: s.Name, Reason: err.Error()}
					}
				}
				if err != nil {
					fmt.Fprintln(c.ErrOrStderr(), "frontline:", err)
					failed = true
					continue
				}
				if err := show(reading); err != nil {
					return err
				}
			}
			if err := done(); err != nil {
				return err
			}
			if failed {
				return errSaid
			}
			return out.Flush()
		},
	}
	c.Flags().Var(&published, "published", "day on which reports that state none came out (`YYYY-MM-DD`)")
	c.Flags().Var(&format, "format", "output: `jsonl|geojson|text`")
	return c
}

// readingPrinter shows readings in a format, one by one, and then ends.
func readingPrinter(w io.Writer, format string) (show func(timeline.Reading) error, done func() error) {
	none := func() error { return nil }
	switch format {
	case "geojson":
		return collector(w)
	case "text":
		return func(r timeline.Reading) error { return printReading(w, r) }, none
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return func(r timeline.Reading) error { return enc.Encode(r) }, none
}

// collector writes the claims of all readings as one FeatureCollection.
func collector(w io.Writer) (show func(timeline.Reading) error, done func() error) {
	in := atlas.Input{}
	show = func(r timeline.Reading) error {
		in.Claims = append(in.Claims, r.Claims...)
		in.Reports = append(in.Reports, r.Report)
		for _, m := range r.Places {
			if m.Place != nil {
				in.Places = append(in.Places, *m.Place)
			}
		}
		return nil
	}
	return show, func() error {
		outline, err := shippedOutline()
		if err != nil {
			return err
		}
		in.Outline = outline
		a, err := atlas.New(in)
		if err != nil {
			return err
		}
		return export.Write(w, a, export.Options{Layer: export.Claims})
	}
}

// printReading is a reading for the eyes.
func printReading(w io.Writer, r timeline.Reading) error {
	fmt.Fprintf(w, "%s  %s  published %s (%s)\n", r.Report.File, r.Report.ID, orUnknown(r.Report.Published), r.Report.PublishedBasis)
	if r.Report.Title != "" {
		fmt.Fprintf(w, "  %s\n", r.Report.Title)
	}
	t := tabwriter.NewWriter(w, 2, 0, 2, ' ', 0)
	for _, c := range r.Claims {
		place := "-"
		if c.Place != nil {
			place = c.Place.Surface
		}
		fmt.Fprintf(t, "  %s\t%s\t%s\t%s\t%s\t%s\n", c.Kind, c.Modality, c.Actor, orUnknown(c.Date), place, c.Quote)
	}
	fmt.Fprintln(t)
	return t.Flush()
}

func orUnknown(d timeline.Day) string {
	if !d.Known() {
		return "unknown"
	}
	return d.String()
}
