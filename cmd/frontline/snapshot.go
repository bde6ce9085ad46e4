package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"frontline/data"
	"frontline/geo/gazetteer"
	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/export"
	"frontline/timeline/extract"
	"frontline/timeline/fold"
	"frontline/timeline/snapshot"
	"frontline/timeline/sqlite"
)

// snapshotFlags are the words of the snapshot command.
type snapshotFlags struct {
	exportFlags // of which those of days and the view are asked for
}

func snapshotCommand() *cobra.Command {
	var f snapshotFlags
	c := &cobra.Command{
		Use:   "snapshot",
		Short: "Write a bundle that a paper can cite, or check one",
		Long: `Write what is known to a zip that is never written again: claims, holdings, areas,
front lines, places and reports as GeoJSON; a manifest with the versions of data,
program, rules and gazetteer, the sources with their terms, and how well reports are
read; the SHA-256 of every file; a licence and a CITATION.cff.

The same data and the same program give the same bytes, and the same id: the SHA-256 of
the manifest. With --on the bundle says how things stood on that day, and holds the
claims and reports of the days up to it. What is known today that was not known then
stays out with --as-known-on.

What the program makes is under ` + data.Licence + `; quotes stay with their publishers, and places come
from others, who have to be named: LICENCE.md in the bundle says how.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			span, err := f.span()
			if err != nil {
				return err
			}
			if f.out == "" || f.out == "-" { // it says which snapshot it has written
				return fmt.Errorf("--out: %q is no name of a file: want a FILE.zip that is not there yet", f.out)
			}
			if _, err := os.Lstat(f.out); err == nil {
				return fmt.Errorf("--out %s: is there already: a snapshot is never written over", f.out)
			}
			return f.ask(c, func(store *sqlite.Store, places *gazetteer.Gazetteer) error { return f.write(c, span, store, places) })
		},
	}
	fl := c.Flags()
	fl.Var(&f.on, "on", "one day (`YYYY-MM-DD`)")
	fl.Var(&f.from, "from", "first day of a range (`YYYY-MM-DD`)")
	fl.Var(&f.to, "to", "day after the last of a range (`YYYY-MM-DD`)")
	fl.StringVarP(&f.out, "out", "o", "", "write to `FILE`, which must not be there; required")
	f.reachFlag(c)
	f.viewFlags(c)
	c.AddCommand(snapshotVerifyCommand())
	return c
}

// snapshotLayers are what a bundle holds.
var snapshotLayers = []export.Layer{export.Claims, export.Holdings, export.Areas, export.Fronts, export.Places, export.Reports}

func (f *snapshotFlags) write(c *cobra.Command, span timeline.Span, store *sqlite.Store, places *gazetteer.Gazetteer) error {
	ctx := c.Context()
	a, err := f.atlas(ctx, store, nil)
	if err != nil {
		return err
	}
	mark, err := store.Mark(ctx)
	if err != nil {
		return err
	}
	if versionOf(mark, release(), places) != f.version {
		return errors.New("the database changed while it was read: want it again when nothing is written to it")
	}
	actors, err := shippedActors()
	if err != nil {
		return err
	}
	r := export.Request{Layers: snapshotLayers, Day: f.on.Day}
	if r.Span = span; f.on.Known() {
		r.Span.From = 0 // of claims and reports: all up to the day
	}
	d := r.Dataset(a, actors)
	d.Licence = data.Terms
	show, done := progress(c.ErrOrStderr(), "writing features")
	defer done()
	d = d.Watched(func(n int) error {
		if show != nil {
			show(n, -1)
		}
		return ctx.Err()
	})
	m, err := f.manifest(ctx, a, store, places)
	if err != nil {
		return err
	}
	var id string
	err = newFile(f.out, func(w io.Writer) error {
		id, err = snapshot.Write(w, m, d, data.LicenceText())
		return err
	})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.OutOrStdout(), "%s: snapshot %s\n", f.out, id)
	return err
}

// manifest is what is known of a bundle before it is written.
func (f *snapshotFlags) manifest(ctx context.Context, a *atlas.Atlas, store *sqlite.Store, places *gazetteer.Gazetteer) (m snapshot.Manifest, err error) {
	n := a.Counts()
	m = snapshot.Manifest{Version: a.Version(), DataVersion: a.Data(), Program: release(), Rules: fold.Version, Gazetteer: places.Version(),
		On: f.on.Day, From: f.from.Day, To: f.to.Day, AsKnownOn: f.known.Day, Without: f.without, ReachKm: float64(f.reach.value),
		Counts:      snapshot.Counts{Reports: n.Reports, Claims: n.Claims, Places: n.Places},
		Licence:     snapshot.Licence{ID: data.LicenceID, Name: data.Licence, URL: data.LicenceURL},
		Attribution: data.Attribution, Accuracy: extract.Accuracy(), Validity: export.Validity}
	for _, s := range a.Sources() {
		if s.Reports > 0 && s.Counts {
			m.Sources = append(m.Sources, snapshot.Source{ID: s.ID, Name: orElse(s.NameEn, s.NameAr), Licence: s.Licence, Reports: s.Reports})
		}
	}
	last, err := lastRecorded(ctx, store, timeline.EndOf(f.known.Day))
	if last.Known() {
		recorded := last.String()
		m.Recorded = &recorded
	}
	return m, err
}

// lastRecorded is the last moment before another at which anything was recorded; zero
// for never.
func lastRecorded(ctx context.Context, store *sqlite.Store, before timeline.Moment) (last timeline.Moment, err error) {
	reports, err := store.Filings(ctx, nil)
	if err != nil {
		return 0, err
	}
	events, err := store.Journal(ctx)
	if err != nil {
		return 0, err
	}
	moments := make([]timeline.Moment, 0, len(reports)+len(events))
	for _, r := range reports {
		moments = append(moments, r.Recorded)
	}
	for _, e := range events {
		moments = append(moments, e.Moment)
	}
	for _, m := range moments {
		if !before.Known() || m < before {
			last = max(last, m)
		}
	}
	return last, nil
}
