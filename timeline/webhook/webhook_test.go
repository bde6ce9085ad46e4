package webhook_test

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"
	"pgregory.net/rapid"

	"frontline/timeline/webhook"
)

func send(t *testing.T, address, secret string) error {
	t.Helper()
	return webhook.NewSender().Send(t.Context(), webhook.Endpoint{Address: address, Secret: secret}, webhook.Message{ID: "msg_1", Body: []byte(`{"type":"test"}`)})
}

func TestReceiversCanTellWhoSentAMessage(t *testing.T) {
	secret := webhook.NewSecret()
	heard := make(chan error, 2)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		for _, key := range []string{secret, webhook.NewSecret()} {
			hook, err := standardwebhooks.NewWebhook(key)
			if err != nil {
				t.Error(err)
			}
			heard <- hook.Verify(body, r.Header)
		}
		if r.Method != http.MethodPost || string(body) != `{"type":"test"}` || r.Header.Get("webhook-id") != "msg_1" || r.Header.Get("Content-Type") != "application/json" {
			t.Errorf("%s %v %s", r.Method, r.Header, body)
		}
		w.WriteHeader(http.StatusNoContent)
	}))
	defer s.Close()
	if err := send(t, s.URL, secret); err != nil {
		t.Fatal(err)
	}
	if err := <-heard; err != nil {
		t.Errorf("with the secret: %v", err)
	}
	if err := <-heard; err == nil {
		t.Error("with another secret: want no match")
	}
}

func TestWhatHasNotArrived(t *testing.T) {
	var reached int
	var elsewhere *httptest.Server
	elsewhere = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/moved":
			http.Redirect(w, r, elsewhere.URL+"/ok", http.StatusTemporaryRedirect)
		case "/broken":
			w.WriteHeader(http.StatusInternalServerError)
		case "/long":
			w.WriteHeader(http.StatusOK)
			for range 1000 {
				if _, err := w.Write(make([]byte, 1<<10)); err != nil {
					return
				}
			}
		default:
			reached++
		}
	}))
	defer elsewhere.Close()
	secret := webhook.NewSecret()
	for path, words := range map[string]string{"/moved": "redirects are not followed", "/broken": "500"} {
		err := send(t, elsewhere.URL+path, secret)
		var failure *webhook.Failure
		if !errors.As(err, &failure) || !strings.Contains(err.Error(), words) {
			t.Errorf("%s: %v: want a failure with %q", path, err, words)
		}
	}
	if reached != 0 {
		t.Error("a redirect was followed")
	}
	if err := send(t, elsewhere.URL+"/long", secret); err != nil {
		t.Errorf("a long answer: %v: want it to have arrived", err)
	}
	closed := httptest.NewServer(nil)
	closed.Close()
	var failure *webhook.Failure
	if err := send(t, closed.URL, secret); !errors.As(err, &failure) {
		t.Errorf("%v: want a failure", err)
	}
}

func TestSecretsAreCheckedAndNeverShown(t *testing.T) {
	for _, secret := range []string{"", "secret", "whsec_", "whsec_c2hvcnQ=", "whsec_ not base64 at all, and long enough", strings.TrimPrefix(webhook.NewSecret(), "whsec_"),
		"whsec_" + strings.Repeat("QUJD", 30)} {
		err := webhook.CheckSecret(secret)
		if err == nil || secret != "" && secret != "whsec_" && secret != "secret" && strings.Contains(err.Error(), secret) {
			t.Errorf("%q: %v: want an error that does not show it", secret, err)
		}
		if err := send(t, "http://127.0.0.1:1/", secret); err == nil || len(secret) > 10 && strings.Contains(err.Error(), secret) {
			t.Errorf("%v: want an error that does not show the secret", err)
		}
	}
	seen := map[string]bool{}
	for range 100 {
		secret := webhook.NewSecret()
		if err := webhook.CheckSecret(secret); err != nil || seen[secret] {
			t.Errorf("a new secret: %v, again: %v", err, seen[secret])
		}
		seen[secret] = true
	}
}

func TestAddresses(t *testing.T) {
	for address, ok := range map[string]bool{"http://example.org/x?y=z": true, "https://example.org": true, "http://127.0.0.1:80/": true,
		"": false, "example.org": false, "ftp://example.org": false, "file:///etc/passwd": false, "http:///x": false, "https://me:word@example.org": false, "http://a b": false, "https://example.org/#x": false,
		"http://:80/": false, "http://example.org:99999/": false, "http://example.org:0/": false, "http://[::1]:8080/": true} {
		if err := webhook.CheckAddress(address); (err == nil) != ok {
			t.Errorf("%q: %v", address, err)
		}
	}
}

// Pauses grow, stay within bounds, and follow the receiver where it says how long.
func TestPauses(t *testing.T) {
	after, status := "", http.StatusServiceUnavailable
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if after != "" {
			w.Header().Set("Retry-After", after)
		}
		w.WriteHeader(status)
	}))
	defer s.Close()
	pauseAfter := func(header string, failed int) time.Duration {
		after = header
		var failure *webhook.Failure
		if err := send(t, s.URL, webhook.NewSecret()); !errors.As(err, &failure) {
			t.Fatal(err)
		}
		return failure.Pause(10*time.Second, time.Hour, failed)
	}
	for failed, want := range map[int]time.Duration{1: 10 * time.Second, 2: 20 * time.Second, 3: 40 * time.Second, 9: 2560 * time.Second, 10: time.Hour, 1000: time.Hour} {
		if got := pauseAfter("", failed); got != want {
			t.Errorf("after %d: %v: want %v", failed, got, want)
		}
	}
	for header, want := range map[string]time.Duration{"120": 2 * time.Minute, "1": 10 * time.Second, "7200": 2 * time.Hour, "99999999": 24 * time.Hour, "soon": 10 * time.Second} {
		if got := pauseAfter(header, 1); got != want {
			t.Errorf("Retry-After %s: %v: want %v", header, got, want)
		}
	}
	if status = http.StatusRequestEntityTooLarge; pauseAfter("3600", 1) != time.Hour {
		t.Error("Retry-After counts whatever the status")
	}
	rapid.Check(t, func(t *rapid.T) {
		f := &webhook.Failure{}
		n := rapid.IntRange(1, 1<<40).Draw(t, "failed")
		if p := f.Pause(time.Second, time.Hour, n); p < time.Second || p > time.Hour {
			t.Fatalf("after %d: %v", n, p)
		}
	})
}
