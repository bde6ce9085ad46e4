package partition

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"
)

// drawPoints are whole-numbered points, often on a line, a circle or each
// other.
func drawPoints(t *rapid.T) []vec {
	span := rapid.SampledFrom([]int64{2, 5, 40, 1 << reachBits}).Draw(t, "span")
	rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
	n := rapid.IntRange(0, 15).Draw(t, "points")
	points := make([]vec, n, n+ghosts)
	for i := range points {
		points[i] = vec{float64(rng.Int64N(2*span+1) - span), float64(rng.Int64N(2*span+1) - span)}
	}
	return points
}

// determinant is the in-circle determinant in rational numbers, written out
// from its definition.
func determinant(a, b, c, d vec) int {
	row := func(p vec) [4]*big.Rat {
		x, y := new(big.Rat).SetFloat64(p.x), new(big.Rat).SetFloat64(p.y)
		q := new(big.Rat).Add(new(big.Rat).Mul(x, x), new(big.Rat).Mul(y, y))
		return [4]*big.Rat{x, y, q, big.NewRat(1, 1)}
	}
	m := [][4]*big.Rat{row(a), row(b), row(c), row(d)}
	var laplace func(rows []int, col int) *big.Rat
	laplace = func(rows []int, col int) *big.Rat {
		sum := new(big.Rat)
		if len(rows) == 0 {
			return sum.SetInt64(1)
		}
		for i, r := range rows {
			rest := append(append([]int{}, rows[:i]...), rows[i+1:]...)
			term := new(big.Rat).Mul(m[r][col], laplace(rest, col+1))
			if i%2 == 1 {
				term.Neg(term)
			}
			sum.Add(sum, term)
		}
		return sum
	}
	return laplace([]int{0, 1, 2, 3}, 0).Sign()
}

func TestCirclesOfTheMeshAreEmpty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		points := drawPoints(t)
		m, first := triangulate(points)
		used := map[vec]bool{}
		for v, f := range first {
			if m.at[v] != m.at[f] {
				t.Fatalf("%v stands for %v", m.at[f], m.at[v])
			}
			used[m.at[v]] = true
		}
		if got, want := len(m.start)/3, 2+2*len(used); got != want {
			t.Fatalf("%d triangles over %d points: want %d", got, len(used), want)
		}
		for h, k := range m.twin {
			if k >= 0 && (m.twin[k] != int32(h) || m.start[k] != m.end(int32(h))) {
				t.Fatalf("half-edges %d and %d are no twins", h, k)
			}
		}
		for tri := range len(m.start) / 3 {
			a, b, c := m.at[m.start[3*tri]], m.at[m.start[3*tri+1]], m.at[m.start[3*tri+2]]
			if orient(a, b, c) <= 0 {
				t.Fatalf("triangle %v %v %v does not turn left", a, b, c)
			}
			for p := range used {
				if determinant(a, b, c, p) > 0 {
					t.Fatalf("%v lies within the circle of %v %v %v", p, a, b, c)
				}
			}
		}
	})
}

func TestPredicatesAreExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole := func(label string) float64 {
			return float64(rapid.Int64Range(-1<<reachBits, 1<<reachBits).Draw(t, label))
		}
		mid := vec{whole("x"), whole("y")}.times(1.0 / 8).rounded()
		dx, dy := float64(rapid.Int64Range(-1<<40, 1<<40).Draw(t, "dx")), float64(rapid.Int64Range(-1<<40, 1<<40).Draw(t, "dy"))
		if dx == 0 && dy == 0 {
			return
		}
		// Four points of one circle, and a step aside from it.
		a, b, c, d := mid.add(vec{dx, dy}), mid.add(vec{-dy, dx}), mid.add(vec{-dx, -dy}), mid.add(vec{dy, -dx})
		if inCircle(a, b, c, d) || lead(mid, a, b) != 0 || orient(a, mid, c) != 0 {
			t.Fatalf("%v %v %v %v are on a circle around %v", a, b, c, d, mid)
		}
		for _, aside := range []vec{{1, 0}, {0, 1}, {-1, 0}, {0, -1}} {
			if p := d.add(aside); inCircle(a, b, c, p) != (determinant(a, b, c, p) > 0) {
				t.Fatalf("%v against the circle of %v %v %v", p, a, b, c)
			}
			p := mid.add(aside)
			if got, want := lead(p, a, b) > 0, aside.x*(a.x-b.x)+aside.y*(a.y-b.y) > 0; got != want {
				t.Fatalf("%v nearer to %v than to %v: %v", p, a, b, got)
			}
		}
	})
}
