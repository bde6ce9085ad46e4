package watch

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"sync"
	"time"

	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/webhook"
)

// GiveUpAfter is for how long a delivery is tried, since it was queued.
const GiveUpAfter = 5 * 24 * time.Hour

const (
	look       = time.Second      // between looks for news and for what is due
	firstPause = 10 * time.Second // after the first failure; twice as long after each more
	longest    = 6 * time.Hour    // pause
	lease      = 2 * time.Minute  // for which an attempt has a delivery for itself
	atOnce     = 16               // watches that are delivered to at the same time
)

// Courier finds news and delivers them, at least once: what a receiver has heard, and
// could not say so, comes again under the same id.
type Courier struct {
	Store  Store
	Atlas  func(context.Context) (*atlas.Atlas, error) // of what is known now
	Site   string                                      // where the page is served; "" where nobody knows
	Log    *slog.Logger
	Now    func() time.Time
	Pause  time.Duration // after the first failure; 0 is ten seconds
	sender *webhook.Sender

	mu   sync.Mutex
	busy map[string]bool // watches that are delivered to
	away map[string]bool // watches whose receiver was not there, or asked to be spared, when it was last tried
}

// Run delivers until ctx ends, and lets the attempts that are under way end. What
// cannot be done now is logged and tried again; a store that cannot be read at the
// beginning is an error.
func (c *Courier) Run(ctx context.Context) error {
	c.begin()
	var attempts sync.WaitGroup
	defer attempts.Wait()
	err := c.find(ctx)
	for slots := make(chan struct{}, atOnce); err == nil; {
		due, err := c.due(ctx, c.now())
		if err != nil && ctx.Err() == nil {
			c.Log.Error("deliveries not read", "error", err)
		}
		c.set(ctx, due, &attempts, slots)
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(look):
		}
		if err := c.find(ctx); err != nil && ctx.Err() == nil {
			c.Log.Error("no news found", "error", err)
		}
	}
	return err
}

// Once finds what is new, and tries all that is due, once each; of a watch whose receiver
// is not there no more than shows that.
func (c *Courier) Once(ctx context.Context) error {
	c.begin()
	if err := c.find(ctx); err != nil {
		return err
	}
	start := c.now()
	for {
		due, err := c.due(ctx, start)
		maps.DeleteFunc(due, func(watch string, _ []Parcel) bool { return c.away[watch] }) // nobody else is at it now
		if err != nil || len(due) == 0 {
			return err
		}
		var attempts sync.WaitGroup
		c.set(ctx, due, &attempts, make(chan struct{}, atOnce))
		attempts.Wait()
	}
}

func (c *Courier) begin() {
	c.sender, c.busy, c.away = webhook.NewSender(), map[string]bool{}, map[string]bool{}
}

func (c *Courier) now() timeline.Moment { return timeline.MomentOf(c.Now()) }

// find queues what is new to each watch.
func (c *Courier) find(ctx context.Context) error {
	a, err := c.Atlas(ctx)
	if err != nil {
		return err
	}
	watches, err := c.Store.Watches(ctx)
	if err != nil {
		return err
	}
	to, now := a.Mark(), c.now()
	news := map[timeline.Mark][]atlas.News{}
	var found []Found
	for _, w := range watches {
		if w.Webhook == "" || w.Seen == to {
			continue
		}
		if _, looked := news[w.Seen]; !looked {
			news[w.Seen] = a.News(w.Seen)
		}
		look := looking{w.Watch, to, now, a.Version(), c.Site}
		list, err := look.deliveries(news[w.Seen])
		if err != nil {
			return fmt.Errorf("watch %s: %w", w.ID, err)
		}
		found = append(found, Found{w.ID, w.Seen, to, now, list})
	}
	if len(found) == 0 {
		return nil
	}
	return c.Store.Queue(ctx, found)
}

// due is what may be tried at a moment, by watch.
func (c *Courier) due(ctx context.Context, at timeline.Moment) (map[string][]Parcel, error) {
	parcels, err := c.Store.Due(ctx, at)
	by := map[string][]Parcel{}
	for _, p := range parcels {
		by[p.Watch] = append(by[p.Watch], p)
	}
	return by, err
}

// set sets off with parcels. Each watch is delivered to by itself: a receiver that does
// not answer keeps nobody else waiting. One that answers is told the rest even where it
// takes something amiss, which may be due to that alone.
func (c *Courier) set(ctx context.Context, due map[string][]Parcel, attempts *sync.WaitGroup, slots chan struct{}) {
	for watch, parcels := range due {
		if !c.take(watch) {
			continue
		}
		attempts.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			away := false
			for _, p := range parcels {
				var answer *webhook.Failure
				err := c.deliver(ctx, p)
				if away = err != nil && !(errors.As(err, &answer) && answer.Answered()); away {
					break // the rest may go next time
				}
			}
			c.free(watch, away)
		})
	}
}

func (c *Courier) take(watch string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.busy[watch] {
		return false
	}
	c.busy[watch] = true
	return true
}

func (c *Courier) free(watch string, away bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.busy, watch)
	c.away[watch] = away
}

// errGone says that somebody else has a delivery, or had it.
var errGone = errors.New("somebody else has it")

// deliver tries a delivery. It is an error where it has not arrived.
func (c *Courier) deliver(ctx context.Context, p Parcel) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	start := c.Now()
	ours, err := c.Store.Take(ctx, p.ID, timeline.MomentOf(start), timeline.MomentOf(start.Add(lease)))
	if err != nil || !ours {
		return cmp.Or(err, errGone)
	}
	// An attempt that was begun is ended, and what became of it written down: the
	// receiver may have heard.
	ctx = context.WithoutCancel(ctx)
	failed := c.sender.Send(ctx, p.To, webhook.Message{ID: p.ID, Body: []byte(p.Body)})
	outcome := c.outcome(p, failed)
	log := c.Log.With("watch", p.Watch, "delivery", p.ID, "attempt", p.Attempts+1)
	switch {
	case failed == nil:
		log.Info("delivered")
	case outcome.Again.Known():
		log.Warn("not delivered", "error", outcome.Err, "again", outcome.Again)
	default:
		log.Error("given up", "error", outcome.Err, "queued", p.Queued)
	}
	if err := c.Store.Settle(ctx, p.ID, outcome); err != nil {
		log.Error("attempt not written down: it comes again", "error", err)
		return err
	}
	return failed
}

// outcome is what becomes of a delivery after an attempt.
func (c *Courier) outcome(p Parcel, failed error) Outcome {
	o := Outcome{At: c.now()}
	if failed == nil {
		return o
	}
	o.Err = failed.Error()
	least := cmp.Or(c.Pause, firstPause)
	pause := least
	var answer *webhook.Failure
	if errors.As(failed, &answer) {
		pause = answer.Pause(least, longest, p.Attempts+1)
	}
	if again := o.At + timeline.Moment(pause.Milliseconds()); again < p.Queued+timeline.Moment(GiveUpAfter.Milliseconds()) {
		o.Again = again
	}
	return o
}
