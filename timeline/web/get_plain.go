package web

import (
	"errors"
	"maps"
	"math"
	"net/http"
	"slices"

	"frontline/timeline"
	"frontline/timeline/answer"
	"frontline/timeline/atlas"
	"frontline/timeline/fulltext"
	"frontline/timeline/plain"

	"github.com/labstack/echo/v4"
)

// plainPath is where the plain view is.
const plainPath = plain.Path

// reportsAtOnce is how many of the reports that were found the plain view shows.
const reportsAtOnce = 20

// getPlain answers /plain?lang=&day=&place=&report=&q=&actor=&in=&page=: a page that
// needs no script. It is that of a report, a place, words that are looked for or,
// unasked, a day: the last that is known where none is given. actor and in narrow the
// places of a day. Parameters without a value are as if they were not given: a form
// sends all of its fields.
func (s *Server) getPlain(c *call) error {
	maps.DeleteFunc(c.query, func(_ string, values []string) bool { return slices.Max(values) == "" })
	v := plain.Visit{Lang: choice(c.params, "lang", s.plain.Languages()), Asked: c.query, Day: c.optionalDay("day"), Atlas: c.atlas}
	report, reported := c.text("report")
	place, placed := c.text("place")
	words := c.words("q")
	q := plain.DayQuestion{Actor: choice(c.params, "actor", s.actors()), Admin1: c.governorate(),
		Page: c.integer("page", 1, math.MaxInt32, 1), Governorates: c.places.Governorates()}
	if err := c.done(); err != nil {
		return err
	}
	if v.Lang == "" {
		return c.toPreferred(s.plain)
	}
	if v.Last = c.atlas.Days().To; v.Last.Known() {
		v.Last--
	}
	if !v.Day.Known() {
		v.Day = v.Last
	}
	switch {
	case reported:
		return s.plainReport(c, v, report)
	case placed:
		p, err := c.placeOf("place", place, "")
		if err != nil {
			return err
		}
		return c.plainly(s.plain.Place(v, p))
	case words != nil:
		return s.plainFound(c, v, words, q.Page)
	}
	return c.plainly(s.plain.Day(v, q))
}

// toPreferred leads to the same page in the language that the browser prefers, so that
// an address always says in which language it answers.
func (c *call) toPreferred(pages *plain.Pages) error {
	h := c.Response().Header()
	h.Set(echo.HeaderVary, "Accept-Language")
	c.query.Set("lang", pages.Preferred(c.Request().Header.Get("Accept-Language")))
	return c.Redirect(http.StatusFound, plainPath+"?"+c.query.Encode())
}

// plainReport answers with a report, if it is known in the view.
func (s *Server) plainReport(c *call, v plain.Visit, id string) error {
	if _, known := c.atlas.Report(id); !known {
		return timeline.ErrNotFound
	}
	r, err := s.cfg.Source.Report(c.Request().Context(), id)
	if err != nil {
		return err
	}
	return c.plainly(s.plain.Report(v, r))
}

// plainFound answers with the places and reports that words find.
func (s *Server) plainFound(c *call, v plain.Visit, q fulltext.Query, page int) error {
	typed := c.query.Get("q")
	f := plain.Found{Words: typed, Places: timeline.RankedJSON(c.places.Search(typed, somePlaces)), Page: min(page, math.MaxInt32/reportsAtOnce)}
	list, err := s.reports(c, q, atlas.Filter{}, window{Limit: reportsAtOnce, Offset: (f.Page - 1) * reportsAtOnce})
	if err != nil {
		return err
	}
	f.Total, f.Pages = list.Total, (list.Total+reportsAtOnce-1)/reportsAtOnce
	for _, r := range list.Reports {
		f.Reports = append(f.Reports, plain.FoundReport(r))
	}
	return c.plainly(s.plain.Found(v, f))
}

func (c *call) plainly(body []byte, err error) error {
	if err != nil {
		return err
	}
	return c.send(echo.MIMETextHTMLCharsetUTF8, body)
}

// failPlain says in a page why there is no answer.
func (s *Server) failPlain(c echo.Context, status int, err error, body any) error {
	asked := c.QueryParams()
	v := plain.Visit{Lang: asked.Get("lang"), Asked: asked}
	if !slices.Contains(s.plain.Languages(), v.Lang) {
		v.Lang = s.plain.Preferred(c.Request().Header.Get("Accept-Language"))
	}
	message := "internal error"
	if said, ok := body.(answer.Failure); ok {
		message = said.Error
	} else if status < http.StatusInternalServerError {
		message = err.Error()
	}
	var place *placeError
	var candidates []timeline.RankedView
	if errors.As(err, &place) {
		candidates = place.candidates
	}
	html, err := s.plain.Failure(v, message, candidates)
	if err != nil {
		return err
	}
	return c.Blob(status, echo.MIMETextHTMLCharsetUTF8, html)
}
