package front

import (
	"slices"

	"frontline/geo"
	"frontline/timeline"

	"github.com/paulmach/orb"
)

// Map is the map of a day.
type Map struct {
	Day    timeline.Day
	Areas  []Area  // held ones by holder, then contested ones by parties, then the unknown
	Fronts []Front // by A and B
}

// Area is all the ground in the same state.
type Area struct {
	Holder    timeline.Actor   // Unknown where nobody is known to hold it; "" where contested
	Contested bool             // by Parties
	Parties   []timeline.Actor // sorted; nil unless contested
	Shape     orb.MultiPolygon // RFC 7946
	Km2       float64
	Places    []string // ids, sorted: those whose holdings say so; for the unknown, those without
}

// Front is a line between the ground of two actors. Contested ground and
// ground nobody is known to hold have no front.
type Front struct {
	A, B   timeline.Actor // A < B
	Line   orb.LineString // with A on its left; closed where it runs around
	Km     float64
	Places [][2]string // the places it runs between, A's first, along Line; each pair once
}

// On draws the map of a day. holding tells who held a place on that day;
// false, a holding of other days and the holder Unknown or "" mean that it is
// not known. A cell is held by the one actor that holds its place. It is
// contested if its place is, or if places at the same point have different
// holders; then the parties are all actors named there. holding is called
// once for each place that has a cell.
func (g *Ground) On(day timeline.Day, holding func(placeID string) (timeline.Holding, bool)) Map {
	states := make([]state, len(g.places))
	proofs := make([][]string, len(g.places))
	for cell, places := range g.places {
		states[cell], proofs[cell] = stateOf(places, day, holding)
	}
	kinds := slices.Clone(states)
	slices.SortFunc(kinds, compareStates)
	kinds = slices.Compact(kinds)
	label, held := make([]int, g.partition.Cells()), make([]int, g.partition.Cells())
	for cell := range label {
		label[cell], held[cell] = -1, -1
		if cell < len(states) {
			label[cell], _ = slices.BinarySearchFunc(kinds, states[cell], compareStates)
			if states[cell].rank() == 0 {
				held[cell] = label[cell]
			}
		}
	}
	return Map{Day: day, Areas: g.areas(kinds, label, proofs), Fronts: g.fronts(kinds, held, proofs)}
}

func (g *Ground) areas(kinds []state, label []int, proofs [][]string) []Area {
	places := make([][]string, len(kinds))
	for cell, proof := range proofs {
		places[label[cell]] = append(places[label[cell]], proof...)
	}
	var out []Area
	for _, r := range g.partition.Join(label) {
		s := kinds[r.Label]
		a := Area{Holder: s.holder, Contested: s.contested, Shape: r.Shape, Km2: r.Km2, Places: places[r.Label]}
		if s.contested {
			a.Parties = split(s.parties)
		}
		slices.Sort(a.Places)
		out = append(out, a)
	}
	return out
}

// fronts are the borders between held cells. The labels of these are in the
// order of their actors, so that a border's left is A.
func (g *Ground) fronts(kinds []state, held []int, proofs [][]string) []Front {
	var out []Front
	for _, b := range g.partition.Borders(held) {
		f := Front{A: kinds[b.Left].holder, B: kinds[b.Right].holder, Line: b.Line, Km: geo.LengthKm(b.Line)}
		seen := map[[2]int]bool{}
		for _, c := range b.Cells {
			if !seen[c] {
				seen[c] = true
				f.Places = append(f.Places, [2]string{proofs[c[0]][0], proofs[c[1]][0]})
			}
		}
		out = append(out, f)
	}
	return out
}
