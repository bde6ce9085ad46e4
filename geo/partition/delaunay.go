package partition

// ghosts is how many sites stand far around the real ones.
const ghosts = 4

// mesh is a Delaunay triangulation. Half-edge h belongs to triangle h/3 and
// runs from vertex start[h] to the start of the next half-edge of the
// triangle, which lies on its left; twin[h] is the same edge the other way, or
// -1 along the outermost square. Vertices are the sites and, after them, the
// ghosts: a square so far out that no point within reachBits is nearer to a
// ghost than to a site. They make every cell of a site finite and leave no
// special case for few sites or sites on a line.
type mesh struct {
	at    []vec
	start []int32
	twin  []int32
	spoke []int32 // by vertex, a half-edge that starts there; -1 if none
	stack []int32 // scratch of insert
}

func next(h int32) int32 {
	if h%3 == 2 {
		return h - 2
	}
	return h + 1
}

func prev(h int32) int32 {
	if h%3 == 0 {
		return h + 2
	}
	return h - 1
}

func (m *mesh) end(h int32) int32 { return m.start[next(h)] }

// triangulate inserts point after point and flips edges until every circle
// through a triangle is empty (Lawson, "Software for C1 Surface
// Interpolation", 1977). All decisions are exact. first names for each point
// the vertex that stands for it: itself, or the equal point inserted before.
// It takes over points, which must have room for the ghosts.
func triangulate(points []vec) (m *mesh, first []int32) {
	n := int32(len(points))
	const far = 8 << reachBits
	m = &mesh{at: append(points, vec{-far, -far}, vec{far, -far}, vec{far, far}, vec{-far, far})}
	m.start = make([]int32, 0, 6*(n+1))
	m.twin = make([]int32, 0, 6*(n+1))
	m.start = append(m.start, n, n+1, n+2, n, n+2, n+3)
	m.twin = append(m.twin, -1, -1, 3, 2, -1, -1)
	first = make([]int32, n)
	seen := int32(0) // a half-edge near the last point
	for _, v := range insertionOrder(points) {
		h, same := m.locate(m.at[v], seen)
		first[v] = same
		if same < 0 {
			first[v] = v
			seen = m.insert(v, h)
		}
	}
	m.spokes()
	return m, first
}

// spokes names a half-edge for every vertex.
func (m *mesh) spokes() {
	m.spoke = make([]int32, len(m.at))
	for v := range m.spoke {
		m.spoke[v] = -1
	}
	for h, v := range m.start {
		m.spoke[v] = int32(h)
	}
}

// locate walks from half-edge h to the triangle of p. It gives the half-edge
// of that triangle on which p lies, else any of it; same is the vertex equal
// to p, or -1. In a Delaunay triangulation such a walk cannot go in circles
// (De Floriani, Falcidieno, Nagy and Pienovi 1991).
func (m *mesh) locate(p vec, h int32) (in, same int32) {
walk:
	for {
		in = h
		for range 3 {
			a := m.start[h]
			side := orient(m.at[a], m.at[m.end(h)], p)
			if side < 0 {
				h = m.twin[h]
				continue walk
			}
			if side == 0 {
				in = h
			}
			h = next(h)
		}
		for range 3 {
			if m.at[m.start[h]] == p {
				return h, m.start[h]
			}
			h = next(h)
		}
		return in, -1
	}
}

// insert puts vertex v into the triangle of h, or onto h if it lies there, and
// restores emptiness of circles. It returns a half-edge that ends at v.
func (m *mesh) insert(v, h int32) int32 {
	h1, h2 := next(h), prev(h)
	a, b, c := m.start[h], m.start[h1], m.start[h2]
	onEdge := orient(m.at[a], m.at[b], m.at[v]) == 0
	ta, tb, tc := m.twin[h], m.twin[h1], m.twin[h2]
	e := h - h%3 // (a b v) takes the old triangle's place, (b c v) and (c a v) are new
	f := int32(len(m.start))
	g := f + 3
	m.start = append(m.start, b, c, v, c, a, v)
	m.twin = append(m.twin, -1, g+2, e+1, -1, e+2, f+1)
	m.start[e], m.start[e+1], m.start[e+2] = a, b, v
	m.twin[e+1], m.twin[e+2] = f+2, g+1
	m.join(e, ta)
	m.join(f, tb)
	m.join(g, tc)
	m.stack = append(m.stack[:0], e, f, g)
	if onEdge { // (a b v) is flat: turn a–b into v and the corner beyond
		m.flip(e)
		m.stack = append(m.stack, ta-ta%3)
	}
	for len(m.stack) > 0 {
		last := len(m.stack) - 1
		h := m.stack[last]
		m.stack = m.stack[:last]
		t := m.twin[h]
		if t < 0 || !inCircle(m.at[m.start[h]], m.at[m.end(h)], m.at[v], m.at[m.start[prev(t)]]) {
			continue
		}
		m.flip(h)
		m.stack = append(m.stack, h, t-t%3)
	}
	return e + 1
}

func (m *mesh) join(h, t int32) {
	m.twin[h] = t
	if t >= 0 {
		m.twin[t] = h
	}
}

// flip replaces edge a–b of the triangle (a b v), h being its first half-edge,
// by the other diagonal: (a d v) stays at h and (d b v) takes the place of the
// triangle beyond. Both have v as their last corner.
func (m *mesh) flip(h int32) {
	t := m.twin[h]
	b, v := m.start[h+1], m.start[h+2]
	d := m.start[prev(t)]
	ad, db, bv := m.twin[next(t)], m.twin[prev(t)], m.twin[h+1]
	t -= t % 3
	m.start[h+1] = d
	m.start[t], m.start[t+1], m.start[t+2] = d, b, v
	m.join(h, ad)
	m.join(t, db)
	m.join(t+1, bv)
	m.twin[h+1], m.twin[t+2] = t+2, h+1
}
