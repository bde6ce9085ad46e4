package partition

// crossing is where the outline passes from one cell into another.
type crossing struct {
	edge   int32   // the lower half-edge between the two cells
	node   int32   // of the arrangement
	along  float64 // place on the edge between the cells, in steps
	inward int8    // 1 where following the edge leads into the outline, -1 out of it
}

// walk follows the outline through the cells.
type walk struct {
	mesh  *mesh
	cross []crossing
	at    []vec   // of the crossings
	ring  []visit // of the ring under way
}

// visit is one crossing as the ring comes by it.
type visit struct {
	side   int32 // of the ring, by the vertex it begins at
	vertex int32 // of the mesh: whose cell begins here
	cross  int32
}

// nearest goes from vertex v to the vertex nearest to q, of equally near ones
// that with the lower number among its neighbours.
func (m *mesh) nearest(q vec, v int32) int32 {
	for {
		better := v
		m.around(v, func(h int32) bool {
			if w := m.end(h); m.nearer(q, w, v) {
				better = w
			}
			return better == v
		})
		if better == v {
			return v
		}
		v = better
	}
}

// nearer says whether q is nearer to vertex w than to vertex v.
func (m *mesh) nearer(q vec, w, v int32) bool {
	l := lead(q, m.at[w], m.at[v])
	return l > 0 || l == 0 && w < v
}

// around calls f with the half-edges that start at v, until it says false.
func (m *mesh) around(v int32, f func(h int32) bool) {
	for h := m.spoke[v]; f(h); {
		if h = m.twin[prev(h)]; h < 0 || h == m.spoke[v] {
			return
		}
	}
}

// follow walks once around a ring from the cell nearest to its beginning.
// from is any site's vertex of the mesh; begin and end are those in whose
// cells the ring begins and ends, which differ only if it begins exactly where
// several cells meet.
func (w *walk) follow(s shore, from int32) (begin, end int32) {
	begin = w.mesh.nearest(s[0], from)
	end = begin
	w.ring = w.ring[:0]
	for i, p := range s {
		q := s[(i+1)%len(s)]
		at := 0.0 // how far along the side, 0…1
		for {
			h, t := w.exit(p, q, end)
			if h < 0 {
				break
			}
			at = max(at, t)
			w.pass(h, p.add(q.sub(p).times(at)))
			end = w.mesh.end(h)
			w.ring = append(w.ring, visit{int32(i), end, int32(len(w.cross) - 1)})
		}
	}
	return begin, end
}

// exit is the half-edge from v to the vertex whose cell the way from p to q
// enters on leaving that of v, and where on the way that is, 0…1; or -1 where
// q is in the cell of v. Every exit leads to a cell nearer to q, so a way has
// an end.
func (w *walk) exit(p, q vec, v int32) (h int32, at float64) {
	m := w.mesh
	h, at = -1, 2
	m.around(v, func(k int32) bool {
		n := m.end(k)
		if !m.nearer(q, n, v) {
			return true
		}
		t := 1.0
		if before, after := lead(p, m.at[v], m.at[n]), lead(q, m.at[v], m.at[n]); before <= 0 {
			t = 0
		} else if after < 0 {
			t = before / (before - after)
		}
		if t < at {
			h, at = k, t
		}
		return true
	})
	return h, at
}

// pass notes that the outline crosses at x from the cell of h's start into
// that of its end.
func (w *walk) pass(h int32, x vec) {
	c := crossing{edge: h, inward: -1}
	if t := w.mesh.twin[h]; t < h {
		c.edge, c.inward = t, 1
	}
	u, v := w.mesh.at[w.mesh.start[c.edge]], w.mesh.at[w.mesh.end(c.edge)]
	d := v.sub(u).left()
	c.along = -(x.sub(u).x*d.x + x.sub(u).y*d.y) / d.length()
	w.cross = append(w.cross, c)
	w.at = append(w.at, x)
}
