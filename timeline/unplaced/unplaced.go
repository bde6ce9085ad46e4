// Package unplaced lists the names of reports that could not be put on the
// ground: what an analyst has to decide, most often named first.
package unplaced

import (
	"cmp"
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

// Mention is a place named in a report.
type Mention struct {
	Report string // id
	timeline.Mention
}

// List gathers the names that are not placed from the mentions of all reports,
// in which those of a report stand together and in order. waiting is how many
// claims of a report wait for a name. Names that fold to one key are one. No
// mentions give none.
func List(mentions []Mention, waiting func(report, surface string) int) []Name {
	byKey := map[string]*gathered{}
	for from := 0; from < len(mentions); {
		to := from + 1
		for to < len(mentions) && mentions[to].Report == mentions[from].Report {
			to++
		}
		gather(byKey, mentions[from:to], waiting)
		from = to
	}
	out := make([]Name, 0, len(byKey))
	for _, g := range byKey {
		out = append(out, g.name())
	}
	slices.SortFunc(out, func(a, b Name) int {
		return cmp.Or(cmp.Compare(b.Reports, a.Reports), cmp.Compare(b.Claims, a.Claims), cmp.Compare(a.Name, b.Name))
	})
	return out
}

// gathered is what is known of a name so far.
type gathered struct {
	Name
	surfaces, classes map[string]int
	near              map[string]*Neighbour // by id
}

// gather takes in the mentions of one report.
func gather(byKey map[string]*gathered, report []Mention, waiting func(report, surface string) int) {
	for i, m := range report {
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
		g.Claims += waiting(m.Report, m.Surface)
		g.surfaces[m.Surface]++
		g.classes[m.Class]++
		if len(g.Examples) < maxExamples {
			g.Examples = append(g.Examples, Example{m.Report, m.Start, m.End})
		}
		for k, o := range report {
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
func commonest(counts map[string]int) string {
	best := ""
	for _, s := range slices.Sorted(maps.Keys(counts)) {
		if counts[s] > counts[best] || best == "" && counts[""] < counts[s] {
			best = s
		}
	}
	return best
}
