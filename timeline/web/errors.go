package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"frontline/timeline"
	"frontline/timeline/answer"
	"frontline/timeline/atlas"

	"github.com/labstack/echo/v4"
)

// paramError is a parameter that cannot be understood.
type paramError struct {
	Parameter string
	Value     string // as it came
	Allowed   string
	problem   string // what is wrong, without the name
}

func (e *paramError) Error() string { return e.Parameter + ": " + e.problem }

// placeError is a name that is not the name of one place.
type placeError struct {
	parameter  string
	name       string
	several    bool // more than one place of that name, rather than none
	candidates []timeline.RankedView
}

func (e *placeError) Error() string {
	if e.several {
		return fmt.Sprintf("%s: %q is the name of %d places", e.parameter, e.name, len(e.candidates))
	}
	return fmt.Sprintf("%s: no place %q", e.parameter, e.name)
}

// failureOf is the one table from errors to statuses and bodies. What it does
// not list is an internal error, whose cause is not shown.
func failureOf(err error, path string) (int, any) {
	var (
		param  *paramError
		place  *placeError
		routed *echo.HTTPError
	)
	shown := answer.Failure{Error: err.Error()}
	switch {
	case errors.As(err, &param):
		return http.StatusBadRequest, answer.ParameterFailure{Failure: shown, Parameter: param.Parameter, Value: param.Value, Allowed: param.Allowed}
	case errors.As(err, &place) && place.several:
		return http.StatusMultipleChoices, answer.PlaceFailure{Failure: shown, Candidates: place.candidates}
	case errors.As(err, &place):
		return http.StatusNotFound, answer.PlaceFailure{Failure: shown, Candidates: place.candidates}
	case errors.Is(err, atlas.ErrRegion), errors.Is(err, atlas.ErrNotDrawn):
		return http.StatusBadRequest, shown
	case errors.Is(err, context.DeadlineExceeded):
		return http.StatusServiceUnavailable, answer.Failure{Error: fmt.Sprintf("not answered within %s: ask for less", answerTimeout)}
	case errors.Is(err, errTooMany):
		return http.StatusServiceUnavailable, shown
	case errors.Is(err, timeline.ErrNotFound):
		return http.StatusNotFound, answer.Failure{Error: path + ": not found"}
	case errors.As(err, &routed) && routed.Code < http.StatusInternalServerError:
		return routed.Code, answer.Failure{Error: path + ": " + strings.ToLower(http.StatusText(routed.Code))}
	}
	return http.StatusInternalServerError, answer.Failure{Error: "internal error"}
}

// fail answers with an error.
func (s *Server) fail(err error, c echo.Context) {
	r := c.Request()
	status, body := failureOf(err, r.URL.Path)
	if status == http.StatusInternalServerError && r.Context().Err() == nil {
		s.cfg.Log.ErrorContext(r.Context(), "request failed", "method", r.Method, "uri", r.RequestURI, "error", err)
	}
	if c.Response().Committed {
		return
	}
	answer := func() error { return c.JSON(status, body) }
	if r.URL.Path == plainPath {
		answer = func() error { return s.failPlain(c, status, err, body) }
	}
	if err := answer(); err != nil {
		s.cfg.Log.WarnContext(r.Context(), "answer not sent", "uri", r.RequestURI, "error", err)
	}
}
