package web_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"frontline/timeline/web"
)

func TestUnchangedAnswersAreNotSentAgain(t *testing.T) {
	base := serveWorld(t)
	first := ask(t, "GET", base+"/api/claims?from=2017-08-05")
	etag := first.header.Get("ETag")
	if etag == "" || first.header.Get("Cache-Control") != "no-cache" {
		t.Fatalf("headers %v", first.header)
	}
	again := ask(t, "GET", base+"/api/claims?from=2017-08-05", "If-None-Match", `"other", `+etag)
	if again.status != http.StatusNotModified || again.body != "" || again.header.Get("ETag") != etag {
		t.Errorf("again: %d %q", again.status, again.body)
	}
	if r := ask(t, "GET", base+"/api/claims?from=2017-08-06", "If-None-Match", etag); r.status != http.StatusOK {
		t.Errorf("another question: %d", r.status)
	}
	newer := serve(t, config(source{version: "2"}, io.Discard))
	if r := ask(t, "GET", newer+"/api/claims?from=2017-08-05", "If-None-Match", etag); r.status != http.StatusOK {
		t.Errorf("another version: %d", r.status)
	}
}

func TestEveryAnswerIsSecured(t *testing.T) {
	base := serveWorld(t)
	for _, path := range []string{"/", "/map.css", "/nothing", "/api/meta", "/api/areas", "/api/nothing", "/api/who?day=2017-08-06&place=Twin"} {
		h := ask(t, "GET", base+path).header
		csp := h.Get("Content-Security-Policy")
		for _, want := range []string{"default-src 'none'", "frame-ancestors 'none'"} {
			if !strings.Contains(csp, want) {
				t.Errorf("%s: policy %q lacks %s", path, csp, want)
			}
		}
		if strings.Contains(csp, "unsafe") || strings.Contains(csp, "http") {
			t.Errorf("%s: policy %q", path, csp)
		}
		if h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Referrer-Policy") != "no-referrer" {
			t.Errorf("%s: headers %v", path, h)
		}
	}
}

func TestMethods(t *testing.T) {
	base := serveWorld(t)
	for _, path := range []string{"/", "/map.css", "/api/meta", "/api/nothing"} {
		for _, method := range []string{"POST", "PUT", "DELETE", "PATCH"} {
			if r := ask(t, method, base+path); r.status != http.StatusMethodNotAllowed || r.header.Get("Allow") != "GET, HEAD" || !strings.Contains(r.body, `"error"`) {
				t.Errorf("%s %s: %d %s", method, path, r.status, r.body)
			}
		}
	}
	for _, path := range []string{"/", "/api/meta"} {
		if r := ask(t, "HEAD", base+path); r.status != http.StatusOK || r.body != "" || r.header.Get("ETag") == "" {
			t.Errorf("HEAD %s: %d %q", path, r.status, r.body)
		}
	}
}

func TestUnknownQuestions(t *testing.T) {
	base := serveWorld(t)
	for _, path := range []string{"/api", "/api/", "/api/nothing", "/api/places/alpha", "/nothing", "/fonts", "/../index.html"} {
		r := ask(t, "GET", base+path)
		if r.status != http.StatusNotFound || !strings.Contains(r.body, `not found"`) || r.header.Get("Content-Type") != "application/json" {
			t.Errorf("%s: %d %s", path, r.status, r.body)
		}
	}
}

func TestPage(t *testing.T) {
	base := serveWorld(t)
	for _, c := range []struct{ path, contentType, cache string }{
		{"/", "text/html; charset=utf-8", "no-cache"},
		{"/index.html", "text/html; charset=utf-8", "no-cache"},
		{"/map.css", "text/css; charset=utf-8", "no-cache"},
		{"/map-4f9d01ab.js", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"},
		{"/assets/MAP-QX3F7K2M.js", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"},
		{"/fonts/amiri.woff2", "font/woff2", "no-cache"},
		{"/assets/syria.geojson", "application/geo+json", "no-cache"},
	} {
		r := ask(t, "GET", base+c.path)
		if r.status != 200 || r.header.Get("Content-Type") != c.contentType || r.header.Get("Cache-Control") != c.cache {
			t.Errorf("%s: %d %s %s", c.path, r.status, r.header.Get("Content-Type"), r.header.Get("Cache-Control"))
		}
		if again := ask(t, "GET", base+c.path, "If-None-Match", r.header.Get("ETag")); again.status != http.StatusNotModified {
			t.Errorf("%s again: %d", c.path, again.status)
		}
	}
	if r := ask(t, "GET", base+"/"); !strings.Contains(r.body, "<title>map</title>") {
		t.Errorf("index: %s", r.body)
	}
}

func TestPageNeedsAnIndex(t *testing.T) {
	cfg := config(source{}, io.Discard)
	cfg.Page = fstest.MapFS{"map.css": {}}
	if _, err := web.New(cfg); err == nil || !strings.Contains(err.Error(), "index.html") {
		t.Errorf("got %v", err)
	}
}

func TestCompression(t *testing.T) {
	base := serveWorld(t)
	r := ask(t, "GET", base+"/map-4f9d01ab.js", "Accept-Encoding", "gzip")
	if r.header.Get("Content-Encoding") != "gzip" || len(r.body) > 1000 {
		t.Fatalf("%d bytes, headers %v", len(r.body), r.header)
	}
	z, err := gzip.NewReader(strings.NewReader(r.body))
	if err != nil {
		t.Fatal(err)
	}
	if body, err := io.ReadAll(z); err != nil || !bytes.HasPrefix(body, []byte("export const x")) {
		t.Errorf("%v: %.20s", err, body)
	}
	part := ask(t, "GET", base+"/map-4f9d01ab.js", "Accept-Encoding", "gzip", "Range", "bytes=0-5")
	if part.status != http.StatusPartialContent || part.body != "export" {
		t.Errorf("part: %d %q", part.status, part.body)
	}
}

// lines collects a log that several requests write.
type lines struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

func TestCausesAreLoggedAndNotShown(t *testing.T) {
	for name, before := range map[string]func() error{
		"error": func() error { return errors.New("secret cause") },
		"panic": func() error { panic("secret cause") },
	} {
		t.Run(name, func(t *testing.T) {
			var log lines
			base := serve(t, config(source{before: before}, &log))
			r := ask(t, "GET", base+"/api/meta")
			if r.status != 500 || strings.TrimSpace(r.body) != `{"error":"internal error"}` {
				t.Errorf("%d %s", r.status, r.body)
			}
			if !strings.Contains(log.String(), "secret cause") || !strings.Contains(log.String(), "level=ERROR") {
				t.Errorf("log: %s", log.String())
			}
			if strings.Contains(r.body, "secret") {
				t.Errorf("shown: %s", r.body)
			}
		})
	}
}

func TestRequestsAreLoggedAtDebugLevel(t *testing.T) {
	var log lines
	base := serve(t, config(source{}, &log))
	ask(t, "GET", base+"/api/who?day=x")
	if s := log.String(); !strings.Contains(s, "level=DEBUG") || !strings.Contains(s, `uri="/api/who?day=x"`) || !strings.Contains(s, "status=400") {
		t.Errorf("log: %s", s)
	}
}

// A request that runs when the server is stopped still gets its answer.
func TestStopFinishesRunningRequests(t *testing.T) {
	running, finish := make(chan struct{}), make(chan struct{})
	s, err := web.New(config(source{before: func() error {
		close(running)
		<-finish
		return nil
	}}, io.Discard))
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	stopped, answered := make(chan error, 1), make(chan response, 1)
	go func() { stopped <- s.Serve(ctx, l) }()
	go func() { answered <- ask(t, "GET", "http://"+l.Addr().String()+"/api/meta") }()
	<-running
	stop()
	for { // until nobody new is let in
		c, err := net.Dial("tcp", l.Addr().String())
		if err != nil {
			break
		}
		c.Close()
	}
	close(finish)
	if r := <-answered; r.status != http.StatusOK || !strings.Contains(r.body, `"version"`) {
		t.Errorf("%d %s", r.status, r.body)
	}
	if err := <-stopped; err != nil {
		t.Errorf("stopped with %v", err)
	}
}

func TestServeSaysWhyItCannot(t *testing.T) {
	s, err := web.New(config(source{}, io.Discard))
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l.Close()
	if err := s.Serve(context.Background(), l); !errors.Is(err, net.ErrClosed) {
		t.Errorf("got %v, want %v", err, net.ErrClosed)
	}
}
