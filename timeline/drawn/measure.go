package drawn

import (
	"iter"
	"sync"

	"github.com/paulmach/orb"

	"frontline/timeline"
	"frontline/timeline/front"
)

// Measure is how much ground of a region was in each state on the maps of a
// series. It never changes and is safe for use by several goroutines. A map is
// measured when it is first asked for, and once.
type Measure struct {
	maps   []*Map
	shares []func() ([]front.Share, error) // by map
}

// Measure is that of a region (lon, lat; valid), which it keeps and does not
// change; nil is everywhere.
func (s *Series) Measure(within orb.MultiPolygon) *Measure {
	out := &Measure{s.maps, make([]func() ([]front.Share, error), len(s.maps))}
	for i, m := range s.maps {
		out.shares[i] = sync.OnceValues(func() ([]front.Share, error) { return m.shares(within) })
	}
	return out
}

// shares are the areas without their shapes.
func (m *Map) shares(within orb.MultiPolygon) ([]front.Share, error) {
	areas, err := m.Areas(within)
	if err != nil {
		return nil, err
	}
	out := make([]front.Share, len(areas))
	for i, a := range areas {
		out[i] = front.Share{State: a.State, Km2: a.Km2, ReportedKm2: a.ReportedKm2}
	}
	return out, nil
}

// Shares is how much ground was in each state on each map that is the latest on
// a day of the span, as Areas has it, with the whole span through which it is
// that; of the zero Span on all maps. Ground of which a map says nothing is not
// reported; none has cells. What is given must not be changed.
func (m *Measure) Shares(of timeline.Span) (iter.Seq2[timeline.Span, []front.Share], error) {
	var spans []timeline.Span
	var shares [][]front.Share
	for i, x := range m.maps {
		if !x.Span.Overlaps(of) {
			continue
		}
		measured, err := m.shares[i]()
		if err != nil {
			return nil, err
		}
		spans, shares = append(spans, x.Span), append(shares, measured)
	}
	return func(yield func(timeline.Span, []front.Share) bool) {
		for i, span := range spans {
			if !yield(span, shares[i]) {
				return
			}
		}
	}, nil
}
