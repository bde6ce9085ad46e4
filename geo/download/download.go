// Package download fetches a file over HTTP. What arrives is kept beside the
// file until it is whole, so that an interruption costs no more than what was
// under way, and the file itself is never half a one.
package download

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"

	"github.com/hashicorp/go-retryablehttp"
)

// Options say how patient a download is. The zero value is for a large file
// over a poor line.
type Options struct {
	// Retries is how many attempts in a row may fail without a byte gained
	// before the download is given up; 0 is five, less than 0 none.
	Retries int
	// Wait is the time before the first retry, doubled with each further one
	// up to a minute; 0 is a second. A server that says when to come back is
	// obeyed, up to a minute.
	Wait time.Duration
	// Silence is how long a server may send nothing; 0 is a minute.
	Silence time.Duration
	// Progress is called as bytes arrive, from the goroutine that called Get:
	// how many there are, those of earlier attempts included, and how many
	// there will be, -1 where the server does not say. May be nil.
	Progress func(bytes, total int64)
}

const maxWait = time.Minute

// Get fetches an address (http or https) into a file, and replaces it if it is
// there. What arrives goes into path+".part", and what it is a part of into
// path+".part.from": where an earlier call was interrupted the server is asked
// for the rest, if it can do that and its file has not changed; otherwise the
// download begins anew. Failing connections and statuses 429 and 5xx are tried
// again.
//
// It is an error, and the file stays as it was, where the server answers with
// another status, with a page of HTML or with nothing, and where less arrives
// than was announced. Errors name the address. When the context is done its
// error is given back and the part is kept.
func Get(ctx context.Context, address, path string, o Options) error {
	if err := get(ctx, address, path, o); err != nil {
		return fmt.Errorf("GET %s: %w", address, err)
	}
	return nil
}

func get(ctx context.Context, address, path string, o Options) error {
	u, err := url.Parse(address)
	if err != nil {
		return err
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return fmt.Errorf("scheme %q, host %q: want http://HOST/… or https://HOST/…", u.Scheme, u.Host)
	}
	o.Wait, o.Silence = cmp.Or(o.Wait, time.Second), cmp.Or(o.Silence, maxWait)
	o.Retries = max(cmp.Or(o.Retries, 5), 0)
	transport := http.DefaultTransport.(*http.Transport).Clone()
	defer transport.CloseIdleConnections()
	f := &fetch{Options: o, address: address, part: part{path: path, address: address}, client: &http.Client{Transport: transport}}
	most := f.part.size() // ever there: what was thrown away and comes again is no gain
	for failed := 0; ; failed++ {
		err := f.attempt(ctx)
		if err == nil {
			return f.part.finish(f.packed)
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		var again temporary
		if !errors.As(err, &again) {
			return err
		}
		if size := f.part.size(); size > most {
			failed, most = 0, size
		}
		if failed >= o.Retries {
			return fmt.Errorf("%w; given up after %d attempts", err, failed+1)
		}
		if err := sleep(ctx, min(retryablehttp.DefaultBackoff(o.Wait, maxWait, failed, again.answer), maxWait)); err != nil {
			return err
		}
	}
}

// temporary is an error that may be gone the next time.
type temporary struct {
	error
	answer *http.Response // may say when to come back; may be nil
}

func (t temporary) Unwrap() error { return t.error }

func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}

// alive is a body whose every byte puts off the moment when its server counts
// as silent.
type alive struct {
	io.Reader
	watch   *time.Timer
	silence time.Duration
}

func (a alive) Read(p []byte) (int, error) {
	n, err := a.Reader.Read(p)
	a.watch.Reset(a.silence)
	return n, err
}
