// Package web serves the map page and the questions of the API over HTTP.
//
// Every question is a GET (or HEAD) under /api and is answered with JSON or
// GeoJSON; everything else is a file of the page. Answers carry an ETag made
// of the atlas's version and the question, so that an unchanged one costs
// nothing to ask again.
package web

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"runtime"
	"time"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/fulltext"
	"frontline/timeline/plain"
	"frontline/timeline/plate"
	"frontline/timeline/watch"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/labstack/echo/v4"
	"github.com/paulmach/orb"
)

// Source is where the answers come from. It is asked by several goroutines at
// the same time.
type Source interface {
	// Atlas is the current atlas from a view, and the places that questions may
	// name. The atlas's version must change whenever any answer may: with the
	// claims, the places, the actors or the program.
	Atlas(ctx context.Context, v atlas.View) (*atlas.Atlas, Places, error)
	// Report is all that one report says, with its text;
	// timeline.ErrNotFound where there is no report of this id.
	Report(ctx context.Context, id string) (timeline.Reading, error)
	// Matches are the reports in which all parts of a query are found, best first;
	// those of any view.
	Matches(ctx context.Context, q fulltext.Query) ([]fulltext.Match, error)
	// Snippets are the pieces of reports in which most of a query is found, by id.
	Snippets(ctx context.Context, q fulltext.Query, reports []string) (map[string]fulltext.Snippet, error)
	// Watch is the saved query of an id; timeline.ErrNotFound where there is none.
	Watch(ctx context.Context, id string) (watch.Watch, error)
}

// Places finds places by their names, in either script. It is asked by several
// goroutines at the same time.
type Places interface {
	// Search is what a person may mean who types q, best first, at most limit.
	Search(q string, limit int) []geo.Ranked
	// Find is every place that bears this name, best first, or the one of this
	// id or code; in is the governorate that it is said to lie in, "" for none.
	Find(name, in string) []geo.Ranked
	// Province is the name of a governorate that is written so; false where
	// there is none.
	Province(name string) (string, bool)
	// Governorates are the names that Province gives.
	Governorates() []string
	// Outline is the ground of a governorate that Province names; nil where it is
	// not known.
	Outline(governorate string) orb.MultiPolygon
	// Labels are the places to be named on a map that has no other labels.
	Labels() []geo.Place
	plate.Gazetteer
}

// Config is what a Server is made of. All of it is needed, but for who may frame it.
type Config struct {
	Source Source
	Press  plate.Press          // of pictures
	Actors []timeline.ActorInfo // whom questions may name
	Page   fs.FS                // with index.html at its root; read once, by New
	Plain  fs.FS                // the plain view: page.html, plain.css and words.en.json or the like; read once, by New
	Policy string               // Content-Security-Policy of every answer, but for forms and frames: what the page needs, and no more
	// Framers is who may show the page in a frame, where it is asked for with
	// embed=1, and the plain view: what the function Framers gives; "" is nobody.
	Framers string
	Licence Licence      // of the data
	Log     *slog.Logger // requests at debug level, failures at error level
}

// Licence is under what data may be used, where that is said, and whom to name.
type Licence struct {
	Name, URL, Attribution string
	Terms                  string // all of it on one line
}

// Server answers HTTP requests. It is safe for use by several goroutines.
type Server struct {
	cfg     Config
	page    map[string]asset
	plain   *plain.Pages
	style   asset // of the plain view
	echo    *echo.Echo
	drawing chan struct{} // holds one of each picture that is being made
	live    *live

	whole, standard func() (*openapi3.T, error) // definitions of the API: of all, and of the part for clients of OGC API – Features
}

// New reads the page and the plain view and sets up the routes. A page that cannot be
// read, or has no index.html, is an error, as are words that are not complete.
func New(cfg Config) (*Server, error) {
	page, err := readPage(cfg.Page)
	if err != nil {
		return nil, fmt.Errorf("web: page: %w", err)
	}
	pages, err := plain.New(cfg.Plain, cfg.Actors, cfg.Press.Country)
	if err != nil {
		return nil, fmt.Errorf("web: plain view: %w", err)
	}
	style, err := readAsset(cfg.Plain, "plain.css")
	if err != nil {
		return nil, fmt.Errorf("web: plain view: %w", err)
	}
	s := &Server{cfg: cfg, page: page, plain: pages, style: style, echo: echo.New(), drawing: make(chan struct{}, runtime.GOMAXPROCS(0)),
		live: &live{source: cfg.Source, log: cfg.Log, of: map[string]int{}, closed: make(chan struct{})}}
	s.echo.HTTPErrorHandler = s.fail
	compress, err := compressed()
	if err != nil {
		return nil, fmt.Errorf("web: compression: %w", err)
	}
	s.echo.Use(s.middleware(compress)...)
	s.route()
	return s, nil
}

// ServeHTTP makes a Server an http.Handler.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.echo.ServeHTTP(w, r) }

// Limits of a connection. A whole answer has to be written within
// writeTimeout; requests that run when the server is stopped get shutdownGrace
// to finish.
const (
	readHeaderTimeout = 5 * time.Second
	readTimeout       = 10 * time.Second
	writeTimeout      = 60 * time.Second
	idleTimeout       = 2 * time.Minute
	shutdownGrace     = 10 * time.Second
	maxHeaderBytes    = 16 << 10
)

// Serve answers what comes in through l until ctx ends, then lets running
// requests finish and returns nil. It returns an error if l fails, or if
// requests still run after ten seconds; those are cut off. It closes l.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	srv := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: readHeaderTimeout,
		ReadTimeout:       readTimeout,
		WriteTimeout:      writeTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    maxHeaderBytes,
		ErrorLog:          slog.NewLogLogger(s.cfg.Log.Handler(), slog.LevelWarn),
	}
	srv.RegisterOnShutdown(s.live.end)
	served := make(chan error, 1)
	go func() { served <- srv.Serve(l) }()
	select {
	case err := <-served:
		return fmt.Errorf("web: %w", err)
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownGrace)
	defer cancel()
	if err := srv.Shutdown(grace); err != nil {
		return fmt.Errorf("web: requests still running %v after the end: %w", shutdownGrace, errors.Join(err, srv.Close()))
	}
	return nil
}
