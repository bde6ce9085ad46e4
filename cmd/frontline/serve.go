package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"

	"github.com/spf13/cobra"

	"frontline/data"
	"frontline/static"
	"frontline/timeline/atlas"
	"frontline/timeline/sqlite"
	"frontline/timeline/web"
)

// defaultAddr is loopback: the map is for whoever sits at this machine, until
// somebody decides otherwise.
const defaultAddr = "127.0.0.1:8080"

func serveCommand() *cobra.Command {
	db, o := "", serving{}
	c := &cobra.Command{
		Use:   "serve",
		Short: "Serve the map page and the API",
		Long: `Serve the map page at / and the API under /api/, from a database that may grow
meanwhile. Ends on an interrupt, once running requests are answered.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return serve(c.Context(), db, o, streams{out: c.OutOrStdout(), err: c.ErrOrStderr()})
		},
	}
	c.Flags().StringVar(&db, "db", defaultDB, "database `FILE`")
	o.flags(c)
	return c
}

// serving is how a database is served.
type serving struct {
	addr    string
	embed   []string // origins
	verbose bool
}

func (o *serving) flags(c *cobra.Command) {
	c.Flags().StringVar(&o.addr, "addr", defaultAddr, "listen at `HOST:PORT`; port 0 takes a free one")
	c.Flags().StringSliceVar(&o.embed, "embed", nil, "let pages of `ORIGINS` (https://example.org, self, or any alone) show /?embed=1 and /plain in a frame")
	c.Flags().BoolVarP(&o.verbose, "verbose", "v", false, "log every request")
}

// serve answers at an address until ctx ends. The address is printed once it does.
func serve(ctx context.Context, db string, o serving, std streams) error {
	framers, err := web.Framers(o.embed)
	if err != nil {
		return fmt.Errorf("--embed: %w", err)
	}
	store, err := readStore(ctx, db)
	if err != nil {
		return err
	}
	defer store.Close()
	server, err := newServer(ctx, store, framers, logger(std.err, o.verbose))
	if err != nil {
		return err
	}
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", o.addr)
	if err != nil {
		return fmt.Errorf("--addr: %w", err)
	}
	fmt.Fprintf(std.out, "http://%s/\n", l.Addr())
	return server.Serve(ctx, l)
}

func newServer(ctx context.Context, store *sqlite.Store, framers string, log *slog.Logger) (*web.Server, error) {
	press, err := shippedPress()
	if err != nil {
		return nil, err
	}
	page, built := static.Page()
	if !built {
		log.Warn("the map page is not in this binary: build it with `make run` or `make build`")
	}
	source := &shelf{store: store, release: release()}
	if _, _, err := source.Atlas(ctx, atlas.View{}); err != nil { // a store that cannot be read is said now, not at the first visit
		return nil, err
	}
	return web.New(web.Config{Source: source, Press: press, Actors: press.Actors, Page: page, Plain: static.Plain(), Policy: static.Policy, Framers: framers,
		Licence: web.Licence{Name: data.Licence, URL: data.LicenceURL, Attribution: data.Attribution, Terms: data.Terms}, Log: log})
}

func logger(w io.Writer, verbose bool) *slog.Logger {
	level := slog.LevelInfo
	if verbose {
		level = slog.LevelDebug
	}
	return slog.New(slog.NewTextHandler(w, &slog.HandlerOptions{Level: level}))
}
