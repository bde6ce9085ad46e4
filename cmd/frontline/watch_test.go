package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"
	"github.com/tmaxmax/go-sse"

	"frontline/geo"
	"frontline/timeline/webhook"

	"github.com/paulmach/orb"
)

// running starts a command that runs until the test ends. Ending it is part of the
// test: it has to exit with status 0.
func running(t *testing.T, args ...string) {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	status := make(chan int, 1)
	go func() { status <- run(ctx, args, streams{strings.NewReader(""), io.Discard, io.Discard}) }()
	t.Cleanup(func() {
		stop()
		if got := <-status; got != 0 {
			t.Errorf("%v: exit status %d after an interrupt: want 0", args, got)
		}
	})
}

// streamed are the events of a stream as they come: their types and data.
func streamed(t *testing.T, address string) (next func() sse.Event) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { res.Body.Close() })
	events := make(chan sse.Event, 100)
	go func() {
		defer close(events)
		for e, err := range sse.Read(res.Body, nil) {
			if err != nil {
				return
			}
			events <- e
		}
	}()
	return func() sse.Event { return <-events }
}

// hook is a webhook that takes everything.
func hook(t *testing.T) (address string, heard chan *http.Request) {
	t.Helper()
	heard = make(chan *http.Request, 10)
	s := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		kept := r.Clone(context.WithoutCancel(r.Context()))
		kept.Body = io.NopCloser(strings.NewReader(string(body)))
		heard <- kept
	}))
	t.Cleanup(s.Close)
	return s.URL, heard
}

var printedSecret = regexp.MustCompile(`whsec_\S+`)

// added is the id, and the secret or "", of a watch that is added.
func added(t *testing.T, args ...string) (id, secret string) {
	t.Helper()
	out := output(t, append([]string{"watch", "add"}, args...)...)
	return strings.Fields(out)[0], printedSecret.FindString(out)
}

type listedWatch struct {
	ID                          string
	Delivered, Waiting          int
	GivenUp                     int    `json:"given_up"`
	LastError                   string `json:"last_error"`
	DeliveredAt, Webhook, Query any
}

// signedWith is the body of a message that is signed with a secret, as another's library
// checks it.
func signedWith(t *testing.T, r *http.Request, secret string) string {
	t.Helper()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	verifier, err := standardwebhooks.NewWebhook(secret)
	if err != nil {
		t.Fatal(err)
	}
	if err := verifier.Verify(body, r.Header); err != nil {
		t.Errorf("%v: %v", err, r.Header)
	}
	return string(body)
}

func watches(t *testing.T, db string) map[string]listedWatch {
	t.Helper()
	out := map[string]listedWatch{}
	for _, w := range decode[[]listedWatch](t, output(t, "watch", "list", "--format", "json", "--db", db)) {
		out[w.ID] = w
	}
	return out
}

// A report comes while a server runs: who listens, reads the feed or has asked to be
// told of it knows of the change; who asked for ground eleven kilometres away does not.
func TestWhatIsIngestedIsToldToAllWhoWantIt(t *testing.T) {
	kadir, mansurah := twoReports(t)
	db := filepath.Join(t.TempDir(), "a.db")
	output(t, "ingest", kadir, "--db", db, "--published", "2017-08-13")
	address := served(t, "serve", "--db", db)
	place := decode[struct {
		Places []struct {
			ID       string
			Lon, Lat float64
		}
	}](t, get(t, address+"api/places?q=al-Mansurah")).Places[0]
	away := geo.PointAt(orb.Point{place.Lon, place.Lat}, 200, 11)

	nearURL, nearHeard := hook(t)
	farURL, farHeard := hook(t)
	near, secret := added(t, "--near", "al-Mansurah", "--within-km", "10", "--webhook", nearURL, "--name", "The river", "--db", db)
	far, _ := added(t, "--near", fmt.Sprintf("%g,%g", away.Lon(), away.Lat()), "--within-km", "10", "--webhook", farURL, "--db", db)
	quiet, none := added(t, "--actor", "sdf", "--db", db)
	if none != "" {
		t.Errorf("a secret for a watch that sends nothing: %s", none)
	}
	running(t, "watch", "run", "--site", "https://map.example.org", "--db", db)
	all, nearby := streamed(t, address+"api/live"), streamed(t, address+"api/live?watch="+near)
	for _, next := range []func() sse.Event{all, nearby} {
		if e := next(); e.Type != "version" {
			t.Fatalf("%+v: want the version first", e)
		}
	}
	output(t, "ingest", mansurah, "--db", db)

	const id = "/2017-09-01/sdf"
	for _, next := range []func() sse.Event{all, nearby} {
		if e := next(); e.Type != "change" || !strings.Contains(e.Data, place.ID+id) || !strings.Contains(e.Data, "سيطرت قوات سوريا الديمقراطية") {
			t.Errorf("%+v: want the change at %s with its clause", e, place.ID)
		}
		if e := next(); e.Type != "version" || !strings.Contains(e.Data, decode[meta](t, get(t, address+"api/meta")).Version) {
			t.Errorf("%+v: want the version of the data", e)
		}
	}
	for path, want := range map[string]bool{"changes.atom": true, "changes.atom?actor=syrian_government": false, "watches/" + near + ".atom": true, "watches/" + far + ".atom": false, "watches/" + quiet + ".atom": true} {
		if got := strings.Contains(get(t, address+"feeds/"+path), place.ID+id); got != want {
			t.Errorf("%s tells of it: %v", path, got)
		}
	}

	body := signedWith(t, <-nearHeard, secret)
	if !strings.Contains(body, place.ID+id) || !strings.Contains(body, `"name":"The river"`) || !strings.Contains(body, `https://map.example.org/#day=2017-09-01\u0026place=`+place.ID) {
		t.Errorf("%s", body)
	}
	told := decode[struct {
		Data struct{ Changes []json.RawMessage }
	}](t, body).Data.Changes
	if len(told) != 1 {
		t.Errorf("%d changes: want one", len(told))
	}
	for watches(t, db)[near].Delivered == 0 { // written down behind the answer
		continue
	}
	if w := watches(t, db)[far]; w.Delivered+w.Waiting+w.GivenUp != 0 || len(farHeard) != 0 {
		t.Errorf("%+v: want nothing for who is eleven kilometres away", w)
	}
	if list := output(t, "watch", "list", "--db", db) + output(t, "watch", "list", "--format", "json", "--db", db); strings.Contains(list, "whsec_") || !strings.Contains(list, "The river") {
		t.Errorf("want names and no secrets: %s", list)
	}
}

func TestWatchesAreTriedOutAndRemoved(t *testing.T) {
	db := twoReportsStored(t)
	address, heard := hook(t)
	file := filepath.Join(t.TempDir(), "secret")
	secret := webhook.NewSecret()
	if err := os.WriteFile(file, []byte(secret+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	out := output(t, "watch", "add", "--place", "تدمر", "--webhook", address, "--secret-file", file, "--db", db)
	if strings.Contains(out, "whsec_") {
		t.Errorf("shows a secret that is known: %s", out)
	}
	id := strings.Fields(out)[0]
	output(t, "watch", "test", id, "--db", db)
	if body := signedWith(t, <-heard, secret); !strings.Contains(body, `"type":"test"`) {
		t.Errorf("%s", body)
	}
	output(t, "verify", "--db", db)
	output(t, "watch", "remove", id, "--db", db)
	wantFailure(t, frontline(t, "watch", "remove", id, "--db", db), 1, id, "not found")
	wantFailure(t, frontline(t, "watch", "test", id, "--db", db), 1, id, "not found")
	if list := watches(t, db); len(list) != 0 {
		t.Errorf("%v: want none", list)
	}
}

func TestWatchesThatMakeNoSense(t *testing.T) {
	db := twoReportsStored(t)
	short := filepath.Join(folder(t, map[string]string{"short": "whsec_c2hvcnQ="}), "short")
	for _, c := range []struct {
		args  []string
		words []string
	}{
		{[]string{"--near", "al-Mansurah"}, []string{"--within-km"}},
		{[]string{"--within-km", "3"}, []string{"--near"}},
		{[]string{"--near", "38,35", "--within-km", "0"}, []string{"--within-km", "above 0 to 1000"}},
		{[]string{"--near", "38,95", "--within-km", "3"}, []string{"--near", "latitude 95"}},
		{[]string{"--actor", "nobody"}, []string{"--actor", "nobody"}},
		{[]string{"--in", "Nowhere"}, []string{"--in", "Nowhere"}},
		{[]string{"--bbox", "1,2,3"}, []string{"--bbox"}},
		{[]string{"--webhook", ""}, []string{"--webhook", "no address"}},
		{[]string{"--webhook", "http://example.org:99999/"}, []string{"--webhook", "http://example.org:99999/", "port", "1 to 65535"}},
		{[]string{"--webhook", "ftp://example.org"}, []string{"--webhook", "ftp://example.org", "http"}},
		{[]string{"--secret-file", short}, []string{"--secret-file", "--webhook"}},
		{[]string{"--webhook", "https://example.org", "--secret-file", short}, []string{"--secret-file", short, "24 to 64 bytes"}},
		{[]string{"--webhook", "https://example.org", "--secret-file", "missing"}, []string{"--secret-file", "missing"}},
	} {
		got := frontline(t, append([]string{"watch", "add", "--db", db}, c.args...)...)
		wantFailure(t, got, 1, c.words...)
		if strings.Contains(got.err, "c2hvcnQ") {
			t.Errorf("%v shows a secret: %s", c.args, got.err)
		}
	}
	if got := frontline(t, "watch", "add", "--db", db, "--near", "Nowhereville", "--within-km", "3"); got.status != exitUndecided {
		t.Errorf("%+v: want no such place", got)
	}
	missing := filepath.Join(t.TempDir(), "missing.db")
	wantFailure(t, frontline(t, "watch", "add", "--db", missing), 1, "--db", missing)
	wantFailure(t, frontline(t, "watch", "run", "--db", db, "--site", "example.org"), 1, "--site", "example.org")
	if list := watches(t, db); len(list) != 0 {
		t.Errorf("%v: want none to be kept", list)
	}
}

// Programs that are not ours read the feed of the sample reports.
func TestFeedIsReadByOthers(t *testing.T) {
	address := served(t, "serve", "--db", samples(t))
	feed := get(t, address+"feeds/changes.atom?limit=200&lang=ar")
	file := filepath.Join(t.TempDir(), "changes.atom")
	if err := os.WriteFile(file, []byte(feed), 0o600); err != nil {
		t.Fatal(err)
	}
	entries := strings.Count(feed, "<entry>")
	if out := gdal(t, "ogrinfo", "-ro", "-so", "-al", file); entries != 200 || !strings.Contains(string(out), "Feature Count: 200") || !strings.Contains(string(out), "using driver `GeoRSS'") {
		t.Errorf("%d entries: %s", entries, out)
	}
	parsed := decode[struct {
		Bozo    bool
		Version string
		Entries []struct {
			ID, Title, Content, Kind string
			Where                    []float64
		}
	}](t, feedparser(t, file))
	if parsed.Bozo || parsed.Version != "atom10" || len(parsed.Entries) != entries {
		t.Fatalf("%+v", parsed)
	}
	changes := decode[struct {
		Changes []struct {
			Place struct {
				ID, NameAr string
				Lon, Lat   float64
			}
			Day     string
			Because []struct{ Claim struct{ Quote string } }
		}
	}](t, get(t, address+"api/changes")).Changes
	at := map[string]int{}
	for i, c := range changes {
		at[c.Place.ID+"/"+c.Day] = i
	}
	for _, e := range parsed.Entries {
		parts := strings.Split(e.ID, "/")
		c := changes[at[parts[1]+"/"+parts[2]]]
		if c.Place.ID != parts[1] || len(e.Where) != 2 || e.Where[0] != c.Place.Lon || e.Where[1] != c.Place.Lat || e.Kind != "text/plain" || !strings.Contains(e.Content, c.Because[0].Claim.Quote) {
			t.Errorf("%+v: want %+v", e, c)
		}
	}
}

// feedparser is what Python's feedparser makes of a feed, as JSON.
func feedparser(t *testing.T, file string) string {
	t.Helper()
	const script = `import feedparser, json, sys
d = feedparser.parse(open(sys.argv[1], 'rb'))
print(json.dumps({'bozo': bool(d.bozo), 'version': d.version, 'entries': [
    {'id': e.id, 'title': e.title, 'content': e.content[0].value, 'kind': e.content[0].type, 'where': e.where['coordinates']} for e in d.entries]}))`
	out, err := exec.CommandContext(t.Context(), "/usr/bin/python3", "-c", script, file).CombinedOutput()
	if err != nil && os.Getenv("CI") != "true" && strings.Contains(string(out), "No module named") {
		t.Skipf("%v: feedparser is not here to read the feed", err)
	} else if err != nil {
		t.Fatalf("%v: %s: want feedparser where CI=true (apt-get install python3-feedparser)", err, out)
	}
	return string(out)
}
