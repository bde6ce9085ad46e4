package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"frontline/geo"
	"frontline/geo/gazetteer"
	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/front"
	"frontline/timeline/sqlite"
)

// inquiry is what every question has: where it is asked, from which view, and
// how it is answered.
type inquiry struct {
	db      string
	known   dayFlag
	without []string
	reach   wholeFlag // km; 0 where the question is not about the ground between places
	format  formatFlag
	data    string // the version of what is stored
	version string // of that, the program and the places that are asked
}

func newInquiry() inquiry {
	return inquiry{format: formatFlag{value: "text", allowed: []string{"text", "json"}}}
}

// flags adds --db, --format and those of the view.
func (q *inquiry) flags(c *cobra.Command) {
	c.Flags().Var(&q.format, "format", "output: `text|json`")
	q.viewFlags(c)
}

// viewFlags adds --db, --as-known-on and --without.
func (q *inquiry) viewFlags(c *cobra.Command) {
	q.knownFlags(c)
	c.Flags().StringSliceVar(&q.without, "without", nil, "as if these `SOURCES` had said nothing (ids, see frontline sources)")
}

// knownFlags adds --db and --as-known-on.
func (q *inquiry) knownFlags(c *cobra.Command) {
	c.Flags().StringVar(&q.db, "db", defaultDB, "database `FILE`")
	c.Flags().Var(&q.known, "as-known-on", "answer from what had been recorded by the end of this day, UTC (`YYYY-MM-DD`)")
}

// reachFlag adds --reach.
func (q *inquiry) reachFlag(c *cobra.Command) {
	q.reach = wholeFlag{atlas.DefaultReachKm, front.MinReachKm, front.MaxReachKm}
	c.Flags().Var(&q.reach, "reach", "ground farther than so many `KM` from every place that was spoken of is nobody's")
}

// ask opens the database and its places for a question, and closes it.
func (q *inquiry) ask(c *cobra.Command, answer func(store *sqlite.Store, places *gazetteer.Gazetteer) error) error {
	store, err := readStore(c.Context(), q.db)
	if err != nil {
		return err
	}
	defer store.Close()
	places, err := placesIn(c.Context(), store)
	if err != nil {
		return err
	}
	mark, err := store.Mark(c.Context())
	if err != nil {
		return err
	}
	q.data, q.version = mark.Version(), versionOf(mark, release(), places)
	return answer(store, places)
}

// atlas is the atlas of a store from the view of the question: all of it, or of
// what is said of places of these ids.
func (q *inquiry) atlas(ctx context.Context, store *sqlite.Store, places []string) (*atlas.Atlas, error) {
	a, err := loadAtlas(ctx, store, q.version, places)
	if err != nil {
		return nil, err
	}
	if err := q.checkSources(ctx, store); err != nil {
		return nil, err
	}
	view := atlas.View{KnownAt: timeline.EndOf(q.known.Day), Without: q.without}
	if q.reach.value != atlas.DefaultReachKm { // said or not, it is the same view
		view.ReachKm = float64(q.reach.value)
	}
	return a.As(view), nil
}

// versionOf names all that an answer comes from: what is stored, the program and the
// places.
func versionOf(stored sqlite.Mark, release string, places *gazetteer.Gazetteer) string {
	return stored.Version() + "-" + release + "-" + places.Version()
}

// checkSources says which of --without is no source, of the registry or of a
// report, as far as is known.
func (q *inquiry) checkSources(ctx context.Context, store *sqlite.Store) error {
	if len(q.without) == 0 {
		return nil
	}
	sources, err := sourcesIn(ctx, store, atlas.View{KnownAt: timeline.EndOf(q.known.Day)})
	if err != nil {
		return err
	}
	return checkSources("--without", q.without, sources)
}

// checkSources says which of the ids of a flag is none of the sources.
func checkSources(flag string, ids []string, sources []atlas.SourceCount) error {
	var known []string
	for _, s := range sources {
		known = append(known, s.ID)
	}
	for _, id := range ids {
		if !slices.Contains(known, id) {
			return fmt.Errorf("%s %q: no such source: want %s", flag, id, strings.Join(known, ", "))
		}
	}
	return nil
}

// placeNamed is the place that a name, an id or a code means; where that is not
// one place, what it can mean is printed, and the error is errUndecided.
func (q *inquiry) placeNamed(c *cobra.Command, name, in string, places *gazetteer.Gazetteer) (geo.Place, error) {
	governorate, err := governorateNamed("--in", in, places)
	if err != nil {
		return geo.Place{}, err
	}
	found := names{places}.Find(name, governorate)
	if len(found) == 1 {
		return found[0].Place, nil
	}
	return geo.Place{}, q.undecided(c.OutOrStdout(), name, found, places.Search(name, 10))
}
