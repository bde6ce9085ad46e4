package atlas

import (
	"fmt"
	"maps"
	"slices"
	"strings"

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
