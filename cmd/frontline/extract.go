package main

import (
	"bufio"
	"context"
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
	x := extraction{format: formatFlag{value: "jsonl", allowed: []string{"jsonl", "geojson", "text"}}}
	c := &cobra.Command{
		Use:   "extract FILE...",
		Short: "Print what reports say; store nothing",
		Long: `Read each FILE ("-" is standard input, a directory stands for its *.txt and *.md)
and print the places it names and what it claims, with the bytes it was read
from. Nothing is stored. A file that cannot be read is an error; the others are
still read.

With --explain, print clause by clause which rule read what, and which rule read
nothing and why.`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return x.run(c.Context(), ingest.Sources(args, c.InOrStdin()), c.OutOrStdout(), c.ErrOrStderr())
		},
	}
	c.Flags().Var(&x.published, "published", "day on which reports that state none came out (`YYYY-MM-DD`)")
	c.Flags().Var(&x.format, "format", "output: `jsonl|geojson|text`")
	c.Flags().BoolVar(&x.explain, "explain", false, "say clause by clause which rules fired, and which did not and why")
	placesFlag(c, &x.db)
	lexiconFlag(c, &x.lexicon)
	c.MarkFlagsMutuallyExclusive("format", "explain")
	return c
}

// extraction is reading for the eyes or for another program.
type extraction struct {
	published dayFlag
	format    formatFlag
	explain   bool
	db        string
	lexicon   string
}

func (x extraction) run(ctx context.Context, sources []ingest.Source, w, status io.Writer) error {
	places, err := placesOf(ctx, x.db)
	if err != nil {
		return err
	}
	reader, err := readerWith(places, x.lexicon)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	defer out.Flush()
	show, done := readingPrinter(out, x.format.value)
	failed := false
	for _, s := range sources {
		r, err := s.Report(x.published.Day)
		if err == nil && x.explain {
			err = explain(out, reader, r)
		} else if err == nil {
			var reading timeline.Reading
			if reading, err = reader.Read(r); err == nil {
				if err := show(reading); err != nil {
					return err
				}
			}
		}
		if err != nil {
			fmt.Fprintln(status, "frontline:", named(s.Name, err))
			failed = true
		}
	}
	if err := done(); err != nil {
		return err
	}
	if failed {
		return errSaid
	}
	return out.Flush()
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
		for _, c := range r.Claims {
			in.Entries = append(in.Entries, timeline.Entry{Claim: c})
		}
		in.Reports = append(in.Reports, timeline.Filing{Report: r.Report})
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
	printHead(w, r.Report)
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

// printHead is the first line of a reading for the eyes, and its title.
func printHead(w io.Writer, r timeline.Report) {
	fmt.Fprintf(w, "%s  %s  %s  published %s (%s)\n", r.File, r.ID, r.Language, orUnknown(r.Published), r.PublishedBasis)
	if r.Title != "" {
		fmt.Fprintf(w, "  %s\n", r.Title)
	}
}

func orUnknown(d timeline.Day) string {
	if !d.Known() {
		return "unknown"
	}
	return d.String()
}
