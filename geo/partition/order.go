package partition

import "slices"

// insertionOrder is a biased randomised insertion order (Amenta, Choi and
// Rote, "Incremental Constructions con BRIO", SoCG 2003): rounds that double
// in size, each along a Hilbert curve. It keeps points that follow each other
// close together, and no set of points makes it slow. The shuffle is a fixed
// hash of the index, so that the same sites give the same order.
func insertionOrder(points []vec) []int32 {
	const maxRound, side = 15, 1 << 14 // 4 + 28 bits above a 32-bit index
	keys := make([]uint64, len(points))
	for i, p := range points {
		round := uint64(0)
		for h := scramble(uint64(i)); h&1 == 0 && round < maxRound; h >>= 1 {
			round++
		}
		scale := float64(side) / (1 << (reachBits + 1))
		x := uint32(p.x*scale + side/2)
		y := uint32(p.y*scale + side/2)
		keys[i] = (maxRound-round)<<60 | uint64(hilbert(min(x, side-1), min(y, side-1), side))<<32 | uint64(i)
	}
	slices.Sort(keys)
	order := make([]int32, len(keys))
	for i, k := range keys {
		order[i] = int32(uint32(k))
	}
	return order
}

// scramble is the finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
func scramble(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// hilbert is the position of (x, y) on the Hilbert curve through a square of
// side, a power of two.
func hilbert(x, y, side uint32) uint32 {
	d := uint32(0)
	for s := side / 2; s > 0; s /= 2 {
		var right, up uint32
		if x&s != 0 {
			right = 1
		}
		if y&s != 0 {
			up = 1
		}
		d += s * s * (3*right ^ up)
		if up == 0 {
			if right == 1 {
				x, y = side-1-x, side-1-y
			}
			x, y = y, x
		}
	}
	return d
}
