package plain

import (
	"frontline/geo"
	"frontline/timeline"
	"frontline/timeline/atlas"
)

// atPlace is what is told of a place.
type atPlace struct {
	Place   timeline.PlaceView
	Answer  atlas.Answer
	History []atlas.HoldingView // the last first
	Before  timeline.Day        // the last day before on which it changed; zero for none
	After   timeline.Day        // and the next
}

// Place is the page of a place: who held it on the day, the words it rests on, and
// its history.
func (p *Pages) Place(v Visit, place geo.Place) ([]byte, error) {
	out := p.begin(v)
	at := &atPlace{Place: timeline.PlaceJSON(place)}
	out.Title, out.AtPlace = out.Place(at.Place), at
	var err error
	if at.Answer, err = v.Atlas.Who(place, v.Day); err != nil {
		return nil, err
	}
	for _, h := range v.Atlas.Chronicle(place, timeline.Span{}, "").Holdings {
		at.History = append([]atlas.HoldingView{h}, at.History...)
		switch {
		case !h.From.Known() || h.From == v.Day:
		case h.From < v.Day:
			at.Before = h.From
		case !at.After.Known():
			at.After = h.From
		}
	}
	return out.made()
}

// Marked is a clause in three pieces: what stands before the words of its place, the
// words themselves, and what stands behind. Where the place is not in the clause all
// of it stands before.
func (p *page) Marked(c *timeline.Claim) []string {
	if at := c.Place; at != nil && c.Start <= at.Start && at.Start < at.End && at.End <= c.End && c.End-c.Start == len(c.Quote) {
		from, to := at.Start-c.Start, at.End-c.Start
		return []string{c.Quote[:from], c.Quote[from:to], c.Quote[to:]}
	}
	return []string{c.Quote, "", ""}
}

// WebAddress is an address that a link may lead to: http or https. Else it is "".
func (p *page) WebAddress(address string) string { return WebAddress(address) }
