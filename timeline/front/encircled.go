package front

import (
	"slices"

	"frontline/timeline"
)

// follow finds the days through which a pocket was closed, and what closed it. Only
// what changes inside it and in the ring around it can open it, so time is walked
// from one such change to the next, for as long as the ring holds.
func (v *view) follow(p *Pocket, cells []int32, f *flood, day timeline.Day) {
	inside, on := cells, day
	for {
		p.From, _ = v.steady(inside, f.net, on)
		before := p.From - 1
		if f.from(v.remaining(inside, before), true, v.passable(before)) {
			p.Closed = v.closing(inside, f, p.From)
			break
		}
		if !v.anyOwn(f.cells, before) {
			break // the side is not known to have held anything there
		}
		inside, on = slices.Clone(f.cells), before
	}
	inside, on = cells, day
	for {
		if _, p.To = v.steady(inside, f.net, on); !p.To.Known() {
			return
		}
		if f.from(v.remaining(inside, p.To), true, v.passable(p.To)) || !v.anyOwn(f.cells, p.To) {
			return
		}
		inside, on = slices.Clone(f.cells), p.To
	}
}

// passable is where the side may go on a day, for all that is known.
func (v *view) passable(day timeline.Day) func(from, to int32) bool {
	return func(_, to int32) bool { return v.at(to, day) != hostile }
}

// steady is the half-open run of days around a day through which nothing changed
// in some cells and beside them; its end is zero where nothing has changed since.
func (v *view) steady(cells []int32, n *net, day timeline.Day) (since, until timeline.Day) {
	look := func(cell int32) {
		from, to := v.turns(cell, day)
		since = max(since, from)
		if to.Known() && (!until.Known() || to < until) {
			until = to
		}
	}
	for _, cell := range cells {
		look(cell)
		for _, e := range n.sides[cell] {
			if e.beyond >= 0 {
				look(e.beyond)
			}
		}
	}
	return since, until
}

// remaining are those of the cells that the side was in on a day.
func (v *view) remaining(cells []int32, day timeline.Day) (out []int32) {
	for _, cell := range cells {
		if s := v.at(cell, day); s == own || s == shared {
			out = append(out, cell)
		}
	}
	return out
}

// anyOwn says whether the side alone held any of the cells on a day: without that,
// what is shut in is no pocket.
func (v *view) anyOwn(cells []int32, day timeline.Day) bool {
	return slices.ContainsFunc(cells, func(cell int32) bool { return v.at(cell, day) == own })
}

// closing is what closed the ring around the cells inside on a day: the ground that
// came into others' hands on that day and joined, the day before, the inside to
// ground that is outside still.
func (v *view) closing(inside []int32, f *flood, day timeline.Day) []Turn {
	taken := func(cell int32) bool { return v.at(cell, day) == hostile && v.at(cell, day-1) != hostile }
	var beside []int32
	for _, cell := range inside {
		for _, e := range f.net.sides[cell] {
			if e.beyond >= 0 && taken(e.beyond) {
				beside = append(beside, e.beyond)
			}
		}
	}
	slices.Sort(beside)
	beside = slices.Compact(beside)
	done := map[int32]bool{}
	var gates []int32
	for _, cell := range beside {
		if done[cell] {
			continue
		}
		f.from([]int32{cell}, false, func(_, to int32) bool { return taken(to) })
		group := slices.Clone(f.cells)
		for _, one := range group {
			done[one] = true
		}
		if v.leadsOut(group, f, day) {
			gates = append(gates, group...)
		}
	}
	slices.Sort(gates)
	return v.turned(gates, day)
}

// leadsOut says whether ground that others took on a day led to the outline, or to
// ground that is not inside any ring.
func (v *view) leadsOut(group []int32, f *flood, day timeline.Day) bool {
	var next []int32
	for _, cell := range group {
		for _, e := range f.net.sides[cell] {
			if e.beyond < 0 {
				return true
			}
			if v.at(e.beyond, day) != hostile {
				next = append(next, e.beyond)
			}
		}
	}
	return f.from(next, true, v.passable(day))
}

// turned is what passed from one state to another on a day.
func (v *view) turned(cells []int32, day timeline.Day) (out []Turn) {
	for _, cell := range cells {
		out = append(out, Turn{v.ground.ids[cell], v.state(cell, day-1), v.state(cell, day)})
	}
	return out
}
