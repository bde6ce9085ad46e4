package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"reflect"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/sqlite"
)

func sourcesCommand() *cobra.Command {
	q := newInquiry()
	c := &cobra.Command{
		Use:   "sources",
		Short: "List who publishes reports, and how far each is believed",
		Long: `List the sources of the registry, and those of stored reports that it does not
list: id, names, side, weight, languages, licence, how many reports there are, and
of which days it has drawn a map (see export --map). The weight, from 0 to 1, is how far a source is believed when nobody else
says so; the side is that of the actors it speaks for, whose gains it cannot
settle alone.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return withStore(c.Context(), q.db, func(s *sqlite.Store) error {
				list, err := sourcesIn(c.Context(), s, atlas.View{KnownAt: timeline.EndOf(q.known.Day)})
				if err != nil {
					return err
				}
				if q.format.value == "json" {
					return printJSON(c.OutOrStdout(), list)
				}
				return printSources(c.OutOrStdout(), list)
			})
		},
	}
	c.Flags().Var(&q.format, "format", "output: `text|json`")
	q.knownFlags(c)
	c.AddCommand(sourcesImportCommand(), sourcesSetCommand())
	return c
}

// sourcesIn are the sources of a store from a view, by id; never nil.
func sourcesIn(ctx context.Context, s *sqlite.Store, v atlas.View) ([]atlas.SourceCount, error) {
	in := atlas.Input{}
	var err error
	if in.Sources, err = s.Listings(ctx); err != nil {
		return nil, err
	}
	if in.Reports, err = s.Filings(ctx, nil); err != nil {
		return nil, err
	}
	if in.Drawings, err = s.Drawings(ctx); err != nil {
		return nil, err
	}
	if in.Retractions, err = s.Retractions(ctx); err != nil {
		return nil, err
	}
	a, err := atlas.New(in)
	if err != nil {
		return nil, err
	}
	return a.As(v).Sources(), nil
}

func printSources(w io.Writer, list []atlas.SourceCount) error {
	t := tabwriter.NewWriter(w, 2, 0, 2, ' ', 0)
	for _, s := range list {
		listed := "listed"
		if !s.Listed {
			listed = "not listed"
		}
		if m := s.Map; m != nil {
			listed += fmt.Sprintf("\tmaps of %d days, %s to %s", m.Days, m.First, m.Last)
		}
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%.2f\t%s\t%s\t%d reports\t%s\n", s.ID, s.NameEn, s.NameAr, orElse(s.Side, "no side"),
			s.Weight, strings.Join(s.Languages, ","), s.Licence, s.Reports, listed)
	}
	return t.Flush()
}

func sourcesImportCommand() *cobra.Command {
	a := newAmending()
	c := &cobra.Command{
		Use:   "import FILE.tsv",
		Short: "Take in a table of sources, with the columns of data/sources.tsv",
		Long: `Take in a table of sources, tab-separated, with the head line and the columns of
data/sources.tsv, in one transaction. One with the id of a source that is listed
takes its place; the others stay. First it prints the places whose holder is
another one for some days because of it. What was listed before stays on record:
--as-known-on answers by it.`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return a.edit(c, func(s *sqlite.Store) error {
				l, err := ledgerOf(c.Context(), s)
				if err != nil {
					return err
				}
				f, err := os.Open(args[0])
				if err != nil {
					return err
				}
				defer f.Close()
				table, err := timeline.LoadSources(f, l.sides, l.registry.Sources())
				if err != nil {
					return fmt.Errorf("%s: %w", args[0], err)
				}
				return a.list(c, s, l, table)
			})
		},
	}
	a.flags(c, "database `FILE`; made if it is not there")
	return c
}

func sourcesSetCommand() *cobra.Command {
	a, given := newAmending(), timeline.Source{}
	c := &cobra.Command{
		Use:   "set ID",
		Short: "List a source, or change what is listed of it",
		Long: `List a source under an ID, or change what is listed of it; what is not given
stays as it is. First it prints the places whose holder is another one for some
days because of it. What was listed before stays on record: --as-known-on answers
by it.`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return a.edit(c, func(s *sqlite.Store) error {
				l, err := ledgerOf(c.Context(), s)
				if err != nil {
					return err
				}
				source := l.with(args[0], given, c.Flags().Changed)
				if err := l.registry.Check(source, l.sides); err != nil {
					return err
				}
				return a.list(c, s, l, []timeline.Source{source})
			})
		},
	}
	fl := c.Flags()
	fl.Float64Var(&given.Weight, "weight", timeline.UnlistedWeight, "how far it is believed, a `NUMBER` from 0 to 1")
	fl.StringVar(&given.Side, "side", "", "`SIDE` of the actors it speaks for; \"\" for none")
	fl.StringVar(&given.NameEn, "name-en", "", "its `NAME` in Latin script")
	fl.StringVar(&given.NameAr, "name-ar", "", "its `NAME` in Arabic script")
	fl.StringArrayVar(&given.Signs, "sign", nil, "another `NAME` it goes by, or the host of its addresses; added to those there are")
	fl.StringVar(&given.Licence, "licence", "", "`WORDS` on what may be done with its reports")
	a.flags(c, "database `FILE`; made if it is not there")
	return c
}

// ledger is the registry of a store as it is now.
type ledger struct {
	registry *timeline.Registry
	sides    []string // that there are
}

func ledgerOf(ctx context.Context, s *sqlite.Store) (ledger, error) {
	actors, err := shippedActors()
	if err != nil {
		return ledger{}, err
	}
	listings, err := s.Listings(ctx)
	return ledger{timeline.RegistryAt(listings, 0), timeline.Sides(actors)}, err
}

// with is the source of an id, with those of its fields that are given.
func (l ledger) with(id string, given timeline.Source, isGiven func(flag string) bool) timeline.Source {
	source, listed := l.registry.Get(id)
	if !listed {
		source = timeline.Source{ID: id, NameEn: id, Signs: []string{}, Languages: []string{}, Weight: timeline.UnlistedWeight}
	}
	for flag, set := range map[string]func(){
		"weight":  func() { source.Weight = given.Weight },
		"side":    func() { source.Side = given.Side },
		"name-en": func() { source.NameEn = given.NameEn },
		"name-ar": func() { source.NameAr = given.NameAr },
		"licence": func() { source.Licence = given.Licence },
	} {
		if isGiven(flag) {
			set()
		}
	}
	source.Signs = slices.Clone(source.Signs)
	for _, sign := range given.Signs {
		if !slices.Contains(source.Signs, sign) {
			source.Signs = append(source.Signs, sign)
		}
	}
	return source
}

// list has sources listed that are not listed so already.
func (a *amending) list(c *cobra.Command, s *sqlite.Store, l ledger, sources []timeline.Source) error {
	total := len(sources)
	sources = slices.DeleteFunc(sources, func(source timeline.Source) bool {
		is, listed := l.registry.Get(source.ID)
		return listed && reflect.DeepEqual(is, source)
	})
	with := func(in *atlas.Input) {
		in.Sources = slices.Clip(in.Sources)
		for _, source := range sources {
			in.Sources = append(in.Sources, timeline.Listing{Source: source})
		}
	}
	return a.amend(c, s, nil, with, func() (string, error) {
		said := fmt.Sprintf("%d sources listed, %d listed so already", len(sources), total-len(sources))
		if len(sources) == 0 {
			return said, nil
		}
		return said, s.PutSources(c.Context(), sources)
	})
}
