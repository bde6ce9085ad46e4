package web_test

import (
	"encoding/xml"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/watch"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
)

// atomFeed is a feed as a reader understands it.
type atomFeed struct {
	ID      string `xml:"id"`
	Title   string `xml:"title"`
	Updated string `xml:"updated"`
	Links   []struct {
		Rel  string `xml:"rel,attr"`
		Href string `xml:"href,attr"`
	} `xml:"link"`
	Entries []struct {
		ID        string `xml:"id"`
		Title     string `xml:"title"`
		Published string `xml:"published"`
		Updated   string `xml:"updated"`
		Content   string `xml:"content"`
		Point     string `xml:"http://www.georss.org/georss point"`
		Links     []struct {
			Rel  string `xml:"rel,attr"`
			Href string `xml:"href,attr"`
		} `xml:"link"`
	} `xml:"entry"`
}

func (f atomFeed) link(rel string) string {
	for _, l := range f.Links {
		if l.Rel == rel {
			return l.Href
		}
	}
	return ""
}

// places are those of its entries, in their order.
func (f atomFeed) places() (out []string) {
	for _, e := range f.Entries {
		out = append(out, strings.Split(e.ID, "/")[1])
	}
	return out
}

func subscribed(t *testing.T, url string) (f atomFeed) {
	t.Helper()
	r := ask(t, "GET", url)
	if r.status != http.StatusOK || r.header.Get("Content-Type") != "application/atom+xml; charset=utf-8" {
		t.Fatalf("%s: %d %v %s", url, r.status, r.header, r.body)
	}
	if err := xml.Unmarshal([]byte(r.body), &f); err != nil {
		t.Fatalf("%v in %s", err, r.body)
	}
	return f
}

func TestFeedTellsOfChangesAsTheyBecomeKnown(t *testing.T) {
	g := newGrowing()
	g.report(1000, 7, func(c *timeline.Claim, f *timeline.Filing) { f.URL = "https://example.org/7?a=1&b=2" })
	g.report(3000, 2, func(c *timeline.Claim, f *timeline.Filing) {
		c.Quote, f.URL, f.Source = "taken <script>alert(1)</script> \u202eneves", "javascript:alert(1)", "Agency <b>"
	})
	g.report(2000, 5, func(c *timeline.Claim, _ *timeline.Filing) { c.Date += 30 })
	address := g.serve(t)
	f := subscribed(t, address+"/feeds/changes.atom")
	if diff := cmp.Diff([]string{"p2", "p5", "p7"}, f.places()); diff != "" {
		t.Errorf("want what became known last first: %s", diff)
	}
	if f.ID != "tag:frontline,2026:feed/changes?" || f.Title != "Changes of control" || f.Updated != "1970-01-01T00:00:03.000Z" ||
		f.link("self") != address+"/feeds/changes.atom" || f.link("alternate") != address+"/" || f.link("next") != "" || f.link("previous") != "" {
		t.Errorf("%+v", f)
	}
	hostile, last := f.Entries[0], f.Entries[2]
	if want := "“taken <script>alert(1)</script> neves”\n— Agency <b>, published 6 August 2017"; hostile.Content != want || len(hostile.Links) != 1 {
		t.Errorf("%q %v: want %q, and no link to what is no page", hostile.Content, hostile.Links, want)
	}
	if last.ID != "tag:frontline,2026:change/p7/2017-08-05/syrian_government" || last.Title != "Place 7 — now: Government, before: nobody known, 5 August 2017" ||
		last.Published != "1970-01-01T00:00:01.000Z" || last.Updated != last.Published || len(last.Links) != 2 ||
		last.Links[0].Href != address+"/#day=2017-08-05&place=p7&lang=en" || last.Links[1].Href != "https://example.org/7?a=1&b=2" {
		t.Errorf("%+v", last)
	}
	p := g.in.Places[7].At
	if want := fmt.Sprint(p.Lat(), " ", p.Lon()); last.Point != want {
		t.Errorf("%s: want latitude before longitude, %s", last.Point, want)
	}
	if ar := subscribed(t, address+"/feeds/changes.atom?lang=ar"); !strings.HasPrefix(ar.Entries[2].Title, "مكان 7 — الآن: الحكومة، قبل ذلك:") || ar.ID != f.ID || ar.Entries[2].ID != last.ID {
		t.Errorf("%+v: want the same in Arabic", ar)
	}
	// What confirms a change updates it, and keeps since when it is known.
	g.report(4000, 7)
	if e := subscribed(t, address+"/feeds/changes.atom").Entries[0]; e.ID != last.ID || e.Published != last.Published || e.Updated != "1970-01-01T00:00:04.000Z" {
		t.Errorf("%+v: want %s updated", e, last.ID)
	}
}

func TestFeedIsNarrowedLikeChanges(t *testing.T) {
	g := newGrowing()
	for i := range 12 {
		g.report(timeline.Moment(1000+i), i)
	}
	const later = 2 * 24 * 60 * 60 * 1000
	g.report(later, 20, func(c *timeline.Claim, _ *timeline.Filing) { c.Actor, c.Date = state, c.Date+1 })
	g.watches["mine"] = watch.Query{Near: &atlas.Near{At: orb.Point{38, 35}, Km: 3}}
	address := g.serve(t)
	for query, want := range map[string]int{
		"changes.atom": 13, "changes.atom?near=38,35&within_km=10": 11, "changes.atom?near=Alpha&within_km=2.5": 3,
		"changes.atom?actor=" + string(state): 1, "changes.atom?from=2017-08-06": 1, "changes.atom?bbox=38,34,38.05,36": 5,
		"changes.atom?as_known_on=1970-01-01": 12, "watches/mine.atom": 4,
	} {
		if got := subscribed(t, address+"/feeds/"+query); len(got.Entries) != want {
			t.Errorf("%s: %v: want %d entries", query, got.places(), want)
		}
	}
	if f := subscribed(t, address+"/feeds/watches/mine.atom"); f.Title != "Mine & <yours>" || f.ID != "tag:frontline,2026:feed/watch/mine" {
		t.Errorf("%+v", f)
	}
}

// The pages of a feed lead from each to the next, and end.
func TestFeedInPages(t *testing.T) {
	g := newGrowing()
	for i := range 13 {
		g.report(timeline.Moment(1000+i), i)
	}
	address := g.serve(t)
	whole := subscribed(t, address+"/feeds/changes.atom")
	var got []string
	pages := 0
	for next := address + "/feeds/changes.atom?limit=5&lang=ar"; next != ""; pages++ {
		f := subscribed(t, next)
		if f.link("first") != address+"/feeds/changes.atom?lang=ar&limit=5" || (f.link("previous") == "") != (pages == 0) || f.ID != whole.ID {
			t.Errorf("page %d: %+v", pages, f)
		}
		got = append(got, f.places()...)
		next = f.link("next")
	}
	if !slices.Equal(got, whole.places()) || pages != 3 {
		t.Errorf("%d pages of %v: want 3 of %v", pages, got, whole.places())
	}
	if f := subscribed(t, address+"/feeds/changes.atom?offset=99"); len(f.Entries) != 0 || f.link("previous") == "" || f.link("next") != "" {
		t.Errorf("%+v: want an empty page behind the last", f)
	}
}

func TestFeedIsAskedAgainForNothing(t *testing.T) {
	g := newGrowing()
	g.report(1000, 1)
	g.watches["mine"] = watch.Query{}
	address := g.serve(t)
	for _, path := range []string{"/feeds/changes.atom", "/feeds/watches/mine.atom"} {
		first := ask(t, "GET", address+path)
		if again := ask(t, "GET", address+path, "If-None-Match", first.header.Get("ETag")); again.status != http.StatusNotModified || again.body != "" {
			t.Errorf("%s: %d %s: want 304", path, again.status, again.body)
		}
		if head := ask(t, "HEAD", address+path); head.status != http.StatusOK || head.body != "" {
			t.Errorf("HEAD %s: %d %s", path, head.status, head.body)
		}
	}
	tag := ask(t, "GET", address+"/feeds/watches/mine.atom").header.Get("ETag")
	delete(g.watches, "mine")
	if r := ask(t, "GET", address+"/feeds/watches/mine.atom", "If-None-Match", tag); r.status != http.StatusNotFound {
		t.Errorf("%d: want a watch that was removed to be gone", r.status)
	}
}

func TestFeedsThatMakeNoSense(t *testing.T) {
	g := newGrowing()
	g.watches["mine"] = watch.Query{}
	address := g.serve(t)
	for query, words := range map[string]string{
		"changes.atom?limit=0": "limit", "changes.atom?limit=201": "1 to 200", "changes.atom?offset=-1": "offset", "changes.atom?lang=xx": "lang",
		"changes.atom?near=38,35": "within_km: missing", "changes.atom?within_km=3": "near: missing", "changes.atom?near=38&within_km=3": "near",
		"changes.atom?near=38,35&within_km=0": "above 0", "changes.atom?near=38,35&within_km=1001": "to 1000", "changes.atom?near=&within_km=1": "near",
		"changes.atom?since=2017-08-05": "no such parameter", "watches/mine.atom?actor=x": "no such parameter",
	} {
		if r := ask(t, "GET", address+"/feeds/"+query); r.status != http.StatusBadRequest || !strings.Contains(r.body, words) {
			t.Errorf("%s: %d %s: want 400 and %q", query, r.status, r.body, words)
		}
	}
	for path, want := range map[string]int{"changes.atom?near=Nowhere&within_km=3": 404, "changes.atom?near=Twin&within_km=3": 300, "watches/other.atom": 404, "watches/mine": 404, "watches/": 404, "": 404} {
		if r := ask(t, "GET", address+"/feeds/"+path); r.status != want {
			t.Errorf("%s: %d %s: want %d", path, r.status, r.body, want)
		}
	}
	for _, name := range []string{"Nowhere", "Twin"} {
		if r := ask(t, "GET", address+"/feeds/changes.atom?within_km=3&near="+name); !strings.Contains(r.body, `"error":"near: `) {
			t.Errorf("%s: want the parameter named that it was given as", r.body)
		}
	}
	if r := ask(t, "POST", address+"/feeds/changes.atom"); r.status != http.StatusMethodNotAllowed {
		t.Errorf("POST: %d: want nothing to be made over HTTP", r.status)
	}
}
