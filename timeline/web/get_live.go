package web

import (
	"encoding/json"
	"net/http"
	"strconv"
	"time"

	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/watch"

	"github.com/labstack/echo/v4"
	"github.com/tmaxmax/go-sse"
)

// livePath is where the stream of changes is.
const livePath = "/api/live"

const (
	heartbeat   = 15 * time.Second // between comments on a stream that has nothing to say
	mostSilence = 15 * time.Second // for which a client may take nothing
	retryAfter  = 3 * time.Second  // after which a client that lost its stream comes back
	mostTold    = 1000             // changes that are told at once
)

// versionEvent says which version of the data the stream has come to.
type versionEvent struct {
	Version string `json:"version"`
	// LeftOut is how many changes were not told, because there were too many: to be
	// asked for with /api/changes.
	LeftOut int `json:"left_out"`
}

// getLive answers /api/live?from=&to=&actor=&in=&bbox=&place=&near=&within_km=, or
// ?watch=: a stream of server-sent events, as what is known changes. An event
// "change" or "gone" for each change that came to be believed, or is so no more, and
// behind them "version", which has the id: who comes back with it as Last-Event-ID is
// told all that is otherwise since. The first event is a version.
func (s *Server) getLive(c echo.Context) error {
	r := c.Request()
	a, places, err := s.cfg.Source.Atlas(r.Context(), atlas.View{})
	if err != nil {
		return err
	}
	f, err := s.liveAsked(&call{Context: c, params: &params{query: r.URL.Query()}, atlas: a, places: places})
	if err != nil {
		return err
	}
	last := r.Header.Get("Last-Event-ID")
	since, err := timeline.ParseMark(last)
	if err != nil {
		return &paramError{"Last-Event-ID", last, "the id of an event of this stream", err.Error()}
	}
	leave, err := s.live.join(a, c.RealIP())
	if err != nil {
		c.Response().Header().Set(echo.HeaderRetryAfter, strconv.Itoa(int(heartbeat.Seconds())))
		return err
	}
	defer leave()
	h := c.Response().Header()
	h.Set(echo.HeaderContentType, "text/event-stream")
	h.Set(echo.HeaderCacheControl, "no-store")
	h.Set("X-Accel-Buffering", "no") // proxies are to hand on what they get
	if r.Method == http.MethodHead {
		return nil
	}
	out := &stream{to: c.Response(), control: http.NewResponseController(c.Response()), wanted: f, site: c.Scheme() + "://" + r.Host}
	// The limits of a request are for answers that end.
	if err := out.control.SetReadDeadline(time.Time{}); err != nil {
		return err
	}
	s.live.follow(r.Context().Done(), out, since)
	return nil
}

// liveAsked reads which changes a stream is to tell of.
func (s *Server) liveAsked(c *call) (atlas.Filter, error) {
	id, given := c.text("watch")
	if !given {
		return s.newsAsked(c)
	}
	if err := c.done(); err != nil {
		return atlas.Filter{}, err
	}
	w, err := s.cfg.Source.Watch(c.Request().Context(), id)
	return w.Query.Filter(), err
}

// follow writes into a stream what is new since a mark, zero for now, until done or
// the end of the server, or until the client takes no more.
func (l *live) follow(done <-chan struct{}, out *stream, since timeline.Mark) {
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	now := l.current()
	if since == (timeline.Mark{}) || since.Moment > now.mark.Moment { // of a file that has been replaced since
		since = now.mark
	}
	for told := (*tide)(nil); ; {
		var err error
		if now = l.current(); now != told {
			err = out.tell(now, since)
			told, since = now, now.mark
		}
		if err != nil {
			return // it comes back with the last id that it has heard
		}
		select {
		case <-now.turned:
		case <-beat.C:
			if out.beat() != nil {
				return
			}
		case <-done:
			return
		case <-l.closed:
			return
		}
	}
}

// stream is what one client listens to.
type stream struct {
	to      http.ResponseWriter
	control *http.ResponseController
	wanted  atlas.Filter
	site    string
}

// tell writes what is news since a mark, and then which version that is. Only the
// version has an id, so that nothing before it is lost where the connection breaks.
func (s *stream) tell(now *tide, since timeline.Mark) error {
	v := versionEvent{Version: now.atlas.Version()}
	told := 0
	for _, n := range now.since(since) {
		if !n.Passes(s.wanted) {
			continue
		}
		if told == mostTold {
			v.LeftOut++
			continue
		}
		told++
		kind := "change"
		if n.Gone {
			kind = "gone"
		}
		if err := s.write(&sse.Message{Type: sse.Type(kind)}, watch.Tell(n.Change, s.site)); err != nil {
			return err
		}
	}
	id, err := sse.NewID(now.mark.String())
	if err == nil {
		err = s.write(&sse.Message{Type: sse.Type("version"), ID: id, Retry: retryAfter}, v)
	}
	if err != nil {
		return err
	}
	return s.control.Flush()
}

func (s *stream) write(m *sse.Message, v any) error {
	body, err := json.Marshal(v)
	if err != nil {
		return err
	}
	m.AppendData(string(body))
	return s.send(m)
}

func (s *stream) send(m *sse.Message) error {
	if err := s.control.SetWriteDeadline(time.Now().Add(mostSilence)); err != nil {
		return err
	}
	_, err := m.WriteTo(s.to)
	return err
}

// beat says that the stream is still there.
func (s *stream) beat() error {
	m := &sse.Message{}
	m.AppendComment("still here")
	if err := s.send(m); err != nil {
		return err
	}
	return s.control.Flush()
}
