package watch

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"frontline/timeline"
	"frontline/timeline/atlas"
)

// Told is a change as streams and webhooks tell it: as the API does, with its name
// and the page that shows it.
type Told struct {
	ID   string `json:"id"`   // as Change.ID gives
	Link string `json:"link"` // of the page; "" where nobody knows where it is served
	atlas.Change
}

// Tell tells of a change. site is where the page is served, as
// "https://example.org"; "" where nobody knows.
func Tell(c atlas.Change, site string) Told {
	told := Told{ID: c.ID(), Change: c}
	if site != "" {
		told.Link = PageOf(&c, site)
	}
	return told
}

// PageOf is the address of the page that shows the place of a change on its day.
func PageOf(c *atlas.Change, site string) string {
	return strings.TrimSuffix(site, "/") + "/#day=" + c.Day.String() + "&place=" + url.QueryEscape(c.Place.ID)
}

// Delivery is news on their way to a webhook.
type Delivery struct {
	ID   string // what receivers tell one that comes twice by
	Body string // JSON of a message
}

// The types of messages.
const (
	typeChanges = "changes"
	typeTest    = "test"
)

// message is what a webhook is sent, in the form of Standard Webhooks.
type message struct {
	Type      string          `json:"type"`
	Timestamp timeline.Moment `json:"timestamp"` // when it was queued
	Data      any             `json:"data"`
}

type watchView struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

type changesData struct {
	Watch   watchView `json:"watch"`
	Version string    `json:"version"` // of the data, as /api/meta says
	Changes []Told    `json:"changes"` // that came to be believed; never nil
	Gone    []Told    `json:"gone"`    // that are believed no more; never nil
}

// changesAtOnce is how many changes are told in one message at most: receivers do not
// take messages of any length.
const changesAtOnce = 25

// looking is a look for news on behalf of a watch.
type looking struct {
	Watch
	to      timeline.Mark // up to where
	at      timeline.Moment
	version string // of the data
	site    string
}

// deliveries are the messages that tell of those of the news that the watch wants,
// none where it wants none. The same news have the same ids.
func (l *looking) deliveries(news []atlas.News) ([]Delivery, error) {
	var wanted []*atlas.News
	f := l.Query.Filter()
	for i := range news {
		if news[i].Passes(f) {
			wanted = append(wanted, &news[i])
		}
	}
	var out []Delivery
	for part := range slices.Chunk(wanted, changesAtOnce) {
		data := changesData{Watch: watchView{l.ID, l.Name}, Version: l.version, Changes: []Told{}, Gone: []Told{}}
		for _, n := range part {
			if told := Tell(n.Change, l.site); n.Gone {
				data.Gone = append(data.Gone, told)
			} else {
				data.Changes = append(data.Changes, told)
			}
		}
		body, err := json.Marshal(message{typeChanges, l.at, data})
		if err != nil {
			return nil, err
		}
		sum := sha256.Sum256(fmt.Append(nil, l.ID, "\x00", l.Seen, "\x00", l.to, "\x00", len(out)))
		out = append(out, Delivery{"msg_" + hex.EncodeToString(sum[:12]), string(body)})
	}
	return out, nil
}

// TestMessage is what tries whether a webhook listens.
func TestMessage(w Watch, now timeline.Moment) (Delivery, error) {
	body, err := json.Marshal(message{typeTest, now, struct {
		Watch watchView `json:"watch"`
	}{watchView{w.ID, w.Name}}})
	return Delivery{"msg_test_" + NewID(), string(body)}, err
}
