package download

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/hashicorp/go-retryablehttp"
)

// fetch is a download under way.
type fetch struct {
	Options
	address string
	part    part
	client  *http.Client
	packed  bool // the server packs what it sends, though it was not asked to
}

// attempt asks for what is not there yet, and returns nil when all is.
func (f *fetch) attempt(parent context.Context) error {
	ctx, cancel := context.WithCancelCause(parent)
	defer cancel(nil)
	watch := time.AfterFunc(f.Silence, func() {
		cancel(fmt.Errorf("the server sent nothing for %v", f.Silence))
	})
	defer watch.Stop()
	err := f.exchange(ctx, watch)
	if cause := context.Cause(ctx); err != nil && cause != nil && parent.Err() == nil {
		return temporary{error: cause}
	}
	return err
}

func (f *fetch) exchange(ctx context.Context, watch *time.Timer) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, f.address, nil)
	if err != nil {
		return err
	}
	// Sizes, ranges and validators are to be those of the file itself.
	req.Header.Set("Accept-Encoding", "identity")
	had, validator := f.part.resumable()
	if had > 0 {
		req.Header.Set("Range", fmt.Sprintf("bytes=%d-", had))
		req.Header.Set("If-Range", validator)
	}
	answer, err := f.client.Do(req)
	if answer != nil {
		defer answer.Body.Close()
	}
	again, _ := retryablehttp.DefaultRetryPolicy(ctx, answer, err)
	if err == nil && again {
		err = errors.New(answer.Status)
	}
	if err != nil {
		if again {
			return temporary{error: err, answer: answer}
		}
		return err
	}
	total, err := f.accept(answer, had, validator)
	if err != nil {
		return err
	}
	if answer.StatusCode == http.StatusOK {
		had = 0
	}
	return f.receive(alive{answer.Body, watch, f.Silence}, had, total)
}

// accept judges an answer by its head, and says how many bytes the whole file
// has, or -1.
func (f *fetch) accept(answer *http.Response, had int64, validator string) (int64, error) {
	switch encoding := answer.Header.Get("Content-Encoding"); strings.ToLower(encoding) {
	case "", "identity":
		f.packed = false
	case "gzip", "x-gzip":
		f.packed = true
	default:
		return 0, fmt.Errorf("Content-Encoding %q: want none, or gzip", encoding)
	}
	if kind := answer.Header.Get("Content-Type"); strings.HasPrefix(strings.ToLower(kind), "text/html") {
		return 0, fmt.Errorf("%s, and the answer is a page (%s): want a file of data", answer.Status, kind)
	}
	switch answer.StatusCode {
	case http.StatusOK:
		return answer.ContentLength, f.part.begin(validatorOf(answer))
	case http.StatusPartialContent:
		from, total, ok := contentRange(answer.Header.Get("Content-Range"))
		if now := validatorOf(answer); !ok || had == 0 || from != had || total >= 0 && total < had || now != "" && now != validator {
			return 0, f.anew(fmt.Errorf("%s with Content-Range %q: want bytes from %d of the same file",
				answer.Status, answer.Header.Get("Content-Range"), had))
		}
		return total, nil
	case http.StatusRequestedRangeNotSatisfiable:
		return 0, f.anew(errors.New(answer.Status))
	default:
		return 0, fmt.Errorf("%s: want 200", answer.Status)
	}
}

// anew throws the part away, so that the next attempt begins at the start.
func (f *fetch) anew(why error) error {
	return temporary{error: errors.Join(why, f.part.discard())}
}

// receive appends a body to the part.
func (f *fetch) receive(body io.Reader, had, total int64) error {
	out, err := f.part.open()
	if err != nil {
		return err
	}
	_, err = io.Copy(&reporting{to: out, bytes: had, total: total, report: f.Progress}, body)
	var disk writeError
	if errors.As(err, &disk) {
		return errors.Join(err, out.Close())
	}
	if kept := errors.Join(out.Sync(), out.Close()); kept != nil {
		return kept
	}
	switch size := f.part.size(); {
	case total >= 0 && size > total:
		return f.anew(fmt.Errorf("%d bytes came: want %d", size, total))
	case err != nil:
		return temporary{error: err}
	case total >= 0 && size < total:
		return temporary{error: fmt.Errorf("%d bytes came: want %d", size, total)}
	default:
		return nil
	}
}

// writeError is one of the disk's: trying again does not help.
type writeError struct{ error }

func (w writeError) Unwrap() error { return w.error }

// reporting writes and says how much was written.
type reporting struct {
	to           io.Writer
	bytes, total int64
	report       func(bytes, total int64)
}

func (r *reporting) Write(p []byte) (int, error) {
	n, err := r.to.Write(p)
	if r.bytes += int64(n); r.report != nil {
		r.report(r.bytes, r.total)
	}
	if err != nil {
		return n, writeError{err}
	}
	return n, nil
}

// validatorOf is what tells one version of a file from another: a strong ETag,
// else the time of its last change; "" where the server gives neither.
func validatorOf(answer *http.Response) string {
	if tag := answer.Header.Get("ETag"); strings.HasPrefix(tag, `"`) {
		return tag
	}
	return answer.Header.Get("Last-Modified")
}

// contentRange reads "bytes 100-199/200"; a total of "*" is -1.
func contentRange(s string) (from, total int64, ok bool) {
	var rest string
	if rest, ok = strings.CutPrefix(s, "bytes "); !ok {
		return 0, 0, false
	}
	span, whole, slash := strings.Cut(rest, "/")
	start, _, dash := strings.Cut(span, "-")
	from, err := strconv.ParseInt(start, 10, 64)
	if err != nil || !slash || !dash {
		return 0, 0, false
	}
	if whole == "*" {
		return from, -1, true
	}
	total, err = strconv.ParseInt(whole, 10, 64)
	return from, total, err == nil
}
