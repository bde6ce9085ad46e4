// Package plain is the view for who has little bandwidth, no WebGL or no JavaScript:
// pages of words, tables and one picture, made of the same answers as all others.
// Template and words are files; what a page says comes out of an atlas.
package plain

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"net/url"
	"strings"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/atlas"

	"github.com/paulmach/orb"
	"golang.org/x/text/language"
)

// Pages make the pages. They are safe for use by several goroutines.
type Pages struct {
	words    []*Words
	matcher  language.Matcher
	page     *template.Template
	actors   map[timeline.Actor]timeline.ActorInfo
	listed   []timeline.ActorInfo
	totalKm2 float64
}

// New reads the template page.html and the words of each language, words.en.json and
// the like, all of which must have the same keys: another file is another language.
// country is the outline that the shares of ground are of; lon, lat.
func New(files fs.FS, actors []timeline.ActorInfo, country orb.MultiPolygon) (*Pages, error) {
	p := &Pages{actors: map[timeline.Actor]timeline.ActorInfo{}, listed: actors, totalKm2: geo.AreaKm2(country)}
	for _, a := range actors {
		p.actors[a.ID] = a
	}
	var err error
	if p.words, err = readWords(files); err != nil {
		return nil, err
	}
	tags := make([]language.Tag, len(p.words))
	for i, w := range p.words {
		if tags[i], err = language.Parse(w.Lang); err != nil {
			return nil, fmt.Errorf("words.%s.json: lang: %w", w.Lang, err)
		}
	}
	p.matcher = language.NewMatcher(tags)
	if p.page, err = template.New("page.html").ParseFS(files, "page.html"); err != nil {
		return nil, err
	}
	return p, nil
}

// Languages are those that there are words of.
func (p *Pages) Languages() []string {
	out := make([]string, len(p.words))
	for i, w := range p.words {
		out[i] = w.Lang
	}
	return out
}

// Preferred is the language that a browser prefers, by its Accept-Language header;
// the first there is where it prefers none of them.
func (p *Pages) Preferred(header string) string {
	tags, _, err := language.ParseAcceptLanguage(header)
	if err != nil {
		tags = nil // a header of no sense prefers nothing
	}
	_, i, _ := p.matcher.Match(tags...)
	return p.words[i].Lang
}

// Visit is what is known of every page that is asked for.
type Visit struct {
	Lang  string       // one of Languages
	Asked url.Values   // all parameters
	Day   timeline.Day // that the page is about
	Last  timeline.Day // the last of which anything is known; zero for none
	Atlas *atlas.Atlas // nil where the page needs none: Failure
}

// page is what the template is made with. One of the pointers says which page it is.
type page struct {
	*Words
	Address
	Day, Last timeline.Day
	Title     string
	All       []*Words
	Notice    *notice

	OnDay   *onDay
	AtPlace *atPlace
	Report  *report
	Found   *Found
	Failed  *failed

	Document *Document

	pages   *Pages
	atlas   *atlas.Atlas
	sources []atlas.SourceCount // by id
}

// notice says that not all that is known counts.
type notice struct {
	KnownOn timeline.Day // zero is now
	Without string       // names of sources; "" for none
}

func (p *Pages) begin(v Visit) *page {
	out := &page{Address: Address{Path, v.Asked}, Day: v.Day, Last: v.Last, All: p.words, pages: p, atlas: v.Atlas, Words: p.words[0]}
	for _, w := range p.words {
		if w.Lang == v.Lang {
			out.Words = w
		}
	}
	if v.Atlas == nil {
		return out
	}
	view := v.Atlas.View()
	out.sources = v.Atlas.Sources()
	n := notice{KnownOn: view.LastDay()}
	var without []string
	for _, s := range out.sources {
		if !s.Counts {
			without = append(without, out.named(orID(s.NameAr, s.ID), orID(s.NameEn, s.ID)))
		}
	}
	n.Without = strings.Join(without, out.say("list_separator"))
	if n.KnownOn.Known() || n.Without != "" {
		out.Notice = &n
	}
	return out
}

func orID(name, id string) string {
	if name == "" {
		return id
	}
	return name
}

// made is the page as HTML.
func (p *page) made() ([]byte, error) {
	var body bytes.Buffer
	err := p.pages.page.Execute(&body, p)
	return bytes.Map(unturned, body.Bytes()), err
}

// unturned leaves out the marks that turn letters round (U+202A to U+202E), by which
// a report could show other words than it says.
func unturned(r rune) rune {
	if r >= '\u202a' && r <= '\u202e' {
		return -1
	}
	return r
}

// Actor is the name of an actor.
func (p *page) Actor(id timeline.Actor) string {
	if a, ok := p.pages.actors[id]; ok {
		return p.named(a.NameAr, a.NameEn)
	}
	return string(id)
}

// Colour is the colour of an actor, as #rrggbb.
func (p *page) Colour(id timeline.Actor) string {
	if a, ok := p.pages.actors[id]; ok {
		return a.Colour
	}
	return "#9b968a"
}

// Parties are who is in a place: who holds it, or all who contest it.
func (p *page) Parties(holder timeline.Actor, others []timeline.Actor) string {
	if len(others) == 0 {
		return p.Actor(holder)
	}
	return p.Contest(append([]timeline.Actor{holder}, others...))
}

func (p *page) actorNames(ids []timeline.Actor) string {
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = p.Actor(id)
	}
	return strings.Join(list, p.say("list_separator"))
}

// Place is the name of a place.
func (p *page) Place(v timeline.PlaceView) string { return orID(p.named(v.NameAr, v.NameEn), v.ID) }

// PlaceOf is the name of the place of an id.
func (p *page) PlaceOf(id string) string {
	place, _ := p.atlas.Place(id)
	return orID(p.named(place.NameAr, place.NameEn), id)
}

// Other is the name of a place in the other language; "" where it is the same or none.
func (p *page) Other(v timeline.PlaceView) string {
	other := v.NameAr
	if p.Names == "ar" {
		other = v.NameEn
	}
	if other == p.Place(v) {
		return ""
	}
	return other
}

// Failed says why there is no answer.
type failed struct {
	Message    string
	Candidates []timeline.RankedView // that may be meant
}

// Failure is the page that says why there is no answer: a message in English, and
// the places that may have been meant.
func (p *Pages) Failure(v Visit, message string, candidates []timeline.RankedView) ([]byte, error) {
	out := p.begin(v)
	out.Title, out.Failed = out.say("failed"), &failed{message, candidates}
	return out.made()
}
