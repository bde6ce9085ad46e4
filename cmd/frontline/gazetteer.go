package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/sqlite"
)

func gazetteerCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "gazetteer",
		Short: "Find, correct and check the places that names are put on",
		Long: `The gazetteer says which places there are, and what they are called. One ships
inside the program; a database adds what was taken in from others (frontline
import places), and what editors have decided. Reports that are stored already are
put by it when they are read again: frontline replay.`,
	}
	c.AddCommand(searchCommand(), findCommand(), gazetteerSourcesCommand(), dropCommand(), aliasCommand(), placeCommand(), forbidCommand(),
		decisionsCommand(), withdrawCommand(), unplacedCommand(), checkCommand())
	return c
}

func searchCommand() *cobra.Command {
	db, limit, format := "", 10, formatFlag{value: "text", allowed: []string{"text", "json"}}
	c := &cobra.Command{
		Use:   "search NAME...",
		Short: "Find places by name, in Arabic or Latin script",
		Long: `Find places by what people type: a name or its beginning, in Arabic or Latin
script, in any transliteration, with small errors, with the governorate or the
kind of place beside it; or an id, a p-code, a GeoNames id. The best come first,
each with a score and the reason.`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if limit < 1 || limit > maxFound {
				return fmt.Errorf("--limit %d: want 1 to %d", limit, maxFound)
			}
			places, err := placesOf(c.Context(), db)
			if err != nil {
				return err
			}
			found := places.Search(strings.Join(args, " "), limit)
			if format.value == "json" {
				return printJSON(c.OutOrStdout(), struct {
					Places []timeline.RankedView `json:"places"`
				}{timeline.RankedJSON(found)})
			}
			if len(found) == 0 {
				return fmt.Errorf("no place is called anything like %q", strings.Join(args, " "))
			}
			return printPlaces(c.OutOrStdout(), found)
		},
	}
	c.Flags().IntVar(&limit, "limit", limit, "at most `N` places")
	c.Flags().Var(&format, "format", "output: `text|json`")
	placesFlag(c, &db)
	return c
}

// maxFound is the most places that can be asked for at once.
const maxFound = 1000

// printPlaces is ranked places for the eyes.
func printPlaces(w io.Writer, ranked []geo.Ranked) error {
	t := tabwriter.NewWriter(w, 2, 0, 2, ' ', 0)
	for _, r := range ranked {
		p := r.Place
		fmt.Fprintf(t, "%.2f\t%s\t%s\t%s\t%s\t%s\t%.5f,%.5f\t%s\n", r.Score, p.ID, p.NameAr, p.NameEn, p.Kind, p.Admin1, p.At.Lon(), p.At.Lat(), r.Reason)
	}
	return t.Flush()
}

func gazetteerSourcesCommand() *cobra.Command {
	db, format := "", formatFlag{value: "text", allowed: []string{"text", "json"}}
	c := &cobra.Command{
		Use:   "sources",
		Short: "List what was imported, by source",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return withStore(c.Context(), db, func(s *sqlite.Store) error {
				list, err := s.Gazetteers(c.Context())
				if err != nil {
					return err
				}
				if format.value == "json" {
					return printJSON(c.OutOrStdout(), append([]sqlite.GazetteerCount{}, list...))
				}
				t := tabwriter.NewWriter(c.OutOrStdout(), 2, 0, 2, ' ', 0)
				for _, s := range list {
					fmt.Fprintf(t, "%s\t%s\t%s that nothing else has\n", s.Source, counted(s.Records, "record"), counted(s.Places, "place"))
				}
				return t.Flush()
			})
		},
	}
	c.Flags().Var(&format, "format", "output: `text|json`")
	c.Flags().StringVar(&db, "db", defaultDB, "database `FILE`")
	return c
}

func dropCommand() *cobra.Command {
	db := ""
	c := &cobra.Command{
		Use:   "drop SOURCE",
		Short: "Take out what was imported from a source",
		Args:  cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return editStore(c, db, func(s *sqlite.Store) error {
				n, err := s.DropSource(c.Context(), args[0])
				if err != nil {
					return err
				}
				fmt.Fprintf(c.OutOrStdout(), "%s of %s dropped; frontline replay puts stored reports accordingly\n", counted(int(n), "record"), args[0])
				return nil
			})
		},
	}
	c.Flags().StringVar(&db, "db", defaultDB, "database `FILE`")
	return c
}

// withStore opens a database for reading.
func withStore(ctx context.Context, db string, do func(*sqlite.Store) error) error {
	store, err := readStore(ctx, db)
	if err != nil {
		return err
	}
	return errors.Join(do(store), store.Close())
}

// editStore opens a database for reading and writing; it is made if it is not
// there.
func editStore(c *cobra.Command, db string, do func(*sqlite.Store) error) error {
	store, err := writeStore(c.Context(), db, c.ErrOrStderr())
	if err != nil {
		return err
	}
	return errors.Join(do(store), store.Close())
}

// editKept opens a database that is there for reading and writing: to make an
// empty one would be no use to anybody.
func editKept(c *cobra.Command, db string, do func(*sqlite.Store) error) error {
	if _, err := os.Stat(db); err != nil {
		return fmt.Errorf("--db: %w", err)
	}
	return editStore(c, db, do)
}
