package atlas

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"frontline/timeline"
)

// View says what of all that was ever believed is to count, and how far. The zero View is
// what is believed now, from all sources.
type View struct {
	KnownAt timeline.Moment // what was recorded before it; zero is now
	Without []string        // ids of sources that do not count
	ReachKm float64         // as in Input; 0 is that of the atlas
}

// IsZero says whether the view is that of now, from all sources, as the atlas was
// made.
func (v View) IsZero() bool { return v.KnownAt == 0 && len(v.Without) == 0 && v.ReachKm == 0 }

// LastDay is the last day, in UTC, of which anything that was recorded can count;
// zero where the view is that of now.
func (v View) LastDay() timeline.Day {
	if v.KnownAt == 0 {
		return 0
	}
	return (v.KnownAt - 1).Day()
}

// View is how the atlas is seen.
func (a *Atlas) View() View { return a.view }

// As is the same atlas from another view. Nothing that was recorded at the
// view's moment or after it plays any part: no report, no claim, no retraction,
// no entry of the registry.
func (a *Atlas) As(v View) *Atlas {
	if v.IsZero() && a.view.IsZero() {
		return a
	}
	v.Without = slices.Compact(slices.Sorted(slices.Values(v.Without)))
	sum := sha256.Sum256(fmt.Append(nil, a.version, "\x00", v.KnownAt, "\x00", v.Without, "\x00", v.ReachKm))
	return a.records.seen(hex.EncodeToString(sum[:8]), v)
}

// KnownAt is the same view as what was recorded before another moment has it.
func (a *Atlas) KnownAt(m timeline.Moment) *Atlas {
	v := a.view
	v.KnownAt = m
	return a.As(v)
}

// counts says whether an entry counts in this view, and whose word it is.
func (a *Atlas) counts(e *timeline.Entry) (*timeline.Source, bool) {
	return a.countsFrom(e.Report, e.ID, e.Spell)
}

// countsFrom says whether what a report says counts that was believed through a
// spell, and whose word it is: a claim, or "" for what it says as a whole.
func (a *Atlas) countsFrom(report, claim string, s timeline.Spell) (*timeline.Source, bool) {
	if !s.At(a.view.KnownAt) {
		return nil, false
	}
	for _, r := range a.retractions[report] {
		if r.Of(report, claim) && r.At(a.view.KnownAt) {
			return nil, false
		}
	}
	source := a.voices()[report]
	return source, !a.without[source.ID]
}

// voicesOf are the sources of all reports.
func (a *Atlas) voicesOf() map[string]*timeline.Source {
	out := make(map[string]*timeline.Source, len(a.reports))
	for id, r := range a.reports {
		out[id] = a.registry.Of(r.Report)
	}
	return out
}

// counted are the claims that count, by effective day, report and position.
func (a *Atlas) counted() []*timeline.Claim {
	type dated struct {
		day timeline.Day
		*timeline.Claim
	}
	var list []dated
	for _, e := range a.entries {
		if _, ok := a.counts(e); ok {
			list = append(list, dated{a.DayOf(&e.Claim), &e.Claim})
		}
	}
	slices.SortFunc(list, func(x, y dated) int {
		return cmp.Or(cmp.Compare(x.day, y.day), cmp.Compare(x.Report, y.Report),
			cmp.Compare(x.Start, y.Start), cmp.Compare(x.ID, y.ID))
	})
	out := make([]*timeline.Claim, len(list))
	for i, d := range list {
		out[i] = d.Claim
	}
	return out
}

// SourceCount is a source, and how much of it is known.
type SourceCount struct {
	*timeline.Source
	Listed  bool     `json:"listed"` // in the registry
	Reports int      `json:"reports"`
	Counts  bool     `json:"counts"` // in this view
	Map     *MapDays `json:"map"`    // of the maps it drew; null for none
}

// Sources are the sources that reports came from by the view's moment, and
// those of the registry, by id; never nil.
func (a *Atlas) Sources() []SourceCount {
	by := map[string]*SourceCount{}
	for _, s := range a.registry.Sources() {
		by[s.ID] = &SourceCount{Source: s, Listed: true, Counts: !a.without[s.ID]}
	}
	for _, r := range a.reports {
		if a.view.KnownAt != 0 && r.Recorded >= a.view.KnownAt {
			continue
		}
		s := a.voices()[r.ID]
		if by[s.ID] == nil {
			by[s.ID] = &SourceCount{Source: s, Counts: !a.without[s.ID]}
		}
		by[s.ID].Reports++
	}
	out := make([]SourceCount, 0, len(by))
	for _, s := range by {
		s.Map = a.mapDays(s.ID)
		out = append(out, *s)
	}
	slices.SortFunc(out, func(x, y SourceCount) int { return cmp.Compare(x.ID, y.ID) })
	return out
}
