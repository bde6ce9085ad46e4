package plain

import (
	"cmp"
	"slices"

	"frontline/timeline"
	"frontline/timeline/atlas"
)

// The parts of a page that several have are templates of their own. A template is
// handed one value: what it tells of, and the page that it is part of.
type (
	quoted struct {
		Page     *page
		Evidence atlas.Evidence
		Reading  reading
	}
	reading struct {
		Page  *page
		Claim *timeline.Claim
	}
	cited struct {
		Page   *page
		Source atlas.Source
	}
	candidates struct {
		Page   *page
		Places []timeline.RankedView
	}
)

// Quoted is a clause with its report.
func (p *page) Quoted(e atlas.Evidence) quoted { return quoted{p, e, p.Read(e.Claim)} }

// Read is what was read from a clause.
func (p *page) Read(c *timeline.Claim) reading { return reading{p, c} }

// Cited is who published a report, and when.
func (p *page) Cited(s atlas.Source) cited { return cited{p, s} }

// SourceName is who published a report, in the words of the registry, which has them
// in the reader's language; as the report says it where it is not listed there.
func (p *page) SourceName(s atlas.Source) string {
	i, found := slices.BinarySearchFunc(p.sources, s.SourceID, func(c atlas.SourceCount, id string) int { return cmp.Compare(c.ID, id) })
	if !found || !p.sources[i].Listed {
		return s.Source
	}
	return orID(p.named(p.sources[i].NameAr, p.sources[i].NameEn), s.Source)
}

// Ranked are places that may be meant.
func (p *page) Ranked(places []timeline.RankedView) candidates { return candidates{p, places} }

// Later is the day so many days after that of the page.
func (p *page) Later(days int) timeline.Day { return p.Day + timeline.Day(days) }

// Minus is a number less another.
func (p *page) Minus(a, b int) int { return a - b }

// Contest is who contests ground: one alone that is known contests it with others.
func (p *page) Contest(parties []timeline.Actor) string {
	known := slices.DeleteFunc(slices.Clone(parties), func(a timeline.Actor) bool { return a == timeline.Unknown })
	if len(known) == 1 {
		return p.say("contested_by_one", "party", p.Actor(known[0]))
	}
	return p.say("contested_by", "parties", p.actorNames(known))
}

// Side is the name of the actor that stands for a side: the first listed on it.
func (p *page) Side(side string) string {
	for _, a := range p.pages.listed {
		if a.Side == side {
			return p.Actor(a.ID)
		}
	}
	return side
}

// Elsewhere says whether a holder is concluded from another place than that asked
// about.
func (p *page) Elsewhere(from []atlas.Neighbour) bool { return len(from) > 0 && from[0].Km > 0 }
