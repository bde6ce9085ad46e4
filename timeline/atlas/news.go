package atlas

import (
	"cmp"
	"maps"
	"net/url"
	"slices"
	"strings"

	"frontline/timeline"
)

// News is a change that came to be believed, or is believed no more.
type News struct {
	Change Change
	Gone   bool // it is believed no more

	passes func(Filter) bool
}

// Passes says whether Changes of this filter lists the change while it is believed.
func (n *News) Passes(f Filter) bool { return n.passes(f) }

// ID names what is said to have changed, whoever says so and since whenever: the
// place, the day, and who is in it afterwards. It is a tag URI (RFC 4151).
func (c *Change) ID() string {
	who := []string{url.PathEscape(string(c.To))}
	for _, other := range c.Others {
		who = append(who, url.PathEscape(string(other)))
	}
	how := ""
	if c.Uncertain {
		how = "/uncertain"
	}
	return "tag:frontline,2026:change/" + url.PathEscape(c.Place.ID) + "/" + c.Day.String() + "/" + strings.Join(who, "+") + how
}

// News are the changes that came to be believed since a mark, and those that are
// believed no more, by day and place, what is gone before what came; never nil. What
// came and went in between is none, and neither is a change that is merely told by
// more words, or lasts longer. Only places are looked at of which something was
// recorded since.
//
// Where more was recorded at the moment of the mark than it says, all of that moment
// is taken as new: nothing is left out, and something may be told twice.
func (a *Atlas) News(since timeline.Mark) []News {
	from := since.Moment + 1
	if a.recordedAt(since.Moment) > since.Events {
		from = since.Moment
	}
	x := a.lookingBack(from, a.view.KnownAt)
	before, stirred := x.before(from), x.stirred()
	out := []News{}
	for number := range a.sited {
		s := &a.sited[number]
		if !slices.ContainsFunc(s.entries, func(e *timeline.Entry) bool {
			return x.covers(e.Recorded) || x.covers(e.Superseded) || len(stirred) > 0 && stirred[e.Report]
		}) {
			continue
		}
		was, is := before.newsOf(s, before.folded(s.entries), true), a.newsOf(s, a.historyOf(number), false)
		out = append(out, without(was, is)...)
		out = append(out, without(is, was)...)
	}
	slices.SortStableFunc(out, func(x, y News) int {
		return cmp.Or(cmp.Compare(x.Change.Day, y.Change.Day), cmp.Compare(x.Change.Place.ID, y.Change.Place.ID))
	})
	return out
}

// recordedAt is how many reports and lines of the journal are of a moment.
func (r *records) recordedAt(m timeline.Moment) (n int) {
	for at := range r.recordings {
		if at == m && m.Known() {
			n++
		}
	}
	return n
}

// stirred are the reports to which something happened as a whole, or to a claim of
// theirs, beside that claims came or went: few, where there may be a million claims.
func (x *retrospect) stirred() map[string]bool {
	out := map[string]bool{}
	for id, report := range x.reports {
		if slices.ContainsFunc(report.Was, func(w timeline.Dating) bool { return x.covers(w.Until) }) {
			out[id] = true
		}
	}
	for id, list := range x.retractions {
		if slices.ContainsFunc(list, func(r timeline.Retraction) bool { return x.covers(r.Recorded) || x.covers(r.Superseded) }) {
			out[id] = true
		}
	}
	for _, reports := range x.relisted {
		maps.Copy(out, reports)
	}
	return out
}

// newsOf are the changes of a place as they would be told.
func (a *Atlas) newsOf(s *sited, history timeline.History, gone bool) []News {
	var out []News
	place := a.places[s.id]
	view := timeline.PlaceJSON(place)
	for before, h := range a.steppingOf(history) {
		out = append(out, News{a.change(view, before, *h), gone, func(f Filter) bool {
			return f.PassesPlace(place) && f.passesDay(h.From) && f.passesStep(before, h)
		}})
	}
	return out
}

// without are the news whose change is none of those of others.
func without(news, others []News) []News {
	known := map[string]bool{}
	for i := range others {
		known[others[i].Change.ID()] = true
	}
	return slices.DeleteFunc(slices.Clone(news), func(n News) bool { return known[n.Change.ID()] })
}

// Learned is when the words of a change first counted, and when the last of them
// came to: a claim counts from when it was recorded or, where it was retracted
// meanwhile, restored. Words that were outweighed until others were retracted keep
// their own moment.
func (a *Atlas) Learned(c *Change) (first, last timeline.Moment) {
	number, ok := a.numbers[c.Place.ID]
	if !ok {
		return 0, 0
	}
	for _, e := range a.sited[number].entries {
		if !slices.ContainsFunc(c.Because, func(x Evidence) bool { return x.Claim == &e.Claim }) {
			continue
		}
		at := e.Recorded
		for _, r := range a.retractions[e.Report] {
			if r.Of(e.Report, e.ID) {
				at = max(at, r.Superseded)
			}
		}
		if first == 0 || at < first {
			first = at
		}
		last = max(last, at)
	}
	return first, last
}
