package web_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/watch"
	"frontline/timeline/web"

	"github.com/paulmach/orb"
	"github.com/tmaxmax/go-sse"
)

// growing is a source to which reports come, each of one change.
type growing struct {
	source
	mu      sync.Mutex
	in      atlas.Input
	asked   int
	watches map[string]watch.Query
}

func newGrowing() *growing {
	g := &growing{in: atlas.Input{Version: "0"}, watches: map[string]watch.Query{}}
	for i := range 30 {
		g.in.Places = append(g.in.Places, geo.Place{ID: fmt.Sprint("p", i), NameEn: fmt.Sprint("Place ", i), NameAr: fmt.Sprint("مكان ", i), At: geo.PointAt(orb.Point{38, 35}, 90, float64(i))})
	}
	return g
}

// report is that a report comes at a moment, that the place so many kilometres from
// 38, 35 was taken.
func (g *growing) report(m timeline.Moment, km int, more ...func(*timeline.Claim, *timeline.Filing)) {
	g.mu.Lock()
	defer g.mu.Unlock()
	id := fmt.Sprint("r", len(g.in.Reports))
	place := &g.in.Places[km]
	c := timeline.Claim{ID: "c" + id, Report: id, Kind: timeline.Captured, Modality: timeline.Asserted, Actor: army, Date: timeline.Date(2017, 8, 5), DateBasis: timeline.Stated,
		Place: &timeline.PlaceRef{Surface: place.NameAr, ID: place.ID, At: &place.At, Score: 1}, Quote: "taken", Confidence: 1}
	f := timeline.Filing{Report: timeline.Report{ID: id, Title: id, Source: "Agency", Published: timeline.Date(2017, 8, 6)}, Recorded: m}
	for _, change := range more {
		change(&c, &f)
	}
	g.in.Entries = append(g.in.Entries, timeline.Entry{Claim: c, Spell: timeline.Spell{Recorded: m}})
	g.in.Reports = append(g.in.Reports, f)
	g.in.Version = fmt.Sprint(len(g.in.Reports), m)
}

func (g *growing) retract(m timeline.Moment, report string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.in.Retractions = append(g.in.Retractions, timeline.Retraction{Report: report, Spell: timeline.Spell{Recorded: m}})
	g.in.Journal = append(g.in.Journal, timeline.Event{Moment: m, What: "retraction"})
	g.in.Version = fmt.Sprint("retracted ", m)
}

func (g *growing) Atlas(_ context.Context, v atlas.View) (*atlas.Atlas, web.Places, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.asked++
	in := g.in
	in.Entries, in.Reports, in.Retractions, in.Journal = slices.Clone(in.Entries), slices.Clone(in.Reports), slices.Clone(in.Retractions), slices.Clone(in.Journal)
	a, err := atlas.New(in)
	if err != nil {
		return nil, nil, err
	}
	return a.As(v), names{}, nil
}

func (g *growing) Watch(_ context.Context, id string) (watch.Watch, error) {
	q, ok := g.watches[id]
	if !ok {
		return watch.Watch{}, timeline.ErrNotFound
	}
	return watch.Watch{ID: id, Name: "Mine & <yours>", Query: q}, nil
}

func (g *growing) times() int {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.asked
}

func (g *growing) serve(t *testing.T) string {
	t.Helper()
	cfg := config(source{}, io.Discard)
	cfg.Source = g
	return serve(t, cfg)
}

// listen opens a stream and gives what comes, by a parser that is not ours: the next
// event each time it is called, in words.
func listen(t *testing.T, url string, header ...string) (next func() string, leave func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(header); i += 2 {
		req.Header.Set(header[i], header[i+1])
	}
	res, err := http.DefaultClient.Do(req) //nolint:bodyclose // leave does
	if err != nil {
		t.Fatal(err)
	}
	if res.StatusCode != http.StatusOK || res.Header.Get("Content-Type") != "text/event-stream" || res.Header.Get("Content-Encoding") != "" {
		body, _ := io.ReadAll(res.Body)
		t.Fatalf("%d %v: %s: want a stream that nothing packs", res.StatusCode, res.Header, body)
	}
	events := make(chan string)
	go func() {
		defer close(events)
		for e, err := range sse.Read(res.Body, &sse.ReadConfig{MaxEventSize: 1 << 26}) {
			if err != nil {
				return
			}
			select {
			case events <- said(t, e):
			case <-ctx.Done():
				return
			}
		}
	}()
	leave = func() { cancel(); res.Body.Close() }
	t.Cleanup(leave)
	return func() string { return <-events }, leave
}

// said is an event in words: "change p3", "version 2017…+1".
func said(t *testing.T, e sse.Event) string {
	var v struct {
		ID      string
		Version string
		Place   struct{ ID string }
	}
	if err := json.Unmarshal([]byte(e.Data), &v); err != nil {
		t.Errorf("%v in %s", err, e.Data)
	}
	if e.Type == "version" {
		return "version " + e.LastEventID
	}
	return e.Type + " " + v.Place.ID
}

func wantEvents(t *testing.T, next func() string, want ...string) {
	t.Helper()
	for _, w := range want {
		if got := next(); got != w {
			t.Fatalf("%q: want %q", got, w)
		}
	}
}

// mark is what a version of a moment has for its id.
func mark(m timeline.Moment) string { return "version " + m.String() + "+1" }

func TestStreamsTellWhatIsNewAndWantedOfThem(t *testing.T) {
	g := newGrowing()
	g.report(1000, 0)
	g.watches["mine"] = watch.Query{Near: &atlas.Near{At: orb.Point{38, 35}, Km: 10}}
	address := g.serve(t)
	all, _ := listen(t, address+"/api/live")
	near, _ := listen(t, address+"/api/live?near=38,35&within_km=10")
	saved, _ := listen(t, address+"/api/live?watch=mine")
	other, _ := listen(t, address+"/api/live?actor="+string(state))
	for _, next := range []func() string{all, near, saved, other} {
		wantEvents(t, next, mark(1000))
	}
	g.report(2000, 11)
	wantEvents(t, all, "change p11", mark(2000))
	for _, next := range []func() string{near, saved, other} {
		wantEvents(t, next, mark(2000))
	}
	g.report(3000, 9)
	for _, next := range []func() string{all, near, saved} {
		wantEvents(t, next, "change p9", mark(3000))
	}
	g.retract(4000, "r2")
	for _, next := range []func() string{all, near, saved} {
		wantEvents(t, next, "gone p9", mark(4000))
	}
	wantEvents(t, other, mark(3000), mark(4000))
}

func TestWhoComesBackIsToldWhatItMissed(t *testing.T) {
	g := newGrowing()
	g.report(1000, 0)
	address := g.serve(t)
	next, leave := listen(t, address+"/api/live")
	wantEvents(t, next, mark(1000))
	leave()
	g.report(2000, 5)
	g.report(3000, 6)
	again, _ := listen(t, address+"/api/live", "Last-Event-ID", timeline.Moment(1000).String()+"+1")
	wantEvents(t, again, "change p5", "change p6", mark(3000))
	half, _ := listen(t, address+"/api/live", "Last-Event-ID", timeline.Moment(2000).String()+"+1")
	wantEvents(t, half, "change p6", mark(3000))
	// Of a file that has been replaced by an older one, nobody knows what was told.
	later, _ := listen(t, address+"/api/live", "Last-Event-ID", timeline.Moment(9000).String()+"+1")
	wantEvents(t, later, mark(3000))
}

// What comes in a millisecond that was told of already is not left out.
func TestStreamsLeaveNothingOutWithinAMillisecond(t *testing.T) {
	g := newGrowing()
	g.report(1000, 0)
	next, _ := listen(t, g.serve(t)+"/api/live")
	wantEvents(t, next, mark(1000))
	g.report(1000, 3)
	wantEvents(t, next, "change p0", "change p3", "version "+timeline.Moment(1000).String()+"+2")
}

// The source is looked at for all streams together.
func TestStreamsShareOneLook(t *testing.T) {
	g := newGrowing()
	g.report(1000, 0)
	address := g.serve(t)
	var streams []func() string
	for i := range 100 {
		next, _ := listen(t, address+"/api/live", "X-Forwarded-For", hostOf(i))
		wantEvents(t, next, mark(1000))
		streams = append(streams, next)
	}
	before := g.times()
	g.report(2000, 1)
	for _, next := range streams {
		wantEvents(t, next, "change p1", mark(2000))
	}
	if looks := g.times() - before; looks > len(streams)/2 {
		t.Errorf("%d looks for %d streams: want one a second for all", looks, len(streams))
	}
}

// hostOf is the address that a proxy says one of many clients has, 64 of them at each.
func hostOf(client int) string { return fmt.Sprint("192.0.2.", client/64) }

// One host shuts out nobody but itself.
func TestOneHostHasOnlySoManyStreams(t *testing.T) {
	address := newGrowing().serve(t)
	for i := range 64 {
		next, _ := listen(t, address+"/api/live", "X-Forwarded-For", hostOf(i))
		next()
	}
	if r := ask(t, "GET", address+"/api/live", "X-Forwarded-For", hostOf(0)); r.status != http.StatusServiceUnavailable {
		t.Errorf("%d %s: want 503", r.status, r.body)
	}
	next, _ := listen(t, address+"/api/live", "X-Forwarded-For", hostOf(64))
	if got := next(); !strings.HasPrefix(got, "version ") {
		t.Errorf("%s: want a stream for another host", got)
	}
}

func TestThereAreOnlySoManyStreams(t *testing.T) {
	g := newGrowing()
	address := g.serve(t)
	var leave func()
	for i := range 256 {
		var next func() string
		next, leave = listen(t, address+"/api/live", "X-Forwarded-For", hostOf(i))
		next()
	}
	r := ask(t, "GET", address+"/api/live")
	if r.status != http.StatusServiceUnavailable || r.header.Get("Retry-After") == "" || !strings.Contains(r.body, "too many") {
		t.Errorf("%d %v %s: want 503", r.status, r.header, r.body)
	}
	if decoded(t, address+"/api/meta")["version"] != "0" {
		t.Error("other questions are not answered")
	}
	leave()
	for ask(t, "HEAD", address+"/api/live").status != http.StatusOK { // the server hears of it some time
		continue
	}
}

// Who reads nothing keeps nobody waiting.
func TestASlowListenerBlocksNobody(t *testing.T) {
	g := newGrowing()
	g.report(1000, 0)
	address := g.serve(t)
	conn, err := net.Dial("tcp", strings.TrimPrefix(address, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if err := conn.(*net.TCPConn).SetReadBuffer(1 << 10); err != nil {
		t.Fatal(err)
	}
	fmt.Fprint(conn, "GET /api/live HTTP/1.1\r\nHost: x\r\n\r\n")
	next, _ := listen(t, address+"/api/live")
	wantEvents(t, next, mark(1000))
	for i := range 3 {
		m := timeline.Moment(2000 + i)
		g.report(m, i+1, func(c *timeline.Claim, _ *timeline.Filing) { c.Quote = strings.Repeat("long ", 2<<20) })
		wantEvents(t, next, fmt.Sprint("change p", i+1), mark(m))
	}
}

// A server that ends does not wait for streams to end by themselves.
func TestStreamsEndWithTheServer(t *testing.T) {
	g := newGrowing()
	cfg := config(source{}, io.Discard)
	cfg.Source = g
	address, stop := start(t, cfg)
	next, _ := listen(t, address+"/api/live")
	next()
	ended := make(chan error, 1)
	go func() { ended <- stop() }()
	if got := next(); got != "" {
		t.Errorf("%q: want the end", got)
	}
	if err := <-ended; err != nil { // requests still running after the grace
		t.Error(err)
	}
}

// A stream outlives the limits of ordinary requests, and is heard of meanwhile.
func TestAQuietStreamStaysOpen(t *testing.T) {
	t.Parallel()
	g := newGrowing()
	address := g.serve(t)
	res, err := http.Get(address + "/api/live") //nolint:noctx // ends with the server
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	lines := bufio.NewScanner(res.Body)
	for lines.Scan() && !strings.HasPrefix(lines.Text(), ":") {
		continue
	}
	if err := lines.Err(); err != nil || lines.Text() == "" {
		t.Fatalf("%q, %v: want a comment while there is nothing to say", lines.Text(), err)
	}
	g.report(1000, 0)
	for lines.Scan() && !strings.HasPrefix(lines.Text(), "event: change") {
		continue
	}
	if lines.Text() == "" {
		t.Errorf("%v: want the stream to go on", lines.Err())
	}
}

func TestStreamsThatMakeNoSense(t *testing.T) {
	g := newGrowing()
	g.watches["mine"] = watch.Query{}
	address := g.serve(t)
	for query, words := range map[string]string{
		"?near=38,35":               "within_km: missing",
		"?within_km=3":              "near: missing",
		"?near=38,35&within_km=nan": "within_km",
		"?near=38,95&within_km=3":   "latitude 95",
		"?as_known_on=2017-08-05":   "as_known_on: no such parameter",
		"?actor=nobody":             "actor",
		"?watch=mine&actor=x":       "actor: no such parameter: want watch",
	} {
		if r := ask(t, "GET", address+"/api/live"+query); r.status != http.StatusBadRequest || !strings.Contains(r.body, words) {
			t.Errorf("%s: %d %s: want 400 and %q", query, r.status, r.body, words)
		}
	}
	if r := ask(t, "GET", address+"/api/live?watch=other"); r.status != http.StatusNotFound {
		t.Errorf("%d %s: want no such watch", r.status, r.body)
	}
	if r := ask(t, "GET", address+"/api/live", "Last-Event-ID", "7"); r.status != http.StatusBadRequest || !strings.Contains(r.body, "Last-Event-ID") {
		t.Errorf("%d %s: want the header named", r.status, r.body)
	}
	if r := ask(t, "POST", address+"/api/live"); r.status != http.StatusMethodNotAllowed {
		t.Errorf("POST: %d", r.status)
	}
}
