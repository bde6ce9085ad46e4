// Package feed writes feeds that readers of news and maps subscribe to: Atom (RFC
// 4287) with the places as GeoRSS Simple, in pages (RFC 5005).
package feed

import (
	"encoding/xml"
	"io"
	"strconv"

	"frontline/timeline"

	"github.com/paulmach/orb"
)

// MediaType is that of a feed.
const MediaType = "application/atom+xml; charset=utf-8"

// Feed is what is written. Addresses are whole ones. What is told is text: nothing of
// it is taken for markup.
type Feed struct {
	ID      string // an IRI that never changes
	Title   string
	Lang    string          // BCP 47
	Updated timeline.Moment // when anything of it last changed; the zero Moment is 1970
	Self    string          // address of the feed
	Page    string          // address of what it is a feed of
	First   string          // address of its first page
	Prev    string          // addresses of the pages before and after; "" for none
	Next    string
	Entries []Entry
}

// Entry is one piece of news.
type Entry struct {
	ID        string // an IRI that never changes
	Title     string
	Text      string
	Published timeline.Moment // when it was first known
	Updated   timeline.Moment // when it was last told anew
	At        orb.Point       // lon, lat
	Page      string          // address of the page that shows it
	Sources   []Source
}

// Source is where news comes from.
type Source struct {
	Address string
	Title   string
}

const (
	atomSpace   = "http://www.w3.org/2005/Atom"
	geoRSSSpace = "http://www.georss.org/georss"
)

// Write writes a feed. Its entries are in the order given.
func Write(w io.Writer, f Feed) error {
	doc := atomFeed{Space: atomSpace, GeoRSS: geoRSSSpace, Lang: f.Lang, ID: f.ID, Title: f.Title, Updated: stamp(f.Updated), Generator: "frontline",
		Author: person{Name: "frontline"}, Entries: make([]atomEntry, len(f.Entries))}
	link := func(rel, kind, href string) {
		if href != "" {
			doc.Links = append(doc.Links, atomLink{Rel: rel, Type: kind, Href: href})
		}
	}
	const page, atom = "text/html", "application/atom+xml"
	link("self", atom, f.Self)
	link("alternate", page, f.Page)
	link("first", atom, f.First)
	link("previous", atom, f.Prev)
	link("next", atom, f.Next)
	for i, e := range f.Entries {
		out := atomEntry{ID: e.ID, Title: e.Title, Published: stamp(e.Published), Updated: stamp(e.Updated),
			Content: content{"text", e.Text}, Point: degrees(e.At.Lat()) + " " + degrees(e.At.Lon()),
			Links: []atomLink{{Rel: "alternate", Type: page, Href: e.Page}}}
		for _, s := range e.Sources {
			out.Links = append(out.Links, atomLink{Rel: "via", Href: s.Address, Title: s.Title})
		}
		doc.Entries[i] = out
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	return xml.NewEncoder(w).Encode(doc)
}

func degrees(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// epoch is the zero Moment, which a feed has to say something for.
const epoch = "1970-01-01T00:00:00Z"

func stamp(m timeline.Moment) string {
	if !m.Known() {
		return epoch
	}
	return m.String()
}
