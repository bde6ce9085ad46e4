package web_test

import (
	"io"
	"strings"
	"testing"

	"frontline/timeline/web"
)

func TestFramers(t *testing.T) {
	for want, origins := range map[string][]string{
		"":                            nil,
		"*":                           {"any"},
		"'self'":                      {"self"},
		"https://example.org 'self'":  {"https://example.org", "self"},
		"http://127.0.0.1:8080":       {"HTTP://127.0.0.1:8080/"},
		"https://xn--mgbh0fb.example": {"https://xn--mgbh0fb.example"},
	} {
		if got, err := web.Framers(origins); err != nil || got != want {
			t.Errorf("%q: %q, %v: want %q", origins, got, err, want)
		}
	}
	for _, origins := range [][]string{
		{""}, {"example.org"}, {"https://"}, {"ftp://example.org"}, {"https://example.org/page"}, {"https://example.org?x"}, {"https://user@example.org"},
		{"https://a b"}, {"https://a;script-src"}, {"https://*.example.org"}, {"*"}, {"'self'"}, {"none"}, {"https://example.org:port"}, {"any", "self"}, {"https://é.org"},
		{"https://example.org\nX-Header: 1"}, {"javascript:alert(1)"},
	} {
		if got, err := web.Framers(origins); err == nil {
			t.Errorf("%q is %q: want an error", origins, got)
		}
	}
}

func TestOnlyWhoMayFramesThePage(t *testing.T) {
	cfg := config(source{version: "1"}, io.Discard)
	closed := serve(t, cfg)
	cfg.Framers = "https://example.org 'self'"
	open := serve(t, cfg)
	ancestors := func(address string) string {
		_, list, _ := strings.Cut(ask(t, "GET", address).header.Get("Content-Security-Policy"), "frame-ancestors ")
		return list
	}
	for path, framed := range map[string]bool{"/?embed=1": true, "/plain": true, "/plain?day=2017-08-05": true, "/": false, "/?embed=0": false, "/?embed=1x": false,
		"/api/meta?embed=1": false, "/map.css?embed=1": false} {
		want := "'none'"
		if framed {
			want = cfg.Framers
		}
		if got := ancestors(open + path); got != want {
			t.Errorf("%s may be framed by %s: want %s", path, got, want)
		}
		if got := ancestors(closed + path); got != "'none'" {
			t.Errorf("%s may be framed by %s where nobody may", path, got)
		}
	}
	for path, want := range map[string]string{"/": "form-action 'none'", "/plain": "form-action 'self'"} {
		if csp := ask(t, "GET", closed+path).header.Get("Content-Security-Policy"); !strings.Contains(csp, want) {
			t.Errorf("%s: policy %q: want %s", path, csp, want)
		}
	}
}
