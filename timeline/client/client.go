// Package client asks a frontline server over HTTP, and gives its answers as the very
// types that the server writes: atlas.Answer, timeline.Claim and the like.
//
//	c, err := client.New("https://frontline.example.org", nil)
//	answer, err := c.Who(ctx, "Palmyra", "", day)
//
// A client that is made by As sees the data otherwise: as they were known on a day, or
// without some sources. What the server refuses or does not find is an *Error.
//
// The module is named frontline, which is no address that a module could be fetched from.
// A program of your own therefore takes it from a copy of the repository, which go.mod
// names:
//
//	require frontline v0.0.0
//	replace frontline => ../frontline
package client

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"frontline/timeline"
)

// Client asks one server. It is safe for use by several goroutines.
type Client struct {
	base string // without a slash at its end
	said string // the same without a password, for errors
	http *http.Client
	view View
}

// View is how the data are to be seen. Its zero value is as they are known now.
type View struct {
	KnownOn timeline.Day // as known at the end of this day, in UTC; zero is now
	Without []string     // ids of sources that are not to count
	ReachKm int          // how far from a place its ground reaches; 0 is as the server has it
}

// New asks the server at an address, as "https://example.org". h sends the questions; nil
// is http.DefaultClient. What is no address of HTTP is an error.
func New(address string, h *http.Client) (*Client, error) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		return nil, fmt.Errorf("client: address %q: want one as https://example.org", address)
	}
	if h == nil {
		h = http.DefaultClient
	}
	return &Client{base: strings.TrimRight(address, "/"), said: strings.TrimRight(u.Redacted(), "/"), http: h}, nil
}

// As is a client of the same server that sees the data in a view.
func (c *Client) As(v View) *Client { return &Client{c.base, c.said, c.http, v} }

// Error is an answer of the server that is no answer to the question.
type Error struct {
	Status     int                   // of HTTP
	Message    string                // in English
	Parameter  string                // that cannot be understood; "" where it is not that
	Value      string                // of the parameter, as it was sent
	Allowed    string                // what it may be, in words, or values with a comma between
	Candidates []timeline.RankedView // places that a name may mean, best first
}

func (e *Error) Error() string { return fmt.Sprintf("client: %d: %s", e.Status, e.Message) }

// Is makes what is not found timeline.ErrNotFound.
func (e *Error) Is(target error) bool {
	return target == timeline.ErrNotFound && e.Status == http.StatusNotFound
}

// largestFailure is how much is read of an answer that is a failure, in bytes.
const largestFailure = 1 << 20

// send asks for a path with a query, and gives an answer of status 200, to be closed.
func (c *Client) send(ctx context.Context, path string, query url.Values) (io.ReadCloser, error) {
	if c.view.KnownOn.Known() {
		query.Set("as_known_on", c.view.KnownOn.String())
	}
	if c.view.ReachKm != 0 {
		query.Set("reach_km", strconv.Itoa(c.view.ReachKm))
	}
	if len(c.view.Without) > 0 {
		query["without"] = c.view.Without
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base+path+"?"+query.Encode(), nil)
	if err != nil {
		return nil, fmt.Errorf("client: %w", err)
	}
	resp, err := c.http.Do(r)
	if err != nil {
		return nil, fmt.Errorf("client: %w", err)
	}
	if resp.StatusCode == http.StatusOK {
		return resp.Body, nil
	}
	defer resp.Body.Close()
	return nil, failure(resp)
}

// failure is what an answer that is none says of itself; one that is not of the server,
// as of a gateway before it, says its status alone.
func failure(resp *http.Response) error {
	var said struct {
		Error                     string
		Parameter, Value, Allowed string
		Candidates                []timeline.RankedView
	}
	body, err := io.ReadAll(io.LimitReader(resp.Body, largestFailure))
	if err == nil {
		err = json.Unmarshal(body, &said)
	}
	if err != nil || said.Error == "" {
		return &Error{Status: resp.StatusCode, Message: resp.Status}
	}
	return &Error{resp.StatusCode, said.Error, said.Parameter, said.Value, said.Allowed, said.Candidates}
}

// ask is the answer to a question, read as JSON.
func ask[T any](ctx context.Context, c *Client, path string, query url.Values) (answer T, err error) {
	body, err := c.send(ctx, path, query)
	if err != nil {
		return answer, err
	}
	defer body.Close()
	var got *T
	if err := json.NewDecoder(body).Decode(&got); err != nil {
		return answer, fmt.Errorf("client: %s%s: %w", c.said, path, err)
	}
	if got == nil {
		return answer, fmt.Errorf("client: %s%s: null in place of an answer", c.said, path)
	}
	return *got, nil
}
