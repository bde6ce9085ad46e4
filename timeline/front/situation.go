package front

import (
	"slices"
	"sync"

	"frontline/geo"
	"frontline/timeline"

	"github.com/paulmach/orb"
)

// Situation is who held the ground on a day. It never changes; areas and fronts
// are made when they are first asked for.
type Situation struct {
	Day    timeline.Day
	Cells  []Standing // by cell; those beyond are near no place, and nobody holds them
	ground *Ground
	states []State // in the order of areas
	label  []int   // by cell of the partition: which of states; -1 where it has no colour
	areas  func() []Area
	fronts func() []Front
}

// Area is all the ground in the same state.
type Area struct {
	State
	Shape       orb.MultiPolygon // RFC 7946
	Km2         float64
	ReportedKm2 float64  // of cells of which a claim says so; the rest is concluded
	Places      []string // ids, sorted: those whose holdings say so; for the unknown, those without
}

// Front is a line between the ground of two actors. Contested ground and
// ground nobody is known to hold have no front.
type Front struct {
	A, B   timeline.Actor // A < B
	Line   orb.LineString // with A on its left; closed where it runs around
	Km     float64
	Places [][2]string // the places it runs between, A's first, along Line; each pair once
}

// On is who held the ground on a day. word tells what is known of a place on
// that day; false, a holding of other days and the holder Unknown or "" mean
// that nothing is. A cell is held by the one actor that holds its place. It is
// contested if its place is, or if places at the same point have different
// holders; then the parties are all actors named there. word is called once for
// each place that has a cell.
func (g *Ground) On(day timeline.Day, word func(placeID string) (Word, bool)) *Situation {
	s := &Situation{Day: day, Cells: make([]Standing, len(g.places)), label: make([]int, g.partition.Cells())}
	var kinds states
	for cell, ids := range g.ids {
		s.Cells[cell] = standingOf(ids, day, func(i int) (Word, bool) { return word(ids[i]) })
		s.label[cell] = kinds.number(s.Cells[cell].State)
	}
	var at []int
	s.states, at = kinds.sorted()
	for cell := range s.label {
		if cell < len(s.Cells) {
			s.label[cell] = at[s.label[cell]]
		} else {
			s.label[cell] = -1
		}
	}
	return s.over(g)
}

// over puts the situation on a ground with the same cells.
func (s *Situation) over(g *Ground) *Situation {
	s.ground = g
	s.areas = sync.OnceValue(s.makeAreas)
	s.fronts = sync.OnceValue(s.makeFronts)
	return s
}

// Within is the situation inside a part of the ground that Ground.Within made.
func (s *Situation) Within(part *Ground) *Situation {
	return (&Situation{Day: s.Day, Cells: s.Cells, states: s.states, label: s.label}).over(part)
}

// Ground is what the situation is of.
func (s *Situation) Ground() *Ground { return s.ground }

// Areas is the ground by state: held by holder, then contested by parties, then
// unknown. They must not be changed.
func (s *Situation) Areas() []Area { return s.areas() }

// Fronts are the lines between holders, by A and B. They must not be changed.
func (s *Situation) Fronts() []Front { return s.fronts() }

func (s *Situation) makeAreas() []Area {
	places := make([][]string, len(s.states))
	for cell, c := range s.Cells {
		places[s.label[cell]] = append(places[s.label[cell]], c.Places...)
	}
	reported := s.reported()
	var out []Area
	for _, r := range s.ground.partition.Join(s.label) {
		a := Area{State: s.states[r.Label], Shape: r.Shape, Km2: r.Km2, ReportedKm2: min(reported[r.Label], r.Km2), Places: places[r.Label]}
		slices.Sort(a.Places)
		out = append(out, a)
	}
	return out
}

// makeFronts are the borders between held cells. The labels of these are in the
// order of their actors, so that a border's left is A.
func (s *Situation) makeFronts() []Front {
	held := slices.Clone(s.label)
	for cell, l := range held {
		if l >= 0 && !s.states[l].Held() {
			held[cell] = -1
		}
	}
	var out []Front
	for _, b := range s.ground.partition.Borders(held) {
		f := Front{A: s.states[b.Left].Holder, B: s.states[b.Right].Holder, Line: b.Line, Km: geo.LengthKm(b.Line)}
		seen := map[[2]int]bool{}
		for _, c := range b.Cells {
			if !seen[c] {
				seen[c] = true
				f.Places = append(f.Places, [2]string{s.Cells[c[0]].Places[0], s.Cells[c[1]].Places[0]})
			}
		}
		out = append(out, f)
	}
	return out
}
