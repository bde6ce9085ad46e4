// Package webhook sends messages to addresses that others have given, signed so that
// they can tell who sent them: Standard Webhooks 1.0.
package webhook

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/hashicorp/go-retryablehttp"
	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"
)

// timeout is how long a receiver may take for its whole answer; most of an answer is
// how much of it is read, in bytes.
const (
	timeout      = 15 * time.Second
	mostOfAnswer = 64 << 10
)

// Sizes of secrets in bytes, as the standard wants them; ours has secretSize.
const (
	leastSecret = 24
	mostSecret  = 64
	secretSize  = 32
)

const secretPrefix = "whsec_"

// NewSecret is a secret that nobody guesses, as whsec_ and base64.
func NewSecret() string {
	key := make([]byte, secretSize)
	_, _ = rand.Read(key) // never fails
	return secretPrefix + base64.StdEncoding.EncodeToString(key)
}

// CheckSecret says what is wrong with a secret, without showing it.
func CheckSecret(secret string) error {
	key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, secretPrefix))
	if err != nil || !strings.HasPrefix(secret, secretPrefix) || len(key) < leastSecret || len(key) > mostSecret {
		return fmt.Errorf("is no secret: want %s and the base64 of %d to %d bytes", secretPrefix, leastSecret, mostSecret)
	}
	return nil
}

// CheckAddress says what is wrong with an address that messages are to be sent to.
func CheckAddress(address string) error {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || !portIn(u) || u.User != nil || u.Fragment != "" {
		return fmt.Errorf("%q is no address to send to: want http://… or https://…, with a host, a port of 1 to 65535 if any, and without a user or a fragment", address)
	}
	return nil
}

// portIn says whether the port of an address, if it has one, is a port.
func portIn(u *url.URL) bool {
	n, err := strconv.ParseUint(u.Port(), 10, 16)
	return u.Port() == "" || err == nil && n > 0
}

// Message is what is sent.
type Message struct {
	ID   string // the same as often as it is sent
	Body []byte // JSON
}

// Endpoint is where messages go.
type Endpoint struct {
	Address string
	Secret  string
}

// Failure is an answer that says that a message has not arrived, or none.
type Failure struct {
	err    error
	answer *http.Response // nil for none; its body is read
}

func (f *Failure) Error() string { return f.err.Error() }

// Unwrap is what came in between, or what the answer says.
func (f *Failure) Unwrap() error { return f.err }

// Answered says whether the receiver was there and dealt with the message, if not well:
// another message may fare better.
func (f *Failure) Answered() bool {
	if f.answer == nil {
		return false
	}
	switch f.answer.StatusCode {
	case http.StatusTooManyRequests, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return false
	}
	return true
}

// mostAsked is the longest pause that a receiver can ask for.
const mostAsked = 24 * time.Hour

// Pause is how long to wait before the attempt after so many have failed: twice as
// long each time, from least to most, unless the answer's Retry-After says how long,
// which counts up to a day.
func (f *Failure) Pause(least, most time.Duration, failed int) time.Duration {
	answer := f.answer
	if answer != nil && answer.Header.Get("Retry-After") != "" {
		said := *answer
		said.StatusCode = http.StatusServiceUnavailable // of which alone the library reads it
		answer = &said
	}
	return min(mostAsked, max(least, retryablehttp.DefaultBackoff(least, most, failed-1, answer)))
}

// Sender sends messages. It is safe for use by several goroutines.
type Sender struct{ client *http.Client }

// NewSender makes a Sender. It follows no redirects: a message goes where it was
// meant to go or nowhere.
func NewSender() *Sender {
	return &Sender{&http.Client{Timeout: timeout, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}}
}

// Send sends a message once. It has arrived where nil comes back: the answer was 2xx.
// Else the error is a *Failure, unless the endpoint itself makes no sense. Neither
// says anything of the secret.
func (s *Sender) Send(ctx context.Context, to Endpoint, m Message) error {
	if err := errors.Join(CheckAddress(to.Address), CheckSecret(to.Secret)); err != nil {
		return err
	}
	hook, err := standardwebhooks.NewWebhook(to.Secret)
	if err != nil {
		return errors.New("the secret cannot be used") // the cause might show it
	}
	now := time.Now()
	signature, err := hook.Sign(m.ID, now, m.Body)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, to.Address, bytes.NewReader(m.Body))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("User-Agent", "frontline")
	req.Header.Set(standardwebhooks.HeaderWebhookID, m.ID)
	req.Header.Set(standardwebhooks.HeaderWebhookTimestamp, strconv.FormatInt(now.Unix(), 10))
	req.Header.Set(standardwebhooks.HeaderWebhookSignature, signature)
	answer, err := s.client.Do(req)
	if err != nil {
		var at *url.Error
		if errors.As(err, &at) {
			err = at.Err // without the address, which everybody knows here
		}
		return &Failure{err: err}
	}
	defer answer.Body.Close()
	_, _ = io.Copy(io.Discard, io.LimitReader(answer.Body, mostOfAnswer)) // the status has said it all
	switch {
	case answer.StatusCode >= 300 && answer.StatusCode < 400:
		return &Failure{fmt.Errorf("%s: redirects are not followed", answer.Status), answer}
	case answer.StatusCode < 200 || answer.StatusCode > 299:
		return &Failure{fmt.Errorf("%s: want 2xx", answer.Status), answer}
	}
	return nil
}
