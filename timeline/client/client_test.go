package client_test

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/client"
	"frontline/timeline/export"
)

func TestAddresses(t *testing.T) {
	for _, address := range []string{"", "localhost:8080", "ftp://example.org", "https://", "http://example.org/?x=1", "http://example.org/#x", "http://a b"} {
		if _, err := client.New(address, nil); err == nil || !strings.Contains(err.Error(), "https://example.org") {
			t.Errorf("%q: %v: want an error that says what is allowed", address, err)
		}
	}
}

// asking is a client of a server that answers every question in one way.
func asking(t *testing.T, answer http.HandlerFunc) *client.Client {
	t.Helper()
	s := httptest.NewServer(answer)
	t.Cleanup(s.Close)
	c, err := client.New(strings.Replace(s.URL, "//", "//me:secret@", 1)+"/below/", nil)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// A gateway knows nothing of our failures.
func TestFailuresThatAreNotTheServers(t *testing.T) {
	c := asking(t, func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusBadGateway)
		fmt.Fprint(w, "<html>Bad gateway</html>")
	})
	_, err := c.Meta(t.Context())
	var e *client.Error
	if !errors.As(err, &e) || e.Status != http.StatusBadGateway || e.Message != "502 Bad Gateway" {
		t.Errorf("%v: want 502", err)
	}
}

func TestAnswersThatAreCutOffAreNone(t *testing.T) {
	for _, body := range []string{"", `{"places": [`, `<html>`, `[]`} {
		c := asking(t, func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, body) })
		if found, err := c.Places(t.Context(), "x", 0); err == nil {
			t.Errorf("%q is read as %v: want an error", body, found)
		}
	}
}

// Nothing in place of features is an error, and never none of them.
func TestNoFeaturesWhereSomeShouldBe(t *testing.T) {
	for _, body := range []string{"null", `{"type":"FeatureCollection"}`, `{"type":"FeatureCollection","features":null}`, `{"type":"FeatureCollection","features":[null]}`} {
		c := asking(t, func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, body) })
		if fc, err := c.Layer(t.Context(), export.Holdings, timeline.Date(2017, 8, 5), atlas.Filter{}); err == nil || !strings.Contains(err.Error(), "http://me:xxxxx@127.0.0.1:") || !strings.Contains(err.Error(), "/below/api/holdings: ") {
			t.Errorf("%s is read as %v, %v: want an error that names the address", body, fc, err)
		}
		for f, err := range c.Features(t.Context(), export.Holdings, client.Items{}) {
			if f != nil || err == nil {
				t.Errorf("%s holds %v, %v: want an error", body, f, err)
			}
		}
	}
}

// pages answers the pages of a collection, of versions of the data, each of which leads to
// a next one.
func pages(versions []string, features string) http.HandlerFunc {
	asked := 0
	return func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, `{"type":"FeatureCollection","version":%q,"links":[{"rel":"next","href":"https://elsewhere.example/ogc/x?offset=%d"}],"features":[%s]}`,
			versions[min(asked, len(versions)-1)], asked+1, features)
		asked++
	}
}

const feature = `{"type":"Feature","id":"a","geometry":null,"properties":{}}`

func TestPagesOfTwoVersionsAreNotMixed(t *testing.T) {
	c := asking(t, pages([]string{"1", "1", "2"}, feature))
	n, failed := 0, error(nil)
	for _, err := range c.Features(t.Context(), export.Claims, client.Items{}) {
		if failed = err; err == nil {
			n++
		}
	}
	if n != 2 || !errors.Is(failed, client.ErrChanged) {
		t.Errorf("%d features, then %v: want those of two pages and %v", n, failed, client.ErrChanged)
	}
}

func TestPagesThatLeadOnForEverEnd(t *testing.T) {
	c := asking(t, pages([]string{"1"}, ""))
	for f, err := range c.Features(t.Context(), export.Claims, client.Items{}) {
		if f != nil || err == nil || !strings.Contains(err.Error(), "offset=1") {
			t.Errorf("%v, %v: want an error that names the link", f, err)
		}
	}
}

// Behind a gateway a server does not know its address, so its links may lead elsewhere.
func TestPagesAreOfTheServerThatIsAsked(t *testing.T) {
	var asked []string
	answer := pages([]string{"1"}, feature)
	c := asking(t, func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.URL.RequestURI())
		answer(w, r)
	})
	n := 0
	for range c.Features(t.Context(), export.Claims, client.Items{PageSize: 1}) {
		if n++; n == 2 {
			break
		}
	}
	if len(asked) != 2 || asked[1] != "/below/ogc/collections/claims/items?offset=1" {
		t.Errorf("%v: want the second page of the same server", asked)
	}
}
