package partition

import (
	"math"

	"github.com/paulmach/orb"
)

// Outline answers quickly whether a point lies inside a polygon with islands
// and holes. It never changes and is safe for use by several goroutines.
type Outline struct {
	bound orb.Bound
	bands []int32        // where each band of equal height begins in sides, and the end
	sides [][2]orb.Point // by band; a side is in every band it touches
}

// NewOutline prepares the outline's points (longitude, latitude, degrees) for
// Contains. Rings may be open or closed and wound either way. It does not
// change the outline and does not keep it.
func NewOutline(outline orb.MultiPolygon) *Outline {
	var sides [][2]orb.Point
	for _, polygon := range outline {
		for _, ring := range polygon {
			for i, v := range ring {
				if w := ring[(i+1)%len(ring)]; v.Lat() != w.Lat() {
					sides = append(sides, [2]orb.Point{v, w})
				}
			}
		}
	}
	o := &Outline{bound: outline.Bound(), bands: make([]int32, len(sides)+2)}
	if len(sides) == 0 {
		return o
	}
	touched := func(s [2]orb.Point) (from, to int) {
		return o.band(min(s[0].Lat(), s[1].Lat())), o.band(max(s[0].Lat(), s[1].Lat()))
	}
	for _, s := range sides { // count, add up, fill from each band's end
		for b, to := touched(s); b <= to; b++ {
			o.bands[b]++
		}
	}
	for b := 1; b < len(o.bands); b++ {
		o.bands[b] += o.bands[b-1]
	}
	o.sides = make([][2]orb.Point, o.bands[len(o.bands)-1])
	for _, s := range sides {
		for b, to := touched(s); b <= to; b++ {
			o.bands[b]--
			o.sides[o.bands[b]] = s
		}
	}
	return o
}

// band is the band of a latitude within the bound.
func (o *Outline) band(lat float64) int {
	n := len(o.bands) - 1
	b := int(float64(n) * (lat - o.bound.Min.Lat()) / (o.bound.Max.Lat() - o.bound.Min.Lat()))
	return min(max(b, 0), n-1)
}

// Contains says whether p lies inside: inside an odd number of rings. On the
// line itself it may say either. An empty outline contains nothing.
func (o *Outline) Contains(p orb.Point) bool {
	if len(o.sides) == 0 || !o.bound.Contains(p) {
		return false
	}
	inside, b := false, o.band(p.Lat())
	for _, s := range o.sides[o.bands[b]:o.bands[b+1]] {
		v, w := s[0], s[1]
		if (v.Lat() > p.Lat()) != (w.Lat() > p.Lat()) &&
			p.Lon() < v.Lon()+(w.Lon()-v.Lon())*(p.Lat()-v.Lat())/(w.Lat()-v.Lat()) {
			inside = !inside
		}
	}
	return inside
}

// signedArea is the area of a ring, open or closed, in the square of its
// unit: positive where it runs counter-clockwise.
func signedArea(ring orb.Ring) float64 {
	sum := 0.0
	for i := 2; i < len(ring); i++ {
		a, b, o := ring[i-1], ring[i], ring[0]
		sum += (a[0]-o[0])*(b[1]-o[1]) - (a[1]-o[1])*(b[0]-o[0])
	}
	return sum / 2
}

func perimeter(ring orb.Ring) float64 {
	sum := 0.0
	for i := 1; i < len(ring); i++ {
		sum += math.Hypot(ring[i][0]-ring[i-1][0], ring[i][1]-ring[i-1][1])
	}
	return sum
}
