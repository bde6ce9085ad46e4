// Package drawn answers from the maps that others drew, polygon by polygon: the
// areas of a day, what passed from whom to whom between two days, and how much
// each held over time.
//
// A map of a day is the last one that was drawn of that day or before it; what
// it says of later days is as old as it is. Before the first there is none, and
// nothing is put between two. Ground outside all polygons of a map is held by
// whom the map says holds it elsewhere, or by nobody known; how far that reaches
// no map says, so that it is ground only where a region is asked about.
package drawn

import (
	"cmp"
	"slices"
	"sync"

	"frontline/timeline"
)

// Series are the maps that somebody drew, by day. It never changes and is safe
// for use by several goroutines.
type Series struct {
	maps []*Map
}

// Map is what was drawn of a day.
type Map struct {
	Span   timeline.Span // from the day it was drawn of to the day of the next; the last one is open
	pieces func() ([]piece, error)
	beyond timeline.Actor // Unknown where nobody is known to hold what lies outside
}

// NewSeries puts drawings in order. Those of one day are one map, whatever their
// order: what lies in shapes of several holders is contested. Of several actors
// that are said to hold the rest of a day nobody is known to. It keeps the shapes
// and does not change them. None give a series without maps.
func NewSeries(drawings []timeline.Drawing) *Series {
	drawings = slices.SortedStableFunc(slices.Values(drawings), func(a, b timeline.Drawing) int { return cmp.Compare(a.Day, b.Day) })
	s := &Series{}
	for len(drawings) > 0 {
		n := slices.IndexFunc(drawings, func(d timeline.Drawing) bool { return d.Day != drawings[0].Day })
		if n < 0 {
			n = len(drawings)
		}
		if last := len(s.maps) - 1; last >= 0 {
			s.maps[last].Span.To = drawings[0].Day
		}
		s.maps = append(s.maps, newMap(drawings[:n]))
		drawings = drawings[n:]
	}
	return s
}

// newMap is the map of drawings of one day.
func newMap(drawings []timeline.Drawing) *Map {
	m := &Map{Span: timeline.Span{From: drawings[0].Day}}
	var shapes []timeline.DrawnShape
	for _, d := range drawings {
		shapes = append(shapes, d.Shapes...)
		if m.beyond == "" {
			m.beyond = d.Elsewhere
		} else if d.Elsewhere != "" && d.Elsewhere != m.beyond {
			m.beyond = timeline.Unknown
		}
	}
	m.beyond = cmp.Or(m.beyond, timeline.Unknown)
	m.pieces = sync.OnceValues(func() ([]piece, error) { return piecesOf(shapes) })
	return m
}

// Maps are all maps, by day. They must not be changed.
func (s *Series) Maps() []*Map { return s.maps }

// On is the map of a day; false before the first.
func (s *Series) On(day timeline.Day) (*Map, bool) {
	after, _ := slices.BinarySearchFunc(s.maps, day+1, func(m *Map, day timeline.Day) int { return cmp.Compare(m.Span.From, day) })
	if after == 0 {
		return nil, false
	}
	return s.maps[after-1], true
}
