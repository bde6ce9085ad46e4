package drawn

import (
	"fmt"
	"slices"

	"github.com/paulmach/orb"

	"frontline/geo"
	"frontline/geo/overlay"
	"frontline/timeline"
	"frontline/timeline/front"
)

// Areas is the ground by state, in the order of front.State.Compare: what was
// drawn, and where within (lon, lat; valid) is a region and not nil, what lies
// inside it and outside all shapes. Areas name no places. An error says that
// shapes could not be laid over each other.
func (m *Map) Areas(within orb.MultiPolygon) ([]front.Area, error) {
	pieces, err := m.pieces()
	if err == nil && within != nil {
		pieces, err = m.inside(pieces, within)
	}
	if err != nil {
		return nil, fmt.Errorf("map of %s: %w", m.Span.From, err)
	}
	out := make([]front.Area, len(pieces))
	for i, p := range pieces {
		out[i] = front.Area{State: p.State, Shape: p.shape, Km2: geo.AreaKm2(p.shape)}
		if p.Holder != timeline.Unknown {
			out[i].ReportedKm2 = out[i].Km2
		}
	}
	return out, nil
}

// inside are the pieces as far as they lie in a region, and the rest of it.
func (m *Map) inside(pieces []piece, within orb.MultiPolygon) ([]piece, error) {
	var out []piece
	rest := within
	for _, p := range pieces {
		in, err := overlay.Intersection(p.shape, within)
		if err != nil {
			return nil, err
		}
		if rest, err = overlay.Difference(rest, in); err != nil {
			return nil, err
		}
		out = append(out, piece{p.State, in})
	}
	return collected(append(out, piece{m.outside(), rest}))
}

// outside is the state of what lies outside all shapes.
func (m *Map) outside() front.State { return front.State{Holder: m.beyond} }

// collected joins pieces of one state, and puts them in order.
func collected(pieces []piece) (out []piece, err error) {
	for _, p := range pieces {
		if p.shape = broad(p.shape); p.shape == nil {
			continue
		}
		i := slices.IndexFunc(out, func(o piece) bool { return o.Equal(p.State) })
		if i < 0 {
			out = append(out, p)
		} else if out[i].shape, err = overlay.Union(out[i].shape, p.shape); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(out, func(a, b piece) int { return a.Compare(b.State) })
	return out, nil
}
