package front

import (
	"slices"

	"frontline/geo"
	"frontline/timeline"

	"github.com/paulmach/orb"
)

// search looks for short ways across a side's ground, from front to front along
// the borders of cells.
type search struct {
	net     *net
	stances []stance // by cell
	flood   *flood
	runs    []line
	stand   map[int32]standpoint // by node: where on which line it is
	far     []float64            // by node, how far the way to it is; good where lap says so
	back    []step               // by node, how it was reached
	lap     []int32              // by node, the source from which it was last reached
	source  int32
}

// line is an unbroken stretch of front, and where along it its nodes are.
type line struct {
	nodes  []int32
	km     []float64 // by node, from the beginning; of a closed line the last is the first again
	closed bool
}

type standpoint struct {
	run int
	km  float64
}

type step struct {
	from int32 // node
	way  way   // that was gone
}

// crossing is a way across from one node of a line to another, straight enough to
// lie between them.
type crossing struct {
	run      int
	from, to int32
	span     [2]float64 // of the line that is behind it; wraps around where the second is less
	km       float64    // great circle
	wayKm    float64    // along the borders of cells
	behind   float64    // length of span
}

// searchOf is the ground of a day, with the lines along which it meets others'.
func (v *view) searchOf(day timeline.Day) *search {
	s := &search{net: v.ground.net(), stances: v.on(day), stand: map[int32]standpoint{}}
	s.flood = newFlood(s.net)
	nodes := len(s.net.at)
	s.far, s.back, s.lap = make([]float64, nodes), make([]step, nodes), make([]int32, nodes)
	label := make([]int, len(s.stances))
	for cell, stance := range s.stances {
		if stance == hostile {
			label[cell] = 1
		}
	}
	for _, b := range v.ground.partition.Borders(label) {
		s.add(b.Line)
	}
	return s
}

// add adds a stretch of front.
func (s *search) add(points orb.LineString) {
	l := line{closed: points[0] == points[len(points)-1]}
	km := 0.0
	for i, p := range points {
		if i > 0 {
			km += geo.DistanceKm(points[i-1], p)
		}
		node := s.net.node[p]
		l.nodes, l.km = append(l.nodes, node), append(l.km, km)
		if _, twice := s.stand[node]; !twice {
			s.stand[node] = standpoint{len(s.runs), km}
		}
	}
	s.runs = append(s.runs, l)
}

// passable says whether a border runs between ground that others do not hold.
func (s *search) passable(w way) bool {
	return s.stances[w.left] != hostile && s.stances[w.right] != hostile
}

// crossings are the ways across between nodes of one line that are worth looking
// at: no wider than widthKm, nor than the front behind them allows.
func (s *search) crossings(run int, widthKm float64) (out []crossing) {
	l := s.runs[run]
	total := l.km[len(l.km)-1]
	behind := total
	if l.closed {
		behind /= 2 // of the two ways around, the shorter
	}
	limit := detour * min(widthKm, behind/frontToNeck)
	for _, from := range l.nodes {
		if s.stand[from].run != run {
			continue
		}
		s.reach(from, limit, func(to int32) {
			at := s.stand[to]
			if to <= from || at.run != run {
				return // the way back is the same
			}
			x := crossing{run: run, from: from, to: to, km: geo.DistanceKm(s.net.at[from], s.net.at[to]), wayKm: s.far[to]}
			a, b := min(s.stand[from].km, at.km), max(s.stand[from].km, at.km)
			if x.span, x.behind = [2]float64{a, b}, b-a; l.closed && x.behind > total/2 {
				x.span, x.behind = [2]float64{b, a}, total-x.behind
			}
			if x.km <= widthKm && x.km*frontToNeck <= x.behind && x.wayKm <= detour*x.km {
				out = append(out, x)
			}
		})
	}
	return out
}

// reach walks from a node of a line along borders as far as limitKm, the nearest
// nodes first (Dijkstra), and tells of every node of a line it comes to. There a
// way ends: what goes on from it is another crossing.
func (s *search) reach(from int32, limitKm float64, found func(node int32)) {
	s.source++
	s.far[from], s.lap[from] = 0, s.source
	todo := queue{{from, 0}}
	for len(todo) > 0 {
		at := todo.pop()
		if at.km > s.far[at.node] {
			continue
		}
		if _, ends := s.stand[at.node]; ends && at.node != from {
			found(at.node)
			continue
		}
		for _, w := range s.net.ways[at.node] {
			km := at.km + w.km
			if !s.passable(w) || km > limitKm || s.lap[w.to] == s.source && s.far[w.to] <= km {
				continue
			}
			s.far[w.to], s.lap[w.to], s.back[w.to] = km, s.source, step{at.node, w}
			todo.push(stop{w.to, km})
		}
	}
}

// across is the way of a crossing, border by border.
func (s *search) across(x crossing) (out []way) {
	s.reach(x.from, x.wayKm, func(int32) {})
	for node := x.to; node != x.from; node = s.back[node].from {
		out = append(out, s.back[node].way)
	}
	slices.Reverse(out)
	return out
}
