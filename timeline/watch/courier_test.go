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

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

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
func (o *office) known(ctx context.Context) (*atlas.Atlas, error) {
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

func TestNewsWithinTheDistanceArriveAfterTwoFailures(t *testing.T) {
	o := newOffice(t)
	o.report(t, "before", 1, "taken before anybody watched")
	address, heard := receiver(t, 500, 503)
	w, secret := o.watch(t, address, watch.Query{Near: &atlas.Near{At: home, Km: 10}})
	o.run(t)
	o.report(t, "far", 11, "taken far away")
	o.report(t, "near", 9.9, `taken <script>alert("near")</script>`)

	hook, err := standardwebhooks.NewWebhook(secret)
	if err != nil {
		t.Fatal(err)
	}
	var first message
	for attempt := range 3 {
		m := <-heard
		if err := hook.Verify([]byte(m.body), m.header); err != nil {
			t.Errorf("attempt %d: %v", attempt, err)
		}
		if attempt == 0 {
			first = m
		}
		if m.id != first.id || m.body != first.body {
			t.Errorf("attempt %d is %s %s: want %s %s", attempt, m.id, m.body, first.id, first.body)
		}
	}
	d := first.Data
	if first.Type != "changes" || d.Watch.ID != w.ID || d.Version == "" || len(d.Gone) != 0 || len(d.Changes) != 1 {
		t.Fatalf("%s: want one change", first.body)
	}
	if c := d.Changes[0]; c.Place.ID != "near" || c.To != "sdf" || c.Day != "2017-08-12" || c.Link != "https://map.example.org/#day=2017-08-12&place=near" ||
		c.Because[0].Claim.Quote != `taken <script>alert("near")</script>` {
		t.Errorf("%+v", c)
	}
	for o.status(t, w.ID).Delivered == 0 { // it is written down behind the answer
		time.Sleep(time.Millisecond)
	}
	if s := o.status(t, w.ID); s.Delivered != 1 || s.Waiting != 0 || s.GivenUp != 0 || !s.DeliveredAt.Known() {
		t.Errorf("%+v: want one delivery", s)
	}

	// What is believed no more is told, too.
	reports, err := o.Filings(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range reports {
		if _, err := o.Retract(t.Context(), timeline.Retraction{Report: r.ID, Author: "Rima", Reason: "a hoax"}); err != nil {
			t.Fatal(err)
		}
	}
	gone := []string{}
	for len(gone) < 2 {
		m := <-heard
		for _, g := range m.Data.Gone {
			gone = append(gone, g.ID)
		}
	}
	slices.Sort(gone)
	if want := []string{"tag:frontline,2026:change/before/2017-08-12/sdf", d.Changes[0].ID}; !slices.Equal(gone, want) {
		t.Errorf("gone: %v: want %v", gone, want)
	}
	if o.logging.Lock(); strings.Contains(o.log.String(), secret) {
		t.Error("the log shows a secret")
	}
	o.logging.Unlock()
}

// A receiver that never answers keeps nobody else waiting.
func TestReceiversAreDeliveredToByThemselves(t *testing.T) {
	o := newOffice(t)
	hang := make(chan struct{})
	dead := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { <-hang }))
	t.Cleanup(dead.Close)
	address, heard := receiver(t)
	stuck, _ := o.watch(t, dead.URL, watch.Query{})
	o.watch(t, address, watch.Query{})
	o.run(t)
	t.Cleanup(func() { close(hang) }) // before the courier ends
	for i := range 3 {
		o.report(t, fmt.Sprint("p", i), float64(i), "taken")
		if m := <-heard; m.Data.Changes[0].Place.ID != fmt.Sprint("p", i) {
			t.Errorf("%s: want the change of p%d", m.body, i)
		}
	}
	if s := o.status(t, stuck.ID); s.Delivered != 0 || s.Waiting == 0 {
		t.Errorf("%+v: want the deliveries of the receiver that hangs to wait", s)
	}
}

// What has not arrived is there after a restart, under the same id.
func TestDeliveriesSurviveARestart(t *testing.T) {
	o := newOffice(t)
	address, heard := receiver(t, 500)
	w, _ := o.watch(t, address, watch.Query{})
	o.report(t, "alpha", 1, "taken")
	if err := o.courier().Once(t.Context()); err != nil {
		t.Fatal(err)
	}
	first := <-heard
	if s := o.status(t, w.ID); s.Waiting != 1 || !strings.Contains(s.LastError, "500") || !s.NextAt.Known() {
		t.Errorf("%+v: want one waiting, because of 500", s)
	}
	o.Close()
	o.reopen(t)
	o.clock = func() time.Time { return time.Now().Add(time.Minute) }
	if err := o.courier().Once(t.Context()); err != nil {
		t.Fatal(err)
	}
	if again := <-heard; again.id != first.id || again.body != first.body {
		t.Errorf("%s %s: want %s %s", again.id, again.body, first.id, first.body)
	}
	if s := o.status(t, w.ID); s.Waiting != 0 || s.Delivered != 1 || s.LastError != "" {
		t.Errorf("%+v: want it delivered", s)
	}
}

func TestADeliveryIsGivenUpInTheEnd(t *testing.T) {
	o := newOffice(t)
	address, heard := receiver(t, slices.Repeat([]int{500}, 99)...)
	w, _ := o.watch(t, address, watch.Query{})
	o.report(t, "alpha", 1, "taken")
	start := time.Now()
	o.clock = func() time.Time { return start }
	var tries []time.Duration
	for passed := time.Duration(0); passed < 2*watch.GiveUpAfter; passed += time.Hour {
		o.clock = func() time.Time { return start.Add(passed) }
		c := o.courier()
		c.Pause = 10 * time.Second
		if err := c.Once(t.Context()); err != nil {
			t.Fatal(err)
		}
		if len(heard) > 0 {
			<-heard
			tries = append(tries, passed)
		}
	}
	s := o.status(t, w.ID)
	if s.GivenUp != 1 || s.Waiting != 0 || s.Delivered != 0 || !strings.Contains(s.LastError, "500") {
		t.Errorf("%+v: want it given up", s)
	}
	if last := tries[len(tries)-1]; len(tries) < 20 || last < watch.GiveUpAfter-7*time.Hour || last > watch.GiveUpAfter {
		t.Errorf("tried %v: want the last try shortly before %v", tries, watch.GiveUpAfter)
	}
	o.report(t, "beta", 1, "taken")
	if err := o.courier().Once(t.Context()); err != nil {
		t.Fatal(err)
	}
	if m := <-heard; m.Data.Changes[0].Place.ID != "beta" {
		t.Errorf("%s: want later news to be tried", m.body)
	}
}

// However many couriers there are, and whenever they look: each change is told once.
func TestCouriersDoNotGetInEachOthersWay(t *testing.T) {
	o := newOffice(t)
	address, heard := receiver(t)
	w, _ := o.watch(t, address, watch.Query{})
	var reporting sync.WaitGroup
	reporting.Go(func() {
		for i := range 30 {
			o.report(t, fmt.Sprint("p", i), 1, "taken")
		}
	})
	for range 3 {
		reporting.Go(func() {
			for range 10 {
				if err := o.courier().Once(t.Context()); err != nil {
					t.Error(err)
				}
			}
		})
	}
	reporting.Wait()
	if err := o.courier().Once(t.Context()); err != nil {
		t.Fatal(err)
	}
	close(heard)
	told := map[string]int{}
	for m := range heard {
		for _, c := range m.Data.Changes {
			told[c.Place.ID]++
		}
	}
	for i := range 30 {
		if n := told[fmt.Sprint("p", i)]; n != 1 {
			t.Errorf("p%d was told %d times", i, n)
		}
	}
	if s := o.status(t, w.ID); s.Waiting != 0 {
		t.Errorf("%+v", s)
	}
}

// Receivers do not take messages of any length: much news is several messages.
func TestMuchNewsIsSeveralMessages(t *testing.T) {
	o := newOffice(t)
	address, heard := receiver(t)
	o.watch(t, address, watch.Query{})
	for i := range 60 {
		o.report(t, fmt.Sprintf("p%02d", i), 1, "taken")
	}
	for range 2 {
		if err := o.courier().Once(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	close(heard)
	ids, places := map[string]bool{}, []string{}
	for m := range heard {
		ids[m.id] = true
		for _, c := range m.Data.Changes {
			places = append(places, c.Place.ID)
		}
	}
	if len(ids) != 3 || len(places) != 60 || !slices.IsSorted(places) {
		t.Errorf("%d messages tell of %v: want 3 of 60 places, in order", len(ids), places)
	}
}

// A watch without a webhook has a feed alone.
func TestNothingIsQueuedWithoutAWebhook(t *testing.T) {
	o := newOffice(t)
	w, _ := o.watch(t, "", watch.Query{})
	o.report(t, "alpha", 1, "taken")
	if err := o.courier().Once(t.Context()); err != nil {
		t.Fatal(err)
	}
	if s := o.status(t, w.ID); s.Waiting != 0 {
		t.Errorf("%+v", s)
	}
}

func TestQueriesInShort(t *testing.T) {
	box := orb.Bound{Min: orb.Point{37, 34}, Max: orb.Point{39, 36}}
	for want, q := range map[string]watch.Query{
		"everything": {},
		"within 10 km of 38,35; place alpha; in Homs; in the box 37,34,39,36; actor sdf": {Near: &atlas.Near{At: home, Km: 10}, Place: "alpha", Admin1: "Homs", Bound: &box, Actors: []timeline.Actor{"sdf"}},
	} {
		if got := q.String(); got != want {
			t.Errorf("%q: want %q", got, want)
		}
	}
}
