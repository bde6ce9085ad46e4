package feed_test

import (
	"bytes"
	"encoding/xml"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"frontline/timeline"
	"frontline/timeline/feed"
)

// atom is a feed as a reader understands it, by names and namespaces.
type atom struct {
	XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
	ID      string   `xml:"http://www.w3.org/2005/Atom id"`
	Title   string   `xml:"http://www.w3.org/2005/Atom title"`
	Updated string   `xml:"http://www.w3.org/2005/Atom updated"`
	Author  string   `xml:"http://www.w3.org/2005/Atom author>name"`
	Links   []link   `xml:"http://www.w3.org/2005/Atom link"`
	Entries []entry  `xml:"http://www.w3.org/2005/Atom entry"`
}

type link struct {
	Rel  string `xml:"rel,attr"`
	Href string `xml:"href,attr"`
}

type entry struct {
	ID      string `xml:"http://www.w3.org/2005/Atom id"`
	Title   string `xml:"http://www.w3.org/2005/Atom title"`
	Updated string `xml:"http://www.w3.org/2005/Atom updated"`
	Links   []link `xml:"http://www.w3.org/2005/Atom link"`
	Content struct {
		Type string `xml:"type,attr"`
		Text string `xml:",chardata"`
		Any  []struct {
			XMLName xml.Name
		} `xml:",any"`
	} `xml:"http://www.w3.org/2005/Atom content"`
	Point string `xml:"http://www.georss.org/georss point"`
}

func read(t interface {
	Helper()
	Fatal(args ...any)
}, f feed.Feed) atom {
	t.Helper()
	var b bytes.Buffer
	if err := feed.Write(&b, f); err != nil {
		t.Fatal(err)
	}
	var a atom
	if err := xml.Unmarshal(b.Bytes(), &a); err != nil {
		t.Fatal(err, b.String())
	}
	return a
}

func TestFeedSaysWhatItHas(t *testing.T) {
	at := timeline.MomentOf(time.Date(2017, 8, 13, 12, 0, 0, 5e6, time.UTC))
	got := read(t, feed.Feed{ID: "tag:x,2026:f", Title: "News", Lang: "en", Updated: at, Self: "http://h/f?a=1&b=2", Page: "http://h/", Next: "http://h/f?offset=1",
		Entries: []feed.Entry{{ID: "tag:x,2026:e", Title: "Alpha", Text: "taken", Published: at, Updated: at, At: orb.Point{38.5, -0.000001}, Page: "http://h/#day=2017-08-13",
			Sources: []feed.Source{{Address: "https://example.org/1", Title: "First"}}}}})
	want := atom{XMLName: xml.Name{Space: "http://www.w3.org/2005/Atom", Local: "feed"}, ID: "tag:x,2026:f", Title: "News", Updated: "2017-08-13T12:00:00.005Z", Author: "frontline",
		Links: []link{{"self", "http://h/f?a=1&b=2"}, {"alternate", "http://h/"}, {"next", "http://h/f?offset=1"}}}
	e := entry{ID: "tag:x,2026:e", Title: "Alpha", Updated: "2017-08-13T12:00:00.005Z", Point: "-0.000001 38.5",
		Links: []link{{"alternate", "http://h/#day=2017-08-13"}, {"via", "https://example.org/1"}}}
	e.Content.Type, e.Content.Text = "text", "taken"
	want.Entries = []entry{e}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A feed has to have a moment, also before anything is known.
func TestFeedOfNothing(t *testing.T) {
	if got := read(t, feed.Feed{ID: "tag:x,2026:f", Title: "News"}); got.Updated != "1970-01-01T00:00:00Z" || len(got.Entries) != 0 {
		t.Errorf("%+v", got)
	}
}

// Reports say what they like: it stays text.
func TestWhatIsToldStaysText(t *testing.T) {
	hostile := []string{"<script>alert(1)</script>", "]]></content><entry>", "&lt;b&gt;", "&#x3c;", "<![CDATA[x", `"'>`, "\u202e"}
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.OneOf(rapid.SampledFrom(hostile), rapid.StringOf(rapid.Rune().Filter(sayable))).Draw(t, "words")
		got := read(t, feed.Feed{Title: words, Entries: []feed.Entry{{Title: words, Text: words, Page: "http://h/?" + words}}})
		if len(got.Entries) != 1 || got.Title != words || got.Entries[0].Title != words || got.Entries[0].Content.Text != words || len(got.Entries[0].Content.Any) != 0 ||
			got.Entries[0].Links[0].Href != "http://h/?"+words {
			t.Fatalf("%q came back as %+v", words, got)
		}
	})
}

// sayable says whether XML can say a letter; what it cannot is replaced.
func sayable(r rune) bool {
	return r == '\t' || r == '\n' || r >= 0x20 && r < 0xfffe && r != utf8.RuneError || r >= 0x10000
}

func TestWhatXMLCannotSayIsReplaced(t *testing.T) {
	got := read(t, feed.Feed{Title: "a\x00b\x1bc\xffd"})
	if strings.Count(got.Title, "\ufffd") != 3 {
		t.Errorf("%q: want three replacements", got.Title)
	}
}
