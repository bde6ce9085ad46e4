// Package watch keeps questions for somebody: whenever the answer changes, it says
// so to an address, signed, until it is heard.
package watch

import (
	"crypto/rand"
	"fmt"
	"strings"

	"frontline/timeline"
	"frontline/timeline/atlas"

	"github.com/paulmach/orb"
)

// Query is a saved question: which changes are wanted. What is left out narrows
// nothing; the zero Query wants all of them.
type Query struct {
	Actors []timeline.Actor `json:"actors,omitempty"` // one of which is in the place before or after
	Admin1 string           `json:"in,omitempty"`     // governorate, as the gazetteer names it
	Place  string           `json:"place,omitempty"`  // id
	Bound  *orb.Bound       `json:"bbox,omitempty"`   // lon, lat
	Near   *atlas.Near      `json:"near,omitempty"`
}

// Filter lets through what the question wants.
func (q Query) Filter() atlas.Filter {
	return atlas.Filter{Actors: q.Actors, Admin1: q.Admin1, Place: q.Place, Bound: q.Bound, Near: q.Near}
}

// String is the question in short: "within 10 km of 38.2,35.1; actor sdf".
func (q Query) String() string {
	var parts []string
	add := func(asked bool, format string, args ...any) {
		if asked {
			parts = append(parts, fmt.Sprintf(format, args...))
		}
	}
	if q.Near != nil {
		add(true, "within %g km of %g,%g", q.Near.Km, q.Near.At.Lon(), q.Near.At.Lat())
	}
	add(q.Place != "", "place %s", q.Place)
	add(q.Admin1 != "", "in %s", q.Admin1)
	if q.Bound != nil {
		add(true, "in the box %g,%g,%g,%g", q.Bound.Left(), q.Bound.Bottom(), q.Bound.Right(), q.Bound.Top())
	}
	for _, a := range q.Actors {
		add(true, "actor %s", a)
	}
	add(len(parts) == 0, "everything")
	return strings.Join(parts, "; ")
}

// Watch is a question that was saved.
type Watch struct {
	ID      string // as NewID gives: who knows it may read the feed
	Name    string // for people
	Query   Query
	Webhook string        // where news are sent to; "" for nowhere
	Seen    timeline.Mark // up to which news were queued; what is recorded later is news
}

// NewID is an id that nobody guesses: 12 letters and digits, 60 bits.
func NewID() string { return strings.ToLower(rand.Text()[:12]) }

// Status is how a watch is doing.
type Status struct {
	Watch
	Created     timeline.Moment
	Delivered   int             // deliveries that arrived
	DeliveredAt timeline.Moment // the last of them; zero for none
	Waiting     int             // deliveries that are to be tried, again or for the first time
	NextAt      timeline.Moment // when the first of them is; zero for none
	GivenUp     int             // deliveries that were tried for GiveUpAfter, in vain
	LastError   string          // of a delivery that has not arrived; "" for none
}
