package partition

import (
	"math"
	"math/big"
)

// The predicates work on points whose differences are whole numbers below 2⁵²
// (see reachBits), so that a difference is never rounded.

// minor is a·d − b·c with a relative error below two units in the last place,
// by Kahan's method with fused multiply-add (Jeannerod, Louvet and Muller,
// Math. Comp. 82, 2013). Its sign is therefore always right, and it is 0 only
// where the exact value is.
func minor(a, b, c, d float64) float64 {
	w := b * c
	return math.FMA(a, d, -w) + math.FMA(-b, c, w)
}

// cross is the cross product of two differences, its sign exact.
func cross(u, v vec) float64 { return minor(u.x, u.y, v.x, v.y) }

// orient is positive where a, b, c turn to the left, 0 where they lie on a
// line. The sign is exact.
func orient(a, b, c vec) float64 { return cross(b.sub(a), c.sub(a)) }

// lead is |q−b|² − |q−a|²: positive where q is nearer to a than to b. The sign
// is exact, and lead(q, a, b) = −lead(q, b, a).
func lead(q, a, b vec) float64 {
	d, m := a.sub(b), q.sub(a).add(q.sub(b))
	return minor(d.x, -d.y, m.y, m.x)
}

// circleError bounds the relative rounding error of the float64 determinant in
// inCircle: (10 + 96ε)ε with ε = 2⁻⁵³, after Shewchuk, "Adaptive Precision
// Floating-Point Arithmetic and Fast Robust Geometric Predicates" (Discrete &
// Computational Geometry 18, 1997).
const circleError = (10 + 96*0x1p-53) * 0x1p-53

// inCircle says whether d lies inside, not on, the circle through a, b and c,
// which turn to the left. Where the float64 result is within its error, the
// determinant is taken again in integers.
func inCircle(a, b, c, d vec) bool {
	a, b, c = a.sub(d), b.sub(d), c.sub(d)
	bc, cb := b.x*c.y, b.y*c.x
	ca, ac := c.x*a.y, c.y*a.x
	ab, ba := a.x*b.y, a.y*b.x
	al, bl, cl := a.x*a.x+a.y*a.y, b.x*b.x+b.y*b.y, c.x*c.x+c.y*c.y
	det := al*(bc-cb) + bl*(ca-ac) + cl*(ab-ba)
	size := al*(math.Abs(bc)+math.Abs(cb)) + bl*(math.Abs(ca)+math.Abs(ac)) + cl*(math.Abs(ab)+math.Abs(ba))
	if bound := circleError * size; det > bound || det < -bound {
		return det > 0
	}
	return inCircleExact(a, b, c)
}

// inCircleExact is inCircle for d at the origin, in integers.
func inCircleExact(a, b, c vec) bool {
	det := new(big.Int)
	for _, t := range [3][3]vec{{a, b, c}, {b, c, a}, {c, a, b}} {
		lift := new(big.Int).Add(product(t[0].x, t[0].x), product(t[0].y, t[0].y))
		turn := new(big.Int).Sub(product(t[1].x, t[2].y), product(t[1].y, t[2].x))
		det.Add(det, lift.Mul(lift, turn))
	}
	return det.Sign() > 0
}

func product(a, b float64) *big.Int {
	x := big.NewInt(int64(a))
	return x.Mul(x, big.NewInt(int64(b)))
}

// circumcentre is the middle of the circle through a, b and c. It is reckoned
// from the corner with the widest angle, where the error stays near one unit
// in the last place of the radius. The three must not lie on a line.
func circumcentre(a, b, c vec) vec {
	ab, bc, ca := b.sub(a), c.sub(b), a.sub(c)
	lab, lbc, lca := ab.x*ab.x+ab.y*ab.y, bc.x*bc.x+bc.y*bc.y, ca.x*ca.x+ca.y*ca.y
	switch {
	case lab >= lbc && lab >= lca:
		a, b, c = c, a, b
	case lca >= lbc:
		a, b, c = b, c, a
	}
	u, v := b.sub(a), c.sub(a)
	ul, vl := u.x*u.x+u.y*u.y, v.x*v.x+v.y*v.y
	d := 2 * cross(u, v)
	return vec{a.x + minor(v.y, u.y, vl, ul)/d, a.y + minor(u.x, v.x, ul, vl)/d}
}
