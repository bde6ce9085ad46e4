package watch

import (
	"context"

	"frontline/timeline"
	"frontline/timeline/webhook"
)

// Store keeps watches and what is on its way to them.
type Store interface {
	// Watches are all watches, by id.
	Watches(ctx context.Context) ([]Status, error)
	// Queue puts what was found on its way and moves each watch to where it was
	// looked up to, all or nothing. A watch that is not there any more, or has been
	// moved by somebody else, is left as it is.
	Queue(ctx context.Context, found []Found) error
	// Due are the deliveries that may be tried at a moment, those that were tried least
	// often first, and of these the first queued; not too many of a watch at once.
	Due(ctx context.Context, at timeline.Moment) ([]Parcel, error)
	// Take counts an attempt, and makes the delivery due again at a moment unless it
	// is settled before. It is false where somebody else has taken it since at.
	Take(ctx context.Context, id string, at, again timeline.Moment) (bool, error)
	// Settle says what became of an attempt.
	Settle(ctx context.Context, id string, o Outcome) error
}

// Found is what came of looking for news: what is to be told, and up to where was
// looked.
type Found struct {
	Watch      string
	From, To   timeline.Mark
	At         timeline.Moment // by the clock that deliveries are tried by, which may go back
	Deliveries []Delivery
}

// Parcel is a delivery that is due, and where it goes.
type Parcel struct {
	Delivery
	Watch    string
	To       webhook.Endpoint
	Queued   timeline.Moment
	Attempts int // so far
}

// Outcome is what became of an attempt: it arrived, it is to be tried again, or it
// is given up.
type Outcome struct {
	At    timeline.Moment
	Err   string          // why it has not arrived; "" where it has
	Again timeline.Moment // when it is tried again; zero where it arrived or is given up
}
