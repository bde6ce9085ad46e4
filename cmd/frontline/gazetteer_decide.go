package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"frontline/geo"
	"frontline/geo/gazetteer"
	"frontline/timeline/sqlite"
)

// editorFlags are what every decision is recorded with.
type editorFlags struct {
	db, in, note string
	author       author
}

func (f *editorFlags) add(c *cobra.Command, in string) {
	c.Flags().StringVar(&f.in, "in", "", in)
	c.Flags().StringVar(&f.note, "note", "", "why, in `WORDS`")
	f.addAuthor(c)
}

func (f *editorFlags) addAuthor(c *cobra.Command) {
	f.author.add(c)
	c.Flags().StringVar(&f.db, "db", defaultDB, "database `FILE`; made if it is not there")
}

// author is who decides.
type author string

func (a *author) add(c *cobra.Command) {
	c.Flags().StringVar((*string)(a), "author", os.Getenv("USER"), "who decides, a `NAME`")
}

// name is that of the author; none is an error.
func (a author) name() (string, error) {
	name := strings.TrimSpace(string(a))
	if name == "" {
		return "", errors.New("--author: want the name of who decides")
	}
	return name, nil
}

// decision is a decision on its way to the store.
type decision struct {
	editorFlags
	gazetteer.Decision
	places *gazetteer.Gazetteer
}

func aliasCommand() *cobra.Command {
	d := decision{Decision: gazetteer.Decision{Kind: gazetteer.Alias}}
	c := &cobra.Command{
		Use:   "alias NAME PLACE",
		Short: "Decide that a name means a place",
		Long: `Decide that NAME, as reports write it, means PLACE (an id, or a name that one
place bears), and no other place: in the governorate of --in, or everywhere.`,
		Args: cobra.ExactArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			d.Name = args[0]
			return d.decide(c, func() (err error) {
				d.Place, err = d.one("PLACE", args[1])
				return err
			})
		},
	}
	d.add(c, "only where the text speaks of this `GOVERNORATE`")
	return c
}

func placeCommand() *cobra.Command {
	d, at := decision{Decision: gazetteer.Decision{Kind: gazetteer.Put}}, ""
	c := &cobra.Command{
		Use:   "place NAME|ID --at LON,LAT",
		Short: "Add a place, or correct where one lies",
		Long: `With an ID of the gazetteer, say where that place lies. With a NAME, add a place:
in its governorate, the name then means it and no other.`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return d.decide(c, func() error { return d.put(args[0], at) })
		},
	}
	c.Flags().StringVar(&at, "at", "", "where it lies: `LON,LAT` in degrees, WGS84; required")
	c.Flags().StringVar(&d.PlaceKind, "kind", "", "of a new place: `KIND` (village, town, hill …; default village)")
	c.Flags().StringVar(&d.NameOther, "other-name", "", "of a new place: its `NAME` in the other script")
	d.add(c, "`GOVERNORATE` of a new place (default: that of the ground it lies on)")
	_ = c.MarkFlagRequired("at") // fails only for a flag that is not there
	return c
}

func forbidCommand() *cobra.Command {
	d := decision{Decision: gazetteer.Decision{Kind: gazetteer.Forbid}}
	c := &cobra.Command{
		Use:   "forbid NAME [PLACE]",
		Short: "Decide that a name does not mean a place",
		Long: `Decide that NAME, as reports write it, does not mean PLACE (an id, or a name that
one place bears); without PLACE, that it means no place: in the governorate of
--in, or everywhere.`,
		Args: cobra.RangeArgs(1, 2),
		RunE: func(c *cobra.Command, args []string) error {
			d.Name = args[0]
			return d.decide(c, func() (err error) {
				if len(args) == 2 {
					d.Place, err = d.one("PLACE", args[1])
				}
				return err
			})
		},
	}
	d.add(c, "only the places of this `GOVERNORATE`")
	return c
}

// decide checks a decision, has the rest of it filled in, and records it.
func (d *decision) decide(c *cobra.Command, fill func() error) error {
	ctx := c.Context()
	author, err := d.author.name()
	if err != nil {
		return err
	}
	return editStore(c, d.db, func(s *sqlite.Store) (err error) {
		if d.places, err = placesIn(ctx, s); err != nil {
			return err
		}
		if err := d.inside(); err != nil {
			return err
		}
		if err := fill(); err != nil {
			return err
		}
		if d.Name != "" && gazetteer.NameKey(d.Name) == "" {
			return fmt.Errorf("NAME %q: want a name with letters", d.Name)
		}
		seq, err := s.Decide(ctx, sqlite.Decision{Decision: d.Decision, Author: author, Note: d.note})
		if err != nil {
			return err
		}
		fmt.Fprintf(c.OutOrStdout(), "decision %d: %s\n", seq, inWords(d.Decision))
		return nil
	})
}

// one is the id of the place that is named so. What is decided for good must
// not be guessed: of several of one name none is taken, however large.
func (d *decision) one(what, name string) (string, error) {
	if p, ok := d.places.Get(name); ok {
		return p.ID, nil
	}
	found := d.places.Lookup(name)
	if len(found) == 1 {
		return found[0].ID, nil
	}
	if len(found) == 0 {
		return "", fmt.Errorf("%s %q: no place is called so: want an id, or a name that one place bears (see frontline gazetteer search)", what, name)
	}
	ids := make([]string, len(found))
	for i, e := range found {
		ids[i] = e.ID
	}
	return "", fmt.Errorf("%s %q: %d places are called so (%s): want the id of one", what, name, len(found), strings.Join(ids, ", "))
}

// inside fills in the governorate of --in as the gazetteer calls it.
func (d *decision) inside() error {
	name, err := governorateNamed("--in", d.in, d.places)
	d.Admin1 = name
	return err
}

// put fills in the decision where a place lies.
func (d *decision) put(name, at string) error {
	p, err := geo.ParseLonLat(at)
	if err != nil {
		return fmt.Errorf("--at: %w", err)
	}
	d.At = &p
	if there, ok := d.places.Get(name); ok {
		if d.PlaceKind != "" || d.NameOther != "" || d.in != "" {
			return fmt.Errorf("%s is in the gazetteer: want no --kind, --other-name or --in with it", name)
		}
		d.Place = there.ID
		return nil
	}
	d.Name = name
	d.PlaceKind = cmp.Or(d.PlaceKind, "village")
	if d.Admin1 == "" {
		d.Admin1 = d.places.GovernorateAt(p)
	}
	d.Place = gazetteer.OwnID(name, p)
	return nil
}

// inWords is a decision for the eyes.
func inWords(d gazetteer.Decision) string {
	where := "everywhere"
	if d.Admin1 != "" {
		where = "in " + d.Admin1
	}
	switch {
	case d.Kind == gazetteer.Alias:
		return fmt.Sprintf("%s means %s, %s", d.Name, d.Place, where)
	case d.Kind == gazetteer.Put && d.Name == "":
		return fmt.Sprintf("%s lies at %.5f,%.5f", d.Place, d.At.Lon(), d.At.Lat())
	case d.Kind == gazetteer.Put:
		return fmt.Sprintf("%s is a %s at %.5f,%.5f (%s), %s", d.Name, d.PlaceKind, d.At.Lon(), d.At.Lat(), d.Place, where)
	case d.Place == "":
		return fmt.Sprintf("%s means no place, %s", d.Name, where)
	}
	return fmt.Sprintf("%s does not mean %s, %s", d.Name, d.Place, where)
}
