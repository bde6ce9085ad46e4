package partition_test

import (
	"fmt"
	"testing"

	"frontline/geo/partition"

	"github.com/paulmach/orb"
)

var sizes = []int{1000, 7000, 25000, 100000}

// fiveHolders labels the cells by which of a few towns is nearest, as fronts
// do.
func fiveHolders(p *partition.Partition, g ground) []int {
	seats, apart := scattered(99, 40), inPlane(g)
	label := make([]int, p.Cells())
	for c := range label {
		best := 0
		for i := range seats {
			at := g.sites[p.SiteOf(c)]
			if apart(at, seats[i]) < apart(at, seats[best]) {
				best = i
			}
		}
		label[c] = best % 5
	}
	return label
}

func BenchmarkNew(b *testing.B) {
	for _, n := range sizes {
		g := ground{scattered(1, n), wiggly(1)}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				newPartition(b, g)
			}
		})
	}
}

// BenchmarkFromScratch is all of it: cells, areas by holder and borders.
func BenchmarkFromScratch(b *testing.B) {
	for _, n := range sizes {
		g := ground{scattered(1, n), wiggly(1)}
		label := fiveHolders(newPartition(b, g), g)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				p := newPartition(b, g)
				p.Join(label)
				p.Borders(label)
			}
		})
	}
}

func BenchmarkDay(b *testing.B) {
	for _, n := range sizes {
		g := ground{scattered(1, n), wiggly(1)}
		p := newPartition(b, g)
		label := fiveHolders(p, g)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				p.Join(label)
				p.Borders(label)
			}
		})
	}
}

// BenchmarkOneMore adds a site to those there are.
func BenchmarkOneMore(b *testing.B) {
	for _, n := range sizes {
		g := ground{scattered(1, n), wiggly(1)}
		p := newPartition(b, g)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := p.With(orb.Point{38.51, 35.02}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkCellAt(b *testing.B) {
	g := ground{scattered(1, 25000), wiggly(1)}
	p := newPartition(b, g)
	at := scattered(2, 1024)
	i := 0
	for b.Loop() {
		p.CellAt(at[i%len(at)])
		i++
	}
}
