package plain

import (
	"cmp"
	"slices"

	"frontline/timeline"
	"frontline/timeline/atlas"
	"frontline/timeline/front"
	"frontline/timeline/fulltext"
)

// How much of a day is told at once.
const (
	placesAtOnce  = 50
	changesAtOnce = 40
	pictureWidth  = 420 // pixels
)

// DayQuestion narrows the places of a day.
type DayQuestion struct {
	Actor        timeline.Actor // "" for all
	Admin1       string         // "" for all
	Page         int            // of the places, from 1; one beyond the last is the last
	Governorates []string       // that can be chosen
}

// onDay is what is told of a day.
type onDay struct {
	DayQuestion
	Picture   string // address
	Width     int
	Ground    []ground
	Changes   []atlas.Change
	AllOfThem int // changes, also those that are not told
	Places    []heldPlace
	First     int // number of the first of Places, from 1; 0 for none
	Final     int // and of the last
	Total     int
	Pages     int
	Before    timeline.Day         // the last day before on which something is claimed to have changed; zero for none
	After     timeline.Day         // and the next
	Actors    []timeline.ActorInfo // that can be chosen
}

// ground is the ground of one holder, or contested by the same parties.
type ground struct {
	Holder   timeline.Actor   // "" where it is contested, or nobody is known to hold it
	Parties  []timeline.Actor // that contest it
	Km2      float64
	Share    float64 // of the country
	Reported float64 // share of Km2 of which a claim says so
}

// heldPlace is a place on a day.
type heldPlace struct {
	Place timeline.PlaceView
	atlas.Answer
}

// Day is the page of a day: its map, the ground of each holder, what changed, and the
// places.
func (p *Pages) Day(v Visit, q DayQuestion) ([]byte, error) {
	out := p.begin(v)
	out.Title = out.say("no_day")
	if !v.Day.Known() {
		out.OnDay = &onDay{}
		return out.made()
	}
	out.Title = out.say("day_title", "day", out.Fully(v.Day))
	d := &onDay{DayQuestion: q, Picture: out.Address.Picture(v.Day.String(), out.Words.Picture, pictureWidth), Width: pictureWidth}
	out.OnDay = d
	situation, err := v.Atlas.Situation(v.Day)
	if err != nil {
		return nil, err
	}
	d.Ground = p.groundOf(situation)
	d.Changes = v.Atlas.Changes(atlas.Filter{Span: timeline.Span{From: v.Day, To: v.Day + 1}}).Changes
	d.AllOfThem = len(d.Changes)
	d.Changes = d.Changes[:min(len(d.Changes), changesAtOnce)]
	d.Before, d.After = around(v.Atlas, v.Day)
	d.Actors = p.parties(v.Atlas, q.Actor)
	if err := d.list(out, v); err != nil {
		return nil, err
	}
	return out.made()
}

// parties are the actors that hold or contest something on some day, for to choose
// another would find nothing, and the one that is chosen already.
func (p *Pages) parties(a *atlas.Atlas, chosen timeline.Actor) []timeline.ActorInfo {
	there := map[timeline.Actor]bool{chosen: true}
	for _, h := range a.Holdings(atlas.Filter{}) {
		there[h.Holder] = true
		for _, other := range h.Others {
			there[other] = true
		}
	}
	there[timeline.Unknown] = false
	return slices.DeleteFunc(slices.Clone(p.listed), func(a timeline.ActorInfo) bool { return !there[a.ID] })
}

// groundOf is the ground of a day by who holds it, then what is contested, each the
// most first; what nobody is known to hold comes last.
func (p *Pages) groundOf(s *front.Situation) []ground {
	var holders, contests []ground
	rest := ground{Km2: p.totalKm2}
	for _, a := range slices.SortedStableFunc(slices.Values(s.Areas()), func(x, y front.Area) int { return cmp.Compare(y.Km2, x.Km2) }) {
		g := ground{Holder: a.Holder, Km2: a.Km2, Share: a.Km2 / p.totalKm2, Reported: a.ReportedKm2 / a.Km2}
		switch {
		case a.Km2 <= 0:
			continue
		case a.Contested():
			g.Holder, g.Parties = "", a.Parties
			contests = append(contests, g)
		case a.Holder == "" || a.Holder == timeline.Unknown:
			continue
		default:
			holders = append(holders, g)
		}
		rest.Km2 -= a.Km2
	}
	rest.Km2 = max(0, rest.Km2)
	rest.Share = rest.Km2 / p.totalKm2
	return slices.Concat(holders, contests, []ground{rest})
}

// around are the last day before a day and the first one after it on which something
// is claimed to have changed hands; zero for none.
func around(a *atlas.Atlas, day timeline.Day) (before, after timeline.Day) {
	for _, n := range a.DayCounts(atlas.Filter{}) {
		switch {
		case n.Changes == 0 || n.Day == day:
		case n.Day < day:
			before = n.Day
		default:
			return before, n.Day
		}
	}
	return before, 0
}

// list takes the page of places that is asked for, by name.
func (d *onDay) list(p *page, v Visit) error {
	f := atlas.Filter{Span: timeline.Span{From: v.Day, To: v.Day + 1}, Admin1: d.Admin1}
	if d.Actor != "" {
		f.Actors = []timeline.Actor{d.Actor}
	}
	type named struct {
		key, id string
	}
	var all []named
	for _, h := range v.Atlas.Holdings(f) {
		all = append(all, named{fulltext.Joined(fulltext.Words(p.PlaceOf(h.Place))), h.Place})
	}
	slices.SortFunc(all, func(x, y named) int { return cmp.Or(cmp.Compare(x.key, y.key), cmp.Compare(x.id, y.id)) })
	d.Total, d.Pages = len(all), max(1, (len(all)+placesAtOnce-1)/placesAtOnce)
	d.Page = min(max(1, d.Page), d.Pages)
	from := (d.Page - 1) * placesAtOnce
	shown := all[from:min(len(all), from+placesAtOnce)]
	for _, n := range shown {
		place, _ := v.Atlas.Place(n.id)
		answer, err := v.Atlas.Who(place, v.Day)
		if err != nil {
			return err
		}
		d.Places = append(d.Places, heldPlace{timeline.PlaceJSON(place), answer})
	}
	if len(shown) > 0 {
		d.First, d.Final = from+1, from+len(shown)
	}
	return nil
}
