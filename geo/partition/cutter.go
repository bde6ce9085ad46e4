package partition

import "github.com/paulmach/orb"

// cutter turns a closed chain of half-edges into simple rings: where the chain
// comes back to a point, what lies between becomes a ring of its own.
type cutter struct {
	a     *arrangement
	chain []int32       // nodes since the start that are not cut off yet
	seen  map[int32]int // where in chain a shared node stands
	done  []orb.Ring
}

func newCutter(a *arrangement) *cutter { return &cutter{a: a, seen: map[int32]int{}} }

// follow adds a half-edge: all of its nodes but the last.
func (c *cutter) follow(h halfEdge) {
	from, _ := c.a.ends(h)
	c.add(from)
	c.a.between(h, c.add)
}

// between calls f with the nodes between the ends of a half-edge, in its
// direction.
func (a *arrangement) between(h halfEdge, f func(node int32)) {
	i := int(h>>1) - a.inner
	if i < 0 {
		return
	}
	run := a.runs[i]
	if h&1 == 0 {
		for n := run[0]; n < run[1]; n++ {
			f(n)
		}
		return
	}
	for n := run[1] - 1; n >= run[0]; n-- {
		f(n)
	}
}

func (c *cutter) add(node int32) {
	node = c.a.same[node]
	if !c.a.shared[node] {
		c.chain = append(c.chain, node)
		return
	}
	at, ok := c.seen[node]
	if !ok {
		c.seen[node] = len(c.chain)
		c.chain = append(c.chain, node)
		return
	}
	c.cut(at)
	c.chain = c.chain[:at+1]
}

// cut makes a ring of the chain from index at on.
func (c *cutter) cut(at int) {
	loop := c.chain[at:]
	for _, n := range loop[1:] {
		delete(c.seen, n)
	}
	if len(loop) < 3 {
		return
	}
	ring := make(orb.Ring, len(loop)+1)
	for i, n := range loop {
		ring[i] = c.a.points[n]
	}
	ring[len(loop)] = ring[0]
	c.done = append(c.done, ring)
}

// rings ends the chain, gives the rings it fell into and starts anew. The
// slice is good until the next call.
func (c *cutter) rings() []orb.Ring {
	if len(c.chain) > 0 {
		c.cut(0)
	}
	out := c.done
	c.chain, c.done = c.chain[:0], c.done[:0]
	clear(c.seen)
	return out
}
