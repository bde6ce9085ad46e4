package atlas

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/paulmach/orb"

	"frontline/geo/overlay"
	"frontline/timeline"
	"frontline/timeline/drawn"
)

// Drawn are the maps that the source of an id drew, as far as they count in this
// view: with the reports that were made of them, if these were not retracted. A
// source without any is a NoMapError.
func (a *Atlas) Drawn(source string) (*drawn.Series, error) {
	if s, ok := a.drawn()[source]; ok {
		return s, nil
	}
	return nil, &NoMapError{Source: source, Sources: slices.Sorted(maps.Keys(a.drawn()))}
}

// NoMapError says that a source drew no map that counts, and which ones did.
type NoMapError struct {
	Source  string
	Sources []string // ids, sorted
}

// Error says which sources can be asked for.
func (e *NoMapError) Error() string {
	return fmt.Sprintf("source %q has no map: %s", e.Source, e.Allowed())
}

// Allowed is what can be asked for instead, in words.
func (e *NoMapError) Allowed() string {
	if len(e.Sources) == 0 {
		return "no source has one"
	}
	return "want one of " + strings.Join(e.Sources, ", ")
}

// ErrNotDrawn says that a source drew no map of a day or before it.
var ErrNotDrawn = errors.New("not drawn")

// DrawnDifference is what passed from one state to another between two days by
// the maps of a source: the last ones of each day or before it. The filter is
// that of Difference; a governorate needs its outline in Within. Nothing is said
// of why: the changes have no places, and Because is empty. Never nil. A source
// without maps is a NoMapError, a day before its first an ErrNotDrawn, a region
// without ground an ErrRegion.
func (a *Atlas) DrawnDifference(source string, from, to timeline.Day, f Filter) ([]GroundChange, error) {
	series, err := a.Drawn(source)
	if err != nil {
		return nil, err
	}
	within, err := f.drawnRegion()
	if err != nil {
		return nil, err
	}
	var maps [2]*drawn.Map
	for i, day := range []timeline.Day{from, to} {
		var ok bool
		if maps[i], ok = series.On(day); !ok {
			return nil, fmt.Errorf("%w: the first map of %s is of %s, after %s", ErrNotDrawn, source, series.Maps()[0].Span.From, day)
		}
	}
	changes, err := drawn.Difference(maps[0], maps[1], within)
	if err != nil {
		return nil, err
	}
	out := []GroundChange{}
	for _, c := range changes {
		if f.passesState(c.From) || f.passesState(c.To) {
			c.Places = []string{}
			out = append(out, GroundChange{c, []Change{}})
		}
	}
	return out, nil
}

// DrawnSeries is how much ground was in each state over time by the maps of a
// source, each from its own day to that of the next. The filter is that of Series;
// a governorate needs its outline in Within. Ground outside all shapes is counted
// where a region is asked for. Errors are those of DrawnDifference.
func (a *Atlas) DrawnSeries(source string, f Filter) (Series, error) {
	series, err := a.Drawn(source)
	if err != nil {
		return Series{}, err
	}
	within, err := f.drawnRegion()
	if err != nil {
		return Series{}, err
	}
	key := measureKey{source, sha256.Sum256(fmt.Append(nil, within))}
	measure := a.measures.get(key, cachedMeasures, func() *drawn.Measure { return series.Measure(within) })
	shares, err := measure.Shares(f.Span)
	if err != nil {
		return Series{}, err
	}
	return seriesOf(shares, f.Span), nil
}

// cachedMeasures is how many measures of drawn maps an atlas keeps at hand.
const cachedMeasures = 16

// measureKey is what a measure of drawn maps is of.
type measureKey struct {
	source string
	region [sha256.Size]byte
}

// drawnRegion is the region of a filter; nil is everywhere.
func (f Filter) drawnRegion() (orb.MultiPolygon, error) {
	if f.everywhere() {
		return nil, nil
	}
	if f.Within == nil && f.Admin1 != "" {
		return nil, fmt.Errorf("%w: no outline of %s is known, and a drawn map is not made of places", ErrRegion, f.Admin1)
	}
	shape := f.Within
	err := overlay.Check(shape)
	if err == nil && f.Bound != nil {
		var box orb.MultiPolygon
		if box, err = f.box(); err != nil {
			return nil, err
		}
		if shape == nil {
			shape = box
		} else {
			shape, err = overlay.Intersection(shape, box)
		}
	}
	if err == nil && len(shape) == 0 {
		err = errors.New("there is no ground in it")
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrRegion, err)
	}
	return shape, nil
}

// drawnMaps are the maps that count, by source.
func (a *Atlas) drawnMaps() map[string]*drawn.Series {
	by := map[string][]timeline.Drawing{}
	for _, d := range a.drawings {
		if source, ok := a.countsFrom(d.Report, "", timeline.Spell{Recorded: d.Recorded}); ok {
			by[source.ID] = append(by[source.ID], d.Drawing)
		}
	}
	out := make(map[string]*drawn.Series, len(by))
	for id, list := range by {
		out[id] = drawn.NewSeries(list)
	}
	return out
}

// MapDays are the days of the maps that a source drew.
type MapDays struct {
	First timeline.Day `json:"first"`
	Last  timeline.Day `json:"last"`
	Days  int          `json:"days"` // of which there is one
}

// mapDays are the days of the maps of a source; nil where it drew none.
func (a *Atlas) mapDays(source string) *MapDays {
	s, ok := a.drawn()[source]
	if !ok {
		return nil
	}
	list := s.Maps()
	return &MapDays{list[0].Span.From, list[len(list)-1].Span.From, len(list)}
}
