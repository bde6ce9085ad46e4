package web

import (
	"bytes"
	"cmp"
	"fmt"
	"math"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/feed"
	"frontline/timeline/plain"
	"frontline/timeline/watch"

	"github.com/labstack/echo/v4"
)

// mostEntries is the most entries of a feed that can be asked for at once;
// someEntries is how many come unasked.
const (
	mostEntries = 200
	someEntries = 50
)

// Where feeds are.
const (
	changesFeed  = "/feeds/changes.atom"
	watchedFeeds = "/feeds/watches/"
	atomSuffix   = ".atom"
)

// routeFeeds sets up what tells of changes as they become known. Saved queries are
// made by the command alone: over HTTP nothing is ever changed.
func (s *Server) routeFeeds(get func(path string, h echo.HandlerFunc)) {
	get(changesFeed, s.asked(s.getChangesFeed))
	get(watchedFeeds+":id", s.getWatchFeed)
	get(livePath, s.getLive)
}

// getChangesFeed answers /feeds/changes.atom?from=&to=&actor=&in=&bbox=&place=&near=
// &within_km=&lang=&limit=&offset=: the changes of /api/changes, what became known
// last first. near is a place or LON,LAT.
func (s *Server) getChangesFeed(c *call) error {
	f := s.feedAsked(c)
	asked, err := s.newsAsked(c)
	if err != nil {
		return err
	}
	identity := url.Values{}
	for name, values := range c.query {
		if !slices.Contains([]string{"lang", "limit", "offset"}, name) {
			identity[name] = values
		}
	}
	f.id = "tag:frontline,2026:feed/changes?" + identity.Encode()
	return s.replyFeed(c, f, asked)
}

// getWatchFeed answers /feeds/watches/{id}.atom?lang=&limit=&offset=: the changes that
// a saved query wants, likewise.
func (s *Server) getWatchFeed(c echo.Context) error {
	id, ok := strings.CutSuffix(c.Param("id"), atomSuffix)
	if !ok {
		return timeline.ErrNotFound
	}
	w, err := s.cfg.Source.Watch(c.Request().Context(), id)
	if err != nil {
		return err // also to who has a feed of a query that is there no more
	}
	return s.asked(func(c *call) error {
		f := s.feedAsked(c)
		if err := c.done(); err != nil {
			return err
		}
		f.id, f.name = "tag:frontline,2026:feed/watch/"+w.ID, w.Name
		return s.replyFeed(c, f, w.Query.Filter())
	})(c)
}

// feedQuestion is how a feed is to be told.
type feedQuestion struct {
	window
	lang     string
	id, name string // name is "" for that of all changes
}

func (s *Server) feedAsked(c *call) feedQuestion {
	lang := choice(c.params, "lang", s.plain.Languages())
	return feedQuestion{lang: cmp.Or(lang, s.plain.Preferred("en")),
		window: window{Limit: c.integer("limit", 1, mostEntries, someEntries), Offset: c.integer("offset", 0, math.MaxInt32, 0)}}
}

// newsAsked reads which changes are wanted: the parameters of /api/changes, and near
// and within_km, both or neither. Those that the question has beside them must have
// been read.
func (s *Server) newsAsked(c *call) (atlas.Filter, error) {
	const mostKm = 1000
	near, isNear := c.text("near")
	km := c.kilometres("within_km", mostKm)
	if lacks := map[bool]string{false: "near", true: "within_km"}[isNear]; isNear != c.query.Has("within_km") {
		c.missing(lacks, "near and within_km together")
	}
	f, err := s.changesAsked(c)
	if err != nil || !isNear {
		return f, err
	}
	f.Near = &atlas.Near{Km: km}
	var isPoint bool
	if f.Near.At, isPoint, err = atlas.NearPoint(near); err != nil {
		c.wrong("near", near, "LON,LAT in degrees, or a place", err.Error())
	}
	if isPoint {
		return f, c.done()
	}
	place, err := c.placeOf("near", near, "")
	f.Near.At = place.At
	return f, err
}

// kilometres reads a distance above 0; without one, it is 0.
func (p *params) kilometres(name string, most float64) float64 {
	allowed := fmt.Sprintf("kilometres, above 0 to %g", most)
	s, given := p.one(name, allowed)
	if !given {
		return 0
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || !(v > 0 && v <= most) {
		p.wrong(name, s, allowed, fmt.Sprintf("%q: want %s", s, allowed))
	}
	return v
}

// learned is a change and when it became known.
type learned struct {
	atlas.Change
	first, last timeline.Moment
}

// replyFeed answers with a page of the changes that pass.
func (s *Server) replyFeed(c *call, q feedQuestion, f atlas.Filter) error {
	var all []learned
	for _, change := range c.atlas.Changes(f).Changes {
		first, last := c.atlas.Learned(&change)
		all = append(all, learned{change, first, last})
	}
	slices.SortStableFunc(all, func(x, y learned) int { return cmp.Or(cmp.Compare(y.last, x.last), cmp.Compare(y.Day, x.Day)) })
	var out feed.Feed
	if len(all) > 0 {
		out.Updated = all[0].last
	}
	from := min(q.Offset, len(all))
	shown := all[from:min(len(all), from+q.Limit)]
	site := c.site()
	out.ID, out.Lang, out.Page = q.id, q.lang, site+"/"
	out.Self = site + c.Request().URL.RequestURI()
	out.First = c.turned(0)
	if q.Offset > 0 {
		out.Prev = c.turned(max(0, q.Offset-q.Limit))
	}
	if from+len(shown) < len(all) {
		out.Next = c.turned(q.Offset + q.Limit)
	}
	s.tell(&out, c.atlas, shown, site)
	out.Title = cmp.Or(q.name, out.Title)
	var body bytes.Buffer
	if err := feed.Write(&body, out); err != nil {
		return err
	}
	return c.send(feed.MediaType, body.Bytes())
}

// tell puts changes into a feed, in its language.
func (s *Server) tell(out *feed.Feed, a *atlas.Atlas, changes []learned, site string) {
	list := make([]atlas.Change, len(changes))
	for i := range changes {
		list[i] = changes[i].Change
	}
	title, words := s.plain.Changes(out.Lang, a, list)
	out.Title = title
	for i, c := range changes {
		e := feed.Entry{ID: c.ID(), Title: words[i].Title, Text: words[i].Text, Published: c.first, Updated: c.last,
			At: [2]float64{c.Place.Lon, c.Place.Lat}, Page: watch.PageOf(&c.Change, site) + "&lang=" + out.Lang}
		for _, because := range c.Because {
			source := feed.Source{Address: plain.WebAddress(because.Report.URL), Title: cmp.Or(because.Report.Title, because.Report.Source)}
			if source.Address != "" && !slices.Contains(e.Sources, source) {
				e.Sources = append(e.Sources, source)
			}
		}
		out.Entries = append(out.Entries, e)
	}
}

// site is where the server was asked, as "https://example.org".
func (c *call) site() string { return c.Scheme() + "://" + c.Request().Host }

// turned is the address of the same feed from another entry on.
func (c *call) turned(offset int) string {
	q := url.Values{}
	for name, values := range c.query {
		q[name] = values
	}
	if q.Del("offset"); offset > 0 {
		q.Set("offset", strconv.Itoa(offset))
	}
	address := c.site() + c.Request().URL.EscapedPath()
	if len(q) > 0 {
		address += "?" + q.Encode()
	}
	return address
}
