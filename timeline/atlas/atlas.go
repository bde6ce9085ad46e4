// Package atlas answers what can be asked of a set of claims, on any day: who
// held a place and because of which words, what changed hands, what the map
// looked like; what was thought of all that at any moment, and when that changed
// and why (the rules of that stand at Corrections). It is handed values and knows
// neither the store nor HTTP.
package atlas

import (
	"fmt"
	"runtime"
	"slices"
	"sort"
	"sync"

	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/drawn"
	"frontline/timeline/fold"
	"frontline/timeline/front"

	"github.com/paulmach/orb"
)

// DefaultReachKm is how far the holder of a place is taken to hold the ground
// around it, in kilometres, where Input does not say.
const DefaultReachKm = 25

// Input is what an Atlas is made of.
type Input struct {
	Version     string           // names these claims, places and rules; anything that changes an answer changes it
	Data        string           // names the claims alone, for people to tell data apart by
	Entries     []timeline.Entry // in any order; all that was ever believed
	Retractions []timeline.Retraction
	Reports     []timeline.Filing      // at least those the claims are from; their text is not kept
	Drawings    []timeline.KeptDrawing // maps that others drew
	Places      []geo.Place            // at least those the claims are put at
	Actors      []timeline.ActorInfo   // with their sides
	Sources     []timeline.Listing     // the registry
	Journal     []timeline.Event       // what was done beside adding reports; Corrections have their words from it
	Outline     orb.MultiPolygon       // the ground that is divided between the places; lon, lat
	ReachKm     float64                // from front.MinReachKm to front.MaxReachKm; 0 is DefaultReachKm
}

// Atlas is a set of claims ready to be asked, seen from one View. It never
// changes after it was made and is safe for use by several goroutines. What its
// methods return may share memory with it and must not be changed.
//
// Nothing is folded before it is asked for: who held a place costs that place,
// a map costs them all, once.
type Atlas struct {
	*records
	version     string
	view        View
	without     map[string]bool
	registry    *timeline.Registry
	sites       []*site                            // by number of the place
	voices      func() map[string]*timeline.Source // by id of the report
	claims      func() []*timeline.Claim
	told        func() map[string][]*timeline.Claim // by id of the report
	named       func() map[string][]*timeline.Claim // by id of the place
	steps       func() []timeline.Span
	whereabouts func() *whereabouts
	extent      func() orb.Bound
	ground      func() (ground, error)
	course      func() (*front.Course, error)
	drawn       func() map[string]*drawn.Series // by id of the source
	days        recent[timeline.Day, *front.Situation]
	parts       recent[string, part]
	pockets     recent[timeline.Day, []front.Pocket]
	necks       recent[width, []front.Neck]
	measures    recent[measureKey, *drawn.Measure]
}

// site is a place with what is known of it, folded when it is first asked for.
type site struct {
	once    sync.Once
	history timeline.History
	began   []timeline.Day // when each holding did, side by side: boxes are asked of many places at once
}

// during are the holdings that share a day with a span, whole.
func (s *site) during(span timeline.Span) timeline.History {
	first := sort.Search(len(s.began), func(i int) bool { return s.began[i] > span.From })
	if first > 0 && s.history[first-1].Overlaps(span) {
		first--
	}
	end := len(s.history)
	if span.To.Known() { // most spans are a day, and the holding of it the only one
		for end = first; end < len(s.began) && s.began[end] < span.To; {
			end++
		}
	}
	return s.history[first:end]
}

// New makes the atlas of what is believed now. It keeps the parts of in and does
// not change them. No claims give an atlas that knows nothing. A claim from a
// report, or at a place, that is not in the input is an error that names it, as
// is a reach or an outline that cannot be used.
func New(in Input) (*Atlas, error) {
	r := newRecords(in)
	if err := r.take(in); err != nil {
		return nil, err
	}
	r.arrange()
	return r.seen(in.Version, View{}), nil
}

// seen makes the atlas of the records from a view.
func (r *records) seen(version string, v View) *Atlas {
	a := &Atlas{records: r, version: version, view: v, without: map[string]bool{},
		registry: timeline.RegistryAt(r.sources, v.KnownAt), sites: make([]*site, len(r.sited))}
	for _, id := range v.Without {
		a.without[id] = true
	}
	for i, sites := 0, make([]site, len(a.sites)); i < len(sites); i++ { // side by side
		a.sites[i] = &sites[i]
	}
	a.lazily()
	return a
}

// lazily sets up what is made when it is first asked for.
func (a *Atlas) lazily() {
	a.voices = sync.OnceValue(a.voicesOf)
	a.claims = sync.OnceValue(a.counted)
	a.told = sync.OnceValue(a.toldBy)
	a.named = sync.OnceValue(a.namedBy)
	a.steps = sync.OnceValue(a.stepsOf)
	a.whereabouts = sync.OnceValue(a.locate)
	a.extent = sync.OnceValue(a.extentOf)
	a.ground = sync.OnceValues(a.divide)
	a.course = sync.OnceValues(a.over)
	a.drawn = sync.OnceValue(a.drawnMaps)
}

// historyOf is what is known of the place of a number.
func (a *Atlas) historyOf(number int) timeline.History { return a.siteOf(number).history }

func (a *Atlas) siteOf(number int) *site {
	s := a.sites[number]
	s.once.Do(func() {
		s.history = a.folded(a.sited[number].entries)
		s.began = make([]timeline.Day, len(s.history))
		for i, h := range s.history {
			s.began[i] = h.From
		}
	})
	return s
}

// folded is what the entries of one place come to.
func (a *Atlas) folded(entries []*timeline.Entry) timeline.History {
	testimonies := make([]fold.Testimony, 0, len(entries))
	for _, e := range entries {
		if source, ok := a.counts(e); ok {
			report := a.reports[e.Report]
			testimonies = append(testimonies, fold.Testimony{Claim: &e.Claim, Published: report.PublishedAt(a.view.KnownAt), Source: source})
		}
	}
	return a.rules.History(testimonies)
}

// histories are all histories by number of place, some empty.
func (a *Atlas) histories() []timeline.History {
	numbers := make([]int, len(a.sited))
	for i := range numbers {
		numbers[i] = i
	}
	return a.historiesOf(numbers)
}

// historiesOf are the histories of the places of some numbers, in their order.
func (a *Atlas) historiesOf(numbers []int) []timeline.History {
	out := make([]timeline.History, len(numbers))
	var workers sync.WaitGroup
	parts := runtime.GOMAXPROCS(0)
	for part := range parts {
		workers.Go(func() {
			for i := part; i < len(out); i += parts {
				out[i] = a.historyOf(numbers[i])
			}
		})
	}
	workers.Wait()
	return out
}

// DayOf is the effective day of a claim: its own, or for want of one the day
// its report was published; zero where neither is known.
func (a *Atlas) DayOf(c *timeline.Claim) timeline.Day {
	if c.Date != 0 {
		return c.Date
	}
	report, ok := a.reports[c.Report]
	if !ok {
		return 0
	}
	return report.PublishedAt(a.view.KnownAt)
}

// Version names the data, the rules and the view.
func (a *Atlas) Version() string { return a.version }

// Data names the claims alone, as the Input does.
func (a *Atlas) Data() string { return a.data }

// Place is the place of an id, or false.
func (a *Atlas) Place(id string) (geo.Place, bool) {
	p, ok := a.places[id]
	return p, ok
}

// Report is the report of an id, without its text, or false.
func (a *Atlas) Report(id string) (timeline.Report, bool) {
	r, ok := a.reports[id]
	if !ok || a.view.KnownAt != 0 && r.Recorded >= a.view.KnownAt {
		return timeline.Report{}, false
	}
	report := r.Report
	report.Published = r.PublishedAt(a.view.KnownAt)
	return report, true
}

// History is what is known of the place of an id, over time; empty where
// nothing is.
func (a *Atlas) History(id string) timeline.History {
	number, ok := a.numbers[id]
	if !ok {
		return nil
	}
	return a.historyOf(number)
}

// Days is the span from the first effective day of a claim to the day after
// the last; the zero Span where no claim has a day.
func (a *Atlas) Days() timeline.Span {
	claims := a.claims()
	i := slices.IndexFunc(claims, func(c *timeline.Claim) bool { return a.DayOf(c).Known() })
	if i < 0 {
		return timeline.Span{}
	}
	return timeline.Span{From: a.DayOf(claims[i]), To: a.DayOf(claims[len(claims)-1]) + 1}
}

// HeldFrom is a day before which nobody is known to hold anything: who is named as the
// holder before a claim is taken to have been it for a while. Zero where no claim has a
// day.
func (a *Atlas) HeldFrom() timeline.Day {
	if from := a.Days().From; from.Known() {
		return from - fold.LookBackDays
	}
	return 0
}

// Counts says how much an atlas knows.
type Counts struct {
	Reports int
	Claims  int
	Places  int // that were ever held by anyone
}

// Counts counts what the atlas knows.
func (a *Atlas) Counts() Counts {
	n := Counts{Claims: len(a.claims())}
	for _, r := range a.reports {
		if (a.view.KnownAt == 0 || r.Recorded < a.view.KnownAt) && !a.without[a.voices()[r.ID].ID] {
			n.Reports++
		}
	}
	for _, h := range a.histories() {
		if len(h) > 0 {
			n.Places++
		}
	}
	return n
}

func (r *records) missing(c *timeline.Claim) error {
	if _, ok := r.reports[c.Report]; !ok {
		return fmt.Errorf("atlas: claim %s: report %q is not among the reports", c.ID, c.Report)
	}
	if !c.Place.Listed() {
		return nil
	}
	if _, ok := r.places[c.Place.ID]; !ok {
		return fmt.Errorf("atlas: claim %s: place %q is not among the places", c.ID, c.Place.ID)
	}
	return nil
}
