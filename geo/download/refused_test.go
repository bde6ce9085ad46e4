package download_test

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"frontline/geo/download"
)

// Whatever the server does, the file from before stays, and the error names
// the address and what was wrong.
func TestNoFileIsReplacedByWhatIsNone(t *testing.T) {
	page := "<!DOCTYPE html><html><body>Sign in to the network</body></html>"
	for _, c := range []struct {
		name   string
		answer http.HandlerFunc
		says   []string
		asked  int
	}{
		{"not there", http.NotFound, []string{"404 Not Found", "want 200"}, 1},
		{"a page that says so", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprint(w, page)
		}, []string{"200 OK", "text/html"}, 1},
		{"a page that says it is data", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/zip")
			fmt.Fprint(w, page)
		}, []string{"page of HTML", "!DOCTYPE"}, 1},
		{"empty", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) }, []string{"empty"}, 1},
		{"no content", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }, []string{"204 No Content"}, 1},
		{"less than announced, always", func(w http.ResponseWriter, r *http.Request) {
			r.Header.Del("Range")
			cutAfter(w, r, 500, file(dump(1000), `"1"`))
		}, []string{"unexpected EOF", "given up after 4"}, 4},
		{"broken, always", func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "no", http.StatusBadGateway) }, []string{"502 Bad Gateway", "given up after 4"}, 4},
		{"packed as nobody asked", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "br")
			fmt.Fprint(w, "x")
		}, []string{`"br"`, "want none"}, 1},
		{"packed, and is not", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			fmt.Fprint(w, "not packed at all")
		}, []string{"gzip"}, 1},
		{"the wrong total", func(w http.ResponseWriter, r *http.Request) {
			if r.Header.Get("Range") == "" {
				cutAfter(w, r, 500, file(dump(1000), `"1"`))
			}
			w.Header().Set("Content-Range", "bytes 500-999/600")
			w.WriteHeader(http.StatusPartialContent)
			_, _ = w.Write(dump(500))
		}, []string{"given up after 4"}, 4},
	} {
		t.Run(c.name, func(t *testing.T) {
			asked := 0
			address := serve(t, func(n int, w http.ResponseWriter, r *http.Request) { asked = n; c.answer(w, r) })
			path := filepath.Join(t.TempDir(), "SY.txt")
			if err := os.WriteFile(path, []byte("the file before"), 0o666); err != nil {
				t.Fatal(err)
			}
			ctx, stop := context.WithTimeout(t.Context(), 10*time.Second)
			defer stop()
			err := download.Get(ctx, address, path, quick)
			if err == nil {
				t.Fatal("was taken")
			}
			for _, s := range append(c.says, address) {
				if !strings.Contains(err.Error(), s) {
					t.Errorf("%q does not say %q", err, s)
				}
			}
			if c.asked > 0 && asked != c.asked {
				t.Errorf("asked %d times: want %d", asked, c.asked)
			}
			if read(t, path) != "the file before" {
				t.Error("the file was replaced")
			}
		})
	}
}

func TestAddressesThatAreNone(t *testing.T) {
	for _, address := range []string{"", "SY.zip", "ftp://example.org/SY.zip", "file:///etc/hosts", "http://", "http://%zz/"} {
		err := download.Get(t.Context(), address, filepath.Join(t.TempDir(), "f"), quick)
		if err == nil || !strings.Contains(err.Error(), "GET "+address) {
			t.Errorf("%q: %v: want an error that names it", address, err)
		}
	}
}

func TestNowhereToWrite(t *testing.T) {
	address := serve(t, func(_ int, w http.ResponseWriter, r *http.Request) { file(dump(10), `"1"`)(w, r) })
	path := filepath.Join(t.TempDir(), "no such folder", "SY.txt")
	if err := download.Get(t.Context(), address, path, quick); err == nil || !strings.Contains(err.Error(), "no such folder") {
		t.Errorf("%v: want it to name the folder", err)
	}
}
