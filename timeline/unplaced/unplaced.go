// Package unplaced lists the names of reports that could not be put on the
// ground: what an analyst has to decide, most often named first.
package unplaced

import (
	"cmp"
	"iter"
	"maps"
	"slices"

	"frontline/geo"
	"frontline/geo/gazetteer"
	"frontline/timeline"
)

// Name is a name that is not placed, in all reports that use it.
type Name struct {
	Name       string       // as it is written most often
	Class      string       // the class noun that stands before it most often, in English; "" if none
	Reports    int          // that name it
	Claims     int          // that wait for it
	Reason     string       // why it is not placed, in the first of them
	Candidates []geo.Ranked // the places it may mean, as ranked in the first of them; nil where none is so called
	Neighbours []Neighbour  // placed names that stand next to it, most often first
	Examples   []Example    // where it stands
}

// Neighbour is a placed name next to one that is not.
type Neighbour struct {
	Place   geo.Place
	Reports int // in which they stand together
}

// Example is a place in a report where the name stands.
type Example struct {
	Report     string // id
	Start, End int    // bytes
}

// How far from a name, in bytes, another one counts as its neighbour: about
// two sentences. And how many neighbours and examples a name has at most.
const (
	neighbourReach = 600
	maxNeighbours  = 5
	maxExamples    = 5
)

// List gathers the names that are not placed from what reports say; their
// texts are not looked at. Names that fold to one key are one. No readings give
// none; an error of theirs is passed on.
func List(readings iter.Seq2[timeline.Reading, error]) ([]Name, error) {
	byKey := map[string]*gathered{}
	for r, err := range readings {
		if err != nil {
			return nil, err
		}
		gather(byKey, &r)
	}
	out := make([]Name, 0, len(byKey))
	for _, g := range byKey {
		out = append(out, g.name())
	}
	slices.SortFunc(out, func(a, b Name) int {
		return cmp.Or(cmp.Compare(b.Reports, a.Reports), cmp.Compare(b.Claims, a.Claims), cmp.Compare(a.Name, b.Name))
	})
	return out, nil
}

// gathered is what is known of a name so far.
type gathered struct {
	Name
	surfaces, classes map[string]int
	near              map[string]*Neighbour // by id
}

// gather takes in what one report says.
func gather(byKey map[string]*gathered, r *timeline.Reading) {
	waiting := map[string]int{}
	for _, c := range r.Claims {
		if c.Place != nil && c.Place.Named && !c.Place.Placed() {
			waiting[gazetteer.NameKey(c.Place.Surface)]++
		}
	}
	for i, m := range r.Places {
		key := gazetteer.NameKey(m.Surface)
		if m.Place != nil || key == "" {
			continue
		}
		g := byKey[key]
		if g == nil {
			g = &gathered{Name{Reason: m.Reason, Candidates: m.Candidates}, map[string]int{}, map[string]int{}, map[string]*Neighbour{}}
			byKey[key] = g
		}
		g.Reports++
		g.Claims += waiting[key]
		delete(waiting, key) // a report can have two mentions of one key
		g.surfaces[m.Surface]++
		g.classes[m.Class]++
		if len(g.Examples) < maxExamples {
			g.Examples = append(g.Examples, Example{r.Report.ID, m.Start, m.End})
		}
		for k, o := range r.Places {
			if k == i || o.Place == nil || max(o.Start-m.Start, m.Start-o.Start) > neighbourReach {
				continue
			}
			if g.near[o.Place.ID] == nil {
				g.near[o.Place.ID] = &Neighbour{Place: *o.Place}
			}
			g.near[o.Place.ID].Reports++
		}
	}
}

func (g *gathered) name() Name {
	out := g.Name
	out.Name, out.Class = commonest(g.surfaces), commonest(g.classes)
	for _, n := range g.near {
		out.Neighbours = append(out.Neighbours, *n)
	}
	slices.SortFunc(out.Neighbours, func(a, b Neighbour) int {
		return cmp.Or(cmp.Compare(b.Reports, a.Reports), cmp.Compare(a.Place.ID, b.Place.ID))
	})
	out.Neighbours = out.Neighbours[:min(maxNeighbours, len(out.Neighbours))]
	return out
}

// commonest is what was counted most often; of several, the first by name.
func commonest(counts map[string]int) (best string) {
	n := 0
	for _, s := range slices.Sorted(maps.Keys(counts)) {
		if counts[s] > n {
			best, n = s, counts[s]
		}
	}
	return best
}
