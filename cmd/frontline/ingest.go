package main

import (
	"context"
	"errors"
	"io"

	"github.com/spf13/cobra"

	"frontline/timeline"
	"frontline/timeline/extract"
	"frontline/timeline/ingest"
	"frontline/timeline/replay"
	"frontline/timeline/sqlite"
)

func ingestCommand() *cobra.Command {
	db, lexicon, published := "", "", dayFlag{}
	c := &cobra.Command{
		Use:   "ingest FILE|DIR|-...",
		Short: "Read reports and store what they say",
		Long: `Read each report and store it with what it says, a transaction a report. A
directory stands for its *.txt and *.md, "-" for standard input. A report that
is stored already changes nothing; one that cannot be read is recorded with the
reason, and the others go on (exit status 1).

A report may begin with front matter between lines of three dashes, with the
keys published (YYYY-MM-DD), source, url and title.`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			sum, err := ingestInto(c.Context(), intake{db, lexicon, published.Day}, ingest.Sources(args, c.InOrStdin()), c.ErrOrStderr())
			if err != nil && sum.Reports == 0 {
				return err
			}
			if _, werr := sum.WriteTo(c.OutOrStdout()); err == nil {
				err = werr
			}
			if err == nil && len(sum.Unreadable) > 0 {
				err = errSaid
			}
			return err
		},
	}
	c.Flags().StringVar(&db, "db", defaultDB, "database `FILE`; made if it is not there")
	c.Flags().Var(&published, "published", "day on which reports that state none came out (`YYYY-MM-DD`)")
	lexiconFlag(c, &lexicon)
	return c
}

// intake says where reports are taken, and how they are read.
type intake struct {
	db, lexicon string
	published   timeline.Day // of reports that state none; zero where unknown
}

// ingestInto takes sources into a database, with progress on a terminal.
func ingestInto(ctx context.Context, in intake, sources []ingest.Source, status io.Writer) (sum ingest.Summary, err error) {
	store, err := writeStore(ctx, in.db, status)
	if err != nil {
		return sum, err
	}
	defer func() {
		if cerr := store.Close(); err == nil {
			err = cerr
		}
	}()
	places, err := placesIn(ctx, store)
	if err != nil {
		return sum, err
	}
	reader, err := readerWith(places, in.lexicon)
	if err != nil {
		return sum, err
	}
	show, done := progress(status, "reading")
	defer done()
	sum, err = ingest.Ingest(ctx, store, reader, sources, ingest.Options{Published: in.published, Progress: show})
	if err != nil {
		return sum, err
	}
	return sum, settle(ctx, store, rereader{reader}, &sum)
}

// settle reads those reports once more in which a name can mean several places,
// earlier ones too, now that more is known of who held what around them.
func settle(ctx context.Context, store *sqlite.Store, reader rereader, sum *ingest.Summary) error {
	open, err := store.Open(ctx)
	if err != nil || sum.Added == 0 || len(open) == 0 {
		return err
	}
	presences, err := store.Presences(ctx)
	if err != nil {
		return err
	}
	names, err := replay.Settle(ctx, store, reader, replay.GroundOf(presences), open)
	if errors.Is(err, sqlite.ErrChanged) { // somebody else is adding reports: frontline replay settles it
		return nil
	}
	sum.Settle(names)
	return err
}

// rereader reads stored reports again.
type rereader struct{ *extract.Reader }

// ReadOn reads a report with what is known of the ground.
func (x rereader) ReadOn(g replay.Ground, r timeline.Report) (timeline.Reading, error) {
	return x.Reader.ReadOn(g, r)
}
