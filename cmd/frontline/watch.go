package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strconv"

	"github.com/spf13/cobra"

	"frontline/geo/gazetteer"
	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/sqlite"
	"frontline/timeline/watch"
	"frontline/timeline/webhook"
)

func watchCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "watch",
		Short: "Save questions whose answers somebody wants to hear of as they change",
		Long: `Save questions: which changes of control somebody wants to hear of as they become
known. Each has a feed at /feeds/watches/ID.atom, and a stream at /api/live?watch=ID,
of frontline serve; those with a webhook are told by frontline watch run, too.`,
	}
	c.AddCommand(watchAddCommand(), watchListCommand(), watchRemoveCommand(), watchTestCommand(), watchRunCommand())
	return c
}

// kmFlag is a distance in kilometres above 0; zero where the flag is left out.
type kmFlag float64

func (f *kmFlag) String() string { return strconv.FormatFloat(float64(*f), 'g', -1, 64) }
func (f *kmFlag) Type() string   { return "float" }

// Set takes a number above 0, up to 1000.
func (f *kmFlag) Set(s string) error {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || !(v > 0 && v <= 1000) { // NaN too
		return errors.New("want kilometres, above 0 to 1000")
	}
	*f = kmFlag(v)
	return nil
}

// watching is a watch to be added.
type watching struct {
	inquiry
	scope      scope
	actors     []string
	place      string
	near       string
	km         kmFlag
	name       string
	webhook    string
	secretFile string
}

func watchAddCommand() *cobra.Command {
	w := watching{inquiry: newInquiry()}
	c := &cobra.Command{
		Use:   "add",
		Short: "Save a question",
		Long: `Save which changes of control are wanted: within so many km of a place or point, of
one place, in a governorate or box, of some actors; all that is asked must be met. What
is recorded from now on is news to it.

With --webhook, news are sent there as JSON by frontline watch run, signed as Standard
Webhooks (standardwebhooks.com) wants it. The secret is made here and printed once,
unless --secret-file has one. It is kept in the database, and in its backups: whoever
may read these can sign as you.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if c.Flags().Changed("webhook") && w.webhook == "" { // as of a variable that is not set
				return errors.New(`--webhook: "" is no address to send to: want http://… or https://…, or no --webhook`)
			}
			return editKept(c, w.db, func(s *sqlite.Store) error { return w.add(c, s) })
		},
	}
	c.Flags().StringVar(&w.near, "near", "", "only within --within-km of `PLACE|LON,LAT`")
	c.Flags().Var(&w.km, "within-km", "how far from --near: `KM`, on the globe")
	c.Flags().StringSliceVar(&w.actors, "actor", nil, "only where one of these `ACTORS` was in the place before or after (ids, or names in Arabic or English)")
	w.placeFlag(c, &w.place)
	w.scope.flags(c)
	c.Flags().StringVar(&w.name, "name", "", "what to call it: `TEXT`, instead of the question in short")
	c.Flags().StringVar(&w.webhook, "webhook", "", "send news to `URL`, http or https")
	c.Flags().StringVar(&w.secretFile, "secret-file", "", "sign with the secret in `FILE` (whsec_ and base64) instead of a new one")
	c.Flags().StringVar(&w.db, "db", defaultDB, "database `FILE`")
	return c
}

func (w *watching) add(c *cobra.Command, s *sqlite.Store) error {
	out := watch.Watch{ID: watch.NewID(), Webhook: w.webhook}
	secret, err := w.secret()
	if err != nil {
		return err
	}
	if out.Query, err = w.query(c, s); err != nil {
		return err
	}
	if out.Name = w.name; out.Name == "" {
		out.Name = out.Query.String()
	}
	if out.Seen, err = markOf(c, s); err != nil {
		return err
	}
	if err := s.AddWatch(c.Context(), out, secret); err != nil {
		return err
	}
	fmt.Fprintf(c.OutOrStdout(), "%s  %s\n", out.ID, out.Query)
	if secret != "" && w.secretFile == "" {
		fmt.Fprintf(c.OutOrStdout(), "secret, shown this once: %s\n", secret)
	}
	return nil
}

// secret is what news are signed with; "" without a webhook.
func (w *watching) secret() (string, error) {
	if w.webhook == "" {
		if w.secretFile != "" {
			return "", errors.New("--secret-file: nothing is signed without --webhook")
		}
		return "", nil
	}
	if err := webhook.CheckAddress(w.webhook); err != nil {
		return "", fmt.Errorf("--webhook: %w", err)
	}
	if w.secretFile == "" {
		return webhook.NewSecret(), nil
	}
	b, err := os.ReadFile(w.secretFile)
	if err != nil {
		return "", fmt.Errorf("--secret-file: %w", err)
	}
	secret := string(bytes.TrimSpace(b))
	if err := webhook.CheckSecret(secret); err != nil {
		return "", fmt.Errorf("--secret-file: %s %w", w.secretFile, err)
	}
	return secret, nil
}

// query is the question that the flags ask.
func (w *watching) query(c *cobra.Command, s *sqlite.Store) (q watch.Query, err error) {
	if (w.near == "") != (w.km == 0) {
		return q, errors.New("--near and --within-km: want both or neither")
	}
	places, err := placesIn(c.Context(), s)
	if err != nil {
		return q, err
	}
	f, err := w.filterAt(c, w.scope, w.place, places)
	if err != nil {
		return q, err
	}
	q = watch.Query{Admin1: f.Admin1, Place: f.Place, Bound: f.Bound}
	if q.Actors, err = actorsNamed(w.actors); err != nil || w.near == "" {
		return q, err
	}
	q.Near, err = w.around(c, places)
	return q, err
}

// around is the ground that --near and --within-km mean.
func (w *watching) around(c *cobra.Command, places *gazetteer.Gazetteer) (*atlas.Near, error) {
	at, isPoint, err := atlas.NearPoint(w.near)
	if err != nil {
		return nil, fmt.Errorf("--near: %w", err)
	}
	if !isPoint {
		place, err := w.placeNamed(c, w.near, w.scope.in, places)
		if err != nil {
			return nil, err
		}
		at = place.At
	}
	return &atlas.Near{At: at, Km: float64(w.km)}, nil
}

// markOf is how far a store has come: what is recorded later is news.
func markOf(c *cobra.Command, s *sqlite.Store) (m timeline.Mark, err error) {
	var in atlas.Input
	if in.Reports, err = s.Filings(c.Context(), nil); err != nil {
		return m, err
	}
	if in.Journal, err = s.Journal(c.Context()); err != nil {
		return m, err
	}
	a, err := atlas.New(in)
	if err != nil {
		return m, err
	}
	return a.Mark(), nil
}
