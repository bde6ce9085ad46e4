package web

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/labstack/echo/v4"
)

// The words that stand for origins in Framers.
const (
	sameOrigin = "self"
	anyOrigin  = "any"
)

// host is a name or an address, and a port or none: nothing that could end its part
// of a policy.
var host = regexp.MustCompile(`^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?$`)

// Framers is who may show the page in a frame, as Config wants it: origins, as
// "https://example.org", or "self" for the server's own; or "any" alone for
// everybody. None gives "", which is nobody. What is none of these is an error that
// says what is allowed.
func Framers(origins []string) (string, error) {
	if slices.Contains(origins, anyOrigin) {
		if len(origins) > 1 {
			return "", fmt.Errorf("%q beside %d others: want it alone", anyOrigin, len(origins)-1)
		}
		return "*", nil
	}
	out := make([]string, len(origins))
	for i, o := range origins {
		if o == sameOrigin {
			out[i] = "'self'"
			continue
		}
		u, err := url.Parse(strings.ToLower(o))
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || !host.MatchString(u.Host) || u.Scheme+"://"+u.Host != strings.TrimSuffix(strings.ToLower(o), "/") {
			return "", fmt.Errorf(`%q: want an origin as "https://example.org", or %q, or %q alone`, o, sameOrigin, anyOrigin)
		}
		out[i] = u.Scheme + "://" + u.Host
	}
	return strings.Join(out, " "), nil
}

// policy is the Content-Security-Policy of an answer. The page may be framed by whom
// the configuration says where it is asked to be, and the plain view always, which
// alone has forms that lead somewhere.
func (s *Server) policy(c echo.Context) string {
	forms, framers := "'none'", "'none'"
	path := c.Request().URL.Path
	if path == plainPath {
		forms = "'self'"
	}
	if s.cfg.Framers != "" && (path == plainPath || path == "/" && c.QueryParam("embed") == "1") {
		framers = s.cfg.Framers
	}
	return s.cfg.Policy + "; form-action " + forms + "; frame-ancestors " + framers
}
