package download_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"frontline/geo/download"
)

// quick is impatient, so that tests are.
var quick = download.Options{Wait: time.Millisecond, Retries: 3}

// dump is a file that does not look like a page.
func dump(n int) []byte {
	random := rand.New(rand.NewPCG(1, 2))
	out := []byte("5174\tUrum as Sughra\t")
	for len(out) < n {
		out = append(out, byte('a'+random.IntN(26)))
	}
	return out[:n]
}

// serve answers every request with f, which is told its number, from 1.
func serve(t *testing.T, f func(n int, w http.ResponseWriter, r *http.Request)) string {
	t.Helper()
	var n atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { f(int(n.Add(1)), w, r) }))
	t.Cleanup(server.Close)
	return server.URL + "/SY.txt"
}

// cutAfter answers as a server of files would, and breaks the connection off
// after some bytes.
func cutAfter(w http.ResponseWriter, r *http.Request, limit int, answer http.HandlerFunc) {
	answer(&broken{ResponseWriter: w, left: limit}, r)
	panic(http.ErrAbortHandler)
}

type broken struct {
	http.ResponseWriter
	left int
}

func (b *broken) Write(p []byte) (int, error) {
	n, err := b.ResponseWriter.Write(p[:min(len(p), b.left)])
	_ = http.NewResponseController(b.ResponseWriter).Flush()
	if b.left -= n; err == nil && n < len(p) {
		err = io.ErrShortWrite
	}
	return n, err
}

// file answers with a file, its ranges and its validator.
func file(body []byte, etag string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if etag != "" {
			w.Header().Set("ETag", etag)
		}
		w.Header().Set("Content-Type", "text/plain")
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// alone fails where anything lies beside the file.
func alone(t *testing.T, path string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() != filepath.Base(path) {
			t.Errorf("%s is left over", e.Name())
		}
	}
}

func TestAFileArrivesWhole(t *testing.T) {
	want := dump(300_000)
	path := filepath.Join(t.TempDir(), "SY.txt")
	if err := os.WriteFile(path, []byte("the file before"), 0o666); err != nil {
		t.Fatal(err)
	}
	o := quick
	var seen []int64
	o.Progress = func(n, total int64) {
		if total != int64(len(want)) {
			t.Errorf("total %d: want %d", total, len(want))
		}
		seen = append(seen, n)
	}
	if err := download.Get(t.Context(), serve(t, func(_ int, w http.ResponseWriter, r *http.Request) { file(want, `"1"`)(w, r) }), path, o); err != nil {
		t.Fatal(err)
	}
	if read(t, path) != string(want) {
		t.Error("other bytes than were sent")
	}
	if !slices.IsSorted(seen) || len(seen) < 2 || seen[len(seen)-1] != int64(len(want)) {
		t.Errorf("progress %v: want it to rise to %d", seen, len(want))
	}
	alone(t, path)
}

// Each row is a server that makes trouble first; how often it is asked is
// where the rest, or the whole, was asked for.
func TestInterruptionsAreMended(t *testing.T) {
	old, body := dump(100_000), append(dump(100_000), "newer"...)
	slices.Reverse(old[30:])
	whole := file(body, `"v2"`)
	for _, c := range []struct {
		name   string
		answer func(n int, w http.ResponseWriter, r *http.Request)
		ranges []string
	}{
		{"cut twice", func(n int, w http.ResponseWriter, r *http.Request) {
			if n < 3 {
				cutAfter(w, r, 40_000, whole)
			}
			whole(w, r)
		}, []string{"", "bytes=40000-", "bytes=80000-"}},
		{"cut, and no ranges", func(n int, w http.ResponseWriter, r *http.Request) {
			r.Header.Del("Range")
			if n < 2 {
				cutAfter(w, r, 40_000, whole)
			}
			whole(w, r)
		}, []string{"", "bytes=40000-"}},
		{"cut, and no validator", func(n int, w http.ResponseWriter, r *http.Request) {
			if n < 2 {
				cutAfter(w, r, 40_000, file(body, ""))
			}
			file(body, "")(w, r)
		}, []string{"", ""}},
		{"cut, and a weak validator", func(n int, w http.ResponseWriter, r *http.Request) {
			if n < 2 {
				cutAfter(w, r, 40_000, file(body, `W/"v2"`))
			}
			file(body, `W/"v2"`)(w, r)
		}, []string{"", ""}},
		{"cut, and the file changes", func(n int, w http.ResponseWriter, r *http.Request) {
			if n < 2 {
				cutAfter(w, r, 40_000, file(old, `"v1"`))
			}
			whole(w, r)
		}, []string{"", "bytes=40000-"}},
		{"cut, the file changes, and If-Range is not understood", func(n int, w http.ResponseWriter, r *http.Request) {
			r.Header.Del("If-Range")
			if n < 2 {
				cutAfter(w, r, 40_000, file(old, `"v1"`))
			}
			whole(w, r)
		}, []string{"", "bytes=40000-", ""}},
		{"another range than was asked for", func(n int, w http.ResponseWriter, r *http.Request) {
			if n < 2 {
				cutAfter(w, r, 40_000, whole)
			}
			if n == 2 {
				r.Header.Set("Range", "bytes=100-")
			}
			whole(w, r)
		}, []string{"", "bytes=40000-", ""}},
		{"unavailable", func(n int, w http.ResponseWriter, r *http.Request) {
			if n < 3 {
				w.Header().Set("Retry-After", "0")
				http.Error(w, "come back", http.StatusServiceUnavailable)
				return
			}
			whole(w, r)
		}, []string{"", "", ""}},
		{"refused before an answer", func(n int, w http.ResponseWriter, r *http.Request) {
			if n < 3 {
				panic(http.ErrAbortHandler)
			}
			whole(w, r)
		}, []string{"", "", ""}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var ranges []string
			path := filepath.Join(t.TempDir(), "SY.txt")
			address := serve(t, func(n int, w http.ResponseWriter, r *http.Request) {
				ranges = append(ranges, r.Header.Get("Range"))
				c.answer(n, w, r)
			})
			if err := download.Get(t.Context(), address, path, quick); err != nil {
				t.Fatal(err)
			}
			if read(t, path) != string(body) {
				t.Error("other bytes than were sent")
			}
			if !slices.Equal(ranges, c.ranges) {
				t.Errorf("ranges asked for: %q: want %q", ranges, c.ranges)
			}
			alone(t, path)
		})
	}
}

func TestWhatStopsIsResumedTheNextTime(t *testing.T) {
	body := dump(200_000)
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	var ranges []string
	address := serve(t, func(n int, w http.ResponseWriter, r *http.Request) {
		ranges = append(ranges, r.Header.Get("Range"))
		if n == 1 {
			file(body, `"1"`)(&broken{ResponseWriter: w, left: 70_000}, r)
			<-r.Context().Done()
			panic(http.ErrAbortHandler)
		}
		file(body, `"1"`)(w, r)
	})
	path := filepath.Join(t.TempDir(), "SY.txt")
	o := quick
	o.Progress = func(n, _ int64) {
		if n == 70_000 {
			stop()
		}
	}
	if err := download.Get(ctx, address, path, o); !errors.Is(err, context.Canceled) || !strings.Contains(err.Error(), address) {
		t.Fatalf("%v: want it cancelled, with the address", err)
	}
	if _, err := os.Stat(path); !os.IsNotExist(err) {
		t.Error("half a file is there")
	}
	if len(read(t, path+".part")) != 70_000 {
		t.Error("the part is not kept")
	}
	if err := download.Get(t.Context(), address, path, quick); err != nil {
		t.Fatal(err)
	}
	if read(t, path) != string(body) || len(ranges) != 2 || ranges[1] != "bytes=70000-" {
		t.Errorf("%d bytes with ranges %q", len(read(t, path)), ranges)
	}
	alone(t, path)
}

// What is left of another address, or of the whole file, is no part of this one.
func TestPartsOfOtherFilesAreNotResumed(t *testing.T) {
	body := dump(1000)
	for _, c := range []struct{ name, part, from string }{
		{"another address", "other", "http://example.org/SY.txt\n\"1\"\n"},
		{"nobody knows", string(body[:500]), ""},
		{"all of it", string(body), "ADDRESS\n\"1\"\n"},
		{"more than all", string(body) + "more", "ADDRESS\n\"1\"\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			address := serve(t, func(_ int, w http.ResponseWriter, r *http.Request) { file(body, `"1"`)(w, r) })
			path := filepath.Join(t.TempDir(), "SY.txt")
			for name, text := range map[string]string{".part": c.part, ".part.from": strings.Replace(c.from, "ADDRESS", address, 1)} {
				if err := os.WriteFile(path+name, []byte(text), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			if err := download.Get(t.Context(), address, path, quick); err != nil {
				t.Fatal(err)
			}
			if read(t, path) != string(body) {
				t.Error("other bytes than were sent")
			}
			alone(t, path)
		})
	}
}

func TestPackedTransportGivesTheFile(t *testing.T) {
	body := dump(50_000)
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	_, _ = z.Write(body)
	_ = z.Close()
	gzipped := func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		file(packed.Bytes(), `"g"`)(w, r)
	}
	for _, c := range []struct{ name, want string }{{"SY.txt", string(body)}, {"SY.txt.gz", packed.String()}} {
		address := serve(t, func(n int, w http.ResponseWriter, r *http.Request) {
			if got := r.Header.Get("Accept-Encoding"); got != "identity" {
				t.Errorf("Accept-Encoding %q: want identity", got)
			}
			if n == 1 {
				w.Header().Set("Content-Length", strconv.Itoa(packed.Len()))
				cutAfter(w, r, 9_000, gzipped)
			}
			gzipped(w, r)
		})
		path := filepath.Join(t.TempDir(), c.name)
		if err := download.Get(t.Context(), address, path, quick); err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if read(t, path) != c.want {
			t.Errorf("%s: other bytes than were meant", c.name)
		}
		alone(t, path)
	}
}

func TestASilentServerIsLeft(t *testing.T) {
	body := dump(2000)
	address := serve(t, func(n int, w http.ResponseWriter, r *http.Request) {
		if n == 1 {
			file(body, `"1"`)(&broken{ResponseWriter: w, left: 700}, r)
			<-r.Context().Done()
			return
		}
		file(body, `"1"`)(w, r)
	})
	path := filepath.Join(t.TempDir(), "SY.txt")
	o := quick
	o.Silence = 100 * time.Millisecond
	if err := download.Get(t.Context(), address, path, o); err != nil {
		t.Fatal(err)
	}
	if read(t, path) != string(body) {
		t.Error("other bytes than were sent")
	}
}
