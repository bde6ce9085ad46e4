package atlas

import (
	"cmp"
	"slices"

	"frontline/timeline"
)

// Told is a report that counts, and how much it claims.
type Told struct {
	Source
	Language string `json:"language"` // ISO 639-1, "" where unknown
	Claims   int    `json:"claims"`   // of those that count
}

// Reports are the reports that count and pass, the last published first and those
// without a day at the end. The filter's span is of days of publication. Where it
// narrows what is claimed, a report passes that makes a claim which meets all of it,
// on whichever day; never nil.
func (a *Atlas) Reports(f Filter) []Told {
	said := f
	said.Span, said.Sources = timeline.Span{}, nil
	var by map[string]bool // that make such a claim; nil for all
	if said.narrowsClaims() {
		by = map[string]bool{}
		for _, c := range a.Claims(said) {
			by[c.Report] = true
		}
	}
	out := []Told{}
	for id, r := range a.reports {
		source, counts := a.countsFrom(id, "", timeline.Spell{Recorded: r.Recorded})
		if !counts || !f.passesDay(r.PublishedAt(a.view.KnownAt)) || by != nil && !by[id] ||
			len(f.Sources) > 0 && !slices.Contains(f.Sources, source.ID) {
			continue
		}
		out = append(out, Told{a.SourceOf(id), r.Language, len(a.told()[id])})
	}
	slices.SortFunc(out, func(x, y Told) int {
		return cmp.Or(cmp.Compare(y.Published, x.Published), cmp.Compare(a.reports[y.ID].Recorded, a.reports[x.ID].Recorded), cmp.Compare(x.ID, y.ID))
	})
	return out
}

// narrowsClaims says whether some claim does not pass, whatever its day and whoever
// says so.
func (f Filter) narrowsClaims() bool {
	return f.Bound != nil || len(f.Actors)+len(f.Kinds)+len(f.Modalities) > 0 || f.Place != "" || f.Admin1 != "" || f.Within != nil || f.Sure > 0
}

// Said are the claims of a report that count, in the order in which it makes them.
func (a *Atlas) Said(report string) []*timeline.Claim { return a.told()[report] }

// toldBy are the claims that count, by report.
func (a *Atlas) toldBy() map[string][]*timeline.Claim {
	out := map[string][]*timeline.Claim{}
	for _, c := range a.claims() {
		out[c.Report] = append(out[c.Report], c)
	}
	for _, claims := range out {
		slices.SortStableFunc(claims, func(x, y *timeline.Claim) int { return cmp.Compare(x.Start, y.Start) })
	}
	return out
}
