package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"frontline/static"
)

// served starts a command that serves, on a free port, and returns the address
// it prints. Ending it is part of the test: it has to exit with status 0.
func served(t *testing.T, args ...string) (address string) {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	out, in := io.Pipe()
	status := make(chan int, 1)
	go func() {
		status <- run(ctx, append(args, "--addr", "127.0.0.1:0"), streams{strings.NewReader(""), in, io.Discard})
		in.Close()
	}()
	t.Cleanup(func() {
		stop()
		if got := <-status; got != 0 {
			t.Errorf("exit status %d after an interrupt: want 0", got)
		}
	})
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("no address: %v", err)
	}
	return strings.TrimSpace(line)
}

// get is the body behind an address that answers 200.
func get(t *testing.T, address string) string {
	t.Helper()
	status, body := fetch(t, address)
	if status != http.StatusOK {
		t.Fatalf("GET %s: %d: %s", address, status, body)
	}
	return body
}

func fetch(t *testing.T, address string) (status int, text string) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatalf("GET %s: %v", address, err)
	}
	return resp.StatusCode, string(body)
}

type meta struct {
	Version         string
	First, Last     string
	Reports, Claims int
}

func TestServeShowsThePageAndWhatIsIngestedMeanwhile(t *testing.T) {
	kadir, mansurah := twoReports(t)
	db := filepath.Join(t.TempDir(), "a.db")
	output(t, "ingest", kadir, "--db", db, "--published", "2017-08-13")
	address := served(t, "serve", "--db", db)
	if u, err := url.Parse(address); err != nil || u.Scheme != "http" || u.Port() == "0" || u.Port() == "" {
		t.Fatalf("address %q, %v: want one to open", address, err)
	}

	before := decode[meta](t, get(t, address+"api/meta"))
	if before.Reports != 1 || before.First != "2017-08-12" {
		t.Errorf("%+v: want one report, of 2017-08-12", before)
	}
	page, built := static.Page()
	index, err := page.Open("index.html")
	if err != nil {
		t.Fatal(err)
	}
	defer index.Close()
	want, err := io.ReadAll(index)
	if err != nil {
		t.Fatal(err)
	}
	if got := get(t, address); got != string(want) {
		t.Errorf("the page (built: %v) is %q", built, got)
	}

	output(t, "ingest", mansurah, "--db", db)
	after := decode[meta](t, get(t, address+"api/meta"))
	if after.Reports != 2 || after.Claims <= before.Claims || after.Version == before.Version {
		t.Errorf("%+v after %+v: want the report that was ingested meanwhile, and another version", after, before)
	}
	got := decode[answer](t, get(t, address+"api/who?place=al-Mansurah&day=2017-09-01"))
	if got.Holder != "sdf" {
		t.Errorf("%+v: want what the report says that was ingested meanwhile", got)
	}
}

// The command and the API are asked the same and say the same.
func TestServeAnswersLikeWho(t *testing.T) {
	db := twoReportsStored(t)
	address := served(t, "serve", "--db", db)
	for _, place := range []string{"الكدير", "تدمر", "al-Mansurah"} {
		a := bare(t, output(t, "who", place, "--on", "2017-08-20", "--db", db, "--format", "json"))
		b := bare(t, get(t, address+"api/who?day=2017-08-20&place="+url.QueryEscape(place)))
		if a != b {
			t.Errorf("who says %s, the API %s", a, b)
		}
	}
}

// What is not there is said to be not there, by the real store behind the API.
func TestServeKnowsNoReportOfAnUnknownId(t *testing.T) {
	address := served(t, "serve", "--db", twoReportsStored(t))
	if status, body := fetch(t, address+"api/reports/nope"); status != http.StatusNotFound {
		t.Errorf("%d: %s: want 404", status, body)
	}
}

func TestServeRefusesWhatItCannotDo(t *testing.T) {
	db := twoReportsStored(t)
	missing := filepath.Join(t.TempDir(), "missing.db")
	wantFailure(t, frontline(t, "serve", "--db", missing, "--addr", "127.0.0.1:0"), 1, "--db", missing)
	if _, err := os.Stat(missing); !os.IsNotExist(err) {
		t.Errorf("%v: want no database made by serving", err)
	}
	wantFailure(t, frontline(t, "serve", "--db", db, "--addr", "nowhere"), 1, "--addr", "nowhere")
	taken := strings.TrimSuffix(strings.TrimPrefix(served(t, "serve", "--db", db), "http://"), "/")
	wantFailure(t, frontline(t, "serve", "--db", db, "--addr", taken), 1, "--addr", taken)
}
