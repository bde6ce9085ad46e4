package front

import (
	"math"

	"frontline/geo"

	"github.com/paulmach/orb"
)

// The least and the greatest reach of a place, in kilometres. A country of 400 by
// 500 km needs some 80,000 witness-free sites at the least reach, and four times
// as many at half of it.
const (
	MinReachKm = 5
	MaxReachKm = 1000
)

// The grid of witness-free sites, in parts of the reach. Every point lies
// within spacing/√3 of the grid. So if no place lies within the reach of it,
// the grid's nearest point is farther than clearance from every place, carries
// a site, and is nearer than any place: 0.75 + 0.334/√3 = 0.94. What is left
// to 1 covers the error of distances in the plane (see package partition).
const (
	spacing   = 1.0 / 3
	clearance = 0.75
)

// witnessFree are the points of a hexagonal grid over the bound that have no
// site within clearance of the reach.
func witnessFree(sites []orb.Point, bound orb.Bound, reachKm float64) []orb.Point {
	if bound.IsEmpty() {
		return nil
	}
	const kmPerDegree = geo.EarthRadiusKm * math.Pi / 180
	high := kmPerDegree                                       // km per degree of latitude
	wide := high * math.Cos(bound.Center().Lat()*math.Pi/180) // and of longitude
	near := newBuckets(sites, bound, wide, high, clearance*reachKm)
	dx := spacing * reachKm / wide
	dy := spacing * reachKm / high * math.Sqrt(3) / 2
	var out []orb.Point
	for row := -1; bound.Min.Lat()+float64(row-1)*dy < bound.Max.Lat(); row++ {
		lat := bound.Min.Lat() + float64(row)*dy
		shift := 0.5 * float64(row&1)
		for col := -1; bound.Min.Lon()+float64(col-1)*dx < bound.Max.Lon(); col++ {
			p := orb.Point{bound.Min.Lon() + (float64(col)+shift)*dx, lat}
			if geo.CheckLonLat(p) == nil && !near.any(p) {
				out = append(out, p)
			}
		}
	}
	return out
}

// buckets finds sites within a fixed distance: a grid of fields that wide,
// each with a chain of its sites.
type buckets struct {
	sites      []orb.Point
	min        orb.Point
	wide, high float64 // km per degree
	km         float64
	cols, rows int
	first      []int32 // by field, the first site; -1 for none
	next       []int32 // by site, the next of its field
}

func newBuckets(sites []orb.Point, bound orb.Bound, wide, high, km float64) *buckets {
	b := &buckets{sites: sites, min: bound.Min, wide: wide, high: high, km: km, next: make([]int32, len(sites))}
	cols, rows := b.field(bound.Max)
	b.cols, b.rows = cols+1, rows+1
	b.first = make([]int32, b.cols*b.rows)
	for i := range b.first {
		b.first[i] = -1
	}
	for i, s := range sites {
		col, row := b.field(s)
		f := &b.first[row*b.cols+col]
		b.next[i], *f = *f, int32(i)
	}
	return b
}

func (b *buckets) field(p orb.Point) (col, row int) {
	return int(math.Floor((p.Lon() - b.min.Lon()) * b.wide / b.km)), int(math.Floor((p.Lat() - b.min.Lat()) * b.high / b.km))
}

// any says whether a site lies within km of p, in the plane.
func (b *buckets) any(p orb.Point) bool {
	col, row := b.field(p)
	for r := max(row-1, 0); r <= min(row+1, b.rows-1); r++ {
		for c := max(col-1, 0); c <= min(col+1, b.cols-1); c++ {
			for i := b.first[r*b.cols+c]; i >= 0; i = b.next[i] {
				if s := b.sites[i]; math.Hypot((s.Lon()-p.Lon())*b.wide, (s.Lat()-p.Lat())*b.high) <= b.km {
					return true
				}
			}
		}
	}
	return false
}
