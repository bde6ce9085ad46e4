package watch

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/url"
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

// deliveries are the messages that tell of those of the news that a watch wants, none
// where it wants none. The same news have the same ids.
func deliveries(w Watch, news []atlas.News, to timeline.Mark, version, site string, now timeline.Moment) ([]Delivery, error) {
	var out []Delivery
	f := w.Query.Filter()
	data := changesData{}
	begin := func() {
		data = changesData{Watch: watchView{w.ID, w.Name}, Version: version, Changes: []Told{}, Gone: []Told{}}
	}
	end := func() error {
		if len(data.Changes)+len(data.Gone) == 0 {
			return nil
		}
		body, err := json.Marshal(message{typeChanges, now, data})
		sum := sha256.Sum256([]byte(strings.Join([]string{w.ID, w.Seen.String(), to.String(), data.first()}, "\x00")))
		out = append(out, Delivery{"msg_" + hex.EncodeToString(sum[:12]), string(body)})
		begin()
		return err
	}
	begin()
	for i := range news {
		n := &news[i]
		if !n.Passes(f) {
			continue
		}
		told := Tell(n.Change, site)
		if n.Gone {
			data.Gone = append(data.Gone, told)
		} else {
			data.Changes = append(data.Changes, told)
		}
		if len(data.Changes)+len(data.Gone) < changesAtOnce {
			continue
		}
		if err := end(); err != nil {
			return nil, err
		}
	}
	err := end()
	return out, err
}

// first names the first change of a message that is not empty.
func (d *changesData) first() string {
	if len(d.Gone) > 0 {
		return "-" + d.Gone[0].ID
	}
	return "+" + d.Changes[0].ID
}

// TestMessage is what tries whether a webhook listens.
func TestMessage(w Watch, now timeline.Moment) (Delivery, error) {
	body, err := json.Marshal(message{typeTest, now, struct {
		Watch watchView `json:"watch"`
	}{watchView{w.ID, w.Name}}})
	return Delivery{"msg_test_" + NewID(), string(body)}, err
}
