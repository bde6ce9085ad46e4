package web

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"time"

	"frontline/timeline"
	"frontline/timeline/atlas"
)

// mostStreams is how many streams may be open at once, and mostOfHost how many of them
// from one address, so that one who never reads does not shut out all others.
const (
	mostStreams = 256
	mostOfHost  = 64
)

// errTooMany says that there are as many already.
var errTooMany = errors.New("too many live streams are open: try again later")

// live is what all streams share: one look at the source for all of them, and none
// while there are no streams. Nothing is kept for a stream but how far it has been
// told: who is slow, or comes back, is told what is otherwise now than it was then.
type live struct {
	source Source
	log    *slog.Logger
	closed chan struct{} // when the server ends

	mu   sync.Mutex
	open int
	of   map[string]int     // how many of them each host has
	stop context.CancelFunc // of looking
	now  *tide
}

// tide is what is known at a time.
type tide struct {
	atlas  *atlas.Atlas
	mark   timeline.Mark
	turned chan struct{} // closed once there is another tide
	last   timeline.Mark // of the tide before
	news   func() []atlas.News
}

// newTide is the tide after one that had come as far as last.
func newTide(a *atlas.Atlas, last timeline.Mark) *tide {
	return &tide{atlas: a, mark: a.Mark(), turned: make(chan struct{}), last: last, news: sync.OnceValue(func() []atlas.News { return a.News(last) })}
}

// since are the news since a mark. Those of the tide before are kept, for nearly all
// streams ask for them; those of other marks, which clients may make up, are not.
func (t *tide) since(m timeline.Mark) []atlas.News {
	if m == t.last {
		return t.news()
	}
	return t.atlas.News(m)
}

// join opens one more stream of a host, which begins with an atlas that was just asked
// for. leave closes it.
func (l *live) join(a *atlas.Atlas, host string) (leave func(), err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.open == mostStreams || l.of[host] == mostOfHost {
		return nil, errTooMany
	}
	l.of[host]++
	if l.open++; l.open == 1 { // else what is looked at is not older
		l.turn(a)
		ctx, stop := context.WithCancel(context.Background())
		l.stop = stop
		go l.look(ctx)
	}
	return func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		if l.of[host]--; l.of[host] == 0 {
			delete(l.of, host)
		}
		if l.open--; l.open == 0 {
			l.stop()
		}
	}, nil
}

// turn makes an atlas the current one, if it is another. l.mu is held.
func (l *live) turn(a *atlas.Atlas) {
	switch last := l.now; {
	case last == nil:
		l.now = newTide(a, a.Mark())
	case last.atlas.Version() != a.Version():
		l.now = newTide(a, last.mark)
		close(last.turned)
	}
}

// current is what is known now.
func (l *live) current() *tide {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.now
}

// look asks the source again and again until ctx ends.
func (l *live) look(ctx context.Context) {
	const pause = time.Second
	failing := false
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(pause):
		}
		a, _, err := l.source.Atlas(ctx, atlas.View{})
		if err != nil && !failing && ctx.Err() == nil {
			l.log.Error("live streams do not know what is new", "error", err)
		}
		failing = err != nil
		l.mu.Lock()
		if err == nil && ctx.Err() == nil {
			l.turn(a)
		}
		l.mu.Unlock()
	}
}

// end ends all streams, for good.
func (l *live) end() { close(l.closed) }
