package watch_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/sqlite"
	"frontline/timeline/watch"
	"frontline/timeline/webhook"

	"github.com/paulmach/orb"
)

var home = orb.Point{38, 35}

// office is a store with a courier, whose clock is set by hand where it is not nil.
type office struct {
	*sqlite.Store
	path    string
	reports int
	clock   func() time.Time
	log     strings.Builder
	logging sync.Mutex
}

func newOffice(t *testing.T) *office {
	t.Helper()
	o := &office{path: filepath.Join(t.TempDir(), "a.db"), clock: time.Now}
	o.reopen(t)
	return o
}

func (o *office) reopen(t *testing.T) {
	t.Helper()
	s, err := sqlite.Open(t.Context(), o.path, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	o.Store = s
}

func (o *office) Write(p []byte) (int, error) {
	o.logging.Lock()
	defer o.logging.Unlock()
	return o.log.Write(p)
}

// report adds a report that a place so far east of home, in kilometres, was taken.
func (o *office) report(t *testing.T, name string, km float64, quote string) {
	t.Helper()
	o.reports++
	at := geo.PointAt(home, 90, km)
	place := geo.Place{ID: name, NameEn: name, Kind: "town", At: at, Precision: geo.Exact}
	text := fmt.Sprintf("%d %s", o.reports, quote)
	c := timeline.Claim{Report: timeline.ReportID(text), Kind: timeline.Captured, Modality: timeline.Asserted, Actor: "sdf", Date: timeline.Date(2017, 8, 12),
		DateBasis: timeline.Stated, Place: &timeline.PlaceRef{Surface: name, Named: true, ID: name, At: &at, Score: 1}, Quote: quote, Start: len(text) - len(quote), End: len(text), Rule: "x", Confidence: 1}
	c.Identify()
	added, err := o.Add(t.Context(), timeline.Reading{Report: timeline.Report{ID: c.Report, File: "x", Language: "en", Published: timeline.Date(2017, 8, 13), Text: text},
		Places: []timeline.Mention{{Surface: name, Place: &place, Score: 1}}, Claims: []timeline.Claim{c}})
	if err != nil || !added {
		t.Fatal(added, err)
	}
}

// known is the atlas of what the store knows.
func (o *office) known(ctx context.Context) (a *atlas.Atlas, err error) {
	err = o.Frozen(ctx, func(ctx context.Context) error {
		a, err = o.read(ctx)
		return err
	})
	return a, err
}

func (o *office) read(ctx context.Context) (*atlas.Atlas, error) {
	in := atlas.Input{}
	var err error
	if in.Version, err = o.Version(ctx); err != nil {
		return nil, err
	}
	if in.Entries, err = o.Entries(ctx, nil); err != nil {
		return nil, err
	}
	if in.Reports, err = o.Filings(ctx, nil); err != nil {
		return nil, err
	}
	if in.Places, err = o.Places(ctx); err != nil {
		return nil, err
	}
	if in.Retractions, err = o.Retractions(ctx); err != nil {
		return nil, err
	}
	in.Journal, err = o.Journal(ctx)
	if err != nil {
		return nil, err
	}
	return atlas.New(in)
}

func (o *office) courier() *watch.Courier {
	return &watch.Courier{Store: o.Store, Atlas: o.known, Site: "https://map.example.org", Log: slog.New(slog.NewTextHandler(o, nil)),
		Now: func() time.Time { return o.clock() }, Pause: time.Millisecond}
}

func (o *office) watch(t *testing.T, address string, q watch.Query) (w watch.Watch, secret string) {
	t.Helper()
	a, err := o.known(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	w = watch.Watch{ID: watch.NewID(), Name: "mine", Query: q, Webhook: address, Seen: a.Mark()}
	secret = webhook.NewSecret()
	if err := o.AddWatch(t.Context(), w, secret); err != nil {
		t.Fatal(err)
	}
	return w, secret
}

func (o *office) status(t *testing.T, id string) watch.Status {
	t.Helper()
	list, err := o.Watches(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(list, func(s watch.Status) bool { return s.ID == id })
	return list[i]
}

// run has a courier run until the test ends.
func (o *office) run(t *testing.T) {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- o.courier().Run(ctx) }()
	t.Cleanup(func() {
		stop()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
}

// message is what a receiver hears.
type message struct {
	id, body string
	header   http.Header
	Type     string
	Data     struct {
		Watch   struct{ ID, Name string }
		Version string
		Changes []struct {
			ID, Link, Day string
			Place         struct{ ID string }
			To            string
			Because       []struct{ Claim struct{ Quote string } }
		}
		Gone []struct{ ID string }
	}
}

// receiver answers with the statuses in their order, and then with 200.
func receiver(t *testing.T, statuses ...int) (address string, heard chan message) {
	t.Helper()
	heard = make(chan message, 100)
	var mu sync.Mutex
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		m := message{id: r.Header.Get("webhook-id"), body: string(body), header: r.Header}
		if err := json.Unmarshal(body, &m); err != nil {
			t.Error(err)
		}
		if err != nil {
			t.Error(err)
		}
		mu.Lock()
		defer mu.Unlock()
		if len(statuses) > 0 {
			w.WriteHeader(statuses[0])
			statuses = statuses[1:]
		}
		heard <- m
	}))
	t.Cleanup(s.Close)
	return s.URL, heard
}
